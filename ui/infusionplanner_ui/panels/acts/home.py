"""The acts of home treatment: conditions, prescription and stock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.act_kinds import ActKind
from infusionplanner_ui.panels.acts import when
from infusionplanner_ui.panels.acts.spec import Act, ActSpec, Menu

translate = QCoreApplication.translate

HOME: tuple[ActSpec, ...] = (
    ActSpec(
        Act.WAY_HOME,
        lambda: translate("PatientActs", "Steps towards home"),
        "way_home:WayHomePanel",
        (ActKind.NOTE_HOME_STEP,),
        lambda: translate("PatientActs", "Note step"),
        Menu.RECORD,
        group=2,
        icon="house",
        offered=when.may_go_home,
        answers=("home.not_eligible",),
    ),
    ActSpec(
        Act.TRAINING,
        lambda: translate("PatientActs", "Sign training"),
        "home:TrainingPanel",
        (ActKind.SIGN_TRAINING,),
        lambda: translate("PatientActs", "Sign training"),
        Menu.RECORD,
        group=2,
        icon="clipboard-check",
        offered=when.runs,
    ),
    ActSpec(
        Act.PRESCRIPTION,
        lambda: translate("PatientActs", "H-prescription"),
        "prescription:PrescriptionPanel",
        (ActKind.ISSUE_PRESCRIPTION,),
        lambda: translate("PatientActs", "Record prescription"),
        Menu.RECORD,
        group=2,
        icon="file-text",
        offered=when.runs,
        answers=("prescription.missing",),
    ),
    ActSpec(
        Act.RENEWAL,
        lambda: translate("PatientActs", "Renew prescription"),
        "renewal:RenewalPanel",
        (ActKind.ADVANCE_RENEWAL,),
        lambda: translate("PatientActs", "Record step"),
        Menu.RECORD,
        group=2,
        icon="redo-2",
        offered=when.prescribed,
        answers=("prescription.too_few", "prescription.renew"),
    ),
    ActSpec(
        Act.WITHDRAW,
        lambda: translate("PatientActs", "Withdraw prescription"),
        "prescription:WithdrawPanel",
        (ActKind.WITHDRAW_PRESCRIPTION,),
        lambda: translate("PatientActs", "Withdraw prescription"),
        Menu.RECORD,
        group=2,
        icon="undo-2",
        offered=when.prescribed,
        answers=("prescription.withdraw",),
    ),
    ActSpec(
        Act.DISPENSING,
        lambda: translate("PatientActs", "Record dispensing"),
        "prescription:DispensingPanel",
        (ActKind.RECORD_DISPENSING,),
        lambda: translate("PatientActs", "Record dispensing"),
        Menu.RECORD,
        group=2,
        icon="package",
        offered=when.prescribed,
        answers=("supply.order", "supply.missing"),
    ),
    ActSpec(
        Act.STOCK,
        lambda: translate("PatientActs", "Count stock at home"),
        "home:StockPanel",
        (ActKind.COUNT_STOCK,),
        lambda: translate("PatientActs", "Save count"),
        Menu.RECORD,
        group=2,
        icon="square",
        offered=when.dispensed,
        answers=("stock.odd", "stock.mismatch"),
    ),
    ActSpec(
        Act.DISCARD,
        lambda: translate("PatientActs", "Discarded doses"),
        "home:DiscardPanel",
        (ActKind.DISCARD_DOSES,),
        lambda: translate("PatientActs", "Record discarded doses"),
        Menu.RECORD,
        group=2,
        icon="trash-2",
        offered=when.dispensed,
    ),
)

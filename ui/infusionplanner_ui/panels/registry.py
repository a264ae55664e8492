"""The acts that can be done for a patient: their names, when they are offered, and the panels that do them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.patient import AppointmentStatus, DoseStatus, ResultKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from infusionplanner.application.records import FactId, PatientId, VisitId
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.result import Plan
    from infusionplanner_ui.panels.form.base import ActPanel
    from infusionplanner_ui.shell.ward import Ward


class Act(StrEnum):
    """What can be done for a patient. The order is that of the menus."""

    DOSE = "dose"
    RESULT = "result"
    REACTION = "reaction"
    CHECKLIST = "checklist"
    EXPOSURE = "exposure"
    BOOK = "book"
    VISIT = "visit"
    WAY_HOME = "way_home"
    TRAINING = "training"
    PRESCRIPTION = "prescription"
    RENEWAL = "renewal"
    WITHDRAW = "withdraw"
    DISPENSING = "dispensing"
    STOCK = "stock"
    DISCARD = "discard"
    TREATMENT = "treatment"
    PRODUCT = "product"
    PAUSE = "pause"
    LIFT = "lift"
    PREGNANCY = "pregnancy"
    PREGNANCY_PLAN = "pregnancy_plan"
    BIRTH = "birth"
    GATE = "gate"
    TRANSFER = "transfer"
    BRIDGING = "bridging"
    STOP = "stop"
    NEXT_TREATMENT = "next_treatment"
    RESTART = "restart"
    PERSON = "person"
    DOSE_CORRECTION = "dose_correction"


@dataclass(frozen=True, slots=True)
class Wish:
    """An act with what it is about: a kind of result, a day, a recorded fact, or a visit."""

    act: Act
    kind: ResultKind | None = None
    on: date | None = None
    fact: FactId | None = None
    visit: VisitId | None = None


RECORD = (
    Act.DOSE, Act.RESULT, Act.REACTION, Act.CHECKLIST, Act.EXPOSURE,
    Act.BOOK, Act.VISIT,
    Act.WAY_HOME, Act.TRAINING, Act.PRESCRIPTION, Act.RENEWAL, Act.WITHDRAW, Act.DISPENSING, Act.STOCK, Act.DISCARD,
)  # fmt: skip
"""What is recorded of a patient, in the order of its menu."""

CHANGE = (
    Act.TREATMENT, Act.PRODUCT, Act.RESTART,
    Act.PAUSE, Act.LIFT,
    Act.PREGNANCY, Act.PREGNANCY_PLAN, Act.BIRTH,
    Act.GATE, Act.TRANSFER, Act.BRIDGING,
    Act.STOP, Act.NEXT_TREATMENT,
    Act.PERSON,
)  # fmt: skip
"""What changes a treatment, in the order of its menu."""

AFTER_SEPARATOR = frozenset({Act.BOOK, Act.WAY_HOME, Act.PAUSE, Act.PREGNANCY, Act.GATE, Act.STOP, Act.PERSON})
"""Acts before which a menu draws a line."""

KEYS = {Act.DOSE: "Ctrl+D", Act.RESULT: "Ctrl+R", Act.BOOK: "Ctrl+B", Act.TREATMENT: "Ctrl+T"}
"""Keys of the acts that are done every day."""


def label(act: Act) -> str:
    """Return what an act is called in a menu."""
    named: str = _LABELS[act]()
    return named


_LABELS = {
    Act.DOSE: lambda: QCoreApplication.translate("PatientActs", "Dose …"),
    Act.DOSE_CORRECTION: lambda: QCoreApplication.translate("PatientActs", "Correct dose …"),
    Act.RESULT: lambda: QCoreApplication.translate("PatientActs", "Result of a test or control …"),
    Act.REACTION: lambda: QCoreApplication.translate("PatientActs", "Reaction …"),
    Act.CHECKLIST: lambda: QCoreApplication.translate("PatientActs", "Checklist before the dose …"),
    Act.EXPOSURE: lambda: QCoreApplication.translate("PatientActs", "Plasma exchange or immunoglobulins …"),
    Act.BOOK: lambda: QCoreApplication.translate("PatientActs", "Book visit …"),
    Act.VISIT: lambda: QCoreApplication.translate("PatientActs", "Move or cancel visit …"),
    Act.WAY_HOME: lambda: QCoreApplication.translate("PatientActs", "Towards home treatment …"),
    Act.TRAINING: lambda: QCoreApplication.translate("PatientActs", "Training in self-injection …"),
    Act.PRESCRIPTION: lambda: QCoreApplication.translate("PatientActs", "H-prescription …"),
    Act.WITHDRAW: lambda: QCoreApplication.translate("PatientActs", "Withdraw prescription …"),
    Act.RENEWAL: lambda: QCoreApplication.translate("PatientActs", "Renewal of the prescription …"),
    Act.DISPENSING: lambda: QCoreApplication.translate("PatientActs", "Dispensing …"),
    Act.STOCK: lambda: QCoreApplication.translate("PatientActs", "Stock at home …"),
    Act.DISCARD: lambda: QCoreApplication.translate("PatientActs", "Discarded doses …"),
    Act.TREATMENT: lambda: QCoreApplication.translate("PatientActs", "Route, interval and place …"),
    Act.PRODUCT: lambda: QCoreApplication.translate("PatientActs", "Brand …"),
    Act.PAUSE: lambda: QCoreApplication.translate("PatientActs", "Hold coming doses …"),
    Act.LIFT: lambda: QCoreApplication.translate("PatientActs", "Lift a hold …"),
    Act.PREGNANCY: lambda: QCoreApplication.translate("PatientActs", "Pregnancy …"),
    Act.PREGNANCY_PLAN: lambda: QCoreApplication.translate("PatientActs", "Doctor's plan for the pregnancy …"),
    Act.BIRTH: lambda: QCoreApplication.translate("PatientActs", "Birth …"),
    Act.GATE: lambda: QCoreApplication.translate("PatientActs", "Before the first dose …"),
    Act.TRANSFER: lambda: QCoreApplication.translate("PatientActs", "Doses at another hospital …"),
    Act.BRIDGING: lambda: QCoreApplication.translate("PatientActs", "Bridging course …"),
    Act.STOP: lambda: QCoreApplication.translate("PatientActs", "Stop treatment …"),
    Act.NEXT_TREATMENT: lambda: QCoreApplication.translate("PatientActs", "Treatment that follows …"),
    Act.RESTART: lambda: QCoreApplication.translate("PatientActs", "Restart treatment …"),
    Act.PERSON: lambda: QCoreApplication.translate("PatientActs", "Name, telephone and notes …"),
}


def offered(act: Act, patient: Patient, plan: Plan) -> bool:
    """Tell whether an act makes sense for a patient as things stand."""
    asked = _OFFERED.get(act)
    return True if asked is None else asked(patient, plan)


def _runs(patient: Patient, _: Plan) -> bool:
    return patient.course.stop is None


def _stopped(patient: Patient, _: Plan) -> bool:
    return patient.course.stop is not None


def _given(patient: Patient, _: Plan) -> bool:
    return any(dose.status is not DoseStatus.MISSED for dose in patient.course.doses)


def _pregnant(patient: Patient, _: Plan) -> bool:
    return any(row.birth_on is None for row in patient.pregnancies)


def _held(patient: Patient, plan: Plan) -> bool:
    reacted = any(finding.key in _REACTED for finding in plan.findings)
    return reacted or any(hold.lifted_on is None for hold in patient.course.holds)


def _prescribed(patient: Patient, _: Plan) -> bool:
    return any(row.withdrawn_on is None for row in patient.course.prescriptions)


def _may_be_pregnant(patient: Patient, plan: Plan) -> bool:
    return _runs(patient, plan) and not _pregnant(patient, plan)


_REACTED = frozenset({"reaction.serious", "reaction.unlifted", "reaction.unknown"})
_OFFERED: dict[Act, Callable[[Patient, Plan], bool]] = {
    Act.REACTION: _given,
    Act.CHECKLIST: lambda _, plan: plan.next_dose is not None,
    Act.BOOK: _runs,
    Act.VISIT: lambda patient, _: any(row.status is AppointmentStatus.BOOKED for row in patient.course.appointments),
    Act.WAY_HOME: lambda patient, plan: _runs(patient, plan) and plan.home is not None,
    Act.TRAINING: _runs,
    Act.PRESCRIPTION: _runs,
    Act.WITHDRAW: _prescribed,
    Act.RENEWAL: _prescribed,
    Act.DISPENSING: _prescribed,
    Act.STOCK: lambda patient, _: bool(patient.course.dispensings),
    Act.DISCARD: lambda patient, _: bool(patient.course.dispensings),
    Act.TREATMENT: _runs,
    Act.PRODUCT: _runs,
    Act.PAUSE: _runs,
    Act.LIFT: _held,
    Act.PREGNANCY: _may_be_pregnant,
    Act.PREGNANCY_PLAN: _pregnant,
    Act.BIRTH: _pregnant,
    Act.GATE: lambda patient, plan: _runs(patient, plan) and not plan.doses_completed,
    Act.BRIDGING: _runs,
    Act.STOP: _runs,
    Act.NEXT_TREATMENT: _stopped,
    Act.RESTART: _stopped,
}

_OF_FINDING: dict[str, Wish] = {
    "interval.late": Wish(Act.DOSE),
    "interval.too_soon": Wish(Act.VISIT),
    "interval.outside_window": Wish(Act.VISIT),
    "interval.no_order": Wish(Act.TREATMENT),
    "interval.review_due": Wish(Act.TREATMENT),
    "interval.consider": Wish(Act.TREATMENT),
    "interval.reason_missing": Wish(Act.TREATMENT),
    "interval.before_limit": Wish(Act.TREATMENT),
    "interval.beyond_extended": Wish(Act.TREATMENT),
    "interval.fell_back": Wish(Act.TREATMENT),
    "unit.closed": Wish(Act.VISIT),
    "rebound.warn": Wish(Act.BOOK),
    "rebound.critical": Wish(Act.BOOK),
    "dose.late": Wish(Act.DOSE),
    "dose.incomplete": Wish(Act.BOOK),
    "visit.unrecorded": Wish(Act.DOSE),
    "bridging.next_date_missing": Wish(Act.BRIDGING),
    "bridging.complete": Wish(Act.DOSE),
    "gap.unknown": Wish(Act.TRANSFER),
    "gap.short_exposure": Wish(Act.DOSE),
    "gap.checklist": Wish(Act.RESULT),
    "earlier_doses.undocumented": Wish(Act.TRANSFER),
    "reaction.serious": Wish(Act.LIFT),
    "reaction.unlifted": Wish(Act.LIFT),
    "reaction.unknown": Wish(Act.REACTION),
    "home.not_eligible": Wish(Act.WAY_HOME),
    "home.not_sc": Wish(Act.TREATMENT),
    "home.first_sc_in_unit": Wish(Act.BOOK),
    "home.checklist_missing": Wish(Act.CHECKLIST),
    "home.checklist_yes": Wish(Act.LIFT),
    "home.unreported": Wish(Act.DOSE),
    "prescription.too_few": Wish(Act.RENEWAL),
    "prescription.renew": Wish(Act.RENEWAL),
    "prescription.missing": Wish(Act.PRESCRIPTION),
    "prescription.withdraw": Wish(Act.WITHDRAW),
    "product.no_route": Wish(Act.TREATMENT),
    "supply.order": Wish(Act.DISPENSING),
    "supply.missing": Wish(Act.DISPENSING),
    "stock.odd": Wish(Act.STOCK),
    "stock.mismatch": Wish(Act.STOCK),
    "gate.open": Wish(Act.GATE),
    "start.not_ordered": Wish(Act.TREATMENT),
    "start.jcv_positive": Wish(Act.DOSE),
    "start.pml_suspicion": Wish(Act.LIFT),
    "nab.confirmed": Wish(Act.STOP),
    "pml.prior_unknown": Wish(Act.PERSON),
    "pml.suspicion": Wish(Act.LIFT),
    "pml.consider_interval": Wish(Act.TREATMENT),
    "pml.plan_change": Wish(Act.STOP),
    "pregnancy.no_plan": Wish(Act.PREGNANCY_PLAN),
    "pregnancy.age_missing": Wish(Act.PREGNANCY),
    "pregnancy.after_limit": Wish(Act.DOSE),
    "pregnancy.birth_unrecorded": Wish(Act.BIRTH),
    "pregnancy.resume": Wish(Act.BOOK),
    "stop.no_next": Wish(Act.NEXT_TREATMENT),
    "switch.due": Wish(Act.NEXT_TREATMENT),
    "hold.infection": Wish(Act.LIFT),
    "hold.pregnancy": Wish(Act.LIFT),
    "hold.other": Wish(Act.LIFT),
}
_OF_TOPIC: dict[str, ResultKind] = {
    "jcv": ResultKind.JCV,
    "bloods": ResultKind.BLOODS,
    "nab": ResultKind.NAB,
    "mri": ResultKind.MRI,
    "edss": ResultKind.EDSS,
    "serum": ResultKind.SERUM,
    "pml": ResultKind.JCV,
    "surveillance": ResultKind.MRI,
}


def wish_of(finding: Finding) -> Wish | None:
    """Return the act that answers a finding, or None when there is none."""
    if finding.key in _OF_FINDING:
        return _OF_FINDING[finding.key]
    kind = _OF_TOPIC.get(finding.key.partition(".")[0])
    return Wish(Act.RESULT, kind=kind) if kind is not None and finding.level is not Level.INFO else None


def panel(ward: Ward, patient: PatientId, wish: Wish) -> ActPanel:
    """Return the panel that does an act; its module is loaded now."""
    module, name, about = _PANELS[wish.act]
    made = getattr(import_module(f"infusionplanner_ui.panels.{module}"), name)
    arguments = {field: value for field in about if (value := getattr(wish, field)) is not None}
    if wish.act is Act.RESTART:
        arguments["restart"] = True
    built: ActPanel = made(ward, patient, **arguments)
    return built


_PANELS: dict[Act, tuple[str, str, tuple[str, ...]]] = {
    Act.DOSE: ("dose", "DosePanel", ("on",)),
    Act.DOSE_CORRECTION: ("dose_correction", "DoseCorrectionPanel", ("fact",)),
    Act.RESULT: ("result", "ResultPanel", ("kind", "fact")),
    Act.REACTION: ("reaction", "ReactionPanel", ("fact",)),
    Act.CHECKLIST: ("checklist", "ChecklistPanel", ()),
    Act.EXPOSURE: ("exposure", "ExposurePanel", ()),
    Act.BOOK: ("visit", "BookPanel", ("on",)),
    Act.VISIT: ("visit", "VisitPanel", ("visit",)),
    Act.WAY_HOME: ("way_home", "WayHomePanel", ()),
    Act.TRAINING: ("home", "TrainingPanel", ()),
    Act.PRESCRIPTION: ("prescription", "PrescriptionPanel", ()),
    Act.WITHDRAW: ("prescription", "WithdrawPanel", ()),
    Act.RENEWAL: ("renewal", "RenewalPanel", ()),
    Act.DISPENSING: ("prescription", "DispensingPanel", ()),
    Act.STOCK: ("home", "StockPanel", ()),
    Act.DISCARD: ("home", "DiscardPanel", ()),
    Act.TREATMENT: ("treatment", "TreatmentPanel", ()),
    Act.PRODUCT: ("product", "ProductPanel", ()),
    Act.PAUSE: ("pause", "PausePanel", ()),
    Act.LIFT: ("pause", "LiftPanel", ()),
    Act.PREGNANCY: ("pregnancy", "PregnancyPanel", ()),
    Act.PREGNANCY_PLAN: ("pregnancy", "PregnancyPlanPanel", ()),
    Act.BIRTH: ("pregnancy", "BirthPanel", ()),
    Act.GATE: ("start", "GatePanel", ()),
    Act.TRANSFER: ("transfer", "TransferPanel", ()),
    Act.BRIDGING: ("start", "BridgingPanel", ()),
    Act.STOP: ("stop", "StopPanel", ()),
    Act.NEXT_TREATMENT: ("stop", "NextTreatmentPanel", ()),
    Act.RESTART: ("treatment", "TreatmentPanel", ()),
    Act.PERSON: ("person", "PersonPanel", ()),
}

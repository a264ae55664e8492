"""What was done, in a few words: for the toast after an act, and for what can be undone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.act_kinds import ActKind

translate = QCoreApplication.translate


def act_words(kind: ActKind) -> str:
    """Return what an act was, by its kind in the journal: ``Time bestilt``."""
    return act_names()[kind]


def act_names() -> dict[ActKind, str]:
    """Return what every kind of act is called."""
    return _visits() | _treatment() | _controls() | _home() | _unit()


def _visits() -> dict[ActKind, str]:
    return {
        ActKind.BOOK_VISIT: translate("Acts", "Visit booked"),
        ActKind.BOOK_PROPOSED: translate("Acts", "Visit booked"),
        ActKind.MOVE_VISIT: translate("Acts", "Visit moved"),
        ActKind.CANCEL_VISIT: translate("Acts", "Visit cancelled"),
        ActKind.ARRIVE: translate("Acts", "Arrived"),
        ActKind.START: translate("Acts", "Started"),
        ActKind.END_DOSE: translate("Acts", "Dose ended"),
        ActKind.LEAVE: translate("Acts", "Visit done"),
        ActKind.NOT_GIVEN: translate("Acts", "Recorded as not given"),
        ActKind.PROLONG_OBSERVATION: translate("Acts", "Observation prolonged"),
        ActKind.CHANGE_NOTE: translate("Acts", "Note changed"),
        ActKind.RECORD_DOSE: translate("Acts", "Dose recorded"),
        ActKind.CORRECT_DOSE: translate("Acts", "Dose corrected"),
        ActKind.REMOVE_DOSE: translate("Acts", "Dose removed"),
        ActKind.ANSWER_CHECKLIST: translate("Acts", "Checklist stored"),
        ActKind.CLEAR_STOP: translate("Acts", "Cleared by the doctor"),
        ActKind.ACKNOWLEDGE: translate("Acts", "Warning seen"),
        ActKind.REPORT_REACTION: translate("Acts", "Reaction recorded"),
    }


def _treatment() -> dict[ActKind, str]:
    return {
        ActKind.ORDER_REGIMEN: translate("Acts", "Treatment ordered"),
        ActKind.CHANGE_PRODUCT: translate("Acts", "Brand changed"),
        ActKind.STOP_TREATMENT: translate("Acts", "Treatment stopped"),
        ActKind.RECORD_NEXT_TREATMENT: translate("Acts", "Next treatment recorded"),
        ActKind.RESTART_TREATMENT: translate("Acts", "Treatment restarted"),
        ActKind.TRANSFER_IN: translate("Acts", "Earlier doses recorded"),
        ActKind.OPEN_HOLD: translate("Acts", "Doses held"),
        ActKind.LIFT_HOLD: translate("Acts", "Hold lifted"),
        ActKind.LIFT_REACTIONS: translate("Acts", "Reactions lifted"),
        ActKind.RECORD_PREGNANCY: translate("Acts", "Pregnancy recorded"),
        ActKind.PLAN_PREGNANCY: translate("Acts", "Pregnancy plan recorded"),
        ActKind.RECORD_BIRTH: translate("Acts", "Birth recorded"),
        ActKind.RECORD_EXPOSURE: translate("Acts", "Treatment recorded"),
        ActKind.ADD_PATIENT: translate("Acts", "Patient added"),
        ActKind.EDIT_PATIENT: translate("Acts", "Patient changed"),
        ActKind.IMPORT_PATIENTS: translate("Acts", "Patients imported"),
    }


def _controls() -> dict[ActKind, str]:
    return {
        ActKind.REGISTER_RESULT: translate("Acts", "Result registered"),
        ActKind.CORRECT_RESULT: translate("Acts", "Result corrected"),
        ActKind.REMOVE_RESULT: translate("Acts", "Result removed"),
        ActKind.MARK_SEEN: translate("Acts", "Result seen"),
        ActKind.RECORD_GATE: translate("Acts", "Review before the start recorded"),
        ActKind.CLAIM_TASK: translate("Acts", "Task taken"),
        ActKind.RELEASE_TASK: translate("Acts", "Task given back"),
    }


def _home() -> dict[ActKind, str]:
    return {
        ActKind.REPORT_HOME_DOSE: translate("Acts", "Home dose reported"),
        ActKind.SIGN_TRAINING: translate("Acts", "Training signed"),
        ActKind.ISSUE_PRESCRIPTION: translate("Acts", "Prescription issued"),
        ActKind.WITHDRAW_PRESCRIPTION: translate("Acts", "Prescription withdrawn"),
        ActKind.RECORD_DISPENSING: translate("Acts", "Dispensing recorded"),
        ActKind.DISCARD_DOSES: translate("Acts", "Doses discarded"),
        ActKind.COUNT_STOCK: translate("Acts", "Stock counted"),
        ActKind.ADVANCE_RENEWAL: translate("Acts", "Renewal recorded"),
        ActKind.NOTE_HOME_STEP: translate("Acts", "Step towards home noted"),
        ActKind.HAND_OUT_CALENDAR: translate("Acts", "Calendar handed out"),
        ActKind.HAND_OUT_WEEK: translate("Acts", "Calendar of the week handed out"),
    }


def _unit() -> dict[ActKind, str]:
    return {
        ActKind.CHANGE_UNIT: translate("Acts", "The unit's details changed"),
        ActKind.CLOSE_DAYS: translate("Acts", "Closing recorded"),
        ActKind.OPEN_DAYS: translate("Acts", "Opening recorded"),
        ActKind.CHANGE_PLACES: translate("Acts", "Places changed"),
        ActKind.CHANGE_PLACE: translate("Acts", "Place changed"),
        ActKind.OVERRIDE_PARAMETER: translate("Acts", "Parameter changed"),
        ActKind.PUT_USER: translate("Acts", "User stored"),
        ActKind.CHANGE_SETTING: translate("Acts", "Setting changed"),
        ActKind.LOAD_DEMO: translate("Acts", "Demo unit made"),
        ActKind.UNDO: translate("Acts", "Undone"),
        ActKind.REDO: translate("Acts", "Done again"),
    }

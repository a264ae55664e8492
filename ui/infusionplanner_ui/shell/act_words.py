"""What was done, in a few words: for the toast after an act, and for what can be undone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def act_words(kind: str) -> str:
    """Return what an act was, by its kind in the journal: ``Time bestilt``."""
    return _words().get(kind) or translate("Acts", "Saved")


def act_kinds() -> frozenset[str]:
    """Return the kinds of acts that have words."""
    return frozenset(_words())


def _words() -> dict[str, str]:
    return _visits() | _treatment() | _controls() | _home() | _unit()


def _visits() -> dict[str, str]:
    return {
        "book_visit": translate("Acts", "Visit booked"),
        "book_proposed": translate("Acts", "Visit booked"),
        "move_visit": translate("Acts", "Visit moved"),
        "cancel_visit": translate("Acts", "Visit cancelled"),
        "arrive": translate("Acts", "Arrived"),
        "start": translate("Acts", "Started"),
        "end_dose": translate("Acts", "Dose ended"),
        "leave": translate("Acts", "Visit done"),
        "not_given": translate("Acts", "Recorded as not given"),
        "prolong_observation": translate("Acts", "Observation prolonged"),
        "change_note": translate("Acts", "Note changed"),
        "record_dose": translate("Acts", "Dose recorded"),
        "correct_dose": translate("Acts", "Dose corrected"),
        "remove_dose": translate("Acts", "Dose removed"),
        "answer_checklist": translate("Acts", "Checklist stored"),
        "clear_stop": translate("Acts", "Cleared by the doctor"),
        "acknowledge": translate("Acts", "Warning seen"),
        "report_reaction": translate("Acts", "Reaction recorded"),
    }


def _treatment() -> dict[str, str]:
    return {
        "order_regimen": translate("Acts", "Treatment ordered"),
        "change_product": translate("Acts", "Product changed"),
        "stop_treatment": translate("Acts", "Treatment stopped"),
        "record_next_treatment": translate("Acts", "Next treatment recorded"),
        "restart_treatment": translate("Acts", "Treatment restarted"),
        "transfer_in": translate("Acts", "Earlier doses recorded"),
        "open_hold": translate("Acts", "Doses held"),
        "lift_hold": translate("Acts", "Hold lifted"),
        "lift_reactions": translate("Acts", "Reactions lifted"),
        "record_pregnancy": translate("Acts", "Pregnancy recorded"),
        "plan_pregnancy": translate("Acts", "Pregnancy plan recorded"),
        "record_birth": translate("Acts", "Birth recorded"),
        "record_exposure": translate("Acts", "Treatment recorded"),
        "add_patient": translate("Acts", "Patient added"),
        "edit_patient": translate("Acts", "Patient changed"),
        "import_patients": translate("Acts", "Patients imported"),
    }


def _controls() -> dict[str, str]:
    return {
        "register_result": translate("Acts", "Result registered"),
        "correct_result": translate("Acts", "Result corrected"),
        "remove_result": translate("Acts", "Result removed"),
        "mark_seen": translate("Acts", "Result seen"),
        "record_gate": translate("Acts", "Start of treatment recorded"),
        "claim_task": translate("Acts", "Task taken"),
        "release_task": translate("Acts", "Task given back"),
    }


def _home() -> dict[str, str]:
    return {
        "report_home_dose": translate("Acts", "Home dose reported"),
        "sign_training": translate("Acts", "Training signed"),
        "issue_prescription": translate("Acts", "Prescription issued"),
        "withdraw_prescription": translate("Acts", "Prescription withdrawn"),
        "record_dispensing": translate("Acts", "Dispensing recorded"),
        "discard_doses": translate("Acts", "Doses discarded"),
        "count_stock": translate("Acts", "Stock counted"),
        "advance_renewal": translate("Acts", "Renewal recorded"),
        "note_home_step": translate("Acts", "Step towards home noted"),
        "hand_out_calendar": translate("Acts", "Calendar handed out"),
        "hand_out_week": translate("Acts", "Calendar of the week handed out"),
    }


def _unit() -> dict[str, str]:
    return {
        "change_unit": translate("Acts", "Unit changed"),
        "change_place": translate("Acts", "Place changed"),
        "override_parameter": translate("Acts", "Parameter changed"),
        "put_user": translate("Acts", "User stored"),
        "change_setting": translate("Acts", "Setting changed"),
        "demo.load": translate("Acts", "Demo unit made"),
    }

"""What acts, tables and columns of the journal are called."""

from PySide6.QtCore import QCoreApplication

from infusionplanner_ui.shell import act_words as desktop_words
from infusionplanner_ui.words import text


def act_words(kind: str) -> str:
    """Return what an act of the journal is called."""
    named = _ACTS.get(kind)
    return named() if named is not None else desktop_words.act_words(kind)


def table_words(table: str) -> str:
    """Return what a table of facts is called, in the singular."""
    named = _TABLES.get(table)
    return named() if named is not None else text.sentence(table.replace("_", " "))


def field_words(name: str) -> str:
    """Return what a column is called inside a sentence."""
    named = _FIELDS.get(name)
    return named() if named is not None else name.strip("_").replace("_", " ")


_ACTS = {
    "import_patients": lambda: QCoreApplication.translate("History", "Imported"),
    "undo": lambda: QCoreApplication.translate("History", "Undone"),
    "redo": lambda: QCoreApplication.translate("History", "Done again"),
}

_TABLES = {
    "patients": lambda: QCoreApplication.translate("History", "Person"),
    "courses": lambda: QCoreApplication.translate("History", "Course"),
    "regimens": lambda: QCoreApplication.translate("History", "Order"),
    "doses": lambda: QCoreApplication.translate("History", "Dose"),
    "dose_details": lambda: QCoreApplication.translate("History", "Dose"),
    "reactions_lifted": lambda: QCoreApplication.translate("History", "Reaction lifted"),
    "training": lambda: QCoreApplication.translate("History", "Training"),
    "prescriptions": lambda: QCoreApplication.translate("History", "H-prescription"),
    "dispensings": lambda: QCoreApplication.translate("History", "Dispensing"),
    "discarded": lambda: QCoreApplication.translate("History", "Discarded"),
    "stock_counts": lambda: QCoreApplication.translate("History", "Stock"),
    "holds": lambda: QCoreApplication.translate("History", "Hold"),
    "checklists": lambda: QCoreApplication.translate("History", "Checklist"),
    "results": lambda: QCoreApplication.translate("History", "Result"),
    "exposures": lambda: QCoreApplication.translate("History", "Exposure"),
    "pregnancies": lambda: QCoreApplication.translate("History", "Pregnancy"),
    "clearances": lambda: QCoreApplication.translate("History", "Doctor's clearance"),
    "findings_acknowledged": lambda: QCoreApplication.translate("History", "Warning seen"),
    "visits": lambda: QCoreApplication.translate("History", "Visit"),
    "home_notes": lambda: QCoreApplication.translate("History", "Step towards home"),
    "calendar_exports": lambda: QCoreApplication.translate("History", "Calendar"),
    "calendar_events": lambda: QCoreApplication.translate("History", "Calendar"),
    "renewals": lambda: QCoreApplication.translate("History", "Renewal"),
    "claims": lambda: QCoreApplication.translate("History", "Task"),
}

_FIELDS = {
    "on": lambda: QCoreApplication.translate("History", "day"),
    "from_": lambda: QCoreApplication.translate("History", "from"),
    "for_": lambda: QCoreApplication.translate("History", "for the dose of"),
    "for_date": lambda: QCoreApplication.translate("History", "for the dose of"),
    "time": lambda: QCoreApplication.translate("History", "time"),
    "ended": lambda: QCoreApplication.translate("History", "ended"),
    "route": lambda: QCoreApplication.translate("History", "route"),
    "setting": lambda: QCoreApplication.translate("History", "where"),
    "interval_days": lambda: QCoreApplication.translate("History", "days between doses"),
    "plan_interval_days": lambda: QCoreApplication.translate("History", "days between doses"),
    "reason": lambda: QCoreApplication.translate("History", "reason"),
    "stop_reason": lambda: QCoreApplication.translate("History", "reason"),
    "ordered_by": lambda: QCoreApplication.translate("History", "ordered by"),
    "ordered_on": lambda: QCoreApplication.translate("History", "ordered on"),
    "review_on": lambda: QCoreApplication.translate("History", "review on"),
    "product": lambda: QCoreApplication.translate("History", "brand"),
    "status": lambda: QCoreApplication.translate("History", "status"),
    "reaction": lambda: QCoreApplication.translate("History", "reaction"),
    "batches": lambda: QCoreApplication.translate("History", "batch"),
    "reported_by": lambda: QCoreApplication.translate("History", "recorded"),
    "site": lambda: QCoreApplication.translate("History", "site"),
    "expires_on": lambda: QCoreApplication.translate("History", "expiry date"),
    "told": lambda: QCoreApplication.translate("History", "doctor told"),
    "hospital": lambda: QCoreApplication.translate("History", "hospital"),
    "source": lambda: QCoreApplication.translate("History", "source"),
    "note": lambda: QCoreApplication.translate("History", "note"),
    "notes": lambda: QCoreApplication.translate("History", "to remember"),
    "kind": lambda: QCoreApplication.translate("History", "kind"),
    "seen_on": lambda: QCoreApplication.translate("History", "seen"),
    "assay": lambda: QCoreApplication.translate("History", "method"),
    "answer": lambda: QCoreApplication.translate("History", "answer"),
    "index": lambda: QCoreApplication.translate("History", "index"),
    "value": lambda: QCoreApplication.translate("History", "value"),
    "unit": lambda: QCoreApplication.translate("History", "unit"),
    "place": lambda: QCoreApplication.translate("History", "place"),
    "minutes": lambda: QCoreApplication.translate("History", "minutes"),
    "observation_minutes": lambda: QCoreApplication.translate("History", "observation"),
    "arrived_at": lambda: QCoreApplication.translate("History", "arrived"),
    "started_at": lambda: QCoreApplication.translate("History", "started"),
    "ended_at": lambda: QCoreApplication.translate("History", "ended"),
    "left_at": lambda: QCoreApplication.translate("History", "left"),
    "not_given": lambda: QCoreApplication.translate("History", "not given"),
    "dose": lambda: QCoreApplication.translate("History", "dose"),
    "issued_on": lambda: QCoreApplication.translate("History", "issued"),
    "withdrawn_on": lambda: QCoreApplication.translate("History", "withdrawn"),
    "doses": lambda: QCoreApplication.translate("History", "doses"),
    "syringes": lambda: QCoreApplication.translate("History", "syringes"),
    "lifted_on": lambda: QCoreApplication.translate("History", "lifted"),
    "lifted_by": lambda: QCoreApplication.translate("History", "lifted by"),
    "by": lambda: QCoreApplication.translate("History", "by"),
    "at": lambda: QCoreApplication.translate("History", "at"),
    "who": lambda: QCoreApplication.translate("History", "who"),
    "rule": lambda: QCoreApplication.translate("History", "rule"),
    "key": lambda: QCoreApplication.translate("History", "about"),
    "signed_by": lambda: QCoreApplication.translate("History", "signed by"),
    "answered_on": lambda: QCoreApplication.translate("History", "answered"),
    "yes": lambda: QCoreApplication.translate("History", "yes to"),
    "recorded_on": lambda: QCoreApplication.translate("History", "recorded"),
    "gestational_age": lambda: QCoreApplication.translate("History", "length"),
    "plan_by": lambda: QCoreApplication.translate("History", "planned by"),
    "plan_on": lambda: QCoreApplication.translate("History", "planned on"),
    "birth_on": lambda: QCoreApplication.translate("History", "birth"),
    "breastfeeding": lambda: QCoreApplication.translate("History", "breastfeeding"),
    "name_given": lambda: QCoreApplication.translate("History", "given name"),
    "name_family": lambda: QCoreApplication.translate("History", "family name"),
    "birth_date": lambda: QCoreApplication.translate("History", "birth date"),
    "national_id": lambda: QCoreApplication.translate("History", "national id"),
    "phone": lambda: QCoreApplication.translate("History", "telephone"),
    "language": lambda: QCoreApplication.translate("History", "language"),
    "protocol": lambda: QCoreApplication.translate("History", "protocol"),
    "prior_immunosuppression": lambda: QCoreApplication.translate("History", "earlier immunosuppression"),
    "gate_reviewed": lambda: QCoreApplication.translate("History", "reviewed"),
    "gate_informed": lambda: QCoreApplication.translate("History", "informed"),
    "stop_on": lambda: QCoreApplication.translate("History", "stopped"),
    "stop_next_treatment": lambda: QCoreApplication.translate("History", "next treatment"),
    "stop_next_started_on": lambda: QCoreApplication.translate("History", "started"),
    "stop_high_risk": lambda: QCoreApplication.translate("History", "high risk"),
    "bridging_planned_doses": lambda: QCoreApplication.translate("History", "bridging doses"),
    "bridging_next_treatment": lambda: QCoreApplication.translate("History", "next treatment"),
    "bridging_next_on": lambda: QCoreApplication.translate("History", "starts"),
    "earlier_doses_sc": lambda: QCoreApplication.translate("History", "s.c. elsewhere"),
    "earlier_doses_iv": lambda: QCoreApplication.translate("History", "i.v. elsewhere"),
    "earlier_doses_first_on": lambda: QCoreApplication.translate("History", "first elsewhere"),
    "earlier_doses_last_on": lambda: QCoreApplication.translate("History", "last elsewhere"),
    "earlier_doses_source": lambda: QCoreApplication.translate("History", "source"),
    "step": lambda: QCoreApplication.translate("History", "step"),
    "text": lambda: QCoreApplication.translate("History", "note"),
}

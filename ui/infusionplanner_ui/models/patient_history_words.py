"""What the facts and fields of a patient's history are called."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.journal import FactKind

UNSAID: Mapping[FactKind, frozenset[str]] = {
    FactKind.CALENDAR_EVENT: frozenset({"slot", "uid", "sequence", "modified_at", "label", "digest"}),
    FactKind.CALENDAR_EXPORT: frozenset({"scope", "versions", "choice"}),
    FactKind.EARLIER_COURSE: frozenset(
        {
            *("regimens", "doses", "reactions_lifted", "training", "prescriptions", "dispensings", "discarded"),
            *("stock_counts", "appointments", "holds", "checklists", "events", "decisions"),
        }
    ),
}
"""What is kept for the program alone."""


def has_words(kind: FactKind) -> bool:
    """Tell whether a kind of fact is one of a patient's."""
    return kind in _FACTS


def fact_words(kind: FactKind) -> str:
    """Return what a kind of fact is called, in the singular."""
    return _FACTS[kind]()


def field_words(name: str) -> str:
    """Return what a field is called inside a sentence."""
    return _FIELDS[name]()


_FACTS = {
    FactKind.PERSON: lambda: QCoreApplication.translate("History", "Person"),
    FactKind.COURSE: lambda: QCoreApplication.translate("History", "Course"),
    FactKind.REGIMEN: lambda: QCoreApplication.translate("History", "Order"),
    FactKind.DOSE: lambda: QCoreApplication.translate("History", "Dose"),
    FactKind.DOSE_DETAIL: lambda: QCoreApplication.translate("History", "Dose"),
    FactKind.REACTION_LIFT: lambda: QCoreApplication.translate("History", "Reaction lifted"),
    FactKind.TRAINING: lambda: QCoreApplication.translate("History", "Training"),
    FactKind.PRESCRIPTION: lambda: QCoreApplication.translate("History", "H-prescription"),
    FactKind.DISPENSING: lambda: QCoreApplication.translate("History", "Dispensing"),
    FactKind.DISCARD: lambda: QCoreApplication.translate("History", "Discarded"),
    FactKind.STOCK_COUNT: lambda: QCoreApplication.translate("History", "Stock"),
    FactKind.HOLD: lambda: QCoreApplication.translate("History", "Hold"),
    FactKind.CHECKLIST: lambda: QCoreApplication.translate("History", "Checklist"),
    FactKind.RESULT: lambda: QCoreApplication.translate("History", "Result"),
    FactKind.EXPOSURE: lambda: QCoreApplication.translate("History", "Exposure"),
    FactKind.PREGNANCY: lambda: QCoreApplication.translate("History", "Pregnancy"),
    FactKind.EVENT: lambda: QCoreApplication.translate("History", "Event"),
    FactKind.DECISION: lambda: QCoreApplication.translate("History", "Doctor's decision"),
    FactKind.EARLIER_COURSE: lambda: QCoreApplication.translate("History", "Earlier course"),
    FactKind.CLEARANCE: lambda: QCoreApplication.translate("History", "Doctor's clearance"),
    FactKind.ACKNOWLEDGEMENT: lambda: QCoreApplication.translate("History", "Warning seen"),
    FactKind.VISIT: lambda: QCoreApplication.translate("History", "Visit"),
    FactKind.HOME_NOTE: lambda: QCoreApplication.translate("History", "Step towards home"),
    FactKind.CALENDAR_EXPORT: lambda: QCoreApplication.translate("History", "Calendar"),
    FactKind.CALENDAR_EVENT: lambda: QCoreApplication.translate("History", "Calendar"),
    FactKind.RENEWAL_STEP: lambda: QCoreApplication.translate("History", "Renewal"),
    FactKind.CLAIM: lambda: QCoreApplication.translate("History", "Task"),
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
    "plan.interval_days": lambda: QCoreApplication.translate("History", "days between doses"),
    "reason": lambda: QCoreApplication.translate("History", "reason"),
    "stop.reason": lambda: QCoreApplication.translate("History", "reason"),
    "ordered_by": lambda: QCoreApplication.translate("History", "ordered by"),
    "ordered_on": lambda: QCoreApplication.translate("History", "ordered on"),
    "review_on": lambda: QCoreApplication.translate("History", "review on"),
    "product": lambda: QCoreApplication.translate("History", "brand"),
    "status": lambda: QCoreApplication.translate("History", "status"),
    "reaction": lambda: QCoreApplication.translate("History", "reaction"),
    "until": lambda: QCoreApplication.translate("History", "until"),
    "mg": lambda: QCoreApplication.translate("History", "mg"),
    "withdrawn": lambda: QCoreApplication.translate("History", "withdrawn"),
    "booked": lambda: QCoreApplication.translate("History", "agreed"),
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
    "plan.by": lambda: QCoreApplication.translate("History", "planned by"),
    "plan.on": lambda: QCoreApplication.translate("History", "planned on"),
    "birth_on": lambda: QCoreApplication.translate("History", "birth"),
    "breastfeeding": lambda: QCoreApplication.translate("History", "breastfeeding"),
    "name.given": lambda: QCoreApplication.translate("History", "given name"),
    "name.family": lambda: QCoreApplication.translate("History", "family name"),
    "birth_date": lambda: QCoreApplication.translate("History", "birth date"),
    "national_id": lambda: QCoreApplication.translate("History", "national id"),
    "phone": lambda: QCoreApplication.translate("History", "telephone"),
    "language": lambda: QCoreApplication.translate("History", "language"),
    "protocol": lambda: QCoreApplication.translate("History", "protocol"),
    "prior_immunosuppression": lambda: QCoreApplication.translate("History", "earlier immunosuppression"),
    "gate.reviewed": lambda: QCoreApplication.translate("History", "reviewed"),
    "gate.informed": lambda: QCoreApplication.translate("History", "informed"),
    "stop.on": lambda: QCoreApplication.translate("History", "stopped"),
    "stop.next.treatment": lambda: QCoreApplication.translate("History", "next treatment"),
    "stop.next.started_on": lambda: QCoreApplication.translate("History", "started"),
    "stop.high_risk": lambda: QCoreApplication.translate("History", "high risk"),
    "bridging.planned_doses": lambda: QCoreApplication.translate("History", "bridging doses"),
    "bridging.next_treatment": lambda: QCoreApplication.translate("History", "next treatment"),
    "bridging.next_on": lambda: QCoreApplication.translate("History", "starts"),
    "earlier_doses.sc": lambda: QCoreApplication.translate("History", "s.c. elsewhere"),
    "earlier_doses.iv": lambda: QCoreApplication.translate("History", "i.v. elsewhere"),
    "earlier_doses.first_on": lambda: QCoreApplication.translate("History", "first elsewhere"),
    "earlier_doses.last_on": lambda: QCoreApplication.translate("History", "last elsewhere"),
    "bridging.from_": lambda: QCoreApplication.translate("History", "from"),
    "bridging.next_text": lambda: QCoreApplication.translate("History", "next treatment"),
    "earlier_doses.total": lambda: QCoreApplication.translate("History", "doses elsewhere"),
    "given_by.name": lambda: QCoreApplication.translate("History", "given by"),
    "given_by.place": lambda: QCoreApplication.translate("History", "place"),
    "given_by.phone": lambda: QCoreApplication.translate("History", "telephone"),
    "stop.next.text": lambda: QCoreApplication.translate("History", "next treatment"),
    "ended_on": lambda: QCoreApplication.translate("History", "ended"),
    "relapses": lambda: QCoreApplication.translate("History", "relapses"),
    "side_effects": lambda: QCoreApplication.translate("History", "side effects"),
    "infections": lambda: QCoreApplication.translate("History", "infections"),
    "earlier_doses.source": lambda: QCoreApplication.translate("History", "source"),
    "step": lambda: QCoreApplication.translate("History", "step"),
    "text": lambda: QCoreApplication.translate("History", "note"),
}

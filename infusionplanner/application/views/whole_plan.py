"""The plan of a patient with what the planner cannot use, so that it is seen: facts dated in the future."""

from dataclasses import replace
from datetime import date

from infusionplanner.application.bounds import recorded_days
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.patient import Patient
from infusionplanner.domain.result import Plan


def with_misdated(plan: Plan, patient: Patient, today: date) -> Plan:
    """Return a plan with a task for facts that are dated later than today, as by a machine whose clock ran ahead.

    The rules never see them, and they stand in the way of no edit of anything else.
    """
    ahead = [day for _, day in recorded_days(patient) if day is not None and day > today]
    if not ahead:
        return plan
    found = Finding("", Level.TASK, "recorded.in_future", today, {"day": min(ahead), "number": len(ahead)})
    return replace(plan, findings=(*plan.findings, found))

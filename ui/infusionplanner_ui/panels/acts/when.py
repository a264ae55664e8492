"""When acts are offered: what each asks of a patient and of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infusionplanner.domain.patient import AWAY, AppointmentStatus, DoseStatus

if TYPE_CHECKING:
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.result import Plan

_REACTED = frozenset({"reaction.serious", "reaction.unlifted", "reaction.unknown"})


def runs(patient: Patient, _: Plan) -> bool:
    """Tell whether the treatment goes on."""
    return patient.course.stop is None


def stopped(patient: Patient, _: Plan) -> bool:
    """Tell whether the treatment is stopped."""
    return patient.course.stop is not None


def given(patient: Patient, _: Plan) -> bool:
    """Tell whether a dose has been given."""
    return any(dose.status is not DoseStatus.MISSED for dose in patient.course.doses)


def coming(_: Patient, plan: Plan) -> bool:
    """Tell whether a dose is coming."""
    return plan.next_dose is not None


def barred(_: Patient, plan: Plan) -> bool:
    """Tell whether something stops the coming dose."""
    return plan.next_dose is not None and plan.next_dose.blocked


def next_at_home(_: Patient, plan: Plan) -> bool:
    """Tell whether the next dose is taken at home."""
    return plan.next_dose is not None and plan.next_dose.setting in AWAY


def booked(patient: Patient, _: Plan) -> bool:
    """Tell whether a visit is booked."""
    return any(row.status is AppointmentStatus.BOOKED for row in patient.course.appointments)


def pregnant(patient: Patient, _: Plan) -> bool:
    """Tell whether a pregnancy is registered that has not ended."""
    return any(row.birth_on is None for row in patient.pregnancies)


def may_be_pregnant(patient: Patient, plan: Plan) -> bool:
    """Tell whether a pregnancy can be registered."""
    return runs(patient, plan) and not pregnant(patient, plan)


def held(patient: Patient, plan: Plan) -> bool:
    """Tell whether something keeps the doses or the full observation that a doctor can lift."""
    reacted = any(finding.key in _REACTED for finding in plan.findings)
    return reacted or any(hold.lifted_on is None for hold in patient.course.holds)


def prescribed(patient: Patient, _: Plan) -> bool:
    """Tell whether there is a prescription that is not withdrawn."""
    return any(row.withdrawn_on is None for row in patient.course.prescriptions)


def dispensed(patient: Patient, _: Plan) -> bool:
    """Tell whether the patient has got doses home."""
    return bool(patient.course.dispensings)


def may_go_home(patient: Patient, plan: Plan) -> bool:
    """Tell whether home treatment is in question."""
    return runs(patient, plan) and plan.home is not None


def not_begun(patient: Patient, plan: Plan) -> bool:
    """Tell whether the first dose is still to come."""
    return runs(patient, plan) and not plan.doses_completed

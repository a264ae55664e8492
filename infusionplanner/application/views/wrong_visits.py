"""Which coming visits a change of the treatment makes wrong, and where they could be moved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from infusionplanner.application.desk import Desk
from infusionplanner.application.records import PatientId, Visit, VisitState
from infusionplanner.application.views.lengths import visit_minutes
from infusionplanner.application.views.moving import Case, window_for
from infusionplanner.application.views.slots import suits
from infusionplanner.domain.dates import days_between
from infusionplanner.domain.patient import AppointmentKind, AppointmentStatus, Patient, Setting
from infusionplanner.domain.plan import plan
from infusionplanner.domain.result import PlannedDose


class Wrong(StrEnum):
    """What is wrong with a visit: no dose takes it, a stop is in its way, or its day, its place or its length."""

    NO_DOSE = "no_dose"
    BLOCKED = "blocked"
    WINDOW = "window"
    PLACE = "place"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class WrongVisit:
    """A visit that a change makes wrong. ``better`` is the day that it could be moved to, its own for another place."""

    visit: Visit
    why: Wrong
    better: date | None = None


def made_wrong_by(desk: Desk, changed: Patient) -> tuple[WrongVisit, ...]:
    """R-INT-13 Return the coming visits that are right by the patient as stored and wrong by the patient as changed."""
    who = PatientId(changed.id)
    with desk.store.reading() as reading:
        stored, unit, visits = reading.record(who).patient, reading.unit(), reading.visits_of(who)
    protocol = desk.protocol(changed.course.protocol, unit)
    before, after = (
        Case(patient, plan(patient, protocol, unit, desk.today()), protocol, unit) for patient in (stored, changed)
    )
    return tuple(_made_wrong(_coming(visits, desk.today()), before, after))


def _coming(visits: Iterable[Visit], today: date) -> Iterator[Visit]:
    for visit in visits:
        booked = visit.status is AppointmentStatus.BOOKED and visit.state is VisitState.PLANNED
        if booked and visit.on >= today and visit.kind is AppointmentKind.DOSE:
            yield visit


def _made_wrong(visits: Iterable[Visit], before: Case, after: Case) -> Iterator[WrongVisit]:
    for visit in visits:
        why = _fault(visit, after)
        if why is not None and why is not _fault(visit, before):
            yield WrongVisit(visit, why, _better(visit, after, why))


def _fault(visit: Visit, case: Case) -> Wrong | None:
    dose = _dose_of(visit, case)
    if dose is None:
        return Wrong.NO_DOSE
    if dose.blocked:
        return Wrong.BLOCKED
    if not dose.earliest <= visit.on <= dose.latest:
        return Wrong.WINDOW
    if visit.place is not None and not suits(case.unit, visit.place, dose.route):
        return Wrong.PLACE
    needed, _ = visit_minutes(case.patient, case.protocol, case.unit, visit.on)
    return Wrong.LENGTH if visit.minutes is not None and visit.minutes < needed else None


def _in_unit(case: Case) -> Iterator[PlannedDose]:
    return (dose for dose in case.plan.doses if dose.setting is Setting.UNIT)


def _dose_of(visit: Visit, case: Case) -> PlannedDose | None:
    return next((row for row in _in_unit(case) if row.booked and row.day == visit.on), None)


def _better(visit: Visit, case: Case, why: Wrong) -> date | None:
    """Return the day that the visit could be moved to: the best one for its dose, or of a dose that has no time yet."""
    dose = _dose_of(visit, case)
    if why is Wrong.BLOCKED:
        return None
    if why is Wrong.WINDOW and dose is not None:
        return min(window_for(case, dose).best)
    if why is not Wrong.NO_DOSE:
        return visit.on
    free = (row.day for row in _in_unit(case) if not row.booked and not row.blocked)
    return min(free, key=lambda day: abs(days_between(day, visit.on)), default=None)

"""Booking, moving and cancelling visits. The database sees to it that nobody books a place twice."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from datetime import time as clock_time

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import entered, filled
from infusionplanner.application.errors import (
    AmountError,
    DuplicateVisitError,
    NoFreePlaceError,
    NoProposalError,
    OutsideHoursError,
    PlaceTakenError,
    UnitClosedError,
    UnknownPlaceError,
    VisitInPastError,
    VisitStateError,
    VisitTooSoonError,
)
from infusionplanner.application.ports import Reading, Writing
from infusionplanner.application.records import Acknowledgement, Done, PatientId, Visit, VisitId, VisitState
from infusionplanner.application.views.lengths import ordered_route, visit_minutes
from infusionplanner.application.views.moving import Against, Case, DayFit, dose_for, fit, window_for
from infusionplanner.application.views.seats import seated
from infusionplanner.application.views.slots import SlotWish, first_free, free_slots, is_free, minute_of_day
from infusionplanner.domain.patient import AWAY, AppointmentKind, AppointmentStatus, Patient
from infusionplanner.domain.plan import plan
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import PlannedDose
from infusionplanner.domain.unit import Unit

MOST_MINUTES = 24 * 60
"""Longest visit that can be booked; the hours of the unit are the real limit."""

_DOSE = AppointmentKind.DOSE


@dataclass(frozen=True, slots=True)
class BookingProposal:
    """Where and when the next dose is proposed; ``dose`` is the plan's."""

    on: date
    time: clock_time
    place: str | None
    minutes: int
    observation_minutes: int
    dose: PlannedDose


def book_visit(  # noqa: PLR0913 - what a booking is
    desk: Desk,
    patient: PatientId,
    on: date,
    time: clock_time | None = None,
    *,
    kind: AppointmentKind = AppointmentKind.DOSE,
    place: str | None = None,
    minutes: int | None = None,
    note: str = "",
) -> Done:
    """Book a visit. Without a place the first free suitable one is taken; without minutes those that the visit needs.

    Raises:
        InvalidActError: The day is closed, has passed or comes too soon after the dose before, the time is outside the
            hours, the place is taken or unknown, or the patient already has such a visit that day.
    """
    entered(note, "note")
    with desk.act(ActKind.BOOK_VISIT, patient) as work:
        case = _case(desk, work, patient)
        needed, observation = visit_minutes(case.patient, case.protocol, case.unit, on, kind)
        length = needed if minutes is None else minutes
        visit = Visit(VisitId(0), patient, on, time, kind, place=place, minutes=length, note=note.strip())
        settled = _settled(desk, work, case, replace(visit, observation_minutes=observation))
        _fit(desk, case, settled, on)
        work.add_visit(settled)
        return work.done()


def proposal(desk: Desk, patient: PatientId) -> BookingProposal:
    """Return where and when the next dose in the unit would be booked. Raises ``NoProposalError``."""
    with desk.store.reading() as reading:
        return _proposal(desk, reading, patient)


def book_proposed(desk: Desk, patient: PatientId) -> Done:
    """Book the next dose as proposed: on the plan's day, at the time and place of the last visit if they are free."""
    with desk.act(ActKind.BOOK_PROPOSED, patient) as work:
        found = _proposal(desk, work, patient)
        visit = Visit(VisitId(0), patient, found.on, found.time, place=found.place, minutes=found.minutes)
        work.add_visit(replace(visit, observation_minutes=found.observation_minutes))
        return work.done()


def move_visit(  # noqa: PLR0913 - what a move is
    desk: Desk,
    visit: VisitId,
    on: date,
    time: clock_time | None,
    *,
    place: str | None = None,
    minutes: int | None = None,
    reason: str = "",
) -> Done:
    """Move a visit that has not begun. Without a place it keeps its own, or takes a free one where that is taken.

    R-INT-3 A dose that is moved out of its window needs a reason, which answers the warning of that day too.

    Raises:
        EmptyFieldError: The new day is outside the window, and no reason is given.
        InvalidActError: The visit has begun, or cannot be then and there.
    """
    entered(reason, "reason")
    with desk.act_on_visit(ActKind.MOVE_VISIT, visit) as (work, before):
        case = _case(desk, work, before.patient)
        found = None if on == before.on else _fit(desk, case, before, on)
        put_moved(desk, work, before, NewTime(on, time, place, minutes))
        if found is not None and found.needs_reason:
            key = "interval.outside_window" if found.against is Against.EARLY else "interval.late"
            why = filled(reason, "reason")
            work.add_acknowledgement(Acknowledgement(before.patient, "R-INT-3", key, on, desk.now(), why))
        return work.done()


def cancel_visit(desk: Desk, visit: VisitId) -> Done:
    """Cancel a visit at which nothing has begun; it stays in the record as cancelled."""
    with desk.act_on_visit(ActKind.CANCEL_VISIT, visit) as (work, before):
        put_cancelled(work, before)
        return work.done()


@dataclass(frozen=True, slots=True)
class NewTime:
    """When and where a visit is moved to. Without a place its own or a free one, without minutes its own length."""

    on: date
    time: clock_time | None
    place: str | None = None
    minutes: int | None = None


def put_moved(desk: Desk, work: Writing, before: Visit, to: NewTime) -> None:
    """Move a visit in the unit of work of an act."""
    if before.state is not VisitState.PLANNED or before.status is AppointmentStatus.CANCELLED:
        raise VisitStateError(before.id, "move", how_far(before))
    case = _case(desk, work, before.patient)
    needed, observation = visit_minutes(case.patient, case.protocol, case.unit, to.on, before.kind)
    length = to.minutes if to.minutes is not None else before.minutes or needed
    moved = replace(before, on=to.on, time=to.time, place=to.place, minutes=length, observation_minutes=observation)
    work.update_visit(_settled(desk, work, case, moved, usual=before.place))


def put_cancelled(work: Writing, before: Visit) -> None:
    """Cancel a visit in the unit of work of an act."""
    begun = before.state not in {VisitState.PLANNED, VisitState.ARRIVED}
    if begun or before.status is AppointmentStatus.CANCELLED:
        raise VisitStateError(before.id, "cancel", how_far(before))
    work.update_visit(replace(before, status=AppointmentStatus.CANCELLED))


def _fit(desk: Desk, case: "_Case", visit: Visit, on: date) -> DayFit | None:
    """R-INT-3 Return how a day suits the dose that a visit is for; one that comes too soon is refused."""
    if visit.kind is not _DOSE:
        return None
    found = plan(case.patient, case.protocol, case.unit, desk.today())
    whole = Case(case.patient, found, case.protocol, case.unit)
    window = window_for(whole, dose_for(found, visit.on))
    suits = fit(whole, window, on)
    if suits.against is Against.TOO_SOON and suits.days is not None:
        raise VisitTooSoonError(on, suits.days, window.minimum_days)
    return suits


def how_far(visit: Visit) -> str:
    """Return how far a visit has come, or that it is cancelled."""
    return visit.status.value if visit.status is AppointmentStatus.CANCELLED else visit.state.value


@dataclass(frozen=True, slots=True)
class _Case:
    """A patient with the unit, and the protocol as the unit uses it."""

    patient: Patient
    unit: Unit
    protocol: Protocol


def _case(desk: Desk, reading: Reading, patient: PatientId) -> _Case:
    known, unit = reading.record(patient).patient, reading.unit()
    return _Case(known, unit, desk.protocol(known.course.protocol, unit))


def _settled(desk: Desk, reading: Reading, case: _Case, visit: Visit, usual: str | None = None) -> Visit:
    """Return the visit at a place, or refuse it."""
    _may_stand(visit, case.unit, desk.today())
    for other in reading.visits_of(visit.patient):
        same = other.on == visit.on and other.kind is visit.kind and other.id != visit.id
        if same and other.status is AppointmentStatus.BOOKED and other.not_given is None:
            raise DuplicateVisitError(visit.patient, visit.on)
    if visit.time is None or not case.unit.places:
        return visit
    others = [other for other in _seated(desk, reading, visit.on) if other.id != visit.id]
    if visit.place is None:
        return _placed(others, case, visit, usual)
    if not is_free(others, visit.place, minute_of_day(visit.time), visit.minutes or 0):
        raise PlaceTakenError(visit.place, visit.on, visit.time)
    return visit


def _seated(desk: Desk, reading: Reading, on: date) -> list[Visit]:
    """Return the visits of a day, each for as long as its place is taken in fact."""
    now = desk.now()
    return [seated(visit, now) for visit in reading.visits(on, on)]


def _may_stand(visit: Visit, unit: Unit, today: date) -> None:
    """Refuse a day that has passed or is closed, an unknown place, and a time outside the hours."""
    if visit.on < today:
        raise VisitInPastError(visit.on, today)
    if (closure := unit.closure(visit.on)) is not None:
        raise UnitClosedError(visit.on, closure)
    minutes = visit.minutes or 0
    if not 0 < minutes <= MOST_MINUTES:
        raise AmountError(field="minutes", value=minutes, lowest=1, highest=MOST_MINUTES)
    if visit.place is not None and visit.place not in (names := [place.name for place in unit.places]):
        raise UnknownPlaceError(visit.place, names)
    if visit.time is None:
        return
    ends = datetime.combine(visit.on, visit.time) + timedelta(minutes=minutes)
    if visit.time < unit.opens or ends > datetime.combine(visit.on, unit.closes):
        raise OutsideHoursError(visit.time, minutes, unit.opens, unit.closes)


def _placed(others: list[Visit], case: _Case, visit: Visit, usual: str | None) -> Visit:
    """Return the visit at its usual place when that is free, or at another free one that suits."""
    route = ordered_route(case.patient, case.protocol, case.unit, visit.on) if visit.kind is _DOSE else None
    slots = free_slots(case.unit, others, visit.on, visit.minutes or 0, SlotWish(route, visit.time, usual))
    for slot in slots:
        if slot.time == visit.time:
            return replace(visit, place=slot.place)
    raise NoFreePlaceError(visit.on, visit.time)


def _proposal(desk: Desk, reading: Reading, patient: PatientId) -> BookingProposal:
    case, now = _case(desk, reading, patient), desk.now()
    dose = plan(case.patient, case.protocol, case.unit, now.date()).next_dose
    if dose is None or dose.booked or dose.setting in AWAY:
        raise NoProposalError(patient)
    used = [visit for visit in reading.visits_of(patient) if visit.kind is _DOSE and visit.time is not None]
    wish = SlotWish(dose.route, used[-1].time, used[-1].place) if used else SlotWish(dose.route)
    for day in _days(dose, case.unit, now.date()):
        minutes, observation = visit_minutes(case.patient, case.protocol, case.unit, day)
        slots = free_slots(case.unit, _seated(desk, reading, day), day, minutes, wish)
        slot = first_free(slots, now.time() if day == now.date() else None)
        if slot is not None:
            return BookingProposal(day, slot.time, slot.place, minutes, observation, dose)
    raise NoFreePlaceError(dose.day, None)


def _days(dose: PlannedDose, unit: Unit, today: date) -> list[date]:
    """Return the days to try: the proposed one, the other candidates, then the rest of the window, nearest first."""
    window = (dose.earliest + timedelta(days=n) for n in range((dose.latest - dose.earliest).days + 1))
    rest = sorted((day for day in window if day >= today and unit.is_open(day)), key=lambda day: abs(day - dose.day))
    return list(dict.fromkeys([dose.day, *dose.alternatives, *rest]))

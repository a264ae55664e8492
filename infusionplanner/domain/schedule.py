"""R-INT-2 and R-INT-4: the coming doses, each on an open day and counted from the one before."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from infusionplanner.domain.counting import before
from infusionplanner.domain.dates import add_days, days_between
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.interval import Order, next_order, regimens_in_order
from infusionplanner.domain.observation import observe
from infusionplanner.domain.patient import Appointment, AppointmentKind, AppointmentStatus, Setting
from infusionplanner.domain.pregnancy import last_day
from infusionplanner.domain.result import PlannedDose
from infusionplanner.domain.unit import Unit

_SEARCH_DAYS = 366
"""How far an open day is sought; a unit that is closed for a year gets the due day and a warning."""


class Proposal(NamedTuple):
    """The day to book and the other candidates, nearest first (R-INT-4)."""

    day: date
    alternatives: tuple[date, ...] = ()


def propose(due: date, not_before: date, window_days: int, unit: Unit) -> Proposal:
    """R-INT-4 Propose the open day nearest to ``due``, the earlier one on a tie, never before ``not_before``.

    Inside the window both candidates are kept, the other as alternative. Without an open day in the window the
    nearest open day outside it is proposed. When ``due`` has passed it is the first open day from ``not_before``.
    """
    if due < not_before:
        return Proposal(_first_open(not_before, unit))
    if unit.is_open(due):
        return Proposal(due)
    earlier = _nearest(due, -1, window_days, unit, not_before)
    later = _nearest(due, 1, window_days, unit, not_before)
    if earlier is None and later is None:
        return Proposal(_nearest_anywhere(due, not_before, unit))
    if earlier is None or later is None:
        return Proposal(earlier or later or due)
    if days_between(earlier, due) <= days_between(due, later):
        return Proposal(earlier, (later,))
    return Proposal(later, (earlier,))


def _first_open(day: date, unit: Unit) -> date:
    return next((found for n in range(_SEARCH_DAYS) if unit.is_open(found := add_days(day, n))), day)


def _nearest(due: date, step: int, days: int, unit: Unit, not_before: date) -> date | None:
    for n in range(1, days + 1):
        day = add_days(due, n * step)
        if day >= not_before and unit.is_open(day):
            return day
    return None


def _nearest_anywhere(due: date, not_before: date, unit: Unit) -> date:
    for n in range(1, _SEARCH_DAYS):
        for day in (add_days(due, -n), add_days(due, n)):
            if day >= not_before and unit.is_open(day):
                return day
    return due


def coming_doses(view: View, horizon: date) -> Iterator[PlannedDose]:
    """Yield the coming doses to ``horizon``, as if every proposed date is kept; none after a stop.

    R-INT-2 each dose is due one ordered interval after the one before it (the proposed day, once projected). The
    series ends with the last planned dose of a bridging course (R-INT-12) and with the last one before 34+0
    (R-PREG-2).
    """
    regimens = regimens_in_order(view)
    anchor = view.last_completed
    number = view.doses_completed
    counted = view.counted
    booked = bookings(view)
    final = _last_number(view)
    ends_before = last_day(view)
    while not view.stopped and (final is None or number < final):
        number += 1
        found = next_order(view, regimens, anchor)
        if found is None:
            return
        order, due = found
        proposal = _proposal(view, order, due, anchor)
        apart = max(order.interval_days / 2, view.protocol.interval.minimum_days)
        appointment = _take_booking(booked, proposal.day, apart)
        if appointment is not None:
            proposal = Proposal(appointment)
            booked = [day for day in booked if days_between(appointment, day) >= view.protocol.interval.minimum_days]
        day = proposal.day
        if day > horizon or (ends_before is not None and max(due, day) >= ends_before) or _ended(view, day):
            return
        counted = before(counted, day, view.protocol.gap)
        window = view.protocol.interval.window_days
        yield PlannedDose(
            number,
            due,
            day,
            add_days(due, -window),
            add_days(due, window),
            proposal.alternatives,
            order.route,
            order.setting,
            order.interval_days,
            False,  # noqa: FBT003 - blocked is known when all findings are
            observe(view, counted, order.route),
            order.rule,
            appointment is not None,
        )
        counted = counted.add(day, order.route)
        anchor = day


def _ended(view: View, day: date) -> bool:
    """R-STOP-1 Tell whether the treatment will have ended on a day, by a stop that is already recorded."""
    return view.course.stop is not None and view.course.stop.on <= day


def _last_number(view: View) -> int | None:
    return view.course.bridging.planned_doses if view.course.bridging else None


def _proposal(view: View, order: Order, due: date, anchor: date | None) -> Proposal:
    """R-INT-4 Home doses stay on the due day; doses in the unit go to an open day, 21 days after the last at least."""
    rules = view.protocol.interval
    not_before = view.as_of
    for last in (anchor, view.last_administered):
        if last is not None:
            not_before = max(not_before, add_days(last, rules.minimum_days))
    if order.setting is Setting.HOME:
        return Proposal(max(due, not_before))
    return propose(due, not_before, rules.window_days, view.unit)


def bookings(view: View) -> list[date]:
    """Return the days from today on for which a dose is booked, earliest first; today no more once it is recorded."""
    recorded = not view.before and any(dose.on == view.as_of for dose in view.course.doses)
    return sorted(
        row.on
        for row in view.course.appointments
        if row.kind is AppointmentKind.DOSE
        and row.status is AppointmentStatus.BOOKED
        and (row.on > view.as_of or (row.on == view.as_of and not recorded))
    )


def _take_booking(booked: list[date], proposed: date, apart: float) -> date | None:
    """Take the booking that belongs to a dose: the first one less than ``apart`` days after the proposed day.

    ``apart`` is half the interval, so that a booking goes to the dose it is nearest to, and not under 21 days: the
    dose after this one cannot be sooner (R-INT-3).
    """
    if booked and days_between(proposed, booked[0]) < apart:
        return booked.pop(0)
    return None


def passed_appointment(view: View) -> Appointment | None:
    """R-INT-10 Return the newest booked dose that has passed with nothing recorded, or None."""
    since = view.last_administered
    passed = [
        row
        for row in view.course.appointments
        if row.kind is AppointmentKind.DOSE
        and row.status is AppointmentStatus.BOOKED
        and row.on < view.as_of
        and (since is None or row.on > since)
        and not any(dose.on == row.on for dose in view.course.doses)
    ]
    return max(passed, key=_appointment_day, default=None)


def _appointment_day(appointment: Appointment) -> date:
    return appointment.on


def closed_findings(unit: Unit, day: date, setting: Setting | None) -> list[Finding]:
    """R-INT-4 A dose in the unit on a day on which the unit is closed."""
    closure = unit.closure(day)
    if closure is None or setting is Setting.HOME:
        return []
    return [Finding("R-INT-4", Level.WARN, "unit.closed", facts={"day": day, "closure": closure})]

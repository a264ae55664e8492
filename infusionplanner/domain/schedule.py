"""R-INT-2 and R-INT-4: the coming doses, each on an open day and counted from the one before."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from infusionplanner.domain.away.conditions import conditions
from infusionplanner.domain.away.unreported import unreported_days
from infusionplanner.domain.bridging import left_of_bridge
from infusionplanner.domain.controls.monitoring import monitoring
from infusionplanner.domain.counting import Counted, before
from infusionplanner.domain.dates import MONTHS_PER_YEAR, add_days, add_months, days_between
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.interval import Order, next_order, regimens_in_order
from infusionplanner.domain.observation import observe
from infusionplanner.domain.patient import AWAY, Appointment, AppointmentKind, AppointmentStatus, Setting
from infusionplanner.domain.pregnancy import last_day
from infusionplanner.domain.result import ConditionState, PlannedDose
from infusionplanner.domain.unit import Unit

_SEARCH_DAYS = 366
"""How far an open day is sought; a unit that is closed for a year gets the due day and a warning."""


class Proposal(NamedTuple):
    """The day to book and the other candidates, nearest first (R-INT-4); no day when none is allowed."""

    day: date | None
    alternatives: tuple[date, ...] = ()


class Allowed(NamedTuple):
    """The days that a dose may be proposed for: not before one day, and before another one where there is one."""

    not_before: date
    before: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day is among them."""
        return self.not_before <= day and (self.before is None or day < self.before)


class Series(NamedTuple):
    """The coming doses, and those supposed while nobody knows whether a home dose was taken (R-HOME-7).

    ``unreported`` are the due days of such doses, ``unused`` the booked days that no coming dose takes (R-INT-13).
    """

    doses: tuple[PlannedDose, ...] = ()
    supposed: tuple[PlannedDose, ...] = ()
    unreported: tuple[date, ...] = ()
    unused: tuple[date, ...] = ()


def propose(due: date, allowed: Allowed, window_days: int, unit: Unit) -> Proposal:
    """R-INT-4 Propose the allowed open day nearest to ``due``, the earlier one on a tie; the other is an alternative.

    Without an open day in the window the nearest one outside it is proposed. When ``due`` has passed it is the first
    open day. R-PREG-2 Where the days end, none outside the window is proposed.
    """
    if due < allowed.not_before:
        day = _first_open(allowed.not_before, unit)
        return Proposal(day if allowed.holds(day) else None)
    if unit.is_open(due):
        return Proposal(due)
    inside = _around(due, allowed, window_days, unit)
    if inside is not None or allowed.before is not None:
        return inside or Proposal(None)
    return _around(due, allowed, _SEARCH_DAYS, unit) or Proposal(due)


def _first_open(day: date, unit: Unit) -> date:
    return next((found for n in range(_SEARCH_DAYS) if unit.is_open(found := add_days(day, n))), day)


def _around(due: date, allowed: Allowed, reach: int, unit: Unit) -> Proposal | None:
    """Return the nearest open day on each side, the nearer one first and on a tie the earlier; None without any."""
    sides = (_nearest(due, step, reach, allowed, unit) for step in (-1, 1))
    found = sorted((day for day in sides if day is not None), key=lambda day: abs(days_between(due, day)))
    return Proposal(found[0], tuple(found[1:])) if found else None


def _nearest(due: date, step: int, reach: int, allowed: Allowed, unit: Unit) -> date | None:
    for n in range(1, reach + 1):
        day = add_days(due, n * step)
        if not allowed.holds(day):
            return None
        if unit.is_open(day):
            return day
    return None


class Bookings:
    """The booked days from today on, earliest first, each taken by one coming dose or by none (R-INT-13)."""

    def __init__(self, view: View) -> None:
        self.left = bookings(view)
        self.unused: list[date] = []
        self._minimum = view.protocol.interval.minimum_days

    def take(self, target: date, interval_days: int, ends: date | None) -> date | None:
        """Take the booking that is nearest to a dose's day and nearer to it than to the next dose; one a dose.

        What is booked before it, or sooner after it than 21 days, belongs to no dose.
        """
        apart = max(interval_days / 2, self._minimum)
        near = [day for day in self.left if days_between(target, day) < apart and (ends is None or day < ends)]
        if not near:
            return None
        chosen = min(near, key=lambda day: abs(days_between(target, day)))
        self.left.remove(chosen)
        self.unused += [day for day in self.left if days_between(chosen, day) < self._minimum]
        self.left = [day for day in self.left if days_between(chosen, day) >= self._minimum]
        return chosen

    def close(self) -> None:
        """Say that no dose comes any more."""
        self.unused += self.left
        self.left = []


class _Start(NamedTuple):
    """Where a series goes on from: the day of the last dose, its number, and the doses that count before the next."""

    anchor: date | None
    number: int
    counted: Counted


def coming_series(view: View, horizon: date) -> Series:
    """Return the coming doses to ``horizon``, as if every proposed date is kept; none after a stop.

    The times that are booked within a year are all judged, however far ``horizon`` is.

    R-HOME-7 While a home dose may have been taken, it alone is planned, without a date unless a time in the unit is
    booked; the doses after it are supposed.
    """
    booked, start = Bookings(view), _Start(view.anchor, view.doses_completed, view.counted)
    year = add_months(view.as_of, MONTHS_PER_YEAR)
    horizon = max([horizon, *(day for day in booked.left if day <= year)])
    unreported = unreported_days(view, view.as_of)
    if view.stopped:
        booked.close()
        return Series(unreported=unreported, unused=tuple(booked.unused))
    if not unreported:
        doses = tuple(_projected(view, horizon, start, booked))
        return Series(doses, doses, (), tuple(booked.unused))
    waiting = _waiting(view, unreported, start, booked)
    counted = view.counted
    for dose in waiting:
        counted = before(counted, dose.due, view.protocol.gap).add(dose.due, dose.route)
    later = _projected(view, horizon, _Start(unreported[-1], waiting[-1].number, counted), booked)
    supposed = (*waiting, *later)
    return Series((replace(waiting[-1], number=start.number + 1),), supposed, unreported, tuple(booked.unused))


def _waiting(view: View, days: tuple[date, ...], start: _Start, booked: Bookings) -> list[PlannedDose]:
    """R-HOME-7 Return the doses that may have been taken, as they were due; the last takes a time in the unit."""
    regimens, anchor = regimens_in_order(view), start.anchor
    found: list[PlannedDose] = []
    for number, due in enumerate(days, start.number + 1):
        order = next_order(view, regimens, anchor, date.min)
        anchor = due
        if order is not None:  # pragma: no branch - a due day was reckoned from an order
            counted = before(view.counted, due, view.protocol.gap)
            found.append(_planned(view, order[0], number, due, Proposal(None), counted))
    visit = booked.take(view.as_of, found[-1].interval_days, None)
    if visit is not None:
        found[-1] = replace(found[-1], proposed=visit, booked=True, setting=Setting.UNIT)
    return found


def _projected(view: View, horizon: date, start: _Start, booked: Bookings) -> list[PlannedDose]:
    """R-INT-2 Return the doses after ``start``, each due one ordered interval after the one before it as proposed.

    The series ends with the last planned dose of a bridging course (R-INT-12), with the last one before 34+0
    (R-PREG-2) and at a stop that is already recorded.
    """
    regimens, gap, stop = regimens_in_order(view), view.protocol.gap, view.course.stop
    anchor, number, counted = start
    found: list[PlannedDose] = []
    left, limit = left_of_bridge(view), last_day(view)
    floor = _not_before(view, view.last_administered, view.as_of)
    while left is None or len(found) < left:
        known = next_order(view, regimens, anchor)
        if known is None:
            return found
        order, due = known
        if limit is not None and due >= limit:
            break
        proposal = _proposal(view, order, due, Allowed(_not_before(view, anchor, floor), limit))
        visit = None
        if booked.left and (order.setting not in AWAY or not may_be_away(view, order.setting)):
            visit = booked.take(proposal.day or due, order.interval_days, limit)
        if visit is not None:
            order, proposal = order._replace(setting=Setting.UNIT), Proposal(visit)
        day = proposal.day or due
        if stop is not None and stop.on <= day:
            break
        if day > horizon:
            return found
        number += 1
        counted = before(counted, day, gap)
        found.append(_planned(view, order, number, due, proposal, counted, booked=visit is not None))
        if proposal.day is None:
            break
        counted, anchor = counted.add(day, order.route), day
    booked.close()
    return found


def may_be_away(view: View, setting: Setting) -> bool:
    """R-HOME-4 Tell whether doses may be given away from the unit today; else one that is booked is a unit dose.

    An open hold, which stops doses in the unit too, makes none of a dose at home.
    """
    rows = conditions(view, view.counted, monitoring(view, ()), setting)
    return all(row.state is ConditionState.MET for row in rows if row.key != "hold")


def _planned(  # noqa: PLR0913, PLR0917 - what a planned dose is made of
    view: View, order: Order, number: int, due: date, proposal: Proposal, counted: Counted, *, booked: bool = False
) -> PlannedDose:
    window = view.protocol.interval.window_days
    return PlannedDose(
        number,
        due,
        proposal.day,
        add_days(due, -window),
        add_days(due, window),
        proposal.alternatives,
        order.route,
        order.setting,
        order.interval_days,
        False,  # noqa: FBT003 - blocked is known when all findings are
        observe(view, counted, order.route),
        order.rule,
        booked,
    )


def _not_before(view: View, last: date | None, floor: date) -> date:
    """R-INT-3 Return the first day that is 21 days after a dose, and no day before ``floor``."""
    return floor if last is None else max(floor, add_days(last, view.protocol.interval.minimum_days))


def _proposal(view: View, order: Order, due: date, allowed: Allowed) -> Proposal:
    """R-INT-4 Home doses stay on the due day; doses in the unit go to an open day, 21 days after the last at least."""
    if order.setting in AWAY:
        day = max(due, allowed.not_before)
        return Proposal(day if allowed.holds(day) else None)
    return propose(due, allowed, view.protocol.interval.window_days, view.unit)


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


def unused_findings(days: tuple[date, ...]) -> list[Finding]:
    """R-INT-13 A booked time that no coming dose takes is named: cancel or move it."""
    return [Finding("R-INT-13", Level.TASK, "booking.unused", day, {"day": day}) for day in sorted(days)]


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


def unrecorded(view: View) -> list[Finding]:
    """R-INT-10 A booked dose time that has passed with nothing recorded is a task; after a stop nobody waits for it."""
    passed = None if view.stopped else passed_appointment(view)
    if passed is None:
        return []
    return [Finding("R-INT-10", Level.TASK, "visit.unrecorded", passed.on, {"day": passed.on})]


def _appointment_day(appointment: Appointment) -> date:
    return appointment.on


def closed_findings(unit: Unit, day: date, setting: Setting | None) -> list[Finding]:
    """R-INT-4 A dose in the unit on a day on which the unit is closed."""
    closure = unit.closure(day)
    if closure is None or setting in AWAY:
        return []
    return [Finding("R-INT-4", Level.WARN, "unit.closed", facts={"day": day, "closure": closure})]

"""What a move of a visit would mean, before it is made: how each day suits the patient, and what moves along. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from infusionplanner.application.records import Visit
from infusionplanner.domain.dates import add_days, days_between
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Appointment, AppointmentKind, AppointmentStatus, Patient, Setting
from infusionplanner.domain.plan import plan
from infusionplanner.domain.pregnancy import last_day
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Plan, PlannedDose
from infusionplanner.domain.schedule import Allowed, propose
from infusionplanner.domain.unit import Unit

_DOSE = AppointmentKind.DOSE

MOST_SHIFTS = 4
"""So many consequences are named; whoever wants all of them opens the patient."""


class Suits(StrEnum):
    """How a day suits the dose that is moved."""

    BEST = "best"
    ALLOWED = "allowed"
    OUTSIDE = "outside"


class Against(StrEnum):
    """Why a day is outside. All but ``EARLY`` and ``LATE`` forbid a booking there."""

    PAST = "past"
    CLOSED = "closed"
    TOO_SOON = "too_soon"
    EARLY = "early"
    LATE = "late"
    REBOUND = "rebound"


FORBIDDEN = frozenset({Against.PAST, Against.CLOSED, Against.TOO_SOON})
"""A visit is not booked on a day that has passed or is closed, nor less than 21 days after the last dose (R-INT-3)."""


OUT_OF_WINDOW = frozenset({Against.EARLY, Against.LATE, Against.REBOUND})
"""R-INT-3 A dose can be moved to such a day, with a reason."""


@dataclass(frozen=True, slots=True)
class DayFit:
    """One day for one dose. ``days`` counts from the dose before, None when there is none."""

    on: date
    suits: Suits
    against: Against | None = None
    days: int | None = None
    closure: str | None = None

    @property
    def forbidden(self) -> bool:
        """Tell whether nothing is booked on this day."""
        return self.against in FORBIDDEN

    @property
    def needs_reason(self) -> bool:
        """Tell whether a visit is moved to this day with a reason alone."""
        return self.against in OUT_OF_WINDOW


@dataclass(frozen=True, slots=True)
class Case:
    """A patient with the plan of today and what it was computed with."""

    patient: Patient
    plan: Plan
    protocol: Protocol
    unit: Unit


@dataclass(frozen=True, slots=True)
class Window:
    """The days for one dose, or for a visit without a dose (``dose`` None), which any open day suits.

    ``before`` is the completed dose that the days are counted from, the planned one for a dose further ahead.
    """

    dose: PlannedDose | None
    before: date | None
    best: frozenset[date]
    minimum_days: int
    rebound_days: int

    @property
    def number_before(self) -> int:
        """Return the number of the dose before, 0 when this is the first."""
        return 0 if self.dose is None else self.dose.number - 1


def dose_for(plan: Plan, on: date) -> PlannedDose | None:
    """Return the planned dose in the unit that a visit on a day is for: that day's, else the one due nearest to it."""
    doses = [dose for dose in plan.doses if dose.setting is Setting.UNIT]
    exact = next((dose for dose in doses if dose.day == on), None)
    return exact or min(doses, key=lambda dose: abs(days_between(dose.due, on)), default=None)


def window_for(case: Case, dose: PlannedDose | None) -> Window:
    """R-INT-3, R-INT-4 Return the days for a dose of the plan: best are the open days nearest to the due day."""
    rules = case.protocol.interval
    if dose is None:
        return Window(None, None, frozenset(), rules.minimum_days, rules.rebound_warn_days)
    before = _before(case, dose)
    allowed = Allowed(_first_day(case, before), last_day(_view(case)))
    proposal = propose(dose.due, allowed, rules.window_days, case.unit)
    days = [proposal.day, *proposal.alternatives] if proposal.day is not None else []
    best = frozenset(day for day in days if abs(days_between(dose.due, day)) == abs(days_between(dose.due, days[0])))
    return Window(dose, before, best, rules.minimum_days, rules.rebound_warn_days)


def _before(case: Case, dose: PlannedDose) -> date | None:
    earlier = [row.day for row in case.plan.doses if row.number < dose.number]
    return earlier[-1] if earlier else _view(case).anchor


def _first_day(case: Case, before: date | None) -> date:
    minimum = case.protocol.interval.minimum_days
    days = (before, _view(case).last_administered)
    return max([case.plan.as_of, *(add_days(day, minimum) for day in days if day is not None)])


def _view(case: Case) -> View:
    return View(case.patient, case.protocol, case.unit, case.plan.as_of)


def fit(case: Case, window: Window, on: date) -> DayFit:
    """Return how a day suits."""
    days = None if window.before is None else days_between(window.before, on)
    closure = case.unit.closure(on)
    against = _against(case, window, on, days)
    if against is not None:
        return DayFit(on, Suits.OUTSIDE, against, days, closure)
    return DayFit(on, Suits.BEST if on in window.best else Suits.ALLOWED, None, days)


def _against(case: Case, window: Window, on: date, days: int | None) -> Against | None:
    if on < case.plan.as_of:
        return Against.PAST
    if not case.unit.is_open(on):
        return Against.CLOSED
    if days is not None and days < window.minimum_days:
        return Against.TOO_SOON
    if window.dose is None or on in window.best or window.dose.earliest <= on <= window.dose.latest:
        return None
    late = Against.REBOUND if days is not None and days > window.rebound_days else Against.LATE
    return Against.EARLY if on < window.dose.earliest else late


class Follows(StrEnum):
    """What moves along with a dose."""

    DOSE = "dose"
    CONTROL = "control"
    ORDER = "order"
    RENEW = "renew"


@dataclass(frozen=True, slots=True)
class Shift:
    """A date that moves along: of the dose ``number``, of the control ``kind``, at the pharmacy."""

    what: Follows
    was: date
    becomes: date
    number: int = 0
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What the plan says after a move: what moves along, and the stops and warnings that were not there before."""

    plan: Plan
    shifts: tuple[Shift, ...]
    findings: tuple[Finding, ...]
    squeezed: date | None = None
    """The day of a booked dose that would come less than 21 days after this one (R-INT-3)."""


def preview(case: Case, on: date, visit: Visit | None = None) -> Preview:
    """Return what follows when a dose visit is on ``on``: one that is moved, or one that is booked anew (None)."""
    appointments = list(case.patient.course.appointments)
    if visit is not None:
        mine = Appointment(visit.on, visit.time, visit.kind)
        appointments = [row for row in appointments if row != mine]
    squeezed = _squeezed(appointments, on, case.protocol.interval.minimum_days)
    appointments.append(Appointment(on, None, _DOSE if visit is None else visit.kind))
    course = replace(case.patient.course, appointments=tuple(appointments))
    after = plan(replace(case.patient, course=course), case.protocol, case.unit, case.plan.as_of)
    known = {(row.rule, row.key) for row in case.plan.findings}
    bad = (Level.STOP, Level.WARN)
    new = tuple(row for row in after.findings if row.level in bad and (row.rule, row.key) not in known)
    shifts = tuple(_shifts(case.plan, after, on))[:MOST_SHIFTS]
    return Preview(after, shifts, new, squeezed)


def _squeezed(appointments: Iterable[Appointment], on: date, minimum_days: int) -> date | None:
    booked = (row.on for row in appointments if row.status is AppointmentStatus.BOOKED and row.kind is _DOSE)
    return min((day for day in booked if 0 < days_between(on, day) < minimum_days), default=None)


def _shifts(before: Plan, after: Plan, on: date) -> Iterator[Shift]:
    """Yield what gets another day: the next doses, the pharmacy, and the controls."""
    yield from _doses(before.doses, after.doses, on)
    if before.supply is not None and after.supply is not None:
        for what, earlier, later in (
            (Follows.ORDER, before.supply.order_by, after.supply.order_by),
            (Follows.RENEW, before.supply.renew_by, after.supply.renew_by),
        ):
            if earlier is not None and later is not None and earlier != later:
                yield Shift(what, earlier, later)
    was = {row.kind: row.on_visit or row.due for row in before.monitoring}
    for row in after.monitoring:
        becomes = row.on_visit or row.due
        if was.get(row.kind, becomes) != becomes:
            yield Shift(Follows.CONTROL, was[row.kind], becomes, kind=row.kind)


def _doses(before: Iterable[PlannedDose], after: Iterable[PlannedDose], on: date) -> Iterator[Shift]:
    """Yield the first two doses after the moved one that get another day; all later ones follow them."""
    was = {dose.number: dose.day for dose in before}
    moved = (dose for dose in after if dose.day > on and was.get(dose.number, dose.day) != dose.day)
    for dose, _ in zip(moved, range(2), strict=False):
        yield Shift(Follows.DOSE, was[dose.number], dose.day, dose.number)

"""How full the coming weeks are: visits, minutes of places and of nurses, closures, and the days to look at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from infusionplanner.application.records import PatientId, Visit
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.stored import visits_of_days
from infusionplanner.domain.dates import DAYS_PER_WEEK, add_days
from infusionplanner.domain.patient import AppointmentKind, AppointmentStatus, Route, Setting
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Plan, PlannedDose
from infusionplanner.domain.unit import Unit

WEEKS = 12
FULL = 0.9
"""From this share of its minutes on a day is called full (OWN): a late patient no longer fits in."""

_IN_UNIT = frozenset({AppointmentKind.DOSE, AppointmentKind.TRAINING})
_MINUTES_PER_HOUR = 60


class Problem(StrEnum):
    """Why a day is to be looked at."""

    CLOSED = "closed"
    OVER = "over"
    FULL = "full"
    NO_PLACE = "no_place"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class DayLoad:
    """One day of the unit.

    ``booked`` visits stand in the book; ``expected`` are doses of the plans that have no time yet. ``chair_minutes`` is
    the time that both take a place, observation included, of ``open_minutes`` that all places have together.
    ``nurse_minutes`` is the same time without the observation: when a dose is given or somebody is trained.
    """

    on: date
    open_minutes: int
    closure: str | None = None
    booked: int = 0
    expected: int = 0
    chair_minutes: int = 0
    nurse_minutes: int = 0
    no_place: int = 0
    outside: int = 0

    @property
    def visits(self) -> int:
        """Return the visits, booked and expected."""
        return self.booked + self.expected

    @property
    def share(self) -> float:
        """Return the share of the places' time that is taken; 1 is full. On a closed day 0 or more than full."""
        if self.open_minutes:
            return self.chair_minutes / self.open_minutes
        return 2.0 if self.chair_minutes else 0.0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return why the day is to be looked at, the gravest reason first."""
        found = {
            Problem.CLOSED: self.closure is not None and self.booked > 0,
            Problem.OVER: self.closure is None and self.share > 1,
            Problem.FULL: self.closure is None and FULL <= self.share <= 1,
            Problem.NO_PLACE: self.no_place > 0,
            Problem.OUTSIDE: self.outside > 0,
        }
        return tuple(problem for problem, is_there in found.items() if is_there)


@dataclass(slots=True)
class _Sum:
    """What one day adds up to."""

    booked: int = 0
    expected: int = 0
    chair: int = 0
    nurse: int = 0
    no_place: int = 0
    outside: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """What the weeks are counted from: the unit, the plans with the protocol of each patient, and the visits."""

    unit: Unit
    plans: Mapping[PatientId, Plan]
    protocols: Mapping[PatientId, Protocol]
    visits: Iterable[Visit] = field(default_factory=tuple)


def load(book: Book, monday: date, weeks: int = WEEKS) -> tuple[DayLoad, ...]:
    """Return the days of some weeks from ``monday`` on, each with what is booked and what is expected."""
    last = add_days(monday, weeks * DAYS_PER_WEEK - 1)
    sums = {add_days(monday, number): _Sum() for number in range(weeks * DAYS_PER_WEEK)}
    for visit in book.visits:
        if visit.on in sums and _stands(visit):
            _add_visit(sums[visit.on], visit)
    for who, plan in book.plans.items():
        for dose in _in_unit(plan, last):
            if dose.day in sums:
                _add_dose(sums[dose.day], dose, book.protocols[who])
    return tuple(_day(day, total, book.unit) for day, total in sums.items())


def coming_load(overview: Overview, monday: date) -> tuple[DayLoad, ...]:
    """Return the days of the weeks from ``monday`` on, by what is booked and what the plans of an overview expect."""
    visits = visits_of_days(overview, monday, add_days(monday, WEEKS * DAYS_PER_WEEK - 1))
    protocols = {who: overview.protocols[row.course.protocol] for who, row in overview.patients.items()}
    return load(Book(overview.unit, overview.plans, protocols, visits), monday)


def _stands(visit: Visit) -> bool:
    booked = visit.status is AppointmentStatus.BOOKED and visit.not_given is None
    return booked and visit.kind in _IN_UNIT


def _in_unit(plan: Plan, last: date) -> Iterator[PlannedDose]:
    for dose in plan.doses:
        if dose.day > last:
            return
        if dose.setting is Setting.UNIT:
            yield dose


def _add_visit(total: _Sum, visit: Visit) -> None:
    minutes = visit.minutes or 0
    total.booked += 1
    total.chair += minutes
    total.nurse += max(minutes - visit.observation_minutes, 0)
    total.no_place += visit.time is None or visit.place is None


def _add_dose(total: _Sum, dose: PlannedDose, protocol: Protocol) -> None:
    """Count a dose without a time; of one that is booked, whether its day is outside the window."""
    if dose.booked:
        total.outside += not dose.earliest <= dose.day <= dose.latest
        return
    rules = protocol.visit
    minutes = rules.minutes_sc if dose.route is Route.SC else max(rules.minutes_sc, rules.minutes_iv)
    total.expected += 1
    total.nurse += minutes
    total.chair += minutes + (0 if dose.observation is None else dose.observation.minutes)


def _day(day: date, total: _Sum, unit: Unit) -> DayLoad:
    closure = unit.closure(day)
    places = max(len(unit.places), 1)
    return DayLoad(
        on=day,
        open_minutes=0 if closure is not None else places * _minutes(unit.opens, unit.closes),
        closure=closure,
        booked=total.booked,
        expected=total.expected,
        chair_minutes=total.chair,
        nurse_minutes=total.nurse,
        no_place=total.no_place,
        outside=total.outside,
    )


def _minutes(opens: time, closes: time) -> int:
    day = date.min
    return int((datetime.combine(day, closes) - datetime.combine(day, opens)).total_seconds()) // _MINUTES_PER_HOUR


def weeks_of(days: Iterable[DayLoad]) -> tuple[tuple[DayLoad, ...], ...]:
    """Return the days by week; Saturdays and Sundays only when one of them is open or has visits in any week."""
    rows: dict[tuple[int, int], list[DayLoad]] = {}
    for day in days:
        year, week, _ = day.on.isocalendar()
        rows.setdefault((year, week), []).append(day)
    weekend = {day.on.isoweekday() for row in rows.values() for day in row if day.on.isoweekday() > 5 and _shown(day)}
    return tuple(
        tuple(day for day in row if day.on.isoweekday() <= 5 or day.on.isoweekday() in weekend) for row in rows.values()
    )


def _shown(day: DayLoad) -> bool:
    return day.closure is None or day.booked > 0


def to_look_at(days: Iterable[DayLoad]) -> tuple[DayLoad, ...]:
    """Return the days with a problem, soonest first."""
    return tuple(day for day in days if day.problems)

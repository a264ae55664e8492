"""The board of the demo unit: a place and a time for every dose of these weeks, no place taken twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from infusionplanner.application.records import PatientId, Visit, VisitId, VisitState
from infusionplanner.demo.case import Chart, Seat
from infusionplanner.demo.controls import before, next_controls
from infusionplanner.demo.history import minutes_later
from infusionplanner.demo.practice import open_day, practice
from infusionplanner.domain.patient import AppointmentKind, Checklist, Dose, DoseStatus, Route, Setting
from infusionplanner.domain.unit import PlaceKind, Unit

FIRST_START, LAST_START = time(8), time(14)
"""Visits start between these times."""

_QUARTER = 15
_AGREED_DAYS = 40
_SPREAD_DAYS = (0, 1, -1, 2, -2, 3, -3)


def board_day(unit: Unit, today: date, ahead: int = 0) -> date:
    """Return today or the next open day, or the open day so many open days after it."""
    day = open_day(unit, today)
    for _ in range(ahead):
        day = open_day(unit, day + timedelta(1))
    return day


@dataclass
class Board:
    """What is taken: for each day and place the minutes of the day, from and to."""

    unit: Unit
    taken: dict[tuple[date, str], list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def is_free(self, day: date, place: str, start: int, minutes: int) -> bool:
        """Tell whether a place is free for so many minutes from ``start``, counted from midnight."""
        return all(end <= start or start + minutes <= begun for begun, end in self.taken[day, place])

    def take_one(self, day: date, at: time, minutes: int, places: Iterable[str | None]) -> str | None:
        """Take the first of the places that the unit has and that is free at a fixed time, or none."""
        known = {place.name for place in self.unit.places}
        for place in places:
            if place in known and self.is_free(day, place, _minute(at), minutes):
                self.taken[day, place].append((_minute(at), _minute(at) + minutes))
                return place
        return None

    def find(self, day: date, minutes: int, kinds: Sequence[PlaceKind], wish: int) -> tuple[time, str] | None:
        """Take the first free quarter of an hour from the wished one on, in the first place that suits."""
        closes = _minute(self.unit.closes)
        starts = range(
            max(_minute(FIRST_START), _minute(self.unit.opens)),
            min(_minute(LAST_START), closes - minutes) + 1,
            _QUARTER,
        )
        places = [place.name for kind in kinds for place in self.unit.places if place.kind is kind]
        for n in range(len(starts)):
            at = _clock(starts[(wish + n) % len(starts)])
            place = self.take_one(day, at, minutes, places)
            if place is not None:
                return at, place
        return None


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _clock(minute: int) -> time:
    return time(*divmod(minute, 60))


def observation_minutes(chart: Chart, number: int) -> int:
    """Return how long the unit observes after the dose of this number."""
    case = chart.case
    uncounted = case.restarted_at - 1 if 0 < case.restarted_at <= number else 0 if case.documented else case.elsewhere
    if number - uncounted <= practice().observed_doses or chart.observed:
        return practice().observation_minutes
    return practice().reduced_minutes[case.route]


def place_minutes(chart: Chart, number: int) -> int:
    """Return how long a dose takes a place, observation included."""
    return practice().place_minutes[chart.case.route] + observation_minutes(chart, number)


def suitable(chart: Chart, number: int) -> tuple[PlaceKind, ...]:
    """Return the kinds of place for a dose, best first: injections that need no long observation have a room."""
    if chart.case.route is Route.SC and observation_minutes(chart, number) < practice().observation_minutes:
        return PlaceKind.INJECTION, PlaceKind.CHAIR
    return PlaceKind.CHAIR, PlaceKind.BED


def allot(charts: Sequence[Chart], unit: Unit, today: date) -> list[Visit]:
    """Return the visits of last week, this week and the weeks to come, by day, time and place.

    Seats of the showcase come first, then what has been, then what is to come.
    """
    board = Board(unit)
    visits = [visit for chart in charts for visit in _seated(board, chart)]
    since = today - timedelta(today.weekday() + 7)
    visits += [visit for chart in charts for visit in _past(board, chart, since)]
    coming = sorted((chart for chart in charts if _waits(chart)), key=lambda chart: (chart.coming or today, chart.id))
    visits += [visit for chart in coming for visit in _coming(board, chart)]
    visits += [visit for chart in charts for visit in _controls(chart)]
    visits.sort(key=lambda visit: (visit.on, visit.time or time(0), visit.place or "", visit.patient))
    return [replace(visit, id=VisitId(number)) for number, visit in enumerate(visits, start=1)]


def _visit(chart: Chart, day: date, at: time, place: str | None, number: int) -> Visit:
    return Visit(
        id=VisitId(0),
        patient=PatientId(chart.id),
        on=day,
        time=at,
        place=place,
        minutes=place_minutes(chart, number),
        observation_minutes=observation_minutes(chart, number),
        note=chart.case.note if chart.case.seat else "",
    )


def _seated(board: Board, chart: Chart) -> Iterator[Visit]:
    """Yield the visit of a fixed seat, as far as it has come; a unit of another shape gives another place."""
    seat = chart.case.seat
    if seat is None:
        return
    day = board_day(chart.unit, chart.today, seat.ahead)
    visit = _visit(chart, day, seat.at, seat.place, chart.case.number)
    if seat.kind is AppointmentKind.TRAINING:
        visit = replace(visit, kind=seat.kind, minutes=practice().training_minutes, observation_minutes=0)
    minutes = visit.minutes or 0
    place = board.take_one(day, seat.at, minutes, (seat.place, *(place.name for place in chart.unit.places)))
    visit = replace(visit, place=place)
    yield _so_far(chart, visit, seat) if day == chart.today else visit


def _so_far(chart: Chart, visit: Visit, seat: Seat) -> Visit:
    """Stamp a visit of today with what has happened by ten to ten."""
    if seat.state is VisitState.PLANNED or visit.time is None:
        return visit
    arrived = datetime.combine(visit.on, visit.time) - timedelta(minutes=15)
    if seat.state is VisitState.ARRIVED:
        return replace(visit, arrived_at=arrived)
    chart.checklists.append(Checklist(visit.on, visit.on))
    begun = seat.started or minutes_later(visit.time, 2)
    if seat.state is VisitState.STARTED:
        return replace(visit, arrived_at=arrived, started_at=datetime.combine(visit.on, begun))
    ended = minutes_later(begun, seat.took or practice().dose_minutes[chart.case.route])
    chart.doses[-1] = replace(chart.doses[-1], time=begun, ended=ended)
    observing = _given(visit, chart.doses[-1])
    return replace(observing, left_at=None) if seat.state is VisitState.OBSERVING else observing


def _given(visit: Visit, dose: Dose) -> Visit:
    """Stamp a visit whose dose has been given."""
    begun = datetime.combine(dose.on, dose.time or FIRST_START)
    ended = datetime.combine(dose.on, dose.ended or FIRST_START)
    return replace(
        visit,
        arrived_at=begun - timedelta(minutes=10),
        started_at=begun,
        ended_at=ended,
        left_at=ended + timedelta(minutes=visit.observation_minutes),
    )


def _past(board: Board, chart: Chart, since: date) -> Iterator[Visit]:
    """Yield the visits of last week and this week before today, and give each recorded dose the time of its visit."""
    for index, dose in enumerate(chart.doses):
        if not since <= dose.on < chart.today or dose.setting is Setting.HOME:
            continue
        number = len(chart.days) - len(chart.doses) + index + 1
        found = board.find(dose.on, place_minutes(chart, number), suitable(chart, number), chart.rng.randrange(25))
        if found is None:
            continue
        visit = _visit(chart, dose.on, *found, number)
        if dose.status is DoseStatus.MISSED:
            yield replace(visit, not_given="Feber og hoste")
            continue
        begun = minutes_later(found[0], chart.rng.randrange(3, 9))
        ended = minutes_later(begun, practice().dose_minutes[dose.route or Route.IV])
        chart.doses[index] = replace(dose, time=begun, ended=ended)
        yield _given(visit, chart.doses[index])


def _waits(chart: Chart) -> bool:
    """Tell whether a time is to be booked for the next dose in the unit; after a dose of today only when it is over."""
    if chart.coming is None or not chart.case.booked or chart.is_home(len(chart.days) + 1):
        return False
    seat = chart.case.seat
    if seat is None or seat.kind is not AppointmentKind.DOSE:
        return True
    return seat.state is VisitState.DONE and len(chart.days) >= chart.case.number


def _coming(board: Board, chart: Chart) -> Iterator[Visit]:
    """Yield the visit for the next dose, on its day or an open day near it when that one is full."""
    number = len(chart.days) + 1
    wish = chart.rng.randrange(16)
    for offset in _SPREAD_DAYS:
        day = (chart.coming or chart.today) + timedelta(offset)
        if day <= chart.today or not chart.unit.is_open(day):
            continue
        found = board.find(day, place_minutes(chart, number), suitable(chart, number), wish)
        if found is not None:
            yield _visit(chart, day, *found, number)
            return


def _controls(chart: Chart) -> Iterator[Visit]:
    """Yield the times agreed for MRI and clinical controls of the coming weeks, which take no place of the unit."""
    for kind, due in next_controls(chart):
        day = before(chart, due, 1, 10)
        if chart.today < day <= chart.today + timedelta(_AGREED_DAYS):
            at = time(chart.rng.randrange(9, 14), chart.rng.choice((0, 30)))
            yield Visit(VisitId(0), PatientId(chart.id), day, at, kind, minutes=practice().control_minutes)

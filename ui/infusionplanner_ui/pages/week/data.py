"""One week of the unit as the week board shows it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.names import shown_name
from infusionplanner.application.records import Visit, VisitState
from infusionplanner.application.sheets.values import Ready
from infusionplanner.application.sheets.visits import VisitFacts, visit_facts
from infusionplanner.application.sheets.week import Names, SheetWard
from infusionplanner.application.views.seats import is_over, seated
from infusionplanner.domain.patient import AppointmentKind
from infusionplanner_ui.pages.week.counts import COUNTS
from infusionplanner_ui.widgets.boards.board_data import (
    BoardVisit,
    Look,
    Mark,
    PlaceRow,
    WeekBoardData,
    WeekDay,
    minutes_of,
)
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from infusionplanner.application.views.overview import Overview
    from infusionplanner.domain.unit import Unit
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.ward import Ward

translate = QCoreApplication.translate

NO_PLACE = ""
_WORKING_DAYS = 5
_DAYS = 7
_LEAST_MINUTES = 15
_IN_UNIT = frozenset({AppointmentKind.DOSE, AppointmentKind.TRAINING})
_LOOKS = {
    VisitState.PLANNED: Look.PLANNED,
    VisitState.ARRIVED: Look.ARRIVED,
    VisitState.STARTED: Look.RUNNING,
    VisitState.OBSERVING: Look.OBSERVING,
    VisitState.DONE: Look.DONE,
    VisitState.NOT_GIVEN: Look.NOT_GIVEN,
}


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True)
class Week:
    """A week as it is booked: what the board draws, and the visits behind it by their ids."""

    monday: date
    board: WeekBoardData = field(default_factory=WeekBoardData)
    visits: dict[int, Visit] = field(default_factory=dict)
    facts: dict[int, VisitFacts] = field(default_factory=dict)

    @cached_property
    def shown(self) -> frozenset[object]:
        """The keys of the visits that the board draws; controls elsewhere are only named above their day."""
        return frozenset(block.key for _, block in self.board.visits)


def week_days(monday: date) -> tuple[date, date]:
    """Return the first and the last day of a week."""
    return monday, monday + timedelta(days=_DAYS - 1)


def visits_on(ward: Ward, on: date) -> list[Visit]:
    """Return the visits of a day, from those of its week, which are there already when the week is shown."""
    return [visit for visit in ward.visits(*week_days(monday_of(on))) if visit.on == on]


def week_of(ward: Ward, monday: date, booked: tuple[Visit, ...], shown_name: Callable[[str], str]) -> Week:
    """Return one week as it is booked; ``shown_name`` gives a name as it may be shown now."""
    overview = ward.overview
    sheet_ward = SheetWard(overview.unit, overview.protocols, overview.patients, overview.plans)
    facts = visit_facts(booked, sheet_ward, Names.CODE)
    inside = [fact for fact in facts if fact.visit.kind in _IN_UNIT]
    names = {fact.visit.patient: shown_name(name_of(ward, fact.visit.patient)) for fact in inside}
    blocks = tuple((fact.visit.on, _block(ward, fact, names[fact.visit.patient])) for fact in inside)
    places = _places(overview.unit, blocks)
    known = {place.key for place in places}
    blocks = tuple((on, block if block.place in known else replace(block, place=NO_PLACE)) for on, block in blocks)
    board = WeekBoardData(
        days=tuple(_days(ward, monday, facts, blocks)),
        places=places,
        visits=blocks,
        opens=overview.unit.opens,
        closes=overview.unit.closes,
        now=ward.desk.now().time(),
    )
    return Week(monday, board, {fact.visit.id: fact.visit for fact in facts}, {fact.visit.id: fact for fact in facts})


class WeekReader:
    """Makes a week anew only when something can have changed: opening the page asks for it twice."""

    def __init__(self, ward: Ward, frame: Frame) -> None:
        self._ward, self._frame = ward, frame
        self._overview: Overview | None = None
        self._state: object = None
        self._week: Week | None = None

    def read(self, monday: date, booked: tuple[Visit, ...]) -> Week:
        """Return a week as it is booked now."""
        minute = self._ward.desk.now().replace(second=0, microsecond=0)
        overview, state = self._ward.overview, (monday, self._frame.shielded, minute)
        if self._week is None or overview is not self._overview or state != self._state:
            self._overview, self._state = overview, state
            self._week = week_of(self._ward, monday, booked, self._frame.shown_name)
        return self._week

    def forget(self) -> None:
        """Make the week anew the next time, as in another language."""
        self._week = None


def name_of(ward: Ward, patient: str) -> str:
    """Return a patient's name as lists show it, or the id while there is none."""
    known = ward.overview.patients.get(patient)  # type: ignore[call-overload]
    return patient if known is None else shown_name(known)


def _block(ward: Ward, fact: VisitFacts, name: str) -> BoardVisit:
    now, unit = ward.desk.now(), ward.unit
    visit = seated(fact.visit, now)
    start = visit.time if visit.time is not None else unit.opens
    detail = detail_of(ward, fact)
    return BoardVisit(
        key=visit.id,
        place=NO_PLACE if visit.time is None else visit.place or NO_PLACE,
        start=start,
        minutes=max(visit.minutes or _LEAST_MINUTES, _LEAST_MINUTES),
        name=name,
        detail=detail,
        observation_minutes=visit.observation_minutes,
        look=Look.OVER if is_over(visit, now) else _LOOKS[visit.state],
        mark=Mark.STOP if Ready.CLEARANCE in fact.ready and visit.state is VisitState.PLANNED else Mark.NONE,
        spoken=_spoken(ward, fact),
        in_full=what_of(ward, fact),
    )


def detail_of(ward: Ward, fact: VisitFacts) -> str:
    """Return the second line of a block: ``5 · s.c. · 6u``, or what else the visit is for."""
    if fact.visit.kind is not AppointmentKind.DOSE:
        return ward.wording.label("appointment", fact.visit.kind)
    number = "" if fact.number is None else str(fact.number)
    route = "" if fact.route is None else ward.wording.code("route", fact.route)
    return text.join(
        number, route, COUNTS.weeks(fact.weeks), "" if fact.visit.time else translate("WeekData", "no time")
    )


def what_of(ward: Ward, fact: VisitFacts) -> str:
    """Return what a visit is for where there is room for a sentence: ``dose 5 · s.c. · 6 u · blodprøver``."""
    return text.join(_in_full(fact, detail_of(ward, fact)), *_samples(ward, fact))


def _samples(ward: Ward, fact: VisitFacts) -> list[str]:
    """R-MON-8 Return the words for what is taken at a visit."""
    return [ward.wording.code("result", sample.kind) for sample in fact.samples]


def _in_full(fact: VisitFacts, detail: str) -> str:
    if fact.visit.kind is not AppointmentKind.DOSE or fact.number is None:
        return detail
    number, dot, rest = detail.partition(" · ")
    return f"{translate('WeekWords', 'dose {number}').format(number=number)}{dot}{rest}"


def _spoken(ward: Ward, fact: VisitFacts) -> str:
    state = ward.wording.code("visit_state", fact.visit.state)
    over = fact.visit.state in {VisitState.DONE, VisitState.NOT_GIVEN}
    minutes = COUNTS.observation(0 if over else fact.visit.observation_minutes)
    return text.join(state, minutes, *_samples(ward, fact))


def _places(unit: Unit, blocks: Iterable[tuple[date, BoardVisit]]) -> tuple[PlaceRow, ...]:
    """Return the unit's places, and one for visits without time or place when there are any."""
    rows = [PlaceRow(place.name, place.name, _short(place.name)) for place in unit.places]
    known = {row.key for row in rows}
    if not rows or any(block.place not in known for _, block in blocks):
        rows.append(PlaceRow(NO_PLACE, translate("WeekData", "Without place"), "–"))
    return tuple(rows)


def _short(name: str) -> str:
    """Return what tells a place from the others where there is room for little: ``Stol 12`` as ``12``."""
    words = name.split()
    return words[-1] if len(words) > 1 and words[-1].isdigit() else name[:3]


def _days(
    ward: Ward, monday: date, facts: Sequence[VisitFacts], blocks: Sequence[tuple[date, BoardVisit]]
) -> Iterable[WeekDay]:
    """Yield Monday to Friday, and those days of the weekend that are open or have visits."""
    unit = ward.unit
    open_minutes = max(minutes_of(unit.closes) - minutes_of(unit.opens), 1) * max(len(unit.places), 1)
    for number in range(_DAYS):
        day = monday + timedelta(days=number)
        mine = [block for on, block in blocks if on == day and block.look is not Look.NOT_GIVEN]
        closure = unit.closure(day)
        if number >= _WORKING_DAYS and closure is not None and not mine:
            continue
        taken = sum(block.minutes for block in mine if block.place != NO_PLACE)
        yield WeekDay(
            on=day,
            title=text.day_number(day),
            note=_note(ward, mine, [fact for fact in facts if fact.visit.on == day]),
            load=taken / open_minutes,
            closed="" if closure is None else closure_words(ward, closure),
            today=day == ward.today,
        )


def closure_words(ward: Ward, closure: str) -> str:
    """Return why a day is closed: ``Julaften · stengt``, ``Lokal stengedag``."""
    name = ward.wording.label("closure", closure)
    return name if closure == "closed" else text.join(name, translate("WeekData", "closed"))


def _note(ward: Ward, mine: Sequence[BoardVisit], facts: Sequence[VisitFacts]) -> str:
    watched = sum(block.watched for block in mine)
    elsewhere = [fact for fact in facts if fact.visit.kind not in _IN_UNIT]
    kinds = list(dict.fromkeys(ward.wording.code("appointment", fact.visit.kind) for fact in elsewhere))
    return text.join(COUNTS.visits(len(mine)), COUNTS.observed(watched), ", ".join(kinds))

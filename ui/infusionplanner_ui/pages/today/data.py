"""One day of the unit as the page Today shows it: its visits with what the plans and the rules say of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.names import shown_name
from infusionplanner.application.records import PatientId, VisitId, VisitState
from infusionplanner.application.views.seats import is_over, seated
from infusionplanner.domain.patient import AppointmentKind
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.pages.today.counts import TodayCounts
from infusionplanner_ui.widgets.boards.board_data import BoardVisit, DayBoardData, Look, Mark, PlaceRow
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from infusionplanner.application.views.day import DayVisit
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.unit import Unit
    from infusionplanner_ui.shell.ward import Ward

translate = QCoreApplication.translate

NO_PLACE = ""
_LEAST_MINUTES = 15
UNDER_WAY = frozenset({VisitState.STARTED, VisitState.OBSERVING})
OVER = frozenset({VisitState.DONE, VisitState.NOT_GIVEN})
_LOOKS = {
    VisitState.PLANNED: Look.PLANNED,
    VisitState.ARRIVED: Look.ARRIVED,
    VisitState.STARTED: Look.RUNNING,
    VisitState.OBSERVING: Look.OBSERVING,
    VisitState.DONE: Look.DONE,
    VisitState.NOT_GIVEN: Look.NOT_GIVEN,
}
TONES = {
    VisitState.PLANNED: Tone.NEUTRAL,
    VisitState.ARRIVED: Tone.INFO,
    VisitState.STARTED: Tone.RUNNING,
    VisitState.OBSERVING: Tone.WATCH,
    VisitState.DONE: Tone.DONE,
    VisitState.NOT_GIVEN: Tone.DONE,
}


@dataclass(frozen=True)
class Day:
    """One day: its visits by time, and the day's board."""

    on: date
    visits: tuple[DayVisit, ...]
    board: DayBoardData

    def visit(self, key: object) -> DayVisit | None:
        """Return the visit of a key, or None when it is not of this day."""
        return next((row for row in self.visits if row.visit.id == key), None)

    def visit_of(self, patient: PatientId) -> DayVisit | None:
        """Return the first visit of a patient that is not over, or None."""
        found = (row for row in self.visits if row.visit.patient == patient and row.visit.state not in OVER)
        return next(found, None)

    def over(self, now: datetime) -> frozenset[VisitId]:
        """Return the visits whose observation is over by now and that nobody has ended."""
        return frozenset(row.visit.id for row in self.visits if is_over(row.visit, now))

    def summary(self) -> str:
        """Return the day in one line, what waits for somebody first: ``1 over · 14 timer · 9 observeres``."""
        states = [row.visit.state for row in self.visits]
        finished = sum(state is VisitState.DONE for state in states)
        running = sum(state in UNDER_WAY for state in states)
        watched = sum(block.watched for block in self.board.visits)
        over = sum(block.look is Look.OVER for block in self.board.visits)
        missed = sum(state is VisitState.NOT_GIVEN for state in states)
        if not states:
            return translate("TodayData", "No visits")
        counts = TodayCounts()
        return text.join(
            counts.over(over),
            counts.visits(len(states)),
            counts.done(finished),
            counts.under_way(running),
            counts.not_given(missed),
            counts.observed(watched),
        )


def day_of(
    ward: Ward, on: date, visits: tuple[DayVisit, ...], shown_name: Callable[[str], str], *, shielded: bool
) -> Day:
    """Return a day as it is shown; ``shown_name`` gives a name as it may be shown now."""
    unit = ward.unit
    blocks = tuple(_block(ward, row, shown_name(name_of(row.patient)), shielded=shielded) for row in visits)
    now = ward.desk.now()
    board = DayBoardData(
        places=_places(unit, blocks),
        visits=blocks,
        opens=unit.opens,
        closes=unit.closes,
        now=now.time() if now.date() == on else None,
    )
    return Day(on, visits, board)


def name_of(patient: Patient) -> str:
    """Return a patient's name as lists show it, or the id while there is none."""
    return shown_name(patient)


def _block(ward: Ward, row: DayVisit, name: str, *, shielded: bool) -> BoardVisit:
    now, unit = ward.desk.now(), ward.unit
    visit = seated(row.visit, now)
    known = {place.name for place in unit.places}
    over = is_over(visit, now)
    state = ward.wording.code("visit_state", visit.state)
    return BoardVisit(
        key=visit.id,
        place=visit.place if visit.place in known and visit.time is not None and visit.place else NO_PLACE,
        start=visit.time if visit.time is not None else unit.opens,
        minutes=max(visit.minutes or _LEAST_MINUTES, _LEAST_MINUTES),
        name=name,
        detail=text.join(
            *dict.fromkeys(
                (
                    translate("TodayData", "over") if over else "",
                    _attention(ward, row),
                    what_of(ward, row),
                    *(ward.wording.code("result", sample.kind) for sample in row.facts.samples),
                    "" if shielded else first_line(visit.note),
                )
            )
        ),
        observation_minutes=visit.observation_minutes,
        look=Look.OVER if over else _LOOKS[visit.state],
        mark=_mark(row),
        spoken=translate("TodayData", "observation over") if over else state,
    )


def _mark(row: DayVisit) -> Mark:
    if row.judgement is None or row.judgement.may_go_on:
        return Mark.NONE
    return Mark.STOP if row.judgement.stops else Mark.WARN


def _attention(ward: Ward, row: DayVisit) -> str:
    """Return the word for what a visit needs: ``legeavklaring`` for a stop, else what the first warning is about."""
    if row.judgement is None or row.judgement.may_go_on:
        return ""
    if row.judgement.stops:
        return translate("TodayData", "doctor first")
    return ward.wording.topic(row.judgement.warnings[0].key)


def what_of(ward: Ward, row: DayVisit) -> str:
    """Return what a visit is for: ``dose 4 · s.c. · 6 uker``, or its kind in a word."""
    visit, fact = row.visit, row.facts
    if visit.kind is not AppointmentKind.DOSE:
        return ward.wording.code("appointment", visit.kind)
    number = "" if fact.number is None else translate("TodayData", "dose {number}").format(number=fact.number)
    route = "" if fact.route is None else ward.wording.code("route", fact.route)
    weeks = "" if fact.weeks is None else TodayCounts().weeks(fact.weeks)
    missing = "" if visit.time is not None else translate("TodayData", "no time")
    return text.join(number or ward.wording.code("appointment", visit.kind), route, weeks, missing)


def first_line(note: str) -> str:
    """Return the first line of a note."""
    return note.strip().partition("\n")[0]


def _places(unit: Unit, blocks: Iterable[BoardVisit]) -> tuple[PlaceRow, ...]:
    """Return the unit's places, and a row for visits without time or place when there are any."""
    rows = [PlaceRow(place.name, place.name) for place in unit.places]
    if not rows or any(block.place == NO_PLACE for block in blocks):
        rows.append(PlaceRow(NO_PLACE, translate("TodayData", "No place")))
    return tuple(rows)

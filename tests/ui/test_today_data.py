"""The day as the page Today reads it, from the demo unit of 23 November 2026."""

from datetime import date, time

import pytest

from infusionplanner.application.acts.booking import book_visit
from infusionplanner.application.acts.checklists import answer_checklist
from infusionplanner.application.records import PatientId, VisitState
from infusionplanner.application.views.day import DayVisit
from infusionplanner_ui.pages.today.data import Day, day_of, name_of
from infusionplanner_ui.pages.week.data import week_days, week_of
from infusionplanner_ui.shell.ward import Ward
from infusionplanner_ui.widgets.boards.board_data import BoardVisit, Look, Mark
from infusionplanner_ui.words import text

TODAY = date(2026, 11, 23)


def _read(ward: Ward, on: date = TODAY, *, shielded: bool = False) -> Day:
    visits = ward.get(ward.lists.day, on)
    return day_of(ward, on, visits, text.initials if shielded else str, shielded=shielded)


def _row(day: Day, family: str) -> DayVisit:
    return next(row for row in day.visits if row.patient.name is not None and row.patient.name.family == family)


def _block(day: Day, family: str) -> BoardVisit:
    key = _row(day, family).visit.id
    return next(block for block in day.board.visits if block.key == key)


def test_the_day_in_one_line(demo_ward: Ward) -> None:
    assert _read(demo_ward).summary() == "15 timer · 5 ferdig · 3 i gang · 9 observeres"


def test_the_same_visits_are_hatched_as_in_the_week_and_the_line_counts_them(demo_ward: Ward) -> None:
    here = {block.name: block.observation_minutes for block in _read(demo_ward).board.visits if block.watched}
    week = week_of(demo_ward, TODAY, demo_ward.visits(*week_days(TODAY)), str).board
    there = {block.name: block.observation_minutes for on, block in week.visits if on == TODAY and block.watched}
    assert here == there
    assert here == {
        "Dahl, Eva": 30,
        "Hansen, Ola": 30,
        "Hauge, Nina": 30,
        "Lie, Jonas": 60,
        "Moen, Ingrid": 60,
        "Myhre, Kaja": 60,
        "Strand, Emil": 60,
        "Sæther, Liv": 60,
        "Ødegård, Åse": 30,
    }


def test_a_day_without_visits_says_so(demo_ward: Ward) -> None:
    assert _read(demo_ward, date(2026, 11, 29)).summary() == "Ingen timer"


def test_places_are_the_rows_and_now_is_known_today_only(demo_ward: Ward) -> None:
    board = _read(demo_ward).board
    assert [place.label for place in board.places] == ["Stol 1", "Stol 2", "Stol 3", "Stol 4", "Seng 5", "Injeksjon"]
    assert board.now == time(9, 50)
    assert _read(demo_ward, date(2026, 11, 24)).board.now is None


@pytest.mark.parametrize(
    ("family", "look", "detail", "watched"),
    [
        ("Aas", Look.DONE, "dose 31 · i.v.", 30),
        ("Sæther", Look.ARRIVED, "dose 2 · i.v.", 60),
        ("Moen", Look.OBSERVING, "dose 4 · s.c.", 60),
        ("Myhre", Look.RUNNING, "dose 3 · i.v. · rullestol", 60),
        ("Dahl", Look.PLANNED, "dose 38 · i.v. · 6 uker · MR caput", 30),
        ("Ruud", Look.PLANNED, "opplæring · opplæring i egeninjeksjon", 0),
    ],
)
def test_a_block_tells_state_dose_and_observation(
    demo_ward: Ward, family: str, look: Look, detail: str, watched: int
) -> None:
    block = _block(_read(demo_ward), family)
    assert (block.look, block.detail, block.observation_minutes) == (look, detail, watched)


def test_what_stands_in_the_way_comes_first_in_the_detail(demo_ward: Ward) -> None:
    warned = _block(_read(demo_ward), "Lie")
    assert (warned.mark, warned.detail) == (Mark.WARN, "blodprøver · dose 6 · i.v. · JCV-antistoff")
    hansen = _row(_read(demo_ward), "Hansen").visit.patient
    demo_ward.act(lambda desk: answer_checklist(desk, hansen, TODAY, ("infection",)))
    demo_ward.operations.wait()
    stopped = _block(_read(demo_ward), "Hansen")
    assert (stopped.mark, stopped.detail) == (Mark.STOP, "lege først · dose 22 · i.v.")


def test_the_shield_hides_names_and_notes(demo_ward: Ward) -> None:
    block = _block(_read(demo_ward, shielded=True), "Myhre")
    assert (block.name, block.detail) == ("K.M.", "dose 3 · i.v.")


def test_a_visit_without_time_stands_in_a_row_of_its_own(demo_ward: Ward) -> None:
    nordli = next(who for who, row in demo_ward.overview.patients.items() if row.name and row.name.family == "Nordli")
    demo_ward.act(lambda desk: book_visit(desk, nordli, TODAY))
    demo_ward.operations.wait()
    day = _read(demo_ward)
    assert day.board.places[-1].label == "Uten plass"
    block = _block(day, "Nordli")
    assert block.place == day.board.places[-1].key
    assert block.detail.endswith("uten klokkeslett · EDSS")


def test_the_visit_of_a_patient_is_the_one_that_is_not_over(demo_ward: Ward) -> None:
    day = _read(demo_ward)
    moen, aas = _row(day, "Moen").visit, _row(day, "Aas").visit
    assert day.visit_of(moen.patient) == _row(day, "Moen")
    assert day.visit_of(aas.patient) is None
    assert day.visit_of(PatientId("nobody")) is None
    assert day.visit(moen.id) == _row(day, "Moen")
    assert day.visit(None) is None


def test_open_findings_are_those_of_doses_to_come(demo_ward: Ward) -> None:
    day = _read(demo_ward)
    assert [finding.key for finding in _row(day, "Lie").open_findings] == ["bloods.missing"]
    assert _row(day, "Moen").open_findings == ()
    assert _row(day, "Ruud").is_dose is False
    assert _row(day, "Moen").visit.state is VisitState.OBSERVING


def test_a_patient_without_a_name_is_called_by_the_id(demo_ward: Ward) -> None:
    patient = demo_ward.patient(PatientId("demo-0001"))
    assert name_of(patient) == "Moen, Ingrid"
    assert name_of(type(patient)("x-1")) == "x-1"

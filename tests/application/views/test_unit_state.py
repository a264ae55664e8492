from datetime import time, timedelta

from desks import INGRID, TODAY, Bench

from infusionplanner.application.acts.undo import redo, undo
from infusionplanner.application.acts.visits import arrive
from infusionplanner.application.calendar.values import ContentLevel
from infusionplanner.application.records import User
from infusionplanner.application.settings import change_calendar_level, change_paper_names
from infusionplanner.application.sheets.values import Names
from infusionplanner.application.unit import put_user
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.unit_state import UnitState, unit_state
from infusionplanner.bootstrap import open_desk
from infusionplanner.clock import FixedClock


def _state(bench: Bench) -> UnitState:
    return unit_state(Overview.of(bench.desk))


def test_it_knows_the_people_and_which_of_them_are_doctors_here(bench: Bench) -> None:
    for user in (
        User("KL", "K. Lunde", "doctor"),
        User("OB", "O. Berg", "doctor", active=False),
        User("AD", "A. Dahl"),
    ):
        put_user(bench.desk, user)
    state = _state(bench)
    assert state.names == {"AD": "A. Dahl", "KL": "K. Lunde", "OB": "O. Berg"}
    assert state.doctors == ("K. Lunde",)


def test_it_knows_how_much_calendars_and_papers_tell(bench: Bench) -> None:
    assert (_state(bench).calendar_level, _state(bench).paper_names) == (ContentLevel.NEUTRAL, Names.INITIALS)
    change_calendar_level(bench.desk, ContentLevel.PLAIN)
    change_paper_names(bench.desk, Names.CODE)
    assert (_state(bench).calendar_level, _state(bench).paper_names) == (ContentLevel.PLAIN, Names.CODE)


def test_it_knows_the_visits_of_today_and_no_others(bench: Bench) -> None:
    today = bench.put_visit()
    bench.put_visit(TODAY + timedelta(days=1), time(9))
    assert [visit.id for visit in _state(bench).visits_today] == [today]


def test_it_knows_the_newest_act_and_what_an_undo_took_back(bench: Bench) -> None:
    visit = bench.put_visit()
    arrive(bench.desk, visit)
    newest = _state(bench).newest
    assert newest is not None
    assert (newest.kind, newest.patient, _state(bench).undone) == ("arrive", INGRID, None)
    undo(bench.desk)
    redo(bench.desk)
    newest = _state(bench).newest
    assert newest is not None
    assert (newest.kind, _state(bench).undone) == ("redo", "arrive")


def test_a_new_unit_has_no_act_yet(bench: Bench) -> None:
    desk = open_desk(bench.desk.store.path.with_name("new.db"), who="AD", clock=FixedClock(bench.desk.now()))
    assert unit_state(Overview.of(desk)).newest is None
    desk.close()

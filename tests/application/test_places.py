"""A place under another name, and the visits that follow."""

from datetime import timedelta

import pytest
from builders import d
from desks import TODAY, Bench

from infusionplanner.application.errors import EmptyFieldError, UnitSettingError, UnknownPlaceError
from infusionplanner.application.history import undo
from infusionplanner.application.places import rename_place


def test_visits_of_today_and_later_follow_and_earlier_ones_stay(bench: Bench) -> None:
    before = bench.put_visit(TODAY - timedelta(days=28))
    today, later = bench.put_visit(), bench.put_visit(d("2026-12-21"))
    other = bench.put_visit(d("2027-01-18"), place="Stol 2")
    done = rename_place(bench.desk, "Stol 1", " Seng 5 ")
    assert done.unit
    assert [place.name for place in bench.desk.unit().places] == ["Seng 5", "Stol 2", "Injeksjon"]
    places = [bench.desk.visit(visit).place for visit in (before, today, later, other)]
    assert places == ["Stol 1", "Seng 5", "Seng 5", "Stol 2"]


def test_it_is_undone_as_one_act(bench: Bench) -> None:
    visit = bench.put_visit()
    rename_place(bench.desk, "Stol 1", "Seng 5")
    undo(bench.desk)
    assert bench.desk.visit(visit).place == "Stol 1"
    assert bench.desk.unit().places[0].name == "Stol 1"


def test_the_same_name_again_is_no_fault(bench: Bench) -> None:
    rename_place(bench.desk, "Stol 1", "Stol 1")
    assert bench.desk.unit().places[0].name == "Stol 1"


def test_a_name_is_needed_and_must_be_free(bench: Bench) -> None:
    with pytest.raises(EmptyFieldError, match="places is empty"):
        rename_place(bench.desk, "Stol 1", "  ")
    with pytest.raises(UnitSettingError, match="'Stol 2' stands there twice"):
        rename_place(bench.desk, "Stol 1", "Stol 2")
    with pytest.raises(UnknownPlaceError, match="'Stol 9'"):
        rename_place(bench.desk, "Stol 9", "Stol 2")

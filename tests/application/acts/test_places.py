"""A place under another name, and the visits that follow."""

from datetime import timedelta

import pytest
from builders import d
from desks import PLACES, TODAY, Bench

from infusionplanner.application.acts.places import change_place
from infusionplanner.application.acts.undo import undo
from infusionplanner.application.errors import EmptyFieldError, UnitSettingError, UnknownPlaceError
from infusionplanner.domain.unit import Place, PlaceKind


def test_visits_of_today_and_later_follow_and_earlier_ones_stay(bench: Bench) -> None:
    before = bench.put_visit(TODAY - timedelta(days=28))
    today, later = bench.put_visit(), bench.put_visit(d("2026-12-21"))
    other = bench.put_visit(d("2027-01-18"), place="Stol 2")
    done = change_place(bench.desk, "Stol 1", Place(" Seng 5 ", PlaceKind.BED))
    assert done.unit
    assert bench.desk.unit().places == (Place("Seng 5", PlaceKind.BED), *PLACES[1:])
    places = [bench.desk.visit(visit).place for visit in (before, today, later, other)]
    assert places == ["Stol 1", "Seng 5", "Seng 5", "Stol 2"]


def test_it_is_undone_as_one_act(bench: Bench) -> None:
    visit = bench.put_visit()
    change_place(bench.desk, "Stol 1", Place("Seng 5"))
    undo(bench.desk)
    assert bench.desk.visit(visit).place == "Stol 1"
    assert bench.desk.unit().places[0].name == "Stol 1"


def test_the_same_name_stays(bench: Bench) -> None:
    change_place(bench.desk, "Stol 1", Place("Stol 1"))
    assert bench.desk.unit().places[0].name == "Stol 1"


def test_a_name_is_needed_and_must_be_free(bench: Bench) -> None:
    with pytest.raises(EmptyFieldError, match="places is empty"):
        change_place(bench.desk, "Stol 1", Place("  "))
    with pytest.raises(UnitSettingError, match="'Stol 2' stands there twice"):
        change_place(bench.desk, "Stol 1", Place("Stol 2"))
    with pytest.raises(UnknownPlaceError, match="'Stol 9'"):
        change_place(bench.desk, "Stol 9", Place("Stol 2"))

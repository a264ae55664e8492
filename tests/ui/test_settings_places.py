"""Places in the settings: add, rename with the visits, change the kind, order, take away; each undone by Ctrl+Z."""

import pytest
from nurses import Nurse
from PySide6.QtWidgets import QApplication

from infusionplanner.application.unit import change_unit
from infusionplanner.domain.unit import Place, PlaceKind
from infusionplanner_ui.pages.settings.places import PlacesSection


@pytest.fixture
def section(nurse: Nurse) -> PlacesSection:
    page = nurse.desktop.frame.show_page("settings", "places")
    found = page.findChild(PlacesSection)
    assert isinstance(found, PlacesSection)
    nurse.settle()
    found.table.setFocus()
    return found


def _names(nurse: Nurse) -> list[str]:
    return [place.name for place in nurse.desktop.ward.desk.unit().places]


def test_places_are_listed_with_their_coming_visits(section: PlacesSection) -> None:
    rows = [tuple(cell.spoken for cell in row.cells) for row in section.table.rows.rows]
    assert [row[:2] for row in rows] == [
        ("Stol 1", "Stol"),
        ("Stol 2", "Stol"),
        ("Stol 3", "Stol"),
        ("Stol 4", "Stol"),
        ("Seng 5", "Seng"),
        ("Injeksjon", "Injeksjon"),
    ]
    assert all(int(row[2]) > 0 for row in rows)
    assert (section.place_name.text(), section.kind.current) == ("Stol 1", "chair")


def test_a_place_is_added_by_keyboard(nurse: Nurse, section: PlacesSection) -> None:
    section.new.click()
    nurse.settle()
    nurse.write("Seng 6")
    nurse.press("Tab", "Right", "Enter")
    assert not section.store_button.isEnabled() or _names(nurse)[-1] != "Seng 6"
    section.place_name.setFocus()
    nurse.press("Enter")
    assert nurse.desktop.ward.desk.unit().places[-1] == Place("Seng 6", PlaceKind.BED)
    assert section.table.key == "Seng 6"
    assert QApplication.focusWidget() is section.table
    nurse.press("Ctrl+Z")
    assert "Seng 6" not in _names(nurse)


def test_a_place_is_renamed_with_its_visits(nurse: Nurse, section: PlacesSection) -> None:
    nurse.press("Down", "Enter")
    nurse.write("Stol ved vinduet")
    nurse.press("Enter")
    assert _names(nurse)[1] == "Stol ved vinduet"
    assert section.table.key == "Stol ved vinduet"
    today = nurse.desktop.ward.today
    used = {visit.place for visit in nurse.desktop.ward.visits(today, today)}
    assert "Stol ved vinduet" in used
    assert "Stol 2" not in used
    assert nurse.toast == "Plass endret"


def test_the_kind_is_changed(nurse: Nurse, section: PlacesSection) -> None:
    section.kind.select("bed")
    section.kind.changed.emit("bed")
    section.store()
    nurse.settle()
    assert nurse.desktop.ward.desk.unit().places[0] == Place("Stol 1", PlaceKind.BED)


def test_the_order_of_the_boards_is_changed(nurse: Nurse, section: PlacesSection) -> None:
    assert not section.up.isEnabled()
    section.down.click()
    nurse.settle()
    assert _names(nurse)[:2] == ["Stol 2", "Stol 1"]
    assert section.table.key == "Stol 1"
    section.up.click()
    nurse.settle()
    section.shift(-1)
    nurse.settle()
    assert _names(nurse)[:2] == ["Stol 1", "Stol 2"]
    section.table.mark("Injeksjon")
    assert not section.down.isEnabled()


def test_a_place_with_coming_visits_is_not_taken_away(nurse: Nurse, section: PlacesSection) -> None:
    nurse.press("Delete")
    assert section.error.sentence.startswith("Stol 1 har en time ")
    assert "Stol 1" in _names(nurse)


def test_a_place_that_nobody_uses_is_taken_away(nurse: Nurse, section: PlacesSection) -> None:
    section.add()
    section.place_name.setText("Seng 6")
    section.store()
    nurse.settle()
    section.drop_button.click()
    nurse.settle()
    assert "Seng 6" not in _names(nurse)
    assert section.table.key == "Injeksjon"


def test_a_name_that_is_taken_is_told_and_esc_goes_back(nurse: Nurse, section: PlacesSection) -> None:
    nurse.press("F2")
    nurse.write("Stol 2")
    assert section.error.sentence == "En annen plass har dette navnet."
    assert not section.store_button.isEnabled()
    nurse.press("Enter", "Escape")
    assert section.place_name.text() == "Stol 1"
    assert section.error.sentence == ""
    assert QApplication.focusWidget() is section.table


def test_what_is_typed_stays_when_somebody_else_changes_the_unit(nurse: Nurse, section: PlacesSection) -> None:
    section.new.click()
    nurse.write("Nytt rom")
    nurse.desktop.ward.act(lambda desk: change_unit(desk, desk.unit()))
    nurse.settle()
    assert section.place_name.text() == "Nytt rom"
    assert section.chosen is None
    nurse.desktop.looks.set_language("en")
    nurse.settle()
    assert section.detail.title == "New place"


def test_an_empty_name_cannot_be_stored(section: PlacesSection) -> None:
    section.place_name.setText("   ")
    assert not section.store_button.isEnabled()


def test_the_first_place_of_a_new_unit(newcomer: Nurse) -> None:
    page = newcomer.desktop.frame.show_page("settings", "places")
    newcomer.settle()
    section = page.findChild(PlacesSection)
    assert isinstance(section, PlacesSection)
    assert section.detail.title == "Ny plass"
    assert not section.drop_button.isVisible()
    section.place_name.setFocus()
    newcomer.write("Stol 1")
    newcomer.press("Enter")
    assert newcomer.desktop.ward.desk.unit().places == (Place("Stol 1"),)
    section.drop()
    newcomer.settle()
    assert newcomer.desktop.ward.desk.unit().places == ()
    section.shift(1)
    section.drop()

"""Places in the settings: add, rename with the visits, change the kind, order, take away; each undone by Ctrl+Z."""

import pytest
from nurses import Nurse
from PySide6.QtWidgets import QApplication

from infusionplanner.application.acts.places import change_place
from infusionplanner.application.unit import change_unit
from infusionplanner.domain.unit import Place, PlaceKind
from infusionplanner_ui.pages.settings.places import PlaceForm, PlacesSection


@pytest.fixture
def section(nurse: Nurse) -> PlacesSection:
    page = nurse.desktop.frame.show_page("settings", "places")
    found = page.findChild(PlacesSection)
    assert isinstance(found, PlacesSection)
    nurse.settle()
    found.table.setFocus()
    return found


def _form(section: PlacesSection) -> PlaceForm:
    assert isinstance(section.form, PlaceForm)
    return section.form


def _save(nurse: Nurse, section: PlacesSection) -> None:
    section.form.accepted.emit()
    nurse.settle()


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
    form = _form(section)
    assert (form.heading(), form.place_name.value(), form.kind.value()) == ("Endre Stol 1", "Stol 1", "chair")


def test_a_place_is_added_by_keyboard(nurse: Nurse, section: PlacesSection) -> None:
    section.new.click()
    nurse.settle()
    nurse.write("Seng 6")
    nurse.press("Tab", "Right", "Enter")
    assert nurse.desktop.ward.desk.unit().places[-1] == Place("Seng 6", PlaceKind.BED)
    assert section.table.key == "Seng 6"


def test_after_a_place_was_added_the_next_one_can_be_typed(nurse: Nurse, section: PlacesSection) -> None:
    section.new.click()
    nurse.settle()
    nurse.write("Seng 6")
    nurse.press("Enter")
    assert _form(section).heading() == "Ny plass"
    assert QApplication.focusWidget() is _form(section).place_name.edit
    nurse.write("Seng 7")
    nurse.press("Enter")
    assert _names(nurse)[-2:] == ["Seng 6", "Seng 7"]
    nurse.press("Escape")
    assert _form(section).heading() == "Endre Seng 7"
    assert QApplication.focusWidget() is section.table
    nurse.press("Ctrl+Z")
    assert _names(nurse)[-1] == "Seng 6"


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
    _form(section).kind.segments.changed.emit("bed")
    _save(nurse, section)
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
    assert section.form.error_text.startswith("Stol 1 har en time ")
    assert "Stol 1" in _names(nurse)


def test_a_place_that_nobody_uses_is_taken_away(nurse: Nurse, section: PlacesSection) -> None:
    section.add()
    _form(section).place_name.set_value("Seng 6")
    _save(nurse, section)
    nurse.press("Escape")
    assert _form(section).other_way is not None
    _form(section).other_way.click()
    nurse.settle()
    assert "Seng 6" not in _names(nurse)
    assert section.table.key == "Injeksjon"


def test_a_name_that_is_taken_is_told_and_esc_goes_back(nurse: Nurse, section: PlacesSection) -> None:
    nurse.press("F2")
    nurse.write("Stol 2")
    assert section.form.error_text == "En annen plass har dette navnet."
    assert not section.form.is_ready
    nurse.press("Enter", "Escape")
    assert _form(section).place_name.value() == "Stol 1"
    assert section.form.error_text == ""
    assert QApplication.focusWidget() is section.table


def test_what_is_typed_stays_when_somebody_else_changes_the_unit(nurse: Nurse, section: PlacesSection) -> None:
    section.new.click()
    nurse.write("Nytt rom")
    nurse.desktop.ward.act(lambda desk: change_unit(desk, desk.unit()))
    nurse.settle()
    assert _form(section).place_name.value() == "Nytt rom"
    assert section.form.about is None
    nurse.desktop.looks.set_language("en")
    nurse.settle()
    assert section.form.accessibleName() == "New place"
    assert _form(section).place_name.value() == "Nytt rom"
    assert section.table.rows.rows[0].cells[1].text == "Chair"


def test_an_empty_name_cannot_be_stored(section: PlacesSection) -> None:
    _form(section).place_name.set_value("   ")
    assert not section.form.is_ready
    assert section.form.missing_text == "Mangler: Navn"


def test_another_row_waits_while_a_place_is_begun(nurse: Nurse, section: PlacesSection) -> None:
    begun = _form(section)
    begun.place_name.set_value("Stol ved vinduet")
    section.table.mark("Stol 3")
    nurse.settle()
    assert (section.form, section.table.key) == (begun, "Stol 1")
    assert nurse.desktop.frame.drafts.begun() == ("Endre Stol 1",)
    assert nurse.desktop.frame._status.accessibleName().startswith("Ikke lagret ennå · Endre Stol 1")
    section.host.discard()
    nurse.settle()
    assert (_form(section).heading(), section.table.key) == ("Endre Stol 3", "Stol 3")
    assert nurse.desktop.frame._status.accessibleName().startswith("Lagret")
    nurse.press("Ctrl+Z")
    assert (section.form, section.table.key) == (begun, "Stol 1")
    assert begun.place_name.value() == "Stol ved vinduet"


def test_a_place_that_somebody_else_has_changed_is_not_overwritten(nurse: Nurse, section: PlacesSection) -> None:
    _form(section).kind.segments.changed.emit("bed")
    nurse.desktop.ward.act(lambda desk: change_place(desk, "Stol 1", Place("Stol 1", PlaceKind.INJECTION)))
    nurse.settle()
    _save(nurse, section)
    assert section.form.error_text.startswith("AD har endret det samme i mellomtiden, kl. 09.50.")
    assert nurse.desktop.ward.desk.unit().places[0] == Place("Stol 1", PlaceKind.INJECTION)


def test_the_first_place_of_a_new_unit(newcomer: Nurse) -> None:
    page = newcomer.desktop.frame.show_page("settings", "places")
    newcomer.settle()
    section = page.findChild(PlacesSection)
    assert isinstance(section, PlacesSection)
    assert section.form.accessibleName() == "Ny plass"
    assert section.form.other_way is None
    section.edit()
    newcomer.write("Stol 1")
    newcomer.press("Enter")
    assert newcomer.desktop.ward.desk.unit().places == (Place("Stol 1"),)
    section.drop()
    newcomer.settle()
    assert newcomer.desktop.ward.desk.unit().places == ()
    section.shift(1)
    section.drop()

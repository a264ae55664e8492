"""The unit in the settings: its fields, its hours, its yearly closures; nothing is stored before it is saved."""

from dataclasses import replace
from datetime import time

import pytest
from nurses import Nurse
from PySide6.QtWidgets import QApplication, QPushButton

from infusionplanner.application.unit import change_unit
from infusionplanner.domain.unit import Unit
from infusionplanner_ui.pages.settings.unit import UnitForm, UnitSection


@pytest.fixture
def section(nurse: Nurse) -> UnitSection:
    page = nurse.desktop.frame.show_page("settings", "unit")
    found = page.findChild(UnitSection)
    assert isinstance(found, UnitSection)
    nurse.settle()
    return found


def _form(section: UnitSection) -> UnitForm:
    assert isinstance(section.form, UnitForm)
    return section.form


def _save(nurse: Nurse, section: UnitSection) -> None:
    section.form.accepted.emit()
    nurse.settle()


def _unit(nurse: Nurse) -> Unit:
    return nurse.desktop.ward.desk.unit()


def _chips(section: UnitSection) -> list[str]:
    chips = _form(section).yearly.findChildren(QPushButton)
    return [made.text() for made in chips if not made.isHidden() and made.text() != "Legg til" and made.text() != "Add"]


def test_it_shows_the_unit_as_stored(section: UnitSection) -> None:
    form = _form(section)
    assert form.unit_name.value() == "MS-infusjonsenheten"
    assert form.phone.value() == "400 00 000"
    assert (form.opens.value(), form.closes.value()) == ("08.00", "15.30")
    assert [box.isChecked() for box in form.weekdays.boxes] == [True] * 5 + [False] * 2
    assert _chips(section) == ["24. desember · julaften", "31. desember · nyttårsaften"]
    assert not form.is_ready
    assert form.missing_text == "Ingenting er endret ennå."


def test_by_keyboard_name_hours_and_days_are_changed_in_one_act(nurse: Nurse, section: UnitSection) -> None:
    nurse.page.setFocus()
    nurse.press("Tab")
    assert QApplication.focusWidget() is _form(section).unit_name.edit
    nurse.press("End")
    nurse.write(" Øst")
    nurse.press("Tab", "Tab", "Ctrl+A")
    nurse.write("730")
    nurse.press("Tab", "Tab")
    nurse.press("Space")
    assert nurse.desktop.ward.unit.name == "MS-infusjonsenheten"
    status = nurse.desktop.frame._status
    assert status.accessibleName().startswith("Ikke lagret ennå")
    _form(section).closes.edit.setFocus()
    nurse.press("Enter")
    assert status.accessibleName().startswith("Lagret")
    unit = _unit(nurse)
    assert (unit.name, unit.opens, unit.open_weekdays) == (
        "MS-infusjonsenheten Øst",
        time(7, 30),
        frozenset({2, 3, 4, 5}),
    )
    assert nurse.toast == "Enhetens opplysninger endret"
    assert not section.form.is_ready
    nurse.press("Ctrl+Z")
    assert _unit(nurse).opens == time(8)
    assert _form(section).unit_name.value() == "MS-infusjonsenheten"


@pytest.mark.parametrize(
    ("opens", "closes", "fault", "missing", "below"),
    [
        ("25.00", "15.30", "", "", "Skriv klokkeslettet som 09.15."),
        ("08.00", "", "", "Mangler: Stenger", ""),
        ("16.00", "15.30", "Enheten må åpne før den stenger.", "", ""),
    ],
)
def test_hours_that_cannot_be_are_told_and_not_saved(
    nurse: Nurse, section: UnitSection, opens: str, closes: str, fault: str, missing: str, below: str
) -> None:
    form = _form(section)
    form.opens.set_value(opens)
    form.closes.set_value(closes)
    assert (form.error_text, form.missing_text, form.opens.fault()) == (fault, missing, below)
    assert not form.is_ready
    _save(nurse, section)
    assert _unit(nurse).opens == time(8)
    form.opens.edit.setFocus()
    nurse.press("Escape")
    assert section.form.error_text == ""
    assert _form(section).opens.value() == "08.00"
    assert nurse.toast == "Forkastet: Enheten"
    nurse.press("Ctrl+Z")
    assert _form(section).opens.value() == opens


def test_a_week_without_an_open_day_is_told(section: UnitSection) -> None:
    for box in _form(section).weekdays.boxes:
        box.setChecked(False)
    assert section.form.error_text == "Minst én ukedag må være åpen."


def test_days_closed_each_year_are_added_and_taken_away(nurse: Nurse, section: UnitSection) -> None:
    form = _form(section)
    form.yearly.edit.setFocus()
    nurse.write("23.12")
    nurse.press("Enter")
    assert _chips(section)[0] == "23. desember"
    chips = form.yearly.findChildren(QPushButton)
    next(made for made in chips if made.accessibleName() == "Fjern 31. desember" and not made.isHidden()).click()
    nurse.settle()
    assert _chips(section) == ["23. desember", "24. desember · julaften"]
    assert QApplication.focusWidget() is form.yearly.edit
    _save(nurse, section)
    assert _unit(nurse).closed_yearly == {(12, 23), (12, 24)}


def test_a_day_that_is_none_is_told(nurse: Nurse, section: UnitSection) -> None:
    yearly = _form(section).yearly
    yearly.edit.setFocus()
    for typed in ("31.2", "jul"):
        yearly.edit.setText(typed)
        nurse.press("Enter")
        assert yearly.fault() == "Skriv dag og måned som 23.12."
        assert not section.form.is_ready
    yearly.edit.setText("29.2.")
    nurse.press("Enter")
    assert "29. februar" in _chips(section)


def test_a_day_that_is_typed_counts_without_being_added(nurse: Nurse, section: UnitSection) -> None:
    _form(section).yearly.edit.setText("23.12")
    _save(nurse, section)
    assert _unit(nurse).closed_yearly == {(12, 23), (12, 24), (12, 31)}


def test_what_is_typed_stays_when_somebody_else_changes_the_unit(nurse: Nurse, section: UnitSection) -> None:
    _form(section).phone.set_value("22 11 22 11")
    nurse.desktop.ward.act(lambda desk: change_unit(desk, replace(desk.unit(), name="Ny post")))
    nurse.settle()
    assert _form(section).phone.value() == "22 11 22 11"
    _save(nurse, section)
    assert (_unit(nurse).name, _unit(nurse).phone) == ("Ny post", "22 11 22 11")


def test_a_telephone_that_somebody_else_has_changed_is_not_overwritten(nurse: Nurse, section: UnitSection) -> None:
    _form(section).phone.set_value("22 11 22 11")
    nurse.desktop.ward.act(lambda desk: change_unit(desk, replace(desk.unit(), phone="33 33 33 33")))
    nurse.settle()
    _save(nurse, section)
    assert section.form.error_text.startswith("AD har endret det samme i mellomtiden, kl. 09.50.")
    assert _unit(nurse).phone == "33 33 33 33"
    assert _form(section).phone.value() == "22 11 22 11"


def test_a_refusal_is_shown_and_can_be_corrected(nurse: Nurse, section: UnitSection) -> None:
    _form(section).unit_name.set_value("Post\u0007")
    _save(nurse, section)
    assert section.form.error_text == "Teksten har et tegn som ikke kan lagres. Skriv den på nytt."
    assert section.form.is_ready


def test_a_switch_of_language_keeps_what_is_typed(nurse: Nurse, section: UnitSection) -> None:
    _form(section).phone.set_value("22 11 22 11")
    nurse.desktop.looks.set_language("en")
    nurse.settle()
    assert _form(section).phone.value() == "22 11 22 11"
    monday = _form(section).weekdays.boxes[0]
    assert (monday.text(), monday.accessibleName()) == ("Mon", "Monday")
    assert _chips(section)[0] == "24 December · Christmas Eve"

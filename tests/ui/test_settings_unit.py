"""The unit in the settings: its fields, its hours, its yearly closures; nothing is stored before it is saved."""

from dataclasses import replace
from datetime import time

import pytest
from nurses import Nurse
from PySide6.QtWidgets import QApplication, QPushButton

from infusionplanner.application.unit import change_unit
from infusionplanner.domain.unit import Unit
from infusionplanner_ui.pages.settings.unit import UnitSection


@pytest.fixture
def section(nurse: Nurse) -> UnitSection:
    page = nurse.desktop.frame.show_page("settings", "unit")
    found = page.findChild(UnitSection)
    assert isinstance(found, UnitSection)
    nurse.settle()
    return found


def _unit(nurse: Nurse) -> Unit:
    return nurse.desktop.ward.desk.unit()


def _chips(section: UnitSection) -> list[str]:
    return [made.text() for made in section.chips.findChildren(QPushButton) if not made.isHidden()]


def test_it_shows_the_unit_as_stored(section: UnitSection) -> None:
    assert section.unit_name.text() == "MS-infusjonsenheten"
    assert section.phone.text() == "400 00 000"
    assert (section.opens.text(), section.closes.text()) == ("08.00", "15.30")
    assert [box.isChecked() for box in section.weekdays] == [True] * 5 + [False] * 2
    assert _chips(section) == ["24. desember · julaften", "31. desember · nyttårsaften"]
    assert not section.buttons.save.isEnabled()
    assert not section.buttons.discard.isEnabled()


def test_by_keyboard_name_hours_and_days_are_changed_in_one_act(nurse: Nurse, section: UnitSection) -> None:
    nurse.page.setFocus()
    nurse.press("Tab")
    assert QApplication.focusWidget() is section.unit_name
    nurse.press("End")
    nurse.write(" Øst")
    nurse.press("Tab", "Tab", "Ctrl+A")
    nurse.write("730")
    nurse.press("Tab", "Tab")
    nurse.press("Space")
    assert nurse.desktop.ward.unit.name == "MS-infusjonsenheten"
    status = nurse.desktop.frame._status
    assert status.accessibleName().startswith("Ikke lagret ennå")
    section.closes.setFocus()
    nurse.press("Enter")
    assert status.accessibleName().startswith("Lagret")
    unit = _unit(nurse)
    assert (unit.name, unit.opens, unit.open_weekdays) == (
        "MS-infusjonsenheten Øst",
        time(7, 30),
        frozenset({2, 3, 4, 5}),
    )
    assert nurse.toast == "Enhetens opplysninger endret"
    assert not section.buttons.save.isEnabled()
    nurse.press("Ctrl+Z")
    assert _unit(nurse).opens == time(8)
    assert section.unit_name.text() == "MS-infusjonsenheten"


@pytest.mark.parametrize(
    ("opens", "closes", "fault"),
    [
        ("25.00", "15.30", "Skriv tidene som 08.00."),
        ("08.00", "", "Skriv tidene som 08.00."),
        ("16.00", "15.30", "Enheten må åpne før den stenger."),
    ],
)
def test_hours_that_cannot_be_are_told_and_not_saved(
    nurse: Nurse, section: UnitSection, opens: str, closes: str, fault: str
) -> None:
    section.opens.setText(opens)
    section.closes.setText(closes)
    assert section.error.sentence == fault
    assert not section.buttons.save.isEnabled()
    section.store()
    nurse.settle()
    assert _unit(nurse).opens == time(8)
    section.discard()
    assert section.error.sentence == ""
    assert section.opens.text() == "08.00"


def test_a_week_without_an_open_day_is_told(section: UnitSection) -> None:
    for box in section.weekdays:
        box.setChecked(False)
    assert section.error.sentence == "Minst én ukedag må være åpen."


def test_days_closed_each_year_are_added_and_taken_away(nurse: Nurse, section: UnitSection) -> None:
    section.yearly.setFocus()
    nurse.write("23.12")
    nurse.press("Enter")
    assert _chips(section)[0] == "23. desember"
    section.chips.findChildren(QPushButton)[-1].click()
    nurse.settle()
    assert _chips(section) == ["23. desember", "24. desember · julaften"]
    assert QApplication.focusWidget() is section.yearly
    section.buttons.save.click()
    nurse.settle()
    assert _unit(nurse).closed_yearly == {(12, 23), (12, 24)}


def test_a_day_that_is_none_is_told(nurse: Nurse, section: UnitSection) -> None:
    section.yearly.setFocus()
    for typed in ("31.2", "jul", ""):
        section.yearly.setText(typed)
        nurse.press("Enter")
        assert section.error.sentence == "Skriv dag og måned som 23.12."
    section.yearly.setText("29.2.")
    nurse.press("Enter")
    assert "29. februar" in _chips(section)


def test_what_is_typed_stays_when_somebody_else_changes_the_unit(nurse: Nurse, section: UnitSection) -> None:
    section.phone.setText("22 11 22 11")
    nurse.desktop.ward.act(lambda desk: change_unit(desk, replace(desk.unit(), name="Ny post")))
    nurse.settle()
    assert section.phone.text() == "22 11 22 11"
    section.buttons.save.click()
    nurse.settle()
    assert _unit(nurse).phone == "22 11 22 11"


def test_a_refusal_is_shown_and_can_be_corrected(nurse: Nurse, section: UnitSection) -> None:
    section.unit_name.setText("Post\u0007")
    section.buttons.save.click()
    nurse.settle()
    assert section.error.sentence == "Teksten har et tegn som ikke kan lagres. Skriv den på nytt."
    assert section.buttons.save.isEnabled()


def test_a_switch_of_language_keeps_what_is_typed(nurse: Nurse, section: UnitSection) -> None:
    section.phone.setText("22 11 22 11")
    nurse.desktop.looks.set_language("en")
    nurse.settle()
    assert section.phone.text() == "22 11 22 11"
    assert section.weekdays[0].text() == "Mon"
    assert section.weekdays[0].accessibleName() == "Monday"
    assert _chips(section)[0] == "24 December · Christmas Eve"

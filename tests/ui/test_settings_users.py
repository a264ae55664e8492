"""Users in the settings: added, renamed, given another role, set inactive; nobody is deleted."""

import pytest
from nurses import Nurse
from PySide6.QtWidgets import QApplication

from infusionplanner.application.records import User
from infusionplanner.application.unit import put_user
from infusionplanner_ui.pages.settings.users import UsersSection
from infusionplanner_ui.shell.rail import Rail


@pytest.fixture
def section(nurse: Nurse) -> UsersSection:
    page = nurse.desktop.frame.show_page("settings", "users")
    found = page.findChild(UsersSection)
    assert isinstance(found, UsersSection)
    nurse.settle()
    found.table.setFocus()
    return found


def _users(nurse: Nurse) -> dict[str, User]:
    with nurse.desktop.ward.desk.store.reading() as reading:
        return {user.initials: user for user in reading.users()}


def test_those_who_work_here_stand_first(section: UsersSection) -> None:
    rows = [tuple(cell.spoken for cell in row.cells) for row in section.table.rows.rows]
    assert rows[0] == ("AD", "A. Dahl", "Sykepleier", "")
    assert ("KL", "K. Lunde", "Lege", "") in rows
    assert rows[-1] == ("GV", "G. Vinje", "Sykepleier", "sluttet")
    assert not section.initials.isEnabled()


def test_a_user_is_added_by_keyboard(nurse: Nurse, section: UsersSection) -> None:
    section.new.click()
    nurse.settle()
    nurse.write("OÅ")
    nurse.press("Tab")
    nurse.write("O. Ås")
    nurse.press("Tab", "Right", "Tab", "Tab", "Space")
    assert _users(nurse)["OÅ"] == User("OÅ", "O. Ås", "doctor")
    assert section.table.key == "OÅ"
    assert QApplication.focusWidget() is section.table
    nurse.press("Ctrl+Z")
    assert "OÅ" not in _users(nurse)


def test_a_user_is_renamed_and_the_rail_follows(nurse: Nurse, section: UsersSection) -> None:
    nurse.press("Enter")
    assert QApplication.focusWidget() is section.person_name
    nurse.write("Anne Dahl")
    nurse.press("Enter")
    assert _users(nurse)["AD"].name == "Anne Dahl"
    rail = nurse.desktop.frame.findChild(Rail)
    assert isinstance(rail, Rail)
    assert rail.button("user").text() == "Sykepleier Anne Dahl"


def test_who_leaves_is_set_inactive_and_can_come_back(nurse: Nurse, section: UsersSection) -> None:
    section.table.mark("KL")
    section.active.click()
    section.store()
    nurse.settle()
    assert _users(nurse)["KL"] == User("KL", "K. Lunde", "doctor", active=False)
    section.active.click()
    section.store()
    nurse.settle()
    assert _users(nurse)["KL"].active


def test_who_is_signed_in_stays(nurse: Nurse, section: UsersSection) -> None:
    section.active.click()
    assert section.error.sentence == "Du er selv pålogget. La noen andre sette deg som sluttet."
    assert not section.store_button.isEnabled()
    section.store()
    nurse.settle()
    assert _users(nurse)["AD"].active


def test_initials_that_are_taken_are_told_and_esc_goes_back(nurse: Nurse, section: UsersSection) -> None:
    section.new.click()
    nurse.settle()
    nurse.write("MS")
    assert section.error.sentence == "Noen andre har disse initialene. Legg til en bokstav."
    nurse.press("Escape")
    assert section.chosen == User("AD", "A. Dahl")
    assert section.error.sentence == ""


def test_both_initials_and_name_are_needed(section: UsersSection) -> None:
    section.add()
    section.initials.setText("ZZ")
    assert not section.store_button.isEnabled()
    section.person_name.setText("Z. Z.")
    assert section.store_button.isEnabled()


def test_what_is_typed_stays_when_somebody_else_stores_a_user(nurse: Nurse, section: UsersSection) -> None:
    section.add()
    section.initials.setText("ZZ")
    section.person_name.setText("Z. Zahl")
    nurse.desktop.ward.act(lambda desk: put_user(desk, User("QQ", "Q. Q.")))
    nurse.settle()
    assert section.draft() == User("ZZ", "Z. Zahl")
    assert section.chosen is None
    nurse.desktop.looks.set_language("en")
    nurse.settle()
    assert section.detail.title == "New user"


def test_a_refusal_is_shown_and_can_be_corrected(nurse: Nurse, section: UsersSection) -> None:
    section.person_name.setText("A. Dahl\u0007")
    section.store()
    nurse.settle()
    assert section.error.sentence == "Teksten har et tegn som ikke kan lagres. Skriv den på nytt."
    assert section.store_button.isEnabled()


def test_the_first_user_of_a_new_unit(newcomer: Nurse) -> None:
    page = newcomer.desktop.frame.show_page("settings", "users")
    newcomer.settle()
    section = page.findChild(UsersSection)
    assert isinstance(section, UsersSection)
    assert section.detail.title == "Ny bruker"
    section.initials.setFocus()
    newcomer.write("AD")
    newcomer.press("Tab")
    newcomer.write("A. Dahl")
    newcomer.press("Enter")
    assert _users(newcomer) == {"AD": User("AD", "A. Dahl")}

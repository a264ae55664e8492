"""Users in the settings: added, renamed, given another role, set inactive; nobody is deleted."""

import pytest
from nurses import Nurse
from PySide6.QtWidgets import QApplication

from infusionplanner.application.records import User
from infusionplanner.application.unit import put_user
from infusionplanner_ui.pages.settings.users import UserForm, UsersSection
from infusionplanner_ui.shell.rail import Rail


@pytest.fixture
def section(nurse: Nurse) -> UsersSection:
    page = nurse.desktop.frame.show_page("settings", "users")
    found = page.findChild(UsersSection)
    assert isinstance(found, UsersSection)
    nurse.settle()
    found.table.setFocus()
    return found


def _form(section: UsersSection) -> UserForm:
    assert isinstance(section.form, UserForm)
    return section.form


def _save(nurse: Nurse, section: UsersSection) -> None:
    section.form.accepted.emit()
    nurse.settle()


def _users(nurse: Nurse) -> dict[str, User]:
    with nurse.desktop.ward.desk.store.reading() as reading:
        return {user.initials: user for user in reading.users()}


def test_those_who_work_here_stand_first(section: UsersSection) -> None:
    rows = [tuple(cell.spoken for cell in row.cells) for row in section.table.rows.rows]
    assert rows[0] == ("AD", "A. Dahl", "Sykepleier", "")
    assert ("KL", "K. Lunde", "Lege", "") in rows
    assert rows[-1] == ("GV", "G. Vinje", "Sykepleier", "sluttet")
    assert not _form(section).initials.isEnabled()


def test_a_user_is_added_by_keyboard(nurse: Nurse, section: UsersSection) -> None:
    section.new.click()
    nurse.settle()
    nurse.write("OÅ")
    nurse.press("Tab")
    nurse.write("O. Ås")
    nurse.press("Tab", "Right", "Tab", "Tab", "Space")
    assert _users(nurse)["OÅ"] == User("OÅ", "O. Ås", "doctor")
    assert section.table.key == "OÅ"
    assert QApplication.focusWidget() is _form(section).initials.edit
    nurse.press("Escape")
    assert QApplication.focusWidget() is section.table
    nurse.press("Ctrl+Z")
    assert "OÅ" not in _users(nurse)


def test_a_user_is_renamed_and_the_rail_follows(nurse: Nurse, section: UsersSection) -> None:
    nurse.press("Enter")
    assert QApplication.focusWidget() is _form(section).person_name.edit
    nurse.write("Anne Dahl")
    nurse.press("Enter")
    assert _users(nurse)["AD"].name == "Anne Dahl"
    rail = nurse.desktop.frame.findChild(Rail)
    assert isinstance(rail, Rail)
    assert rail.button("user").text() == "Sykepleier Anne Dahl"


def test_who_leaves_is_set_inactive_and_can_come_back(nurse: Nurse, section: UsersSection) -> None:
    section.table.mark("KL")
    _form(section).active.box.click()
    _save(nurse, section)
    assert _users(nurse)["KL"] == User("KL", "K. Lunde", "doctor", active=False)
    _form(section).active.box.click()
    _save(nurse, section)
    assert _users(nurse)["KL"].active


def test_who_is_signed_in_stays(nurse: Nurse, section: UsersSection) -> None:
    _form(section).active.box.click()
    assert section.form.error_text == "Du er selv pålogget. La noen andre sette deg som sluttet."
    assert not section.form.is_ready
    _save(nurse, section)
    assert _users(nurse)["AD"].active


def test_initials_that_are_taken_are_told_and_esc_goes_back(nurse: Nurse, section: UsersSection) -> None:
    section.new.click()
    nurse.settle()
    nurse.write("MS")
    assert section.form.error_text == "Noen andre har disse initialene. Legg til en bokstav."
    nurse.press("Escape")
    assert _form(section).draft() == User("AD", "A. Dahl")
    assert section.form.error_text == ""


def test_both_initials_and_name_are_needed(section: UsersSection) -> None:
    section.add()
    _form(section).initials.set_value("ZZ")
    assert not section.form.is_ready
    assert section.form.missing_text == "Mangler: Navn"
    _form(section).person_name.set_value("Z. Z.")
    assert section.form.is_ready


def test_what_is_typed_stays_when_somebody_else_stores_a_user(nurse: Nurse, section: UsersSection) -> None:
    section.add()
    _form(section).initials.set_value("ZZ")
    _form(section).person_name.set_value("Z. Zahl")
    nurse.desktop.ward.act(lambda desk: put_user(desk, User("QQ", "Q. Q.")))
    nurse.settle()
    assert _form(section).draft() == User("ZZ", "Z. Zahl")
    assert section.form.about is None
    nurse.desktop.looks.set_language("en")
    nurse.settle()
    assert section.form.accessibleName() == "New user"


def test_initials_that_somebody_else_has_just_given_are_not_taken_over(nurse: Nurse, section: UsersSection) -> None:
    section.add()
    _form(section).initials.set_value("QQ")
    _form(section).person_name.set_value("Q. Quist")
    nurse.desktop.ward.act(lambda desk: put_user(desk, User("QQ", "Q. Q.")))
    section.form.accepted.emit()
    nurse.settle()
    assert _users(nurse)["QQ"] == User("QQ", "Q. Q.")
    assert section.form.error_text.startswith("AD har endret det samme i mellomtiden, kl. 09.50.")
    section.form.review()
    assert section.form.error_text == "Noen andre har disse initialene. Legg til en bokstav."


def test_a_refusal_is_shown_and_can_be_corrected(nurse: Nurse, section: UsersSection) -> None:
    _form(section).person_name.set_value("A. Dahl\u0007")
    _save(nurse, section)
    assert section.form.error_text == "Teksten har et tegn som ikke kan lagres. Skriv den på nytt."
    assert section.form.is_ready


def test_the_first_user_of_a_new_unit(newcomer: Nurse) -> None:
    page = newcomer.desktop.frame.show_page("settings", "users")
    newcomer.settle()
    section = page.findChild(UsersSection)
    assert isinstance(section, UsersSection)
    assert section.form.accessibleName() == "Ny bruker"
    section.edit()
    newcomer.write("AD")
    newcomer.press("Tab")
    newcomer.write("A. Dahl")
    newcomer.press("Enter")
    assert _users(newcomer) == {"AD": User("AD", "A. Dahl")}

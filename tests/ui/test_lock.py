"""Ctrl+L: nothing of the patients is in sight, and whoever is chosen goes on where the window was left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from demo_wards import NURSE
from nurses import Nurse
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from infusionplanner.application.records import User
from infusionplanner.application.unit import put_user
from infusionplanner_ui.shell.lock import LockScreen
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.operations import Operations
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.shell.ward import Ward
from infusionplanner_ui.words.people import PeopleModel, person_label


def _lock_of(nurse: Nurse) -> LockScreen:
    lock = nurse.desktop.sheets.lock_screen
    assert lock is not None
    return lock


def _people(lock: LockScreen) -> list[str]:
    model = lock.people.model()
    assert isinstance(model, PeopleModel)
    return [person.initials for person in model.people]


def test_the_window_is_covered_and_its_title_says_nothing(nurse: Nurse) -> None:
    frame = nurse.desktop.frame
    frame.show_page("patient", nurse.id_of("Moen"))
    title = frame.windowTitle()
    assert title == "Pasient · InfusionPlanner"
    nurse.press("Ctrl+L")
    lock = _lock_of(nurse)
    assert lock.is_locked
    assert lock.geometry() == frame.rect()
    assert frame.windowTitle() == "InfusionPlanner"
    # Every pixel of the window is the lock's own.
    window, cover = frame.grab().toImage(), lock.grab().toImage()
    assert cover.convertToFormat(window.format()) == window
    nurse.press("Enter")
    assert not nurse.desktop.sheets.is_locked
    assert frame.windowTitle() == title


def test_no_key_of_the_program_works_meanwhile(nurse: Nurse) -> None:
    nurse.press("Ctrl+2", "Ctrl+L")
    nurse.press("Ctrl+1", "Ctrl+K", "F1", "Ctrl+Z", "Escape", "Alt+Left", "Ctrl+L", "Ctrl+Shift+H")
    assert nurse.desktop.sheets.is_locked
    assert nurse.desktop.frame.current_key == "week"
    assert not nurse.desktop.frame.shielded
    palette, keys = nurse.desktop.sheets.palette, nurse.desktop.sheets.keys
    assert palette is None
    assert keys is None
    nurse.press("Enter", "Ctrl+1")
    assert nurse.desktop.frame.current_key == "today"


def test_what_was_typed_and_where_the_focus_was_stays(nurse: Nurse) -> None:
    nurse.press("Ctrl+3")
    nurse.write("ber")
    before = QApplication.focusWidget()
    nurse.press("Ctrl+L")
    assert QApplication.focusWidget() is _lock_of(nurse).people
    nurse.press("Enter")
    assert QApplication.focusWidget() is before
    nurse.write("g")
    assert getattr(before, "text", str)() == "berg"


def test_tab_stays_inside(nurse: Nurse) -> None:
    nurse.press("Ctrl+L")
    lock = _lock_of(nurse)
    seen: list[QWidget | None] = []
    for _ in range(4):
        seen.append(QApplication.focusWidget())
        nurse.press("Tab")
    assert seen == [lock.people, lock.open_button, lock.people, lock.open_button]
    nurse.press("Backtab", "Backtab")
    assert QApplication.focusWidget() is lock.people
    nurse.press("Tab", "Space")
    assert not lock.is_locked


def test_another_nurse_takes_over(nurse: Nurse) -> None:
    nurse.press("Ctrl+L")
    lock = _lock_of(nurse)
    assert _people(lock) == ["AD", "IH", "KL", "MS", "RT", "SB", "TA"]
    assert lock.people.currentIndex().data() == "A. Dahl"
    nurse.press("M", "Enter")
    assert nurse.desktop.ward.desk.who == "MS"
    assert nurse.desktop.preferences.who == "MS"
    assert nurse.desktop.frame.findChildren(QWidget, "rail")[0].isEnabled()
    nurse.press("Ctrl+L")
    assert lock.people.currentIndex().data() == "M. Solli"


def test_a_double_click_unlocks_too(nurse: Nurse) -> None:
    nurse.press("Ctrl+L")
    lock = _lock_of(nurse)
    place = lock.people.visualRect(lock.people.model().index(2, 0)).center()
    QTest.mouseClick(lock.people.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(lock.people.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert nurse.desktop.ward.desk.who == "KL"
    assert not lock.is_locked


def test_the_screen_reader_hears_name_and_role(nurse: Nurse) -> None:
    nurse.press("Ctrl+L")
    lock = _lock_of(nurse)
    tree = QAccessible.queryAccessibleInterface(lock.people)
    assert tree.text(QAccessible.Text.Name) == "Hvem som fortsetter"
    assert tree.child(2).text(QAccessible.Text.Name) == "K. Lunde, lege"
    nurse.desktop.looks.set_language("en")
    QApplication.processEvents()
    assert lock.accessibleName() == "The screen is locked"


class Plain(Page):
    def title(self) -> str:
        return "I dag"


@pytest.fixture
def frame(make_frame: Callable[..., MainWindow]) -> MainWindow:
    return make_frame(PageSpec("today", lambda: "I dag", Plain), initial="today")


def test_before_the_unit_is_open_it_can_be_unlocked_all_the_same(frame: MainWindow, operations: Operations) -> None:
    lock = LockScreen(frame, Ward(operations))
    lock.lock()
    assert _people(lock) == [""]
    with_enter: list[str] = []
    lock.unlocked.connect(with_enter.append)
    lock.unlock()
    lock.unlock()
    assert with_enter == [""]


def test_a_database_that_does_not_answer_keeps_nobody_out(frame: MainWindow, demo_ward: Ward, tmp_path: Path) -> None:
    lock = LockScreen(frame, demo_ward)
    for file in tmp_path.iterdir():
        file.unlink()
    demo_ward.desk.close()
    lock.lock()
    assert NURSE in _people(lock)
    lock.unlock()
    assert not lock.is_locked


def test_whoever_has_left_is_not_offered_but_stays_while_signed_in(frame: MainWindow, demo_ward: Ward) -> None:
    demo_ward.act(lambda desk: put_user(desk, User("AD", "A. Dahl", active=False)))
    assert demo_ward.operations.wait()
    lock = LockScreen(frame, demo_ward)
    lock.lock()
    assert "AD" in _people(lock)
    assert "GV" not in _people(lock)
    lock.unlock()
    demo_ward.sign("MS")
    lock.lock()
    assert "AD" not in _people(lock)


def test_keys_that_were_switched_off_before_stay_off(frame: MainWindow, demo_ward: Ward) -> None:
    first = frame.findChildren(QShortcut)[0]
    first.setEnabled(False)
    lock = LockScreen(frame, demo_ward)
    lock.lock()
    lock.unlock()
    assert not first.isEnabled()
    assert frame.findChildren(QShortcut)[1].isEnabled()


@pytest.mark.parametrize(
    ("person", "label"),
    [
        (User("AD", "A. Dahl"), "Sykepleier A. Dahl"),
        (User("KL", "K. Lunde", "doctor"), "Lege K. Lunde"),
        (User("IH", "I. Hellum", "admin"), "I. Hellum"),
        (User("XX", ""), "Sykepleier XX"),
        (User("FY", "F. Yr", "physicist"), "Physicist F. Yr"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_people_are_called_by_role_and_name(person: User, label: str) -> None:
    assert person_label(person) == label

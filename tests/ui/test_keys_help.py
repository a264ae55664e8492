"""F1: every key of the program by page, in both languages, taken away by Esc, F1 or a press beside it."""

from nurses import Nurse
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from infusionplanner_ui.help.keys import KeysHelp, columns
from infusionplanner_ui.panels.acts.table import ACTS
from infusionplanner_ui.widgets.badge import KeyCap


def _opened(nurse: Nurse) -> KeysHelp:
    nurse.press("F1")
    keys = nurse.desktop.sheets.keys
    assert keys is not None
    assert keys.isVisible()
    return keys


def test_f1_shows_the_keys_and_takes_them_away(nurse: Nurse) -> None:
    before = QApplication.focusWidget()
    keys = _opened(nurse)
    assert "Ctrl L: Lås skjermen" in keys.words
    assert "M: Løft timen" in keys.words
    nurse.press("F1")
    assert not keys.isVisible()
    assert QApplication.focusWidget() is before
    nurse.press("F1", "Escape")
    assert not keys.isVisible()


def test_no_other_key_reaches_the_page_behind(nurse: Nurse) -> None:
    nurse.press("Ctrl+2")
    keys = _opened(nurse)
    nurse.press("N", "M", "Enter")
    assert keys.isVisible()
    assert nurse.desktop.frame.current_key == "week"


def test_a_press_beside_the_card_takes_it_away_and_one_on_it_does_not(nurse: Nurse) -> None:
    keys = _opened(nurse)
    QTest.mouseClick(keys, Qt.MouseButton.LeftButton, pos=keys.rect().center())
    assert keys.isVisible()
    QTest.mouseClick(keys, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not keys.isVisible()


def test_a_small_window_scrolls_by_the_arrows(nurse: Nurse) -> None:
    nurse.desktop.frame.resize(1024, 640)
    keys = _opened(nurse)
    nurse.settle()
    bar = keys.area.verticalScrollBar()
    assert bar.maximum() > 0
    nurse.press("PgDown")
    assert bar.value() == bar.maximum()
    nurse.press("Up")
    assert bar.value() < bar.maximum()


def test_a_switch_of_language_is_followed(nurse: Nurse) -> None:
    keys = _opened(nurse)
    nurse.desktop.looks.set_language("en")
    nurse.settle()
    labels = {label.text() for label in keys.findChildren(QLabel) if label.isVisible()}
    assert {"EVERYWHERE", "Lock the screen", "Pick the visit up"} <= labels
    assert keys.accessibleName() == "Keys"


def test_each_line_is_read_with_its_key(nurse: Nurse) -> None:
    keys = _opened(nurse)
    spoken = {label.accessibleName() for label in keys.findChildren(QLabel)}
    assert "Ctrl K: Finn pasient eller kommando" in spoken
    shown = [cap for cap in keys.findChildren(KeyCap) if cap.isVisible()]
    assert len(shown) == sum(len(group.keys) for groups in columns() for group in groups)


def test_the_keys_of_a_patient_say_what_the_panels_are_called() -> None:
    said = {(keys.replace(" ", "+"), what) for groups in columns() for group in groups for keys, what in group.keys}
    assert ("Ctrl+D", "Registrer dose") in said
    assert {(spec.key, spec.title) for spec in ACTS if spec.key} <= said


def test_the_look_round_begins_from_here(nurse: Nurse) -> None:
    keys = _opened(nurse)
    nurse.press("Tab", "Space")
    assert not keys.isVisible()
    tour = nurse.desktop.sheets.tour
    assert tour is not None
    assert tour.isVisible()

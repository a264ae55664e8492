"""The page Today by keyboard and screen reader: names, the order of Tab, and nothing cut on a small screen."""

from datetime import date

import pytest
from mornings import Morning
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

TODAY = date(2026, 11, 23)


def _unnamed(page: QWidget) -> list[str]:
    """Return the widgets that Tab reaches and a screen reader cannot name."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if widget.focusProxy() is not None or isinstance(widget.parentWidget(), QComboBox):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(type(widget).__name__)
    return found


@pytest.mark.parametrize("family", ["Moen", "Sæther", "Myhre", "Lie", "Aas", "Ruud"])
def test_everything_that_takes_the_focus_has_a_name(morning: Morning, family: str) -> None:
    morning.select(family)
    morning.settle()
    assert _unnamed(morning.page) == []


def test_the_panels_beside_the_board_name_their_fields(morning: Morning) -> None:
    morning.select("Moen")
    for ask in (morning.panel.reaction.click, morning.panel.main.click, lambda: morning.page.book(None)):
        ask()
        assert _unnamed(morning.page) == []
        morning.page.close_beside()
    morning.select("Dahl")
    morning.panel.not_given.click()
    assert _unnamed(morning.page) == []


@pytest.mark.parametrize("family", ["Moen", "Sæther", "Myhre", "Lie", "Aas", "Ruud", "Dahl"])
def test_the_panel_fits_on_a_small_screen(morning: Morning, family: str) -> None:
    morning.select(family)
    morning.settle()
    QApplication.processEvents()
    area = morning.panel._area
    assert not area.verticalScrollBar().isVisible()
    assert morning.panel.content.width() <= area.viewport().width()


def test_tab_goes_through_the_panel_as_it_is_read(morning: Morning) -> None:
    morning.select("Myhre")
    QApplication.processEvents()
    order: list[str] = []
    while morning.frame.focusWidget() is not morning.page.attention.table:
        widget = morning.frame.focusWidget()
        assert widget is not None
        order.append(widget.accessibleName() or widget.text())  # type: ignore[attr-defined]
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert order == [
        "Dagstavle",
        "Endre svarene på sjekklisten",
        "Batch",
        "Utløper",
        "Stikksted",
        "Reaksjon",
        "Dosen ble ikke fullført",
        "Dose ferdig",
        "Reaksjon …",
        "Åpne pasienten",
        "Ikke gitt …",
    ]


def test_the_checklist_is_answered_by_letters(morning: Morning, qtbot: QtBot) -> None:
    morning.select("Sæther")
    assert morning.panel.checklist.questions is not None
    rows = list(morning.panel.checklist.questions.rows.values())
    rows[0].focus()
    for key in (Qt.Key.Key_N, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Y, Qt.Key.Key_J, Qt.Key.Key_T):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert [row.answer for row in rows[:4]] == [False, True, True, None]
    for row in rows[3:]:
        row.focus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
    qtbot.waitUntil(morning.panel.main.hasFocus)


def test_a_question_keeps_its_place_and_stands_there_in_full_whatever_has_the_focus(morning: Morning) -> None:
    morning.select("Sæther")
    assert morning.panel.checklist.questions is not None
    rows = list(morning.panel.checklist.questions.rows.values())
    rows[-1].focus()
    for _ in range(5):
        QApplication.processEvents()
    places = [row.geometry() for row in rows]
    for row in rows:
        row.focus()
        QApplication.processEvents()
        assert [other.geometry() for other in rows] == places
        assert row._whole.height() >= row._whole.heightForWidth(row._whole.width())

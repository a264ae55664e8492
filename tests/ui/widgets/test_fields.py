from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QToolButton
from pytestqt.qtbot import QtBot

from infusionplanner.text.reading import DateUse
from infusionplanner_ui.application import Application
from infusionplanner_ui.widgets.fields import DateField, NumberField, TimeField

Show = Callable[..., None]
TODAY = date(2026, 11, 23)


@pytest.fixture
def day(show: Show) -> DateField:
    field = DateField("Dato", DateUse.COMING, TODAY)
    show(field, 200, 32)
    return field


def test_a_date_is_read_while_it_is_typed_and_tidied_when_left(day: DateField, qtbot: QtBot) -> None:
    told: list[date | None] = []
    day.changed.connect(told.append)
    qtbot.keyClicks(day, "211226")
    assert day.value == date(2026, 12, 21)
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert day.text() == "21.12.2026"
    assert told == [date(2026, 12, 21), None, date(2026, 12, 21)]


def test_a_date_that_is_none_is_framed_until_it_is_changed(day: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(day, "30.2")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert (day.value, day.is_valid, day.property("invalid"), day.text()) == (None, False, True, "30.2")
    qtbot.keyClick(day, Qt.Key.Key_Backspace)
    assert not day.property("invalid")
    day.set_value(None)
    assert (day.is_valid, day.text()) == (True, "")


def test_up_and_down_move_by_days(day: DateField, qtbot: QtBot) -> None:
    qtbot.keyClick(day, Qt.Key.Key_Up)
    assert day.value == TODAY
    qtbot.keyClick(day, Qt.Key.Key_Up)
    assert day.value == date(2026, 11, 24)
    qtbot.keyClick(day, Qt.Key.Key_Down)
    qtbot.keyClick(day, Qt.Key.Key_Down)
    assert day.value == date(2026, 11, 22)


def test_the_calendar_opens_at_the_date_and_writes_the_choice(day: DateField, qtbot: QtBot) -> None:
    day.set_value(date(2026, 12, 21))
    qtbot.keyClick(day, Qt.Key.Key_F4)
    calendar = day.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 12, 21)
    calendar.activated.emit(QDate(2026, 12, 28))
    assert day.text() == "28.12.2026"
    qtbot.waitUntil(lambda: day.findChild(QCalendarWidget) is None)


def test_the_calendar_speaks_the_language(day: DateField, qapp: Application, qtbot: QtBot) -> None:
    assert day.findChild(QToolButton).toolTip() == "Kalender (F4)"
    qapp.set_language("en")
    qtbot.waitUntil(lambda: day.findChild(QToolButton).toolTip() == "Calendar (F4)")


def test_a_time_is_read_tidied_and_moved(show: Show, qtbot: QtBot) -> None:
    field = TimeField("Klokkeslett", step_minutes=15)
    show(field, 100, 32)
    told: list[time | None] = []
    field.changed.connect(told.append)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value is None
    qtbot.keyClicks(field, "915")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.value, field.text()) == (time(9, 15), "09.15")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value == time(9, 30)
    field.set_value(time(0, 5))
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value == time(23, 50)
    field.set_value(None)
    assert told[-1] is None
    qtbot.keyClicks(field, "25.00")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.is_valid, field.property("invalid")) == (False, True)


def test_a_number_has_bounds_and_a_unit(show: Show) -> None:
    field = NumberField("Sprøyter", 0, 12, "stk.")
    show(field, 120, 32)
    field.setValue(40)
    assert (field.value(), field.text(), field.accessibleName()) == (12, "12 stk.", "Sprøyter")

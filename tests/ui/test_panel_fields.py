"""The fields of panels: how they read what is typed, and what they say of it."""

from collections.abc import Callable
from datetime import date, time

import pytest
from panel_acts import TODAY
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from infusionplanner.text.reading import DateUse
from infusionplanner_ui.panels.form.fields import CheckField, ChoiceField, ClockField, DateField, ListField, NumberField
from infusionplanner_ui.panels.form.menu import with_mnemonics

Show = Callable[[QWidget, int, int], None]


def test_a_day_is_read_as_nurses_write_it(show: Show, qtbot: QtBot) -> None:
    field = DateField(DateUse.PAST, TODAY)
    show(field, 200, 60)
    for typed, day in (("23.11.2026", TODAY), ("231126", TODAY), ("1.11", date(2026, 11, 1)), ("", None)):
        field.edit.setText(typed)
        assert field.day() == day
        assert field.review()
    field.edit.setText("31.02.2026")
    assert not field.review()
    assert field.fault() == "Skriv dagen som 23.11.2026."
    field.edit.setText("24.11.2026")
    assert field.fault() == "Denne dagen har ikke vært ennå."
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.day() == TODAY
    assert field.help() == "i dag, mandag 23. november 2026"
    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.help() == "tirsdag 24. november 2026"


def test_a_year_that_was_not_typed_is_written_out_and_said(show: Show, qtbot: QtBot) -> None:
    field = DateField(DateUse.COMING, TODAY, says=lambda day: f"om {(day - TODAY).days} dager")
    show(field, 200, 60)
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "4.1")
    assert field.help() == "mandag 4. januar 2027 · om 42 dager"
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == "04.01.2027"


@pytest.mark.parametrize(
    ("use", "typed", "fault"),
    [
        (DateUse.BIRTH, "14.3", "Skriv datoen med årstall, som 14.03.1988."),
        (DateUse.EXPIRY, "31.03", "Skriv måned og år, som 06.2028, eller dagen som 30.06.2028."),
        (DateUse.BIRTH, "24.11.2026", "Denne dagen har ikke vært ennå."),
        (DateUse.EXPIRY, "0628", ""),
    ],
)
def test_a_birth_and_an_expiry_need_their_year(use: DateUse, typed: str, fault: str) -> None:
    field = DateField(use, TODAY)
    field.set_value(typed)
    assert field.fault() == fault


def test_a_time_and_a_number() -> None:
    clock = ClockField(time(9, 15))
    assert clock.value() == "09.15"
    clock.set_value("9:5")
    assert clock.fault() == "Skriv klokkeslettet som 09.15."
    clock.set_time(None)
    assert clock.review()
    number = NumberField(0, 10)
    number.set_value("2,5")
    assert number.number() == 2.5
    number.set_value("11")
    assert number.fault() == "Et tall fra 0 til 10."
    whole = NumberField(1, 60, whole=True)
    whole.set_value("2,5")
    assert whole.fault() == "Et helt tall fra 1 til 60."
    whole.set_number(3)
    assert whole.whole() == 3
    whole.set_number(None)
    assert (whole.whole(), whole.is_empty()) == (None, True)


def test_a_choice_can_be_left_open_and_made_by_a_letter(show: Show, qtbot: QtBot) -> None:
    field = ChoiceField([("a", "ja"), ("b", "nei"), ("c", "nesten")])
    field.unset()
    field.required = True
    show(field, 300, 60)
    assert (field.value(), field.is_empty(), field.review()) == ("", True, False)
    field.set_options([("a", "yes"), ("b", "no"), ("c", "nearly")])
    assert field.value() == ""
    typed: list[str] = []
    field.typed.connect(typed.append)
    target = field.focus_target()
    target.setFocus()
    qtbot.keyClick(target, Qt.Key.Key_N)
    assert field.value() == "b"
    qtbot.keyClick(field.focus_target(), Qt.Key.Key_N)
    assert field.value() == "c"
    qtbot.keyClick(field.focus_target(), Qt.Key.Key_7)
    qtbot.keyClick(field.focus_target(), Qt.Key.Key_X)
    assert typed == ["7"]
    assert field.focus_target().hasFocus()


def test_a_list_and_a_box(show: Show, qtbot: QtBot) -> None:
    field = ListField([("", "Velg …"), ("x", "Noe")])
    assert field.is_empty()
    field.set_value("x")
    field.set_options([("x", "Something"), ("y", "More")])
    assert field.value() == "x"
    field.set_value("none of these")
    assert field.value() == "x"
    box = CheckField("Mange ord som går over flere linjer i en smal kolonne")
    show(box, 160, 80)
    qtbot.mouseClick(box._words, Qt.MouseButton.LeftButton)
    assert box.value()


def test_menu_letters_are_unique() -> None:
    assert with_mnemonics(["Dose …", "Dato …", "Oda", "D"]) == ["&Dose …", "D&ato …", "&Oda", "D"]


def test_a_day_is_chosen_from_the_calendar(show: Show, qtbot: QtBot) -> None:
    field = DateField(DateUse.COMING, TODAY, date(2026, 12, 21))
    show(field, 200, 60)
    qtbot.keyClick(field.edit, Qt.Key.Key_F4)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 12, 21)
    calendar.activated.emit(QDate(2026, 12, 28))
    assert field.value() == "28.12.2026"
    qtbot.waitUntil(lambda: field.findChild(QCalendarWidget) is None)


def test_the_button_of_the_calendar_stands_in_the_line_and_has_a_name(show: Show, qtbot: QtBot) -> None:
    field = DateField(DateUse.COMING, TODAY)
    show(field, 200, 60)
    field.set_name("Dag")
    opens = field.edit.findChild(QToolButton)
    assert (opens.toolTip(), opens.geometry().right() < field.edit.width()) == ("Kalender (F4)", True)
    qtbot.mouseClick(opens, Qt.MouseButton.LeftButton)
    assert field.findChild(QCalendarWidget).selectedDate() == QDate(2026, 11, 23)


def test_a_time_is_written_out_and_moved_inside_the_day(show: Show, qtbot: QtBot) -> None:
    field = ClockField()
    show(field, 100, 60)
    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.time() is None
    qtbot.keyClicks(field.edit, "915")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == "09.15"
    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.time() == time(9, 20)
    field.set_time(time(0, 5))
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.time() == time(23, 55)

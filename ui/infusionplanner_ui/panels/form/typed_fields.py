"""Fields that are typed into: a text, a doctor, a note, a day, a time, a number."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from infusionplanner.text.reading import DateUse, read_clock, read_date, typed_date
from infusionplanner_ui.panels.form.field import Field
from infusionplanner_ui.widgets.buttons import IconButton
from infusionplanner_ui.widgets.calendar import Calendar
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NOTE_HEIGHT, _BUTTON = 64, 26
_STEP_MINUTES, _A_DAY = 5, date(2026, 11, 23)


class TextField(Field):
    """One line of text."""

    def __init__(self, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(value, self)
        self.edit.setMaxLength(500)
        self._hold(self.edit)
        self.edit.textChanged.connect(self.edited)

    def value(self) -> str:
        """Return what is typed, without blanks around it."""
        return self.edit.text().strip()

    def set_value(self, value: str) -> None:
        """Fill the field in."""
        self.edit.setText(value)

    def is_empty(self) -> bool:
        """Tell whether nothing is typed."""
        return not self.value()


class DoctorField(TextField):
    """A doctor's name, completed from those who use the program."""

    def __init__(self, doctors: Sequence[str], value: str = "") -> None:
        super().__init__(value)
        completer = QCompleter(list(doctors), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # A list that pops up would take the Enter that accepts the panel.
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.edit.setCompleter(completer)


class NoteField(Field):
    """Some lines of text."""

    def __init__(self, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QPlainTextEdit(value, self)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(_NOTE_HEIGHT)
        self._hold(self.edit)
        self.edit.textChanged.connect(self.edited)

    def value(self) -> str:
        """Return what is typed, without blanks around it."""
        return self.edit.toPlainText().strip()

    def is_empty(self) -> bool:
        """Tell whether nothing is typed."""
        return not self.value()


class _SteppedField(TextField):
    """A line in which Up and Down go a step on and back, and which is written out when it is left."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.edit.installEventFilter(self)
        self.edit.editingFinished.connect(self.write_out)

    def step(self, by: int) -> None:
        """Go some steps on or back."""
        raise AssertionError(by)  # every field says how far a step goes

    def write_out(self) -> None:
        """Write what is typed in its usual form."""
        raise AssertionError  # every field says how it writes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if by is not None:
                self.step(by)
                return True
        return super().eventFilter(watched, event)


class DateField(_SteppedField):
    """A day, typed as nurses write it, or chosen from a calendar (F4); Up and Down go a day on and back.

    What it is for decides the year that was not typed; it is written out when the field is left, and stands in the
    words below it, with what ``says`` makes of the day. What has happened is not after today, nor before ``first``.
    """

    def __init__(
        self,
        use: DateUse,
        today: date,
        value: date | None = None,
        *,
        first: date | None = None,
        says: Callable[[date], str] | None = None,
    ) -> None:
        super().__init__(typed_date(value) if value else "")
        self._use = use
        self._today = today
        self._first = first
        self._says = says
        self._open = IconButton("calendar-days", kind="quiet", parent=self.edit)
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.setCursor(Qt.CursorShape.ArrowCursor)
        self._open.clicked.connect(self.open_calendar)
        self.edit.setTextMargins(0, 0, _BUTTON, 0)

    def day(self) -> date | None:
        """Return the day, or None while there is none."""
        return read_date(self.edit.text(), self._use, self._today)

    def set_day(self, value: date | None) -> None:
        """Fill the day in."""
        self.edit.setText(typed_date(value) if value else "")

    def fault(self) -> str:
        """Say that the day cannot be read or has not come."""
        if self.is_empty():
            return ""
        day = self.day()
        if day is None:
            return self._example()
        if self._use in (DateUse.PAST, DateUse.BIRTH) and day > self._today:
            return self.tr("This day has not come yet.")
        if self._first is not None and day < self._first:
            return self.tr("This is before {day}.").format(day=text.date(self._first))
        return ""

    def help(self) -> str:
        """Return the day in words, always with its year."""
        day = self.day()
        if day is None:
            return ""
        written = text.long_day(day)
        if day == self._today:
            written = self.tr("today, {day}").format(day=written)
        return text.join(written, "" if self._says is None else self._says(day))

    def _example(self) -> str:
        """Say how the day is written: a birth date and an expiry never without the year."""
        if self._use is DateUse.BIRTH:
            return self.tr("Write the date with its year, as 14.03.1988.")
        if self._use is DateUse.EXPIRY:
            return self.tr("Write month and year, as 06.2028, or the day as 30.06.2028.")
        return self.tr("Write the day as 23.11.2026.")

    def set_name(self, name: str) -> None:
        """Name the field, and the button in it."""
        super().set_name(name)
        self._open.set_name(self.tr("Calendar (F4)"))

    def step(self, by: int) -> None:
        """Go a day on or back."""
        self.set_day((self.day() or self._today) + timedelta(days=by))

    def write_out(self) -> None:
        """Write the day with its year."""
        if (day := self.day()) is not None:
            self.set_day(day)

    def open_calendar(self) -> None:
        """Show the calendar below the line."""
        calendar = Calendar(self.day() or self._today, self)
        calendar.picked.connect(self._pick)
        calendar.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 2)))
        calendar.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _pick(self, day: date) -> None:
        self.set_day(day)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar with F4, and keep its button at the right end of the line."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F4:
            self.open_calendar()
            return True
        if event.type() is QEvent.Type.Resize and watched is self.edit:
            width, height = self.edit.width(), self.edit.height()
            self._open.setGeometry(width - _BUTTON - 3, (height - _BUTTON) // 2, _BUTTON, _BUTTON)
        return super().eventFilter(watched, event)


class ClockField(_SteppedField):
    """A time of day, typed as nurses write it; Up and Down go some minutes on and back, inside the day."""

    def __init__(self, value: clock_time | None = None) -> None:
        super().__init__(text.clock(value) if value else "")

    def time(self) -> clock_time | None:
        """Return the time, or None while there is none."""
        return read_clock(self.edit.text())

    def set_time(self, value: clock_time | None) -> None:
        """Fill the time in."""
        self.edit.setText(text.clock(value) if value else "")

    def fault(self) -> str:
        """Say that the time cannot be read."""
        if self.is_empty() or self.time() is not None:
            return ""
        return self.tr("Write the time as 09.15.")

    def step(self, by: int) -> None:
        """Go some minutes on or back."""
        if (at := self.time()) is not None:
            moved = datetime.combine(_A_DAY, at) + timedelta(minutes=by * _STEP_MINUTES)
            self.set_time(moved.time())

    def write_out(self) -> None:
        """Write the time with hours and minutes."""
        if (at := self.time()) is not None:
            self.set_time(at)


class NumberField(TextField):
    """A number with decimal comma, inside bounds."""

    def __init__(self, lowest: float = 0, highest: float = 1_000_000, *, whole: bool = False) -> None:
        super().__init__()
        self._bounds = lowest, highest
        self._whole = whole

    def number(self) -> float | None:
        """Return the number, or None while there is none that can be used."""
        typed = self.value().replace(",", ".")
        if not re.fullmatch(r"\d{1,7}" if self._whole else r"\d{1,7}(\.\d{1,6})?", typed):
            return None
        found = float(typed)
        return found if self._bounds[0] <= found <= self._bounds[1] else None

    def whole(self) -> int | None:
        """Return the number as a whole one."""
        found = self.number()
        return None if found is None else int(found)

    def set_number(self, value: float | None) -> None:
        """Fill the number in."""
        self.edit.setText("" if value is None else text.number(value))

    def fault(self) -> str:
        """Say which numbers can be."""
        if self.is_empty() or self.number() is not None:
            return ""
        lowest, highest = (text.number(bound) for bound in self._bounds)
        if self._whole:
            return self.tr("A whole number from {lowest} to {highest}.").format(lowest=lowest, highest=highest)
        return self.tr("A number from {lowest} to {highest}.").format(lowest=lowest, highest=highest)

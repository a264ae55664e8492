"""Fields of a panel: a day, a time, a number, a text, one choice of few or of many, yes or no.

Each has ``value()``, ``set_value()``, ``fault()`` and the signal ``edited``; a panel asks them, and shows their faults.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from datetime import time as clock_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from infusionplanner_ui import text
from infusionplanner_ui.panels.wrapped import WrappedLabel
from infusionplanner_ui.theme import repolish, space
from infusionplanner_ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NOTE_HEIGHT = 64


class Field(QWidget):
    """What all fields have in common: a line of help below, in red when what is typed cannot be."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.required = False
        self._help = WrappedLabel("", "small")
        self._help.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(0.5))
        self._column.addWidget(self._help)

    def _hold(self, inner: QWidget) -> None:
        self._column.insertWidget(0, inner)
        self.setFocusProxy(inner)
        self._inner = inner

    def focus_target(self) -> QWidget:
        """Return the widget that takes the focus."""
        return self._inner

    def focus_chain(self) -> tuple[QWidget, ...]:
        """Return the widgets that Tab goes through."""
        return (self._inner,)

    def set_name(self, name: str) -> None:
        """Name the field to the screen reader."""
        self._inner.setAccessibleName(name)

    def is_empty(self) -> bool:
        """Tell whether nothing is filled in."""
        return False

    def fault(self) -> str:
        """Return what is wrong with what is typed, empty when nothing is."""
        return ""

    def help(self) -> str:
        """Return a muted word on what is typed, as the weekday of a date."""
        return ""

    def review(self) -> bool:
        """Show the fault or the help, and tell whether the value can be used."""
        fault = self.fault()
        shown = fault or self.help()
        self._help.setText(shown)
        self._help.setVisible(bool(shown))
        self._mark(self._help, "error" if fault else "small")
        if self._inner.property("invalid") != bool(fault):
            self._inner.setProperty("invalid", bool(fault))
            repolish(self._inner)
        self._inner.setAccessibleDescription(shown)
        return not fault and not (self.required and self.is_empty())

    @staticmethod
    def _mark(label: QWidget, kind: str) -> None:
        if label.property("kind") != kind:
            label.setProperty("kind", kind)
            repolish(label)


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


class DateField(TextField):
    """A day, typed as nurses write it; Up and Down go a day on and back.

    Below it stands the day in words, or what ``says`` makes of it. No day after ``last`` can be.
    """

    def __init__(
        self,
        today: date,
        value: date | None = None,
        *,
        last: date | None = None,
        says: Callable[[date], str] | None = None,
    ) -> None:
        super().__init__(text.date_number(value) if value else "")
        self._today = today
        self._last = last
        self._says = says
        self.edit.installEventFilter(self)

    def day(self) -> date | None:
        """Return the day, or None while there is none."""
        return text.parse_date(self.edit.text(), self._today)

    def set_day(self, value: date | None) -> None:
        """Fill the day in."""
        self.edit.setText(text.date_number(value) if value else "")

    def set_last(self, last: date | None) -> None:
        """Allow no day after this one."""
        self._last = last

    def fault(self) -> str:
        """Say that the day cannot be read or has not come."""
        if self.is_empty():
            return ""
        day = self.day()
        if day is None:
            return self.tr("Write the day as 23.11.2026.")
        if self._last is not None and day > self._last:
            return self.tr("This day has not come yet.") if self._last == self._today else self.tr("This is too late.")
        return ""

    def help(self) -> str:
        """Return the day in words."""
        day = self.day()
        if day is None:
            return ""
        if self._says is not None:
            return self._says(day)
        return self.tr("today") if day == self._today else text.long_day(day, year=day.year != self._today.year)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go a day on or back with the arrows."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.set_day((self.day() or self._today) + timedelta(days=step))
                return True
        return super().eventFilter(watched, event)


class ClockField(TextField):
    """A time of day, typed as nurses write it."""

    def __init__(self, value: clock_time | None = None) -> None:
        super().__init__(text.clock(value) if value else "")

    def time(self) -> clock_time | None:
        """Return the time, or None while there is none."""
        return text.parse_clock(self.edit.text())

    def set_time(self, value: clock_time | None) -> None:
        """Fill the time in."""
        self.edit.setText(text.clock(value) if value else "")

    def fault(self) -> str:
        """Say that the time cannot be read."""
        if self.is_empty() or self.time() is not None:
            return ""
        return self.tr("Write the time as 09.15.")


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
        self.edit.setText("" if value is None else text.decimal(value))

    def fault(self) -> str:
        """Say which numbers can be."""
        if self.is_empty() or self.number() is not None:
            return ""
        lowest, highest = (text.decimal(bound) for bound in self._bounds)
        if self._whole:
            return self.tr("A whole number from {lowest} to {highest}.").format(lowest=lowest, highest=highest)
        return self.tr("A number from {lowest} to {highest}.").format(lowest=lowest, highest=highest)


class _LetteredSegments(SegmentedControl):
    """Segments that are also chosen by their first letter."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._letters: list[tuple[str, str]] = []

    def all_buttons(self) -> tuple[QWidget, ...]:
        """Return the buttons in their order."""
        return tuple(self._group.buttons())

    def chosen_button(self) -> QWidget:
        """Return the button that is down."""
        buttons = self._group.buttons()
        return next((made for made in buttons if made.isChecked()), buttons[0])

    def set_segments(self, segments: Sequence[tuple[str, str]]) -> None:
        """Set keys and texts; what was not chosen stays so."""
        unset = bool(self._letters) and not self.current
        super().set_segments(segments)
        self._letters = [(words[:1].casefold(), key) for key, words in segments]
        if unset:
            self.unset()
        self._lead_focus()

    def select(self, key: str) -> None:
        """Choose without emitting ``changed``."""
        super().select(key)
        self._lead_focus()

    def unset(self) -> None:
        """Choose nothing: somebody has to."""
        self._group.setExclusive(False)
        for made in self._group.buttons():
            made.setChecked(False)
        self._group.setExclusive(True)
        self._lead_focus()

    def _lead_focus(self) -> None:
        """Let Tab lead to the choice that is made, as in a group of radio buttons."""
        for made in self._group.buttons():
            leads = made.isChecked() or not self.current
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a letter; hand figures on."""
        typed = event.text().casefold()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier) or not typed:
            super().keyPressEvent(event)
            return
        found = [key for letter, key in self._letters if letter == typed]
        if found:
            following = found[(found.index(self.current) + 1) % len(found)] if self.current in found else found[0]
            self.select(following)
            self.chosen_button().setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.changed.emit(following)
        elif typed.isdigit():
            self.typed.emit(typed)
        else:
            super().keyPressEvent(event)


class ChoiceField(Field):
    """One of few, all in sight. A letter chooses; ``typed`` carries a figure for the field that follows."""

    typed = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = _LetteredSegments(self)
        self._hold(self.segments)
        self.segments.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_options(options)
        if value:
            self.set_value(value)
        self.segments.changed.connect(self._chosen)
        self.segments.typed.connect(self.typed)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Set the choices anew; the choice is kept when it is still there."""
        self.segments.set_segments(options)

    def _chosen(self, key: str) -> None:
        self.segments.select(key)
        self.edited.emit()

    def unset(self) -> None:
        """Leave the choice open: somebody has to make it."""
        self.segments.unset()

    def is_empty(self) -> bool:
        """Tell whether nothing is chosen."""
        return not self.value()

    def focus_target(self) -> QWidget:
        """Return the segment that is down."""
        return self.segments.chosen_button()

    def focus_chain(self) -> tuple[QWidget, ...]:
        """Return the segments, of which Tab goes to the one that is down."""
        return self.segments.all_buttons()

    def value(self) -> str:
        """Return the key of the choice."""
        return self.segments.current

    def set_value(self, value: str) -> None:
        """Make a choice."""
        self.segments.select(value)


class ListField(Field):
    """One of many, in a drop-down list. An empty key stands for nothing chosen yet."""

    def __init__(self, options: Sequence[tuple[str, str]], value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        self.box.setMinimumContentsLength(8)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._hold(self.box)
        self.set_options(options)
        self.set_value(value)
        self.box.currentIndexChanged.connect(self.edited)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Set the choices anew; the choice is kept when it is still there."""
        kept = self.value()
        with QSignalBlocker(self.box):
            self.box.clear()
            for key, words in options:
                self.box.addItem(words, key)
        self.set_value(kept)

    def value(self) -> str:
        """Return the key of the choice."""
        return str(self.box.currentData() or "")

    def set_value(self, value: str) -> None:
        """Make a choice; an unknown key chooses the first entry."""
        self.box.setCurrentIndex(max(self.box.findData(value), 0))

    def is_empty(self) -> bool:
        """Tell whether nothing is chosen."""
        return not self.value()


class CheckField(Field):
    """Yes or no."""

    def __init__(self, words: str = "", *, value: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.setChecked(value)
        self._words = WrappedLabel(words, parent=self)
        self._words.setContentsMargins(0, space(0.5), 0, 0)
        self._words.clicked.connect(self.box.toggle)
        row = QHBoxLayout()
        row.setSpacing(space(1))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._column.insertLayout(0, row)
        self._inner: QWidget = self.box
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self.edited)

    def value(self) -> bool:
        """Tell whether it is ticked."""
        return self.box.isChecked()

    def set_words(self, words: str) -> None:
        """Say anew what is ticked here."""
        self._words.setText(words)

    def set_name(self, name: str) -> None:
        """Name the box by its own words, which say more than a heading."""
        self.box.setAccessibleName(name or self._words.text())

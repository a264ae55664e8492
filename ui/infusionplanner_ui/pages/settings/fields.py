"""Fields that only the unit's settings have: weekdays, and days of every year."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from infusionplanner.text.reading import DateUse, read_date
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.panels.form.field import Field
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_MONDAY = date(2026, 11, 23)
_LEAP_YEAR = 2028
_LINE_WIDTH = space(28)

Yearly = frozenset[tuple[int, int]]


class WeekdaysField(Field):
    """Some of the seven weekdays, Monday being 1."""

    def __init__(self, value: frozenset[int]) -> None:
        super().__init__()
        self.boxes = tuple(QCheckBox() for _ in range(7))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        for number, box in enumerate(self.boxes, start=1):
            box.setChecked(number in value)
            box.toggled.connect(self.edited)
            row.addWidget(box)
        row.addStretch(1)
        self._hold(holder)
        self.setFocusProxy(self.boxes[0])

    def set_name(self, name: str) -> None:
        """Name the row, and each box by its day."""
        super().set_name(name)
        for number, box in enumerate(self.boxes):
            day = _MONDAY + timedelta(days=number)
            box.setText(text.weekday(day, short=True))
            box.setAccessibleName(text.weekday(day))

    def focus_target(self) -> QWidget:
        """Return Monday."""
        return self.boxes[0]

    def focus_chain(self) -> tuple[QWidget, ...]:
        """Return the days in their order."""
        return self.boxes

    def value(self) -> frozenset[int]:
        """Return the days that are ticked."""
        return frozenset(number for number, box in enumerate(self.boxes, start=1) if box.isChecked())


class YearlyField(Field):
    """Days and months, each on a button that takes it away, and a line to add another, which counts as it is typed."""

    def __init__(self, value: Yearly) -> None:
        super().__init__()
        self._days = value
        self.edit, self._add = QLineEdit(), button("", icon="plus")
        self.edit.setFixedWidth(_LINE_WIDTH)
        self.edit.textChanged.connect(self.edited)
        self._add.clicked.connect(self.add_typed)
        self._chips = QVBoxLayout()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        self._chips.setSpacing(space(1.5))
        column.addLayout(self._chips)
        line = QHBoxLayout()
        line.setSpacing(space(2))
        line.addWidget(self.edit)
        line.addWidget(self._add)
        line.addStretch(1)
        column.addLayout(line)
        self._hold(holder)
        self.setFocusProxy(self.edit)

    def set_name(self, name: str) -> None:
        """Name the field, its line and its buttons."""
        super().set_name(name)
        self.edit.setPlaceholderText(self.tr("e.g. 23.12"))
        self.edit.setAccessibleName(self.tr("Day and month"))
        self._add.setText(self.tr("Add"))
        self._show_chips()

    def focus_target(self) -> QWidget:
        """Return the line."""
        return self.edit

    def focus_chain(self) -> tuple[QWidget, ...]:
        """Return the line and its button; the days stand before them."""
        return self.edit, self._add

    def _typed(self) -> Yearly:
        day = read_date(f"{self.edit.text().strip().rstrip('.')}.{_LEAP_YEAR}", DateUse.COMING, _MONDAY)
        return frozenset() if day is None else frozenset({(day.month, day.day)})

    def value(self) -> Yearly:
        """Return the days, and the one that is typed."""
        return self._days | self._typed()

    def fault(self) -> str:
        """Say that what is typed is no day of a year."""
        return self.tr("Write day and month as 23.12.") if self.edit.text().strip() and not self._typed() else ""

    def add_typed(self) -> None:
        """Put what is typed on a button of its own."""
        typed = self._typed()
        if typed:
            self._set(self._days | typed)
            self.edit.clear()

    def _set(self, days: Yearly) -> None:
        self._days = days
        self._show_chips()
        self.edited.emit()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for month, day in sorted(self._days):
            words = text.day_month(date(_LEAP_YEAR, month, day))
            named = {(12, 24): self.tr("Christmas Eve"), (12, 31): self.tr("New Year's Eve")}.get((month, day), "")
            chip = button(text.join(words, named), icon="x")
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setAccessibleName(self.tr("Take away {day}").format(day=words))
            chip.setToolTip(chip.accessibleName())
            chip.clicked.connect(partial(self._set, self._days - {(month, day)}))
            self._chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter what is typed; an empty line leaves Enter to the form."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._typed():
            self.add_typed()
        else:
            super().keyPressEvent(event)

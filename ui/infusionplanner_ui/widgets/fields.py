"""Fields to type a date, a time or a number in, as nurses write them."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QSpinBox, QToolButton, QWidget

from infusionplanner.text.reading import DateUse, read_clock, read_date, typed_date
from infusionplanner_ui.look.icons import icon
from infusionplanner_ui.look.palette import tokens
from infusionplanner_ui.look.theme import repolish
from infusionplanner_ui.widgets.buttons import IconButton
from infusionplanner_ui.words import text

_BUTTON = 26


class _ParsedField(QLineEdit):
    """A line whose text is read when it is left; what cannot be read is framed in red and counts as nothing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.editingFinished.connect(self._tidy)
        self.textEdited.connect(lambda _: self._frame(valid=True))

    @property
    def is_valid(self) -> bool:
        """Whether the text can be read; an empty line can."""
        return not self.text().strip() or self._written() is not None

    def _written(self) -> str | None:
        """Return the text in its usual form, or None when it cannot be read."""
        raise AssertionError  # every field says how it reads

    def _tidy(self) -> None:
        written = self._written()
        if written is not None:
            self.setText(written)
        self._frame(valid=self.is_valid)

    def _frame(self, *, valid: bool) -> None:
        if bool(self.property("invalid")) == valid:
            self.setProperty("invalid", not valid)
            repolish(self)


class DateField(_ParsedField):
    """A date, typed as ``9.3``, ``090326`` or ``9.3.2026``, chosen from a calendar (F4), or moved by Up and Down.

    ``use`` decides the year that was not typed; the calendar opens at ``today``.
    """

    changed = Signal(object)

    def __init__(self, name: str, use: DateUse, today: date, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._use = use
        self._today = today
        self._told: date | None = None
        self.setPlaceholderText(typed_date(today))
        self._open = IconButton("calendar-days", kind="quiet", parent=self)
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.setCursor(Qt.CursorShape.ArrowCursor)
        self._open.clicked.connect(self.open_calendar)
        self.setTextMargins(0, 0, _BUTTON, 0)
        self.textChanged.connect(lambda _: self._tell())
        self._name_action()

    @property
    def value(self) -> date | None:
        """The date that is written, or None."""
        return read_date(self.text(), self._use, self._today)

    def set_value(self, day: date | None) -> None:
        """Write a date."""
        self.setText("" if day is None else typed_date(day))
        self._frame(valid=True)

    def set_today(self, today: date) -> None:
        """Complete dates by another day, as after midnight."""
        self._today = today
        self.setPlaceholderText(typed_date(today))

    def open_calendar(self) -> None:
        """Show the calendar below the field."""
        calendar = _Calendar(self.value or self._today, self)
        calendar.picked.connect(self._pick)
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _pick(self, day: date) -> None:
        self.set_value(day)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self) -> str | None:
        return None if self.value is None else typed_date(self.value)

    def _tell(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self.changed.emit(self._told)

    def _name_action(self) -> None:
        self._open.set_name(self.tr("Calendar (F4)"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the calendar's button at the right end."""
        super().resizeEvent(event)
        self._open.setGeometry(self.width() - _BUTTON - 3, (self.height() - _BUTTON) // 2, _BUTTON, _BUTTON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days with Up and Down, open the calendar with F4."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is not None:
            day = self.value
            self.set_value(self._today if day is None else day + timedelta(days=step))
        elif event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Name the calendar anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name_action()
        super().changeEvent(event)


class TimeField(_ParsedField):
    """A time of day, typed as ``9.15``, ``0915`` or ``9``, or moved by Up and Down in steps of some minutes."""

    changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, step_minutes: int = 5) -> None:
        super().__init__(name, parent)
        self._step = step_minutes
        self._told: time | None = None
        self.textChanged.connect(lambda _: self._tell())

    @property
    def value(self) -> time | None:
        """The time that is written, or None."""
        return read_clock(self.text())

    def set_value(self, at: time | None) -> None:
        """Write a time."""
        self.setText("" if at is None else text.clock(at))
        self._frame(valid=True)

    def _written(self) -> str | None:
        return None if self.value is None else text.clock(self.value)

    def _tell(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self.changed.emit(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by some minutes with Up and Down, inside the day."""
        step = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}.get(Qt.Key(event.key()))
        at = self.value
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        moved = datetime.combine(date.min + timedelta(days=1), at) + timedelta(minutes=step)
        self.set_value(moved.time())


class NumberField(QSpinBox):
    """A whole number with its unit."""

    def __init__(self, name: str, first: int, last: int, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(first, last)
        self.setSuffix(f" {unit}" if unit else "")
        # The style sheet's padding does not reach the line of a spin box.
        self.lineEdit().setTextMargins(8, 0, 0, 0)


class _Calendar(QCalendarWidget):
    """A calendar that is there until a day is chosen."""

    picked = Signal(object)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(tokens().muted))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekday, quiet)
        for name, sign in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            arrow = self.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(icon(sign))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.resize(self.sizeHint())

    def _choose(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()

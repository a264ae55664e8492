"""A calendar that pops up below a field."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from infusionplanner_ui.look.icons import icon
from infusionplanner_ui.look.palette import tokens


class Calendar(QCalendarWidget):
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

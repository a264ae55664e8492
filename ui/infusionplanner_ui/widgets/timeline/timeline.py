"""One patient's course over the months: doses, tests and controls, the prescription, and today."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from infusionplanner_ui.widgets import accessibility
from infusionplanner_ui.widgets.accessibility import AccessibleCell, AccessibleRow
from infusionplanner_ui.widgets.painting import plain_tip
from infusionplanner_ui.widgets.timeline import painting as timeline_painting
from infusionplanner_ui.widgets.timeline.data import AXIS, FOOT, TimelineData, TimelineGrid, TimelineMark
from infusionplanner_ui.words import text


class Timeline(QWidget):
    """Shows one course. ``activated`` carries lane and mark number on Enter or a double click."""

    activated = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessibility.install()
        self._data: TimelineData | None = None
        self._current: tuple[int, int] | None = None
        self._low = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline"))

    def set_data(self, data: TimelineData) -> None:
        """Show another course."""
        self._data = replace(data, low=self._low)
        self._current = None
        self.updateGeometry()
        self.update()

    def set_low(self, *, low: bool) -> None:
        """Draw the lanes low where there is little height."""
        self._low = low
        if self._data is not None:
            self.set_data(self._data)

    @property
    def current(self) -> tuple[int, int] | None:
        """Lane and number of the mark the keyboard is on."""
        return self._current

    def grid(self) -> TimelineGrid:
        """Return the measures for the present size."""
        assert self._data is not None  # noqa: S101 - asked for only when there is something to show
        return TimelineGrid(self._data, timeline_painting.label_width(self._data), self.width())

    def sizeHint(self) -> QSize:
        """Ask for all lanes."""
        lanes = sum(map(self._data.height, self._data.lanes)) if self._data else 120
        return QSize(600, int(AXIS + lanes + FOOT))

    def minimumSizeHint(self) -> QSize:
        """Keep all lanes; the months may come close."""
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the course."""
        if self._data is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            timeline_painting.TimelinePainting(self.grid()).draw(painter, self._current, focused=self.hasFocus())

    def spoken(self, mark: TimelineMark) -> str:
        """Return what is said of a mark: its day and its text."""
        return text.join(text.day(mark.on), str(mark.on.year), mark.text)

    def accessible_rows(self) -> tuple[AccessibleRow, ...]:
        """Return the lanes as rows with their marks as cells."""
        if self._data is None:
            return ()
        grid = self.grid()
        return tuple(
            AccessibleRow(
                lane.label,
                QRectF(0, grid.top(row), self.width(), self._data.height(lane)).toRect(),
                tuple(
                    AccessibleCell(
                        self.spoken(mark), grid.mark_box(row, mark).toRect(), selected=self._current == (row, number)
                    )
                    for number, mark in enumerate(lane.marks)
                ),
            )
            for row, lane in enumerate(self._data.lanes)
        )

    def mark_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return lane and number of the mark at a point."""
        if self._data is None:
            return None
        grid = self.grid()
        for row, lane in enumerate(self._data.lanes):
            for number, mark in reversed(list(enumerate(lane.marks))):
                if grid.mark_box(row, mark).adjusted(-3, -3, 3, 3).contains(point):
                    return row, number
        return None

    def _go(self, place: tuple[int, int]) -> None:
        if self._data is None or place == self._current:
            return
        self._current = place
        mark = self._data.lanes[place[0]].marks[place[1]]
        accessibility.announce_selection(self, self.spoken(mark))
        box = self.grid().mark_box(place[0], mark)
        if self.hasFocus() and self.isVisible():
            QToolTip.showText(self.mapToGlobal(box.bottomLeft().toPoint()), plain_tip(self.spoken(mark)), self)
        self.update()

    def _step(self, key: int) -> None:
        data = self._data
        rows = [row for row, lane in enumerate(data.lanes) if lane.marks] if data is not None else []
        if data is None or not rows:
            return
        if self._current is None:
            self._go((rows[0], len(data.lanes[rows[0]].marks) - 1))
            return
        row, number = self._current
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            day = data.lanes[row].marks[number].on
            index = min(max(rows.index(row) + (1 if key == Qt.Key.Key_Down else -1), 0), len(rows) - 1)
            row = rows[index] if rows[index] != row else row
            marks = data.lanes[row].marks
            number = (
                number
                if row == self._current[0]
                else min(range(len(marks)), key=lambda place: abs(marks[place].on - day))
            )
        else:
            number += {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        self._go((row, min(max(number, 0), len(data.lanes[row].marks) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark with the arrows, act with Enter."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(event.key())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._current is not None:
            self.activated.emit(*self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the mark nearest to today."""
        data = self._data
        if data is not None and self._current is None:
            rows = [row for row, lane in enumerate(data.lanes) if lane.marks]
            if rows:
                marks = data.lanes[rows[0]].marks
                self._current = rows[0], min(range(len(marks)), key=lambda place: abs(marks[place].on - data.today))
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the tooltip away."""
        QToolTip.hideText()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark that is pressed."""
        place = self.mark_at(event.position())
        if place is not None:
            self._go(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Act on the mark that is double clicked."""
        place = self.mark_at(event.position())
        if place is not None:
            self.activated.emit(*place)

    def changeEvent(self, event: QEvent) -> None:
        """Name the board anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Timeline"))
            self.update()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what a mark is in a tooltip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._data is not None:
            place = self.mark_at(QPointF(event.pos()))
            words = self.spoken(self._data.lanes[place[0]].marks[place[1]]) if place else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

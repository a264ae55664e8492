"""How the timeline is drawn."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.palette import Tone, tokens
from infusionplanner_ui.widgets.painting import CENTRE, draw_shape, draw_text, elided, focus_ring, rounded
from infusionplanner_ui.widgets.timeline.data import (
    AXIS,
    MarkKind,
    TimelineData,
    TimelineGrid,
    TimelineLane,
    TimelineMark,
)
from infusionplanner_ui.words import text

_TAG_HEIGHT = 18.0
_MONTH_MINIMUM = 30.0


def label_width(data: TimelineData) -> float:
    """Return the width of the lanes' names."""
    metrics = QFontMetricsF(font(12, Weight.MEDIUM))
    widest = max((metrics.horizontalAdvance(lane.label) for lane in data.lanes), default=0.0)
    return round(min(max(widest + 16, 72), 150))


class TimelinePainting:
    """One painting of one course."""

    def __init__(self, grid: TimelineGrid) -> None:
        self._grid = grid
        self._colours = tokens()

    def draw(self, painter: QPainter, current: tuple[int, int] | None, *, focused: bool) -> None:
        """Draw months, lanes, today, marks, and the ring around the current mark."""
        self._draw_months(painter)
        self._draw_labels(painter)
        for row, lane in enumerate(self._grid.data.lanes):
            self._draw_bars(painter, row, lane)
        self._draw_today(painter)
        for row, lane in enumerate(self._grid.data.lanes):
            for mark in lane.marks:
                self._draw_mark(painter, row, lane, mark)
        if focused and current is not None:
            mark = self._grid.data.lanes[current[0]].marks[current[1]]
            box = self._grid.mark_box(current[0], mark).adjusted(-4, -4, 4, 4)
            focus_ring(painter, box, box.width() / 2 if mark.kind.is_dose else 5)

    def _draw_months(self, painter: QPainter) -> None:
        months = self._grid.data.months
        painter.setFont(font(12))
        metrics = QFontMetricsF(painter.font())
        step = (self._grid.width - self._grid.labels) / max(len(months), 1)
        every = 1 if step >= _MONTH_MINIMUM else 3
        for number, month in enumerate(months):
            if month < self._grid.data.first:
                continue
            x = self._grid.x(month)
            painter.setPen(QColor(self._colours.border))
            painter.drawLine(QPointF(x + 0.5, 2), QPointF(x + 0.5, self._grid.bottom))
            room = QRectF(x + 4, 0, self._grid.width - x - 4, AXIS - 8)
            word = text.month(month, short=True)
            if number % every == 0 and metrics.horizontalAdvance(word) <= room.width():
                draw_text(painter, room, word, self._colours.muted)

    def _draw_labels(self, painter: QPainter) -> None:
        painter.setFont(font(12, Weight.MEDIUM))
        metrics = QFontMetricsF(painter.font())
        for row, lane in enumerate(self._grid.data.lanes):
            box = QRectF(0, self._grid.top(row), self._grid.labels - 10, self._grid.data.height(lane))
            draw_text(painter, box, elided(lane.label, metrics, box.width()), self._colours.secondary)

    def _draw_bars(self, painter: QPainter, row: int, lane: TimelineLane) -> None:
        colours = self._colours.tone(lane.tone)
        middle = self._grid.top(row) + self._grid.data.height(lane) / 2
        for bar in lane.bars:
            left = max(self._grid.x(bar.first), self._grid.labels)
            right = min(self._grid.x(bar.last), self._grid.width)
            if right > left:
                box = QRectF(left, middle - 5, right - left, 10)
                painter.setPen(QPen(QColor(colours.line), 1))
                painter.setBrush(QColor(colours.ground))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _draw_today(self, painter: QPainter) -> None:
        data = self._grid.data
        if not data.first <= data.today <= data.last:
            return
        x = self._grid.middle(data.today)
        painter.setPen(QPen(QColor(self._colours.now), 2))
        painter.drawLine(QPointF(x, AXIS - 10), QPointF(x, self._grid.bottom + 4))
        painter.setFont(font(11, Weight.BOLD))
        width = QFontMetricsF(painter.font()).horizontalAdvance(data.today_label) + 10
        left = min(max(x - width / 2, 0), self._grid.width - width)
        tag = QRectF(left, self._grid.bottom + 2, width, _TAG_HEIGHT)
        painter.fillPath(rounded(tag, 4), QColor(self._colours.now))
        draw_text(painter, tag, data.today_label, self._colours.on_now, CENTRE)

    def _draw_mark(self, painter: QPainter, row: int, lane: TimelineLane, mark: TimelineMark) -> None:
        if not self._grid.data.first <= mark.on <= self._grid.data.last:
            return
        box = self._grid.mark_box(row, mark)
        if mark.kind.is_dose:
            self._draw_dose(painter, box, mark)
        else:
            self._draw_square(painter, box, lane, mark.kind)

    def _draw_dose(self, painter: QPainter, box: QRectF, mark: TimelineMark) -> None:
        colours = self._colours
        ground, line, words, style = {
            MarkKind.DOSE_OBSERVED: (
                colours.watch.ground,
                colours.watch.line,
                colours.watch.text,
                Qt.PenStyle.SolidLine,
            ),
            MarkKind.DOSE_DONE: (colours.accent, colours.accent, colours.on_accent, Qt.PenStyle.SolidLine),
        }.get(mark.kind, (colours.surface, colours.accent, colours.accent_text, Qt.PenStyle.DashLine))
        pen = QPen(QColor(line), 1.3)
        if style is Qt.PenStyle.DashLine:
            pen.setDashPattern([2.2, 2.0])
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if mark.number is not None:
            painter.setFont(font(10 if mark.number < 100 else 9, Weight.SEMIBOLD, tabular=True))
            draw_text(painter, box, str(mark.number), words, CENTRE)

    def _draw_square(self, painter: QPainter, box: QRectF, lane: TimelineLane, kind: MarkKind) -> None:
        urgent = {MarkKind.DUE: Tone.WARN, MarkKind.OVERDUE: Tone.STOP}.get(kind)
        if urgent is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colours.surface))
            painter.drawEllipse(box.adjusted(-2, -2, 2, 2))
            draw_shape(painter, box, urgent, self._colours.tone(urgent).line)
            return
        colour = self._colours.tone(lane.tone).line
        inner = box.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colour), 2))
        painter.setBrush(QColor(colour if kind is MarkKind.DONE else self._colours.surface))
        painter.drawRoundedRect(inner, 2, 2)

"""How the week board is drawn. It keeps nothing: a board makes one for each painting."""

from dataclasses import dataclass, replace
from datetime import time

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.palette import tokens
from infusionplanner_ui.widgets.boards.block_painting import RADIUS, draw_selection, plain_metrics
from infusionplanner_ui.widgets.boards.board_data import Fit, Shade, WeekDay, minutes_of
from infusionplanner_ui.widgets.boards.carrying import Carried
from infusionplanner_ui.widgets.boards.week_blocks import WeekBlocks
from infusionplanner_ui.widgets.boards.week_layout import AXIS, HEAD, LABEL, NOTE, WeekGrid
from infusionplanner_ui.widgets.painting import (
    Hatch,
    detail_forms,
    draw_text,
    elided,
    focus_ring,
    hatch,
    rounded,
    whole,
)
from infusionplanner_ui.words import text

_FULL = 0.9
_NOTE_OVER = 8.0
_CARRIED = 84.0
_NOW_WIDTH = 1.5
_NOW_DOT = 3.5
_UNDER_WORDS = 0.28


@dataclass(frozen=True, slots=True)
class WeekState:
    """What the user does on the board: the selection, what is carried, how the days suit it."""

    selected: object = None
    focused: bool = False
    carried: Carried | None = None
    shades: tuple[Shade, ...] = ()
    now: time | None = None


class WeekPainting:
    """One painting of one week."""

    def __init__(self, grid: WeekGrid, state: WeekState) -> None:
        self._grid = grid
        self._state = state
        self._blocks = WeekBlocks(grid.lines)
        self._colours = tokens()

    def draw_under(self, painter: QPainter) -> None:
        """Draw what stays while the user goes about: days, hours, blocks."""
        for number, day in enumerate(self._grid.data.days):
            self._draw_day(painter, number, day)
        self._draw_hours(painter)
        for number, day in enumerate(self._grid.data.days):
            self._draw_head(painter, number, day)
        carried = self._state.carried
        for block in self._grid.blocks:
            if carried is not None and block.visit.key == carried.visit.key:
                self._blocks.draw_ghost(painter, block)
            else:
                self._blocks.draw(painter, block)

    def draw_over(self, painter: QPainter) -> None:
        """Draw what moves: the time, the selection, or what is carried."""
        self._draw_now(painter)
        carried = self._state.carried
        if carried is not None:
            self._draw_carried(painter, carried)
        for block in self._grid.blocks:
            if carried is None and block.visit.key == self._state.selected:
                draw_selection(painter, block.box, focused=self._state.focused)
        if self._state.focused and self._state.selected is None and carried is None:
            focus_ring(painter, QRectF(0, 0, self._grid.width, self._grid.height), RADIUS)

    # days and hours

    def _draw_day(self, painter: QPainter, number: int, day: WeekDay) -> None:
        box = self._grid.day_box(number)
        for shade in self._state.shades:
            if shade.on == day.on and shade.fit is not Fit.OUTSIDE:
                part = QRectF(box)
                if shade.from_ is not None:
                    part.setTop(self._grid.scale.at(minutes_of(shade.from_)))
                if shade.until is not None:
                    part.setBottom(self._grid.scale.at(minutes_of(shade.until)))
                painter.fillRect(part, QColor(self._colours.best if shade.fit is Fit.BEST else self._colours.allowed))
        closed = QRectF(box)
        if day.closed:
            closed.setTop(HEAD)
        elif day.closed_from is not None:
            closed.setTop(self._grid.scale.at(minutes_of(day.closed_from)))
        else:
            return
        area = QPainterPath()
        area.addRect(closed)
        hatch(painter, area, Hatch(self._colours.closed_ground, self._colours.closed_line, gap=12, width=4))

    def _draw_hours(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QColor(self._colours.border))
        for number in range(len(self._grid.data.days)):
            x = int(self._grid.day_box(number).left())
            painter.drawLine(x, 0, x, int(self._grid.height))
        for minutes in self._grid.scale.hours:
            y = int(self._grid.scale.at(minutes))
            painter.drawLine(0, y, int(self._grid.width), y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12, tabular=True))
        for minutes in self._grid.scale.hours:
            box = QRectF(8, self._grid.scale.at(minutes) + 3, AXIS - 10, 16)
            draw_text(painter, box, f"{minutes // 60:02}", self._colours.muted)

    def _draw_head(self, painter: QPainter, number: int, day: WeekDay) -> None:
        box = self._grid.head_box(number).adjusted(10, 0, -10, 0)
        title_font = font(15, Weight.SEMIBOLD)
        painter.setFont(title_font)
        title = elided(day.title, QFontMetricsF(title_font), box.width())
        colour = self._colours.accent_text if day.today else self._colours.text
        draw_text(painter, QRectF(box.left(), 11, box.width(), 20), title, colour)
        words, best = self.note_of(day)
        note_font = font(NOTE, Weight.SEMIBOLD if best else Weight.NORMAL, tabular=True)
        metrics = QFontMetricsF(note_font)
        width = box.width() + _NOTE_OVER
        note = whole(detail_forms(words), metrics, width) or elided(words, metrics, width)
        painter.setFont(note_font)
        colour = self._colours.accent_text if best else self._colours.muted
        draw_text(painter, QRectF(box.left(), 31, width, 17), note, colour)
        if not day.closed:
            self._draw_load(painter, QRectF(box.left(), 53, box.width(), 4), day.load)
            self._draw_places(painter, number)

    def _draw_places(self, painter: QPainter, number: int) -> None:
        """Name the columns of a day; a label that its column cannot hold is left out."""
        painter.setFont(font(LABEL, tabular=True))
        metrics = plain_metrics(LABEL)
        for key, label in self._grid.labels.items():
            left, width = self._grid.column(number, key)
            words = whole((label,), metrics, width)
            draw_text(painter, QRectF(left + 1, HEAD - 19, width, 16), words, self._colours.muted)

    def note_of(self, day: WeekDay) -> tuple[str, bool]:
        """Return the line below a day's title, and whether the day is the best one for what is carried."""
        if day.closed:
            return day.closed, False
        shade = next((shade for shade in self._state.shades if shade.on == day.on and shade.reason), None)
        return (shade.reason, shade.fit is Fit.BEST) if shade is not None else (day.note, False)

    def _draw_load(self, painter: QPainter, box: QRectF, load: float) -> None:
        painter.fillPath(rounded(box, 2), QColor(self._colours.pressed))
        if load > 0:
            colour = self._colours.watch.line if load >= _FULL else self._colours.accent
            full = QRectF(box.left(), box.top(), max(box.width() * min(load, 1), 4), box.height())
            painter.fillPath(rounded(full, 2), QColor(colour))

    def _draw_now(self, painter: QPainter) -> None:
        now = self._state.now
        number = next((number for number, day in enumerate(self._grid.data.days) if day.today), None)
        if now is None or number is None:
            return
        box, y = self._grid.day_box(number), self._grid.scale.at(minutes_of(now))
        line, faint = QColor(self._colours.now), QColor(self._colours.now)
        faint.setAlphaF(_UNDER_WORDS)
        painter.setPen(QPen(faint, _NOW_WIDTH))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setPen(QPen(line, _NOW_WIDTH))
        left = box.left()
        for taken in sorted(
            (
                block.box
                for block in self._grid.blocks
                if block.row == number and block.box.top() <= y <= block.box.bottom()
            ),
            key=QRectF.left,
        ):
            painter.drawLine(QPointF(left, y), QPointF(max(taken.left(), left), y))
            left = taken.right()
        painter.drawLine(QPointF(left, y), QPointF(max(box.right(), left), y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawEllipse(QPointF(box.left(), y), _NOW_DOT, _NOW_DOT)

    def _draw_carried(self, painter: QPainter, carried: Carried) -> None:
        number = self._grid.number_of(carried.target.on)
        if number is None:
            return
        shown = carried.shown
        slot = self._grid.visit_box(number, shown)
        painter.fillRect(QRectF(slot.left(), HEAD - 3, slot.width(), 3), QColor(self._colours.accent))
        block = replace(self._grid.block(number, shown), box=self._grid.float_box(number, shown, _CARRIED))
        for spread in (6, 4, 2):
            shadow = QColor(0, 0, 0, 14)
            painter.fillPath(
                rounded(block.box.adjusted(-spread, -spread + 3, spread, spread + 3), RADIUS + spread), shadow
            )
        self._blocks.draw_carried(painter, block, text.clock(carried.target.start))
        painter.setPen(QPen(QColor(self._colours.focus), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(block.box.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS, RADIUS)

"""How the week board is drawn. It keeps nothing: a board makes one for each painting."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from infusionplanner_ui import text
from infusionplanner_ui.fonts import Weight, font
from infusionplanner_ui.palette import tokens
from infusionplanner_ui.widgets.block_painting import (
    GLYPH,
    RADIUS,
    BlockColours,
    BlockFonts,
    draw_glyph,
    draw_ground,
    draw_mark,
    draw_selection,
    glyph_of,
)
from infusionplanner_ui.widgets.board_data import BoardVisit, Fit, Mark, Shade, WeekDay, minutes_of
from infusionplanner_ui.widgets.board_layout import Block
from infusionplanner_ui.widgets.carrying import Carried
from infusionplanner_ui.widgets.painting import (
    Hatch,
    detail_forms,
    draw_text,
    elided,
    fitted,
    focus_ring,
    hatch,
    name_forms,
    rounded,
)
from infusionplanner_ui.widgets.week_layout import AXIS, HEAD, WeekGrid

_FULL = 0.9
_PAD = 5.0


@dataclass(frozen=True, slots=True)
class WeekState:
    """What the user does on the board: the selection, what is carried, how the days suit it."""

    selected: object = None
    focused: bool = False
    carried: Carried | None = None
    shades: tuple[Shade, ...] = ()


class WeekPainting:
    """One painting of one week."""

    def __init__(self, grid: WeekGrid, state: WeekState) -> None:
        self._grid = grid
        self._state = state
        self._fonts = BlockFonts(11)
        self._colours = tokens()

    def draw(self, painter: QPainter) -> None:
        """Draw days, hours, blocks, then what is carried and the selection."""
        for number, day in enumerate(self._grid.data.days):
            self._draw_day(painter, number, day)
        self._draw_hours(painter)
        for number, day in enumerate(self._grid.data.days):
            self._draw_head(painter, number, day)
        carried = self._state.carried
        for block in self._grid.blocks:
            if carried is not None and block.visit.key == carried.visit.key:
                self._draw_ghost(painter, block)
            else:
                self._draw_block(painter, block)
        self._draw_now(painter)
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
            box = QRectF(12, self._grid.scale.at(minutes) + 3, AXIS - 14, 16)
            draw_text(painter, box, text.hour(minutes // 60), self._colours.muted)

    def _draw_head(self, painter: QPainter, number: int, day: WeekDay) -> None:
        box = self._grid.head_box(number).adjusted(10, 0, -10, 0)
        title_font = font(15, Weight.SEMIBOLD)
        painter.setFont(title_font)
        title = elided(day.title, QFontMetricsF(title_font), box.width())
        colour = self._colours.accent_text if day.today else self._colours.text
        draw_text(painter, QRectF(box.left(), 11, box.width(), 20), title, colour)
        words, best = self.note_of(day)
        note_font = font(12, Weight.SEMIBOLD if best else Weight.NORMAL, tabular=True)
        painter.setFont(note_font)
        note = fitted(detail_forms(words), QFontMetricsF(note_font), box.width())
        colour = self._colours.accent_text if best else self._colours.muted
        draw_text(painter, QRectF(box.left(), 31, box.width(), 17), note, colour)
        if not day.closed:
            self._draw_load(painter, QRectF(box.left(), 53, box.width(), 4), day.load)

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
        now = self._grid.data.now
        number = next((number for number, day in enumerate(self._grid.data.days) if day.today), None)
        if now is None or number is None:
            return
        box, y = self._grid.day_box(number), self._grid.scale.at(minutes_of(now))
        painter.setPen(QPen(QColor(self._colours.now), 2))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.left() + 7, y))
        painter.drawLine(QPointF(box.right() - 7, y), QPointF(box.right(), y))

    # blocks

    @staticmethod
    def _watch_box(block: Block) -> QRectF:
        if block.visit.observation_minutes <= 0 or block.watch_from >= block.box.bottom():
            return QRectF()
        top = max(block.watch_from, block.box.top())
        return QRectF(block.box.left(), top, block.box.width(), block.box.bottom() - top)

    def _draw_block(self, painter: QPainter, block: Block) -> None:
        draw_ground(painter, block.visit, block.box, self._watch_box(block))
        self._draw_words(painter, block, self.lines_of(block))

    def lines_of(self, block: Block, extra: Sequence[str] = ()) -> list[str]:
        """Return the lines of a block's text: the name in one or two lines, its detail, what else is wanted."""
        visit = block.visit
        width = block.box.width() - 2 * _PAD + 2
        room = max(int((block.box.height() - 4) // self._fonts.line), 1)
        names = self._name_lines(visit, width, room)
        details = [fitted(detail_forms(words), self._fonts.detail_metrics, width) for words in (visit.detail, *extra)]
        return [*names, *(words for words in details if words)][:room]

    def _name_lines(self, visit: BoardVisit, width: float, room: int) -> list[str]:
        """Return the name on one line when it fits, else family and given name on two, else the family name."""
        metrics = self._fonts.name_metrics
        if metrics.horizontalAdvance(visit.name) <= width:
            return [visit.name]
        family, comma, given = visit.name.partition(", ")
        if not comma or room < 3:
            return [fitted(name_forms(visit.name), metrics, width)]
        return [fitted((f"{family},", family), metrics, width), elided(given, metrics, width)]

    def _draw_words(self, painter: QPainter, block: Block, lines: Sequence[str]) -> None:
        own = BlockColours(block.visit, self._colours)
        names = len(self._name_lines(block.visit, block.box.width() - 2 * _PAD + 2, 9 if len(lines) > 2 else 2))
        top = block.box.top() + 3
        if len(lines) == 1:
            top = max(block.box.center().y() - self._fonts.line / 2, block.box.top())
        for number, words in enumerate(lines):
            line = QRectF(block.box.left() + _PAD, top, block.box.width() - 2 * _PAD + 2, self._fonts.line)
            name = number < names
            metrics = self._fonts.name_metrics if name else self._fonts.detail_metrics
            self._clear_behind(painter, block, line, metrics.horizontalAdvance(words))
            painter.setFont(self._fonts.name if name else self._fonts.detail)
            draw_text(painter, line, words, own.text if name else own.detail)
            top += self._fonts.line
        self._draw_signs(painter, block, top + 3)

    def _draw_signs(self, painter: QPainter, block: Block, top: float) -> None:
        """Draw the signs of need and state below the words when there is room."""
        box = QRectF(block.box.left() + _PAD, top, GLYPH, GLYPH)
        if box.bottom() > block.box.bottom() - 2:
            return
        if block.visit.mark is not Mark.NONE:
            self._clear_behind(painter, block, box.adjusted(0, -1, 0, 1), GLYPH)
            draw_mark(painter, block.visit, box)
            box.translate(GLYPH + 4, 0)
        if glyph_of(block.visit):
            self._clear_behind(painter, block, box.adjusted(0, -1, 0, 1), GLYPH)
            draw_glyph(painter, block.visit, box)

    def _clear_behind(self, painter: QPainter, block: Block, line: QRectF, width: float) -> None:
        watch = self._watch_box(block)
        if (
            watch.isValid()
            and width
            and line.bottom() > watch.top()
            and not BlockColours(block.visit, self._colours).over
        ):
            plate = QRectF(line.left() - 2, max(line.top(), watch.top() + 1), width + 4, line.height())
            painter.fillPath(rounded(plate & block.box.adjusted(1, 1, -1, -1), 2), QColor(self._colours.hatch_ground))

    def _draw_ghost(self, painter: QPainter, block: Block) -> None:
        painter.setPen(QPen(QColor(self._colours.border_strong), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(block.box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _draw_carried(self, painter: QPainter, carried: Carried) -> None:
        number = self._grid.number_of(carried.target.on)
        if number is None:
            return
        block = self._grid.block(number, carried.shown)
        for spread in (6, 4, 2):
            shadow = QColor(0, 0, 0, 14)
            painter.fillPath(
                rounded(block.box.adjusted(-spread, -spread + 3, spread, spread + 3), RADIUS + spread), shadow
            )
        draw_ground(painter, carried.shown, block.box, self._watch_box(block))
        self._draw_words(painter, block, self.lines_of(block, (text.clock(carried.target.start),)))
        painter.setPen(QPen(QColor(self._colours.focus), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(block.box.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS, RADIUS)

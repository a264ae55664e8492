"""How a visit's block is drawn on the week board, where it is high and narrow."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from infusionplanner_ui.look.palette import tokens
from infusionplanner_ui.widgets.boards.block_painting import (
    GLYPH,
    RADIUS,
    SIGN,
    BlockColours,
    colours_of,
    draw_ground,
    signs_of,
)
from infusionplanner_ui.widgets.boards.board_data import BoardVisit
from infusionplanner_ui.widgets.boards.board_layout import Block
from infusionplanner_ui.widgets.boards.week_lines import Line, WeekLines, week_lines
from infusionplanner_ui.widgets.painting import draw_text

_TOP = 3.0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line where it is drawn."""

    line: Line
    box: QRectF


class WeekBlocks:
    """Draws blocks with their words."""

    def __init__(self, lines: WeekLines) -> None:
        self._lines = lines
        self._fonts = lines.fonts
        self._colours = tokens()

    def draw(self, painter: QPainter, block: Block) -> None:
        """Draw one block."""
        draw_ground(painter, block.visit, block.box, watch_box(block), self._colours)
        self._draw_words(painter, block, self._lines)

    def draw_carried(self, painter: QPainter, block: Block, time: str) -> None:
        """Draw what is carried, with its time."""
        draw_ground(painter, block.visit, block.box, watch_box(block), self._colours)
        self._draw_words(painter, block, week_lines(self._fonts.pixels), time)

    def draw_ghost(self, painter: QPainter, block: Block) -> None:
        """Draw where a visit stood that is carried away."""
        painter.setPen(QPen(QColor(self._colours.border_strong), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(block.box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _draw_words(self, painter: QPainter, block: Block, lines: WeekLines, extra: str = "") -> None:
        high = self._fonts.line
        room = max(int((block.box.height() - 2) // high), 1)
        shown = lines.lines(block.visit, lines.width(block.box.width()), room, extra)
        top = block.box.top() + min(_TOP, max((block.box.height() - len(shown) * high) / 2, 0))
        left = block.box.left() + lines.left
        placed = [
            _Placed(line, QRectF(left, top + number * high, self._width(block.visit, line), high))
            for number, line in enumerate(shown)
        ]
        self._clear(painter, block, (each.box for each in placed))
        own = colours_of(block.visit, self._colours)
        for each in placed:
            self._draw_line(painter, block.visit, own, each)

    def _width(self, visit: BoardVisit, line: Line) -> float:
        metrics = self._fonts.name_metrics if line.is_name else self._fonts.detail_metrics
        signs = SIGN * len(signs_of(visit)) if line.signs else 0.0
        return metrics.horizontalAdvance(line.words) + signs

    def _draw_line(self, painter: QPainter, visit: BoardVisit, own: BlockColours, placed: _Placed) -> None:
        line, box = placed.line, QRectF(placed.box)
        for draw in signs_of(visit) if line.signs else ():
            draw(painter, visit, QRectF(box.left(), box.center().y() - GLYPH / 2, GLYPH, GLYPH))
            box.setLeft(box.left() + SIGN)
        if not line.words:
            return
        painter.setFont(self._fonts.name if line.is_name else self._fonts.detail)
        draw_text(painter, box, line.words, own.text if line.is_name else own.detail)

    def _clear(self, painter: QPainter, block: Block, beds: Iterable[QRectF]) -> None:
        """Lay plain ground under words that reach into the hatching, before any word is drawn."""
        if not block.visit.watched:
            return
        inside = watch_box(block).adjusted(1, -1, -1, -1)
        for bed in beds:
            if bed.bottom() <= inside.top():
                continue
            plate = bed.adjusted(-2, 0, 2, 0) & inside
            if not plate.isEmpty():
                painter.fillRect(plate, QColor(self._colours.hatch_ground))


def watch_box(block: Block) -> QRectF:
    """Return the part of a block that is observation."""
    if not block.visit.watched or block.watch_from >= block.box.bottom():
        return QRectF()
    top = max(block.watch_from, block.box.top())
    return QRectF(block.box.left(), top, block.box.width(), block.box.bottom() - top)

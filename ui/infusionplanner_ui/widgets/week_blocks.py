"""How a visit's block is drawn on the week board, where it is high and narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from infusionplanner_ui.palette import tokens
from infusionplanner_ui.widgets.block_painting import (
    GLYPH,
    RADIUS,
    BlockColours,
    block_fonts,
    draw_glyph,
    draw_ground,
    draw_mark,
    glyph_of,
)
from infusionplanner_ui.widgets.board_data import BoardVisit, Mark
from infusionplanner_ui.widgets.board_layout import Block
from infusionplanner_ui.widgets.painting import detail_forms, draw_text, elided, fitted, name_forms, rounded

_PAD = 4.0
_WIDE = 70


class WeekBlocks:
    """Draws blocks with their words: in lines where they fit, on end where a family name would be cut.

    ``column`` is the width of a place's column in pixels; where there is room, the letters are larger.
    """

    def __init__(self, column: float) -> None:
        self._fonts = block_fonts(12 if column >= _WIDE else 11)
        self._colours = tokens()

    def draw(self, painter: QPainter, block: Block, extra: str = "") -> None:
        """Draw one block; ``extra`` is one more line, as the time of what is carried."""
        draw_ground(painter, block.visit, block.box, watch_box(block))
        if self.stands(block):
            self._draw_upright(painter, block, extra)
        else:
            self._draw_lines(painter, block, extra)

    def draw_ghost(self, painter: QPainter, block: Block) -> None:
        """Draw where a visit stood that is carried away."""
        painter.setPen(QPen(QColor(self._colours.border_strong), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(block.box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def stands(self, block: Block) -> bool:
        """Tell whether the words stand on end: the family name is wider than the block but not than it is high."""
        name = self._fonts.name_metrics.horizontalAdvance(name_forms(block.visit.name)[-1])
        return self._width(block) < name <= block.box.height() - 2 * _PAD

    def lines_of(self, block: Block, extra: str = "") -> list[tuple[str, bool]]:
        """Return the lines of a block's words, each with whether it is part of the name, as many as fit."""
        room = max(int((block.box.height() - 4) // self._fonts.line), 1)
        width = self._width(block)
        names = [(words, True) for words in self._name_lines(block.visit, width, room)]
        details = [
            (fitted(detail_forms(words), self._fonts.detail_metrics, width), False)
            for words in (block.visit.detail, extra)
        ]
        return [line for line in (*names, *details) if line[0]][:room]

    @staticmethod
    def _width(block: Block) -> float:
        return block.box.width() - 2 * _PAD + 1

    def _name_lines(self, visit: BoardVisit, width: float, room: int) -> Sequence[str]:
        """Return the name on one line when it fits, else family and given name on two, else the family name."""
        metrics = self._fonts.name_metrics
        if metrics.horizontalAdvance(visit.name) <= width:
            return (visit.name,)
        family, comma, given = visit.name.partition(", ")
        if not comma or room < 3:
            return (fitted(name_forms(visit.name), metrics, width),)
        return fitted((f"{family},", family), metrics, width), elided(given, metrics, width)

    def _draw_lines(self, painter: QPainter, block: Block, extra: str) -> None:
        own = BlockColours(block.visit, self._colours)
        lines = self.lines_of(block, extra)
        top = block.box.top() + 3
        if len(lines) == 1:
            top = min(top, max(block.box.center().y() - self._fonts.line / 2, block.box.top()))
        for words, is_name in lines:
            metrics = self._fonts.name_metrics if is_name else self._fonts.detail_metrics
            line = QRectF(block.box.left() + _PAD, top, metrics.horizontalAdvance(words), self._fonts.line)
            self._clear(painter, block, line)
            painter.setFont(self._fonts.name if is_name else self._fonts.detail)
            draw_text(painter, line, words, own.text if is_name else own.detail)
            top += self._fonts.line
        self._draw_signs(painter, block, QRectF(block.box.left() + _PAD, top + 3, GLYPH, GLYPH), 0)

    def _draw_upright(self, painter: QPainter, block: Block, extra: str) -> None:
        """Draw name and detail on end, read from top to bottom."""
        own = BlockColours(block.visit, self._colours)
        length = block.box.height() - 2 * _PAD
        lines = [(fitted(name_forms(block.visit.name), self._fonts.name_metrics, length), True)]
        if block.box.width() >= 2 * self._fonts.line:
            detail = fitted(detail_forms(extra or block.visit.detail), self._fonts.detail_metrics, length - 2 * GLYPH)
            lines.append((detail, False))
        right = block.box.center().x() + len(lines) * self._fonts.line / 2
        for words, is_name in lines:
            metrics = self._fonts.name_metrics if is_name else self._fonts.detail_metrics
            top = block.box.top() + _PAD
            drawn = metrics.horizontalAdvance(words)
            self._clear(painter, block, QRectF(right - self._fonts.line, top, self._fonts.line, drawn))
            painter.save()
            painter.translate(right, top)
            painter.rotate(90)
            painter.setFont(self._fonts.name if is_name else self._fonts.detail)
            draw_text(painter, QRectF(0, 0, drawn, self._fonts.line), words, own.text if is_name else own.detail)
            painter.restore()
            right -= self._fonts.line
        if len(lines) > 1:
            sign = QRectF(right + self._fonts.line / 2 - GLYPH / 2, block.box.bottom() - _PAD - GLYPH, GLYPH, GLYPH)
            self._draw_signs(painter, block, sign, -1)

    def _draw_signs(self, painter: QPainter, block: Block, box: QRectF, upwards: int) -> None:
        """Draw the signs of need and state below the words when there is room."""
        if box.bottom() > block.box.bottom() - 2:
            return
        if block.visit.mark is not Mark.NONE:
            self._clear(painter, block, box)
            draw_mark(painter, block.visit, box)
            box = box.translated(0, upwards * (GLYPH + 3)) if upwards else box.translated(GLYPH + 4, 0)
        if glyph_of(block.visit) and box.right() <= block.box.right() - 2:
            self._clear(painter, block, box)
            draw_glyph(painter, block.visit, box)

    def _clear(self, painter: QPainter, block: Block, words: QRectF) -> None:
        """Lay plain ground under words that reach into the hatching."""
        watch = watch_box(block)
        plate = words.adjusted(-2, -1, 2, 1) & watch.adjusted(1, -1, -1, -1)
        if watch.isValid() and not plate.isEmpty() and not BlockColours(block.visit, self._colours).over:
            painter.fillPath(rounded(plate, 2), QColor(self._colours.hatch_ground))


def watch_box(block: Block) -> QRectF:
    """Return the part of a block that is observation."""
    if block.visit.observation_minutes <= 0 or block.watch_from >= block.box.bottom():
        return QRectF()
    top = max(block.watch_from, block.box.top())
    return QRectF(block.box.left(), top, block.box.width(), block.box.bottom() - top)

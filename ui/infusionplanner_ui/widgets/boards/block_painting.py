"""How a visit's block looks, the same on the day's and the week's board."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.palette import DARK, LIGHT, Tokens, Tone, tokens
from infusionplanner_ui.look.theme import RADIUS_SMALL
from infusionplanner_ui.widgets.boards.board_data import BoardVisit, Look, Mark
from infusionplanner_ui.widgets.painting import Hatch, draw_shape, focus_ring, hatch, rounded

GLYPH = 8.0
SIGN = GLYPH + 4
"""Side of a sign in pixels, and its room with the gap to the words after it."""
RADIUS = RADIUS_SMALL - 1
_REMEMBERED = 4000
_LOOSE = 12
_TIGHTER = -0.2


class BlockColours:
    """Ground, line and text of a visit in the palette in force."""

    def __init__(self, look: Look, mark: Mark, colours: Tokens) -> None:
        self.text = colours.text
        self.detail = colours.secondary
        self.ground, self.line = colours.surface, colours.border_strong
        match look:
            case Look.ARRIVED:
                self.ground, self.line = colours.info.ground, colours.info.line
            case Look.RUNNING:
                self.ground, self.line = colours.running.ground, colours.running.line
            case Look.OBSERVING:
                self.ground, self.line = colours.running.ground, colours.watch.line
            case Look.OVER:
                self.ground, self.line = colours.warn.ground, colours.warn.line
                self.text = self.detail = colours.warn.text
            case Look.DONE | Look.NOT_GIVEN:
                self.ground, self.line = colours.done.ground, colours.done.line
                self.text = self.detail = colours.done.text
        if mark is Mark.STOP:
            self.ground, self.line = colours.stop.ground, colours.stop.line


def colours_of(visit: BoardVisit, colours: Tokens) -> BlockColours:
    """Return the colours of a visit."""
    return _colours_of(visit.look, visit.mark, colours.dark)


@lru_cache(maxsize=64)
def _colours_of(look: Look, mark: Mark, dark: bool) -> BlockColours:  # noqa: FBT001 - which palette, as it says itself
    return BlockColours(look, mark, DARK if dark else LIGHT)


def draw_ground(painter: QPainter, visit: BoardVisit, box: QRectF, watch: QRectF, colours: Tokens) -> None:
    """Draw a block's ground with the observation hatched, and its outline."""
    own = colours_of(visit, colours)
    shape = rounded(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS)
    painter.fillPath(shape, QColor(own.ground))
    if watch.isValid() and visit.watched:
        _draw_watch(painter, shape, watch, colours, strong=visit.look is Look.OBSERVING)
    pen = QPen(QColor(own.line), 1.0)
    if visit.look is Look.NOT_GIVEN:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)


def _draw_watch(painter: QPainter, shape: QPainterPath, watch: QRectF, colours: Tokens, *, strong: bool) -> None:
    part = QPainterPath()
    part.addRect(watch)
    ground, line = colours.hatch_ground, colours.hatch_line
    hatch(painter, shape.intersected(part), Hatch(ground, line, gap=9, width=4 if strong else 3))
    edge = QPen(QColor(colours.watch.line), 1, Qt.PenStyle.DashLine)
    painter.setPen(edge)
    box = shape.boundingRect()
    if watch.left() > box.left() + 1:
        painter.drawLine(watch.topLeft() + QPointF(0, 1), watch.bottomLeft() - QPointF(0, 1))
    elif watch.top() > box.top() + 1:
        painter.drawLine(watch.topLeft() + QPointF(1, 0), watch.topRight() - QPointF(1, 0))


_GLYPHS = {
    Look.ARRIVED: "○",
    Look.RUNNING: "▶",
    Look.OBSERVING: "▨",
    Look.OVER: "▲",
    Look.DONE: "✓",
    Look.NOT_GIVEN: "✕",
}


def glyph_of(visit: BoardVisit) -> str:
    """Return the sign of a visit's state for a reader who sees no colours; planned visits have none."""
    return _GLYPHS.get(visit.look, "")


def draw_glyph(painter: QPainter, visit: BoardVisit, box: QRectF) -> None:
    """Draw the sign of a visit's state into a square."""
    draw_look(painter, visit.look, box)


def draw_look(painter: QPainter, look: Look, box: QRectF) -> None:
    """Draw the sign of a state into a square."""
    colours = tokens()
    if look is Look.DONE:
        draw_shape(painter, box, Tone.OK, colours.done.text)
    elif look is Look.OBSERVING:
        draw_shape(painter, box, Tone.WATCH, colours.watch.text)
    elif look is Look.OVER:
        draw_shape(painter, box, Tone.WARN, colours.warn.text)
    elif look is not Look.PLANNED:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_lines(painter, look, box, colours)
        painter.restore()


def _draw_lines(painter: QPainter, look: Look, box: QRectF, colours: Tokens) -> None:
    inner = box.adjusted(1, 1, -1, -1)
    if look is Look.RUNNING:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.running.text))
        points = (box.topLeft(), QPointF(box.right(), box.center().y()), box.bottomLeft())
        painter.drawPolygon(QPolygonF(points))
    elif look is Look.ARRIVED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.info.text), 1.8))
        painter.drawEllipse(inner)
    else:
        painter.setPen(QPen(QColor(colours.done.text), 1.6))
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())


def draw_mark(painter: QPainter, visit: BoardVisit, box: QRectF) -> None:
    """Draw the sign of what a visit needs: ▲ or ●."""
    tone = Tone.STOP if visit.mark is Mark.STOP else Tone.WARN
    draw_shape(painter, box, tone, tokens().tone(tone).text)


def signs_of(visit: BoardVisit) -> tuple[Callable[[QPainter, BoardVisit, QRectF], None], ...]:
    """Return what draws the signs of a visit: of what it needs, then of its state; none for most planned visits."""
    if visit.mark is Mark.NONE:
        return (draw_glyph,) if visit.look in _GLYPHS else ()
    return (draw_mark, draw_glyph) if visit.look in _GLYPHS else (draw_mark,)


def draw_selection(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    """Draw the outline of the selected block, and the focus ring around it when the board has the focus."""
    if focused:
        focus_ring(painter, box.adjusted(-3, -3, 3, 3), RADIUS + 2)
    painter.setPen(QPen(QColor(tokens().focus), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


class RememberedMetrics(QFontMetricsF):
    """Measures of a font that remembers widths, since a board asks for the same words at each painting."""

    def __init__(self, measured: QFont) -> None:
        super().__init__(measured)
        self._widths: dict[str, float] = {}

    def horizontalAdvance(self, text: str, length: int = -1) -> float:  # type: ignore[override]  # only words are measured
        """Return the width of a text in pixels."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) > _REMEMBERED:
                self._widths.clear()
            width = self._widths[text] = super().horizontalAdvance(text, length)
        return width


@lru_cache(maxsize=4)
def plain_metrics(pixels: int) -> RememberedMetrics:
    """Return the measures of plain letters with tabular figures at a size."""
    return RememberedMetrics(font(pixels, tabular=True))


@lru_cache(maxsize=4)
def block_fonts(pixels: int) -> "BlockFonts":
    """Return the fonts of blocks at a size."""
    return BlockFonts(pixels)


class BlockFonts:
    """The two fonts of a block with their measures."""

    def __init__(self, pixels: int) -> None:
        self.pixels = pixels
        self.name = font(pixels, Weight.SEMIBOLD)
        self.detail = font(pixels, tabular=True)
        if pixels < _LOOSE:
            # Inter is spaced for long reading at this size; names in narrow columns gain a letter.
            for each in (self.name, self.detail):
                each.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _TIGHTER)
        self.name_metrics = RememberedMetrics(self.name)
        self.detail_metrics = RememberedMetrics(self.detail)
        self.line = self.name_metrics.height()
        """Height of one line."""

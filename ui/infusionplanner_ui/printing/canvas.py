"""Measures and draws in points (1/72 inch) on any page, in the program's font, without ligatures or transparency."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)

from infusionplanner_ui.look.fonts import FAMILY, Weight

POINTS_PER_INCH = 72
LINE = 1.34
"""Distance of two baselines, as a multiple of the size of the text."""

_MISSING = "□"


class Ink(Enum):
    """The greys of a sheet, all dark enough for a worn-out printer where they carry text."""

    BLACK = "#000000"
    GREY = "#4a4a4a"
    RULE = "#b4b4b4"
    HATCH = "#c8c8c8"
    WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks; ``size`` in points."""

    size: float
    weight: Weight = Weight.NORMAL
    ink: Ink = Ink.BLACK

    @property
    def line(self) -> float:
        """Return the height of one line in points."""
        return self.size * LINE


class Ruler:
    """Measures text as the page will show it."""

    def __init__(self, page: QPagedPaintDevice) -> None:
        self._page = page
        self.dots = page.logicalDpiX() / POINTS_PER_INCH
        self._metrics: dict[Style, QFontMetricsF] = {}
        self._widths: dict[tuple[str, Style], float] = {}
        self._drawable: dict[tuple[str, Style], str] = {}

    def width(self, text: str, style: Style) -> float:
        """Return the width of one line of text in points."""
        known = self._widths.get((text, style))
        if known is None:
            shown = self.drawable(text, style)
            known = self._widths[text, style] = self._measure(style).horizontalAdvance(shown) / self.dots
        return known

    def drawable(self, text: str, style: Style) -> str:
        """Return ``text`` with a box for every sign that no font here can draw, where a PDF would show nothing."""
        if text.isascii():
            return text
        known = self._drawable.get((text, style))
        if known is None:
            drawn = self._measure(style).inFontUcs4
            known = "".join(mark if drawn(ord(mark)) else _MISSING for mark in text if not _is_joiner(mark))
            self._drawable[text, style] = known
        return known

    def elided(self, text: str, style: Style, width: float) -> str:
        """Return ``text``, cut with an ellipsis where it is wider than ``width`` points."""
        shown = self.drawable(text, style)
        if self.width(shown, style) <= width:
            return shown
        return self._measure(style).elidedText(shown, Qt.TextElideMode.ElideRight, max(width, 0) * self.dots)

    def lines(self, text: str, style: Style, width: float, *, most: int = 40) -> list[str]:
        """Return ``text`` broken into lines of at most ``width`` points; the last of ``most`` lines is cut."""
        text = self.drawable(text, style)
        if self.width(text, style) <= width:
            return [text]
        layout = QTextLayout(text, font(style), self._page)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        units = text.encode("utf-16-le")
        starts: list[int] = []
        layout.beginLayout()
        while len(starts) <= most and (line := layout.createLine()).isValid():
            line.setLineWidth(width * self.dots)
            starts.append(2 * line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(units)]
        broken = [units[start:end].decode("utf-16-le").rstrip() for start, end in zip(starts, ends, strict=True)]
        if len(broken) <= most:
            return broken
        rest = units[starts[most - 1] :].decode("utf-16-le")
        return [*broken[: most - 1], self.elided(rest, style, width)]

    def _measure(self, style: Style) -> QFontMetricsF:
        known = self._metrics.get(style)
        if known is None:
            known = self._metrics[style] = QFontMetricsF(font(style), self._page)
        return known


class Canvas:
    """Draws on a page in points. ``zoom`` makes everything smaller, text too."""

    def __init__(self, painter: QPainter, ruler: Ruler, zoom: float = 1) -> None:
        self._painter = painter
        self.ruler = ruler
        self._zoom = zoom
        self._scale = ruler.dots * zoom

    def zoomed(self, zoom: float) -> "Canvas":
        """Return a canvas of the same page whose points are ``zoom`` of a point."""
        return Canvas(self._painter, self.ruler, zoom)

    def text(self, x: float, baseline: float, text: str, style: Style, *, width: float | None = None) -> float:
        """Write one line, cut to ``width`` where one is given, and return how wide it became."""
        shown = self.ruler.drawable(text, style) if width is None else self.ruler.elided(text, style, width)
        dots = self.ruler.dots
        self._painter.save()
        self._painter.scale(self._zoom, self._zoom)
        self._painter.setFont(font(style))
        self._painter.setPen(QColor(style.ink.value))
        self._painter.drawText(QPointF(x * dots, baseline * dots), shown)
        self._painter.restore()
        return self.ruler.width(shown, style)

    def line(self, line: QLineF, thickness: float, ink: Ink = Ink.BLACK) -> None:
        """Draw a straight line."""
        scale = self._scale
        self._painter.setPen(self._pen(thickness, ink))
        self._painter.drawLine(QLineF(line.x1() * scale, line.y1() * scale, line.x2() * scale, line.y2() * scale))

    def rule(self, left: float, right: float, y: float, thickness: float, ink: Ink = Ink.BLACK) -> None:
        """Draw a level line."""
        self.line(QLineF(left, y, right, y), thickness, ink)

    def frame(self, rect: QRectF, thickness: float, radius: float = 0, ink: Ink = Ink.BLACK) -> None:
        """Draw the outline of a rectangle."""
        self._painter.setPen(self._pen(thickness, ink))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(self._scaled(rect), radius * self._scale, radius * self._scale)

    def fill(self, rects: Iterable[QRectF], ink: Ink) -> None:
        """Fill rectangles as one shape, so that no seam shows between neighbours."""
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        for rect in rects:
            shape.addRect(self._scaled(rect))
        self._painter.fillPath(shape, QBrush(QColor(ink.value)))

    def hatch(self, rect: QRectF, step: float, thickness: float) -> None:
        """Draw slanting lines over a rectangle, each cut at its edges."""
        wide, high = rect.width(), rect.height()
        offset = step
        while offset < wide + high:
            start = QPointF(min(offset, wide), max(0.0, offset - wide)) + rect.topLeft()
            end = QPointF(max(0.0, offset - high), min(offset, high)) + rect.topLeft()
            self.line(QLineF(start, end), thickness, Ink.HATCH)
            offset += step

    def _pen(self, thickness: float, ink: Ink) -> QPen:
        return QPen(QColor(ink.value), thickness * self._scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)

    def _scaled(self, rect: QRectF) -> QRectF:
        scale = self._scale
        return QRectF(rect.x() * scale, rect.y() * scale, rect.width() * scale, rect.height() * scale)


def _is_joiner(mark: str) -> bool:
    return mark == "\u200d" or "\ufe00" <= mark <= "\ufe0f"


@cache
def font(style: Style) -> QFont:
    """Return the font of a style: without ligatures, which break words in a PDF's text.

    Figures keep their own widths: Qt's PDF has no text for the glyphs of tabular ones, and times could not be searched.
    """
    wanted = QFont([FAMILY, "DejaVu Sans", "Arial"])
    wanted.setPointSizeF(style.size)
    wanted.setWeight(QFont.Weight(style.weight.value))
    wanted.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for tag in ("liga", "clig", "dlig", "calt"):
        wanted.setFeature(QFont.Tag(tag), 0)
    return wanted

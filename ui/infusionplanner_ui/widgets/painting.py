"""What the painted widgets share: fitted text, rounded boxes, hatching, tone shapes and the focus ring."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from infusionplanner_ui.look.palette import Tone, tokens

ELLIPSIS = "…"
_PARTS = re.compile(r"[^\s-]+-?")
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
LEFT = int(_LINE | Qt.AlignmentFlag.AlignLeft)
CENTRE = int(_LINE | Qt.AlignmentFlag.AlignHCenter)
RIGHT = int(_LINE | Qt.AlignmentFlag.AlignRight)
"""Where :func:`draw_text` puts a line; joined once, since joining Qt's flags costs more than drawing."""


def elided(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Return the text, shortened with an ellipsis to ``width`` pixels; empty when not even one letter fits."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return "" if short == ELLIPSIS or metrics.horizontalAdvance(short) > width else short


def fitted(candidates: Sequence[str], metrics: QFontMetricsF, width: float) -> str:
    """Return the first candidate that fits whole, else the last one shortened."""
    for candidate in candidates:
        if metrics.horizontalAdvance(candidate) <= width:
            return candidate
    return elided(candidates[-1], metrics, width)


def whole(candidates: Sequence[str], metrics: QFontMetricsF, width: float) -> str:
    """Return the first candidate that fits whole, nothing when none does."""
    return next((words for words in candidates if metrics.horizontalAdvance(words) <= width), "")


def plain_tip(text: str) -> str:
    """Return a tooltip that shows the text as typed, even when it looks like markup."""
    return f"<span>{escape(text)}</span>" if "<" in text else text


def name_forms(name: str) -> tuple[str, ...]:
    """Return a name and its shorter forms: ``Moen, Ingrid``, ``Moen, I.``, ``Moen``."""
    family, comma, given = name.partition(",")
    given = given.strip()
    return (name, f"{family}, {given[0]}.", family) if comma and given else (name,)


def name_parts(name: str) -> tuple[str, ...]:
    """Return where a name may be broken: ``Berg-Å Moen`` gives ``Berg-``, ``Å``, ``Moen``."""
    return tuple(_PARTS.findall(name))


def in_lines(name: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """Return a name on as few lines as it fits on, broken at spaces and hyphens, shortened where ``most`` are too few.

    A part that is too long for a line is shortened too.
    """
    lines: list[str] = []
    for part in name_parts(name):
        joined = f"{lines[-1]}{'' if lines[-1].endswith('-') else ' '}{part}" if lines else part
        if lines and metrics.horizontalAdvance(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(elided(part, metrics, width))
    if len(lines) > most:
        lines[most - 1 :] = [elided(" ".join(lines[most - 1 :]), metrics, width)]
    return lines


def detail_forms(detail: str) -> tuple[str, ...]:
    """Return a line of parts joined by dots, and shorter forms that leave out whole words and cut none.

    First the word before a number goes, ``18 · i.v. · 6 uker``, then the last part, ``dose 18 · i.v.``, and so on.
    """
    parts = detail.split(" · ")
    bare = [_bare(part) for part in parts]
    forms = (" · ".join(row[:count]) for count in range(len(parts), 0, -1) for row in (parts, bare))
    return tuple(dict.fromkeys(forms))


def _bare(part: str) -> str:
    """Return the number of ``dose 18``, and any other part as it is."""
    word, _, number = part.rpartition(" ")
    return number if word.isalpha() and number.isdigit() else part


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    colour: str,
    align: int = LEFT,
) -> None:
    """Draw one line of plain text in the painter's font, centred in height; the caller has shortened it to fit."""
    painter.setPen(QColor(colour))
    painter.drawText(rect, align, text)


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """Return a rounded rectangle as a path."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


@dataclass(frozen=True, slots=True)
class Hatch:
    """Diagonal stripes: colours, and distance and width of the stripes in pixels."""

    ground: str
    line: str
    gap: float = 8
    width: float = 3


def hatch(painter: QPainter, area: QPainterPath, stripes: Hatch) -> None:
    """Fill an area with diagonal stripes."""
    gap = stripes.gap
    painter.save()
    painter.fillPath(area, QColor(stripes.ground))
    painter.setClipPath(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(stripes.line), stripes.width))
    box = area.boundingRect()
    left, right, top, bottom = box.left() - 2, box.right(), box.top() - 2, box.bottom() + 2
    # A stripe runs where x + y is a multiple of the gap, so neighbouring areas continue each other.
    start = (left + top + 4) // gap * gap - bottom
    count = max(int((right - start) // gap) + 1, 0)
    rise = bottom - top
    painter.drawLines([QLineF(x, bottom, x + rise, top) for x in (start + gap * number for number in range(count))])
    painter.restore()


def focus_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Draw the focus ring around a rectangle."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens().focus), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def shape_of(tone: Tone) -> str:
    """Return the sign that goes with a tone in text and for a screen reader: ``▲``, ``●``, ``✓``, ``▨`` or nothing."""
    return {Tone.WARN: "▲", Tone.STOP: "●", Tone.OK: "✓", Tone.WATCH: "▨"}.get(tone, "")


def draw_shape(painter: QPainter, box: QRectF, tone: Tone, colour: str) -> None:
    """Draw a tone's sign inside a square: triangle, disc, tick or hatched square; nothing for the other tones."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    if tone is Tone.WARN:
        points = (box.center().x(), box.top()), (box.right(), box.bottom() - 0.5), (box.left(), box.bottom() - 0.5)
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    elif tone is Tone.STOP:
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif tone is Tone.OK:
        tick = QPolygonF(
            [
                QPointF(box.left() + 0.5, box.center().y() + 0.5),
                QPointF(box.left() + box.width() * 0.38, box.bottom() - 1),
                QPointF(box.right() - 0.5, box.top() + 1),
            ]
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(tick)
    elif tone is Tone.WATCH:
        square = QPainterPath()
        square.addRect(box)
        hatch(painter, square, Hatch(tokens().watch.ground, colour, gap=3.5, width=1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()

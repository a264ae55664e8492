"""The two marks of the sheets: an empty box to tick, and a framed word."""

from PySide6.QtCore import QRectF

from infusionplanner_ui.look.fonts import Weight
from infusionplanner_ui.printing.canvas import Canvas, Ruler, Style

BOX = 6.0
BOX_GAP = 3.0
MARK_GAP = 4.0
_MARK = Style(6.75, Weight.BOLD)
_PADDING = 3.0
_HEIGHT = 9.25


def draw_box(canvas: Canvas, x: float, baseline: float) -> None:
    """Draw an empty box to tick, standing on the line of the text."""
    canvas.frame(QRectF(x + 0.375, baseline - BOX + 0.375, BOX - 0.75, BOX - 0.75), 0.75)


def mark_width(ruler: Ruler, text: str) -> float:
    """Return the width of a framed word in points."""
    return ruler.width(text, _MARK) + 2 * _PADDING


def draw_mark(canvas: Canvas, x: float, baseline: float, text: str) -> None:
    """Draw a framed word such as OBS, centred on the line of the text."""
    canvas.frame(QRectF(x, baseline + 1.7 - _HEIGHT, mark_width(canvas.ruler, text), _HEIGHT), 0.75, 2)
    canvas.text(x + _PADDING, baseline - 0.5, text, _MARK)

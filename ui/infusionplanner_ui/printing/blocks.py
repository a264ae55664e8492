"""Turns each block of a list sheet into items: pieces of known height that can be drawn anywhere on a page."""

from PySide6.QtCore import QRectF

from infusionplanner.application.sheets.values import Bullets, Fields, Paragraph, SheetTable, Simple, Telephone, Title
from infusionplanner_ui.look.fonts import Weight
from infusionplanner_ui.printing import qr
from infusionplanner_ui.printing.canvas import Canvas, Ink, Style
from infusionplanner_ui.printing.items import QUIET, STRONG, TEXT, PaperItem, Strip
from infusionplanner_ui.printing.table import table_items

_TITLE = Style(10, Weight.SEMIBOLD)
_NUMBER = Style(15, Weight.BOLD)
_TITLE_ABOVE, _TITLE_BELOW = 11.0, 4.0
_BULLET_INDENT = 9.0
_BULLET_GAP = 2.0
_FRAME = 7.0
_ABOVE = 3.0
_FIELD_GAP = 12.0
_FIELD_HEIGHT = 15.0
_FIELD_TO_WRITE = 24.0
_CODE_SIDE = 74.0
_BESIDE_CODE = 5.5


def block_items(block: Simple, strip: Strip) -> list[PaperItem]:
    """Return the items of a block."""
    match block:
        case Title():
            return [_title(block, strip)]
        case Paragraph():
            return [_paragraph(block, strip)]
        case Bullets():
            return [_bullet(text, strip) for text in block.items]
        case Fields():
            return _fields(block, strip)
        case Telephone():
            return [_telephone(block, strip)]
        case SheetTable():
            return table_items(block, strip)


def _title(block: Title, strip: Strip) -> PaperItem:
    def paint(canvas: Canvas, top: float) -> None:
        canvas.text(strip.left, top + _TITLE_ABOVE + _TITLE.size, block.text, _TITLE, width=strip.width)

    return PaperItem(_TITLE_ABOVE + _TITLE.line + _TITLE_BELOW, paint, keeps_next=True)


def _paragraph(block: Paragraph, strip: Strip) -> PaperItem:
    inset = _FRAME if block.strong else 0.0
    style = STRONG if block.strong else TEXT
    lines = strip.ruler.lines(block.text, style, strip.width - 2 * inset)
    height = len(lines) * style.line + 2 * inset

    def paint(canvas: Canvas, top: float) -> None:
        if block.strong:
            canvas.frame(QRectF(strip.left + 0.5, top + _ABOVE, strip.width - 1, height), 1, 3)
        _write(canvas, strip.left + inset, top + _ABOVE + inset, lines, style)

    return PaperItem(height + 2 * _ABOVE, paint)


def _bullet(text: str, strip: Strip) -> PaperItem:
    lines = strip.ruler.lines(text, TEXT, strip.width - _BULLET_INDENT)

    def paint(canvas: Canvas, top: float) -> None:
        canvas.text(strip.left, top + TEXT.size, "•", TEXT)
        _write(canvas, strip.left + _BULLET_INDENT, top, lines, TEXT)

    return PaperItem(len(lines) * TEXT.line + _BULLET_GAP, paint)


def _fields(block: Fields, strip: Strip) -> list[PaperItem]:
    widest = max((strip.ruler.width(label, QUIET) for label, _ in block.rows), default=0)
    labels = Strip(strip.ruler, strip.left, min(widest + _FIELD_GAP, strip.width / 2))
    return [_field(label, value, labels, strip.right) for label, value in block.rows]


def _field(label: str, value: str, labels: Strip, right: float) -> PaperItem:
    height = _FIELD_HEIGHT if value else _FIELD_TO_WRITE

    def paint(canvas: Canvas, top: float) -> None:
        baseline = top + height - 5
        canvas.text(labels.left, baseline, label, QUIET, width=labels.width - _FIELD_GAP / 2)
        canvas.text(labels.right, baseline, value, STRONG, width=right - labels.right)
        canvas.rule(labels.left if value else labels.right, right, top + height, 0.5, Ink.RULE)

    return PaperItem(height, paint)


def _telephone(block: Telephone, strip: Strip) -> PaperItem:
    link = qr.telephone_link(block.number)
    side = _CODE_SIDE if link else 0.0
    border = side * 0.1
    text, room = strip.left + side, strip.width - side
    label, number, hint = (
        (strip.ruler.lines(said, style, room), style)
        for said, style in ((block.label, TEXT), (block.number, _NUMBER), (block.hint, QUIET))
    )
    written = _BESIDE_CODE + sum(len(lines) * style.line for lines, style in (label, number, hint))

    def paint(canvas: Canvas, top: float) -> None:
        if link:
            canvas.fill(qr.squares(link, QRectF(strip.left - border, top - border, side, side)), Ink.BLACK)
        y = top + _BESIDE_CODE
        for lines, style in (label, number, hint):
            _write(canvas, text, y, lines, style)
            y += len(lines) * style.line
            if style is _NUMBER and not block.number:
                canvas.rule(text, strip.right, y, 0.5, Ink.RULE)

    return PaperItem(max(56.0, side - border, written), paint)


def _write(canvas: Canvas, x: float, top: float, lines: list[str], style: Style) -> None:
    for number, line in enumerate(lines):
        canvas.text(x, top + style.size + number * style.line, line, style)

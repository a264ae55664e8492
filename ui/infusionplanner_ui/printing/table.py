"""Draws tables: titles above a rule, rows with a hairline between them, boxes to tick and room to write."""

from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QLineF

from infusionplanner.application.sheets.values import SheetCell, SheetColumn, SheetTable
from infusionplanner_ui.look.fonts import Weight
from infusionplanner_ui.printing.canvas import Canvas, Ink, Ruler, Style
from infusionplanner_ui.printing.items import QUIET, STRONG, TEXT, PaperItem, Strip
from infusionplanner_ui.printing.marks import BOX, BOX_GAP, MARK_GAP, draw_box, draw_mark, mark_width

_TITLE = Style(7.5, Weight.MEDIUM, Ink.GREY)
_TITLE_HEIGHT = 16.0
_PADDING = 6.0
_GAP = 8.0
_ROW_TO_WRITE = 25.0
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one column stands, and its share of the width without the gap."""

    column: SheetColumn
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class _Laid:
    """One cell broken into lines."""

    cell: SheetCell
    lines: tuple[str, ...]
    details: tuple[str, ...]

    @property
    def height(self) -> float:
        """Return the height of the cell's text in points."""
        return (len(self.lines) + len(self.details) + len(self.cell.ticks)) * TEXT.line


def table_items(table: SheetTable, strip: Strip) -> list[PaperItem]:
    """Return the items of a table: its titles and its rows, or a sentence when it has none."""
    places = _places(table.columns, strip)
    titles = _titles(places, strip)
    if not table.rows:
        return [titles, _empty(table.empty, strip)]
    lowest = _ROW_TO_WRITE if any(column.ruled for column in table.columns) else 0.0
    return [titles, *(_row(cells, places, strip, titles, lowest) for cells in table.rows)]


def _places(columns: tuple[SheetColumn, ...], strip: Strip) -> list[_Place]:
    total = sum(column.share for column in columns)
    widths = [strip.width * column.share / total for column in columns]
    starts = accumulate(widths, initial=strip.left)
    return [_Place(column, start, wide - _GAP) for column, start, wide in zip(columns, starts, widths, strict=False)]


def _titles(places: list[_Place], strip: Strip) -> PaperItem:
    def paint(canvas: Canvas, top: float) -> None:
        for place in places:
            canvas.text(place.left, top + 10, place.column.title, _TITLE, width=place.width + _GAP / 2)
        canvas.rule(strip.left, strip.right, top + _TITLE_HEIGHT, 0.75)

    return PaperItem(_TITLE_HEIGHT, paint, keeps_next=True)


def _empty(text: str, strip: Strip) -> PaperItem:
    def paint(canvas: Canvas, top: float) -> None:
        canvas.text(strip.left, top + 6 + TEXT.size, text, QUIET, width=strip.width)

    return PaperItem(12 + TEXT.line, paint)


def _row(
    cells: tuple[SheetCell, ...], places: list[_Place], strip: Strip, titles: PaperItem, lowest: float
) -> PaperItem:
    laid = [_laid(cell, place.width, strip.ruler) for cell, place in zip(cells, places, strict=True)]
    height = max(lowest, max(cell.height for cell in laid) + 2 * _PADDING)

    def paint(canvas: Canvas, top: float) -> None:
        for cell, place in zip(laid, places, strict=True):
            if place.column.ruled:
                edge = place.left - _GAP / 2
                canvas.line(QLineF(edge, top + 4, edge, top + height - 4), 0.5, Ink.RULE)
            _cell(canvas, cell, place, top + _PADDING)
        canvas.rule(strip.left, strip.right, top + height, 0.75, Ink.RULE)

    return PaperItem(height, paint, repeat=titles)


def _laid(cell: SheetCell, width: float, ruler: Ruler) -> _Laid:
    room = width - (mark_width(ruler, cell.mark) + MARK_GAP if cell.mark else 0)
    lines = ruler.lines(cell.text, _style(cell), room, most=_MOST_LINES) if cell.text else []
    details = ruler.lines(cell.detail, QUIET, width, most=_MOST_LINES) if cell.detail else []
    return _Laid(cell, tuple(lines), tuple(details))


def _style(cell: SheetCell) -> Style:
    return STRONG if cell.strong else TEXT


def _cell(canvas: Canvas, laid: _Laid, place: _Place, top: float) -> None:
    cell, style = laid.cell, _style(laid.cell)
    baseline = top + style.size
    for line in laid.lines:
        used = canvas.text(place.left, baseline, line, style)
        if cell.mark and line is laid.lines[0]:
            draw_mark(canvas, place.left + used + MARK_GAP, baseline, cell.mark)
        baseline += style.line
    for line in laid.details:
        canvas.text(place.left, baseline, line, QUIET)
        baseline += QUIET.line
    for label in cell.ticks:
        draw_box(canvas, place.left, baseline)
        canvas.text(place.left + BOX + BOX_GAP, baseline, label, TEXT, width=place.width - BOX - BOX_GAP)
        baseline += TEXT.line

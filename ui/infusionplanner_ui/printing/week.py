"""Draws the week sheet: a column for each day, a block for each visit with its boxes to tick."""

from PySide6.QtCore import QRectF

from infusionplanner.application.sheets.week import WeekSheet
from infusionplanner.application.sheets.wording import words
from infusionplanner_ui.look.fonts import Weight
from infusionplanner_ui.printing.canvas import Canvas, Ink, Ruler, Style
from infusionplanner_ui.printing.marks import BOX, BOX_GAP, MARK_GAP, draw_box, draw_mark
from infusionplanner_ui.printing.page import Page, PageSpace
from infusionplanner_ui.printing.week_layout import (
    CLOSED_HEIGHT,
    DAY_HEAD,
    FIRST_BASELINE,
    GAP,
    STEP,
    TIME_WIDTH,
    WHO,
    DayColumns,
    Entry,
    Piece,
    WeekPaper,
    lay_out,
)

_DAY = Style(9.75, Weight.SEMIBOLD)
_COUNT = Style(9.75)
_CLOSED = Style(8.25, Weight.MEDIUM, Ink.GREY)
_DAY_BASELINE = 8.5
_HATCH_STEP = 4.0
_NOTE = Style(7.5, Weight.NORMAL, Ink.GREY)
_NOTE_BASELINE = 15.0
_NOTE_HEAD = 8.0
_NOTE_STEP = 19.0
_MOST_NOTES = 4


def week_pages(sheet: WeekSheet, ruler: Ruler, space: PageSpace) -> list[Page]:
    """Return what draws each page of the week."""
    laid = lay_out(sheet, ruler, space.width, space.height)
    return [_painter(sheet, page, space) for page in laid]


def _painter(sheet: WeekSheet, page: WeekPaper, space: PageSpace) -> Page:
    def paint(canvas: Canvas) -> None:
        zoomed = canvas.zoomed(page.zoom)
        x = space.left / page.zoom
        for day in page.days:
            width = len(day.columns) * (page.column_width + GAP) - GAP
            top, bottom = space.top / page.zoom, (space.top + space.height) / page.zoom
            end = _day(zoomed, sheet, day, QRectF(x, top, width, page.column_width))
            if day.day.closure is None:
                _notes(zoomed, sheet, QRectF(x, end, width, bottom - end))
            x += width + GAP

    return paint


def _day(canvas: Canvas, sheet: WeekSheet, laid: DayColumns, place: QRectF) -> float:
    """Draw one day and return where it ends. The height of ``place`` is the width of one of its columns."""
    left, top, width, column = place.left(), place.top(), place.width(), place.height()
    day = laid.day
    count = str(len(day.rows)) if day.rows or day.closure is None else ""
    wide = canvas.ruler.width(count, _COUNT)
    label = f"{day.label} {sheet.continued}" if laid.continued else day.label
    canvas.text(left, top + _DAY_BASELINE, label, _DAY, width=width - wide)
    canvas.text(left + width - wide, top + _DAY_BASELINE, count, _COUNT)
    canvas.rule(left, left + width, top + DAY_HEAD, 0.75)
    start = top + DAY_HEAD
    if day.closure is not None:
        _closed(canvas, day.closure, QRectF(left, start, width, CLOSED_HEIGHT))
        start += CLOSED_HEIGHT
    end = start
    for number, entries in enumerate(laid.columns):
        y = start
        for entry in entries:
            _entry(canvas, sheet, entry, QRectF(left + number * (column + GAP), y, column, entry.height))
            y += entry.height
        end = max(end, y)
    return end


def _notes(canvas: Canvas, sheet: WeekSheet, place: QRectF) -> None:
    """Rule lines to write on below a day's visits, as far as there is room."""
    lines = min(int((place.height() - _NOTE_HEAD) // _NOTE_STEP), _MOST_NOTES)
    if lines < 1:
        return
    canvas.text(place.left(), place.top() + _NOTE_BASELINE, words(sheet.heading.language)("day.note"), _NOTE)
    for number in range(1, lines + 1):
        y = place.top() + _NOTE_HEAD + number * _NOTE_STEP
        canvas.rule(place.left(), place.right(), y, 0.5, Ink.RULE)


def _closed(canvas: Canvas, name: str, place: QRectF) -> None:
    band = place.adjusted(0, 4, 0, 0)
    wide = min(canvas.ruler.width(name, _CLOSED) + 6, band.width())
    canvas.hatch(band, _HATCH_STEP, 0.5)
    canvas.fill([QRectF(band.left(), band.top(), wide, band.height())], Ink.WHITE)
    canvas.text(band.left(), band.center().y() + 3, name, _CLOSED, width=band.width())


def _entry(canvas: Canvas, sheet: WeekSheet, entry: Entry, place: QRectF) -> None:
    row, baseline = entry.row, place.top() + FIRST_BASELINE
    canvas.text(place.left(), baseline, row.time, WHO, width=TIME_WIDTH)
    left = place.left() + TIME_WIDTH
    who = [canvas.text(left, baseline + number * STEP, line, WHO) for number, line in enumerate(entry.who)]
    if row.observed:
        draw_mark(canvas, left + who[-1] + MARK_GAP, baseline + (len(who) - 1) * STEP, sheet.observed_mark)
    for number, line in enumerate(entry.lines, len(entry.who)):
        for piece in line:
            _piece(canvas, piece, left, baseline + number * STEP)
    canvas.rule(place.left(), place.right(), place.bottom(), 0.75, Ink.RULE)


def _piece(canvas: Canvas, piece: Piece, left: float, baseline: float) -> None:
    x = left + piece.x
    if piece.box:
        draw_box(canvas, x, baseline)
        x += BOX + BOX_GAP
    canvas.text(x, baseline, piece.text, piece.style, width=piece.width + 0.1)

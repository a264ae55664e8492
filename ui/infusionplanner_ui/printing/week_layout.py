"""Where everything of the week sheet goes: columns, how small the text must be, and which days share a page.

Up to ``ONE_PAGE`` visits stand on one page: the text shrinks a little, a crowded day takes two columns, and only then
does the text shrink further. Beyond that there are more pages, and a day is never divided while a page can hold it.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, combinations, pairwise

from infusionplanner.application.sheets.values import SheetDay, VisitRow
from infusionplanner.application.sheets.week import WeekSheet
from infusionplanner_ui.look.fonts import Weight
from infusionplanner_ui.printing.canvas import Ink, Ruler, Style
from infusionplanner_ui.printing.marks import BOX, BOX_GAP, MARK_GAP, mark_width

ONE_PAGE = 60
GAP = 7.5
TIME_WIDTH = 30.0
FIRST_BASELINE = 12.5
STEP = 11.0
TAIL = 6.5
DAY_HEAD = 15.5
"""Height of a day's name with its rule."""

CLOSED_HEIGHT = 20.0
TICK_GAP = 8.0

WHO = Style(8.25, Weight.BOLD)
DETAIL = Style(8.25, Weight.NORMAL, Ink.GREY)
READY = Style(8.25)

_ZOOMS = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.56, 0.52)
_LOWEST = FIRST_BASELINE + STEP + TAIL
_LEGIBLE = 0.84
_READABLE = 0.76
_MOST_COLUMNS = 10
_COLUMN = 150.0
_NARROW_COST = 0.75
_DENSE_COST = 0.93
_CUT_COST = 0.25
_SMALL_COST = 0.8


@dataclass(frozen=True, slots=True)
class Piece:
    """One text on a line of a visit, ``x`` from the line's left edge; ``box`` puts a box to tick before it.

    A ``whole`` piece is never cut short: a dose without its route, or half a word to tick, would mislead.
    """

    x: float
    text: str
    style: Style
    width: float
    box: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One visit, ready to be drawn: the patient's name in one or two lines, and the lines below it."""

    row: VisitRow
    who: tuple[str, ...]
    lines: tuple[tuple[Piece, ...], ...]

    @property
    def is_cut(self) -> bool:
        """Tell whether the name is cut short, or broken where there is neither space nor hyphen."""
        return self.row.who not in {" ".join(self.who), "".join(self.who) if self.who[0].endswith("-") else ""}

    @property
    def height(self) -> float:
        """Return the height of the visit with the rule below it."""
        return FIRST_BASELINE + STEP * (len(self.who) - 1 + len(self.lines)) + TAIL


@dataclass(frozen=True, slots=True)
class DayColumns:
    """One day with its visits in one or more columns. ``continued`` tells that it began on the page before."""

    day: SheetDay
    columns: tuple[tuple[Entry, ...], ...]
    continued: bool = False

    @property
    def visits(self) -> int:
        """Return how many visits are on this page."""
        return sum(len(column) for column in self.columns)


@dataclass(frozen=True, slots=True)
class WeekPaper:
    """One page: measures are in points times ``zoom``."""

    zoom: float
    column_width: float
    days: tuple[DayColumns, ...]

    @property
    def cut(self) -> float:
        """Return the share of visits whose patient's name is cut or broken."""
        entries = [entry for day in self.days for column in day.columns for entry in column]
        return sum(entry.is_cut for entry in entries) / max(len(entries), 1)


def lay_out(sheet: WeekSheet, ruler: Ruler, width: float, height: float) -> tuple[WeekPaper, ...]:
    """Return the pages of the week for a content of ``width`` by ``height`` points."""
    composer = _Composer(sheet, ruler, width, height)
    if sheet.visits <= ONE_PAGE:
        page = composer.page(sheet.days, _ZOOMS[-1])
        if page is not None:
            return (page,)
    fewest = -(-sheet.visits // ONE_PAGE)
    for count in range(fewest, len(sheet.days) + 1):
        pages = [composer.page(days, _LEGIBLE) for days in _divided(sheet.days, count)]
        if all(pages):
            return tuple(page for page in pages if page is not None)
    return tuple(composer.spread(sheet.days))


def _divided(days: Sequence[SheetDay], count: int) -> list[Sequence[SheetDay]]:
    """Divide the days, in their order, into ``count`` groups whose fullest has as few visits as possible."""
    totals = [0, *accumulate(len(day.rows) for day in days)]
    cuts = ((0, *inner, len(days)) for inner in combinations(range(1, len(days)), count - 1))
    spans = min(
        ([*pairwise(cut)] for cut in cuts),
        key=lambda pairs: (max(totals[end] - totals[start] for start, end in pairs), _uneven(pairs)),
    )
    return [days[start:end] for start, end in spans]


def _uneven(pairs: Sequence[tuple[int, int]]) -> int:
    return sum((end - start) ** 2 for start, end in pairs)


@dataclass(frozen=True, slots=True)
class _Choice:
    """One way to fill a page. ``airy`` gives the boxes to tick a line of their own."""

    zoom: float
    columns: int
    airy: bool


_FULL = _Choice(_LEGIBLE, 5, airy=False)
"""How a page is filled with a day that is longer than a page."""


class _Composer:
    """Tries columns and sizes until everything fits."""

    def __init__(self, sheet: WeekSheet, ruler: Ruler, width: float, height: float) -> None:
        self._mark = sheet.observed_mark
        self._ruler = ruler
        self._width, self._height = width, height

    def page(self, days: Sequence[SheetDay], smallest: float) -> WeekPaper | None:
        """Return one page with all ``days`` in the largest text that fits, or None below ``smallest``."""
        best, worth = None, 0.0
        for choice in self._choices(len(days), smallest):
            if self._worth(choice) <= worth:
                break
            found = self._attempt(days, choice)
            if found is not None and (judged := self._worth(choice) * (1 - _CUT_COST * found.cut)) > worth:
                best, worth = found, judged
        return best

    def spread(self, days: Sequence[SheetDay]) -> Iterator[WeekPaper]:
        """Yield pages with as many whole days as each can hold; a day longer than a page is continued on the next."""
        held: WeekPaper | None = None
        for day in days:
            before = [] if held is None else [laid.day for laid in held.days]
            page = self.page([*before, day], _LEGIBLE)
            if page is None and held is not None:
                yield held
                page = self.page([day], _LEGIBLE)
            held = page
            if held is None:
                yield from self._pages_of(day)
        if held is not None:
            yield held

    def _pages_of(self, day: SheetDay) -> Iterator[WeekPaper]:
        """Yield the pages of one day that is too long for a page."""
        rest, continued = day, False
        while (page := self.page([rest], _LEGIBLE)) is None:
            wide, columns = self._columns_of(rest, _FULL)
            laid = DayColumns(day, columns[: _FULL.columns], continued)
            yield WeekPaper(_FULL.zoom, wide, (laid,))
            rest, continued = replace(rest, rows=rest.rows[laid.visits :]), True
        yield replace(page, days=(DayColumns(day, page.days[0].columns, continued),))

    def _choices(self, days: int, smallest: float) -> list[_Choice]:
        """Return what to try, best first: large text before wide columns, up to a point."""
        counts = range(max(days, 1), max(days, _MOST_COLUMNS) + 1)
        zooms = [zoom for zoom in _ZOOMS if zoom >= smallest]
        choices = [_Choice(zoom, n, airy) for zoom in zooms for airy in (True, False) for n in counts]
        return sorted(choices, key=self._worth, reverse=True)

    def _worth(self, choice: _Choice) -> float:
        narrow = math.pow(min(1.0, self._width / choice.columns / _COLUMN), _NARROW_COST)
        small = 1.0 if choice.zoom >= _READABLE else _SMALL_COST
        return choice.zoom * small * narrow * (1.0 if choice.airy else _DENSE_COST)

    def _attempt(self, days: Sequence[SheetDay], choice: _Choice) -> WeekPaper | None:
        laid, wide, used = [], 0.0, 0
        if sum(len(day.rows) for day in days) * _LOWEST > choice.columns * self._height / choice.zoom:
            return None
        for day in days:
            wide, columns = self._columns_of(day, choice)
            laid.append(DayColumns(day, columns))
            used += len(columns)
            if used > choice.columns or self._is_cut(columns, wide - TIME_WIDTH):
                return None
        return WeekPaper(choice.zoom, wide, tuple(laid))

    def _columns_of(self, day: SheetDay, choice: _Choice) -> tuple[float, tuple[tuple[Entry, ...], ...]]:
        wide = (self._width / choice.zoom - GAP * (choice.columns - 1)) / choice.columns
        high = self._height / choice.zoom - DAY_HEAD - (CLOSED_HEIGHT if day.closure else 0)
        entries = [self._entry(row, wide - TIME_WIDTH, airy=choice.airy) for row in day.rows]
        return wide, _balanced(entries, high)

    def _is_cut(self, columns: Iterable[Iterable[Entry]], width: float) -> bool:
        """Tell whether a word that must be read whole is wider than its column."""
        pieces = (piece for column in columns for entry in column for line in entry.lines for piece in line)
        return any(piece.whole and piece.width + (BOX + BOX_GAP if piece.box else 0) > width for piece in pieces)

    def _entry(self, row: VisitRow, width: float, *, airy: bool) -> Entry:
        mark = mark_width(self._ruler, self._mark) + MARK_GAP if row.observed else 0.0
        who = self._ruler.lines(row.who, WHO, width, most=2)
        if mark and self._ruler.width(who[-1], WHO) + mark > width:
            who = self._ruler.lines(row.who, WHO, width - mark, most=2)
        lines = [*self._below(row, width, airy=airy)]
        if row.note:
            lines += [[Piece(0, text, DETAIL, width)] for text in self._ruler.lines(row.note, DETAIL, width, most=2)]
        return Entry(row, tuple(who), tuple(tuple(line) for line in lines))

    def _below(self, row: VisitRow, width: float, *, airy: bool) -> list[list[Piece]]:
        detail = Piece(0, row.detail, DETAIL, self._ruler.width(row.detail, DETAIL), whole=True)
        lines = [[detail]]
        x = detail.width + TICK_GAP
        if airy and row.ready:
            lines.append([])
            x = 0.0
        for label in row.ready:
            wide = self._ruler.width(label, READY)
            if lines[-1] and x + BOX + BOX_GAP + wide > width:
                lines.append([])
                x = 0.0
            lines[-1].append(Piece(x, label, READY, wide, box=True, whole=True))
            x += BOX + BOX_GAP + wide + TICK_GAP
        return lines


def _balanced(entries: Sequence[Entry], height: float) -> tuple[tuple[Entry, ...], ...]:
    """Return the entries in as few columns as ``height`` allows, and these as even as can be."""
    columns = _packed(entries, height)
    level = sum(entry.height for entry in entries) / len(columns)
    while level < height:
        even = _packed(entries, level)
        if len(even) == len(columns):
            return even
        level += STEP
    return columns


def _packed(entries: Sequence[Entry], height: float) -> tuple[tuple[Entry, ...], ...]:
    columns: list[list[Entry]] = [[]]
    used = 0.0
    for entry in entries:
        if columns[-1] and used + entry.height > height:
            columns.append([])
            used = 0.0
        columns[-1].append(entry)
        used += entry.height
    return tuple(tuple(column) for column in columns)

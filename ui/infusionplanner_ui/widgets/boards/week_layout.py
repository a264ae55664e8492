"""Where the week board draws what: days across, places as columns within a day, time downwards."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from math import ceil

from PySide6.QtCore import QPointF, QRectF

from infusionplanner_ui.widgets.boards.block_painting import plain_metrics
from infusionplanner_ui.widgets.boards.board_data import BoardSlot, BoardVisit, WeekBoardData, WeekDay, time_of
from infusionplanner_ui.widgets.boards.board_layout import Block, Lane, Scale, lanes
from infusionplanner_ui.widgets.boards.week_columns import between, shares
from infusionplanner_ui.widgets.boards.week_lines import GAP, WeekLines, week_lines

AXIS = 32.0
HEAD = 80.0
LABEL = 10
"""Size in pixels of the letters that name a column."""
NOTE = 12
"""Size in pixels of the letters of the line below a day's title."""
_MARGIN = 3.0
_LEAST_DAY = 60.0
_BESIDE_LABEL = 4.0
_NOTE_MARGIN = 14.0
_LONGEST_NOTE = 150.0
_CLOSED_WEIGHT = 0.6
_LARGE, _SMALL = 12, 11


@dataclass(frozen=True, eq=False)
class WeekGrid:
    """The week board's measures for its data and size."""

    data: WeekBoardData
    width: float
    height: float

    @cached_property
    def scale(self) -> Scale:
        """The hours downwards."""
        return Scale.of_hours(self.data.opens, self.data.closes, HEAD, self.height - HEAD - 4)

    @cached_property
    def _places(self) -> dict[tuple[date, str], tuple[Lane, ...]]:
        """The visits of each day at each place, in lanes where they overlap."""
        found: dict[tuple[date, str], list[BoardVisit]] = {}
        for on, visit in self.data.visits:
            found.setdefault((on, visit.place), []).append(visit)
        return {key: lanes(visits) for key, visits in found.items()}

    @cached_property
    def _is_free(self) -> tuple[bool, ...]:
        """Which days are closed and have no visits."""
        busy = {on for on, _ in self.data.visits}
        return tuple(bool(day.closed) and day.on not in busy for day in self.data.days)

    # how the words stand

    @property
    def lines(self) -> WeekLines:
        """The words of the blocks, in large letters where all fit."""
        return self._chosen[0]

    @cached_property
    def _chosen(self) -> tuple[WeekLines, bool]:
        """The words, and whether the columns bear the whole names of their places."""
        small, large = week_lines(_SMALL), week_lines(_LARGE)
        if not self._has_room(small):
            return small, False
        if self._has_room(large):
            roomy = week_lines(_LARGE, roomy=True)
            if self._has_room(roomy):
                return roomy, self._has_room(roomy, named=True)
            return large, False
        roomy = week_lines(_SMALL, roomy=True)
        return (roomy if self._has_room(roomy) else small), False

    @property
    def least_width(self) -> int:
        """The pixels at which no part of a name is cut; a board with less is scrolled."""
        return ceil(AXIS + self._margins + sum(map(sum, self._needs(week_lines(_SMALL)))))

    def _has_room(self, lines: WeekLines, *, named: bool = False) -> bool:
        return sum(map(sum, self._needs(lines, named=named))) <= self._room

    @cached_property
    def _room(self) -> float:
        return max(self.width - AXIS - self._margins, 1.0)

    @property
    def _margins(self) -> float:
        return 2 * _MARGIN * len(self.data.days)

    def _needs(self, lines: WeekLines, *, named: bool = False) -> tuple[tuple[float, ...], ...]:
        """Return the pixels that each column of each day needs, with ``named`` for the whole name of its place."""
        label, places = plain_metrics(LABEL).horizontalAdvance, self.data.places
        names = [place.label if named else place.short or place.label for place in places]
        least = [label(name) + _BESIDE_LABEL for name in names]
        free = (_LEAST_DAY / max(len(least), 1),) * len(least)
        return tuple(
            free if empty else tuple(self._column_needs(day.on, lines, least))
            for day, empty in zip(self.data.days, self._is_free, strict=True)
        )

    def _column_needs(self, on: date, lines: WeekLines, labels: Sequence[float]) -> Iterable[float]:
        for place, least in zip(self.data.places, labels, strict=True):
            here = self._places.get((on, place.key), ())
            yield max([least, *(lines.need(lane.visit) * lane.of for lane in here)])

    @cached_property
    def _widths(self) -> tuple[tuple[float, ...], ...]:
        """The widths of the columns of each day."""
        lines, named = self._chosen
        needs = self._needs(lines, named=named)
        weights = [_CLOSED_WEIGHT if empty else 1.0 for empty in self._is_free]
        if len(set(weights)) == 1:
            weights = [1.0] * len(weights)
        if sum(map(sum, needs)) > self._room:
            cut = iter(shares([need for day in needs for need in day], self._room))
            return tuple(tuple(next(cut) for _ in day) for day in needs)
        needs = self._wished(needs)
        plain = [sum(day) for day in needs]
        headed = [max(least, self._head_need(day)) for least, day in zip(plain, self.data.days, strict=True)]
        days = shares(headed if sum(headed) <= self._room else plain, self._room, weights)
        return tuple(tuple(shares(day, width)) for day, width in zip(needs, days, strict=True))

    def _wished(self, needs: tuple[tuple[float, ...], ...]) -> tuple[tuple[float, ...], ...]:
        """Return the needs, widened to what the words would like where there is room for a part of that only."""
        roomy = week_lines(self.lines.fonts.pixels, roomy=True)
        if self._has_room(roomy):
            return needs
        wished = self._needs(roomy)
        least, most = ([each for day in rows for each in day] for rows in (needs, wished))
        widths = iter(between(least, most, self._room))
        return tuple(tuple(next(widths) for _ in day) for day in needs)

    @staticmethod
    def _head_need(day: WeekDay) -> float:
        note = plain_metrics(NOTE).horizontalAdvance(day.note or day.closed)
        return min(note, _LONGEST_NOTE) + _NOTE_MARGIN - 2 * _MARGIN

    # where things lie

    @cached_property
    def _edges(self) -> tuple[int, ...]:
        """Where the days begin, and where the last one ends."""
        if not self.data.places:
            step = (self.width - AXIS) / max(len(self.data.days), 1)
            return tuple(round(AXIS + step * number) for number in range(len(self.data.days) + 1))
        widths = (sum(day) + 2 * _MARGIN for day in self._widths)
        return tuple(round(edge) for edge in accumulate(widths, initial=AXIS))

    def day_box(self, number: int) -> QRectF:
        """Return a day's column from the top of the board to its end."""
        left, right = self._edges[number], self._edges[number + 1]
        return QRectF(left, 0, right - left, self.height)

    def head_box(self, number: int) -> QRectF:
        """Return the head of a day's column."""
        day = self.day_box(number)
        return QRectF(day.left(), 0, day.width(), HEAD)

    @cached_property
    def _columns(self) -> tuple[tuple[float, ...], ...]:
        """Where the columns of each day begin, and where its last one ends."""
        begin = (self._edges[number] + _MARGIN for number in range(len(self.data.days)))
        return tuple(tuple(accumulate(widths, initial=left)) for left, widths in zip(begin, self._widths, strict=True))

    @cached_property
    def labels(self) -> dict[str, str]:
        """What names each place's column: whole names where all fit the week over, else the short ones."""
        measure = plain_metrics(LABEL).horizontalAdvance
        keys = [place.key for place in self.data.places]
        open_ = [widths for widths, day in zip(self._widths, self.data.days, strict=True) if not day.closed]
        least = {key: min((widths[at] for widths in open_), default=0.0) for at, key in enumerate(keys)}
        if all(measure(place.label) + _BESIDE_LABEL <= least[place.key] for place in self.data.places):
            return {place.key: place.label for place in self.data.places}
        return {place.key: place.short or place.label for place in self.data.places}

    def column(self, number: int, place: str) -> tuple[float, float]:
        """Return left edge and width of a place's column within a day."""
        keys = [row.key for row in self.data.places]
        index = keys.index(place) if place in keys else 0
        edges = self._columns[number]
        return edges[index], edges[min(index + 1, len(edges) - 1)] - edges[index] - GAP

    def visit_box(self, number: int, visit: BoardVisit, lane: int = 0, of: int = 1) -> QRectF:
        """Return a visit's box on a day, in its place's column."""
        left, width = self.column(number, visit.place)
        top, bottom = self.scale.at(visit.begins) + 1, self.scale.at(visit.ends) - 1
        return QRectF(left + lane * width / of, top, width / of - (1 if of > 1 else 0), max(bottom - top, 8))

    def block(self, number: int, visit: BoardVisit, lane: int = 0, of: int = 1) -> Block:
        """Return a visit's block on a day; its ``row`` is the day."""
        return Block(visit, self.visit_box(number, visit, lane, of), self.scale.at(visit.treatment_ends), number)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, by day, place and time."""
        return tuple(
            self.block(number, lane.visit, lane.number, lane.of)
            for number, day in enumerate(self.data.days)
            for place in self.data.places
            for lane in self._places.get((day.on, place.key), ())
        )

    def float_box(self, number: int, visit: BoardVisit, width: float) -> QRectF:
        """Return the box of a visit that is carried: at its slot, at least ``width`` wide, inside the board."""
        box = self.visit_box(number, visit)
        box.setWidth(max(box.width(), width))
        box.moveRight(min(box.right(), self.width - GAP))
        return box

    def slot_at(self, point: QPointF, grip: float) -> BoardSlot | None:
        """Return the slot under a point, ``grip`` pixels below the top of what is carried; None on a closed day."""
        if not self.data.places or not HEAD <= point.y() <= self.height:
            return None
        number = bisect_right(self._edges, point.x()) - 1
        if not 0 <= number < len(self.data.days) or self.data.days[number].closed:
            return None
        place = bisect_right(self._columns[number], point.x()) - 1
        place = min(max(place, 0), len(self.data.places) - 1)
        minutes = self.scale.minutes_at(point.y() - grip, self.data.step_minutes)
        return BoardSlot(self.data.days[number].on, time_of(minutes), self.data.places[place].key)

    def number_of(self, day: date) -> int | None:
        """Return which column a day is, None when it is not in this week."""
        return next((number for number, entry in enumerate(self.data.days) if entry.on == day), None)


def nearest(blocks: Iterable[Block], here: Block, right: int, down: int) -> Block:
    """Return the block nearest to ``here`` in one direction (-1, 0 or 1 each way), or ``here`` when there is none."""
    start = here.box.center()

    def cost(block: Block) -> float | None:
        along = (block.box.center().x() - start.x()) * right + (block.box.center().y() - start.y()) * down
        across = (block.box.center().x() - start.x()) * down, (block.box.center().y() - start.y()) * right
        return None if along < 2 else along + 3 * abs(across[0] + across[1])

    costs = [(cost(block), number, block) for number, block in enumerate(blocks)]
    return min(((price, number, block) for price, number, block in costs if price is not None), default=(0, 0, here))[2]

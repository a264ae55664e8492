"""Where the week board draws what: days across, places as columns within a day, time downwards."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from infusionplanner_ui.widgets.board_data import BoardVisit, Slot, WeekBoardData, time_of
from infusionplanner_ui.widgets.board_layout import Block, Scale, lanes

AXIS = 48.0
HEAD = 80.0
_MARGIN = 5.0
_GAP = 2.0
_CLOSED_WEIGHT = 0.6
_NAME_WIDTH = 60
_FREE_WEIGHT = 0.4


@dataclass(frozen=True, eq=False)
class WeekGrid:
    """The week board's measures for its data and size."""

    data: WeekBoardData
    width: float
    height: float
    gather: bool = True
    """Whether a place without visits that day takes a narrow column where there is little room for the others."""

    @cached_property
    def scale(self) -> Scale:
        """The hours downwards."""
        return Scale.of_hours(self.data.opens, self.data.closes, HEAD, self.height - HEAD - 4)

    @cached_property
    def _edges(self) -> tuple[int, ...]:
        """Where the days begin, and where the last one ends. A closed day without visits takes less room."""
        busy = {on for on, _ in self.data.visits}
        weights = [_CLOSED_WEIGHT if day.closed and day.on not in busy else 1.0 for day in self.data.days]
        if len(set(weights)) == 1:
            weights = [1.0] * len(weights)
        step = (self.width - AXIS) / (sum(weights) or 1)
        return tuple(round(AXIS + step * sum(weights[:number])) for number in range(len(weights) + 1))

    def day_box(self, number: int) -> QRectF:
        """Return a day's column from the top of the board to its end."""
        left, right = self._edges[number], self._edges[number + 1]
        return QRectF(left, 0, right - left, self.height)

    def head_box(self, number: int) -> QRectF:
        """Return the head of a day's column."""
        day = self.day_box(number)
        return QRectF(day.left(), 0, day.width(), HEAD)

    @cached_property
    def column_width(self) -> float:
        """Width of a place's column in pixels where all are alike."""
        days = len(self.data.days)
        day = (self.width - AXIS) / days - 2 * _MARGIN if days else 0.0
        return day / max(len(self.data.places), 1)

    @cached_property
    def _columns(self) -> tuple[tuple[float, ...], ...]:
        """Where the columns of each day begin, and where its last one ends."""
        return tuple(self._edges_of(number) for number in range(len(self.data.days)))

    def _edges_of(self, number: int) -> tuple[float, ...]:
        day = self.day_box(number).adjusted(_MARGIN, 0, -_MARGIN, 0)
        taken = {visit.place for on, visit in self.data.visits if on == self.data.days[number].on}
        narrow = self.gather and self.column_width < _NAME_WIDTH and bool(taken)
        weights = [_FREE_WEIGHT if narrow and place.key not in taken else 1.0 for place in self.data.places]
        step = day.width() / (sum(weights) or 1)
        return tuple(day.left() + step * sum(weights[:count]) for count in range(len(weights) + 1))

    def column(self, number: int, place: str) -> tuple[float, float]:
        """Return left edge and width of a place's column within a day."""
        keys = [row.key for row in self.data.places]
        index = keys.index(place) if place in keys else 0
        edges = self._columns[number]
        return edges[index], edges[min(index + 1, len(edges) - 1)] - edges[index] - _GAP

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
        made = []
        for number, day in enumerate(self.data.days):
            for place in self.data.places:
                mine = [visit for on, visit in self.data.visits if on == day.on and visit.place == place.key]
                made += [self.block(number, lane.visit, lane.number, lane.of) for lane in lanes(mine)]
        return tuple(made)

    def slot_at(self, point: QPointF, grip: float) -> Slot | None:
        """Return the slot under a point, ``grip`` pixels below the top of what is carried; None on a closed day."""
        if not self.data.places or not HEAD <= point.y() <= self.height:
            return None
        number = bisect_right(self._edges, point.x()) - 1
        if not 0 <= number < len(self.data.days) or self.data.days[number].closed:
            return None
        place = bisect_right(self._columns[number], point.x()) - 1
        place = min(max(place, 0), len(self.data.places) - 1)
        minutes = self.scale.minutes_at(point.y() - grip, self.data.step_minutes)
        return Slot(self.data.days[number].on, time_of(minutes), self.data.places[place].key)

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

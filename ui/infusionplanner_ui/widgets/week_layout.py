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
_NAME_WIDTH = 84


@dataclass(frozen=True, eq=False)
class WeekGrid:
    """The week board's measures for its data and size."""

    data: WeekBoardData
    width: float
    height: float
    spread: bool = True
    """Whether a visit may reach over the columns to its right that are free all its time."""

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

    def column(self, number: int, place: str) -> tuple[float, float]:
        """Return left edge and width of a place's column within a day."""
        keys = [row.key for row in self.data.places]
        day = self.day_box(number).adjusted(_MARGIN, 0, -_MARGIN, 0)
        width = day.width() / max(len(keys), 1)
        index = keys.index(place) if place in keys else 0
        return day.left() + index * width, width - _GAP

    def visit_box(self, number: int, visit: BoardVisit, lane: int = 0, of: int = 1) -> QRectF:
        """Return a visit's box on a day, in its place's column."""
        left, width = self.column(number, visit.place)
        top, bottom = self.scale.at(visit.begins) + 1, self.scale.at(visit.ends) - 1
        return QRectF(left + lane * width / of, top, width / of - (1 if of > 1 else 0), max(bottom - top, 8))

    def block(self, number: int, visit: BoardVisit, lane: int = 0, of: int = 1) -> Block:
        """Return a visit's block on a day; its ``row`` is the day."""
        box = self.visit_box(number, visit, lane, of)
        if self.spread and lane == of - 1:
            box.setRight(max(self._free_until(number, visit), box.right()))
        return Block(visit, box, self.scale.at(visit.treatment_ends), number)

    def _free_until(self, number: int, visit: BoardVisit) -> float:
        """Return how far to the right a visit may reach over free columns for its name to fit, in pixels."""
        keys = [place.key for place in self.data.places]
        here = keys.index(visit.place) if visit.place in keys else 0
        day = self.data.days[number].on
        taken = {other.place for on, other in self.data.visits if on == day and _meet(visit, other)}
        left, width = self.column(number, keys[here])
        end = left + width
        for key in keys[here + 1 :]:
            if key in taken or end - left >= _NAME_WIDTH:
                break
            following, width = self.column(number, key)
            end = following + width
        return end

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
        day = self.day_box(number).adjusted(_MARGIN, 0, -_MARGIN, 0)
        place = int((point.x() - day.left()) / day.width() * len(self.data.places))
        place = min(max(place, 0), len(self.data.places) - 1)
        minutes = self.scale.minutes_at(point.y() - grip, self.data.step_minutes)
        return Slot(self.data.days[number].on, time_of(minutes), self.data.places[place].key)

    def number_of(self, day: date) -> int | None:
        """Return which column a day is, None when it is not in this week."""
        return next((number for number, entry in enumerate(self.data.days) if entry.on == day), None)


def _meet(one: BoardVisit, other: BoardVisit) -> bool:
    return one.begins < other.ends and other.begins < one.ends


def nearest(blocks: Iterable[Block], here: Block, right: int, down: int) -> Block:
    """Return the block nearest to ``here`` in one direction (-1, 0 or 1 each way), or ``here`` when there is none."""
    start = here.box.center()

    def cost(block: Block) -> float | None:
        along = (block.box.center().x() - start.x()) * right + (block.box.center().y() - start.y()) * down
        across = (block.box.center().x() - start.x()) * down, (block.box.center().y() - start.y()) * right
        return None if along < 2 else along + 3 * abs(across[0] + across[1])

    costs = [(cost(block), number, block) for number, block in enumerate(blocks)]
    return min(((price, number, block) for price, number, block in costs if price is not None), default=(0, 0, here))[2]

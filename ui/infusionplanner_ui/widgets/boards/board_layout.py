"""Where the boards draw what: scales and lanes, computed apart from painting so that they can be tested."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import QRectF

from infusionplanner_ui.widgets.boards.board_data import BoardVisit, minutes_of

HOUR = 60


@dataclass(frozen=True, slots=True)
class Scale:
    """Minutes of the day along a stretch of pixels, from the full hour of opening to the full hour after closing."""

    first: int
    last: int
    start: float
    length: float

    @classmethod
    def of_hours(cls, opens: time, closes: time, start: float, length: float) -> "Scale":
        """Return the scale of a unit's hours."""
        first = minutes_of(opens) // HOUR * HOUR
        last = max(-(-minutes_of(closes) // HOUR) * HOUR, first + HOUR)
        return cls(first, last, start, length)

    def at(self, minutes: float) -> float:
        """Return the pixel of a minute, kept inside the stretch."""
        inside = min(max(minutes, self.first), self.last)
        return round(self.start + (inside - self.first) / (self.last - self.first) * self.length)

    def minutes_at(self, pixel: float, step: int) -> int:
        """Return the minute at a pixel, rounded to a step and kept inside the stretch."""
        raw = self.first + (pixel - self.start) / self.length * (self.last - self.first)
        return min(max(round(raw / step) * step, self.first), self.last)

    @property
    def hours(self) -> range:
        """The full hours of the stretch, in minutes after midnight."""
        return range(self.first, self.last, HOUR)


@dataclass(frozen=True, slots=True)
class Lane:
    """A visit's part of its place where visits overlap: lane ``number`` of ``of``."""

    visit: BoardVisit
    number: int
    of: int


def lanes(visits: Sequence[BoardVisit]) -> tuple[Lane, ...]:
    """Return the visits of one place by time, those that overlap side by side."""
    ordered = sorted(visits, key=lambda visit: (visit.begins, visit.ends, str(visit.key)))
    result: list[Lane] = []
    group: list[tuple[BoardVisit, int]] = []
    ends: list[int] = []
    for visit in ordered:
        if group and visit.begins >= max(ends):
            result += [Lane(member, number, len(ends)) for member, number in group]
            group, ends = [], []
        number = next((index for index, end in enumerate(ends) if end <= visit.begins), len(ends))
        ends[number : number + 1] = [visit.ends]
        group.append((visit, number))
    return (*result, *(Lane(member, number, len(ends)) for member, number in group))


@dataclass(frozen=True, slots=True)
class Block:
    """A visit with its box; ``watch_from`` is where its observation begins, along the time axis."""

    visit: BoardVisit
    box: QRectF
    watch_from: float
    row: int


@dataclass(frozen=True, slots=True)
class DayGrid:
    """The day board's measures: label column, axis, rows."""

    labels: float
    axis: float
    width: float
    height: float
    rows: int
    scale: Scale

    @property
    def row_height(self) -> float:
        """Height of one row in pixels."""
        return (self.height - self.axis) / max(self.rows, 1)

    def row_top(self, row: int) -> float:
        """Return where a row begins."""
        return self.axis + round(row * self.row_height)

    def blocks(self, row: int, visits: Sequence[BoardVisit]) -> tuple[Block, ...]:
        """Return the blocks of one row, in time order."""
        margin = 5 if self.row_height >= 46 else 3
        top, bottom = self.row_top(row) + margin, self.row_top(row + 1) - margin
        made = []
        for lane in lanes(visits):
            step = (bottom - top) / lane.of
            left, right = self.scale.at(lane.visit.begins) + 1, self.scale.at(lane.visit.ends) - 1
            box = QRectF(left, top + lane.number * step, max(right - left, 6), step - (1 if lane.of > 1 else 0))
            made.append(Block(lane.visit, box, self.scale.at(lane.visit.treatment_ends), row))
        return tuple(made)

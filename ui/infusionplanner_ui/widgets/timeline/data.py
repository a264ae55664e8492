"""What the timeline shows, as plain values, and where it is drawn."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF

from infusionplanner_ui.look.palette import Tone

LANE_DOSES, LANE_MARKS, LANE_LOW = 40.0, 30.0, 24.0
AXIS, FOOT = 30.0, 24.0
_DAY = timedelta(days=1)


class MarkKind(StrEnum):
    """What a mark on the timeline stands for, and so its shape."""

    DOSE_OBSERVED = "dose_observed"
    DOSE_DONE = "dose_done"
    DOSE_PLANNED = "dose_planned"
    DONE = "done"
    PLANNED = "planned"
    DUE = "due"
    OVERDUE = "overdue"

    @property
    def is_dose(self) -> bool:
        """Whether it is drawn as a circle with the dose's number."""
        return self.value.startswith("dose")


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A mark on a day; ``text`` is what the tooltip and the screen reader say after the date."""

    on: date
    kind: MarkKind
    text: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days, as a prescription's validity."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class TimelineLane:
    """One lane with its marks in date order, in a tone, and the bars below them."""

    label: str
    marks: tuple[TimelineMark, ...] = ()
    tone: Tone = Tone.INFO
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineData:
    """The days from ``first`` to ``last``, both shown, the day of today and its word."""

    first: date
    last: date
    today: date
    today_label: str
    lanes: tuple[TimelineLane, ...] = ()
    low: bool = False

    def height(self, lane: TimelineLane) -> float:
        """Return the height of a lane in pixels: circles need more than squares, where there is enough."""
        if self.low:
            return LANE_LOW
        return LANE_DOSES if any(mark.kind.is_dose for mark in lane.marks) else LANE_MARKS

    @property
    def months(self) -> tuple[date, ...]:
        """The first days of the months in sight."""
        month = self.first.replace(day=1)
        found = []
        while month <= self.last:
            found.append(month)
            month = (month + timedelta(days=32)).replace(day=1)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class TimelineGrid:
    """The timeline's measures."""

    data: TimelineData
    labels: float
    width: float

    def x(self, day: date) -> float:
        """Return the pixel where a day begins."""
        whole = (self.data.last - self.data.first).days + 1
        return round(self.labels + (day - self.data.first).days / whole * (self.width - self.labels - 10))

    def middle(self, day: date) -> float:
        """Return the pixel in the middle of a day."""
        return (self.x(day) + self.x(day + _DAY)) / 2

    def top(self, lane: int) -> float:
        """Return where a lane begins."""
        return AXIS + sum(map(self.data.height, self.data.lanes[:lane]))

    @property
    def bottom(self) -> float:
        """Return where the last lane ends."""
        return self.top(len(self.data.lanes))

    def mark_box(self, lane: int, mark: TimelineMark) -> QRectF:
        """Return the square around a mark."""
        size = 22.0 if mark.kind.is_dose else 11.0
        centre = QPointF(self.middle(mark.on), self.top(lane) + self.data.height(self.data.lanes[lane]) / 2)
        return QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)

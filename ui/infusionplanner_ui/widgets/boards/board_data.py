"""What the boards show, as plain values. A page makes them from the unit's visits."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Look(StrEnum):
    """How far a visit has come, as it is drawn. ``OVER``: the observation is over, and somebody must end it."""

    PLANNED = "planned"
    ARRIVED = "arrived"
    RUNNING = "running"
    OBSERVING = "observing"
    OVER = "over"
    DONE = "done"
    NOT_GIVEN = "not_given"


class Mark(StrEnum):
    """What a visit needs before it can go on."""

    NONE = ""
    WARN = "warn"
    STOP = "stop"


class Fit(StrEnum):
    """How a day suits the patient who is being moved."""

    BEST = "best"
    ALLOWED = "allowed"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place: a row of the day, a column within a day of the week. ``short`` names it where there is little room."""

    key: str
    label: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class BoardVisit:
    """A visit as a block.

    ``minutes`` is the whole time at the place; its last ``observation_minutes`` are the observation, drawn hatched.
    ``detail`` is the second line, ``in_full`` the same where there is room for a sentence. ``spoken`` is what a screen
    reader adds, as the state in words.
    """

    key: str | int
    place: str
    start: time
    minutes: int
    name: str
    detail: str = ""
    observation_minutes: int = 0
    look: Look = Look.PLANNED
    mark: Mark = Mark.NONE
    spoken: str = ""
    in_full: str = ""

    @property
    def begins(self) -> int:
        """Minutes after midnight at which it begins."""
        return minutes_of(self.start)

    @property
    def ends(self) -> int:
        """Minutes after midnight at which the place is free again."""
        return self.begins + self.minutes

    @property
    def over(self) -> bool:
        """Whether nothing of it is left to come."""
        return self.look in {Look.DONE, Look.NOT_GIVEN}

    @property
    def watched(self) -> bool:
        """Whether a part of it is drawn hatched: observation, full or shortened, that is not over."""
        return self.observation_minutes > 0 and not self.over and self.look is not Look.OVER

    @property
    def treatment_ends(self) -> int:
        """Minutes after midnight at which the observation begins."""
        return self.ends - min(self.observation_minutes, self.minutes)


@dataclass(frozen=True, slots=True)
class DayBoardData:
    """One day: places, visits, hours, and the time of now when the day is today."""

    places: tuple[PlaceRow, ...] = ()
    visits: tuple[BoardVisit, ...] = ()
    opens: time = time(8, 0)
    closes: time = time(15, 30)
    now: time | None = None


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of the week board.

    ``load`` is the share of the places' time that is taken, 1 for full. ``closed`` names a closure, ``closed_from`` the
    time from which the rest of the day is closed.
    """

    on: date
    title: str
    note: str = ""
    load: float = 0.0
    closed: str = ""
    closed_from: time | None = None
    today: bool = False


@dataclass(frozen=True, slots=True)
class WeekBoardData:
    """One week: days, places, each visit with its day, hours, the step of a move in minutes, the time of now."""

    days: tuple[WeekDay, ...] = ()
    places: tuple[PlaceRow, ...] = ()
    visits: tuple[tuple[date, BoardVisit], ...] = ()
    opens: time = time(8, 0)
    closes: time = time(15, 30)
    step_minutes: int = 15
    now: time | None = None


@dataclass(frozen=True, slots=True)
class BoardSlot:
    """A time at a place on a day."""

    on: date
    start: time
    place: str


@dataclass(frozen=True, slots=True)
class Shade:
    """How one day, or the hours ``from_`` to ``until`` of it, suits the patient who is being moved, and why."""

    on: date
    fit: Fit
    reason: str = ""
    from_: time | None = None
    until: time | None = None


def minutes_of(at: time) -> int:
    """Return a time as minutes after midnight."""
    return at.hour * 60 + at.minute


def time_of(minutes: int) -> time:
    """Return minutes after midnight as a time, kept inside the day."""
    return time(*divmod(min(max(minutes, 0), 24 * 60 - 1), 60))

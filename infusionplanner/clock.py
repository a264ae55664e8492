"""What day and time it is: the only module that asks the machine's clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
"""The time zone of all local dates and times of the program."""


class SystemClock:
    """The machine's clock, read in Europe/Oslo whatever zone the machine is set to."""

    def today(self) -> date:
        """Return the local date."""
        return self.now().date()

    def now(self) -> datetime:
        """Return the local time, naive, to the second."""
        return self.utc().astimezone(OSLO).replace(tzinfo=None)

    def utc(self) -> datetime:
        """Return the time in UTC, aware, to the second."""
        return datetime.now(tz=UTC).replace(microsecond=0)  # noqa: TID251 - this is the one module that may ask


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still until told otherwise: for tests, the demo unit, and pictures."""

    at: datetime
    """Local time, naive."""

    def today(self) -> date:
        """Return the local date."""
        return self.at.date()

    def now(self) -> datetime:
        """Return the local time, naive, to the second."""
        return self.at.replace(microsecond=0)

    def utc(self) -> datetime:
        """Return the time in UTC, aware, to the second."""
        return self.now().replace(tzinfo=OSLO).astimezone(UTC)

    def advance(self, step: timedelta) -> None:
        """Move the time on by ``step``, counted on the clock face."""
        self.at += step

    def set(self, at: datetime) -> None:
        """Set the local time."""
        self.at = at


@dataclass(frozen=True, slots=True)
class ShiftedClock:
    """The machine's clock as if it were another day: for looking at the demo unit, or at a plan on another date."""

    shift: timedelta
    machine: SystemClock | FixedClock

    @classmethod
    def starting_at(cls, at: datetime, machine: SystemClock | FixedClock | None = None) -> "ShiftedClock":
        """Return a clock that shows ``at`` (local, naive) now and goes on from there."""
        own = machine or SystemClock()
        return cls(at - own.now(), own)

    def today(self) -> date:
        """Return the local date."""
        return self.now().date()

    def now(self) -> datetime:
        """Return the local time, naive, to the second."""
        return self.machine.now() + self.shift

    def utc(self) -> datetime:
        """Return the time in UTC, aware, to the second."""
        return self.now().replace(tzinfo=OSLO).astimezone(UTC)

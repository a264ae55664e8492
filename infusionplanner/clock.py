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

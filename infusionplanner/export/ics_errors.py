"""What can go wrong when a calendar is handed out, one class each: a sentence with the way out."""

from datetime import date, time
from pathlib import Path

from infusionplanner.application.errors import PlannerError


class CalendarError(PlannerError):
    """A calendar cannot be handed out."""


class EmptyCalendarError(CalendarError):
    """There is no event to hand out."""


class ClockChangeError(CalendarError):
    """An event begins or ends at a time that does not exist, or exists twice, since the clocks change that night."""

    def __init__(self, on: date, at: time) -> None:
        self.on, self.at = on, at


class UnmergedEventError(CalendarError):
    """The words of an event are not those of its version."""

    def __init__(self, slot: str) -> None:
        self.slot = slot


class UntrueCalendarError(CalendarError):
    """A written calendar reads differently from what it was written from."""

    def __init__(self, what: str) -> None:
        self.what = what


class SaveError(CalendarError):
    """A file could not be saved."""

    def __init__(self, path: Path, why: str) -> None:
        self.path, self.file, self.why = path, path.name, why


class FileExistsAlreadyError(SaveError):
    """A file of this name with other content is there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "")


class LedgerError(CalendarError):
    """The ledger of handed-out calendars in a folder cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        self.path, self.file, self.why = path, path.name, why

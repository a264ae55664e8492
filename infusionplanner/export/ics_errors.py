"""What can go wrong when a calendar is handed out, one class each: a sentence with the way out."""

from datetime import date, time
from pathlib import Path

from infusionplanner.application.errors import PlannerError


class CalendarError(PlannerError):
    """A calendar cannot be handed out."""


class EmptyCalendarError(CalendarError):
    """There is no event to hand out."""

    def __init__(self) -> None:
        super().__init__("The calendar has no event from today on. Book a time or order a treatment first.")


class ClockChangeError(CalendarError):
    """An event begins or ends at a time that does not exist, or exists twice, since the clocks change that night."""

    def __init__(self, on: date, at: time) -> None:
        self.on, self.at = on, at
        super().__init__(
            f"{at:%H:%M} on {on} does not exist or comes twice, since the clocks change that night. Book another time."
        )


class UnmergedEventError(CalendarError):
    """The words of an event are not those of its version."""

    def __init__(self, slot: str) -> None:
        self.slot = slot
        super().__init__(
            f"The words of {slot} have changed, but its version has not. Merge the calendar with the same level,"
            " language and telephone that it is written with."
        )


class UntrueCalendarError(CalendarError):
    """A written calendar reads differently from what it was written from."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The calendar was not handed out, since reading it again gave another answer: {what}.")


class SaveError(CalendarError):
    """A file could not be saved."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path}: {why}")


class FileExistsAlreadyError(SaveError):
    """A file of this name with other content is there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "exists already with other content. Choose another folder or let it be numbered.")


class LedgerError(CalendarError):
    """The ledger of handed-out calendars in a folder cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(
            f"{path}: {why}. It keeps the identities of calendars handed out from this folder; without it readers would"
            " show everything twice. Put the file back from a backup, or choose another folder."
        )

"""What the commands themselves refuse, one class per failure."""

from pathlib import Path

from infusionplanner.application.errors import PlannerError


class UsageError(PlannerError):
    """The words of a command do not fit together."""


class MissingFileError(PlannerError):
    """A file that was named is not there."""

    def __init__(self, path: Path) -> None:
        self.path = path


class NoDrawingError(PlannerError):
    """The command draws, and the program was started without its windows."""

    def __init__(self, command: str) -> None:
        self.command = command


class NotAWeekError(PlannerError):
    """A week that is not written as an ISO week."""

    def __init__(self, text: str) -> None:
        self.text = text


class WeekOutsideError(PlannerError):
    """A week of a year that the program does not plan for."""

    def __init__(self, text: str, first: int, last: int) -> None:
        self.text, self.first, self.last = text, first, last


class NotAPatientFileError(PlannerError):
    """A file of a kind that import does not read."""

    def __init__(self, path: Path) -> None:
        self.path = path


class NothingFoundError(PlannerError):
    """A pattern that no file fits."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern


class UnitFileUnusedError(PlannerError):
    """A unit's settings were named although the database has the unit's own."""

    def __init__(self, path: Path, database: Path) -> None:
        self.path, self.database = path, database


class PhoneKnownError(PlannerError):
    """A telephone was named although the database tells the ward's."""

    def __init__(self, database: Path, phone: str) -> None:
        self.database, self.phone = database, phone


class NotHandedOutError(PlannerError):
    """One of the patients has nothing for a calendar to hold."""

    def __init__(self, patient: str, why: PlannerError) -> None:
        self.patient, self.why = patient, why


class FolderInUseError(PlannerError):
    """The demo would write over a database that it did not make."""

    def __init__(self, path: Path) -> None:
        self.path = path

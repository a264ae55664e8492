"""What the commands themselves refuse, one class per failure."""

from pathlib import Path

from infusionplanner.application.errors import PlannerError


class UsageError(PlannerError):
    """The words of a command do not fit together."""


class MissingFileError(PlannerError):
    """A file that was named is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is no such file; check the name and the folder.")


class NoDrawingError(PlannerError):
    """The command draws, and the program was started without its windows."""

    def __init__(self, command: str) -> None:
        super().__init__(f"{command}: this needs the windows' package; start the program as infusionplanner.")


class NotAWeekError(PlannerError):
    """A week that is not written as an ISO week."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text}: this is not a week; write the year and the ISO week, as in 2026-W48.")


class WeekOutsideError(PlannerError):
    """A week of a year that the program does not plan for."""

    def __init__(self, text: str, first: int, last: int) -> None:
        super().__init__(f"{text}: the program plans for the years {first} to {last}; write a week of one of them.")


class NotAPatientFileError(PlannerError):
    """A file of a kind that import does not read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: import reads patient files (.json, .jsonl) only, no lists (.csv, .xlsx) yet; "
            "give patient files, or enter the patients in the window."
        )


class NothingFoundError(PlannerError):
    """A pattern that no file fits."""

    def __init__(self, pattern: str) -> None:
        super().__init__(f"{pattern}: no file fits this pattern; check the folder and the ending.")


class UnitFileUnusedError(PlannerError):
    """A unit's settings were named although the database has the unit's own."""

    def __init__(self, path: Path, database: Path) -> None:
        super().__init__(
            f"{path}: --unit is for patient files, {database} has the settings of its unit; leave --unit out."
        )


class PhoneKnownError(PlannerError):
    """A telephone was named although the database tells the ward's."""

    def __init__(self, database: Path, phone: str) -> None:
        super().__init__(
            f"{database}: the ward's telephone is {phone} there; leave --phone out, or change it in the settings."
        )


class NotHandedOutError(PlannerError):
    """One of the patients has nothing for a calendar to hold."""

    def __init__(self, patient: str, why: PlannerError) -> None:
        super().__init__(f"{patient}: {why}")


class FolderInUseError(PlannerError):
    """The demo would write over a database that it did not make."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: this database was not made by demo; choose another folder with --dir.")

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


class NotAPatientFileError(PlannerError):
    """A file of a kind that import does not read."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: import reads patient files (.json); save the list as patient files first.")


class FolderInUseError(PlannerError):
    """The demo would write over a database that it did not make."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: this database was not made by demo; choose another folder with --dir.")

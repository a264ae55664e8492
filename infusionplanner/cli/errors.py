"""What the commands themselves refuse, one class per failure."""

from pathlib import Path

from infusionplanner.application.errors import PlannerError


class UsageError(PlannerError):
    """The words of a command do not fit together."""


class FileNotFoundProblem(PlannerError):  # noqa: N818 - read as a sentence by a person, never caught by name
    """A file that was named is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is no such file; check the name and the folder.")


class FileProblem(PlannerError):  # noqa: N818 - as above
    """A file cannot be read or written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}; check that the file is closed and that you may use the folder.")


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

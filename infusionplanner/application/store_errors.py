"""What the file or the disk can refuse, one class each, with whose fault it is and the way out."""

from collections.abc import Sequence
from pathlib import Path

from infusionplanner.application.errors import StorageError


def _put_back(path: Path, copy: Path) -> str:
    """Return how a copy takes the place of a database. What SQLite keeps beside the old one would spoil the copy."""
    old = f"{path.name} (and {path.name}-wal and {path.name}-shm, if they are there)"
    return f"Close the program everywhere, rename {old}, and copy {copy} to {path}."


class StoreBusyError(StorageError):
    """Another program holds the database."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "another program is writing to the database. Nothing was stored; try again in a moment.")


class StoreFullError(StorageError):
    """The disk is full."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "the disk is full. Nothing was stored; make room on the disk and try again.")


class StoreDamagedError(StorageError):
    """The database file is damaged. ``copy`` is its newest daily copy, None when there is none."""

    def __init__(self, path: Path, copy: Path | None) -> None:
        self.copy = copy
        way_out = (
            "There is no daily copy beside it: leave it as it is and ask for the copy that is kept elsewhere."
            if copy is None
            else _put_back(path, copy)
        )
        super().__init__(path, f"the database is damaged. Stop working in it. {way_out}")


class StoreEmptyError(StorageError):
    """The file is there, and nothing is in it. ``copy`` is its newest daily copy, None when there is none."""

    def __init__(self, path: Path, copy: Path | None) -> None:
        self.copy = copy
        way_out = "Choose another file." if copy is None else f"{_put_back(path, copy)} Or choose another file."
        super().__init__(path, f"the file is empty, perhaps a copy that failed, and was left alone. {way_out}")


class StoreLeftoverError(StorageError):
    """A file of SQLite's is left of a database that is not there; it would be read into a new one."""

    def __init__(self, path: Path, leftover: Path) -> None:
        self.leftover = leftover
        super().__init__(
            path,
            f"there is no such database, but {leftover.name} of one. "
            f"Put the database back beside it, or move {leftover.name} to another folder to make a new one.",
        )


class NotADatabaseError(StorageError):
    """The file is no database, or is encrypted with another key."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "this is not a database, or it is encrypted with another key. Choose the right file or key."
        )


class StoreReadOnlyError(StorageError):
    """The file may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "the database may not be written: the file, its folder or the disk is read-only. "
            "Ask for the right to change the file and its folder, or copy the file to where it can be written.",
        )


class StoreUnreachableError(StorageError):
    """The file cannot be opened, or the disk does not answer."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "the database cannot be reached. Check that the folder exists and the disk is connected."
        )


class StoreMissingError(StorageError):
    """There is no such file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "there is no such database. Check the name, or import patients to make a new one.")


class ForeignStoreError(StorageError):
    """The database belongs to another program."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "this database belongs to another program and was left alone. Choose another file.")


class NewerStoreError(StorageError):
    """The database was made by a newer version of the program."""

    def __init__(self, path: Path, unknown: Sequence[str]) -> None:
        self.unknown = tuple(unknown)
        named = f" ({', '.join(unknown)})" if unknown else ""
        super().__init__(path, f"this database was made by a newer InfusionPlanner{named}. Install the newer version.")


class StoreTooOldError(StorageError):
    """This machine's SQLite is too old for typed tables."""

    def __init__(self, path: Path, version: str) -> None:
        super().__init__(
            path, f"SQLite {version} is too old, 3.37 or newer is needed. Install a newer Python or SQLite."
        )

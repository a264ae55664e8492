"""What the file or the disk can refuse, one class each, with whose fault it is and the way out."""

from collections.abc import Sequence
from pathlib import Path

from infusionplanner.application.errors import StorageError


class StoreBusyError(StorageError):
    """Another program holds the database."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "another program is writing to the database. Nothing was stored; try again in a moment.")


class StoreFullError(StorageError):
    """The disk is full."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "the disk is full. Nothing was stored; make room on the disk and try again.")


class StoreDamagedError(StorageError):
    """The database file is damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "the database is damaged. Stop working in it and restore the latest backup.")


class NotADatabaseError(StorageError):
    """The file is no database, or is encrypted with another key."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "this is not a database, or it is encrypted with another key. Choose the right file or key."
        )


class StoreReadOnlyError(StorageError):
    """The file may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "the database may not be written. Ask for the right to change the file and its folder.")


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

"""What the file or the disk can refuse, one class each."""

from collections.abc import Sequence
from pathlib import Path

from infusionplanner.application.errors import StorageError


class StoreBusyError(StorageError):
    """Another program holds the database."""


class StoreFullError(StorageError):
    """The disk is full."""


class _CopiedStoreError(StorageError):
    """The file is no use. ``copy`` is its newest daily copy, None when there is none.

    What SQLite keeps beside the old file would spoil a copy that is put in its place.
    """

    def __init__(self, path: Path, copy: Path | None) -> None:
        super().__init__(path)
        self.copy = copy

    @property
    def key(self) -> str:
        """The key of the sentence, another one where there is no copy."""
        return super().key if self.copy is not None else f"{super().key}_without_copy"


class StoreDamagedError(_CopiedStoreError):
    """The database file is damaged."""


class StoreEmptyError(_CopiedStoreError):
    """The file is there, and nothing is in it."""


class StoreLeftoverError(StorageError):
    """A file of SQLite's is left of a database that is not there; it would be read into a new one."""

    def __init__(self, path: Path, leftover: Path) -> None:
        super().__init__(path)
        self.leftover, self.left = leftover, leftover.name


class NotADatabaseError(StorageError):
    """The file is no database, or is encrypted with another key."""


class StoreReadOnlyError(StorageError):
    """The file may not be written."""


class StoreUnreachableError(StorageError):
    """The file cannot be opened, or the disk does not answer."""


class StoreMissingError(StorageError):
    """There is no such file."""


class ForeignStoreError(StorageError):
    """The database belongs to another program."""


class NewerStoreError(StorageError):
    """The database was made by a newer version of the program."""

    def __init__(self, path: Path, unknown: Sequence[str]) -> None:
        super().__init__(path)
        self.unknown = tuple(unknown)


class StoreTooOldError(StorageError):
    """This machine's SQLite is too old for typed tables."""

    def __init__(self, path: Path, version: str) -> None:
        super().__init__(path)
        self.version = version

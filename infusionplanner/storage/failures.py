"""What SQLite says, told apart by whose fault it is: the world's becomes a ``StorageError``, ours stays what it is."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from infusionplanner.application.errors import StorageError
from infusionplanner.application.store_errors import (
    NotADatabaseError,
    StoreBusyError,
    StoreDamagedError,
    StoreFullError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from infusionplanner.storage.copies import newest
from infusionplanner.storage.driver import sqlite3

_LEAST_BYTES = 1 << 20
"""With less room on the disk, SQLite does not even get its helper files beside the database."""


def unreachable(path: Path) -> StorageError:
    """Return why a file cannot be opened or made: it is read-only, the disk is full, or it is not to be reached."""
    if _is_read_only(path) or _is_read_only(path.parent):
        return StoreReadOnlyError(path)
    try:
        full = shutil.disk_usage(path.parent).free < _LEAST_BYTES
    except OSError:
        full = False
    return StoreFullError(path) if full else StoreUnreachableError(path)


def _is_read_only(path: Path) -> bool:
    return os.access(path, os.F_OK) and not os.access(path, os.W_OK)


def _damaged(path: Path) -> StorageError:
    return StoreDamagedError(path, newest(path))


# By the words of the message: they are the same in every driver, the encrypted ones too, and error codes are not.
_BY_WORDS: tuple[tuple[str, Callable[[Path], StorageError]], ...] = (
    ("locked", StoreBusyError),
    ("busy", StoreBusyError),
    ("is full", StoreFullError),
    ("readonly", StoreReadOnlyError),
    ("unable to open", unreachable),
    ("disk I/O error", unreachable),
    ("not a database", NotADatabaseError),
    ("malformed", _damaged),
)


def explained(error: sqlite3.DatabaseError, path: Path) -> StorageError | None:
    """Return what an error of SQLite means for the person, or None when it is a fault of the program."""
    return next((kind(path) for words, kind in _BY_WORDS if words in str(error)), None)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise a ``StorageError`` in the place of what SQLite raised, where the fault is not ours."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if (meant := explained(error, path)) is None:
            raise
        raise meant from error

"""What SQLite says, told apart by whose fault it is: the world's becomes a ``StorageError``, ours stays what it is."""

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
from infusionplanner.storage.driver import sqlite3

# By the words of the message: they are the same in every driver, the encrypted ones too, and error codes are not.
_BY_WORDS: tuple[tuple[str, Callable[[Path], StorageError]], ...] = (
    ("locked", StoreBusyError),
    ("busy", StoreBusyError),
    ("is full", StoreFullError),
    ("readonly", StoreReadOnlyError),
    ("unable to open", StoreUnreachableError),
    ("disk I/O error", StoreUnreachableError),
    ("not a database", NotADatabaseError),
    ("malformed", StoreDamagedError),
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

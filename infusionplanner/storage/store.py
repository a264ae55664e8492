"""The store: one SQLite file behind ``ports.Store``, used by any number of threads and programs."""

import queue
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from infusionplanner.application.errors import CannotUndoError
from infusionplanner.application.journal import NewAct
from infusionplanner.application.records import ActId
from infusionplanner.storage.database import Connect, open_db, plain, prepare, read, write
from infusionplanner.storage.failures import translated
from infusionplanner.storage.reading import SqliteReading
from infusionplanner.storage.writing import SqliteWriting


class SqliteStore:
    """Hands out views and units of work. Each has a connection to itself for as long as it lasts."""

    def __init__(self, path: Path, connect: Connect, first: Database) -> None:
        self.path = path
        self._connect = connect
        self._idle: queue.LifoQueue[Database] = queue.LifoQueue()
        self._idle.put(first)
        self._closed = False
        self._own_acts = 0
        self._known_acts = SqliteReading(first).revision()

    @contextmanager
    def reading(self) -> Iterator[SqliteReading]:
        """Open one consistent view."""
        with translated(self.path), self._connection() as db, read(db):
            yield SqliteReading(db)

    @contextmanager
    def writing(self, act: NewAct) -> Iterator[SqliteWriting]:
        """Open a unit of work for one act; commits at the end, rolls everything back on an error."""
        with translated(self.path), self._connection() as db, write(db):
            if act.undoes is not None and SqliteReading(db).act(act.undoes).undone_by is not None:
                raise CannotUndoError(act.undoes, "undone")
            yield SqliteWriting(db, act)
        self._own_acts += 1

    def changed_elsewhere(self) -> bool:
        """Tell, once, whether another program has kept an act since this was last asked or the store was opened.

        Ask while no act of this program is under way: one that is being counted may be taken for another program's.
        """
        with translated(self.path), self._connection() as db:
            found = SqliteReading(db).revision()
        expected, self._own_acts = ActId(self._known_acts + self._own_acts), 0
        self._known_acts = found
        return found != expected

    def close(self) -> None:
        """Close the store. A view that is still open closes its own connection at its end."""
        self._closed = True
        while not self._idle.empty():
            self._idle.get().close()

    @contextmanager
    def _connection(self) -> Iterator[Database]:
        try:
            db = self._idle.get_nowait()
        except queue.Empty:
            db = open_db(self.path, self._connect)
        try:
            yield db
        finally:
            if self._closed:
                db.close()
            else:
                self._idle.put(db)


def open_store(path: Path, *, connect: Connect = plain, create: bool = True) -> SqliteStore:
    """Open the store in a file, and make or migrate it first where that is needed.

    Args:
        path: The database file.
        connect: What connects to the file; an encrypted connection comes in here.
        create: Whether to make the file when there is none.

    Raises:
        StorageError: The file cannot be used; the sentence tells why and what to do.
    """
    with translated(path):
        return SqliteStore(path, connect, prepare(path, connect, create=create))

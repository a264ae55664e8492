"""Opening a database file: one way in, which leaves nothing to the driver's defaults.

A connection comes from a factory, so that an encrypted one fits; everything after it is the same for all.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database, Migrations

from infusionplanner.application.store_errors import (
    ForeignStoreError,
    NewerStoreError,
    StoreDamagedError,
    StoreMissingError,
    StoreTooOldError,
    StoreUnreachableError,
)
from infusionplanner.storage.driver import sqlite3
from infusionplanner.storage.schema import APPLICATION_ID, MIGRATIONS

Connect = Callable[[Path], sqlite3.Connection]

BUSY_MILLISECONDS = 5000
"""How long a statement waits for another program before it gives up."""

_WAL_TRIES, _WAL_PAUSE_SECONDS = 100, 0.03


def plain(path: Path) -> sqlite3.Connection:
    """Connect to an unencrypted file. A connection is used by one thread at a time, so the driver need not insist."""
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False)


def open_db(path: Path, connect: Connect = plain) -> Database:
    """Connect, and set everything that SQLite does not remember in the file."""
    connection = connect(path)
    try:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


@contextmanager
def write(db: Database) -> Iterator[None]:
    """Write everything or nothing.

    Takes the lock at once: a deferred BEGIN that reads first fails at its first write instead of waiting.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.commit()
    except BaseException:
        db.rollback()
        raise


@contextmanager
def read(db: Database) -> Iterator[None]:
    """Read from one snapshot, however much is written meanwhile."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()


def prepare(
    path: Path, connect: Connect = plain, *, create: bool = True, migrations: Migrations = MIGRATIONS
) -> Database:
    """Open a store's file for the first time: make it if it is not there, bring it to this version, or refuse it.

    Several programs may do so at the same moment: one migrates, the others wait.
    """
    _touch(path, create=create)
    db = open_db(path, connect)
    try:
        _refuse_strangers(db, path, migrations)
        _enable_wal(db)
        with write(db):
            _refuse_strangers(db, path, migrations)
            _migrate(db, path, connect, migrations)
    except BaseException:
        db.close()
        raise
    return db


def _touch(path: Path, *, create: bool) -> None:
    """Make the file before SQLite does, so that nobody else on the machine may read it."""
    if path.exists():
        return
    if not create:
        raise StoreMissingError(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreUnreachableError(path) from error


def _enable_wal(db: Database) -> None:
    """Let readers and a writer go on side by side.

    Two programs that do this to a new file at once stand in each other's way, and SQLite then refuses one of them at
    once, whatever the busy timeout; so it is tried again.
    """
    for _ in range(_WAL_TRIES):
        try:
            db.enable_wal()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(_WAL_PAUSE_SECONDS)
        else:
            return
    db.enable_wal()


def _number(db: Database, pragma: str) -> int:
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])


def _known(migrations: Migrations) -> tuple[str, ...]:
    with closing(Database(memory=True, execute_plugins=False)) as empty:
        return tuple(migration.name for migration in migrations.pending(empty))


def _refuse_strangers(db: Database, path: Path, migrations: Migrations) -> None:
    """Refuse another program's database, and one that a newer version of this program has written."""
    if _number(db, "application_id") != APPLICATION_ID:
        if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise ForeignStoreError(path)
        return
    known = _known(migrations)
    unknown = [migration.name for migration in migrations.applied(db) if migration.name not in known]
    if unknown or _number(db, "user_version") > len(known):
        raise NewerStoreError(path, unknown)


def _migrate(db: Database, path: Path, connect: Connect, migrations: Migrations) -> None:
    _demand_strict(db, path)
    if not (pending := migrations.pending(db)):
        return
    if migrations.applied(db):
        copy(path, free_name(path, f"before-{pending[0].name}"), connect)
    migrations.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {len(_known(migrations))}")


def _demand_strict(db: Database, path: Path) -> None:
    """Refuse a SQLite without typed tables.

    Asked of a temporary table, which no other program can lock: sqlite-utils takes a database that is busy at the first
    question for one that cannot, remembers it, and makes untyped tables without a word.
    """
    try:
        db.execute("CREATE TEMP TABLE asked (id INTEGER) STRICT")
        db.execute("DROP TABLE temp.asked")
    except sqlite3.OperationalError as error:
        if "STRICT" not in str(error):
            raise
        raise StoreTooOldError(path, sqlite3.sqlite_version) from error


def free_name(path: Path, word: str) -> Path:
    """Return a name beside ``path`` that no file has: ``unit.word.db``, ``unit.word-2.db`` and so on."""
    name = path.with_name(f"{path.stem}.{word}{path.suffix}")
    number = 2
    while name.exists():
        name = path.with_name(f"{path.stem}.{word}-{number}{path.suffix}")
        number += 1
    return name


def copy(path: Path, target: Path, connect: Connect = plain) -> None:
    """Copy a database in use to ``target``, checked and on disk before it gets its name.

    All pages in one step: in several, another program that writes would start the copy over and over again.
    """
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    try:
        with closing(connect(path)) as source, closing(connect(part)) as made:
            source.backup(made, pages=-1)
            made.execute("PRAGMA journal_mode = DELETE")
            if made.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise StoreDamagedError(path)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)

"""Opening a database file: one way in, which leaves nothing to the driver's defaults.

A connection comes from a factory, so that an encrypted one fits; everything after it is the same for all.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from sqlite_utils import Database, Migrations

from infusionplanner.application.store_errors import (
    ForeignStoreError,
    NewerStoreError,
    StoreDamagedError,
    StoreEmptyError,
    StoreLeftoverError,
    StoreMissingError,
    StoreTooOldError,
)
from infusionplanner.storage.copies import newest
from infusionplanner.storage.driver import sqlite3
from infusionplanner.storage.failures import unreachable
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

    Several programs may do so at the same moment: one makes or migrates it, the others wait. A file that is of this
    version already is opened without the lock, so that it can be read while another program writes.
    """
    _be_there(path, connect, migrations, create=create)
    db = open_db(path, connect)
    try:
        _demand_strict(db, path)
        _refuse_strangers(db, path, migrations)
        _enable_wal(db)
        if migrations.pending(db):
            with _remaking(db), write(db):
                _refuse_strangers(db, path, migrations)
                _migrate(db, path, connect, migrations)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def _remaking(db: Database) -> Iterator[None]:
    """Let tables be made anew that others refer to; ``_migrate`` looks whether all references hold in the end."""
    db.execute("PRAGMA foreign_keys = OFF")
    yield
    db.execute("PRAGMA foreign_keys = ON")


def _be_there(path: Path, connect: Connect, migrations: Migrations, *, create: bool) -> None:
    """Make the file if it is not there and may be made; refuse one that is there and empty, and leave it so."""
    try:
        leftovers = [file for end in ("-wal", "-journal") if (file := path.with_name(f"{path.name}{end}")).exists()]
        if not path.exists():
            if not create:
                raise StoreMissingError(path)
            if leftovers:
                raise StoreLeftoverError(path, leftovers[0])
            _make(path, connect, migrations)
        if path.is_file() and not path.stat().st_size:
            raise StoreEmptyError(path, newest(path))
    except OSError as error:
        raise unreachable(path) from error


def _make(path: Path, connect: Connect, migrations: Migrations) -> None:
    """Make a store under another name, and give it its own when it is whole: nobody ever meets half of one.

    The file is made before SQLite does it, so that nobody else on the machine may read it.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(f".{target.name}.{token_hex(4)}.new")
    new.touch(mode=0o600, exist_ok=False)
    try:
        with closing(open_db(new, connect)) as db:
            _demand_strict(db, path)
            with _remaking(db), write(db):
                _migrate(db, new, connect, migrations)
            db.enable_wal()
        _publish(new, target)
    finally:
        new.unlink(missing_ok=True)


def _publish(new: Path, target: Path) -> None:
    """Give a new file its name, unless another program has been faster: then that one's file is used."""
    try:
        os.link(new, target)
    except FileExistsError:
        return
    except OSError:  # a disk without hard links
        with suppress(FileExistsError):
            target.touch(mode=0o600, exist_ok=False)
            with target.open("rb+") as file:
                file.write(new.read_bytes())
                os.fsync(file.fileno())


def _enable_wal(db: Database) -> None:
    """Let readers and a writer go on side by side.

    A copy that was put back does without. Two programs that do this to one file at once stand in each other's way, and
    SQLite then refuses one of them at once, whatever the busy timeout; so it is tried again.
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
        raise StoreEmptyError(path, newest(path))
    known = _known(migrations)
    unknown = [migration.name for migration in migrations.applied(db) if migration.name not in known]
    if unknown or _number(db, "user_version") > len(known):
        raise NewerStoreError(path, unknown)


def _migrate(db: Database, path: Path, connect: Connect, migrations: Migrations) -> None:
    if not (pending := migrations.pending(db)):
        return
    if migrations.applied(db):
        copy(path, free_name(path, f"before-{pending[0].name}"), connect)
    migrations.apply(db)
    if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise StoreDamagedError(path, newest(path))
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {len(_known(migrations))}")


def _demand_strict(db: Database, path: Path) -> None:
    """Refuse a SQLite without typed tables.

    Asked of a temporary table, which no other program can lock: sqlite-utils takes a database that is busy at the first
    question for one that cannot, remembers it, and makes untyped tables without a word. Asked before anything else: a
    SQLite that does not know typed tables takes a database that has them for a damaged one.
    """
    try:
        db.execute("CREATE TEMP TABLE asked (id INTEGER) STRICT")
        db.execute("DROP TABLE temp.asked")
    except sqlite3.DatabaseError as error:
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
                raise StoreDamagedError(path, newest(path))
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)

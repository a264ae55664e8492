"""Opening a file: everything set, strangers and newer versions refused, older ones copied and migrated."""

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from sqlite_files import pragma
from sqlite_utils import Database, Migrations

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.journal import Actor, NewAct
from infusionplanner.application.store_errors import (
    ForeignStoreError,
    NewerStoreError,
    NotADatabaseError,
    StoreBusyError,
    StoreDamagedError,
    StoreMissingError,
    StoreReadOnlyError,
    StoreTooOldError,
    StoreUnreachableError,
)
from infusionplanner.domain.patient import Patient
from infusionplanner.storage import database, open_store
from infusionplanner.storage.backup import back_up
from infusionplanner.storage.schema import APPLICATION_ID, MIGRATIONS

NOW = datetime(2026, 11, 23, 8, 0)


def next_version() -> Migrations:
    """Return the migrations of a version that adds a table."""
    migrations = Migrations("infusionplanner")
    with closing(Database(memory=True)) as empty:
        for released in MIGRATIONS.pending(empty):
            migrations(name=released.name)(released.fn)

    @migrations()
    def m999_more(db: Database) -> None:
        db.execute("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT")

    return migrations


def released() -> int:
    """Return how many migrations this version has."""
    with closing(Database(memory=True)) as empty:
        return len(MIGRATIONS.pending(empty))


def test_every_connection_is_set_up(path: Path) -> None:
    with closing(database.prepare(path)) as db:
        found = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("foreign_keys", "busy_timeout", "synchronous", "journal_mode", "recursive_triggers")
        }
    assert found == {
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "synchronous": 2,
        "journal_mode": "wal",
        "recursive_triggers": 1,
    }


def test_every_table_is_strict(path: Path) -> None:
    with closing(database.prepare(path)) as db:
        loose = [table.name for table in db.tables if not table.strict]
    assert loose == ["_sqlite_migrations", "sqlite_sequence"]


@pytest.mark.usefixtures("store")
def test_the_file_is_marked_as_ours(path: Path) -> None:
    assert (pragma(path, "application_id"), pragma(path, "user_version")) == (APPLICATION_ID, released())


@pytest.mark.usefixtures("store")
def test_nobody_else_may_read_the_file(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "unit.db"
    open_store(path).close()
    assert path.exists()


def test_a_missing_file_is_not_made_unless_asked_for(path: Path) -> None:
    with pytest.raises(StoreMissingError, match="there is no such database"):
        open_store(path, create=False)
    assert not path.exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnreachableError, match="cannot be reached"):
        open_store(tmp_path / "file" / "unit.db")


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachableError):
        open_store(tmp_path)


def test_another_programs_database_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(ForeignStoreError, match="belongs to another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_text_file_is_no_database(path: Path) -> None:
    path.write_text("Dear diary, " * 200, encoding="utf-8")
    with pytest.raises(NotADatabaseError, match="not a database"):
        open_store(path)


def damage(path: Path) -> None:
    """Overwrite a database, but for its first page."""
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)


def test_a_damaged_database_is_said_with_the_way_to_its_newest_copy(path: Path) -> None:
    open_store(path).close()
    for day in (21, 22):
        back_up(path, date(2026, 11, day))
    damage(path)
    copy = path.parent / "backup" / "unit.2026-11-22.db"
    with pytest.raises(StoreDamagedError) as caught:
        open_store(path)
    assert caught.value.copy == copy
    assert str(caught.value) == (
        f"{path}: the database is damaged. Stop working in it. Close the program everywhere, "
        f"rename unit.db (and unit.db-wal and unit.db-shm, if they are there), and copy {copy} to {path}."
    )
    path.rename(path.with_name("damaged.db"))
    path.write_bytes(copy.read_bytes())
    again = open_store(path, create=False)
    again.close()
    assert pragma(path, "journal_mode") == "wal"


def test_a_damaged_database_without_a_copy_is_said(path: Path) -> None:
    open_store(path).close()
    damage(path)
    with pytest.raises(StoreDamagedError) as caught:
        open_store(path)
    assert caught.value.copy is None
    assert str(caught.value) == (
        f"{path}: the database is damaged. Stop working in it. There is no daily copy beside it: "
        "leave it as it is and ask for the copy that is kept elsewhere."
    )


def test_a_store_opens_and_is_read_while_another_program_writes(path: Path) -> None:
    open_store(path).close()
    program = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('BEGIN EXCLUSIVE')\n"
        "connection.execute('UPDATE unit SET name = 1')\n"
        "print('writing', flush=True)\n"
        "sys.stdin.readline()\n"
    )
    words = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        before = monotonic()
        store = open_store(path, create=False)
        with store.reading() as reading:
            assert reading.patient_ids() == ()
        store.close()
        assert monotonic() - before < database.BUSY_MILLISECONDS / 1000 / 2
        writer.communicate("done\n")


def test_a_migration_that_another_program_makes_first_is_not_made_again(path: Path) -> None:
    open_store(path).close()

    class Overtaken(sqlite3.Connection):
        def execute(self, sql: str, *bound: Any) -> sqlite3.Cursor:
            if sql == "BEGIN IMMEDIATE":
                database.prepare(path, migrations=next_version()).close()
            return super().execute(sql, *bound)

    def overtaken(file: Path) -> sqlite3.Connection:
        return sqlite3.connect(file, isolation_level=None, factory=Overtaken)

    with closing(database.prepare(path, overtaken, migrations=next_version())) as db:
        assert db.table("more").exists()
    copies = [file.name for file in path.parent.iterdir() if ".before-" in file.name]
    assert copies == ["unit.before-m999_more.db"]


def test_a_newer_database_is_refused_by_its_migrations(path: Path) -> None:
    database.prepare(path, migrations=next_version()).close()
    with pytest.raises(NewerStoreError, match=r"made by a newer InfusionPlanner \(m999_more\)"):
        open_store(path)


@pytest.mark.usefixtures("store")
def test_a_newer_database_is_refused_by_its_number(path: Path) -> None:
    pragma(path, "user_version", 7)
    with pytest.raises(NewerStoreError, match=r"made by a newer InfusionPlanner\. Install"):
        open_store(path)


def test_an_older_database_is_copied_and_then_migrated(path: Path) -> None:
    store = open_store(path)
    with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.add_patient(Patient("kept"))
    store.close()
    with closing(database.prepare(path, migrations=next_version())) as db:
        assert db.table("more").exists()
    copy = path.with_name("unit.before-m999_more.db")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    again = open_store(copy, create=False)
    with again.reading() as reading:
        assert reading.patient_ids() == ("kept",)
    again.close()


def test_copies_do_not_overwrite_each_other(path: Path) -> None:
    (path.parent / "unit.before.db").touch()
    (path.parent / "unit.before-2.db").touch()
    assert database.free_name(path, "before") == path.with_name("unit.before-3.db")


def test_a_copy_of_a_damaged_database_is_refused(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE numbers (id INTEGER PRIMARY KEY, word TEXT)")
        connection.execute("INSERT INTO numbers (word) VALUES (NULL)")
        connection.commit()
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = 'CREATE TABLE numbers (id, word TEXT NOT NULL)'")
        connection.commit()
    target = tmp_path / "copy.db"
    with pytest.raises(StoreDamagedError):
        database.copy(path, target)
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_migration_leaves_everything_as_it_was(path: Path) -> None:
    open_store(path).close()
    broken = next_version()

    @broken()
    def m999_worse(db: Database) -> None:
        db.execute("CREATE TABLE half (id INTEGER) STRICT")
        db.execute("CREATE TABLE half (id INTEGER) STRICT")

    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        database.prepare(path, migrations=broken)
    with closing(database.prepare(path)) as db:
        assert "half" not in db.table_names()
        assert "more" not in db.table_names()


def test_a_sqlite_without_typed_tables_is_refused(path: Path) -> None:
    class Old(sqlite3.Connection):
        def execute(self, sql: str, *bound: Any) -> sqlite3.Cursor:
            return super().execute(sql.replace("STRICT", "STRICTLY"), *bound)

    with pytest.raises(StoreTooOldError, match="is too old"):
        open_store(path, connect=lambda file: sqlite3.connect(file, isolation_level=None, factory=Old))
    assert not path.exists()


def test_what_is_wrong_while_asking_for_typed_tables_is_not_hidden(path: Path) -> None:
    class Full(sqlite3.Connection):
        def execute(self, sql: str, *bound: Any) -> sqlite3.Cursor:
            return super().execute(sql.replace("CREATE TEMP TABLE", "DROP TABLE"), *bound)

    with pytest.raises(sqlite3.OperationalError):
        open_store(path, connect=lambda file: sqlite3.connect(file, isolation_level=None, factory=Full))


def test_typed_tables_are_not_given_up_while_another_program_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 20)
    open_store(path).close()
    with closing(database.plain(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="database is locked"):
            database.prepare(path, migrations=next_version())
    with closing(database.prepare(path, migrations=next_version())) as db:
        assert db.table("more").strict


class Crowded(sqlite3.Connection):
    """A connection that stands in another's way each time it asks for the write-ahead log, as often as told."""

    times, words = 0, "database is locked"

    def execute(self, sql: str, *bound: Any) -> sqlite3.Cursor:
        if "journal_mode=wal" in sql and Crowded.times:
            Crowded.times -= 1
            raise sqlite3.OperationalError(self.words)
        return super().execute(sql, *bound)


def crowded(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None, factory=Crowded)


@pytest.fixture
def put_back(path: Path) -> Path:
    """Return a store as it is after a copy of it was put back: without the write-ahead log."""
    open_store(path).close()
    assert pragma(path, "journal_mode", "delete") == "delete"
    return path


@pytest.mark.usefixtures("put_back")
def test_two_that_open_a_file_get_out_of_each_others_way(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_WAL_TRIES", 3)
    monkeypatch.setattr(Crowded, "times", 3)
    open_store(path, connect=crowded).close()
    assert pragma(path, "journal_mode") == "wal"


@pytest.mark.usefixtures("put_back")
def test_one_that_never_gets_out_of_the_way_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_WAL_TRIES", 3)
    monkeypatch.setattr(Crowded, "times", 4)
    with pytest.raises(StoreBusyError):
        open_store(path, connect=crowded)


@pytest.mark.usefixtures("put_back")
def test_another_fault_is_not_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Crowded, "times", 1)
    monkeypatch.setattr(Crowded, "words", "disk I/O error")
    with pytest.raises(StoreUnreachableError):
        open_store(path, connect=crowded)


def test_a_database_that_may_only_be_read_is_said(path: Path) -> None:
    open_store(path).close()

    def read_only(file: Path) -> sqlite3.Connection:
        return sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, isolation_level=None)

    store = open_store(path, connect=read_only)
    with store.reading() as reading:
        assert reading.patient_ids() == ()
    with (
        pytest.raises(StoreReadOnlyError, match="may not be written"),
        store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)),
    ):
        pass
    store.close()


def test_a_connection_that_cannot_be_set_up_is_closed(path: Path) -> None:
    made: list[sqlite3.Connection] = []

    def not_a_database(file: Path) -> sqlite3.Connection:
        made.append(database.plain(file))
        return made[0]

    path.write_text("Dear diary, " * 200, encoding="utf-8")
    with pytest.raises(sqlite3.DatabaseError):
        database.open_db(path, not_a_database)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made[0].execute("SELECT 1")


def test_a_migration_that_leaves_facts_without_their_patient_changes_nothing(path: Path) -> None:
    with closing(open_store(path)) as store, store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.add_patient(Patient("ex-01"))
    migrations = next_version()

    @migrations(name="m998_careless")
    def careless(db: Database) -> None:
        db.execute("DELETE FROM patients")

    with pytest.raises(StoreDamagedError):
        database.prepare(path, migrations=migrations)
    with closing(open_store(path)) as store, store.reading() as reading:
        assert reading.patient_ids() == ("ex-01",)

"""Several threads and several programs at one file, and what is said when the disk does not play along."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.errors import UnknownPatientError
from infusionplanner.application.journal import Actor, NewAct
from infusionplanner.application.records import PatientId
from infusionplanner.application.store_errors import (
    StoreBusyError,
    StoreDamagedError,
    StoreFullError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from infusionplanner.domain.patient import Patient, StockCount
from infusionplanner.storage import SqliteStore, database, open_store
from infusionplanner.storage.failures import explained

NOW = datetime(2026, 11, 23, 8, 0)
EX = PatientId("ex-01")

WORKER = """
import sys
from datetime import date, datetime, time
from pathlib import Path
from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.errors import PlannerError
from infusionplanner.application.journal import Actor, NewAct
from infusionplanner.application.records import PatientId, Visit, VisitId
from infusionplanner.domain.patient import Patient, StockCount
from infusionplanner.storage import open_store

path, what, number = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
NOW, EX = datetime(2026, 11, 23, 8), PatientId("ex-01")
if what != "open":
    store = open_store(path)
print("ready", flush=True)
sys.stdin.readline()
try:
    if what == "open":
        store = open_store(path)
        with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor(number), NOW)) as work:
            work.add_patient(Patient(number))
    if what == "count":
        for _ in range(10):
            with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor(number), NOW)) as work:
                counts = work.record(EX).patient.course.stock_counts
                work.add(EX, StockCount(date(2026, 11, 23), counts[-1].syringes + 1))
    if what == "book":
        with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor(number), NOW)) as work:
            at = Visit(VisitId(0), EX, date(2026, 12, 21), time(10, int(number)), place="Stol 1", minutes=60)
            work.add_visit(at)
    store.close()
    print("done")
except PlannerError as error:
    print(type(error).__name__)
"""


def race(path: Path, what: str, programs: int) -> list[str]:
    """Let real programs do something to one file at the same moment, and return what each says."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, str(path), what, str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(programs)
    ]
    for program in running:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in running:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    return sorted(program.communicate(timeout=60)[0].strip() for program in running)


def test_programs_that_open_a_new_file_together_make_it_once(path: Path) -> None:
    assert race(path, "open", 4) == ["done"] * 4
    with closing(database.prepare(path)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM _sqlite_migrations")]
        assert len(names) == len(set(names))
        assert names[0] == "m001_first_tables"
        assert db.execute("SELECT id FROM patients ORDER BY id").fetchall() == [("0",), ("1",), ("2",), ("3",)]


def test_programs_that_write_together_lose_nothing(path: Path) -> None:
    store = open_store(path)
    with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.add(work.add_patient(Patient("ex-01")), StockCount(date(2026, 11, 23), 0))
    assert race(path, "count", 3) == ["done"] * 3
    with store.reading() as reading:
        counts = reading.record(EX).patient.course.stock_counts
    assert [count.syringes for count in counts] == list(range(31))
    store.close()


def test_programs_that_book_one_place_together_do_not_both_get_it(path: Path) -> None:
    store = open_store(path)
    with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.add_patient(Patient("ex-01"))
    assert race(path, "book", 2) == ["PlaceTakenError", "done"]
    with store.reading() as reading:
        assert len(reading.visits_of(EX)) == 1
    store.close()


def test_what_another_program_kept_is_told_once(path: Path, store: SqliteStore) -> None:
    assert not store.changed_elsewhere()
    with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.add_patient(Patient("mine"))
    assert not store.changed_elsewhere()
    with closing(open_store(path)) as other, other.writing(NewAct(ActKind.EDIT_PATIENT, Actor("MS"), NOW)) as work:
        work.add_patient(Patient("theirs"))
    with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.add_patient(Patient("mine-too"))
    assert [store.changed_elsewhere(), store.changed_elsewhere()] == [True, False]
    with pytest.raises(ZeroDivisionError), store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.add_patient(Patient(str(1 // 0)))
    assert not store.changed_elsewhere()


def test_threads_take_turns(store: SqliteStore) -> None:
    with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.add(work.add_patient(Patient("ex-01")), StockCount(date(2026, 11, 23), 0))

    def count() -> None:
        for _ in range(20):
            with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
                counts = work.record(EX).patient.course.stock_counts
                work.add(EX, StockCount(date(2026, 11, 23), counts[-1].syringes + 1))

    threads = [threading.Thread(target=count) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as reading:
        assert reading.record(EX).patient.course.stock_counts[-1].syringes == 60


def test_a_view_does_not_see_what_is_written_meanwhile(store: SqliteStore) -> None:
    with store.reading() as before:
        assert before.patient_ids() == ()
        with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
            work.add_patient(Patient("ex-01"))
        assert before.patient_ids() == ()
    with store.reading() as after:
        assert after.patient_ids() == (EX,)


def test_an_error_rolls_everything_back(store: SqliteStore) -> None:
    def add_and_fail() -> None:
        with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
            work.add_patient(Patient("ex-01"))
            work.record(PatientId("nobody"))

    with pytest.raises(UnknownPatientError):
        add_and_fail()
    with store.reading() as reading:
        assert reading.patient_ids() == ()
        assert reading.acts() == ()


def test_a_view_that_outlives_the_store_closes_itself(path: Path) -> None:
    store = open_store(path)
    with store.reading() as reading:
        store.close()
        assert reading.patient_ids() == ()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        reading.patient_ids()


def test_a_store_that_another_program_holds_says_so(
    path: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 20)
    with closing(database.plain(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        store.close()
        waiting = SqliteStore(path, database.plain, database.open_db(path))
        with pytest.raises(StoreBusyError), waiting.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)):
            pass
        waiting.close()


def test_a_full_disk_says_so_and_nothing_is_stored(path: Path) -> None:
    open_store(path).close()
    pages = path.stat().st_size // 4096

    def full(file: Path) -> sqlite3.Connection:
        connection = database.plain(file)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    store = open_store(path, connect=full)

    def fill() -> None:
        with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
            for number in range(1000):
                work.add_patient(Patient(f"p{number}", notes="x" * 1000))

    with pytest.raises(StoreFullError, match="make room"):
        fill()
    with store.reading() as reading:
        assert reading.patient_ids() == ()
    store.close()


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("database is locked", StoreBusyError),
        ("database table is busy", StoreBusyError),
        ("database or disk is full", StoreFullError),
        ("attempt to write a readonly database", StoreReadOnlyError),
        ("unable to open database file", StoreUnreachableError),
        ("disk I/O error", StoreUnreachableError),
        ("database disk image is malformed", StoreDamagedError),
        ("no such table: doses", type(None)),
    ],
)
def test_the_worlds_faults_are_told_from_ours(words: str, meaning: type) -> None:
    assert type(explained(sqlite3.OperationalError(words), Path("unit.db"))) is meaning


def test_our_own_faults_stay_what_they_are(store: SqliteStore) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), store.reading() as reading:
        reading._db.execute("SELECT * FROM ghosts")

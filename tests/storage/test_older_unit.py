"""A unit that version 0.1 made (commit f60c7e3) opens in this one, and holds what its patient files of that day say."""

import gzip
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.errors import PlaceTakenError
from infusionplanner.application.journal import Actor, NewAct
from infusionplanner.application.records import VisitId
from infusionplanner.domain.patient import Patient
from infusionplanner.export.patient_file import read_patients
from infusionplanner.storage import SqliteStore, open_store

FOLDER = Path(__file__).parent / "unit_of_0_1"
MADE_ON = date(2026, 11, 23)
NO_EDSS = '"value": 0.5}', '"value": 1.0}'
"""What version 0.1 let be entered, and is no value of the scale: it stays stored, and is not read from a file."""


@pytest.fixture
def older(tmp_path: Path) -> Iterator[SqliteStore]:
    path = tmp_path / "unit.db"
    path.write_bytes(gzip.decompress((FOLDER / "unit.db.gz").read_bytes()))
    opened = open_store(path)
    yield opened
    opened.close()


def _as_exported() -> dict[str, Patient]:
    text = (FOLDER / "patients.jsonl").read_text(encoding="utf-8").replace(*NO_EDSS)
    return {patient.id: patient for patient in read_patients(text, source="patients.jsonl", today=MADE_ON)}


def test_every_patient_is_as_the_older_version_exported_it(older: SqliteStore) -> None:
    with older.reading() as reading:
        patients = reading.patients()
    assert len(patients) == 30
    assert {who: _readable(patient) for who, patient in patients.items()} == _as_exported()


def _readable(patient: Patient) -> Patient:
    """Return a patient with the EDSS that is none as ``_as_exported`` reads it."""
    results = (replace(row, value=1.0) if row.value == 0.5 else row for row in patient.results)
    return replace(patient, results=tuple(results))


def test_its_journal_is_whole(older: SqliteStore) -> None:
    with older.reading() as reading:
        acts = reading.acts(limit=100)
        undone = reading.act(acts[1].id)
    assert [str(act.kind) for act in acts] == [
        "undo",
        "register_result",
        "register_result",
        "arrive",
        "hand_out_calendar",
        "demo.load",
    ]
    assert acts[0].undoes == undone.id
    assert undone.at == datetime(2026, 11, 23, 10, 4)


def test_its_visits_and_calendars_are_there(older: SqliteStore) -> None:
    with older.reading() as reading:
        visits = reading.visits(date(2026, 11, 24), date(2026, 11, 27))
        today = reading.visits(MADE_ON, MADE_ON)
        handed = reading.handed_calendars()
    assert [(visit.on.day, visit.patient) for visit in visits] == [
        (24, "demo-0018"),
        (25, "demo-0022"),
        (26, "demo-0023"),
        (27, "demo-0024"),
    ]
    assert len(today) == 15
    assert [len(calendar.events) for calendar in handed.values()] == [32]


def test_its_acts_have_keys_and_can_be_taken_back(older: SqliteStore) -> None:
    with older.reading() as reading:
        acts = reading.acts(limit=100)
    assert len({act.key for act in acts}) == len(acts) == 6
    assert {act.actor.session for act in acts} == {""}
    seen = acts[2]
    with older.writing(NewAct(ActKind.UNDO, Actor("AD"), datetime(2026, 11, 23, 12), seen.patient, seen.id)) as work:
        work.revert(seen.id)
    with older.reading() as reading:
        assert reading.act(seen.id).undone_by == 7


def test_a_place_is_still_taken_once_and_the_journal_still_only_grows(older: SqliteStore) -> None:
    with older.reading() as reading:
        taken = next(visit for visit in reading.visits(MADE_ON, MADE_ON) if visit.place and visit.left_at is None)
    act = NewAct(ActKind.BOOK_VISIT, Actor("AD"), datetime(2026, 11, 23, 12))
    with pytest.raises(PlaceTakenError), older.writing(act) as work:
        work.add_visit(replace(taken, id=VisitId(0), arrived_at=None, started_at=None, ended_at=None, dose=None))
    with older.writing(act) as work:
        number = work.add_visit(replace(taken, id=VisitId(0), place=None, dose=None))
        with pytest.raises(sqlite3.IntegrityError, match="journal only grows"):
            work._db.execute("DELETE FROM journal")
    with older.reading() as reading:
        last = max(visit.id for visit in reading.visits(date(2020, 1, 1), date(2030, 1, 1)))
    assert number == last


def test_an_upgraded_unit_has_the_tables_of_a_new_one(older: SqliteStore, tmp_path: Path) -> None:
    def tables(store: SqliteStore) -> set[tuple[str, str, str]]:
        with store.reading() as reading:
            rows = reading._db.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%sqlite%'")
            return set(rows.fetchall())

    with closing(open_store(tmp_path / "new.db")) as new:
        assert tables(older) == tables(new)
    for _, _, sql in tables(older):
        assert re.search(r"IN \('|GLOB|\bANY\b|VIRTUAL", sql or "") is None
    assert {name for _, name, _ in tables(older)} >= {"acts_never_DELETE", "visits_place_free_UPDATE", "visits_by_day"}

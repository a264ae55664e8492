"""A unit that version 0.1 made (commit f60c7e3) opens in this one, and holds what its patient files of that day say."""

import gzip
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from infusionplanner.domain.patient import Patient
from infusionplanner.export.patient_file import read_patients
from infusionplanner.storage import SqliteStore, open_store

FOLDER = Path(__file__).parent / "unit_of_0_1"
MADE_ON = date(2026, 11, 23)


@pytest.fixture
def older(tmp_path: Path) -> Iterator[SqliteStore]:
    path = tmp_path / "unit.db"
    path.write_bytes(gzip.decompress((FOLDER / "unit.db.gz").read_bytes()))
    opened = open_store(path)
    yield opened
    opened.close()


def _as_exported() -> dict[str, Patient]:
    text = (FOLDER / "patients.jsonl").read_text(encoding="utf-8")
    return {patient.id: patient for patient in read_patients(text, source="patients.jsonl", today=MADE_ON)}


def test_every_patient_is_as_the_older_version_exported_it(older: SqliteStore) -> None:
    with older.reading() as reading:
        patients = dict(reading.patients())
    assert len(patients) == 30
    assert patients == _as_exported()


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

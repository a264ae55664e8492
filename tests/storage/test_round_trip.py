"""What is stored is what is read: every value, every list in its order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import patients

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.journal import Actor, NewAct
from infusionplanner.application.records import PatientId
from infusionplanner.domain import patient as p
from infusionplanner.storage import SqliteStore, open_store

NUMBERS = count()
NOW = datetime(2026, 11, 23, 8, 0)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    opened = open_store(tmp_path_factory.mktemp("round_trip") / "unit.db")
    yield opened
    opened.close()


@given(patient=patients())
@settings(max_examples=60, deadline=None)
def test_a_stored_patient_is_read_back_equal(shared: SqliteStore, patient: p.Patient) -> None:
    number = next(NUMBERS)
    patient = replace(patient, id=f"{patient.id} {number}", national_id=patient.national_id and str(number))
    with shared.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.add_patient(patient)
    with shared.reading() as reading:
        assert reading.record(PatientId(patient.id)).patient == patient
        assert reading.patients()[PatientId(patient.id)] == patient


def test_a_full_patient_survives_another_opening(path: Path, ingrid: p.Patient) -> None:
    store = open_store(path)
    with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.add_patient(ingrid)
    store.close()
    again = open_store(path, create=False)
    with again.reading() as reading:
        assert reading.patients() == {"ex-01": ingrid}
        record = reading.record(PatientId("ex-01"))
    again.close()
    assert record.patient == ingrid
    assert record.added_at == NOW
    assert record.ids["doses"] == (1, 2)
    assert record.ids["appointments"] == (1, 2)


def test_an_empty_plan_is_not_no_plan(shared: SqliteStore) -> None:
    told = p.Pregnancy(date(2026, 3, 8), plan=p.PregnancyPlan())
    untold = p.Pregnancy(date(2026, 3, 8))
    patient = p.Patient("plans", pregnancies=(told, untold))
    with shared.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.add_patient(patient)
    with shared.reading() as reading:
        assert reading.record(PatientId("plans")).patient.pregnancies == (told, untold)


def test_doses_reported_late_stand_in_date_order(shared: SqliteStore) -> None:
    patient = p.Patient("late", course=p.Course(doses=(p.Dose(date(2026, 3, 2)),)))
    with shared.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        who = work.add_patient(patient)
        work.add(who, p.Dose(date(2026, 2, 2)))
    with shared.reading() as reading:
        assert [dose.on for dose in reading.record(who).patient.course.doses] == [date(2026, 2, 2), date(2026, 3, 2)]

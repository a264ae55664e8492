"""What is stored is what is read: every value, every list in its order."""

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import date, datetime, time
from itertools import count
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infusionplanner.application.records import PatientId
from infusionplanner.domain import patient as p
from infusionplanner.storage import SqliteStore, open_store

NUMBERS = count()
NOW = datetime(2026, 11, 23, 8, 0)

DRAWN: dict[object, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(1, 1000),
    float: st.floats(0, 1000, allow_nan=False),
    str: st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20),
    date: st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    time: st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    p.GestationalAge: st.builds(p.GestationalAge, st.integers(0, 45), st.integers(0, 6)),
    type(None): st.none(),
}
"""What may stand in a field, by its type."""


def drawn(kind: Any) -> st.SearchStrategy[Any]:
    """Draw a value of any type of the domain, every optional field now set, now unknown; doses in date order."""
    if kind in DRAWN:
        return DRAWN[kind]
    if get_origin(kind) is UnionType:
        return st.one_of([drawn(part) for part in get_args(kind)])
    if get_origin(kind) is tuple:
        listed = st.lists(drawn(get_args(kind)[0]), max_size=3).map(tuple)
        return listed.map(in_order) if get_args(kind)[0] is p.Dose else listed
    if isinstance(kind, type) and is_dataclass(kind):
        return st.builds(kind, **{name: drawn(hint) for name, hint in get_type_hints(kind).items()})
    return st.sampled_from(list(kind))


def in_order(doses: tuple[p.Dose, ...]) -> tuple[p.Dose, ...]:
    return tuple(sorted(doses, key=lambda dose: dose.on))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    opened = open_store(tmp_path_factory.mktemp("round_trip") / "unit.db")
    yield opened
    opened.close()


@given(patient=drawn(p.Patient))
@settings(max_examples=60, deadline=None)
def test_a_stored_patient_is_read_back_equal(shared: SqliteStore, patient: p.Patient) -> None:
    patient = replace(patient, id=f"p{next(NUMBERS)}", national_id=None)
    with shared.writing("test", "AD", NOW) as work:
        work.add_patient(patient)
    with shared.reading() as reading:
        assert reading.record(PatientId(patient.id)).patient == patient
        assert reading.patients()[PatientId(patient.id)] == patient


def test_a_full_patient_survives_another_opening(path: Path, ingrid: p.Patient) -> None:
    store = open_store(path)
    with store.writing("test", "AD", NOW) as work:
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
    with shared.writing("test", "AD", NOW) as work:
        work.add_patient(patient)
    with shared.reading() as reading:
        assert reading.record(PatientId("plans")).patient.pregnancies == (told, untold)


def test_doses_reported_late_stand_in_date_order(shared: SqliteStore) -> None:
    patient = p.Patient("late", course=p.Course(doses=(p.Dose(date(2026, 3, 2)),)))
    with shared.writing("test", "AD", NOW) as work:
        who = work.add_patient(patient)
        work.add(who, p.Dose(date(2026, 2, 2)))
    with shared.reading() as reading:
        assert [dose.on for dose in reading.record(who).patient.course.doses] == [date(2026, 2, 2), date(2026, 3, 2)]

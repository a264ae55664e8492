"""A store in a file of its own, and patients to put into it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime, time
from pathlib import Path

import pytest

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.journal import Actor, NewAct
from infusionplanner.application.records import PatientId
from infusionplanner.domain import patient as p
from infusionplanner.storage import SqliteStore, open_store
from infusionplanner.storage.writing import SqliteWriting

NOW = datetime(2026, 11, 23, 8, 0)

Writing = Callable[[], AbstractContextManager[SqliteWriting]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "unit.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    opened = open_store(path)
    yield opened
    opened.close()


@pytest.fixture
def writing(store: SqliteStore) -> Writing:
    return lambda: store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW))


@pytest.fixture
def ingrid() -> p.Patient:
    """Return a patient with something in every list."""
    return p.Patient(
        id="ex-01",
        name=p.PersonName("Ingrid", "Eksempel"),
        birth_date=date(1991, 5, 2),
        national_id="02859112345",
        phone="900 00 000",
        language=p.Language.NB,
        notes="Ringer helst etter kl. 15.",
        course=p.Course(
            product=p.Product.TYSABRI,
            prior_immunosuppression=False,
            bridging=p.Bridging(3, "rituximab", date(2026, 11, 2)),
            earlier_doses=p.EarlierDoses(sc=1, iv=2, source="epikrise"),
            regimens=(
                p.Regimen(date(2026, 1, 5), p.Route.SC, 42, p.Setting.HOME, p.IntervalReason.HIGH_SERUM, "Dr. E"),
            ),
            doses=(
                p.Dose(date(2026, 1, 5), time(10, 5), time(10, 10), p.Route.SC, batches=("A1", "B2")),
                p.Dose(date(2026, 2, 2), product=p.Product.TYSABRI, status=p.DoseStatus.INCOMPLETE, mg=150),
            ),
            reactions_lifted=(p.ReactionLift(date(2026, 3, 1), "Dr. Eksempel"),),
            gate=p.Gate(date(2025, 12, 20), None),
            training=(p.Training(date(2026, 5, 26), "A. Dahl"),),
            prescriptions=(p.Prescription(date(2026, 6, 1), 13),),
            dispensings=(p.Dispensing(date(2026, 6, 15), 3),),
            discarded=(p.Discard(date(2026, 7, 5), 1, "room temperature"),),
            stock_counts=(p.StockCount(date(2026, 7, 6), 4),),
            appointments=(p.Appointment(date(2026, 12, 21), time(10, 0)), p.Appointment(date(2026, 6, 23))),
            holds=(p.Hold(date(2026, 7, 20), p.HoldKind.PML_SUSPICION),),
            stop=p.Stop(date(2026, 8, 1), p.StopReason.JCV_POSITIVE, p.NextTreatment("rituximab"), high_risk=True),
            checklists=(p.Checklist(date(2026, 2, 2), date(2026, 2, 1), ("fever",)),),
        ),
        results=(p.Result(p.ResultKind.JCV, date(2026, 1, 2), assay=p.Assay.STRATIFY, index=0.12),),
        exposures=(p.Exposure(p.ExposureKind.IVIG, date(2026, 5, 20)),),
        pregnancies=(p.Pregnancy(date(2026, 3, 8), p.GestationalAge(5, 0), p.PregnancyPlan()),),
    )


@pytest.fixture
def stored(writing: Writing, ingrid: p.Patient) -> PatientId:
    with writing() as work:
        return work.add_patient(ingrid)

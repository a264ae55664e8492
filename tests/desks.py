"""A desk at a database of its own, on Monday 23 November 2026 at eight, with a patient whose dose 7 is due that day."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from builders import UNIT, d, dose, patient, regimen, series

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.desk import Desk
from infusionplanner.application.records import Done, PatientId, PatientRecord, Visit, VisitId
from infusionplanner.application.unit import change_unit
from infusionplanner.bootstrap import open_desk
from infusionplanner.clock import FixedClock
from infusionplanner.domain.patient import Course, Dose, Patient, PersonName
from infusionplanner.domain.unit import Place, PlaceKind, Unit

MORNING = datetime(2026, 11, 23, 8, 0)
TODAY = MORNING.date()
INGRID = PatientId("ingrid")
OLA = PatientId("ola")

SIX_DOSES = series("2026-06-08", 6)
"""Doses 1 to 6, the last on 26 October: dose 7 is due today."""

DUE_TODAY: Dose = dose(TODAY)
"""Dose 7 as it is recorded today."""

PLACES = (Place("Stol 1"), Place("Stol 2"), Place("Injeksjon", PlaceKind.INJECTION))
WARD = Unit(name="Prøveposten", phone="22 00 00 00", places=PLACES)


@dataclass(frozen=True)
class Bench:
    """The desk, its clock, and short ways to look at what is stored."""

    desk: Desk
    clock: FixedClock

    def at(self, text: str) -> None:
        """Set the time of day."""
        self.clock.set(datetime.combine(self.clock.today(), time.fromisoformat(text)))

    def on(self, text: str) -> None:
        """Set the day, at eight."""
        self.clock.set(datetime.combine(d(text), time(8)))

    def add(self, who: str, **fields: Any) -> PatientId:
        """Store another patient like Ingrid, with other fields of the builder."""
        made = patient(fields.pop("doses", SIX_DOSES), **fields)
        with self.desk.act(ActKind.ADD_PATIENT, PatientId(who)) as work:
            return work.add_patient(replace(made, id=who))

    def record(self, who: PatientId = INGRID) -> PatientRecord:
        return self.desk.record(who)

    def patient(self, who: PatientId = INGRID) -> Patient:
        return self.desk.patient(who)

    def course(self, who: PatientId = INGRID) -> Course:
        return self.desk.patient(who).course

    def visits(self, who: PatientId = INGRID) -> tuple[Visit, ...]:
        with self.desk.store.reading() as reading:
            return reading.visits_of(who)

    def booked(self, done: Done) -> Visit:
        """Return the one visit that an act changed."""
        (visit,) = done.visits
        return self.desk.visit(visit)

    def put_visit(self, on: date = TODAY, at: time | None = time(9), **fields: Any) -> VisitId:
        """Store a visit as it is, without asking whether it can be booked."""
        fields = {"place": "Stol 1", "minutes": 45, "patient": INGRID, **fields}
        with self.desk.act(ActKind.BOOK_VISIT) as work:
            return work.add_visit(Visit(VisitId(0), on=on, time=at, **fields))


@contextmanager
def open_bench(path: Path) -> Iterator[Bench]:
    """Open a new database with Ingrid in it."""
    clock = FixedClock(MORNING)
    desk = open_desk(path, who="AD", clock=clock)
    change_unit(desk, WARD)
    ingrid = patient(SIX_DOSES, regimens=[regimen("2026-06-08", setting=UNIT)])
    with desk.act(ActKind.ADD_PATIENT, INGRID) as work:
        work.add_patient(replace(ingrid, id=INGRID, name=PersonName("Ingrid", "Eksempel"), birth_date=d("1991-05-02")))
    yield Bench(desk, clock)
    desk.close()

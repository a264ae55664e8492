"""A small ward and its plans by hand, for tests of the sheets."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from builders import d

from infusionplanner.application.records import PatientId, Visit, VisitId
from infusionplanner.application.sheets.week import Footer, SheetWard
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.patient import Patient, PersonName, Route, Setting
from infusionplanner.domain.protocol import (
    DoseRules,
    HomeRules,
    IntervalRules,
    ObservationRules,
    Protocol,
    SupplyRules,
    Text,
    VisitRules,
)
from infusionplanner.domain.result import (
    Monitoring,
    MonitoringStatus,
    Observation,
    ObservationStatus,
    Plan,
    PlannedDose,
    Supply,
)
from infusionplanner.domain.unit import Unit

MONDAY = d("2026-11-23")
UNIT = Unit("MS-infusjonsenheten", phone="22 33 44 55")
PROTOCOL = Protocol(
    "natalizumab",
    "2026.1",
    Text("Natalizumab", "Natalizumab"),
    DoseRules(300, 2),
    IntervalRules(28, 42, 21, 5, 24, 56, 70),
    VisitRules(30, 75),
    observation=ObservationRules(6, 6, 60, 15, 30),
    home=HomeRules(6, 30, 2, 30, 3, 24),
    supply=SupplyRules(12, 91, 76, 7, 30),
)
FOOTER = Footer("MS-infusjonsenheten", "A. Dahl", datetime(2026, 11, 22, 23, 5))


def person(id_: str, name: str = "", **fields: Any) -> Patient:
    """Return a patient by ``"Family, Given"``; without a name nothing is known but the id."""
    family, _, given = name.partition(", ")
    return Patient(id_, name=PersonName(given, family) if name else None, **fields)


def planned(number: int, on: str | date = MONDAY, **fields: Any) -> PlannedDose:
    """Return a s.c. dose in the unit; the first six are observed in full."""
    day = d(on) if isinstance(on, str) else on
    full = Observation(ObservationStatus.REQUIRED, 60, number - 1, 6, "R-OBS-1")
    short = Observation(ObservationStatus.REDUCIBLE, 15, number - 1, 6, "R-OBS-2")
    usual: dict[str, Any] = {
        "alternatives": (),
        "route": Route.SC,
        "setting": Setting.UNIT,
        "interval_days": 28,
        "blocked": False,
        "observation": full if number <= 6 else short,
        "rule": "R-INT-2",
        "booked": True,
    }
    week = timedelta(days=5)
    return PlannedDose(number, day, day, day - week, day + week, **{**usual, **fields})


def plan_of(*doses: PlannedDose, **fields: Any) -> Plan:
    """Return a plan with these coming doses and nothing else but what is told."""
    usual: dict[str, Any] = {
        "doses_completed": doses[0].number - 1 if doses else 0,
        "home": None,
        "supply": None,
        "monitoring": (),
        "pml": None,
        "rebound": None,
        "transition": None,
        "surveillance": None,
        "findings": (),
    }
    next_dose = doses[0] if doses else None
    kept = {"patient": "p", "as_of": MONDAY, "protocol": "natalizumab/2026.1", "next_dose": next_dose, "doses": doses}
    return Plan(**{**kept, **usual, **fields})


def control(kind: str, due: str, status: str = "due", **fields: Any) -> Monitoring:
    """Return the next control of a kind."""
    usual = dict.fromkeys(("last", "window_from", "not_before", "before_dose", "on_visit"))
    return Monitoring(kind, d(due), MonitoringStatus(status), rule="R-MON-1", **{**usual, **fields})


def supply(**fields: Any) -> Supply:
    """Return what a home patient has, with other ``fields`` as told."""
    usual: dict[str, Any] = {
        "doses_at_home": 1,
        "doses_per_dispensing": 3,
        "covers_through": d("2026-12-14"),
        "next_dispensing_by": d("2027-01-11"),
        "order_by": d("2027-01-04"),
        "earliest_dispensing": None,
        "last_safe_day": d("2027-05-31"),
        "doses_authorised_left": 4,
        "renew_by": d("2027-01-11"),
        "first_dose_without_authorisation": None,
    }
    return Supply(**{**usual, **fields})


def task(key: str, due: str | None = None) -> Finding:
    """Return a task of the work list."""
    return Finding("R-X-1", Level.TASK, key, None if due is None else d(due))


def visit(patient: str, on: str | date = MONDAY, at: str | None = "09:15", **fields: Any) -> Visit:
    """Return a booked visit."""
    day = d(on) if isinstance(on, str) else on
    return Visit(VisitId(1), PatientId(patient), day, None if at is None else time.fromisoformat(at), **fields)


def ward(people: Iterable[Patient] = (), plans: Mapping[str, Plan] | None = None, unit: Unit = UNIT) -> SheetWard:
    """Return a ward with these people and the plans of those who have one."""
    patients = {PatientId(one.id): one for one in people}
    return SheetWard(
        unit, {"natalizumab": PROTOCOL}, patients, {PatientId(who): plan for who, plan in (plans or {}).items()}
    )

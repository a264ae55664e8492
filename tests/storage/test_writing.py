"""What is written beside the patients' facts, what the database refuses, and who has a place."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.errors import (
    DuplicatePatientError,
    PlaceTakenError,
    UnknownFactError,
    UnknownPatientError,
    UnknownVisitError,
)
from infusionplanner.application.journal import Actor, NewAct
from infusionplanner.application.records import (
    Acknowledgement,
    Batch,
    CalendarEvent,
    Claim,
    Clearance,
    DoseDetail,
    FactId,
    Override,
    PatientId,
    RenewalState,
    RenewalStep,
    User,
    Visit,
    VisitId,
)
from infusionplanner.domain.patient import (
    AppointmentKind,
    AppointmentStatus,
    Dose,
    Patient,
    Product,
    Setting,
    StockCount,
)
from infusionplanner.domain.unit import Place, PlaceKind, Unit
from infusionplanner.storage import SqliteStore
from infusionplanner.storage.writing import SqliteWriting

NOW = datetime(2026, 11, 23, 8, 0)
DAY = date(2026, 12, 21)
NOBODY = PatientId("nobody")

Writing = Callable[[], AbstractContextManager[SqliteWriting]]


def visit(patient: PatientId, at: str = "10:00", minutes: int | None = 60, **fields: object) -> Visit:
    made = Visit(VisitId(0), patient, DAY, time.fromisoformat(at), place="Stol 1", minutes=minutes)
    return replace(made, **fields)  # type: ignore[arg-type] # fields of the visit


def test_a_visit_is_kept_with_everything(writing: Writing, stored: PatientId) -> None:
    full = visit(
        stored,
        kind=AppointmentKind.TRAINING,
        observation_minutes=15,
        arrived_at=NOW,
        started_at=NOW,
        ended_at=NOW,
        left_at=NOW,
        note="Rullestol",
    )
    with writing() as work:
        number = work.add_visit(full)
        assert work.visit(number) == replace(full, id=number)
        work.update_visit(replace(full, id=number, not_given="feber", dose=FactId(1)))
        assert work.visit(number) == replace(full, id=number, not_given="feber", dose=FactId(1))


def test_visits_are_listed_by_day_and_time(writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        late = work.add_visit(visit(stored, "13:00"))
        early = work.add_visit(visit(stored, "09:00"))
        work.add_visit(visit(stored, on=date(2026, 12, 22)))
        assert [found.id for found in work.visits(DAY, DAY)] == [early, 1, late]
        assert [found.on.day for found in work.visits_of(stored)] == [23, 21, 21, 21, 22]


def test_a_booked_time_is_an_appointment_of_the_patient(writing: Writing, ingrid: Patient, stored: PatientId) -> None:
    with writing() as work:
        booked = work.visit(VisitId(1))
        work.update_visit(replace(booked, status=AppointmentStatus.CANCELLED))
        appointments = work.record(stored).patient.course.appointments
    first, second = ingrid.course.appointments
    assert appointments == (replace(first, status=AppointmentStatus.CANCELLED), second)


@pytest.mark.parametrize(
    ("other", "taken"),
    [
        ({"at": "10:00"}, True),
        ({"at": "10:59"}, True),
        ({"at": "09:01"}, True),
        ({"at": "09:30", "minutes": 120}, True),
        ({"at": "10:15", "minutes": 15}, True),
        ({"at": "11:00"}, False),
        ({"at": "09:00"}, False),
        ({"place": "Stol 2"}, False),
        ({"place": None}, False),
        ({"on": date(2026, 12, 22)}, False),
        ({"status": AppointmentStatus.CANCELLED}, False),
        ({"not_given": "feber"}, False),
        ({"time": None}, False),
        ({"minutes": None}, False),
    ],
)
def test_a_place_is_booked_once_at_a_time(
    writing: Writing, stored: PatientId, other: dict[str, object], taken: bool
) -> None:
    with writing() as work:
        work.add_visit(visit(stored))
        if taken:
            with pytest.raises(PlaceTakenError, match="Stol 1 is already taken on 2026-12-21"):
                work.add_visit(visit(stored, **other))  # type: ignore[arg-type] # arguments of visit
        else:
            work.add_visit(visit(stored, **other))  # type: ignore[arg-type] # arguments of visit


def test_a_visit_is_not_moved_onto_another(writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        work.add_visit(visit(stored))
        moved = work.add_visit(visit(stored, "12:00"))
        with pytest.raises(PlaceTakenError):
            work.update_visit(visit(stored, "11:30", id=moved, minutes=60, time=time(10, 30)))
        assert work.visit(moved).time == time(12)


def test_a_place_is_free_when_the_patient_has_left(writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        work.add_visit(visit(stored, left_at=datetime(2026, 12, 21, 10, 20)))
        work.add_visit(visit(stored, "10:20"))
        with pytest.raises(PlaceTakenError):
            work.add_visit(visit(stored, "10:19", minutes=1))


@pytest.mark.usefixtures("stored")
def test_a_patient_is_entered_once(writing: Writing, ingrid: Patient) -> None:
    with writing() as work:
        with pytest.raises(DuplicatePatientError, match="already has this id"):
            work.add_patient(replace(ingrid, national_id=None))
        with pytest.raises(DuplicatePatientError, match="already has this national_id"):
            work.add_patient(replace(ingrid, id="ex-02"))


@pytest.mark.usefixtures("stored")
def test_a_patient_is_not_given_anothers_number(writing: Writing, ingrid: Patient) -> None:
    with writing() as work:
        work.add_patient(Patient("ex-02"))
        with pytest.raises(DuplicatePatientError, match="national_id"):
            work.update_patient(Patient("ex-02", national_id=ingrid.national_id))


def test_what_does_not_exist_is_said(writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        for act in (
            lambda: work.record(NOBODY),
            lambda: work.update_patient(Patient("nobody")),
            lambda: work.add(NOBODY, StockCount(DAY, 2)),
            lambda: work.add_visit(visit(NOBODY)),
            lambda: work.add_clearance(Clearance(NOBODY, "R", "k", DAY, "Dr. E", NOW, "why")),
            lambda: work.add_acknowledgement(Acknowledgement(NOBODY, "R", "k", DAY, NOW)),
            lambda: work.add_renewal_step(NOBODY, RenewalStep(RenewalState.ASKED, DAY, "AD")),
            lambda: work.put_claim(Claim(NOBODY, "R", "k", "AD", NOW)),
        ):
            with pytest.raises(UnknownPatientError, match="no patient 'nobody'"):
                act()
        with pytest.raises(UnknownFactError, match="StockCount 99"):
            work.replace(FactId(99), StockCount(DAY, 2))
        with pytest.raises(UnknownFactError, match="Dose 99"):
            work.remove(FactId(99), Dose)
        with pytest.raises(UnknownVisitError, match="Visit 99"):
            work.update_visit(visit(stored, id=VisitId(99)))
        with pytest.raises(UnknownVisitError):
            work.visit(VisitId(99))


def test_what_the_tables_refuse_is_not_stored(writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        for act in (
            lambda: work.add_patient(Patient("")),
            lambda: work.add(stored, StockCount(DAY, -1)),
            lambda: work.add_visit(visit(stored, minutes=0)),
            lambda: work.add(stored, Dose(DAY, time(10, 5, 30))),
        ):
            with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
                act()


def test_a_dose_that_a_visit_points_to_is_not_removed(writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        work.add_visit(visit(stored, dose=FactId(1)))
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            work.remove(FactId(1), Dose)


def test_the_unit_is_kept(store: SqliteStore, writing: Writing) -> None:
    unit = Unit(
        name="MS-infusjonsenheten",
        open_weekdays=frozenset({1, 3}),
        opens=time(9),
        closes=time(14, 15),
        closed_yearly=frozenset({(12, 24)}),
        closed=frozenset({date(2026, 7, 13)}),
        open=frozenset({date(2026, 12, 24)}),
        places=(Place("Stol 2"), Place("Seng 1", PlaceKind.BED)),
        parameters={"window_days": 4, "nab_months": (6, 12)},
        phone="22 22 22 22",
    )
    with store.reading() as reading:
        assert reading.unit() == Unit()
    with writing() as work:
        work.put_unit(unit)
        assert work.unit() == unit
        fewer = replace(unit, places=(Place("Seng 1", PlaceKind.BED),), parameters={"window_days": 4})
        work.put_unit(fewer)
        assert work.unit() == fewer


def test_a_parameter_keeps_who_changed_it(store: SqliteStore) -> None:
    for who, value in (("AD", 4), ("MS", 4), ("KL", 3)):
        with store.writing(NewAct(ActKind.OVERRIDE_PARAMETER, Actor(who), NOW)) as work:
            work.put_unit(Unit(parameters={"window_days": value, "dose_mg": 300}))
    with store.reading() as reading:
        assert reading.overrides() == (Override("dose_mg", 300, "AD", NOW), Override("window_days", 3, "KL", NOW))


def test_users_and_settings_are_kept(writing: Writing) -> None:
    with writing() as work:
        work.put_user(User("KL", "K. Lunde", "doctor"))
        work.put_user(User("AD", "A. Dahl"))
        work.put_user(User("KL", "K. Lunde", "doctor", active=False))
        work.put_setting("theme", '"dark"')
        work.put_setting("theme", '"light"')
        assert work.users() == (User("AD", "A. Dahl"), User("KL", "K. Lunde", "doctor", active=False))
        assert (work.setting("theme"), work.setting("language")) == ('"light"', None)


def test_answers_to_findings_are_kept(writing: Writing, stored: PatientId) -> None:
    clearance = Clearance(stored, "R-INT-10", "dose.late", DAY, "Dr. Eksempel", NOW, "reist")
    acknowledgement = Acknowledgement(stored, "R-INT-3", "interval.late", DAY, NOW, "ferie")
    with writing() as work:
        work.add_clearance(clearance)
        work.add_acknowledgement(acknowledgement)
        assert work.clearances(stored) == (clearance,)
        assert work.acknowledgements(stored) == (acknowledgement,)
        assert work.clearances(NOBODY) == ()


def test_calendar_events_are_kept_as_one_list(writing: Writing, stored: PatientId) -> None:
    event = CalendarEvent(stored, "dose:12", "u1", 0, datetime(2026, 11, 23, 7, tzinfo=UTC), "dose", DAY, time(10), 30)
    other = replace(event, slot="order:1", uid="u2")
    moved = replace(event, sequence=1, time=time(12), withdrawn=True)
    with writing() as work:
        work.put_calendar_events(stored, (event, other))
        assert work.calendar_events(stored) == (event, other)
        work.put_calendar_events(stored, (moved,))
        assert work.calendar_events(stored) == (moved,)


def test_claims_and_renewals_are_kept(writing: Writing, stored: PatientId) -> None:
    asked, signed = RenewalStep(RenewalState.ASKED, DAY, "AD"), RenewalStep(RenewalState.SIGNED, DAY, "KL")
    with writing() as work:
        work.add_renewal_step(stored, asked)
        work.add_renewal_step(stored, signed)
        assert work.renewal_steps(stored) == (asked, signed)
        work.put_claim(Claim(stored, "R-MON-3", "jcv.due", "AD", NOW))
        work.put_claim(Claim(stored, "R-MON-3", "jcv.due", "MS", NOW))
        assert work.claims() == (Claim(stored, "R-MON-3", "jcv.due", "MS", NOW),)
        work.remove_claim(stored, "R-MON-3", "jcv.due")
        work.remove_claim(stored, "R-MON-3", "jcv.due")
        assert work.claims() == ()


def test_the_last_batch_of_the_unit_is_found(writing: Writing, stored: PatientId) -> None:
    tysabri = Product.TYSABRI
    with writing() as work:
        assert work.last_batch(Product.TYRUKO) is None
        first = work.add(stored, Dose(date(2026, 3, 2), product=tysabri, setting=Setting.UNIT, batches=("C3", "C4")))
        work.put_dose_detail(stored, DoseDetail(first, "mage", date(2027, 5, 31), "lite blødning"))
        work.add(stored, Dose(date(2026, 3, 30), product=tysabri, setting=Setting.HOME, batches=("HOME",)))
        work.add(stored, Dose(date(2026, 4, 1), product=tysabri, setting=Setting.UNIT))
        assert work.last_batch(tysabri) == Batch(tysabri, "C4", date(2027, 5, 31))
        assert work.dose_details(stored) == {first: DoseDetail(first, "mage", date(2027, 5, 31), "lite blødning")}
        work.remove(first, Dose)
        assert work.dose_details(stored) == {}

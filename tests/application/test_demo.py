"""The demo unit: the same every time, nobody real, nothing from the future, and a unit that is run well."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planner import NATALIZUMAB

from infusionplanner.application.records import Visit, VisitState
from infusionplanner.demo.practice import demo_unit
from infusionplanner.demo.showcase import SHOWCASE
from infusionplanner.demo.unit import USERS, DemoUnit, make_demo
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.patient import (
    AppointmentKind,
    DoseStatus,
    Language,
    Patient,
    PersonName,
    Product,
    ResultKind,
    Route,
    Setting,
)
from infusionplanner.domain.plan import plan
from infusionplanner.domain.result import Plan
from infusionplanner.domain.unit import Place, PlaceKind, Unit
from infusionplanner.export.patient_file import read_patient, write_patient

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 50)


@cache
def demo(today: date = TODAY, patients: int = 120, seed: int = 1) -> DemoUnit:
    return make_demo(today, patients=patients, seed=seed)


def named(family: str, unit: DemoUnit | None = None) -> Patient:
    return next(row for row in (unit or demo()).patients if row.name is not None and row.name.family == family)


def planned(patient: Patient, today: date = TODAY) -> Plan:
    return plan(patient, NATALIZUMAB, demo().unit, today)


def visit_of(family: str, on: date = TODAY) -> Visit:
    patient = named(family)
    return next(row for row in demo().visits if row.patient == patient.id and row.on == on)


def found(patient: Patient, key: str) -> Finding:
    return next(row for row in planned(patient).findings if row.key == key)


def test_the_same_seed_and_day_give_the_same_unit() -> None:
    assert make_demo(TODAY, patients=90, seed=7) == make_demo(TODAY, patients=90, seed=7)


def test_another_seed_gives_other_patients() -> None:
    assert demo(seed=2).patients[-1] != demo().patients[-1]


def test_a_smaller_unit_is_the_beginning_of_a_larger_one() -> None:
    few, many = demo(patients=80).patients, demo().patients[:80]
    assert [(row.name, row.results) for row in few] == [(row.name, row.results) for row in many]


def test_the_showcase_comes_first_whatever_the_seed() -> None:
    names = [(row.name.family, row.name.given) for row in demo(seed=9).patients[: len(SHOWCASE)] if row.name]
    assert names == [(case.who.family, case.who.given) for case in SHOWCASE if case.who]
    assert names[:5] == [("Moen", "Ingrid"), ("Nordli", "Siri"), ("Hansen", "Ola"), ("Berg", "Anne"), ("Lie", "Jonas")]


def test_the_unit_has_six_places_and_its_people() -> None:
    unit = demo().unit
    assert [place.name for place in unit.places] == ["Stol 1", "Stol 2", "Stol 3", "Stol 4", "Seng 5", "Injeksjon"]
    assert (unit.name, unit.opens, unit.closes) == ("MS-infusjonsenheten", time(8), time(15, 30))
    assert demo().users[0].name == "A. Dahl"
    assert {user.role for user in USERS} == {"nurse", "doctor", "admin"}
    assert len({user.initials for user in USERS}) == len(USERS)


def test_a_large_unit_has_more_chairs() -> None:
    assert [place.name for place in demo_unit(900).places][8:] == ["Stol 9", "Stol 10", "Seng 11", "Injeksjon"]


def test_the_board_of_today_at_ten_to_ten() -> None:
    rows = [visit for visit in demo().visits if visit.on == TODAY]
    states = Counter(visit.state for visit in rows)
    assert states == {
        VisitState.PLANNED: 6,
        VisitState.ARRIVED: 1,
        VisitState.STARTED: 1,
        VisitState.OBSERVING: 2,
        VisitState.DONE: 5,
    }
    assert {visit.place for visit in rows} == {place.name for place in demo().unit.places}


def test_ingrid_moen_is_observed_since_half_past_nine() -> None:
    visit, patient = visit_of("Moen"), named("Moen")
    assert (visit.place, visit.ended_at, visit.observation_minutes) == ("Stol 2", datetime(2026, 11, 23, 9, 32), 60)
    assert visit.state is VisitState.OBSERVING
    assert [dose.on for dose in patient.course.doses][-1] == TODAY
    coming = planned(patient).next_dose
    assert coming is not None
    assert (coming.number, coming.due, coming.observation and coming.observation.counted) == (5, date(2026, 12, 21), 4)


def test_siri_nordli_is_nine_weeks_late_without_a_time() -> None:
    patient = named("Nordli")
    assert found(patient, "rebound.warn").facts["days"] == 63
    assert [row.kind for row in patient.course.appointments] == [AppointmentKind.EDSS]


def test_ola_hansen_has_a_jcv_index_of_1_8() -> None:
    assert found(named("Hansen"), "pml.plan_change").facts == {"index": 1.8}


def test_anne_berg_at_home_needs_a_new_prescription() -> None:
    patient = named("Berg")
    supply = planned(patient).supply
    assert supply is not None
    assert (supply.last_safe_day, supply.renew_by) == (date(2026, 12, 11), date(2026, 12, 14))
    assert (supply.doses_at_home, patient.language) == (0, Language.EN)


def test_jonas_lie_comes_for_dose_6_without_bloods() -> None:
    patient, visit = named("Lie"), visit_of("Lie")
    assert (visit.time, visit.state) == (time(12, 30), VisitState.PLANNED)
    assert found(patient, "bloods.due").due == TODAY
    assert planned(patient).doses_completed == 5


def test_every_stage_is_there() -> None:
    courses = [row.course for row in demo().patients]
    assert Counter(_stage(row) for row in demo().patients) == {
        "not started": 4,
        "first doses": 13,
        "long treated": 68,
        "home": 29,
        "stopped": 6,
    }
    assert sum(course.product is Product.TYRUKO for course in courses) == 2
    assert (
        sum(
            bool(course.earlier_doses and course.earlier_doses.number and not course.earlier_doses.source)
            for course in courses
        )
        == 1
    )
    assert sum(course.bridging is not None for course in courses) == 1
    assert sum(bool(row.pregnancies) for row in demo().patients) == 3


def _stage(patient: Patient) -> str:
    course = patient.course
    if course.stop is not None:
        return "stopped"
    if not course.doses:
        return "not started"
    if course.regimens[-1].setting is Setting.HOME:
        return "home"
    return "first doses" if planned(patient).doses_completed < 6 else "long treated"


URGENT = {
    "bridging.next_date_missing",
    "dose.late",
    "earlier_doses.undocumented",
    "gate.open",
    "gate.positive",
    "hold.infection",
    "home.unreported",
    "interval.consider",
    "interval.late",
    "jcv.overdue",
    "mri.overdue",
    "nab.confirmed",
    "nab.repeat",
    "pml.consider_interval",
    "pml.indeterminate",
    "pml.other_assay",
    "pml.plan_change",
    "pml.prior_unknown",
    "pml.suspicion",
    "pregnancy.no_plan",
    "pregnancy.resume",
    "prescription.too_few",
    "reaction.unlifted",
    "rebound.critical",
    "rebound.warn",
    "start.not_ordered",
    "start.prior_unknown",
    "stock.odd",
    "stop.no_next",
    "switch.due",
}
COMING = {f"{kind}.due" for kind in ("bloods", "nab", "jcv", "edss", "mri")} | {
    "mri.window_open",
    "prescription.renew",
    "supply.order",
}


def test_the_showcase_shows_one_of_each_that_needs_attention() -> None:
    keys = {row.key for patient in demo().patients for row in planned(patient).findings if row.level is not Level.INFO}
    assert keys - COMING - {"gap.checklist"} == URGENT - {"bridging.next_date_missing"}


@pytest.mark.parametrize(
    ("today", "seed"),
    [(TODAY, 1), (date(2027, 1, 4), 2), (date(2026, 4, 7), 3), (date(2028, 2, 29), 4), (date(2026, 12, 24), 5)],
)
def test_the_other_patients_of_the_unit_are_well_looked_after(today: date, seed: int) -> None:
    unit = demo(today, 180, seed)
    rows = [
        (patient.id, finding)
        for patient in unit.patients[len(SHOWCASE) :]
        for finding in plan(patient, NATALIZUMAB, unit.unit, today).findings
        if finding.level is not Level.INFO and finding.key not in COMING
    ]
    assert rows == []


def test_a_dose_recorded_today_is_not_taken_for_too_soon() -> None:
    keys = {row.key for patient in demo().patients for row in planned(patient).findings}
    assert "interval.too_soon" not in keys


@pytest.mark.parametrize("today", [date(2026, 11, 21), date(2026, 12, 25), date(2026, 5, 17)])
def test_nobody_comes_on_a_day_when_the_unit_is_closed(today: date) -> None:
    unit = demo(today)
    assert [visit for visit in unit.visits if visit.on == today] == []
    assert len(unit.patients) == 120
    assert any(visit.on > today for visit in unit.visits)


def test_a_unit_of_ones_own_keeps_its_days_and_gets_places() -> None:
    own = Unit("Dagposten", open_weekdays=frozenset({2, 4}), closed=frozenset({date(2026, 11, 24)}))
    unit = make_demo(TODAY, patients=90, unit=own)
    assert (unit.unit.name, len(unit.unit.places)) == ("Dagposten", 6)
    assert {visit.on.isoweekday() for visit in unit.visits} == {2, 4}
    assert date(2026, 11, 24) not in {visit.on for visit in unit.visits}


def test_what_finds_no_place_is_not_booked_and_a_fixed_time_stays_without_place() -> None:
    small = Unit("Liten", places=(Place("Eneste", PlaceKind.CHAIR),))
    unit = make_demo(TODAY, patients=120, unit=small)
    seated = [visit for visit in unit.visits if visit.on == TODAY and visit.kind is AppointmentKind.DOSE]
    assert [visit.place for visit in seated].count("Eneste") == 3
    assert [visit.place for visit in seated].count(None) == 11
    assert len(unit.visits) < len(demo().visits)
    check_board(unit)


def test_a_unit_that_is_never_open_has_patients_all_the_same() -> None:
    closed = Unit("Stengt", open_weekdays=frozenset(), places=demo().unit.places)
    unit = make_demo(TODAY, patients=90, unit=closed)
    assert [row.id for row in unit.patients] == [row.id for row in demo(patients=90).patients]


def check_board(unit: DemoUnit) -> None:
    taken: dict[tuple[date, str], list[tuple[time | None, int]]] = {}
    for visit in unit.visits:
        if visit.place is not None:
            taken.setdefault((visit.on, visit.place), []).append((visit.time, visit.minutes or 0))
    for rows in taken.values():
        spans = sorted((at.hour * 60 + at.minute, minutes) for at, minutes in rows if at is not None)
        assert all(start + minutes <= later for (start, minutes), (later, _) in pairwise(spans))
        assert spans[0][0] >= 8 * 60
        assert spans[-1][0] <= 14 * 60
        assert sum(spans[-1]) <= 15 * 60 + 30


def check_visits(unit: DemoUnit) -> None:
    rows: dict[str, list[Visit]] = {patient.id: [] for patient in unit.patients}
    for visit in unit.visits:
        rows[visit.patient].append(visit)
        assert unit.unit.is_open(visit.on)
    assert [visit.id for visit in unit.visits] == list(range(1, len(unit.visits) + 1))
    for patient in unit.patients:
        assert [(row.on, row.time, row.kind, row.status) for row in rows[patient.id]] == [
            (row.on, row.time, row.kind, row.status) for row in patient.course.appointments
        ]


def check_facts(unit: DemoUnit, today: date) -> None:
    for patient in unit.patients:
        assert read_patient(write_patient(patient), source="demo", today=today) == patient
        course = patient.course
        days = [row.on for row in course.training] + [row.issued_on for row in course.prescriptions]
        assert max(days + [row.from_ for row in course.holds], default=today) <= today
        assert all(row.ordered_on is not None and row.ordered_on <= today for row in course.regimens)
        given_on = [dose.on for dose in course.doses if dose.status is DoseStatus.GIVEN]
        assert all(later - earlier >= timedelta(21) for earlier, later in pairwise(given_on))
        assert all(unit.unit.is_open(dose.on) for dose in course.doses if dose.setting is Setting.UNIT)


def check_people(unit: DemoUnit) -> None:
    ids = [patient.national_id or "" for patient in unit.patients]
    assert len(set(ids)) == len(ids)
    for patient, number in zip(unit.patients, ids, strict=True):
        assert 81 <= int(number[2:4]) <= 92
        assert patient.phone is not None
        assert patient.phone.startswith("400 00 ")


def check_stamps(unit: DemoUnit, today: date) -> None:
    now = datetime.combine(today, NOW.time())
    for visit in unit.visits:
        stamps = [visit.arrived_at, visit.started_at, visit.ended_at, visit.left_at]
        known = [stamp for stamp in stamps if stamp is not None]
        assert known == sorted(known)
        assert max(known, default=now) <= now
        if visit.on > today:
            assert known == []
        if visit.on < today:
            assert visit.state in {VisitState.DONE, VisitState.NOT_GIVEN}


def test_the_unit_of_the_pictures_holds_together() -> None:
    unit = demo()
    check_board(unit)
    check_visits(unit)
    check_facts(unit, TODAY)
    check_people(unit)
    check_stamps(unit, TODAY)


@settings(max_examples=10, deadline=None)
@given(
    today=st.dates(date(2000, 1, 1), date(2150, 12, 31)),
    seed=st.integers(0, 2**32),
    patients=st.integers(0, 95),
)
def test_any_unit_holds_together_and_can_be_planned(today: date, seed: int, patients: int) -> None:
    unit = make_demo(today, patients=patients, seed=seed)
    assert len(unit.patients) == patients
    check_board(unit)
    check_visits(unit)
    check_facts(unit, today)
    check_people(unit)
    check_stamps(unit, today)
    for patient in unit.patients:
        assert plan(patient, NATALIZUMAB, unit.unit, today).patient == patient.id


def test_a_large_unit_is_as_sound_as_a_small_one() -> None:
    unit = demo(patients=500)
    check_board(unit)
    check_visits(unit)
    check_people(unit)
    at_home = sum(_stage(row) == "home" for row in unit.patients)
    assert 0.2 < at_home / 500 < 0.4


def test_the_places_are_booked_as_long_as_the_protocol_says() -> None:
    rules, observation = NATALIZUMAB.visit, NATALIZUMAB.observation
    assert observation is not None
    first, later = visit_of("Sæther"), visit_of("Bakke")
    assert (first.minutes, first.observation_minutes) == (rules.minutes_iv + observation.minutes, observation.minutes)
    reduced = observation.reduced_minutes_sc
    assert (later.minutes, later.observation_minutes) == (rules.minutes_sc + reduced, reduced)


def test_a_patient_transferred_without_documents_is_observed_as_new() -> None:
    patient = named("Hussain")
    visits = [row for row in demo().visits if row.patient == patient.id and row.on > TODAY]
    coming = planned(patient).next_dose
    assert coming is not None
    assert coming.observation is not None
    assert (visits[0].observation_minutes, coming.observation.minutes) == (60, 60)


def test_long_names_are_there() -> None:
    longest = max((row.name for row in demo().patients if row.name), key=lambda name: len(name.given + name.family))
    assert longest == PersonName("Ann-Kristin Margrethe", "Christensen-Hjelmeland Vestergaard")


def test_routes_agree_with_brands() -> None:
    doses = [dose for patient in demo(patients=500).patients for dose in patient.course.doses]
    assert {dose.route for dose in doses if dose.product is Product.TYRUKO} == {Route.IV}
    assert all(replace(dose, mg=300) == dose for dose in doses if dose.status is DoseStatus.GIVEN)
    kinds = {row.kind for patient in demo().patients for row in patient.results}
    assert kinds == set(ResultKind)

"""What a sheet says of one visit: dose number, route, observation, and the boxes to tick beforehand."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from builders import d, dose, regimen
from planner import Planner
from sheet_builders import MONDAY, PROTOCOL, control, person, plan_of, planned, task, visit, ward

from infusionplanner.application.records import Visit
from infusionplanner.application.sheets.values import Names, Ready, SheetWard
from infusionplanner.application.sheets.visits import VisitFacts, observation_legend, visit_facts
from infusionplanner.application.sheets.wording import words
from infusionplanner.domain.patient import (
    Appointment,
    AppointmentKind,
    AppointmentStatus,
    Course,
    DoseStatus,
    Language,
    Patient,
    Setting,
)
from infusionplanner.domain.result import Condition, ConditionState, Home, Plan

NB = words(Language.NB)
NOON = datetime(2026, 11, 23, 12)


def facts(plan: Plan | None = None, who: Patient | None = None, booked: Visit | None = None) -> VisitFacts:
    patient = who or person("p", "Moen, Ingrid")
    there = ward([patient], {} if plan is None else {"p": plan})
    (found,) = visit_facts([booked or visit("p")], there, Names.FULL)
    return found


def ready(plan: Plan, who: Patient | None = None) -> tuple[Ready, ...]:
    return facts(plan, who).ready


def test_dose_and_route_come_from_the_plan() -> None:
    found = facts(plan_of(planned(11)))
    assert (found.number, found.detail(NB), found.observed, found.ready) == (11, "dose 11 · s.c.", False, ())


def test_another_interval_than_the_standard_is_shown_in_weeks() -> None:
    assert facts(plan_of(planned(11, interval_days=42))).detail(NB) == "dose 11 · s.c. 6u"
    assert facts(plan_of(planned(11, interval_days=35))).detail(words(Language.EN)) == "dose 11 · s.c. 5w"


def test_an_unknown_route_is_shown_as_unknown() -> None:
    assert facts(plan_of(planned(11, route=None))).detail(NB) == "dose 11 · vei –"


def test_a_protocol_without_observation_marks_nobody() -> None:
    assert not facts(plan_of(planned(1, observation=None))).observed


def test_a_later_dose_of_the_plan_is_found_by_its_day() -> None:
    assert facts(plan_of(planned(6, "2026-10-26"), planned(7))).number == 7


def test_a_home_dose_on_the_same_day_is_not_the_visit() -> None:
    found = facts(plan_of(planned(11, setting=Setting.HOME)))
    assert (found.number, found.ready) == (None, (Ready.CLEARANCE,))


@pytest.mark.parametrize("plan", [None, plan_of(), plan_of(planned(8, "2026-12-21"))])
def test_a_visit_that_the_plan_does_not_know_is_observed_and_cleared_first(plan: Plan | None) -> None:
    found = facts(plan)
    assert found.detail(NB) == "dose – · vei –"
    assert (found.observed, found.observation, found.ready) == (True, None, (Ready.CLEARANCE,))


def test_a_visit_of_somebody_unknown_goes_by_the_code() -> None:
    (found,) = visit_facts([visit("nobody")], ward(), Names.FULL)
    assert len(found.who) == 4


def test_a_blocked_dose_needs_clearance() -> None:
    assert ready(plan_of(planned(11, blocked=True))) == (Ready.CLEARANCE,)


@pytest.mark.parametrize("kind", ["bloods", "jcv", "nab", "mri", "edss"])
def test_a_control_on_the_visit_is_a_box(kind: str) -> None:
    assert ready(plan_of(planned(11), monitoring=(control(kind, "2026-11-30", "ok", on_visit=MONDAY),))) == (
        Ready(kind),
    )


def test_bloods_before_the_dose_are_a_box() -> None:
    bloods = control("bloods", "2026-11-30", before_dose=3)
    assert ready(plan_of(planned(3), monitoring=(bloods,))) == (Ready.BLOODS,)
    assert ready(plan_of(planned(2), monitoring=(bloods,))) == ()


@pytest.mark.parametrize(
    ("due", "status", "expected"),
    [
        ("2026-11-23", "due", (Ready.JCV,)),
        ("2026-11-01", "overdue", (Ready.JCV,)),
        ("2026-11-01", "unknown", (Ready.JCV,)),
        ("2026-11-24", "due", ()),
        ("2026-11-23", "ok", (Ready.JCV,)),
        ("2026-11-24", "ok", ()),
        ("2026-11-01", "blocked", ()),
    ],
)
def test_a_control_that_is_due_without_a_visit_is_a_box_at_the_next_one(
    due: str, status: str, expected: tuple[Ready, ...]
) -> None:
    assert ready(plan_of(planned(11), monitoring=(control("jcv", due, status),))) == expected


def test_a_due_control_is_a_box_until_it_is_taken_and_not_after_the_visit_that_it_is_taken_at() -> None:
    overdue = control("jcv", "2026-11-01", "overdue")
    both = planned(10, "2026-10-26"), planned(11)
    assert ready(plan_of(*both, monitoring=(overdue,))) == (Ready.JCV,)
    assert ready(plan_of(planned(11), monitoring=(replace(overdue, on_visit=d("2026-12-21")),))) == (Ready.JCV,)
    assert ready(plan_of(*both, monitoring=(replace(overdue, on_visit=d("2026-10-26")),))) == ()


def test_a_control_that_cannot_be_taken_yet_is_a_box_from_its_day_on() -> None:
    blocked = replace(control("jcv", "2026-11-01", "blocked"), not_before=MONDAY)
    assert ready(plan_of(planned(11), monitoring=(blocked,))) == (Ready.JCV,)
    assert ready(plan_of(planned(11), monitoring=(replace(blocked, not_before=d("2026-11-24")),))) == ()


def test_a_visit_that_the_plan_has_no_dose_for_shows_what_is_due() -> None:
    due = plan_of(planned(11, "2026-12-21"), monitoring=(control("bloods", "2026-11-01", "overdue"),))
    assert ready(due) == (Ready.CLEARANCE, Ready.BLOODS)


@pytest.mark.parametrize("key", ["prescription.renew", "prescription.missing"])
def test_a_prescription_to_renew_is_a_box_at_the_next_visit(key: str) -> None:
    assert ready(plan_of(planned(11), findings=(task(key),))) == (Ready.PRESCRIPTION,)
    assert ready(plan_of(planned(10, "2026-10-26"), planned(11), findings=(task(key),))) == ()


def home(state: ConditionState) -> Home:
    return Home(eligible=False, ready=False, eligible_from=None, conditions=(Condition("R-HOME-1", "training", state),))


@pytest.mark.parametrize(
    ("setting", "state", "expected"),
    [
        (Setting.HOME, ConditionState.NOT_MET, (Ready.TRAINING,)),
        (Setting.HOME, ConditionState.UNKNOWN, (Ready.TRAINING,)),
        (Setting.HOME, ConditionState.MET, ()),
        (Setting.UNIT, ConditionState.NOT_MET, ()),
    ],
)
def test_training_is_a_box_for_those_who_are_going_home(
    setting: Setting, state: ConditionState, expected: tuple[Ready, ...]
) -> None:
    who = person("p", course=Course(regimens=(regimen("2026-11-01", setting=setting),)))
    assert ready(plan_of(planned(7), home=home(state)), who) == expected


@pytest.mark.parametrize(
    ("appointment", "expected"),
    [
        (Appointment(MONDAY, kind=AppointmentKind.TRAINING), (Ready.TRAINING,)),
        (Appointment(d("2026-11-24"), kind=AppointmentKind.TRAINING), ()),
        (Appointment(MONDAY, kind=AppointmentKind.TRAINING, status=AppointmentStatus.CANCELLED), ()),
        (Appointment(MONDAY), ()),
    ],
)
def test_training_that_is_booked_is_a_box(appointment: Appointment, expected: tuple[Ready, ...]) -> None:
    assert ready(plan_of(planned(7)), person("p", course=Course(appointments=(appointment,)))) == expected


def test_boxes_stand_in_a_fixed_order_in_words() -> None:
    monitoring = (control("mri", "2026-11-23", on_visit=MONDAY), control("bloods", "2026-11-23", before_dose=11))
    found = facts(plan_of(planned(11, blocked=True), monitoring=monitoring))
    assert found.ready_words(NB) == ("legeavklaring", "blodprøver", "MR bestilt")
    assert found.ready_words(words(Language.EN)) == ("doctor's clearance", "bloods", "MRI ordered")


@pytest.mark.parametrize(
    ("kind", "nb", "en"),
    [
        (AppointmentKind.TRAINING, "opplæring", "training"),
        (AppointmentKind.BLOODS, "blodprøver", "bloods"),
        (AppointmentKind.JCV, "JCV-prøve", "JCV test"),
        (AppointmentKind.NAB, "NAb-prøve", "NAb test"),
        (AppointmentKind.MRI, "MR", "MRI"),
        (AppointmentKind.EDSS, "kontroll med EDSS", "control with EDSS"),
    ],
)
def test_a_visit_for_something_else_says_for_what(kind: AppointmentKind, nb: str, en: str) -> None:
    found = facts(plan_of(planned(3)), booked=visit("p", kind=kind))
    assert (found.detail(NB), found.detail(words(Language.EN))) == (nb, en)
    assert (found.observed, found.ready) == (False, ())


def past(booked: Visit, *, doses: Any = None, protocol_ward: SheetWard | None = None) -> VisitFacts:
    given = doses or (dose("2026-10-26"), dose(MONDAY))
    patient = person("p", "Moen, Ingrid", course=Course(doses=given))
    plan = plan_of(planned(12, "2026-12-21"), doses_completed=11)
    there = protocol_ward or ward([patient], {"p": plan})
    (found,) = visit_facts([booked], there, Names.FULL)
    return found


def test_a_given_dose_keeps_its_number() -> None:
    today = past(visit("p", ended_at=NOON, left_at=NOON))
    assert (today.detail(NB), today.observed, today.ready) == ("dose 11 · s.c. · gitt", False, ())
    earlier = past(visit("p", "2026-10-26", ended_at=NOON, left_at=NOON))
    assert earlier.detail(words(Language.EN)) == "dose 10 · s.c. · given"


@pytest.mark.parametrize(("minutes", "observed"), [(60, True), (15, False), (0, False)])
def test_a_running_full_observation_stays_marked(minutes: int, observed: bool) -> None:
    found = past(visit("p", ended_at=NOON, observation_minutes=minutes))
    assert (found.observed, found.observation) == (observed, 60 if observed else None)


def test_nothing_is_observed_where_the_protocol_has_no_observation() -> None:
    patient = person("p", course=Course(doses=(dose(MONDAY),)))
    plain = replace(PROTOCOL, observation=None)
    there = replace(ward([patient], {"p": plan_of()}), protocols={"natalizumab": plain})
    assert not past(visit("p", ended_at=NOON, observation_minutes=60), protocol_ward=there).observed


def test_an_incomplete_dose_has_no_number() -> None:
    broken = (dose("2026-10-26"), dose(MONDAY, status=DoseStatus.INCOMPLETE, mg=150))
    assert past(visit("p", ended_at=NOON, left_at=NOON), doses=broken).detail(NB) == "dose – · s.c. · gitt"


def test_a_visit_without_dose_says_so() -> None:
    found = facts(plan_of(), booked=visit("p", not_given="fever"))
    assert (found.detail(NB), found.observed, found.ready) == ("dose – · vei – · ikke gitt", False, ())


def test_visits_stand_by_day_time_and_name_and_those_without_time_last() -> None:
    people = [person("a", "Aas, Per"), person("b", "Vik, Tor"), person("c", "Moe, Kari")]
    visits = [
        visit("c", "2026-11-24", "08:00"),
        visit("a", at=None),
        visit("b", at="09:15"),
        visit("c", at="09:15"),
        visit("a", at="08:45"),
    ]
    found = visit_facts(visits, ward(people), Names.FULL)
    assert [(fact.visit.on.day, fact.time(NB), fact.who) for fact in found] == [
        (23, "08.45", "Aas, Per"),
        (23, "09.15", "Moe, Kari"),
        (23, "09.15", "Vik, Tor"),
        (23, "–", "Aas, Per"),
        (24, "08.00", "Moe, Kari"),
    ]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ([], ""),
        ([60], "OBS = full observasjonstid, 1 time etter dosen"),
        ([60, 60, None], "OBS = full observasjonstid, 1 time etter dosen"),
        ([120], "OBS = full observasjonstid, 2 timer etter dosen"),
        ([90], "OBS = full observasjonstid, 90 minutter etter dosen"),
        ([60, 90], "OBS = full observasjonstid etter dosen"),
        ([None], "OBS = full observasjonstid etter dosen"),
    ],
)
def test_the_legend_names_the_time_when_it_is_one(minutes: list[int | None], expected: str) -> None:
    observed = [VisitFacts(visit("p"), "PA", observed=True, observation=length) for length in minutes]
    assert observation_legend([VisitFacts(visit("p"), "PA"), *observed], NB) == expected


def test_a_real_plan_numbers_its_visits() -> None:
    first = d("2026-10-26")
    patient = person(
        "p", course=Course(doses=(dose(first),), regimens=(regimen("2026-10-26"),), appointments=(Appointment(MONDAY),))
    )
    plan = Planner().plan(patient, "2026-11-20")
    found = facts(plan, patient)
    assert (found.number, found.observed, found.observation) == (2, True, 60)
    assert Ready.BLOODS in found.ready

"""From a plan to the events of a calendar."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from builders import d, patient, result, series
from calendars import PATIENT, booked, control, in_unit, plan_of, planned, shown, supply
from hypothesis import given, settings
from hypothesis import strategies as st
from planner import NATALIZUMAB, Planner
from strategies import patients

from infusionplanner.application.calendar.values import (
    CalendarOptions,
    EventKind,
    LeftOut,
    LeftOutReason,
    WantedEvent,
)
from infusionplanner.application.calendar.wanted import left_out, wanted_events, week_events
from infusionplanner.application.records import PatientId, Visit, VisitId
from infusionplanner.domain.patient import (
    Appointment,
    AppointmentKind,
    AppointmentStatus,
    Dispensing,
    Patient,
    Prescription,
    Setting,
    Training,
)
from infusionplanner.domain.result import Plan, Surveillance
from infusionplanner.domain.unit import Unit

UNIT = Unit()
NOBODY = Patient(PATIENT)


def _wanted(plan: Plan, person: Patient = NOBODY, options: CalendarOptions | None = None) -> list[str]:
    return shown(wanted_events(plan, UNIT, NATALIZUMAB, person, options))


def _left_out(plan: Plan, person: Patient = NOBODY, options: CalendarOptions | None = None) -> tuple[LeftOut, ...]:
    return left_out(plan, UNIT, NATALIZUMAB, person, options)


def _with(*appointments: Appointment) -> Patient:
    return patient(appointments=appointments)


def test_home_doses_stand_at_six_in_the_evening() -> None:
    events = wanted_events(plan_of(planned(12, "2026-12-14")), UNIT, NATALIZUMAB, NOBODY)
    assert events == (WantedEvent(PATIENT, "dose:12", EventKind.HOME_DOSE, date(2026, 12, 14), time(18), 30),)


def test_home_doses_stand_at_the_time_that_the_patient_prefers() -> None:
    options = CalendarOptions(home_time=time(7, 30))
    assert _wanted(plan_of(planned(12, "2026-12-14")), options=options) == ["dose:12 2026-12-14 07:30"]


def test_a_dose_in_the_unit_stands_at_its_booked_time() -> None:
    plan = plan_of(in_unit(12, "2026-12-14", proposed=d("2026-12-15"), booked=True))
    [event] = wanted_events(plan, UNIT, NATALIZUMAB, _with(booked("2026-12-15", "11:45")))
    assert (event.kind, event.on, event.time, event.booked) == (EventKind.DOSE, d("2026-12-15"), time(11, 45), True)


def test_a_dose_booked_for_a_day_without_a_time_is_not_agreed() -> None:
    plan = plan_of(in_unit(12, "2026-12-14", booked=True))
    [event] = wanted_events(plan, UNIT, NATALIZUMAB, _with(booked("2026-12-14", None)))
    assert (event.time, event.booked) == (time(10), False)


def test_a_dose_whose_time_was_cancelled_is_left_out_until_it_has_another() -> None:
    cancelled = replace(booked("2026-12-14", "11:45"), status=AppointmentStatus.CANCELLED)
    plan, who = plan_of(in_unit(12, "2026-12-14"), in_unit(13, "2027-01-11")), _with(cancelled)
    assert _wanted(plan, who) == ["dose:13 2027-01-11 10:00"]
    assert _left_out(plan, who) == (LeftOut("dose:12", EventKind.DOSE, d("2026-12-14"), LeftOutReason.NOT_BOOKED),)
    another = plan_of(in_unit(12, "2026-12-14", proposed=d("2026-12-15"), booked=True))
    [event] = wanted_events(another, UNIT, NATALIZUMAB, _with(cancelled, booked("2026-12-15", "09:30")))
    assert (event.on, event.time, event.booked) == (d("2026-12-15"), time(9, 30), True)


def test_a_cancelled_time_of_an_earlier_dose_or_of_another_kind_leaves_nothing_out() -> None:
    before = replace(booked("2026-11-16", "11:45"), status=AppointmentStatus.CANCELLED)
    other = replace(booked("2026-12-14", "11:45"), kind=AppointmentKind.MRI, status=AppointmentStatus.CANCELLED)
    assert _wanted(plan_of(in_unit(12, "2026-12-14")), _with(before, other)) == ["dose:12 2026-12-14 10:00"]


def test_a_dose_that_is_not_booked_is_left_out_when_provisional_ones_are_not_wanted() -> None:
    plan, options = plan_of(in_unit(12, "2026-12-14")), CalendarOptions(provisional=False)
    assert _wanted(plan, options=options) == []
    assert _left_out(plan, options=options) == (
        LeftOut("dose:12", EventKind.DOSE, d("2026-12-14"), LeftOutReason.NOT_BOOKED),
    )


def test_a_blocked_home_dose_is_never_in_the_calendar() -> None:
    plan = plan_of(planned(12, "2026-12-14", blocked=True), planned(13, "2027-01-11"))
    assert _wanted(plan) == ["dose:13 2027-01-11 18:00"]
    assert _left_out(plan) == (LeftOut("dose:12", EventKind.HOME_DOSE, d("2026-12-14"), LeftOutReason.BLOCKED),)


def test_a_blocked_home_dose_is_left_out_even_when_it_was_agreed() -> None:
    plan = plan_of(planned(12, "2026-12-14", blocked=True, booked=True))
    assert _wanted(plan, _with(booked("2026-12-14", "09:00"))) == []


def test_a_blocked_dose_in_the_unit_keeps_its_booked_time() -> None:
    plan = plan_of(in_unit(12, "2026-12-14", blocked=True, booked=True))
    assert _wanted(plan, _with(booked("2026-12-14", "09:00"))) == ["dose:12 2026-12-14 09:00"]
    assert _wanted(plan_of(in_unit(12, "2026-12-14", blocked=True))) == []


def test_a_dose_whose_day_has_passed_is_not_moved_to_today() -> None:
    plan = plan_of(planned(12, "2026-11-22", proposed=d("2026-11-23")), planned(13, "2026-12-21"))
    assert _wanted(plan) == ["dose:13 2026-12-21 18:00"]
    assert _left_out(plan) == (LeftOut("dose:12", EventKind.HOME_DOSE, d("2026-11-22"), LeftOutReason.OVERDUE),)


def test_a_dose_due_today_is_in_the_calendar() -> None:
    assert _wanted(plan_of(planned(12, "2026-11-23"))) == ["dose:12 2026-11-23 18:00"]


def test_a_late_dose_that_was_agreed_again_is_in_the_calendar() -> None:
    plan = plan_of(planned(12, "2026-11-22", proposed=d("2026-11-24"), booked=True))
    assert _wanted(plan, _with(booked("2026-11-24", "20:00"))) == ["dose:12 2026-11-24 20:00"]


def test_the_next_dose_is_there_when_the_plan_looks_no_month_ahead() -> None:
    assert _wanted(replace(plan_of(planned(12, "2026-12-14")), doses=())) == ["dose:12 2026-12-14 18:00"]


def test_no_doses_no_events() -> None:
    assert _wanted(plan_of()) == []


def test_training_stands_at_its_time_and_counts_on() -> None:
    person = patient(
        appointments=(
            booked("2026-12-02", "13:00", AppointmentKind.TRAINING),
            booked("2026-12-01", "09:00", AppointmentKind.TRAINING),
            booked("2026-11-22", "09:00", AppointmentKind.TRAINING),
        ),
        training=(Training(d("2026-11-01"), "A. Dahl"),),
    )
    assert _wanted(plan_of(), person) == ["training:2 2026-12-01 09:00", "training:3 2026-12-02 13:00"]


def test_a_control_that_is_due_is_a_reminder_on_an_open_day_before() -> None:
    plan = plan_of(monitoring=(control("jcv", "2026-12-27"), control("mri", "2027-03-01")))
    assert _wanted(plan) == ["jcv:1 2026-12-23 10:00", "mri:1 2027-03-01 10:00"]


def test_a_control_counts_the_results_of_its_kind() -> None:
    person = patient(results=[result("jcv", "2026-05-27"), result("jcv", "2025-11-27"), result("mri", "2025-12-01")])
    assert _wanted(plan_of(monitoring=(control("jcv", "2026-11-30"),)), person) == ["jcv:3 2026-11-30 10:00"]


def test_a_control_on_a_visit_stands_on_its_day_after_the_dose() -> None:
    plan = plan_of(
        in_unit(12, "2026-12-14", booked=True),
        monitoring=(control("bloods", "2026-12-20", on_visit=d("2026-12-14")),),
    )
    person = _with(booked("2026-12-14", "10:00"))
    assert _wanted(plan, person) == ["dose:12 2026-12-14 10:00", "bloods:1 2026-12-14 10:30"]


def test_a_control_on_the_visit_of_today_stands_there_if_the_visit_is_booked() -> None:
    bloods = control("bloods", "2026-11-20", on_visit=d("2026-11-23"))
    today = in_unit(12, "2026-11-23", booked=True)
    person = _with(booked("2026-11-23", "09:00"))
    assert _wanted(plan_of(today, monitoring=(bloods,)), person)[1] == "bloods:1 2026-11-23 10:00"
    assert _wanted(plan_of(monitoring=(bloods,)), person) == ["bloods:1 2026-11-24 10:00"]


def test_a_late_control_comes_on_the_next_open_day_and_stays_there() -> None:
    plan = plan_of(monitoring=(control("edss", "2026-10-01"),), as_of="2026-11-27")
    [event] = wanted_events(plan, UNIT, NATALIZUMAB, NOBODY)
    assert (event.on, event.soon) == (d("2026-11-30"), True)


def test_a_control_comes_not_before_it_is_reliable() -> None:
    plan = plan_of(monitoring=(control("jcv", "2026-12-01", not_before=d("2026-12-26")),))
    assert _wanted(plan) == ["jcv:1 2026-12-28 10:00"]


def test_a_unit_that_is_closed_for_long_reminds_on_the_day_itself() -> None:
    shut = Unit(open_weekdays=frozenset())
    plan = plan_of(monitoring=(control("mri", "2027-03-01"),))
    assert shown(wanted_events(plan, shut, NATALIZUMAB, NOBODY)) == ["mri:1 2027-03-01 10:00"]


def test_a_booked_control_stands_at_its_time_instead() -> None:
    plan = plan_of(monitoring=(control("mri", "2026-12-27"),))
    person = _with(booked("2026-12-21", "12:15", AppointmentKind.MRI), booked("2027-06-21", None, AppointmentKind.MRI))
    events = wanted_events(plan, UNIT, NATALIZUMAB, person)
    assert shown(events) == ["mri:1 2026-12-21 12:15", "mri:2 2027-06-21 10:00"]
    assert [event.booked for event in events] == [True, False]


def test_a_control_that_had_its_appointment_waits_for_its_result() -> None:
    plan = plan_of(monitoring=(control("mri", "2026-11-30", last=d("2026-05-30")),))
    person = _with(booked("2026-11-20", "12:15", AppointmentKind.MRI))
    assert _wanted(plan, person) == []
    assert _left_out(plan, person) == (LeftOut("mri:1", EventKind.MRI, d("2026-11-30"), LeftOutReason.AWAITING_RESULT),)
    assert _wanted(plan, _with(booked("2026-05-30", "12:15", AppointmentKind.MRI))) == ["mri:1 2026-11-30 10:00"]


def test_an_appointment_of_another_kind_keeps_no_control_waiting() -> None:
    plan = plan_of(monitoring=(control("mri", "2026-11-30"),))
    assert _wanted(plan, _with(booked("2026-11-20", "12:15", AppointmentKind.JCV))) == ["mri:1 2026-11-30 10:00"]


def test_a_control_of_another_protocol_is_a_control() -> None:
    [event] = wanted_events(plan_of(monitoring=(control("ecg", "2026-12-01"),)), UNIT, NATALIZUMAB, NOBODY)
    assert (event.slot, event.kind) == ("ecg:1", EventKind.CONTROL)


def test_the_mri_of_the_follow_up_stand_as_far_as_they_lie_ahead() -> None:
    follow_up = Surveillance(d("2027-02-16"), (d("2026-11-16"), d("2026-12-16"), d("2027-02-16")), "R-STOP-4")
    plan = plan_of(surveillance=follow_up)
    assert _wanted(plan) == ["surveillance:2 2026-12-16 10:00", "surveillance:3 2027-02-16 10:00"]
    person = _with(booked("2026-12-10", "08:30", AppointmentKind.MRI))
    assert _wanted(plan, person) == ["mri:1 2026-12-10 08:30", "surveillance:3 2027-02-16 10:00"]


def test_orders_and_collections_follow_every_dispensing() -> None:
    doses = [planned(12 + n, str(d("2026-12-14") + timedelta(28 * n))) for n in range(6)]
    person = patient(dispensings=(Dispensing(d("2026-09-01"), 3),))
    assert _wanted(plan_of(*doses, supply=supply("2027-01-11")), person) == [
        "dose:12 2026-12-14 18:00",
        "order:2 2027-01-04 10:00",
        "collect:2 2027-01-08 10:00",
        "dose:13 2027-01-11 18:00",
        "dose:14 2027-02-08 18:00",
        "dose:15 2027-03-08 18:00",
        "order:3 2027-03-24 10:00",
        "collect:3 2027-04-02 10:00",
        "dose:16 2027-04-05 18:00",
        "dose:17 2027-05-03 18:00",
    ]


def test_what_should_be_ordered_already_is_ordered_on_the_next_open_day_and_then_collected() -> None:
    plan = plan_of(planned(12, "2026-11-25"), supply=supply("2026-11-25"))
    assert _wanted(plan) == [
        "order:1 2026-11-24 10:00",
        "collect:1 2026-11-24 10:30",
        "dose:12 2026-11-25 18:00",
    ]


def test_nothing_is_ordered_for_a_blocked_dose() -> None:
    plan = plan_of(planned(12, "2026-12-14", blocked=True), supply=supply("2026-12-14"))
    assert _wanted(plan) == []
    assert [(row.slot, row.reason) for row in _left_out(plan)] == [
        ("dose:12", LeftOutReason.BLOCKED),
        ("order:1", LeftOutReason.BLOCKED),
        ("collect:1", LeftOutReason.BLOCKED),
    ]


def test_who_has_enough_orders_nothing() -> None:
    assert _wanted(plan_of(planned(12, "2026-12-14"), supply=supply(None))) == ["dose:12 2026-12-14 18:00"]


def test_a_new_prescription_is_asked_for_a_month_before_it_is_needed() -> None:
    plan = plan_of(supply=supply(None, renew_by=d("2027-01-11")))
    person = patient(prescriptions=(Prescription(d("2026-01-12"), 13),))
    assert _wanted(plan, person) == ["renewal:2 2026-12-11 10:00"]


def test_a_protocol_without_supply_has_no_errands() -> None:
    plan = plan_of(supply=supply(None, renew_by=d("2027-01-11")))
    assert wanted_events(plan, UNIT, replace(NATALIZUMAB, supply=None), NOBODY) == ()


@pytest.mark.parametrize("off", [EventKind.HOME_DOSE, EventKind.ORDER, EventKind.COLLECT, EventKind.JCV])
def test_each_kind_can_be_switched_off(off: EventKind) -> None:
    plan = plan_of(planned(12, "2026-12-14"), supply=supply("2026-12-14"), monitoring=(control("jcv", "2026-12-01"),))
    everything = CalendarOptions()
    options = replace(everything, kinds=everything.kinds - {off})
    kinds = {event.kind for event in wanted_events(plan, UNIT, NATALIZUMAB, NOBODY, options)}
    assert kinds == {EventKind.HOME_DOSE, EventKind.ORDER, EventKind.COLLECT, EventKind.JCV} - {off}


def test_what_is_switched_off_is_not_said_to_be_left_out() -> None:
    plan = plan_of(planned(12, "2026-12-14", blocked=True))
    assert _left_out(plan, options=CalendarOptions(kinds=frozenset({EventKind.MRI}))) == ()


def test_a_moved_dose_keeps_its_slot() -> None:
    planner, person = Planner(), patient(series("2026-01-05", 11))
    moved = patient(series("2026-01-05", 11), appointments=(booked("2026-11-11", "12:30"),))
    first, second = (
        wanted_events(planner.plan(who, "2026-10-13"), planner.unit, planner.protocol, who)[0]
        for who in (person, moved)
    )
    assert shown([first, second]) == ["dose:12 2026-11-09 10:00", "dose:12 2026-11-11 12:30"]


@settings(max_examples=60, deadline=None)
@given(patients(), st.integers(0, 400))
def test_any_patient_gets_a_calendar_without_overlaps(person: Patient, ahead: int) -> None:
    planner = Planner()
    plan = planner.plan(person, date(2026, 11, 23) + timedelta(ahead))
    events = wanted_events(plan, planner.unit, planner.protocol, person)
    assert len({event.slot for event in events}) == len(events)
    spans = sorted((event.on, event.time.hour * 60 + event.time.minute, event.minutes) for event in events)
    for (day, start, minutes), (next_day, next_start, _) in pairwise(spans):
        assert day < next_day or start + minutes <= next_start
    blocked = {f"dose:{dose.number}" for dose in plan.doses if dose.blocked and dose.setting is Setting.HOME}
    assert blocked.isdisjoint(event.slot for event in events)


def _visit(number: int, who: str, **fields: object) -> Visit:
    return Visit(id=VisitId(number), patient=PatientId(who), on=d("2026-11-24"), **fields)  # type: ignore[arg-type]  # any of the fields


def test_the_units_week_names_initials_and_places_only() -> None:
    visits = [
        _visit(3, "b", time=time(9), place="Stol 2"),
        _visit(1, "a", time=time(9), place="Stol 1", minutes=75),
        _visit(2, "a", time=None, minutes=0),
        _visit(4, "b", time=time(10), status=AppointmentStatus.CANCELLED),
    ]
    initials = {PatientId("a"): "IM", PatientId("b"): "KN"}
    events = week_events(visits, initials, UNIT)
    assert [(event.slot, event.label, event.time, event.minutes, event.booked) for event in events] == [
        ("visit:2", "IM", time(8), 30, False),
        ("visit:1", "IM · Stol 1", time(9), 75, True),
        ("visit:3", "KN · Stol 2", time(9), 30, True),
    ]
    assert {event.patient for event in events} == {""}

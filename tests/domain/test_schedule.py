from datetime import date, timedelta

import pytest
from builders import d, dose, patient, regimen
from planner import Planner, said

from infusionplanner.domain.patient import Appointment, AppointmentKind, AppointmentStatus, Stop, StopReason
from infusionplanner.domain.schedule import Allowed, Proposal, propose
from infusionplanner.domain.unit import Unit


def shut(*days: str) -> Unit:
    return Unit(closed=frozenset(d(day) for day in days))


@pytest.mark.parametrize(
    ("due", "not_before", "closed", "expected"),
    [
        ("2026-05-25", "2026-04-28", (), Proposal(d("2026-05-26"), (d("2026-05-22"),))),
        ("2026-04-02", "2026-03-06", (), Proposal(d("2026-04-01"), (d("2026-04-07"),))),
        ("2026-11-25", "2026-11-23", (), Proposal(d("2026-11-25"))),
        ("2026-02-09", "2026-02-21", (), Proposal(d("2026-02-23"))),
        ("2026-02-28", "2026-02-28", (), Proposal(d("2026-03-02"))),
        ("2026-12-25", "2026-12-01", ("2026-12-28", "2026-12-29", "2026-12-30"), Proposal(d("2026-12-23"))),
    ],
)
def test_propose_takes_the_nearest_open_day(
    due: str, not_before: str, closed: tuple[str, ...], expected: Proposal
) -> None:
    assert propose(d(due), Allowed(d(not_before)), 5, shut(*closed)) == expected


def test_propose_leaves_the_window_when_all_of_it_is_closed() -> None:
    closed = frozenset(date(2026, 7, 6) + timedelta(n) for n in range(21))
    assert propose(d("2026-07-16"), Allowed(d("2026-07-01")), 5, Unit(closed=closed)) == Proposal(
        d("2026-07-27"), (d("2026-07-03"),)
    )
    assert propose(d("2026-07-10"), Allowed(d("2026-06-30")), 5, Unit(closed=closed)) == Proposal(
        d("2026-07-03"), (d("2026-07-27"),)
    )


def test_a_unit_that_never_opens_gets_the_due_day_and_a_warning() -> None:
    never = Planner(unit=Unit(open_weekdays=frozenset()))
    assert propose(d("2026-07-16"), Allowed(d("2026-07-01")), 5, never.unit) == Proposal(d("2026-07-16"))
    assert propose(d("2026-07-16"), Allowed(d("2026-08-01")), 5, never.unit) == Proposal(d("2026-08-01"))
    found = never.plan(patient([dose("2026-06-01")]), "2026-06-02")
    assert [f.facts["closure"] for f in said(found, "unit.closed")] == ["weekend"]


def booked(day: str, kind: AppointmentKind = AppointmentKind.DOSE, *, cancelled: bool = False) -> Appointment:
    return Appointment(d(day), None, kind, AppointmentStatus.CANCELLED if cancelled else AppointmentStatus.BOOKED)


def test_a_booking_takes_the_place_of_the_proposal_and_anchors_the_next(planner: Planner) -> None:
    rows = (booked("2026-07-01"), booked("2026-06-30", cancelled=True), booked("2026-06-29", AppointmentKind.MRI))
    found = planner.plan(patient([dose("2026-06-01")], appointments=rows), "2026-06-02")
    assert [(row.due, row.proposed, row.booked) for row in found.doses[:2]] == [
        (d("2026-06-29"), d("2026-07-01"), True),
        (d("2026-07-29"), d("2026-07-29"), False),
    ]


def test_a_booking_belongs_to_the_dose_it_is_nearest_to(planner: Planner) -> None:
    found = planner.plan(patient([dose("2026-06-01")], appointments=[booked("2026-07-28")]), "2026-06-02")
    assert [(row.proposed, row.booked) for row in found.doses[:2]] == [
        (d("2026-06-29"), False),
        (d("2026-07-28"), True),
    ]


def test_a_booking_on_a_closed_day_or_outside_the_window_is_warned_of(planner: Planner) -> None:
    found = planner.plan(patient([dose("2026-06-01")], appointments=[booked("2026-06-21")]), "2026-06-02")
    assert found.next_dose is not None
    assert found.next_dose.proposed == d("2026-06-21")
    assert {f.key for f in found.findings} >= {"unit.closed", "interval.too_soon"}


def test_a_passed_booking_with_nothing_recorded_is_a_task(planner: Planner) -> None:
    late = patient([dose("2026-06-01")], appointments=[booked("2026-06-29"), booked("2026-05-04")])
    assert [f.due for f in said(planner.plan(late, "2026-06-30"), "visit.unrecorded")] == [d("2026-06-29")]
    assert said(planner.plan(late, "2026-06-29"), "visit.unrecorded") == []


def test_a_series_ends_at_the_horizon(planner: Planner) -> None:
    row = patient([dose("2026-06-01")], regimens=[regimen("2026-06-01")])
    assert len(planner.plan(row, "2026-06-02").doses) == 13
    assert [x.proposed for x in planner.plan(row, "2026-06-02", months=2).doses] == [d("2026-06-29"), d("2026-07-27")]
    nearest = planner.plan(row, "2026-06-02", months=0)
    assert (nearest.doses, nearest.next_dose and nearest.next_dose.due) == ((), d("2026-06-29"))


def test_a_time_booked_for_an_overdue_dose_is_taken_for_that_dose(planner: Planner) -> None:
    late = patient([dose("2026-04-27")], appointments=[booked("2026-07-10")])
    assert [(row.number, row.proposed, row.booked) for row in planner.plan(late, "2026-07-08").doses[:2]] == [
        (2, d("2026-07-10"), True),
        (3, d("2026-08-07"), False),
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-07-15", [("2026-07-15", True), ("2026-08-12", False)]),
        ("2026-07-17", [("2026-07-17", True), ("2026-08-14", False)]),
        ("2026-07-20", [("2026-06-29", False), ("2026-07-20", True)]),
    ],
)
def test_a_booking_too_soon_for_the_dose_after_belongs_to_this_one(
    planner: Planner, day: str, expected: list[tuple[str, bool]]
) -> None:
    found = planner.plan(patient([dose("2026-06-01")], appointments=[booked(day)]), "2026-06-02")
    assert [(str(row.proposed), row.booked) for row in found.doses[:2]] == expected


def test_a_second_booking_within_21_days_is_no_dose_of_its_own(planner: Planner) -> None:
    rows = (booked("2026-06-29"), booked("2026-07-01"), booked("2026-07-27"))
    found = planner.plan(patient([dose("2026-06-01")], appointments=rows), "2026-06-02")
    assert [(row.number, str(row.proposed), row.booked) for row in found.doses[:3]] == [
        (2, "2026-06-29", True),
        (3, "2026-07-27", True),
        (4, "2026-08-24", False),
    ]


@pytest.mark.parametrize(("stopped", "number"), [("2026-07-27", 1), ("2026-07-28", 2), ("2026-06-29", 0)])
def test_no_dose_is_planned_from_the_day_of_a_stop_to_come(planner: Planner, stopped: str, number: int) -> None:
    row = patient([dose("2026-06-01")], stop=Stop(d(stopped), StopReason.MOVED))
    found = planner.plan(row, "2026-06-02")
    assert len(found.doses) == number
    assert (found.next_dose is None) is (number == 0)
    assert found.home is not None

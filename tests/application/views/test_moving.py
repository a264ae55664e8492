from datetime import date, time

import builders
import pytest
from builders import HOME, IV, d, dose, patient, regimen, series
from planner import NATALIZUMAB

from infusionplanner.application.records import PatientId, Visit, VisitId
from infusionplanner.application.views.moving import (
    Against,
    Case,
    Follows,
    Suits,
    Window,
    dose_for,
    fit,
    preview,
    window_for,
)
from infusionplanner.domain.patient import (
    Appointment,
    AppointmentKind,
    Dispensing,
    DoseStatus,
    Patient,
    Prescription,
    Regimen,
)
from infusionplanner.domain.plan import plan
from infusionplanner.domain.unit import Unit


def booked(day: str, at: time | None = time(9)) -> Appointment:
    return Appointment(d(day), at)


def visit(day: str, at: time | None = time(9), kind: AppointmentKind = AppointmentKind.DOSE) -> Visit:
    return Visit(VisitId(1), PatientId("ex-01"), d(day), at, kind)


def case(who: Patient, today: str, unit: Unit | None = None) -> Case:
    ward = unit or Unit()
    return Case(who, plan(who, NATALIZUMAB, ward, d(today)), NATALIZUMAB, ward)


def window(known: Case, on: str) -> Window:
    return window_for(known, dose_for(known.plan, d(on)))


def fits(known: Case, seen: Window, *days: str) -> list[tuple[Suits, Against | None, int | None]]:
    found = [fit(known, seen, d(day)) for day in days]
    return [(day.suits, day.against, day.days) for day in found]


FOUR = series("2026-08-31", 4)
"""Dose 4 on 23 November 2026: dose 5 is due on Monday 21 December, before Christmas."""


def test_the_due_day_is_best_and_the_window_allowed() -> None:
    known = case(patient(FOUR, appointments=[booked("2026-12-22")]), "2026-11-24")
    seen = window(known, "2026-12-22")
    assert (seen.dose and seen.dose.number, seen.before, seen.number_before) == (5, d("2026-11-23"), 4)
    assert seen.best == {d("2026-12-21")}
    assert fits(known, seen, "2026-12-16", "2026-12-21", "2026-12-23") == [
        (Suits.ALLOWED, None, 23),
        (Suits.BEST, None, 28),
        (Suits.ALLOWED, None, 30),
    ]


def test_outside_the_window_each_day_has_its_reason() -> None:
    known = case(patient(FOUR, appointments=[booked("2026-12-22")]), "2026-11-24")
    seen = window(known, "2026-12-22")
    days = builders.days("2026-11-23 2026-12-24 2026-12-11 2026-12-14 2026-12-15 2026-12-28 2027-01-18 2027-01-19")
    assert fits(known, seen, *map(str, days)) == [
        (Suits.OUTSIDE, Against.PAST, 0),
        (Suits.OUTSIDE, Against.CLOSED, 31),
        (Suits.OUTSIDE, Against.TOO_SOON, 18),
        (Suits.OUTSIDE, Against.EARLY, 21),
        (Suits.OUTSIDE, Against.EARLY, 22),
        (Suits.OUTSIDE, Against.LATE, 35),
        (Suits.OUTSIDE, Against.LATE, 56),
        (Suits.OUTSIDE, Against.REBOUND, 57),
    ]


@pytest.mark.parametrize(
    ("day", "forbidden"),
    [("2026-11-23", True), ("2026-12-24", True), ("2026-12-11", True), ("2026-12-14", False), ("2027-01-19", False)],
)
def test_nothing_is_booked_in_the_past_while_closed_or_too_soon(day: str, *, forbidden: bool) -> None:
    known = case(patient(FOUR, appointments=[booked("2026-12-22")]), "2026-11-24")
    found = fit(known, window(known, "2026-12-22"), d(day))
    assert found.forbidden is forbidden
    assert found.closure == ("christmas_eve" if day == "2026-12-24" else None)


def test_due_on_a_closed_day_both_neighbours_at_the_same_distance_are_best() -> None:
    shut = Unit(closed=frozenset({d("2026-12-09")}))
    known = case(patient([dose("2026-11-11")]), "2026-11-12", shut)
    assert window(known, "2026-12-09").best == {d("2026-12-08"), d("2026-12-10")}
    unequal = Unit(closed=frozenset({d("2026-12-09"), d("2026-12-10")}))
    assert window(case(patient([dose("2026-11-11")]), "2026-11-12", unequal), "2026-12-09").best == {d("2026-12-08")}


def test_an_overdue_dose_is_best_on_the_first_open_day() -> None:
    known = case(patient(FOUR), "2027-01-08")
    seen = window(known, "2027-01-08")
    assert seen.best == {d("2027-01-08")}
    assert fits(known, seen, "2027-01-08", "2027-01-11") == [
        (Suits.BEST, None, 46),
        (Suits.OUTSIDE, Against.LATE, 49),
    ]


def test_a_later_dose_is_counted_from_the_planned_one_before_it() -> None:
    known = case(patient(FOUR, appointments=[booked("2026-12-22"), booked("2027-01-20")]), "2026-11-24")
    seen = window(known, "2027-01-20")
    assert (seen.dose and seen.dose.number, seen.before) == (6, d("2026-12-22"))
    assert fits(known, seen, "2027-01-11", "2027-01-19") == [
        (Suits.OUTSIDE, Against.TOO_SOON, 20),
        (Suits.BEST, None, 28),
    ]


def test_the_first_dose_has_no_dose_before_it() -> None:
    known = case(patient(regimens=[regimen("2026-12-01")]), "2026-11-24")
    seen = window(known, "2026-12-01")
    assert (seen.number_before, seen.before) == (0, None)
    assert fits(known, seen, "2026-12-01", "2027-03-01") == [
        (Suits.BEST, None, None),
        (Suits.OUTSIDE, Against.LATE, None),
    ]


def test_a_visit_without_a_dose_suits_every_open_day_to_come() -> None:
    known = case(patient(FOUR), "2026-11-24")
    seen = window_for(known, None)
    assert seen.number_before == 0
    assert fits(known, seen, "2026-11-25", "2026-11-28", "2026-11-20") == [
        (Suits.ALLOWED, None, None),
        (Suits.OUTSIDE, Against.CLOSED, None),
        (Suits.OUTSIDE, Against.PAST, None),
    ]


def test_an_incomplete_dose_does_not_hold_the_next_one_back_by_21_days() -> None:
    broken_off = (*FOUR, dose("2026-12-21", status=DoseStatus.INCOMPLETE, mg=150))
    known = case(patient(broken_off, appointments=[booked("2026-12-28")]), "2026-12-22")
    assert fit(known, window(known, "2026-12-28"), d("2026-12-28")).against is not Against.TOO_SOON


def test_a_visit_that_fits_no_dose_of_the_plan_takes_the_nearest_one() -> None:
    found = dose_for(case(patient(FOUR), "2026-11-24").plan, d("2027-01-15"))
    assert found is not None
    assert found.number == 6
    at_home = patient(FOUR, regimens=[regimen("2026-08-31", setting=HOME)])
    assert dose_for(case(at_home, "2026-11-24").plan, d("2026-12-21")) is None


def test_a_move_takes_the_later_doses_and_the_tests_along() -> None:
    known = case(patient(FOUR, appointments=[booked("2026-12-21")]), "2026-11-24")
    found = preview(known, d("2026-12-23"), visit("2026-12-21"))
    assert [(row.what, row.number, row.was, row.becomes) for row in found.shifts if row.what is Follows.DOSE] == [
        (Follows.DOSE, 6, d("2027-01-18"), d("2027-01-20")),
        (Follows.DOSE, 7, d("2027-02-15"), d("2027-02-17")),
    ]
    controls = {row.kind: (row.was, row.becomes) for row in found.shifts if row.what is Follows.CONTROL}
    assert controls["bloods"] == (d("2027-01-18"), d("2027-01-20"))
    assert found.plan.doses[0].proposed == d("2026-12-23")
    assert (found.findings, found.squeezed) == ((), None)


def test_a_move_that_changes_nothing_has_no_consequences() -> None:
    known = case(patient(FOUR, appointments=[booked("2026-12-21")]), "2026-11-24")
    assert preview(known, d("2026-12-21"), visit("2026-12-21")).shifts == ()


def test_a_move_outside_the_window_brings_its_warning() -> None:
    known = case(patient(FOUR, appointments=[booked("2026-12-21")]), "2026-11-24")
    found = preview(known, d("2026-12-28"), visit("2026-12-21"))
    assert "interval.late" in [finding.key for finding in found.findings]


def test_a_move_tells_of_the_booked_dose_after_it_that_comes_too_soon() -> None:
    both = [booked("2026-12-21"), booked("2027-01-12", None)]
    found = preview(case(patient(FOUR, appointments=both), "2026-11-24"), d("2026-12-28"), visit("2026-12-21"))
    assert found.squeezed == d("2027-01-12")


def going_home() -> Patient:
    return patient(
        series("2026-06-15", 6, route=IV),
        regimens=[Regimen(d("2026-06-08"), IV), regimen("2026-12-20", setting=HOME)],
        prescriptions=[Prescription(d("2026-11-02"), 3)],
        dispensings=[Dispensing(d("2026-11-10"), 1)],
        appointments=[booked("2026-11-30")],
    )


def test_the_pharmacy_moves_along_with_a_dose_before_the_home_doses() -> None:
    found = preview(case(going_home(), "2026-11-24"), d("2026-12-03"), visit("2026-11-30"))
    moved = {row.what: (row.was, row.becomes) for row in found.shifts if row.what in {Follows.ORDER, Follows.RENEW}}
    assert moved == {
        Follows.ORDER: (d("2027-01-18"), d("2027-01-21")),
        Follows.RENEW: (d("2027-03-22"), d("2027-03-25")),
    }


def test_the_pharmacy_stays_when_the_dose_does() -> None:
    assert preview(case(going_home(), "2026-11-24"), d("2026-11-30"), visit("2026-11-30")).shifts == ()


def test_booking_anew_shows_what_follows_too() -> None:
    known = case(patient(FOUR), "2026-11-24")
    found = preview(known, d("2026-12-22"))
    assert found.plan.doses[0].booked
    assert found.shifts[0].becomes == date(2027, 1, 19)

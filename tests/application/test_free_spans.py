from datetime import date, time

from builders import IV, SC, d

from infusionplanner.application.records import PatientId, Visit, VisitId
from infusionplanner.application.views.slots import free_spans
from infusionplanner.domain.patient import Route
from infusionplanner.domain.unit import Place, PlaceKind, Unit

MONDAY = d("2026-11-23")
ONE_CHAIR = Unit(places=(Place("Stol 1"), Place("Injeksjon", PlaceKind.INJECTION)))


def booked(at: time, minutes: int, place: str = "Stol 1", on: date = MONDAY) -> Visit:
    return Visit(VisitId(1), PatientId("x"), on, at, place=place, minutes=minutes)


def spans(*visits: Visit, minutes: int = 60, route: Route | None = IV, unit: Unit = ONE_CHAIR) -> list[str]:
    found = free_spans(unit, visits, MONDAY, minutes, route)
    return [f"{first:%H:%M}-{last:%H:%M}" for first, last in found]


def test_an_empty_day_is_free_until_the_last_start_before_closing() -> None:
    assert spans() == ["08:00-14:30"]


def test_a_visit_takes_its_chair_and_the_starts_that_would_run_into_it() -> None:
    assert spans(booked(time(10), 90)) == ["08:00-09:00", "11:30-14:30"]


def test_visits_of_other_days_and_without_a_time_take_nothing() -> None:
    other = booked(time(10), 90, on=d("2026-11-24"))
    assert spans(other, Visit(VisitId(2), PatientId("y"), MONDAY, None, place="Stol 1", minutes=60)) == ["08:00-14:30"]


def test_an_injection_has_one_place_more() -> None:
    assert spans(booked(time(10), 90), route=SC) == ["08:00-14:30"]


def test_a_full_day_and_a_closed_day_have_no_free_time() -> None:
    assert spans(booked(time(8), 450)) == []
    assert spans(unit=Unit(closed=frozenset({MONDAY}))) == []


def test_a_unit_without_places_is_free_all_day() -> None:
    assert spans(booked(time(8), 450), unit=Unit()) == ["08:00-14:30"]

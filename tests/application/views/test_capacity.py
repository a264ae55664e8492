from datetime import date, time

import pytest
from builders import HOME, IV, d, patient, regimen, series
from desks import Bench
from planner import NATALIZUMAB

from infusionplanner.application.records import PatientId, Visit, VisitId
from infusionplanner.application.views.capacity import Book, DayLoad, Problem, coming_load, load, to_look_at, weeks_of
from infusionplanner.application.views.overview import Overview
from infusionplanner.domain.patient import Appointment, AppointmentKind, AppointmentStatus, Patient
from infusionplanner.domain.plan import plan
from infusionplanner.domain.unit import Place, Unit

MONDAY = d("2026-11-23")
TWO_CHAIRS = Unit(places=(Place("Stol 1"), Place("Stol 2")))
INGRID = PatientId("ingrid")


def visit(day: str, **fields: object) -> Visit:
    usual: dict[str, object] = {"place": "Stol 1", "minutes": 120, "observation_minutes": 60, **fields}
    return Visit(VisitId(1), INGRID, d(day), usual.pop("time", time(9)), **usual)  # type: ignore[arg-type]


def book(*visits: Visit, patients: tuple[Patient, ...] = (), unit: Unit = TWO_CHAIRS) -> Book:
    known = {PatientId(str(number)): who for number, who in enumerate(patients)}
    plans = {who: plan(row, NATALIZUMAB, unit, MONDAY) for who, row in known.items()}
    return Book(unit, plans, dict.fromkeys(known, NATALIZUMAB), visits)


def on(day: str, known: Book, weeks: int = 12) -> DayLoad:
    return next(row for row in load(known, MONDAY, weeks) if row.on == d(day))


def test_booked_visits_take_the_place_and_the_nurse() -> None:
    found = on("2026-11-24", book(visit("2026-11-24"), visit("2026-11-24", minutes=30, observation_minutes=0)))
    assert (found.booked, found.expected, found.visits) == (2, 0, 2)
    assert (found.chair_minutes, found.nurse_minutes, found.open_minutes) == (150, 90, 900)
    assert found.share == pytest.approx(150 / 900)
    assert found.problems == ()


def test_what_does_not_stand_or_is_elsewhere_is_not_counted() -> None:
    found = on(
        "2026-11-24",
        book(
            visit("2026-11-24", status=AppointmentStatus.CANCELLED),
            visit("2026-11-24", not_given="infection"),
            visit("2026-11-24", kind=AppointmentKind.MRI),
            visit("2027-11-24"),
        ),
    )
    assert found.visits == 0


def test_a_dose_without_a_time_is_expected_with_the_length_it_needs() -> None:
    rules, watch = NATALIZUMAB.visit, NATALIZUMAB.observation
    assert watch is not None
    iv = patient(series("2026-11-02", 1, route=IV))
    found = on("2026-11-30", book(patients=(iv, patient(series("2026-11-02", 1)))))
    assert (found.booked, found.expected) == (0, 2)
    assert found.nurse_minutes == rules.minutes_iv + rules.minutes_sc
    assert found.chair_minutes == found.nurse_minutes + 2 * watch.minutes


def test_a_dose_that_is_booked_is_counted_by_its_visit_alone() -> None:
    who = patient(series("2026-11-02", 1), appointments=[Appointment(d("2026-11-30"), time(9))])
    found = on("2026-11-30", book(visit("2026-11-30"), patients=(who,)))
    assert (found.booked, found.expected, found.outside) == (1, 0, 0)


def test_home_doses_and_what_lies_beyond_the_weeks_take_no_place() -> None:
    at_home = patient(series("2026-11-02", 1), regimens=[regimen("2026-11-02", setting=HOME)])
    assert on("2026-11-30", book(patients=(at_home,))).visits == 0
    assert sum(row.visits for row in load(book(patients=(patient(series("2026-11-02", 1)),)), MONDAY, 1)) == 0


def test_only_the_doses_of_these_weeks_are_counted() -> None:
    who = patient(series("2026-11-02", 1))
    assert sum(row.visits for row in load(book(patients=(who,)), d("2026-12-28"), 4)) == 1
    near = Book(TWO_CHAIRS, {INGRID: plan(who, NATALIZUMAB, TWO_CHAIRS, MONDAY, months=1)}, {INGRID: NATALIZUMAB})
    assert sum(row.visits for row in load(near, MONDAY)) == 1


@pytest.mark.parametrize(
    ("visits", "problems"),
    [
        ((visit("2026-11-24", time=None),), (Problem.NO_PLACE,)),
        ((visit("2026-11-24", place=None),), (Problem.NO_PLACE,)),
        ((visit("2026-11-24", minutes=809),), ()),
        ((visit("2026-11-24", minutes=810),), (Problem.FULL,)),
        ((visit("2026-11-24", minutes=900),), (Problem.FULL,)),
        ((visit("2026-11-24", minutes=901),), (Problem.OVER,)),
        ((visit("2026-11-24", minutes=None),), ()),
    ],
)
def test_a_day_to_look_at_tells_why(visits: tuple[Visit, ...], problems: tuple[Problem, ...]) -> None:
    assert on("2026-11-24", book(*visits)).problems == problems


def test_a_dose_booked_outside_its_window_is_to_be_looked_at() -> None:
    who = patient(series("2026-11-02", 1), appointments=[Appointment(d("2026-12-07"), time(9))])
    found = load(book(visit("2026-12-07"), patients=(who,)), MONDAY)
    assert [(row.on, row.problems) for row in to_look_at(found)] == [(d("2026-12-07"), (Problem.OUTSIDE,))]


def test_a_closed_day_has_no_time_and_visits_on_it_are_a_problem() -> None:
    empty, taken = on("2026-12-24", book()), on("2026-12-24", book(visit("2026-12-24")))
    assert (empty.closure, empty.open_minutes, empty.share, empty.problems) == ("christmas_eve", 0, 0.0, ())
    assert (taken.problems, taken.share) == ((Problem.CLOSED,), 2.0)


def test_a_unit_without_places_has_the_time_of_one() -> None:
    assert on("2026-11-24", book(unit=Unit())).open_minutes == 450


def weekdays(days: tuple[DayLoad, ...]) -> list[set[int]]:
    return [{day.on.isoweekday() for day in week} for week in weeks_of(days)]


def test_the_weeks_are_whole_and_across_the_year() -> None:
    rows = weeks_of(load(book(), MONDAY))
    assert [(row[0].on, len(row)) for row in rows][::11] == [(MONDAY, 5), (d("2027-02-08"), 5)]
    assert [row[0].on.isocalendar().week for row in rows] == [48, 49, 50, 51, 52, 53, 1, 2, 3, 4, 5, 6]


def test_a_weekend_is_shown_when_it_is_open_or_has_visits() -> None:
    assert weekdays(load(book(), MONDAY, 2)) == [{1, 2, 3, 4, 5}] * 2
    open_once = Unit(open=frozenset({date(2026, 11, 28)}))
    assert weekdays(load(book(unit=open_once), MONDAY, 2)) == [{1, 2, 3, 4, 5, 6}] * 2
    assert weekdays(load(book(visit("2026-12-06")), MONDAY, 2)) == [{1, 2, 3, 4, 5, 7}] * 2


def test_the_coming_weeks_are_counted_from_the_unit(bench: Bench) -> None:
    def days() -> dict[date, DayLoad]:
        return {row.on: row for row in coming_load(Overview.of(bench.desk), MONDAY)}

    assert len(days()) == 12 * 7
    assert (days()[MONDAY].expected, days()[d("2026-11-25")].visits) == (1, 0)
    bench.put_visit(d("2026-11-25"))
    assert (days()[MONDAY].expected, days()[d("2026-11-25")].booked) == (0, 1)

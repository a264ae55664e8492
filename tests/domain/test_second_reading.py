"""What the rules say since they were read a second time, where no dated case stands for it."""

from dataclasses import replace
from datetime import date, timedelta

from builders import d, dose, jcv, patient, result, series
from planner import NATALIZUMAB, Planner, keys

from infusionplanner.domain.controls.clinical import relapses_since_control
from infusionplanner.domain.controls.nab import unconfirmed_positive
from infusionplanner.domain.patient import (
    Answer,
    EarlierDoses,
    Event,
    EventKind,
    Exposure,
    ExposureKind,
    GestationalAge,
    Pregnancy,
    PregnancyPlan,
)
from infusionplanner.domain.result import Tier
from infusionplanner.domain.unit import Unit


def test_a_high_index_after_plasma_exchange_counts_with_its_index(planner: Planner) -> None:
    exchange = Exposure(ExposureKind.PLASMA_EXCHANGE, d("2026-06-01"))
    who = patient(
        series("2025-01-06", 18),
        results=[jcv("2026-06-03", Answer.POSITIVE, 1.8)],
        exposures=[exchange],
        prior_immunosuppression=False,
    )
    found = planner.plan(who, "2026-06-10").pml
    assert found is not None
    assert (found.tier, found.column) == (Tier.HIGH, "high")


def test_a_sample_without_an_answer_that_a_later_one_answers_asks_for_nothing() -> None:
    assert NATALIZUMAB.monitoring is not None
    rows = [result("nab", "2026-01-05", answer=None), result("nab", "2026-02-16")]
    assert unconfirmed_positive(rows, NATALIZUMAB.monitoring) is None
    assert unconfirmed_positive(rows[:1], NATALIZUMAB.monitoring) == rows[0]


def test_relapses_are_counted_from_the_last_control() -> None:
    events = tuple(
        Event(kind, d(on))
        for kind, on in (
            (EventKind.RELAPSE, "2026-01-10"),
            (EventKind.RELAPSE, "2026-03-10"),
            (EventKind.INFECTION, "2026-03-11"),
            (EventKind.RELAPSE, "2026-09-10"),
        )
    )
    who = patient(series("2025-06-02", 12), results=[result("edss", "2026-02-02", value=2.0)], events=events)
    assert relapses_since_control(who, d("2026-06-01")) == 1
    assert relapses_since_control(replace(who, results=()), d("2026-06-01")) == 2


def test_doses_elsewhere_in_two_courses_are_one_count_with_the_first_and_the_last_day(planner: Planner) -> None:
    before = patient(
        [dose("2020-03-02")], earlier_doses=EarlierDoses(1, 2, d("2019-01-07"), d("2019-03-04"), "letter")
    ).course
    now = patient(series("2025-01-06", 2), earlier_doses=EarlierDoses(0, 4, d("2024-09-02"), d("2024-11-25"), "record"))
    found = planner.view(replace(now, earlier_courses=(before,)), "2025-02-10").earlier
    assert found == EarlierDoses(1, 6, d("2019-01-07"), d("2024-11-25"), "letter", 7)


def test_a_last_dose_of_a_pregnancy_without_an_open_day_is_left_to_the_doctor() -> None:
    """R-PREG-2: due on 8 September, 34+0 is 27 September, and the unit is closed all that time."""
    closed = frozenset(date(2026, 9, 1) + timedelta(n) for n in range(40))
    planner = Planner(unit=Unit(closed=closed))
    pregnancy = Pregnancy(d("2026-03-24"), GestationalAge(7, 2), PregnancyPlan(42, "Dr. Ek", d("2026-03-24")))
    who = patient([*series("2025-01-28", 15), dose("2026-07-28")], pregnancies=[pregnancy])
    found = planner.plan(who, "2026-07-29")
    assert found.next_dose is not None
    assert (found.next_dose.due, found.next_dose.proposed, found.next_dose.blocked) == (d("2026-09-08"), None, True)
    assert len(found.doses) == 1
    assert {"pregnancy.no_day", "pregnancy.day_by_doctor"} <= set(keys(found))

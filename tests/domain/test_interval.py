from dataclasses import replace

import pytest
from builders import HOME, IV, SC, UNIT, d, dose, patient, regimen, series
from planner import Planner, keys, said

from infusionplanner.domain.finding import Level
from infusionplanner.domain.patient import (
    Bridging,
    Course,
    DoseStatus,
    EarlierDoses,
    GestationalAge,
    IntervalReason,
    NextTreatment,
    Patient,
    Pregnancy,
    PregnancyPlan,
    Stop,
)
from infusionplanner.domain.result import ReboundLevel, Verdict


def test_next_due_counts_from_the_actual_dose(planner: Planner) -> None:
    found = planner.plan(patient([dose("2026-01-05"), dose("2026-02-06")]), "2026-02-07")
    assert [row.due for row in found.doses[:3]] == [d("2026-03-06"), d("2026-04-03"), d("2026-04-29")]
    assert [row.proposed for row in found.doses[:3]] == [d("2026-03-06"), d("2026-04-01"), d("2026-04-29")]


def test_without_a_regimen_the_standard_interval_and_the_last_route_hold(planner: Planner) -> None:
    coming = planner.plan(patient([dose("2026-01-05", route=IV)], regimens=()), "2026-01-06").next_dose
    assert coming is not None
    assert (coming.due, coming.route, coming.setting, coming.interval_days) == (d("2026-02-02"), IV, UNIT, 28)


def test_nothing_ordered_and_nothing_given_is_a_task(planner: Planner) -> None:
    found = planner.plan(Patient("new", Course()), "2026-11-23")
    assert found.next_dose is None
    assert keys(found)[-1:] == ["start.not_ordered"]
    assert planner.check(Patient("new", Course()), "2026-11-23").days_since_last is None


def test_the_first_dose_is_due_when_the_first_regimen_starts(planner: Planner) -> None:
    new = patient(regimens=[regimen("2026-12-07")])
    assert [row.due for row in planner.plan(new, "2026-11-23").doses[:2]] == [d("2026-12-07"), d("2027-01-04")]


def test_an_order_that_starts_before_the_due_day_decides(planner: Planner) -> None:
    rows = [regimen("2024-01-01", route=IV), regimen("2026-06-20", route=IV, interval_days=42, ordered_by="Dr. Ek")]
    coming = planner.plan(patient([dose("2026-06-01", route=IV)], regimens=rows), "2026-06-02").next_dose
    assert coming is not None
    assert (coming.due, coming.interval_days) == (d("2026-07-13"), 42)


def test_an_order_that_starts_after_the_due_day_waits_for_the_dose_after(planner: Planner) -> None:
    rows = [regimen("2024-01-01", route=IV), regimen("2026-07-05", route=IV, interval_days=42, ordered_by="Dr. Ek")]
    found = planner.plan(patient([dose("2026-06-01", route=IV)], regimens=rows), "2026-06-02")
    assert [(row.due, row.interval_days) for row in found.doses[:2]] == [(d("2026-06-29"), 28), (d("2026-08-10"), 42)]


def test_regimens_are_read_by_their_day_and_not_by_their_order(planner: Planner) -> None:
    rows = [regimen("2026-06-01", setting=HOME), regimen("2026-01-05")]
    found = planner.plan(patient(series("2026-01-05", 5), regimens=rows), "2026-05-01")
    assert [row.setting for row in found.doses[:2]] == [UNIT, HOME]


@pytest.mark.parametrize(
    ("day", "verdict", "key"),
    [
        ("2026-06-21", Verdict.STOP, "interval.too_soon"),
        ("2026-06-22", Verdict.WARN, "interval.outside_window"),
        ("2026-06-23", Verdict.WARN, "interval.outside_window"),
        ("2026-06-24", Verdict.WARN, None),
        ("2026-07-04", Verdict.WARN, None),
        ("2026-07-05", Verdict.WARN, "interval.late"),
    ],
)
def test_the_window_and_the_minimum_are_inclusive(
    planner: Planner, day: str, verdict: Verdict, key: str | None
) -> None:
    answer = planner.check(patient([dose("2026-06-01")]), day)
    timing = [name for name in keys(answer) if name.startswith("interval.")]
    assert timing == ([key] if key else [])
    assert answer.verdict is verdict


def test_too_soon_names_the_earliest_day(planner: Planner) -> None:
    (finding,) = said(planner.check(patient([dose("2026-06-01")]), "2026-06-19"), "interval.too_soon")
    assert finding.facts == {"last": d("2026-06-01"), "days": 18, "minimum_days": 21, "earliest": d("2026-06-22")}


@pytest.mark.parametrize(("day", "stops"), [("2026-03-09", False), ("2026-03-10", True)])
def test_a_doctor_clears_a_dose_over_56_days_after_the_last(planner: Planner, day: str, stops: bool) -> None:
    answer = planner.check(patient([dose("2025-12-15"), dose("2026-01-12")]), day)
    assert bool(said(answer, "dose.late")) is stops


def test_an_extended_order_without_a_doctor_and_past_its_review(planner: Planner) -> None:
    row = regimen("2025-01-01", route=IV, interval_days=42, review_on=d("2026-01-10"))
    found = planner.plan(patient(series("2023-01-02", 3, route=IV), regimens=[row]), "2026-01-10")
    assert [(f.rule, f.level) for f in said(found, "interval.no_order")] == [("R-INT-5", Level.WARN)]
    assert [f.due for f in said(found, "interval.review_due")] == [d("2026-01-10")]


def test_the_two_year_limit_is_named_until_it_is_reached(planner: Planner) -> None:
    row = regimen("2026-06-01", route=IV, interval_days=42, ordered_by="Dr. Ek")
    given = series("2024-09-12", 22, route=IV)
    before = planner.plan(patient(given, regimens=[row]), "2026-09-11")
    assert [f.facts["limit"] for f in said(before, "interval.before_limit")] == [d("2026-09-12")]
    assert said(planner.plan(patient(given, regimens=[row]), "2026-09-12"), "interval.before_limit") == []


def test_an_order_made_after_the_limit_ends_the_task_to_consider(planner: Planner) -> None:
    given = series("2024-09-12", 26, route=IV)
    open_task = patient(given, regimens=[regimen("2024-09-12", route=IV)])
    decided = patient(
        given, regimens=[regimen("2024-09-12", route=IV), regimen("2026-09-13", route=IV, ordered_by="Dr. Ek")]
    )
    assert len(said(planner.plan(open_task, "2026-09-14"), "interval.consider")) == 1
    assert said(planner.plan(decided, "2026-09-14"), "interval.consider") == []


def test_a_changed_route_falls_back_and_says_so(planner: Planner) -> None:
    rows = [regimen("2022-01-01", route=IV, interval_days=42, ordered_by="Dr. Ek"), regimen("2026-04-17")]
    found = planner.plan(patient([dose("2026-04-16", route=IV)], regimens=rows), "2026-04-20")
    assert [f.facts["interval_days"] for f in said(found, "interval.fell_back")] == [28]


def test_an_unknown_route_needs_a_reason_like_sc(planner: Planner) -> None:
    row = regimen("2022-01-01", route=None, interval_days=42, ordered_by="Dr. Ek")
    assert (
        len(
            said(
                planner.plan(patient(series("2023-01-02", 3), regimens=[row]), "2023-03-01"), "interval.reason_missing"
            )
        )
        == 1
    )
    coded = regimen("2022-01-01", interval_days=42, ordered_by="Dr. Ek", reason=IntervalReason.COMORBIDITY)
    assert (
        said(planner.plan(patient(series("2023-01-02", 3), regimens=[coded]), "2023-03-01"), "interval.reason_missing")
        == []
    )


def test_the_rebound_clock_runs_from_a_partial_dose_and_the_count_does_not(planner: Planner) -> None:
    partial = dose("2026-02-02", status=DoseStatus.INCOMPLETE, mg=150)
    found = planner.plan(patient([dose("2026-01-05"), partial]), "2026-02-10")
    assert found.doses_completed == 1
    assert found.rebound is not None
    assert (found.rebound.last_dose, found.rebound.days) == (d("2026-02-02"), 8)
    assert found.next_dose is not None
    assert (found.next_dose.due, found.next_dose.proposed, found.next_dose.blocked) == (
        d("2026-02-02"),
        d("2026-02-23"),
        True,
    )


@pytest.mark.parametrize(("status", "key"), [(None, "dose.unknown"), (DoseStatus.INCOMPLETE, "dose.incomplete")])
def test_a_dose_not_known_to_be_whole_does_not_count(planner: Planner, status: DoseStatus | None, key: str) -> None:
    found = planner.plan(patient([dose("2026-01-05"), dose("2026-02-02", status=status, mg=150)]), "2026-02-03")
    assert found.doses_completed == 1
    assert [f.rule for f in said(found, key)] == ["R-INT-11"]
    assert found.next_dose is not None
    assert found.next_dose.blocked


@pytest.mark.parametrize(
    ("mg", "warned"), [(150, True), (299, True), (300, False), (301, True), (600, True), (None, False)]
)
def test_a_given_dose_counts_whatever_its_amount_and_another_than_the_usual_is_warned_of(
    planner: Planner, mg: int | None, warned: bool
) -> None:
    found = planner.plan(patient([dose("2026-01-05"), dose("2026-02-02", mg=mg)]), "2026-02-03")
    assert (found.doses_completed, [f.facts["mg"] for f in said(found, "dose.other_amount")]) == (2, [mg] * warned)
    later = planner.plan(patient([dose("2026-01-05", mg=mg), dose("2026-02-02")]), "2026-02-03")
    assert said(later, "dose.other_amount") == []


def test_a_missed_dose_leaves_no_trace_in_the_count(planner: Planner) -> None:
    missed = dose("2026-02-02", status=DoseStatus.MISSED, mg=None)
    found = planner.plan(patient([dose("2026-01-05"), missed]), "2026-02-03")
    assert (found.doses_completed, found.rebound and found.rebound.last_dose) == (1, d("2026-01-05"))


@pytest.mark.parametrize(
    ("started", "level"), [(None, ReboundLevel.CRITICAL), ("2026-05-20", None), ("2026-12-24", ReboundLevel.CRITICAL)]
)
def test_the_rebound_clock_ends_when_another_treatment_has_started(
    planner: Planner, started: str | None, level: ReboundLevel | None
) -> None:
    following = NextTreatment("rituximab", d(started) if started else None)
    ended = patient([dose("2026-01-05")], stop=Stop(d("2026-01-20"), next=following))
    clock = planner.plan(ended, "2026-06-01").rebound
    assert (clock.level if clock else None) is level


@pytest.mark.parametrize(
    ("on", "said_of_it"),
    [
        ("2026-03-09", []),
        ("2026-03-10", ["rebound.warn", "dose.late"]),
        ("2026-03-23", ["rebound.warn", "dose.late"]),
        ("2026-03-24", ["rebound.critical", "dose.late"]),
    ],
)
def test_the_rebound_clock_is_asked_for_a_dose_on_a_day_too(planner: Planner, on: str, said_of_it: list[str]) -> None:
    answer = planner.check(patient(series("2025-12-15", 2)), on)
    assert sorted(key for key in keys(answer) if key.startswith(("rebound.", "dose."))) == sorted(said_of_it)


def test_critical_rebound_is_shown_as_a_stop_on_the_coming_dose(planner: Planner) -> None:
    found = planner.plan(patient([dose("2026-01-12")]), "2026-03-24")
    assert [(f.level, dict(f.facts)) for f in said(found, "rebound.critical")] == [
        (Level.STOP, {"last": d("2026-01-12"), "days": 71})
    ]
    assert [row.blocked for row in found.doses[:2]] == [True, False]


def test_a_bridging_course_keeps_the_standard_interval_and_ends(planner: Planner) -> None:
    course = patient(
        series("2026-08-10", 2),
        regimens=[regimen("2026-08-10", interval_days=42, ordered_by="Dr. Ek")],
        bridging=Bridging(3, "ocrelizumab", d("2026-11-02")),
    )
    found = planner.plan(course, "2026-09-08")
    assert [(row.number, row.due, row.interval_days) for row in found.doses] == [(3, d("2026-10-05"), 28)]
    assert found.transition is not None
    assert (found.transition.treatment, found.transition.due, found.transition.rule) == (
        "ocrelizumab",
        d("2026-11-02"),
        "R-INT-12",
    )
    assert [dict(f.facts) for f in said(found, "bridging.course")] == [
        {"planned": 3, "given": 2, "next_on": d("2026-11-02")}
    ]


def test_a_bridging_course_without_its_next_date_stops(planner: Planner) -> None:
    found = planner.plan(patient(series("2026-08-10", 1), bridging=Bridging(3)), "2026-08-11")
    assert [f.level for f in said(found, "bridging.next_date_missing")] == [Level.STOP]
    assert found.transition is None


def test_one_dose_more_than_the_bridging_course_is_a_doctors_decision(planner: Planner) -> None:
    done = patient(series("2026-08-10", 3), bridging=Bridging(3, "ocrelizumab", d("2026-11-02")))
    assert planner.plan(done, "2026-10-06").doses == ()
    answer = planner.check(done, "2026-11-02")
    assert [dict(f.facts) for f in said(answer, "bridging.complete")] == [{"planned": 3}]
    assert answer.verdict is Verdict.STOP


def test_an_undocumented_dose_elsewhere_still_keeps_the_minimum_interval(planner: Planner) -> None:
    earlier = EarlierDoses(sc=4, last_on=d("2026-11-10"))
    new = patient(regimens=[regimen("2026-11-23")], earlier_doses=earlier)
    assert len(said(planner.check(new, "2026-11-23"), "interval.too_soon")) == 1
    assert planner.plan(new, "2026-11-23").doses_completed == 0


def test_a_home_dose_stays_on_its_due_day(planner: Planner) -> None:
    rows = [regimen("2026-01-05"), regimen("2026-05-01", setting=HOME)]
    found = planner.plan(patient(series("2026-01-04", 6), regimens=rows), "2026-05-25")
    coming = found.doses[0]
    assert (coming.due, coming.proposed, coming.route) == (d("2026-06-21"), d("2026-06-21"), SC)
    assert coming.due.isoweekday() == 7


@pytest.mark.parametrize(("interval", "beyond"), [(42, False), (43, True)])
def test_an_interval_longer_than_the_extended_one_is_warned_of(planner: Planner, interval: int, beyond: bool) -> None:
    row = regimen("2022-01-01", route=IV, interval_days=interval, ordered_by="Dr. Ek")
    found = planner.plan(patient(series("2022-01-03", 3, route=IV), regimens=[row]), "2022-03-01")
    assert [f.rule for f in said(found, "interval.beyond_extended")] == (["R-INT-5"] if beyond else [])


def test_another_route_than_an_extended_orders_own_falls_back_to_the_standard_interval(planner: Planner) -> None:
    order = regimen("2024-01-01", route=IV, interval_days=42, ordered_by="Dr. Ek", ordered_on=d("2024-01-01"))
    row = patient([dose("2023-01-02", route=IV), dose("2026-03-05", route=IV)], regimens=[order])
    same, other = planner.check(row, "2026-04-16"), planner.check(row, "2026-04-16", route=SC)
    assert said(same, "interval.late") == said(same, "interval.fell_back") == []
    assert [(f.rule, f.facts["due"], f.facts["days_late"]) for f in said(other, "interval.late")] == [
        ("R-INT-3", d("2026-04-02"), 14)
    ]
    assert [f.rule for f in said(other, "interval.fell_back")] == ["R-INT-8"]
    assert said(planner.check(row, "2026-04-02", route=SC), "interval.outside_window") == []
    assert len(said(planner.check(row, "2026-04-02"), "interval.outside_window")) == 1
    assert said(planner.check(row, "2026-04-16", route=IV), "interval.fell_back") == []


def test_an_extended_order_without_a_route_needs_a_reason_whatever_is_asked(planner: Planner) -> None:
    row = patient([dose("2026-03-05")], regimens=[regimen("2024-01-01", route=None, interval_days=42)])
    assert len(said(planner.check(row, "2026-04-16", route=SC), "interval.reason_missing")) == 1


def test_a_standard_interval_holds_for_every_route(planner: Planner) -> None:
    row = patient([dose("2026-03-05", route=IV)], regimens=[regimen("2024-01-01", route=IV)])
    assert said(planner.check(row, "2026-04-01", route=SC), "interval.fell_back") == []


def test_two_years_on_four_weeks_is_a_task_also_without_a_regimen(planner: Planner) -> None:
    row = patient([dose("2024-03-04", route=IV), dose("2026-02-16", route=IV)], regimens=())
    assert [f.due for f in said(planner.plan(row, "2026-03-04"), "interval.consider")] == [d("2026-03-04")]
    expecting = Pregnancy(d("2026-03-01"), GestationalAge(9, 0), PregnancyPlan(28, "Dr. Ek", d("2026-03-02")))
    assert said(planner.plan(replace(row, pregnancies=(expecting,)), "2026-03-04"), "interval.consider") == []


@pytest.mark.parametrize(("on", "warned"), [("2026-03-03", True), ("2026-03-04", False)])
def test_the_first_dose_known_sets_the_limit_when_the_first_one_elsewhere_has_no_day(
    planner: Planner, on: str, warned: bool
) -> None:
    order = regimen("2024-03-04", route=IV, interval_days=42, ordered_by="Dr. Ek")
    elsewhere = EarlierDoses(iv=9, source="letter")
    row = patient([dose("2024-03-04", route=IV), dose("2026-02-16", route=IV)], regimens=[order])
    row = replace(row, course=replace(row.course, earlier_doses=elsewhere))
    assert [f.facts["limit"] for f in said(planner.plan(row, on), "interval.before_limit")] == (
        [d("2026-03-04")] if warned else []
    )


@pytest.mark.parametrize(("started", "running"), [("2026-03-04", True), ("2026-03-05", False), ("2026-03-20", True)])
def test_only_a_treatment_started_since_the_last_dose_ends_the_clock(
    planner: Planner, started: str, running: bool
) -> None:
    row = patient([dose("2026-03-05")], stop=Stop(d("2026-03-06"), next=NextTreatment("rituximab", d(started))))
    assert (planner.plan(row, "2026-03-10").rebound is not None) is running

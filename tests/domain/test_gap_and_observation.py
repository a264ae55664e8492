import pytest
from builders import IV, d, dose, patient, regimen, series
from hypothesis import given
from hypothesis import strategies as st
from planner import Planner, keys, said

from infusionplanner.domain.counting import Counted, before
from infusionplanner.domain.finding import Level
from infusionplanner.domain.observation import first_doses, reduced_minutes
from infusionplanner.domain.patient import EarlierDoses, Reaction, ReactionLift, Route
from infusionplanner.domain.result import ObservationStatus, Verdict

REQUIRED, REDUCIBLE = ObservationStatus.REQUIRED, ObservationStatus.REDUCIBLE


@pytest.mark.parametrize(("day", "restart"), [("2026-03-14", False), ("2026-03-15", True)])
def test_six_calendar_months_start_the_counts_again(planner: Planner, day: str, restart: bool) -> None:
    answer = planner.check(patient(series("2024-09-16", 14)), day)
    assert bool(said(answer, "gap.restart")) is restart


def test_a_restart_within_the_record_counts_only_what_came_after(planner: Planner) -> None:
    given_doses = (*series("2024-01-08", 8), *series("2026-01-05", 2))
    found = planner.plan(patient(given_doses), "2026-02-10")
    assert found.doses_completed == 10
    assert found.next_dose is not None
    assert found.next_dose.number == 11
    assert found.next_dose.observation is not None
    assert (found.next_dose.observation.counted, found.next_dose.observation.status) == (2, REQUIRED)


def test_documented_doses_without_a_last_day_count_as_before_a_restart(planner: Planner) -> None:
    earlier = EarlierDoses(sc=9, source="discharge letter")
    found = planner.plan(patient(regimens=[regimen("2026-06-01")], earlier_doses=earlier), "2026-06-01")
    assert found.next_dose is not None
    assert found.next_dose.number == 10
    assert found.next_dose.observation is not None
    assert (found.next_dose.observation.counted, found.next_dose.observation.status) == (0, REQUIRED)
    assert [f.level for f in said(found, "gap.unknown")] == [Level.STOP]
    followed = planner.plan(patient(series("2026-06-01", 2), earlier_doses=earlier), "2026-06-30")
    assert followed.next_dose is not None
    assert followed.next_dose.observation is not None
    assert followed.next_dose.observation.counted == 2


def test_short_exposure_and_checklist_after_a_gap(planner: Planner) -> None:
    found = planner.plan(patient([dose("2025-10-06"), dose("2025-11-03")]), "2026-02-09")
    assert [dict(f.facts) for f in said(found, "gap.short_exposure")] == [{"last": d("2025-11-03"), "doses": 2}]
    assert [dict(f.facts) for f in said(found, "gap.checklist")] == [{"last": d("2025-11-03"), "days": 98}]


@given(st.integers(0, 12))
def test_dose_seven_is_the_first_that_may_be_shortened(number: int) -> None:
    found = Planner().plan(patient(series("2025-01-06", number), regimens=[regimen("2025-01-06")]), "2026-01-05")
    for row in found.doses:
        assert row.observation is not None
        if row.number <= 6:
            assert row.observation.status is REQUIRED


def test_the_first_reducible_dose_is_number_seven(planner: Planner) -> None:
    found = planner.plan(patient([dose("2026-01-05")]), "2026-01-06")
    status = {row.number: row.observation.status for row in found.doses if row.observation}
    assert min(number for number, state in status.items() if state is REDUCIBLE) == 7


@pytest.mark.parametrize(
    ("counted", "route", "iv", "expected"),
    [
        (Counted(5, 5), Route.IV, 12, (5, 12, "R-OBS-4")),
        (Counted(2, 2), None, 12, (2, 12, "R-OBS-4")),
        (Counted(4, 4), None, 4, (4, 6, "R-OBS-1")),
        (Counted(6, 6), Route.IV, 12, (6, 12, "R-OBS-4")),
        (Counted(20, 0), Route.IV, 12, (0, 12, "R-OBS-4")),
        (Counted(20, 0), Route.SC, 12, (20, 6, "R-OBS-1")),
        (Counted(20, 3), None, 12, (3, 12, "R-OBS-4")),
        (Counted(4, 4), Route.IV, 4, (4, 4, "R-OBS-1")),
        (Counted(4, 4), Route.SC, 4, (4, 6, "R-OBS-1")),
    ],
)
def test_first_doses_lets_the_stricter_rule_win(
    planner: Planner, counted: Counted, route: Route | None, iv: int, expected: tuple[int, int, str]
) -> None:
    rules = planner.with_parameters(observation_first_doses__iv=iv).protocol.observation
    assert rules is not None
    assert first_doses(counted, route, rules) == expected


def test_reduced_minutes_follow_the_route_and_the_unit(planner: Planner) -> None:
    rules = planner.with_parameters(observation_reduced_minutes__sc=0).protocol.observation
    assert rules is not None
    assert [reduced_minutes(route, rules) for route in (Route.SC, Route.IV, None)] == [0, 30, 30]


@pytest.mark.parametrize(
    ("reaction", "key", "verdict"),
    [
        (Reaction.LOCAL, None, Verdict.WARN),
        (Reaction.INFUSION, "reaction.unlifted", Verdict.WARN),
        (None, "reaction.unknown", Verdict.WARN),
        (Reaction.HYPERSENSITIVITY, "reaction.serious", Verdict.STOP),
        (Reaction.ANAPHYLAXIS, "reaction.serious", Verdict.STOP),
    ],
)
def test_what_an_earlier_reaction_does(
    planner: Planner, reaction: Reaction | None, key: str | None, verdict: Verdict
) -> None:
    rows = (*series("2025-01-06", 9), dose("2025-09-15", reaction=reaction), dose("2025-10-13"))
    answer = planner.check(patient(rows), "2025-11-10")
    assert [name for name in keys(answer) if name.startswith("reaction.")] == ([key] if key else [])
    found = planner.plan(patient(rows), "2025-10-14").next_dose
    assert found is not None
    assert found.observation is not None
    assert found.observation.status is (REQUIRED if key else REDUCIBLE)
    assert (answer.verdict is Verdict.STOP) is (verdict is Verdict.STOP)


def test_the_gravest_unlifted_reaction_is_named(planner: Planner) -> None:
    rows = (dose("2025-01-06", reaction=Reaction.ANAPHYLAXIS), dose("2025-02-03", reaction=Reaction.INFUSION))
    assert [f.facts["day"] for f in said(planner.plan(patient(rows), "2025-02-04"), "reaction.serious")] == [
        d("2025-01-06")
    ]


@pytest.mark.parametrize(
    ("by", "day", "lifted"),
    [("Dr. Ek", "2025-02-03", True), (None, "2025-02-03", False), ("Dr. Ek", "2025-01-05", False)],
)
def test_only_a_named_doctor_lifts_a_reaction_from_its_day_on(
    planner: Planner, by: str | None, day: str, lifted: bool
) -> None:
    rows = patient([dose("2025-01-06", reaction=Reaction.INFUSION)], reactions_lifted=[ReactionLift(d(day), by)])
    assert (said(planner.plan(rows, "2025-02-03"), "reaction.unlifted") == []) is lifted


def test_undocumented_doses_are_shown_and_not_counted(planner: Planner) -> None:
    row = patient(regimens=[regimen("2026-06-01", route=IV)], earlier_doses=EarlierDoses(iv=9))
    found = planner.plan(row, "2026-06-01")
    assert found.doses_completed == 0
    assert [dict(f.facts) for f in said(found, "earlier_doses.undocumented")] == [{"doses": 9}]


def test_a_count_is_kept_without_a_gap_rule() -> None:
    assert before(Counted(9, 0, d("2020-01-01")), d("2026-01-01"), None) == Counted(9, 0, d("2020-01-01"))


def test_doses_elsewhere_that_are_yet_to_come_do_not_count(planner: Planner) -> None:
    elsewhere = EarlierDoses(sc=6, first_on=d("2026-01-05"), last_on=d("2026-06-02"), source="discharge letter")
    row = patient(series("2026-05-04", 1), regimens=[regimen("2026-05-04")], earlier_doses=elsewhere)
    found = planner.plan(row, "2026-06-01")
    assert found.next_dose is not None
    assert found.next_dose.observation is not None
    assert (found.doses_completed, found.next_dose.observation.status) == (1, REQUIRED)
    assert planner.plan(row, "2026-06-02").doses_completed == 7


def test_the_interval_from_a_dose_of_an_unknown_day_is_a_doctors_decision(planner: Planner) -> None:
    row = patient(regimens=[regimen("2026-06-01")], earlier_doses=EarlierDoses(sc=9, source="discharge letter"))
    assert planner.check(row, "2026-06-01").verdict is Verdict.STOP
    assert [dose.blocked for dose in planner.plan(row, "2026-06-01").doses[:2]] == [True, False]

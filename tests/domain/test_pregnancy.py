from dataclasses import replace
from datetime import date

import pytest
from builders import HOME, d, dose, patient, regimen, series
from planner import Planner, keys, said

from infusionplanner.domain.finding import Level
from infusionplanner.domain.patient import GestationalAge, Patient, Pregnancy, PregnancyPlan, Stop
from infusionplanner.domain.pregnancy import age_on, at_age
from infusionplanner.domain.result import Verdict

PLAN = PregnancyPlan(42, "Dr. Ek", d("2026-03-24"))
AGE = GestationalAge(7, 2)


def pregnant(
    *, plan: PregnancyPlan | None = PLAN, age: GestationalAge | None = AGE, birth: str | None = None
) -> Pregnancy:
    return Pregnancy(d("2026-03-24"), age, plan, d(birth) if birth else None)


def treated(*pregnancies: Pregnancy, last: str = "2026-03-24", **course: object) -> Patient:
    return patient([*series("2025-01-28", 15), dose(last)], pregnancies=pregnancies, **course)


def test_34_weeks_are_counted_from_the_recorded_age() -> None:
    assert at_age(d("2026-03-24"), AGE, 34) == d("2026-09-27")
    assert str(age_on(d("2026-03-24"), AGE, d("2026-09-08"))) == "31+2"


def test_the_last_dose_is_before_34_weeks(planner: Planner) -> None:
    found = planner.plan(treated(pregnant()), "2026-03-25")
    assert [row.due for row in found.doses] == [
        date(2026, 5, 5),
        date(2026, 6, 16),
        date(2026, 7, 28),
        date(2026, 9, 8),
    ]
    assert {row.rule for row in found.doses} == {"R-PREG-1"}
    assert [dict(f.facts) for f in said(found, "pregnancy.last_dose")] == [
        {"limit": d("2026-09-27"), "last": d("2026-09-08")}
    ]


def test_a_plan_without_an_interval_uses_the_protocols(planner: Planner) -> None:
    found = planner.plan(treated(pregnant(plan=PregnancyPlan(None, "Dr. Ek"))), "2026-03-25")
    assert found.next_dose is not None
    assert found.next_dose.interval_days == 42


def test_the_setting_is_the_one_ordered_for_the_day_that_the_plan_gives(planner: Planner) -> None:
    orders = [regimen("2025-01-28"), regimen("2026-04-28", setting=HOME)]
    found = planner.plan(treated(pregnant(), regimens=orders), "2026-03-25").next_dose
    assert found is not None
    assert (found.due, found.setting, found.interval_days) == (d("2026-05-05"), HOME, 42)


@pytest.mark.parametrize("plan", [None, PregnancyPlan(42, None)])
def test_without_a_doctors_plan_every_dose_waits_and_none_is_cancelled(
    planner: Planner, plan: PregnancyPlan | None
) -> None:
    found = planner.plan(treated(pregnant(plan=plan)), "2026-03-25")
    assert [f.level for f in said(found, "pregnancy.no_plan")] == [Level.STOP]
    assert len(found.doses) == 13
    assert all(row.blocked for row in found.doses)
    assert found.home is not None
    assert [row.state for row in found.home.conditions if row.key == "hold"] == ["not_met"]


def test_without_a_gestational_age_the_last_dose_cannot_be_told(planner: Planner) -> None:
    assert [
        f.level for f in said(planner.plan(treated(pregnant(age=None)), "2026-03-25"), "pregnancy.age_missing")
    ] == [Level.STOP]


def test_from_34_weeks_a_dose_is_a_doctors_decision_and_the_birth_is_asked_for(planner: Planner) -> None:
    row = treated(pregnant(), last="2026-09-08")
    assert planner.plan(row, "2026-09-27").next_dose is None
    assert [f.facts["limit"] for f in said(planner.plan(row, "2026-09-27"), "pregnancy.birth_unrecorded")] == [
        d("2026-09-27")
    ]
    answer = planner.check(row, "2026-10-20")
    assert answer.verdict is Verdict.STOP
    assert len(said(answer, "pregnancy.after_limit")) == 1


@pytest.mark.parametrize(
    ("on", "due"), [("2026-10-20", "2026-11-03"), ("2026-11-03", "2026-11-03"), ("2026-11-10", "2026-11-10")]
)
def test_after_birth_resume_before_day_56_or_as_soon_as_possible(planner: Planner, on: str, due: str) -> None:
    found = planner.plan(treated(pregnant(birth="2026-10-20"), last="2026-09-08"), on)
    (finding,) = said(found, "pregnancy.resume")
    assert (finding.level, finding.due) == (Level.TASK, d(due))
    assert finding.facts == {"birth_on": d("2026-10-20"), "before": d("2026-11-03"), "critical": d("2026-11-17")}
    assert found.next_dose is not None


def test_the_task_to_resume_ends_with_the_dose(planner: Planner) -> None:
    row = treated(pregnant(birth="2026-10-20"), last="2026-10-26")
    assert said(planner.plan(row, "2026-10-27"), "pregnancy.resume") == []


def test_a_stopped_patient_is_not_asked_to_resume(planner: Planner) -> None:
    row = treated(pregnant(birth="2026-10-20"), last="2026-09-08", stop=Stop(d("2026-10-21")))
    assert [key for key in keys(planner.plan(row, "2026-10-27")) if key.startswith("pregnancy.")] == [
        "pregnancy.third_trimester"
    ]


def test_third_trimester_exposure_and_breastfeeding_are_told(planner: Planner) -> None:
    birth = Pregnancy(d("2026-03-24"), AGE, PLAN, d("2026-11-10"), breastfeeding=True)
    found = planner.plan(treated(birth, last="2026-09-08"), "2026-11-10")
    assert [dict(f.facts) for f in said(found, "pregnancy.third_trimester")] == [
        {"day": d("2026-09-08"), "weeks": "31+2"}
    ]
    assert [f.rule for f in said(found, "pregnancy.breastfeeding")] == ["R-PREG-4"]


def test_an_early_birth_record_without_an_age_tells_no_exposure(planner: Planner) -> None:
    found = planner.plan(treated(pregnant(age=None, birth="2026-11-10"), last="2026-09-08"), "2026-11-10")
    assert said(found, "pregnancy.third_trimester") == []


def test_the_newest_birth_counts(planner: Planner) -> None:
    earlier = Pregnancy(d("2024-03-24"), AGE, PLAN, d("2024-11-10"), breastfeeding=True)
    newest = replace(pregnant(birth="2026-10-20"), breastfeeding=False)
    found = planner.plan(treated(earlier, newest, last="2026-09-08"), "2026-10-21")
    assert said(found, "pregnancy.breastfeeding") == []


def test_breastfeeding_that_nobody_asked_for_is_told_of_until_the_treatment_is_resumed(planner: Planner) -> None:
    waiting, resumed = (treated(pregnant(birth="2026-10-20"), last=last) for last in ("2026-09-08", "2026-10-26"))
    assert len(said(planner.plan(waiting, "2026-10-27"), "pregnancy.breastfeeding")) == 1
    assert said(planner.plan(resumed, "2026-10-27"), "pregnancy.breastfeeding") == []


def test_an_earlier_pregnancy_without_a_birth_has_ended_when_a_new_one_is_recorded(planner: Planner) -> None:
    first = Pregnancy(d("2024-03-04"), GestationalAge(5, 0), PregnancyPlan(42, "Dr. Ek", d("2024-03-05")))
    second = pregnant(birth="2026-11-10")
    before, after = treated(first, pregnant()), treated(first, second, last="2026-09-08")
    assert [dict(f.facts)["limit"] for f in said(planner.plan(before, "2026-03-25"), "pregnancy.last_dose")] == [
        d("2026-09-27")
    ]
    found = planner.plan(after, "2026-11-10")
    assert found.next_dose is not None
    assert (found.next_dose.interval_days, found.next_dose.rule) == (28, "R-INT-2")
    assert said(found, "pregnancy.birth_unrecorded") == []


@pytest.mark.parametrize(("on", "key"), [("2026-03-25", "pregnancy.no_plan"), ("2026-03-26", "pregnancy.last_dose")])
def test_a_plan_holds_from_the_day_it_was_made(planner: Planner, on: str, key: str) -> None:
    row = treated(pregnant(plan=PregnancyPlan(42, "Dr. Ek", d("2026-03-26"))))
    assert [name for name in keys(planner.plan(row, on)) if name.startswith("pregnancy.")] == [key]

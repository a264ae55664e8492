"""What holds for every patient that a patient file can hold."""

from dataclasses import replace
from datetime import date, timedelta

from builders import HOME, UNIT, d, dose, jcv, patient, regimen, result, series
from hypothesis import given, settings
from hypothesis import strategies as st
from planner import Planner
from strategies import patients

from infusionplanner.domain.dates import days_between
from infusionplanner.domain.finding import Level
from infusionplanner.domain.patient import AWAY, Answer, Patient, Reaction
from infusionplanner.domain.result import LEVELS, ConditionState, ObservationStatus, Plan, Verdict

PLANNER = Planner()
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
TODAY = d("2026-11-23")


@settings(deadline=None)
@given(patients(), DAYS, st.integers(0, 24))
def test_plan_never_raises_and_is_deterministic(row: Patient, on: date, months: int) -> None:
    assert PLANNER.plan(row, on, months=months) == Planner().plan(row, on, months=months)


@settings(deadline=None)
@given(patients(), DAYS, st.sampled_from([None, UNIT, HOME]))
def test_check_never_raises_and_its_verdict_is_the_strictest_finding(row: Patient, on: date, setting: object) -> None:
    answer = PLANNER.check(row, on, setting=setting)
    levels = {Level.STOP: Verdict.STOP, Level.WARN: Verdict.WARN}
    strictest = max((LEVELS[levels.get(f.level, Verdict.OK)] for f in answer.findings), default=0)
    assert LEVELS[answer.verdict] == strictest


@settings(deadline=None)
@given(patients(), DAYS)
def test_every_coming_dose_is_one_interval_after_the_one_before(row: Patient, on: date) -> None:
    found = PLANNER.plan(row, on)
    last = found.unreported[-2] if len(found.unreported) > 1 else PLANNER.view(row, on).anchor
    for coming in found.doses:
        if last is not None:
            assert days_between(last, coming.due) == coming.interval_days
        last = coming.day


@settings(deadline=None)
@given(patients(), DAYS)
def test_no_proposal_lies_on_a_closed_day_before_today_or_under_21_days(row: Patient, on: date) -> None:
    view = PLANNER.view(row, on)
    before = [day for day in (view.anchor, view.last_administered) if day is not None]
    for coming in PLANNER.plan(row, on).doses:
        if coming.proposed is None:
            break
        assert coming.proposed >= on
        if not coming.booked:
            assert coming.setting in AWAY or PLANNER.unit.is_open(coming.proposed)
            assert all(days_between(day, coming.proposed) >= 21 for day in before)
        before = [coming.proposed]


@settings(deadline=None)
@given(patients(), DAYS)
def test_numbers_run_on_and_a_blocked_dose_has_a_stop(row: Patient, on: date) -> None:
    found = PLANNER.plan(row, on)
    assert [coming.number for coming in found.doses] == [
        found.doses_completed + n for n in range(1, len(found.doses) + 1)
    ]
    if any(coming.blocked for coming in found.doses):
        assert any(finding.stops for finding in found.findings)


@given(st.integers(0, 14), st.integers(21, 60))
def test_the_first_reducible_dose_is_number_seven(number: int, every: int) -> None:
    row = patient(series("2025-01-06", number, every), regimens=[regimen("2025-01-06")])
    on = row.course.doses[-1].on + timedelta(1) if number else d("2025-01-06")
    for coming in PLANNER.plan(row, on).doses:
        assert coming.observation is not None
        assert (coming.observation.status is ObservationStatus.REDUCIBLE) is (coming.number >= 7)


@settings(deadline=None)
@given(patients(), st.sampled_from([True, False]))
def test_unknown_immunosuppression_is_never_less_careful(row: Patient, known: bool) -> None:
    unknown = replace(row, course=replace(row.course, prior_immunosuppression=None))
    told = replace(row, course=replace(row.course, prior_immunosuppression=known))
    careful, other = PLANNER.plan(unknown, TODAY), PLANNER.plan(told, TODAY)
    assert careful.pml is not None
    assert other.pml is not None
    assert (careful.pml.per_1000 or 0) >= (other.pml.per_1000 or 0)
    assert _scan_due(careful) <= _scan_due(other)
    assert careful.surveillance is not None or other.surveillance is None


def _scan_due(plan: Plan) -> date:
    rows = [row for row in plan.monitoring if row.kind == "mri"]
    return min((row.window_from or row.due for row in rows), default=date.max)


@settings(deadline=None)
@given(st.integers(1, 12), st.sampled_from([Reaction.NONE, Reaction.LOCAL, Reaction.INFUSION]))
def test_an_unknown_reaction_is_never_less_careful(number: int, known: Reaction) -> None:
    def with_reaction(reaction: Reaction | None) -> Plan:
        rows = (*series("2025-01-06", number), dose("2026-01-05", reaction=reaction))
        return PLANNER.plan(patient(rows), "2026-01-06")

    careful, other = with_reaction(None), with_reaction(known)
    assert _minutes(careful) >= _minutes(other)
    assert careful.home is not None
    assert other.home is not None
    states = [{row.key: row.state for row in home.conditions}["reaction"] for home in (careful.home, other.home)]
    assert states[0] is not ConditionState.MET
    assert not (careful.home.eligible and not other.home.eligible)


def _minutes(plan: Plan) -> int:
    assert plan.next_dose is not None
    assert plan.next_dose.observation is not None
    return plan.next_dose.observation.minutes


@settings(deadline=None)
@given(st.sampled_from(list(Answer)), st.sampled_from([None, 0.3, 0.9, 1.2, 1.5, 2.4]))
def test_an_unknown_jcv_scans_as_early_as_any_known_one(answer: Answer, index: float | None) -> None:
    scan = result("mri", "2026-05-04")
    rows = series("2025-09-01", 12)
    unknown = PLANNER.plan(patient(rows, results=[scan], prior_immunosuppression=False), "2026-07-30")
    known = [scan, jcv("2026-06-01", answer, index)]
    told = PLANNER.plan(patient(rows, results=known, prior_immunosuppression=False), "2026-07-30")
    assert _scan_due(unknown) <= _scan_due(told)


@settings(deadline=None)
@given(patients())
def test_leaving_out_the_documents_source_never_lets_anything_be_shortened(row: Patient) -> None:
    earlier = row.course.earlier_doses
    if earlier is None or PLANNER.plan(row, TODAY).next_dose is None:
        return
    undocumented = replace(row, course=replace(row.course, earlier_doses=replace(earlier, source=None)))
    careful = PLANNER.plan(undocumented, TODAY)
    if careful.next_dose is not None:
        assert _minutes(careful) >= _minutes(PLANNER.plan(row, TODAY))

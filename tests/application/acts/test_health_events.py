"""Holds, reactions, pregnancy and exposures: what stops doses, and the named doctor who lets them go on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import d, dose
from desks import DUE_TODAY, INGRID, TODAY, Bench

from infusionplanner.application.acts.doses import record_dose
from infusionplanner.application.acts.health_events import (
    AlreadyLiftedError,
    lift_hold,
    lift_reactions,
    open_hold,
    plan_pregnancy,
    record_birth,
    record_exposure,
    record_pregnancy,
    report_reaction,
)
from infusionplanner.application.acts.visits import leave
from infusionplanner.application.errors import (
    AmountError,
    DateInFutureError,
    DateOrderError,
    EmptyFieldError,
    UnknownFactError,
)
from infusionplanner.application.records import DoseDetail, FactId
from infusionplanner.domain.patient import (
    Exposure,
    ExposureKind,
    GestationalAge,
    Hold,
    HoldKind,
    Pregnancy,
    PregnancyPlan,
    Reaction,
    ReactionLift,
)

TOMORROW = d("2026-11-24")
PML = HoldKind.PML_SUSPICION
PREGNANCY = Pregnancy(TODAY, GestationalAge(5, 0))


def test_a_hold_stops_until_a_named_doctor_lifts_it(bench: Bench) -> None:
    open_hold(bench.desk, INGRID, PML)
    open_hold(bench.desk, INGRID, HoldKind.OTHER, TOMORROW)
    fact, _ = bench.record().ids["holds"]
    coming = bench.desk.plan(INGRID).next_dose
    assert coming is not None
    assert coming.blocked
    lift_hold(bench.desk, INGRID, fact, " Dr. Eksempel ")
    assert bench.course().holds == (Hold(TODAY, PML, TODAY, "Dr. Eksempel"), Hold(TOMORROW, HoldKind.OTHER))


def test_a_hold_is_not_lifted_by_nobody_or_ahead(bench: Bench) -> None:
    open_hold(bench.desk, INGRID, PML)
    (fact,) = bench.record().ids["holds"]
    with pytest.raises(EmptyFieldError, match="by is empty"):
        lift_hold(bench.desk, INGRID, fact, " ")
    with pytest.raises(DateInFutureError, match="lifted_on"):
        lift_hold(bench.desk, INGRID, fact, "Dr. Eksempel", TOMORROW)
    with pytest.raises(UnknownFactError, match="Hold 99"):
        lift_hold(bench.desk, INGRID, FactId(99), "Dr. Eksempel")
    assert bench.course().holds == (Hold(TODAY, PML),)


def test_a_hold_is_lifted_once(bench: Bench) -> None:
    open_hold(bench.desk, INGRID, PML)
    (fact,) = bench.record().ids["holds"]
    lift_hold(bench.desk, INGRID, fact, "Dr. Eksempel")
    with pytest.raises(AlreadyLiftedError, match=r"was lifted on 2026-11-23 by Dr\. Eksempel"):
        lift_hold(bench.desk, INGRID, fact, "Dr. Annen")
    assert bench.course().holds == (Hold(TODAY, PML, TODAY, "Dr. Eksempel"),)


def test_reactions_are_lifted_by_a_named_doctor(bench: Bench) -> None:
    lift_reactions(bench.desk, INGRID, "Dr. Eksempel")
    lift_reactions(bench.desk, INGRID, "Dr. Eksempel", d("2026-11-20"))
    assert bench.course().reactions_lifted == (
        ReactionLift(TODAY, "Dr. Eksempel"),
        ReactionLift(d("2026-11-20"), "Dr. Eksempel"),
    )
    with pytest.raises(EmptyFieldError):
        lift_reactions(bench.desk, INGRID, "")


class TestReaction:
    """R-OBS-3."""

    def test_it_is_recorded_with_what_was_done(self, bench: Bench) -> None:
        fact = bench.record().ids["doses"][-1]
        report_reaction(bench.desk, INGRID, fact, Reaction.INFUSION, note="Urtikaria. Cetirizin 10 mg.")
        with pytest.raises(EmptyFieldError, match="told is empty"):
            report_reaction(bench.desk, INGRID, fact, Reaction.HYPERSENSITIVITY, note="Adrenalin.")
        report_reaction(bench.desk, INGRID, fact, Reaction.HYPERSENSITIVITY, note="Adrenalin.", told=" Dr. Eksempel ")
        assert bench.course().doses[-1] == dose("2026-10-26", reaction=Reaction.HYPERSENSITIVITY)
        with bench.desk.store.reading() as reading:
            assert reading.dose_details(INGRID) == {
                fact: DoseDetail(fact, note="Urtikaria. Cetirizin 10 mg.\nAdrenalin.", told="Dr. Eksempel")
            }

    @pytest.mark.parametrize(("reaction", "minutes"), [(Reaction.INFUSION, 60), (Reaction.LOCAL, 15)])
    def test_it_prolongs_the_running_observation(self, bench: Bench, reaction: Reaction, minutes: int) -> None:
        visit = bench.put_visit()
        bench.put_visit(d("2026-12-21"))
        record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)
        report_reaction(bench.desk, INGRID, bench.record().ids["doses"][-1], reaction)
        assert bench.desk.visit(visit).observation_minutes == minutes
        with bench.desk.store.reading() as reading:
            assert reading.dose_details(INGRID) == {}

    def test_after_the_visit_it_changes_only_the_dose(self, bench: Bench) -> None:
        visit = bench.put_visit()
        record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)
        leave(bench.desk, visit, early_reason="tog")
        report_reaction(bench.desk, INGRID, bench.record().ids["doses"][-1], Reaction.INFUSION)
        assert bench.desk.visit(visit).observation_minutes == 15


class TestPregnancy:
    """R-PREG."""

    def test_it_stops_until_the_doctors_plan_and_ends_with_the_birth(self, bench: Bench) -> None:
        record_pregnancy(bench.desk, INGRID, PREGNANCY)
        (fact,) = bench.record().ids["pregnancies"]
        plan = PregnancyPlan(42, "Dr. Eksempel", TODAY)
        plan_pregnancy(bench.desk, INGRID, fact, plan)
        assert bench.patient().pregnancies == (Pregnancy(TODAY, GestationalAge(5, 0), plan),)
        bench.on("2027-07-20")
        record_birth(bench.desk, INGRID, fact, d("2027-07-19"), breastfeeding=True)
        born = Pregnancy(TODAY, GestationalAge(5, 0), plan, d("2027-07-19"), breastfeeding=True)
        assert bench.patient().pregnancies == (born,)

    @pytest.mark.parametrize(
        ("pregnancy", "first"),
        [(PREGNANCY, TODAY), (Pregnancy(TODAY), d("2026-01-19"))],
    )
    def test_a_birth_before_the_pregnancy_is_refused(self, bench: Bench, pregnancy: Pregnancy, first: date) -> None:
        record_pregnancy(bench.desk, INGRID, pregnancy)
        (fact,) = bench.record().ids["pregnancies"]
        with pytest.raises(DateOrderError, match=f"cannot be before {first}"):
            record_birth(bench.desk, INGRID, fact, first - timedelta(days=1))
        assert bench.patient().pregnancies == (pregnancy,)
        record_birth(bench.desk, INGRID, fact, first)
        assert bench.patient().pregnancies == (replace(pregnancy, birth_on=first),)

    @pytest.mark.parametrize(
        ("pregnancy", "sentence"),
        [
            (Pregnancy(TODAY, GestationalAge(46, 0)), "weeks is 46; it must be from 0 to 45"),
            (Pregnancy(TODAY, GestationalAge(5, 7)), "days is 7; it must be from 0 to 6"),
            (Pregnancy(TODAY, GestationalAge(-1, 0)), "weeks is -1"),
        ],
    )
    def test_an_impossible_age_is_refused(self, bench: Bench, pregnancy: Pregnancy, sentence: str) -> None:
        with pytest.raises(AmountError, match=sentence):
            record_pregnancy(bench.desk, INGRID, pregnancy)

    def test_an_unknown_age_is_recorded_as_such(self, bench: Bench) -> None:
        record_pregnancy(bench.desk, INGRID, Pregnancy(TODAY))
        assert bench.patient().pregnancies == (Pregnancy(TODAY),)

    def test_a_plan_is_a_named_doctors(self, bench: Bench) -> None:
        record_pregnancy(bench.desk, INGRID, PREGNANCY)
        (fact,) = bench.record().ids["pregnancies"]
        with pytest.raises(EmptyFieldError, match="by"):
            plan_pregnancy(bench.desk, INGRID, fact, PregnancyPlan(42))
        with pytest.raises(DateInFutureError, match="plan"):
            plan_pregnancy(bench.desk, INGRID, fact, PregnancyPlan(42, "Dr. Eksempel", TOMORROW))
        with pytest.raises(DateInFutureError, match="birth_on"):
            record_birth(bench.desk, INGRID, fact, TOMORROW)


def test_an_exposure_is_recorded(bench: Bench) -> None:
    record_exposure(bench.desk, INGRID, Exposure(ExposureKind.IVIG, TODAY))
    assert bench.patient().exposures == (Exposure(ExposureKind.IVIG, TODAY),)

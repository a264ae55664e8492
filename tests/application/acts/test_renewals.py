"""A renewal goes forward step by step, leaves nothing out unasked, and ends with the new prescription."""

from datetime import timedelta

import pytest
from builders import HOME, d, series
from desks import INGRID, TODAY, Bench
from home_patients import AT_HOME, IN_UNIT, put_at_home

from infusionplanner.application.acts.renewals import (
    NewPrescriptionMissingError,
    RenewalOrderError,
    RenewalStepsLeftOutError,
    advance_renewal,
    asks_for_prescription,
)
from infusionplanner.application.acts.supply import issue_prescription, record_dispensing
from infusionplanner.application.acts.undo import undo
from infusionplanner.application.errors import AmountError, DateInFutureError, UnknownPatientError
from infusionplanner.application.records import PatientId, RenewalState
from infusionplanner.application.views.renewal import Renewal, RenewalStage, TakenStep, renewal_of
from infusionplanner.domain.patient import Dispensing, Prescription

ASKED, SIGNED = RenewalState.ASKED, RenewalState.SIGNED
AT_PHARMACY, COLLECTED = RenewalState.AT_PHARMACY, RenewalState.COLLECTED
RAN_DRY, NEW = Prescription(d("2026-06-01"), 9), Prescription(d("2027-02-09"), 13)


def shown(found: Renewal) -> list[tuple[str, str, bool]]:
    return [(step.stage.value, str(step.on), step.implied) for step in found.steps]


@pytest.fixture
def dry(bench: Bench) -> PatientId:
    """Return a patient at home whose prescription has run dry by 10 February."""
    bench.on("2027-02-10")
    more = series("2026-12-14", 3, setting=HOME)
    return put_at_home(bench, doses=(*IN_UNIT, *AT_HOME, *more), prescriptions=(RAN_DRY,))


def walk(bench: Bench, who: PatientId, *steps: RenewalState) -> None:
    for step in steps:
        advance_renewal(bench.desk, who, step)


def test_who_and_when_are_kept(bench: Bench) -> None:
    who = put_at_home(bench)
    done = advance_renewal(bench.desk, who, ASKED, d("2026-11-20"))
    assert done.patients == {who}
    advance_renewal(bench.desk.signed("KL"), who, SIGNED)
    assert renewal_of(bench.desk, who).steps == (
        TakenStep(RenewalStage.ASKED, d("2026-11-20"), "AD"),
        TakenStep(RenewalStage.SIGNED, TODAY, "KL"),
    )


def test_it_goes_forward_only(bench: Bench) -> None:
    who = put_at_home(bench)
    walk(bench, who, ASKED, SIGNED)
    for step in (ASKED, SIGNED):
        with pytest.raises(RenewalOrderError, match=f"recorded as signed already, so {step} cannot follow"):
            advance_renewal(bench.desk, who, step)
    undo(bench.desk)
    assert renewal_of(bench.desk, who).stage is RenewalStage.ASKED


def test_steps_are_left_out_when_somebody_says_so(dry: PatientId, bench: Bench) -> None:
    with pytest.raises(RenewalStepsLeftOutError, match="asked and signed would be left out") as error:
        advance_renewal(bench.desk, dry, AT_PHARMACY)
    assert error.value.steps == (ASKED, SIGNED)
    advance_renewal(bench.desk, dry, AT_PHARMACY, leaving_out=True)
    assert renewal_of(bench.desk, dry).stage is RenewalStage.AT_PHARMACY


def test_the_medicine_is_collected_on_a_new_prescription(dry: PatientId, bench: Bench) -> None:
    walk(bench, dry, ASKED, SIGNED, AT_PHARMACY)
    before = renewal_of(bench.desk, dry)
    known = bench.course(dry)
    assert [asks_for_prescription(before, known, step) for step in RenewalState] == [False, False, False, True]
    with pytest.raises(NewPrescriptionMissingError, match="Record its day and its doses"):
        advance_renewal(bench.desk, dry, COLLECTED)
    done = advance_renewal(bench.desk, dry, COLLECTED, prescription=NEW)
    assert bench.course(dry).prescriptions == (RAN_DRY, NEW)
    after = renewal_of(bench.desk, dry)
    assert (after.stage, after.is_open) == (RenewalStage.COLLECTED, False)
    undo(bench.desk)
    assert bench.course(dry).prescriptions == (RAN_DRY,)
    assert renewal_of(bench.desk, dry) == before
    assert done.patients == {dry}


def test_a_prescription_that_was_recorded_on_the_way_is_not_asked_for_again(dry: PatientId, bench: Bench) -> None:
    advance_renewal(bench.desk, dry, ASKED, d("2027-02-08"))
    issue_prescription(bench.desk, dry, NEW)
    assert not asks_for_prescription(renewal_of(bench.desk, dry), bench.course(dry), COLLECTED)
    walk(bench, dry, AT_PHARMACY, COLLECTED)
    assert renewal_of(bench.desk, dry).stage is RenewalStage.COLLECTED


def test_who_needs_no_new_prescription_is_not_asked_for_one(bench: Bench) -> None:
    who = put_at_home(bench)
    advance_renewal(bench.desk, who, COLLECTED, leaving_out=True)
    advance_renewal(bench.desk, who, ASKED)
    assert shown(renewal_of(bench.desk, who)) == [("asked", str(TODAY), False)]


def test_what_a_prescription_implies_is_not_entered_twice(bench: Bench) -> None:
    who = put_at_home(bench)
    advance_renewal(bench.desk, who, ASKED, d("2026-11-20"))
    issue_prescription(bench.desk, who, Prescription(d("2026-11-21"), 13))
    advance_renewal(bench.desk, who, AT_PHARMACY)
    record_dispensing(bench.desk, who, Dispensing(TODAY, 3))
    assert shown(renewal_of(bench.desk, who)) == [
        ("asked", "2026-11-20", False),
        ("at_pharmacy", str(TODAY), False),
        ("collected", str(TODAY), True),
    ]


def test_nothing_is_recorded_ahead_or_of_nobody(bench: Bench) -> None:
    with pytest.raises(DateInFutureError):
        advance_renewal(bench.desk, INGRID, ASKED, TODAY + timedelta(1))
    with pytest.raises(DateInFutureError):
        advance_renewal(bench.desk, INGRID, ASKED, prescription=Prescription(TODAY + timedelta(1), 3))
    with pytest.raises(AmountError):
        advance_renewal(bench.desk, INGRID, ASKED, prescription=Prescription(TODAY, 0))
    with pytest.raises(UnknownPatientError):
        advance_renewal(bench.desk, PatientId("nobody"), ASKED)

"""A dose is recorded when the rules allow it or a named person has answered them, never where it cannot have been."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from builders import HOME, SC, UNIT, d, dose, regimen
from desks import DUE_TODAY, INGRID, OLA, SIX_DOSES, TODAY, Bench

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.doses import (
    correct_dose,
    last_batch,
    record_dose,
    remove_dose,
    report_home_dose,
)
from infusionplanner.application.acts.health_events import open_hold
from infusionplanner.application.acts.judgement import (
    Clearing,
    acknowledge,
    clear_stop,
    clear_stops,
    may_give,
)
from infusionplanner.application.acts.visits import not_given
from infusionplanner.application.errors import (
    AmountError,
    ControlCharacterError,
    DateInFutureError,
    DoseBeforeBirthError,
    DoseInFutureError,
    DoseTimesError,
    DuplicateDoseError,
    EmptyFieldError,
    RefusedError,
    UnknownFactError,
    UnknownPatientError,
    UnknownVisitError,
    VisitDayError,
    VisitMismatchError,
    VisitStateError,
)
from infusionplanner.application.records import (
    Acknowledgement,
    Batch,
    Clearance,
    Done,
    DoseDetail,
    FactId,
    PatientId,
    VisitId,
    VisitState,
)
from infusionplanner.domain.patient import (
    AppointmentKind,
    AppointmentStatus,
    Checklist,
    Dose,
    DoseStatus,
    HoldKind,
    Product,
    Reaction,
    Reporter,
    StockCount,
)

LATE = ("R-INT-10", "dose.late")
LATE_WARNING = ("R-INT-3", "interval.late")
REBOUND_WARNING = ("R-INT-9", "rebound.warn")
CLEARED = Clearing(*LATE, "Dr. Eksempel", "Har vært på reise, MR uten funn")


def test_a_dose_that_is_due_is_recorded(bench: Bench) -> None:
    done = record_dose(bench.desk, INGRID, DUE_TODAY)
    assert done.patients == {INGRID}
    assert bench.course().doses == (*SIX_DOSES, DUE_TODAY)
    with bench.desk.store.reading() as reading:
        act = reading.act(done.act)
    assert (act.kind, act.who, act.at, act.patient) == ("record_dose", "AD", datetime(2026, 11, 23, 8), INGRID)


def test_a_warning_waits_for_an_acknowledgement(bench: Bench) -> None:
    bench.on("2026-12-01")
    late = dose("2026-12-01")
    with pytest.raises(RefusedError, match=r"Warning R-INT-3 interval\.late: acknowledge it") as refused:
        record_dose(bench.desk, INGRID, late)
    assert [(finding.rule, finding.key) for finding in refused.value.warnings] == [LATE_WARNING]
    assert (refused.value.stops, bench.course().doses) == ((), SIX_DOSES)
    with pytest.raises(RefusedError):
        record_dose(bench.desk, INGRID, late, acknowledged=[LATE_WARNING], late_reason=" ")
    record_dose(bench.desk, INGRID, late, acknowledged=[("R-INT-4", "unit.closed")], late_reason=" ferie ")
    assert bench.course().doses[-1] == late
    with bench.desk.store.reading() as reading:
        assert reading.acknowledgements(INGRID) == (
            Acknowledgement(INGRID, *LATE_WARNING, date(2026, 12, 1), datetime(2026, 12, 1, 8), "ferie"),
        )


def test_a_stop_waits_for_a_named_doctor(bench: Bench) -> None:
    bench.on("2026-12-22")
    late = dose("2026-12-22")
    with pytest.raises(RefusedError, match="a named doctor clears it with a reason") as refused:
        record_dose(bench.desk, INGRID, late, acknowledged=[LATE, LATE_WARNING, REBOUND_WARNING])
    assert [(finding.rule, finding.key) for finding in refused.value.stops] == [LATE]
    with bench.desk.store.reading() as reading:
        assert reading.acknowledgements(INGRID) == ()
    record_dose(bench.desk, INGRID, late, clearances=[CLEARED], acknowledged=[REBOUND_WARNING], late_reason="ferie")
    with bench.desk.store.reading() as reading:
        assert reading.clearances(INGRID) == (
            Clearance(INGRID, *LATE, late.on, CLEARED.by, datetime(2026, 12, 22, 8), CLEARED.reason),
        )


def test_a_doctor_may_clear_and_a_nurse_acknowledge_beforehand(bench: Bench) -> None:
    bench.on("2026-12-22")
    at = datetime(2026, 12, 22, 7, 30)
    before = may_give(bench.desk, INGRID, TODAY.replace(month=12, day=22))
    assert ([row.key for row in before.stops], [row.key for row in before.warnings]) == (
        ["dose.late"],
        ["rebound.warn", "interval.late"],
    )
    assert not before.may_go_on
    clear_stop(bench.desk, INGRID, d("2026-12-22"), replace(CLEARED, at=at))
    acknowledge(bench.desk, INGRID, d("2026-12-22"), *LATE_WARNING, " ferie ")
    acknowledge(bench.desk, INGRID, d("2026-12-22"), *REBOUND_WARNING)
    after = may_give(bench.desk, INGRID, d("2026-12-22"), route=SC, setting=UNIT)
    assert after.may_go_on
    assert (after.clearances[0].at, after.acknowledgements[0].reason) == (at, "ferie")
    record_dose(bench.desk, INGRID, dose("2026-12-22"))
    assert len(bench.course().doses) == 7


def test_all_stops_of_a_coming_dose_are_cleared_in_one_act(bench: Bench) -> None:
    bench.on("2026-12-20")
    open_hold(bench.desk, INGRID, HoldKind.INFECTION)
    on = d("2026-12-22")
    stops = may_give(bench.desk, INGRID, on).stops
    assert [row.key for row in stops] == ["hold.infection", "dose.late"]
    clear_stops(bench.desk, INGRID, on, [Clearing(row.rule, row.key, "Dr. Eksempel", "Avtalt") for row in stops])
    assert may_give(bench.desk, INGRID, on).stops == ()


def test_what_was_cleared_for_one_day_is_not_cleared_for_another(bench: Bench) -> None:
    bench.on("2026-12-22")
    clear_stop(bench.desk, INGRID, d("2026-12-22"), CLEARED)
    assert [row.key for row in may_give(bench.desk, INGRID, d("2026-12-23")).stops] == ["dose.late"]


@pytest.mark.parametrize(
    ("clearing", "error"),
    [
        (replace(CLEARED, by="  "), EmptyFieldError),
        (replace(CLEARED, reason=""), EmptyFieldError),
        (replace(CLEARED, by="Dr.\x07"), ControlCharacterError),
        (replace(CLEARED, at=datetime(2026, 11, 24, 8)), DateInFutureError),
    ],
)
def test_a_clearance_names_doctor_time_and_reason(bench: Bench, clearing: Clearing, error: type[Exception]) -> None:
    with pytest.raises(error):
        clear_stop(bench.desk, INGRID, TODAY, clearing)


@pytest.mark.parametrize(
    ("given", "error", "sentence"),
    [
        (dose("2026-11-24"), DoseInFutureError, r"dose: 2026-11-24 is after today \(2026-11-23\)"),
        (dose("1991-05-01"), DoseBeforeBirthError, r"before the patient's birth \(1991-05-02\)"),
        (dose("2026-10-26"), DuplicateDoseError, "2026-10-26 is already recorded"),
        (dose(TODAY, time=time(9, 10), ended=time(9)), DoseTimesError, "ended at 09:00, before it began at 09:10"),
        (dose(TODAY, mg=3000), AmountError, r"dose\[0\]\.mg is 3000; it must be from 1 to 2000"),
        (dose(TODAY, batches=("",)), EmptyFieldError, r"batches\[0\] is empty"),
        (dose(TODAY, batches=("A\x00B",)), ControlCharacterError, r"dose\[0\]\.batches\[0\] holds .* U\+0000"),
    ],
)
def test_a_dose_that_cannot_be_is_refused(bench: Bench, given: Dose, error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        record_dose(bench.desk, INGRID, given)
    assert bench.course().doses == SIX_DOSES


def test_an_unknown_patient_gets_no_dose(bench: Bench) -> None:
    with pytest.raises(UnknownPatientError):
        record_dose(bench.desk, PatientId("nobody"), DUE_TODAY)


def test_a_missed_dose_asks_no_rule_and_gives_way_to_one_that_was_given_after_all(bench: Bench) -> None:
    bench.on("2026-12-22")
    missed, given = dose("2026-12-22", status=DoseStatus.MISSED), dose("2026-12-22")
    record_dose(bench.desk, INGRID, missed)
    assert bench.course().doses == (*SIX_DOSES, missed)
    with pytest.raises(DuplicateDoseError):
        record_dose(bench.desk, INGRID, missed)
    record_dose(bench.desk, INGRID, given, clearances=[CLEARED], acknowledged=[REBOUND_WARNING], late_reason="ferie")
    assert bench.course().doses == (*SIX_DOSES, given)
    with pytest.raises(DuplicateDoseError):
        record_dose(bench.desk, INGRID, missed)


def test_site_and_expiry_are_kept_and_proposed_next_time(bench: Bench) -> None:
    detail = DoseDetail(site="mage", expires_on=date(2027, 6, 30))
    record_dose(bench.desk, INGRID, dose(TODAY, batches=("T7",)), detail=detail)
    fact = bench.record().ids["doses"][-1]
    with bench.desk.store.reading() as reading:
        assert reading.dose_details(INGRID) == {fact: replace(detail, dose=fact)}
    assert last_batch(bench.desk, Product.TYSABRI) == Batch(Product.TYSABRI, "T7", date(2027, 6, 30))


def test_a_dose_at_a_visit_ends_it_and_starts_the_observation(bench: Bench) -> None:
    visit = bench.put_visit()
    bench.at("09:20")
    done = record_dose(bench.desk, INGRID, dose(TODAY, time=time(9, 5), ended=time(9, 15)), visit=visit)
    assert done == Done(done.act, frozenset({INGRID}), frozenset({visit}))
    booked = bench.desk.visit(visit)
    assert (booked.arrived_at, booked.started_at, booked.ended_at) == (
        datetime(2026, 11, 23, 9, 5),
        datetime(2026, 11, 23, 9, 5),
        datetime(2026, 11, 23, 9, 15, 59),
    )
    assert (booked.state, booked.observation_minutes) == (VisitState.OBSERVING, 15)
    assert booked.dose == bench.record().ids["doses"][-1]


def test_without_times_a_dose_ends_when_it_is_recorded(bench: Bench) -> None:
    visit = bench.put_visit()
    bench.at("09:20")
    record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)
    booked = bench.desk.visit(visit)
    assert (booked.started_at, booked.ended_at) == (datetime(2026, 11, 23, 9, 20), datetime(2026, 11, 23, 9, 20))


def test_a_dose_recorded_days_later_ends_the_whole_visit(bench: Bench) -> None:
    visit = bench.put_visit()
    bench.on("2026-11-25")
    record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)
    booked = bench.desk.visit(visit)
    assert (booked.started_at, booked.left_at) == (datetime(2026, 11, 23, 9), datetime(2026, 11, 23, 9, 15))
    assert booked.state is VisitState.DONE


def test_a_reaction_keeps_the_full_observation(bench: Bench) -> None:
    visit = bench.put_visit()
    record_dose(bench.desk, INGRID, dose(TODAY, reaction=Reaction.INFUSION), visit=visit)
    assert bench.desk.visit(visit).observation_minutes == 60


def test_a_missed_dose_at_a_visit_is_not_given(bench: Bench) -> None:
    visit = bench.put_visit()
    record_dose(bench.desk, INGRID, dose(TODAY, status=DoseStatus.MISSED), visit=visit)
    assert (bench.desk.visit(visit).state, bench.desk.visit(visit).not_given) == (VisitState.NOT_GIVEN, "missed")


def test_a_dose_goes_to_the_patients_own_visit_of_that_day(bench: Bench) -> None:
    bench.add(OLA)
    other = bench.put_visit(patient=OLA, place=None)
    bloods = bench.put_visit(kind=AppointmentKind.BLOODS, place=None)
    tomorrow = bench.put_visit(d("2026-11-24"))
    cancelled = bench.put_visit(status=AppointmentStatus.CANCELLED)
    over = bench.put_visit()
    not_given(bench.desk, over, "feber")
    for visit, error in (
        (other, VisitMismatchError),
        (bloods, VisitMismatchError),
        (tomorrow, VisitDayError),
        (cancelled, VisitStateError),
        (over, VisitStateError),
    ):
        with pytest.raises(error):
            record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)


def test_a_wrong_dose_is_corrected(bench: Bench) -> None:
    record_dose(bench.desk, INGRID, DUE_TODAY)
    fact = bench.record().ids["doses"][-1]
    right = dose(TODAY, batches=("B2",), status=DoseStatus.INCOMPLETE, mg=150)
    correct_dose(bench.desk, INGRID, fact, right)
    assert bench.course().doses[-1] == right
    correct_dose(bench.desk, INGRID, fact, right, detail=DoseDetail(site="lår"))
    with bench.desk.store.reading() as reading:
        assert reading.dose_details(INGRID)[fact].site == "lår"


def test_a_correction_cannot_be_what_a_dose_cannot_be(bench: Bench) -> None:
    fact = bench.record().ids["doses"][-1]
    with pytest.raises(DoseInFutureError):
        correct_dose(bench.desk, INGRID, fact, dose("2026-11-24"))
    with pytest.raises(DuplicateDoseError):
        correct_dose(bench.desk, INGRID, fact, dose("2026-09-28"))
    with pytest.raises(UnknownFactError, match="Dose 99 is not recorded"):
        correct_dose(bench.desk, INGRID, FactId(99), DUE_TODAY)


def test_a_dose_recorded_by_mistake_is_taken_out_and_its_visit_goes_back(bench: Bench) -> None:
    visit, later = bench.put_visit(), bench.put_visit(d("2026-12-21"))
    record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)
    remove_dose(bench.desk, INGRID, bench.record().ids["doses"][-1])
    assert bench.course().doses == SIX_DOSES
    booked = bench.desk.visit(visit)
    assert (booked.dose, booked.state) == (None, VisitState.STARTED)
    assert bench.desk.visit(later).state is VisitState.PLANNED


class TestHome:
    """R-HOME-7: a dose is reported from home."""

    at_home = dose(TODAY, setting=HOME, batches=("H1", "H2"), reported_by=Reporter.PATIENT)
    not_trained = Clearing("R-HOME-1", "home.not_eligible", "Dr. Eksempel", "Er lært opp på telefon")

    @pytest.fixture
    def home(self, bench: Bench) -> Bench:
        bench.add(OLA, regimens=[regimen("2026-06-08"), regimen("2026-11-01", setting=HOME)])
        return bench

    def test_it_is_marked_as_reported_by_the_patient(self, home: Bench) -> None:
        given = dose(TODAY, route=None, setting=None, batches=("H1", "H2"))
        report_home_dose(
            home.desk, OLA, given, yes=(), syringes_left=2, clearances=[self.not_trained], detail=DoseDetail(site="lår")
        )
        course = home.course(OLA)
        assert course.doses[-1] == self.at_home
        assert course.checklists == (Checklist(TODAY, TODAY),)
        assert course.stock_counts == (StockCount(TODAY, 2),)
        assert course.holds == ()

    def test_the_unanswered_checklist_is_a_warning(self, home: Bench) -> None:
        with pytest.raises(RefusedError, match=r"home\.checklist_missing"):
            report_home_dose(home.desk, OLA, self.at_home, clearances=[self.not_trained])
        report_home_dose(
            home.desk,
            OLA,
            self.at_home,
            clearances=[self.not_trained],
            acknowledged=[("R-HOME-6", "home.checklist_missing")],
        )
        assert home.course(OLA).checklists == ()

    def test_a_yes_holds_the_coming_doses_but_not_the_reported_one(self, home: Bench) -> None:
        report_home_dose(home.desk, OLA, self.at_home, yes=("symptoms", "infection"), clearances=[self.not_trained])
        course = home.course(OLA)
        assert course.doses[-1] == self.at_home
        assert [hold.kind for hold in course.holds] == [HoldKind.PML_SUSPICION, HoldKind.INFECTION]
        assert {row.key for row in may_give(home.desk, OLA, d("2026-12-21")).stops} == {
            "home.not_eligible",
            "hold.infection",
            "pml.suspicion",
        }

    def test_a_yes_that_was_given_before_the_dose_still_stops_it(self, home: Bench) -> None:
        with home.desk.act(ActKind.ANSWER_CHECKLIST, OLA) as work:
            work.add(OLA, Checklist(TODAY, TODAY, ("infection",)))
        with pytest.raises(RefusedError, match=r"home\.checklist_yes"):
            report_home_dose(home.desk, OLA, self.at_home, yes=(), clearances=[self.not_trained])

    def test_a_dose_that_was_not_taken_is_reported_too(self, home: Bench) -> None:
        report_home_dose(home.desk, OLA, dose(TODAY, status=DoseStatus.MISSED))
        assert home.course(OLA).doses[-1].status is DoseStatus.MISSED


def test_a_visit_that_does_not_exist_takes_no_dose(bench: Bench) -> None:
    with pytest.raises(UnknownVisitError, match="Visit 99"):
        record_dose(bench.desk, INGRID, DUE_TODAY, visit=VisitId(99))

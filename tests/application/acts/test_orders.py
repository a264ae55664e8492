"""Orders are complete and their own rules answered; stopping withdraws everything in one act."""

from dataclasses import replace
from datetime import date, time

import pytest
from builders import HOME, IV, SC, d, dose, regimen
from desks import INGRID, OLA, SIX_DOSES, TODAY, Bench

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.judgement import Clearing
from infusionplanner.application.acts.orders import (
    change_product,
    order_regimen,
    preview_order,
    preview_stop,
    record_next_treatment,
    restart_treatment,
    stop_treatment,
    transfer_in,
)
from infusionplanner.application.acts.undo import undo
from infusionplanner.application.errors import (
    AlreadyStoppedError,
    DateInFutureError,
    DoseBeforeBirthError,
    DuplicateDoseError,
    EmptyFieldError,
    NotStoppedError,
    OrderIncompleteError,
    RefusedError,
)
from infusionplanner.application.records import Visit, VisitId
from infusionplanner.domain.patient import (
    NO_EARLIER_DOSES,
    AppointmentKind,
    AppointmentStatus,
    EarlierDoses,
    IntervalReason,
    NextTreatment,
    Prescription,
    Product,
    Regimen,
    Stop,
    StopReason,
)

EVERY_SIX_WEEKS = Regimen(
    TODAY, SC, 42, reason=IntervalReason.HIGH_SERUM, ordered_by="Dr. Eksempel", ordered_on=d("2026-11-20")
)
BEFORE_LIMIT = ("R-INT-6", "interval.before_limit")


def keys(findings: tuple[object, ...]) -> list[str]:
    return [str(getattr(finding, "key", "")) for finding in findings]


class TestOrder:
    """R-INT-5 to R-INT-8."""

    def test_a_standard_interval_is_simply_ordered(self, bench: Bench) -> None:
        order = regimen("2026-11-23", route=IV)
        order_regimen(bench.desk, INGRID, order)
        assert bench.course().regimens[-1] == order

    def test_six_weeks_before_two_years_is_a_warning_that_names_the_limit(self, bench: Bench) -> None:
        (finding,) = preview_order(bench.desk, INGRID, EVERY_SIX_WEEKS)
        assert (finding.key, finding.facts["limit"]) == ("interval.before_limit", d("2028-06-08"))
        with pytest.raises(RefusedError, match=r"R-INT-6 interval\.before_limit"):
            order_regimen(bench.desk, INGRID, EVERY_SIX_WEEKS)
        order_regimen(bench.desk, INGRID, EVERY_SIX_WEEKS, acknowledged=[BEFORE_LIMIT])
        assert bench.course().regimens[-1] == EVERY_SIX_WEEKS

    def test_six_weeks_subcutaneously_without_a_reason_is_a_stop(self, bench: Bench) -> None:
        order = replace(EVERY_SIX_WEEKS, reason=None)
        with pytest.raises(RefusedError, match=r"Stopped by R-INT-7 interval\.reason_missing") as refused:
            order_regimen(bench.desk, INGRID, order, acknowledged=[BEFORE_LIMIT])
        assert keys(refused.value.stops) == ["interval.reason_missing"]
        clearing = Clearing("R-INT-7", "interval.reason_missing", "Dr. Eksempel", "Konferert")
        order_regimen(bench.desk, INGRID, order, acknowledged=[BEFORE_LIMIT], clearances=[clearing])

    @pytest.mark.parametrize(("field", "value"), [("ordered_by", " "), ("ordered_by", None), ("ordered_on", None)])
    def test_an_interval_of_its_own_is_ordered_by_a_doctor_on_a_day(
        self, bench: Bench, field: str, value: str | None
    ) -> None:
        with pytest.raises(OrderIncompleteError, match=f"lacks {field}"):
            order_regimen(bench.desk, INGRID, replace(EVERY_SIX_WEEKS, **{field: value}))  # type: ignore[arg-type] # one field

    def test_an_order_is_not_given_tomorrow(self, bench: Bench) -> None:
        with pytest.raises(DateInFutureError, match="ordered_on"):
            order_regimen(bench.desk, INGRID, replace(EVERY_SIX_WEEKS, ordered_on=d("2026-11-24")))

    def test_an_order_that_starts_later_is_judged_by_that_day(self, bench: Bench) -> None:
        later = replace(EVERY_SIX_WEEKS, from_=d("2028-06-09"))
        assert "interval.before_limit" not in keys(preview_order(bench.desk, INGRID, later))

    def test_home_treatment_is_ordered_ahead_and_shows_what_is_missing(self, bench: Bench) -> None:
        order = regimen("2026-11-23", setting=HOME)
        assert keys(preview_order(bench.desk, INGRID, order)) == ["home.not_eligible", "supply.missing"]
        order_regimen(bench.desk, INGRID, order)
        assert bench.course().regimens[-1].setting is HOME

    def test_a_visit_that_is_booked_does_not_hide_what_home_treatment_lacks(self, bench: Bench) -> None:
        with bench.desk.act(ActKind.BOOK_VISIT, INGRID) as work:
            work.add_visit(Visit(VisitId(0), INGRID, d("2026-12-14"), time(9, 15)))
        order = regimen("2026-11-23", setting=HOME)
        assert keys(preview_order(bench.desk, INGRID, order)) == ["home.not_eligible", "supply.missing"]

    def test_a_brand_without_that_form_is_a_stop(self, bench: Bench) -> None:
        change_product(bench.desk, INGRID, Product.TYRUKO)
        order_regimen(bench.desk, INGRID, regimen("2026-11-23", route=IV))
        with pytest.raises(RefusedError, match=r"product\.no_route"):
            order_regimen(bench.desk, INGRID, regimen("2026-11-24", route=SC))

    def test_only_syringes_go_home(self, bench: Bench) -> None:
        with pytest.raises(RefusedError, match=r"home\.not_sc"):
            order_regimen(bench.desk, INGRID, regimen("2026-11-24", route=IV, setting=HOME))


def test_a_change_of_brand_keeps_everything_else(bench: Bench) -> None:
    change_product(bench.desk, INGRID, Product.TYRUKO)
    assert (bench.course().product, bench.course().doses) == (Product.TYRUKO, SIX_DOSES)


class TestStop:
    """R-STOP-1 and R-STOP-2."""

    stop = Stop(TODAY, StopReason.JCV_POSITIVE)

    @pytest.fixture
    def booked(self, bench: Bench) -> Bench:
        bench.put_visit(d("2026-11-22"))
        bench.put_visit(d("2026-12-21"))
        bench.put_visit(d("2026-12-22"), kind=AppointmentKind.TRAINING)
        bench.put_visit(d("2026-12-23"), kind=AppointmentKind.MRI)
        bench.put_visit(d("2027-01-18"), status=AppointmentStatus.CANCELLED)
        with bench.desk.act(ActKind.ISSUE_PRESCRIPTION, INGRID) as work:
            work.add(INGRID, Prescription(d("2026-01-05"), 13, withdrawn_on=d("2026-06-01")))
            work.add(INGRID, Prescription(d("2026-06-01"), 13))
        return bench

    def test_what_it_withdraws_is_shown_first(self, booked: Bench) -> None:
        shown = preview_stop(booked.desk, INGRID)
        assert [visit.on for visit in shown.visits] == [d("2026-12-21"), d("2026-12-22")]
        assert shown.prescriptions == (Prescription(d("2026-06-01"), 13),)

    def test_it_withdraws_doses_and_prescription_but_no_controls(self, booked: Bench) -> None:
        done = stop_treatment(booked.desk, INGRID, self.stop)
        course = booked.course()
        assert course.stop == self.stop
        assert [visit.on for visit in booked.visits() if visit.status is AppointmentStatus.BOOKED] == [
            d("2026-11-22"),
            d("2026-12-23"),
        ]
        assert [row.withdrawn_on for row in course.prescriptions] == [d("2026-06-01"), TODAY]
        assert len(done.visits) == 2

    def test_it_is_undone_in_one_step(self, booked: Bench) -> None:
        before = booked.patient()
        stop_treatment(booked.desk, INGRID, self.stop)
        undo(booked.desk)
        assert booked.patient() == before

    def test_a_treatment_stops_once_and_not_ahead(self, bench: Bench) -> None:
        with pytest.raises(DateInFutureError, match="stop: 2026-11-24"):
            stop_treatment(bench.desk, INGRID, Stop(d("2026-11-24")))
        stop_treatment(bench.desk, INGRID, self.stop)
        with pytest.raises(AlreadyStoppedError, match="was stopped on 2026-11-23"):
            stop_treatment(bench.desk, INGRID, self.stop)

    def test_what_follows_is_recorded(self, bench: Bench) -> None:
        stop_treatment(bench.desk, INGRID, self.stop)
        record_next_treatment(bench.desk, INGRID, NextTreatment("rituximab", TODAY))
        assert bench.course().stop == replace(self.stop, next=NextTreatment("rituximab", TODAY))
        assert bench.desk.plan(INGRID).rebound is None
        with pytest.raises(EmptyFieldError, match="treatment"):
            record_next_treatment(bench.desk, INGRID, NextTreatment(""))
        with pytest.raises(DateInFutureError, match="started_on"):
            record_next_treatment(bench.desk, INGRID, NextTreatment("rituximab", d("2026-11-24")))

    def test_a_stopped_treatment_can_be_taken_up_again(self, bench: Bench) -> None:
        with pytest.raises(NotStoppedError, match="is not stopped"):
            restart_treatment(bench.desk, INGRID, regimen("2026-11-23"))
        stop_treatment(bench.desk, INGRID, self.stop)
        restart_treatment(bench.desk, INGRID, regimen("2026-11-23"))
        assert (bench.course().stop, bench.course().regimens[-1]) == (None, regimen("2026-11-23"))

    def test_the_rules_of_an_order_bind_a_restart_too(self, bench: Bench) -> None:
        stop_treatment(bench.desk, INGRID, self.stop)
        order = replace(EVERY_SIX_WEEKS, reason=None)
        shown = keys(preview_order(bench.desk, INGRID, order, restart=True))
        assert shown == ["interval.reason_missing", "interval.before_limit"]
        with pytest.raises(RefusedError, match=r"Stopped by R-INT-7 interval\.reason_missing"):
            restart_treatment(bench.desk, INGRID, order, acknowledged=[BEFORE_LIMIT])
        assert bench.course().stop == self.stop
        clearing = Clearing("R-INT-7", "interval.reason_missing", "Dr. Eksempel", "Konferert")
        restart_treatment(bench.desk, INGRID, order, acknowledged=[BEFORE_LIMIT], clearances=[clearing])
        assert (bench.course().stop, bench.course().regimens[-1]) == (None, order)


class TestTransfer:
    """R-OBS-1: doses given elsewhere."""

    def test_documented_doses_are_taken_over(self, bench: Bench) -> None:
        who = bench.add(OLA, doses=())
        nine = EarlierDoses(sc=2, iv=7, first_on=d("2025-10-01"), last_on=d("2026-09-01"), source="Epikrise, OUS")
        given = (dose("2026-09-28", route=IV), dose("2026-10-26"))
        transfer_in(bench.desk, who, nine, given)
        course = bench.course(OLA)
        assert (course.earlier_doses, course.doses) == (nine, given)
        assert bench.desk.plan(who).doses_completed == 11

    @pytest.mark.parametrize(
        ("earlier", "doses", "error"),
        [
            (EarlierDoses(iv=1, last_on=d("2026-11-24")), (), DateInFutureError),
            (EarlierDoses(iv=1, first_on=d("2026-11-24")), (), DateInFutureError),
            (EarlierDoses(), (dose("2026-10-26"),), DuplicateDoseError),
            (EarlierDoses(), (dose("2026-11-01"), dose("2026-11-01")), DuplicateDoseError),
            (EarlierDoses(), (dose("1990-11-01"),), DoseBeforeBirthError),
        ],
    )
    def test_what_cannot_be_is_refused(
        self, bench: Bench, earlier: EarlierDoses, doses: tuple[object, ...], error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            transfer_in(bench.desk, INGRID, earlier, doses)  # type: ignore[arg-type] # doses
        assert bench.course().earlier_doses == NO_EARLIER_DOSES


def test_the_first_order_of_a_new_patient(bench: Bench) -> None:
    who = bench.add(OLA, doses=())
    order_regimen(bench.desk, who, regimen("2026-12-01"))
    coming = bench.desk.plan(who, on=date(2026, 11, 24), months=2).next_dose
    assert coming is not None
    assert coming.due == d("2026-12-01")


def test_a_transferred_dose_keeps_its_hospital_and_its_source(bench: Bench) -> None:
    letter = EarlierDoses(source=" Epikrise 21.11. ")
    with pytest.raises(EmptyFieldError, match="hospital is empty"):
        transfer_in(bench.desk, INGRID, None, (dose("2026-11-20"),))
    transfer_in(bench.desk, INGRID, None, (dose("2026-11-20"),), hospital=" Haukeland ")
    assert bench.course().earlier_doses == NO_EARLIER_DOSES
    transfer_in(bench.desk, INGRID, letter, (dose("2026-11-22"),), hospital="St. Olavs")
    with bench.desk.store.reading() as reading:
        kept = [(row.hospital, row.source) for row in reading.dose_details(INGRID).values()]
    assert kept == [("Haukeland", "Haukeland"), ("St. Olavs", "Epikrise 21.11.")]

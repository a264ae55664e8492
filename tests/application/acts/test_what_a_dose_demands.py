"""A dose is asked the same questions whichever form it comes from: the visit, afterwards, by telephone, corrected."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from builders import HOME, SC, UNIT, d, dose, regimen
from desks import INGRID, SIX_DOSES, Bench

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.doses import correct_dose, open_findings, record_dose, report_home_dose
from infusionplanner.application.acts.judgement import Clearing, acknowledge, clear_stop, may_give
from infusionplanner.application.errors import AmountError, EmptyFieldError, RefusedError
from infusionplanner.application.records import Acknowledgement, Done, DoseDetail, PatientId
from infusionplanner.domain.finding import Finding
from infusionplanner.domain.pack import Pack
from infusionplanner.domain.patient import (
    Checklist,
    Dose,
    DoseStatus,
    Product,
    Reaction,
    Route,
    Setting,
)

KARI = PatientId("kari")
LATE = ("R-INT-3", "interval.late")
ON, LATE_ON = "2026-11-23", "2026-12-01"
"""The day on which dose 7 is due, and one that is three days after its window."""

Form = Callable[..., Done]


def at_the_visit(bench: Bench, given: Dose, **answers: Any) -> Done:
    with bench.desk.store.reading() as reading:
        booked = [visit.id for visit in reading.visits(given.on, given.on)]
    visit = booked[0] if booked else bench.put_visit(given.on)
    return record_dose(bench.desk, INGRID, given, visit=visit, **answers)


def afterwards(bench: Bench, given: Dose, **answers: Any) -> Done:
    return record_dose(bench.desk, INGRID, given, **answers)


def by_telephone(bench: Bench, given: Dose, **answers: Any) -> Done:
    return report_home_dose(bench.desk, KARI, given, **answers)


def corrected(bench: Bench, given: Dose, **answers: Any) -> Done:
    """Record an ordinary dose where there is none, and make it this one."""
    if len(bench.course().doses) == len(SIX_DOSES):
        day = bench.clock.now()
        bench.on(ON)
        record_dose(bench.desk, INGRID, dose(ON))
        bench.clock.set(day)
    return correct_dose(bench.desk, INGRID, bench.record().ids["doses"][-1], given, **answers)


FORMS = pytest.mark.parametrize("form", [at_the_visit, afterwards, by_telephone, corrected])


@pytest.fixture
def ward(bench: Bench) -> Bench:
    """Return the desk with Kari too: at home, as a doctor has cleared, and asked the questions before each dose."""
    answered = [Checklist(d(day), d(day)) for day in (ON, LATE_ON)]
    bench.add(KARI, regimens=[regimen("2026-06-08"), regimen("2026-11-01", setting=HOME)], checklists=answered)
    for row in answered:
        clear_stop(bench.desk, KARI, row.for_, Clearing("R-HOME-1", "home.not_eligible", "Dr. Hjemme", "Avtalt"))
    return bench


def who(form: Form) -> PatientId:
    return KARI if form is by_telephone else INGRID


def last(bench: Bench, form: Form) -> Dose:
    return bench.course(who(form)).doses[-1]


def refused(bench: Bench, form: Form, given: Dose, **answers: Any) -> tuple[list[str], list[str]]:
    """Return the keys of the stops and of the warnings that a form asks to be answered."""
    before = bench.course(who(form)).doses
    with pytest.raises(RefusedError) as error:
        form(bench, given, **answers)
    assert bench.course(who(form)).doses in {before, (*before, dose(ON))}

    def keys(rows: tuple[Finding, ...]) -> list[str]:
        return [row.key for row in rows]

    return keys(error.value.stops), keys(error.value.warnings)


@FORMS
def test_a_late_dose_is_recorded_with_the_reason_and_nothing_less(ward: Bench, form: Form) -> None:
    ward.on(LATE_ON)
    late = dose(LATE_ON)
    assert refused(ward, form, late) == ([], ["interval.late"])
    assert refused(ward, form, late, acknowledged=[LATE], late_reason="  ") == ([], ["interval.late"])
    done = form(ward, late, late_reason=" patient_ill ")
    assert last(ward, form).on == late.on
    with ward.desk.store.reading() as reading:
        (kept,) = reading.acknowledgements(who(form))
        assert reading.act(done.act).kind in {"record_dose", "report_home_dose", "correct_dose"}
    assert kept == Acknowledgement(who(form), *LATE, late.on, ward.clock.now(), "patient_ill")


@FORMS
def test_a_refused_dose_leaves_no_acknowledgement_behind(ward: Bench, form: Form) -> None:
    ward.on(LATE_ON)
    assert refused(ward, form, dose(LATE_ON, batches=()), late_reason="patient_ill") == ([], ["batch.unread"])
    with ward.desk.store.reading() as reading:
        assert reading.acknowledgements(who(form)) == ()


@FORMS
def test_a_pack_that_has_expired_waits_for_the_doctor(ward: Bench, form: Form) -> None:
    given, expired = dose(ON), DoseDetail(expires_on=d(ON) - timedelta(days=1))
    assert refused(ward, form, given, detail=expired) == (["batch.expired"], [])
    clearing = Clearing("R-BR-3", "batch.expired", "Dr. Eksempel", "Gikk ut i går, oppbevart riktig")
    form(ward, given, detail=expired, clearances=[clearing])
    assert last(ward, form).on == given.on
    with ward.desk.store.reading() as reading:
        assert reading.clearances(who(form))[-1].by == "Dr. Eksempel"


@FORMS
def test_a_pack_may_be_used_on_its_last_day(ward: Bench, form: Form) -> None:
    form(ward, dose(ON), detail=DoseDetail(expires_on=d(ON)))
    assert last(ward, form).on == d(ON)


@FORMS
def test_another_product_than_ordered_waits_for_the_doctor(ward: Bench, form: Form) -> None:
    assert refused(ward, form, dose(ON, product=Product.TYRUKO)) == (["batch.other_product"], [])


@FORMS
def test_a_dose_without_a_batch_number_is_noticed(ward: Bench, form: Form) -> None:
    given = dose(ON, batches=())
    assert refused(ward, form, given) == ([], ["batch.unread"])
    form(ward, given, acknowledged=[("R-BR-1", "batch.unread")])
    assert last(ward, form).batches == ()


@FORMS
def test_whether_there_was_a_reaction_is_answered(ward: Bench, form: Form) -> None:
    with pytest.raises(EmptyFieldError, match="reaction is empty"):
        form(ward, dose(ON, reaction=None))


@FORMS
@pytest.mark.parametrize("reaction", [Reaction.HYPERSENSITIVITY, Reaction.ANAPHYLAXIS])
def test_a_serious_reaction_names_the_doctor_who_was_told(ward: Bench, form: Form, reaction: Reaction) -> None:
    given = dose(ON, reaction=reaction)
    for detail in (None, DoseDetail(told="  ")):
        with pytest.raises(EmptyFieldError, match="told is empty"):
            form(ward, given, detail=detail)
    form(ward, given, detail=DoseDetail(told="Dr. Eksempel"))
    with ward.desk.store.reading() as reading:
        assert [row.told for row in reading.dose_details(who(form)).values()] == ["Dr. Eksempel"]


@FORMS
def test_no_more_is_given_of_a_dose_than_there_is_in_it(ward: Bench, form: Form) -> None:
    with pytest.raises(AmountError, match="mg is 301; it must be from 0 to 300"):
        form(ward, dose(ON, status=DoseStatus.INCOMPLETE, mg=301))
    form(ward, dose(ON, status=DoseStatus.INCOMPLETE, mg=150))
    assert last(ward, form).mg == 150


@FORMS
def test_a_missed_dose_is_asked_nothing(ward: Bench, form: Form) -> None:
    ward.on(LATE_ON)
    form(ward, Dose(d(LATE_ON), status=DoseStatus.MISSED))
    assert last(ward, form).status is DoseStatus.MISSED


def test_seeing_a_late_dose_beforehand_needs_the_reason_too(bench: Bench) -> None:
    bench.on(LATE_ON)
    with pytest.raises(EmptyFieldError, match="reason is empty"):
        acknowledge(bench.desk, INGRID, d(LATE_ON), *LATE)
    acknowledge(bench.desk, INGRID, d(LATE_ON), *LATE, "patient_ill")
    record_dose(bench.desk, INGRID, dose(LATE_ON))
    assert bench.course().doses[-1].on == d(LATE_ON)


def test_an_answer_from_before_reasons_were_asked_for_is_asked_again(bench: Bench) -> None:
    bench.on(LATE_ON)
    with bench.desk.act(ActKind.ACKNOWLEDGE, INGRID) as work:
        work.add_acknowledgement(Acknowledgement(INGRID, *LATE, d(LATE_ON), bench.clock.now()))
    assert [row.key for row in may_give(bench.desk, INGRID, d(LATE_ON)).warnings] == ["interval.late"]


def test_the_pack_is_judged_before_the_dose_is_given(bench: Bench) -> None:
    pack = Pack(Product.TYRUKO, (), date(2026, 11, 22))
    judged = may_give(bench.desk, INGRID, d(ON), route=Route.SC, setting=Setting.UNIT, pack=pack)
    assert [row.key for row in (*judged.stops, *judged.warnings)] == [
        "batch.expired",
        "batch.other_product",
        "batch.unread",
    ]


def test_a_correction_of_the_site_is_not_asked_for_what_was_recorded_long_ago(bench: Bench) -> None:
    """A dose of years ago, early, without batch and with an unknown reaction, gets its site and nothing else."""
    old = Dose(d("2026-10-30"), route=SC, setting=UNIT, status=DoseStatus.GIVEN, mg=300)
    with bench.desk.act(ActKind.RECORD_DOSE, INGRID) as work:
        fact = work.add(INGRID, old)
    correct_dose(bench.desk, INGRID, fact, old, detail=DoseDetail(site="venstre lår"))
    with pytest.raises(RefusedError) as moved:
        correct_dose(bench.desk, INGRID, fact, replace(old, on=d("2026-11-17")))
    assert [row.key for row in moved.value.warnings] == ["interval.outside_window"]


def test_a_form_can_show_beforehand_what_will_be_asked(ward: Bench) -> None:
    ward.on(LATE_ON)
    expired = DoseDetail(expires_on=d(ON))
    asked = open_findings(ward.desk, INGRID, dose(LATE_ON), expired)
    assert [[row.key for row in rows] for rows in asked] == [["batch.expired"], ["interval.late"]]
    assert open_findings(ward.desk, INGRID, Dose(d(LATE_ON), status=DoseStatus.MISSED)) == ([], [])
    corrected(ward, dose(ON))
    fact = ward.record().ids["doses"][-1]
    assert open_findings(ward.desk, INGRID, dose(ON, mg=150), corrects=fact) == ([], [])
    stops, _ = open_findings(ward.desk, INGRID, dose(ON), expired, corrects=fact)
    assert stops == []
    stops, _ = open_findings(ward.desk, INGRID, dose(ON), DoseDetail(expires_on=d("2026-11-01")), corrects=fact)
    assert [row.key for row in stops] == ["batch.expired"]

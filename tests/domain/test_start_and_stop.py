from dataclasses import replace

import pytest
from builders import IV, bloods, d, dose, jcv, patient, regimen, result, series
from planner import Planner, keys, said

from infusionplanner.domain.finding import Level
from infusionplanner.domain.patient import (
    Answer,
    Assay,
    EarlierDoses,
    Gate,
    Hold,
    HoldKind,
    NextTreatment,
    Patient,
    Product,
    Result,
    Stop,
    StopReason,
)
from infusionplanner.domain.result import Verdict

NEGATIVE, POSITIVE = Answer.NEGATIVE, Answer.POSITIVE
COMPLETE = {
    "bloods": bloods("2025-12-29"),
    "jcv": jcv("2025-12-15"),
    "igra": result("igra", "2025-12-01", answer=NEGATIVE),
    "hbv": result("hbv", "2025-12-01", answer=NEGATIVE),
    "hcv": result("hcv", "2025-12-01", answer=NEGATIVE),
    "hiv": result("hiv", "2025-12-01", answer=NEGATIVE),
    "edss": result("edss", "2025-12-20", value=2.0),
    "mri": result("mri", "2025-12-01"),
}


def before_start(without: str | None = None, **replaced: Result) -> Patient:
    """Return a patient before the first dose with everything in place, but for one item of the gate."""
    rows = {key: row for key, row in {**COMPLETE, **replaced}.items() if key != without}
    gate = Gate(
        None if without == "reviewed" else d("2025-12-20"),
        None if without == "informed" else d("2025-12-20"),
    )
    prior = None if without == "prior_immunosuppression" else False
    return patient(regimens=[regimen("2026-01-05")], results=rows.values(), gate=gate, prior_immunosuppression=prior)


def test_a_closed_gate_lets_the_first_dose_be_given(planner: Planner) -> None:
    answer = planner.check(before_start(), "2026-01-05")
    assert (answer.verdict, answer.findings) == (Verdict.OK, ())


@pytest.mark.parametrize("item", ["reviewed", "informed", *COMPLETE, "prior_immunosuppression"])
def test_each_open_item_stops_the_first_dose_and_is_named(planner: Planner, item: str) -> None:
    answer = planner.check(before_start(item), "2026-01-05")
    assert [(f.rule, f.level, f.facts["missing"]) for f in said(answer, "gate.open")] == [
        ("R-START-1", Level.STOP, (item,))
    ]
    found = planner.plan(before_start(item), "2026-01-02")
    assert [row.blocked for row in found.doses[:2]] == [True, False]


@pytest.mark.parametrize(("scan", "open_"), [("2025-10-05", True), ("2025-10-06", False)])
def test_the_scan_is_strictly_younger_than_three_months(planner: Planner, scan: str, open_: bool) -> None:
    answer = planner.check(before_start(mri=result("mri", scan)), "2026-01-05")
    assert bool(said(answer, "gate.open")) is open_


def test_jcv_is_answered_with_the_assay_of_the_brand(planner: Planner) -> None:
    row = before_start(jcv=jcv("2025-12-15", assay=Assay.IMMUNOWELL))
    assert said(planner.check(row, "2026-01-05"), "gate.open")[0].facts["missing"] == ("jcv",)
    ordered = (regimen("2026-01-05", route=IV),)
    tyruko = replace(row, course=replace(row.course, regimens=ordered, product=Product.TYRUKO))
    assert said(planner.check(tyruko, "2026-01-05"), "gate.open") == []


def test_a_positive_infection_test_warns_and_does_not_stop(planner: Planner) -> None:
    answer = planner.check(before_start(hbv=result("hbv", "2025-12-01", answer=POSITIVE)), "2026-01-05")
    assert [(f.level, f.facts["positive"]) for f in said(answer, "gate.positive")] == [(Level.WARN, ("hbv",))]
    assert answer.verdict is Verdict.WARN


def test_an_indeterminate_answer_is_not_taken_for_a_negative_one(planner: Planner) -> None:
    unsure = before_start(
        igra=result("igra", "2025-12-01", answer=Answer.INDETERMINATE), hiv=result("hiv", "2025-12-01", answer=POSITIVE)
    )
    again = replace(unsure, results=(*unsure.results, result("igra", "2025-12-08", answer=NEGATIVE)))
    answer = planner.check(unsure, "2026-01-05")
    assert [(f.rule, f.level, f.facts["indeterminate"]) for f in said(answer, "gate.indeterminate")] == [
        ("R-START-1", Level.WARN, ("igra",))
    ]
    assert (answer.verdict, said(planner.check(again, "2026-01-05"), "gate.indeterminate")) == (Verdict.WARN, [])
    assert said(planner.check(before_start("igra"), "2026-01-05"), "gate.indeterminate") == []


def test_an_indeterminate_jcv_leaves_the_gate_open(planner: Planner) -> None:
    unsure = before_start(jcv=jcv("2025-12-15", Answer.INDETERMINATE))
    again = replace(unsure, results=(*unsure.results, jcv("2025-12-22")))
    assert said(planner.check(unsure, "2026-01-05"), "gate.open")[0].facts["missing"] == ("jcv",)
    assert planner.check(again, "2026-01-05").verdict is Verdict.OK


def test_a_positive_jcv_stops_the_start(planner: Planner) -> None:
    answer = planner.check(before_start(jcv=jcv("2025-12-15", POSITIVE, 1.1)), "2026-01-05")
    assert [(f.rule, dict(f.facts)) for f in said(answer, "start.jcv_positive")] == [
        ("R-START-2", {"day": d("2025-12-15"), "index": 1.1})
    ]
    assert answer.verdict is Verdict.STOP


def test_a_negative_of_another_assay_does_not_take_a_positive_back(planner: Planner) -> None:
    row = before_start()
    tests = (jcv("2025-11-15", POSITIVE, 0.5, Assay.IMMUNOWELL), *row.results)
    answer = planner.check(replace(row, results=tests), "2026-01-05")
    assert [f.facts["day"] for f in said(answer, "start.jcv_positive")] == [d("2025-11-15")]
    one = (*tests, jcv("2025-12-20", NEGATIVE, 0.2, Assay.IMMUNOWELL))
    assert len(said(planner.check(replace(row, results=one), "2026-01-05"), "start.jcv_positive")) == 1
    first = jcv("2025-11-01", POSITIVE, 0.5, Assay.IMMUNOWELL)
    two = (first, *(jcv(on, NEGATIVE, 0.2, Assay.IMMUNOWELL) for on in ("2025-11-02", "2026-05-02")))
    later = replace(row, results=(*two, *row.results))
    assert said(planner.check(later, "2026-05-04"), "start.jcv_positive") == []


def test_a_suspicion_of_pml_stops_the_start_until_it_is_lifted(planner: Planner) -> None:
    row, kept = before_start(), Hold(d("2025-12-22"), HoldKind.PML_SUSPICION)
    answer = planner.check(replace(row, course=replace(row.course, holds=(kept,))), "2026-01-05")
    assert [(f.rule, dict(f.facts)) for f in said(answer, "start.pml_suspicion")] == [
        ("R-START-2", {"from": d("2025-12-22")})
    ]
    for hold in (replace(kept, lifted_on=d("2025-12-30"), lifted_by="Dr. Ek"), replace(kept, kind=HoldKind.INFECTION)):
        answer = planner.check(replace(row, course=replace(row.course, holds=(hold,))), "2026-01-05")
        assert said(answer, "start.pml_suspicion") == []


def test_the_gate_is_silent_after_the_first_dose(planner: Planner) -> None:
    assert said(planner.check(patient([dose("2026-01-05")]), "2026-02-02"), "gate.open") == []


def stopped(
    following: NextTreatment | None, *, high_risk: bool | None = None, prior: bool | None = False, **fields: object
) -> Patient:
    stop = Stop(d("2026-03-06"), StopReason.JCV_POSITIVE, following, high_risk)
    return patient(
        series("2025-12-11", 3, 42, route=IV),
        stop=stop,
        prior_immunosuppression=prior,
        **fields,  # type: ignore[arg-type]
    )


def test_rituximab_follows_28_days_after_the_last_dose_on_an_open_day(planner: Planner) -> None:
    found = planner.plan(stopped(NextTreatment("Rituximab")), "2026-03-06")
    assert found.transition is not None
    assert (found.transition.treatment, found.transition.dose_mg) == ("rituximab", 1000)
    assert (found.transition.due, found.transition.proposed, found.transition.rule) == (
        d("2026-04-02"),
        d("2026-04-01"),
        "R-STOP-2",
    )
    assert [f.due for f in said(found, "switch.due")] == [d("2026-04-01")]


def test_a_late_change_is_proposed_from_today(planner: Planner) -> None:
    found = planner.plan(stopped(NextTreatment("rituximab")), "2026-04-11").transition
    assert found is not None
    assert (found.due, found.proposed) == (d("2026-04-02"), d("2026-04-13"))


def test_another_treatment_has_no_date_of_ours(planner: Planner) -> None:
    found = planner.plan(stopped(NextTreatment("ocrelizumab")), "2026-03-06")
    assert found.transition is not None
    assert (found.transition.due, found.transition.proposed, found.transition.dose_mg) == (None, None, None)
    assert [f.due for f in said(found, "switch.due")] == [d("2026-03-06")]


def test_a_treatment_that_has_started_needs_no_date(planner: Planner) -> None:
    found = planner.plan(stopped(NextTreatment("rituximab", d("2026-04-01"))), "2026-04-02")
    assert (found.transition, found.rebound) == (None, None)


def test_no_follow_on_treatment_and_no_reason_are_told(planner: Planner) -> None:
    found = planner.plan(patient(series("2025-12-11", 3, 42), stop=Stop(d("2026-03-06"))), "2026-03-06")
    assert [(f.rule, f.level) for f in said(found, "stop.no_next")] == [("R-STOP-3", Level.WARN)]
    assert [f.level for f in said(found, "stop.reason_missing")] == [Level.TASK]
    assert (found.next_dose, found.doses, found.home) == (None, (), None)


@pytest.mark.parametrize(
    ("results", "prior", "flag", "follows"),
    [
        ([jcv("2026-02-20", POSITIVE, 1.8)], False, None, True),
        ([jcv("2026-02-20", POSITIVE, 1.0)], False, None, False),
        ([jcv("2026-02-20", POSITIVE, 1.0)], True, None, True),
        ([jcv("2026-02-20", POSITIVE, 1.0)], None, None, True),
        ([jcv("2026-02-20", POSITIVE, 0.4, Assay.IMMUNOWELL)], False, None, True),
        ([jcv("2026-02-20")], True, None, False),
        ([jcv("2026-02-20")], False, True, True),
        ([], False, False, True),
    ],
)
def test_who_is_followed_up_after_stopping(
    planner: Planner, results: list[Result], prior: bool | None, flag: bool | None, follows: bool
) -> None:
    row = stopped(NextTreatment("rituximab"), high_risk=flag, prior=prior, results=results)
    found = planner.plan(row, "2026-03-06").surveillance
    assert (found is not None) is follows


def test_follow_up_runs_six_months_with_a_scan_every_three(planner: Planner) -> None:
    row = stopped(NextTreatment("rituximab"), results=[jcv("2026-02-20", POSITIVE, 1.8)])
    found = planner.plan(row, "2026-05-10")
    assert found.surveillance is not None
    assert (found.surveillance.until, found.surveillance.mri) == (d("2026-09-05"), (d("2026-06-05"), d("2026-09-05")))
    assert [f.due for f in said(found, "surveillance.mri")] == [d("2026-06-05")]
    assert [f.due for f in said(planner.plan(row, "2026-03-10"), "surveillance.mri")] == []
    done = stopped(NextTreatment("rituximab"), results=[jcv("2026-02-20", POSITIVE, 1.8), result("mri", "2026-06-01")])
    assert said(planner.plan(done, "2026-06-10"), "surveillance.mri") == []
    assert [f.due for f in said(planner.plan(done, "2026-09-01"), "surveillance.mri")] == [d("2026-09-05")]
    assert planner.plan(row, "2026-09-05").surveillance is not None
    assert planner.plan(row, "2026-09-06").surveillance is None


def test_a_dose_after_the_stop_is_refused(planner: Planner) -> None:
    answer = planner.check(stopped(None), "2026-04-01")
    assert [dict(f.facts) for f in said(answer, "treatment.stopped")] == [{"on": d("2026-03-06")}]
    assert answer.verdict is Verdict.STOP


def test_a_stop_without_a_dose_has_no_change_to_date(planner: Planner) -> None:
    row = patient(
        regimens=[regimen("2026-01-05")],
        stop=Stop(d("2026-03-06"), StopReason.PATIENT_WISH, NextTreatment("rituximab")),
    )
    found = planner.plan(row, "2026-03-06")
    assert found.transition is not None
    assert (found.transition.due, found.surveillance, found.rebound) == (None, None, None)
    assert "stop.no_next" not in keys(found)


def test_the_assay_of_an_unknown_brand_cannot_be_the_right_one(planner: Planner) -> None:
    row = before_start()
    unknown = replace(row, course=replace(row.course, product=None))
    assert [f.facts["missing"] for f in said(planner.check(unknown, "2026-01-05"), "gate.open")] == [("jcv",)]
    brandless = replace(planner, protocol=replace(planner.protocol, products=()))
    assert said(brandless.check(unknown, "2026-01-05"), "gate.open") == []


@pytest.mark.parametrize(("on", "missing"), [("2025-12-19", ("reviewed", "informed", "edss")), ("2025-12-20", ())])
def test_an_item_of_the_gate_is_closed_from_its_own_day(planner: Planner, on: str, missing: tuple[str, ...]) -> None:
    row = before_start(bloods=bloods("2025-12-16"), jcv=jcv("2025-12-15"), edss=result("edss", "2025-12-20"))
    row = replace(row, course=replace(row.course, regimens=(regimen("2025-12-23"),)))
    assert [f.facts["missing"] for f in said(planner.plan(row, on), "gate.open")] == ([missing] if missing else [])


@pytest.mark.parametrize(("last", "ordered"), [(None, False), ("2026-05-06", True)])
def test_one_transferred_without_a_day_or_an_order_is_to_be_ordered_for(
    planner: Planner, last: str | None, ordered: bool
) -> None:
    row = patient(earlier_doses=EarlierDoses(iv=9, last_on=d(last) if last else None, source="letter"))
    found = planner.plan(row, "2026-05-20")
    assert (found.next_dose is not None) is ordered
    assert (said(found, "start.not_ordered") == []) is ordered

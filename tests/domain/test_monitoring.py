import pytest
from builders import HOME, IV, bloods, d, dose, jcv, patient, regimen, result, series
from planner import Planner, control, keys, said

from infusionplanner.domain.controls.monitoring import mg_per_litre
from infusionplanner.domain.finding import Level
from infusionplanner.domain.patient import (
    Answer,
    Assay,
    Course,
    EarlierDoses,
    Exposure,
    ExposureKind,
    Patient,
    Product,
    Result,
    Stop,
)
from infusionplanner.domain.result import MonitoringStatus, Tier

OK, DUE, OVERDUE = MonitoringStatus.OK, MonitoringStatus.DUE, MonitoringStatus.OVERDUE
UNKNOWN, BLOCKED = MonitoringStatus.UNKNOWN, MonitoringStatus.BLOCKED


@pytest.mark.parametrize(
    ("number", "sample", "before", "due"),
    [
        (0, None, 1, "2026-01-05"),
        (1, "2026-01-03", 2, "2026-02-02"),
        (2, None, 3, "2026-03-02"),
        (3, None, 6, "2026-05-26"),
        (5, None, 6, "2026-05-26"),
    ],
)
def test_bloods_before_doses_one_two_three_and_six(
    planner: Planner, number: int, sample: str | None, before: int, due: str
) -> None:
    row = patient(
        series("2026-01-05", number), regimens=[regimen("2026-01-05")], results=[bloods(sample)] if sample else []
    )
    on = row.course.doses[-1].on if number else d("2025-12-20")
    found = control(planner.plan(row, on), "bloods")
    assert (found.before_dose, found.due) == (before, d(due))


def test_bloods_that_nobody_has_seen_do_not_count_for_a_dose(planner: Planner) -> None:
    row = patient(series("2026-01-05", 1), results=[bloods("2026-01-30", seen=False)])
    assert control(planner.plan(row, "2026-01-31"), "bloods").before_dose == 2
    answer = planner.check(row, "2026-02-02")
    assert [dict(f.facts) for f in said(answer, "bloods.missing")] == [{"number": 2, "oldest": d("2026-01-19")}]


@pytest.mark.parametrize(("sample", "missing"), [("2026-01-18", True), ("2026-01-19", False), ("2026-02-02", False)])
def test_bloods_are_at_most_fourteen_days_old(planner: Planner, sample: str, missing: bool) -> None:
    answer = planner.check(patient(series("2026-01-05", 1), results=[bloods(sample)]), "2026-02-02")
    assert bool(said(answer, "bloods.missing")) is missing


def test_bloods_are_not_asked_for_at_the_other_doses(planner: Planner) -> None:
    assert said(planner.check(patient(series("2026-01-05", 3)), "2026-03-30"), "bloods.missing") == []


@pytest.mark.parametrize(
    ("results", "due", "status"),
    [
        ([bloods("2026-05-26")], "2026-11-26", OK),
        ([bloods("2026-03-02")], "2026-05-26", OVERDUE),
        ([], "2026-05-26", UNKNOWN),
    ],
)
def test_after_dose_six_bloods_follow_the_calendar(
    planner: Planner, results: list[Result], due: str, status: MonitoringStatus
) -> None:
    row = patient([*series("2026-01-05", 5), dose("2026-05-26")], results=results)
    found = control(planner.plan(row, "2026-06-10"), "bloods")
    assert (found.due, found.status) == (d(due), status)


def test_bloods_of_one_transferred_late_count_from_the_last_sample(planner: Planner) -> None:
    earlier = EarlierDoses(iv=9, first_on=d("2025-08-27"), last_on=d("2026-05-06"), source="letter")
    row = patient(regimens=[regimen("2026-06-01", route=IV)], earlier_doses=earlier)
    assert control(planner.plan(row, "2026-06-01"), "bloods").status is UNKNOWN
    tested = patient(regimens=[regimen("2026-06-01", route=IV)], earlier_doses=earlier, results=[bloods("2026-03-01")])
    assert control(planner.plan(tested, "2026-06-01"), "bloods").due == d("2026-09-01")


def test_no_bloods_are_due_while_no_dose_is_coming(planner: Planner) -> None:
    row = patient(series("2026-01-05", 2), regimens=[regimen("2026-01-05")], stop=None)
    assert {r.kind for r in planner.plan(row, "2026-02-03").monitoring} == {"bloods", "nab", "jcv", "edss", "mri"}
    assert planner.plan(Patient("new", Course()), "2026-02-03").monitoring == ()


@pytest.mark.parametrize(
    ("samples", "due"),
    [
        ([], "2026-07-05"),
        ([("2026-06-04", Answer.NEGATIVE)], "2026-07-05"),
        ([("2026-06-05", Answer.NEGATIVE)], "2027-01-05"),
        ([("2026-07-06", Answer.POSITIVE)], "2026-08-17"),
        ([("2026-07-06", Answer.POSITIVE), ("2026-08-03", Answer.POSITIVE)], "2026-08-17"),
        ([("2026-07-06", Answer.POSITIVE), ("2026-08-17", Answer.NEGATIVE)], "2027-01-05"),
    ],
)
def test_nab_at_six_and_twelve_months_and_again_after_a_positive(
    planner: Planner, samples: list[tuple[str, Answer]], due: str
) -> None:
    rows = [result("nab", on, answer=answer) for on, answer in samples]
    assert control(planner.plan(patient(series("2026-01-05", 9), results=rows), "2026-08-20"), "nab").due == d(due)


def test_an_indeterminate_nab_is_taken_again(planner: Planner) -> None:
    rows = [result("nab", "2026-07-06", answer=Answer.INDETERMINATE)]
    found = planner.plan(patient(series("2026-01-05", 9), results=rows), "2026-08-20")
    assert control(found, "nab").due == d("2026-08-17")
    assert [(f.rule, f.level, f.due, dict(f.facts)) for f in said(found, "nab.unsure")] == [
        ("R-MON-2", Level.TASK, d("2026-08-17"), {"on": d("2026-07-06"), "from": d("2026-08-17")})
    ]
    again = [*rows, result("nab", "2026-08-17", answer=Answer.NEGATIVE)]
    found = planner.plan(patient(series("2026-01-05", 9), results=again), "2026-08-20")
    assert (control(found, "nab").due, said(found, "nab.unsure")) == (d("2027-01-05"), [])


def test_nab_is_over_after_a_year(planner: Planner) -> None:
    rows = [result("nab", "2026-07-05", answer=Answer.NEGATIVE), result("nab", "2027-01-04", answer=Answer.NEGATIVE)]
    found = planner.plan(patient(series("2026-01-05", 14), results=rows), "2027-02-01")
    assert [row.kind for row in found.monitoring if row.kind == "nab"] == []


@pytest.mark.parametrize(("second", "confirmed"), [("2026-08-16", False), ("2026-08-17", True), ("2026-09-30", True)])
def test_two_positives_forty_two_days_apart_are_confirmed(planner: Planner, second: str, confirmed: bool) -> None:
    rows = [result("nab", on, answer=Answer.POSITIVE) for on in ("2026-07-06", second)]
    found = planner.plan(patient(series("2026-01-05", 9), results=rows), "2026-10-01")
    assert bool(said(found, "nab.confirmed")) is confirmed
    assert [f.due for f in said(found, "nab.repeat")] == ([] if confirmed else [d("2026-08-17")])


def test_one_positive_asks_for_a_new_sample(planner: Planner) -> None:
    found = planner.plan(
        patient(series("2026-01-05", 8), results=[result("nab", "2026-07-06", answer=Answer.POSITIVE)]), "2026-07-25"
    )
    assert [(f.rule, f.level, f.due) for f in said(found, "nab.repeat")] == [("R-MON-2", Level.TASK, d("2026-08-17"))]


@pytest.mark.parametrize(
    ("exposure", "not_before", "status"),
    [
        (Exposure(ExposureKind.IVIG, d("2026-05-20")), "2026-11-20", BLOCKED),
        (Exposure(ExposureKind.PLASMA_EXCHANGE, d("2026-07-10")), "2026-07-24", BLOCKED),
        (Exposure(ExposureKind.PLASMA_EXCHANGE, d("2026-03-02")), None, OVERDUE),
        (Exposure(ExposureKind.IVIG, d("2026-08-01")), None, OVERDUE),
    ],
)
def test_jcv_waits_after_plasma_exchange_and_immunoglobulins(
    planner: Planner, exposure: Exposure, not_before: str | None, status: MonitoringStatus
) -> None:
    row = patient(series("2025-01-06", 20), results=[jcv("2026-01-05")], exposures=[exposure])
    found = control(planner.plan(row, "2026-07-20"), "jcv")
    assert (found.due, found.not_before, found.status) == (
        d("2026-07-05"),
        d(not_before) if not_before else None,
        status,
    )
    assert bool(said(planner.plan(row, "2026-07-20"), "jcv.blocked")) is (status is BLOCKED)


def test_a_new_brand_starts_a_new_jcv_series(planner: Planner) -> None:
    switched = patient(
        [*series("2025-01-06", 20), dose("2026-08-03", product=Product.TYRUKO, route=IV)],
        product=Product.TYRUKO,
        regimens=[regimen("2025-01-06"), regimen("2026-08-01", route=IV)],
        results=[jcv("2026-06-01")],
    )
    found = planner.plan(switched, "2026-08-04")
    row = control(found, "jcv")
    assert (row.last, row.due, row.status) == (None, d("2026-08-03"), UNKNOWN)
    assert [dict(f.facts) for f in said(found, "brand.changed")] == [
        {"from": "tysabri", "to": "tyruko", "on": d("2026-08-03")}
    ]
    tested = planner.plan(
        patient(
            switched.course.doses,
            product=Product.TYRUKO,
            regimens=switched.course.regimens,
            results=[jcv("2026-06-01"), jcv("2026-08-05", assay=Assay.IMMUNOWELL)],
        ),
        "2026-08-06",
    )
    assert control(tested, "jcv").due == d("2027-02-05")
    assert said(tested, "brand.changed") == []


def test_a_brand_without_a_dose_yet_needs_its_test_now(planner: Planner) -> None:
    row = patient(series("2025-01-06", 20), product=Product.TYRUKO, regimens=[regimen("2025-01-06", route=IV)])
    found = control(planner.plan(row, "2026-08-04"), "jcv")
    assert (found.due, found.status) == (d("2026-08-04"), UNKNOWN)


def test_an_unknown_brand_is_tested_with_the_tables_assay(planner: Planner) -> None:
    row = patient(series("2025-01-06", 20, product=None), product=None, results=[jcv("2026-06-01")])
    assert control(planner.plan(row, "2026-08-04"), "jcv").due == d("2026-12-01")


def test_jcv_before_the_first_dose_is_due_on_that_day(planner: Planner) -> None:
    found = control(planner.plan(patient(regimens=[regimen("2026-12-07")]), "2026-11-23"), "jcv")
    assert (found.due, found.status) == (d("2026-12-07"), DUE)


def test_a_negative_is_shown_with_its_age(planner: Planner) -> None:
    found = planner.plan(patient(series("2025-07-07", 14), results=[jcv("2026-01-05")]), "2026-07-20")
    assert [dict(f.facts) for f in said(found, "jcv.negative_age")] == [
        {"on": d("2026-01-05"), "months": 6, "assay": "stratify"}
    ]
    assert [(f.due, f.facts["days"]) for f in said(found, "jcv.overdue")] == [(d("2026-07-05"), 15)]


@pytest.mark.parametrize(
    ("edss", "due"),
    [
        (None, "2026-07-05"),
        ("2026-05-01", "2026-07-05"),
        ("2026-06-05", "2027-06-05"),
        ("2026-07-06", "2027-07-06"),
    ],
)
def test_edss_at_six_months_then_yearly(planner: Planner, edss: str | None, due: str) -> None:
    rows = [result("edss", edss, value=2.0)] if edss else []
    assert control(planner.plan(patient(series("2026-01-05", 8), results=rows), "2026-07-20"), "edss").due == d(due)


@pytest.mark.parametrize(
    ("scan", "answer", "index", "prior", "window", "due", "tier"),
    [
        (None, Answer.NEGATIVE, None, False, "2026-04-05", "2026-07-05", Tier.LOW),
        ("2026-04-04", Answer.NEGATIVE, None, False, "2026-04-05", "2026-07-05", Tier.LOW),
        ("2026-05-04", Answer.NEGATIVE, None, False, None, "2027-05-04", Tier.LOW),
        ("2026-05-04", Answer.POSITIVE, None, False, None, "2026-11-04", Tier.MID),
        ("2026-05-04", Answer.POSITIVE, 1.5, False, None, "2026-11-04", Tier.MID),
        ("2026-05-04", Answer.POSITIVE, 1.8, False, "2026-08-04", "2026-11-04", Tier.HIGH),
        ("2026-05-04", Answer.POSITIVE, 0.3, True, "2026-08-04", "2026-11-04", Tier.HIGH),
        ("2026-05-04", Answer.INDETERMINATE, None, False, "2026-08-04", "2026-11-04", Tier.UNKNOWN),
    ],
)
def test_mri_rebaseline_then_by_tier(
    planner: Planner,
    scan: str | None,
    answer: Answer,
    index: float | None,
    prior: bool,
    window: str | None,
    due: str,
    tier: Tier,
) -> None:
    rows = [jcv("2026-06-01", answer, index)] + ([result("mri", scan)] if scan else [])
    found = planner.plan(patient(series("2026-01-05", 8), results=rows, prior_immunosuppression=prior), "2026-08-05")
    row = control(found, "mri")
    assert (row.window_from, row.due) == (d(window) if window else None, d(due))
    assert found.pml is not None
    assert found.pml.tier is tier


def test_an_open_mri_window_is_a_task_before_its_last_day_is_near(planner: Planner) -> None:
    found = planner.plan(patient(series("2026-01-05", 4)), "2026-04-05")
    assert [(f.due, f.facts["window_from"]) for f in said(found, "mri.window_open")] == [
        (d("2026-07-05"), d("2026-04-05"))
    ]


def test_controls_of_one_whose_first_dose_is_undated(planner: Planner) -> None:
    earlier = EarlierDoses(iv=9, last_on=d("2026-05-06"), source="letter")
    row = patient(regimens=[regimen("2026-06-01", route=IV)], earlier_doses=earlier)
    found = planner.plan(row, "2026-06-01")
    assert {r.kind: (r.due, r.status) for r in found.monitoring if r.kind != "bloods"} == {
        "nab": (d("2026-06-01"), UNKNOWN),
        "jcv": (d("2026-06-01"), UNKNOWN),
        "edss": (d("2026-06-01"), UNKNOWN),
        "mri": (d("2026-06-01"), UNKNOWN),
    }
    known = [
        result("nab", "2026-01-01"),
        result("edss", "2026-01-01"),
        result("mri", "2026-01-01"),
        jcv("2026-01-01"),
    ]
    tested = planner.plan(patient(regimens=row.course.regimens, earlier_doses=earlier, results=known), "2026-06-01")
    assert {r.kind: r.due for r in tested.monitoring if r.kind != "bloods"} == {
        "jcv": d("2026-07-01"),
        "edss": d("2027-01-01"),
        "mri": d("2027-01-01"),
    }


def test_a_control_goes_onto_the_last_visit_in_its_window(planner: Planner) -> None:
    row = patient(series("2026-01-05", 7), results=[jcv("2026-02-25"), bloods("2026-05-25")])
    found = planner.plan(row, "2026-06-23")
    assert control(found, "jcv").on_visit == d("2026-08-17")
    assert control(found, "jcv").due == d("2026-08-25")


def test_a_late_control_goes_onto_the_next_visit_and_a_home_patient_has_none(planner: Planner) -> None:
    late = [jcv("2025-12-01")]
    in_unit = planner.plan(patient(series("2026-01-05", 7), results=late), "2026-06-23")
    assert (control(in_unit, "jcv").status, control(in_unit, "jcv").on_visit) == (OVERDUE, d("2026-07-20"))
    rows = [regimen("2026-01-05"), regimen("2026-06-01", setting=HOME)]
    at_home = planner.plan(patient(series("2026-01-05", 7), regimens=rows, results=late), "2026-06-23")
    assert control(at_home, "jcv").on_visit is None


@pytest.mark.parametrize(
    ("value", "unit", "expected", "found_keys"),
    [
        (12.0, "mg/L", 12.0, ["serum.shown"]),
        (12.0, "µg/mL", 12.0, ["serum.shown"]),
        (12.0, "µg/L", 0.012, ["serum.unit", "serum.shown"]),
        (12.0, "IU", None, ["serum.unit"]),
        (12.0, None, None, ["serum.unit"]),
    ],
)
def test_serum_is_kept_with_its_unit_and_shown_in_milligrams_per_litre(
    planner: Planner, value: float, unit: str | None, expected: float | None, found_keys: list[str]
) -> None:
    row = patient([dose("2026-01-05")], results=[result("serum", "2026-01-05", value=value, unit=unit)])
    assert mg_per_litre(value, unit or "") == expected
    assert [key for key in keys(planner.plan(row, "2026-01-06")) if key.startswith("serum.")] == found_keys


def test_a_serum_sample_without_a_value_says_nothing(planner: Planner) -> None:
    row = patient([dose("2026-01-05")], results=[result("serum", "2026-01-05")])
    assert [key for key in keys(planner.plan(row, "2026-01-06")) if key.startswith("serum.")] == []


@pytest.mark.parametrize("fields", [{"batches": ()}, {"product": None}])
def test_a_dose_without_product_or_batch_is_told(planner: Planner, fields: dict[str, object]) -> None:
    found = planner.plan(patient([dose("2026-01-05", **fields)]), "2026-01-06")
    assert [f.rule for f in said(found, "batch.missing")] == ["R-BR-1"]


def test_no_control_is_asked_for_after_a_stop(planner: Planner) -> None:
    assert planner.plan(patient(series("2026-01-05", 7), stop=Stop(d("2026-07-01"))), "2026-08-01").monitoring == ()


def test_the_sample_for_dose_six_starts_the_calendar_before_the_dose_is_given(planner: Planner) -> None:
    row = patient(series("2026-01-05", 5), results=[bloods("2026-05-20")])
    found = control(planner.plan(row, "2026-05-21"), "bloods")
    assert (found.due, found.status, found.before_dose) == (d("2026-11-20"), OK, None)


def test_a_test_that_had_to_wait_is_due_on_the_day_the_wait_ends(planner: Planner) -> None:
    waiting = [Exposure(ExposureKind.IVIG, d("2026-05-20"))]
    row = patient(series("2025-01-06", 24), results=[jcv("2026-01-05")], exposures=waiting)
    assert control(planner.plan(row, "2026-11-19"), "jcv").status is BLOCKED
    ended = control(planner.plan(row, "2026-11-20"), "jcv")
    assert (ended.due, ended.not_before, ended.status) == (d("2026-11-20"), None, DUE)
    assert control(planner.plan(row, "2026-11-21"), "jcv").status is OVERDUE

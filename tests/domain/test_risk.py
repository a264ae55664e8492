import pytest
from builders import d, dose, jcv, patient, series
from planner import Planner, keys, said

from infusionplanner.domain.finding import Level
from infusionplanner.domain.patient import Answer, Assay, Course, EarlierDoses, Patient
from infusionplanner.domain.result import Tier

POSITIVE, NEGATIVE, INDETERMINATE = Answer.POSITIVE, Answer.NEGATIVE, Answer.INDETERMINATE
TABLE = {
    1: (0.1, 0.1, 0.1, 0.2, 0.3),
    13: (0.6, 0.1, 0.3, 0.9, 0.4),
    25: (2, 0.2, 0.8, 3, 4),
    37: (4, 0.4, 2, 7, 8),
    49: (5, 0.5, 2, 8, 8),
    61: (6, 0.6, 3, 10, 6),
}


@pytest.mark.parametrize("month", sorted(TABLE))
@pytest.mark.parametrize(
    ("column", "index", "prior"),
    [(0, None, False), (1, 0.5, False), (2, 1.2, False), (3, 2.0, False), (4, 1.2, True)],
)
def test_the_handbooks_table_is_read_exactly(
    planner: Planner, month: int, column: int, index: float | None, prior: bool
) -> None:
    year, in_year = divmod(month - 1, 12)
    on = f"{2020 + year}-{1 + in_year:02}-06"
    row = patient([dose("2020-01-06")], results=[jcv("2020-01-02", POSITIVE, index)], prior_immunosuppression=prior)
    found = planner.plan(row, on).pml
    assert found is not None
    assert (found.month, found.row, found.per_1000) == (month, f"{month}-{month + 11}", TABLE[month][column])


@pytest.mark.parametrize(
    ("index", "per_1000", "borderline", "tier"),
    [(0.9, 0.2, True, Tier.MID), (0.91, 0.8, False, Tier.MID), (1.5, 0.8, True, Tier.MID), (1.51, 3, False, Tier.HIGH)],
)
def test_the_limits_read_the_lower_column_and_are_marked(
    planner: Planner, index: float, per_1000: float, borderline: bool, tier: Tier
) -> None:
    row = patient(series("2024-02-05", 30), results=[jcv("2026-06-01", POSITIVE, index)], prior_immunosuppression=False)
    found = planner.plan(row, "2026-07-20")
    assert found.pml is not None
    assert (found.pml.per_1000, found.pml.borderline, found.pml.tier) == (per_1000, borderline, tier)
    assert bool(said(found, "pml.borderline")) is borderline
    task = "pml.plan_change" if tier is Tier.HIGH else "pml.consider_interval"
    assert [name for name in keys(found) if name in ("pml.plan_change", "pml.consider_interval")] == [task]


def test_a_low_index_makes_no_task(planner: Planner) -> None:
    row = patient([dose("2026-01-05")], results=[jcv("2026-01-02", POSITIVE, 0.4)], prior_immunosuppression=False)
    assert [name for name in keys(planner.plan(row, "2026-01-06")) if name.startswith("pml.")] == []


@pytest.mark.parametrize(
    ("month", "index", "per_1000", "column"),
    [("2026-07-20", 1.0, 8, "prior_immunosuppression"), ("2029-01-20", 2.0, 10, "high")],
)
def test_unknown_immunosuppression_shows_the_higher_number_and_both(
    planner: Planner, month: str, index: float, per_1000: float, column: str
) -> None:
    row = patient([dose("2023-02-06")], results=[jcv("2023-02-01", POSITIVE, index)])
    found = planner.plan(row, month)
    assert found.pml is not None
    assert (found.pml.per_1000, found.pml.column, found.pml.tier) == (per_1000, column, Tier.HIGH)
    assert len(said(found, "pml.prior_unknown")) == 1


@pytest.mark.parametrize(
    ("result", "key", "tier"),
    [
        (None, "pml.jcv_unknown", Tier.UNKNOWN),
        (jcv("2026-01-02", None), "pml.jcv_unknown", Tier.UNKNOWN),
        (jcv("2026-01-02", INDETERMINATE), "pml.indeterminate", Tier.UNKNOWN),
        (jcv("2026-01-02", POSITIVE, 1.6, Assay.IMMUNOWELL), "pml.other_assay", Tier.HIGH),
        (jcv("2026-01-02", NEGATIVE, 0.1, None), "pml.other_assay", Tier.LOW),
    ],
)
def test_no_number_without_a_stratify_answer(planner: Planner, result: object, key: str, tier: Tier) -> None:
    row = patient([dose("2026-01-05")], results=[result] if result else [], prior_immunosuppression=False)  # type: ignore[list-item]
    found = planner.plan(row, "2026-02-01")
    assert found.pml is not None
    assert (found.pml.per_1000, found.pml.tier, found.pml.finding and found.pml.finding.key) == (None, tier, key)
    assert len(said(found, key)) == 1


def test_a_negative_is_one_in_ten_thousand_at_any_exposure(planner: Planner) -> None:
    row = patient([dose("2016-01-05")], results=[jcv("2026-01-02")])
    found = planner.plan(row, "2026-02-01").pml
    assert found is not None
    assert (found.per_1000, found.row, found.column, found.borderline) == (0.1, None, "negative", False)


def test_over_72_months_there_is_no_number(planner: Planner) -> None:
    row = patient([dose("2019-12-02")], results=[jcv("2025-09-10", POSITIVE, 1.0)], prior_immunosuppression=False)
    before, after = planner.plan(row, "2025-12-01"), planner.plan(row, "2025-12-02")
    assert before.pml is not None
    assert (before.pml.month, before.pml.per_1000) == (72, 3)
    assert [dict(f.facts) for f in said(after, "pml.outside_table")] == [{"month": 73}]


def test_doses_elsewhere_without_a_date_give_the_highest_number_of_the_column(planner: Planner) -> None:
    earlier = EarlierDoses(iv=9, source="letter")
    row = patient([dose("2026-01-05")], results=[jcv("2026-01-02", POSITIVE, 1.0)], earlier_doses=earlier)
    found = planner.plan(row, "2026-02-01")
    assert found.pml is not None
    # recorded month 1, index 1.0, earlier immunosuppression unknown: the highest of the column and of that of it is 8
    assert (found.pml.month, found.pml.per_1000, found.pml.row) == (1, 8.0, "37-48")
    assert [(f.rule, f.level, f.due) for f in said(found, "pml.first_dose_unknown")] == [
        ("R-PML-3", Level.TASK, d("2026-02-01"))
    ]


def test_an_undocumented_first_day_counts_as_exposure(planner: Planner) -> None:
    earlier = EarlierDoses(iv=9, first_on=d("2024-01-05"))
    row = patient([dose("2026-01-05")], results=[jcv("2026-01-02", POSITIVE, 1.0)], earlier_doses=earlier)
    found = planner.plan(row, "2026-02-01").pml
    assert found is not None
    assert found.month == 25


def test_before_the_first_dose_the_estimate_asks_for_nothing(planner: Planner) -> None:
    found = planner.plan(Patient("new", Course(), results=(jcv("2026-01-02", POSITIVE, 1.0),)), "2026-02-01")
    assert [name for name in keys(found) if name.startswith("pml.")] == []


def test_a_high_index_is_a_task_also_before_the_first_dose_here(planner: Planner) -> None:
    elsewhere = EarlierDoses(iv=9, first_on=d("2025-08-27"), last_on=d("2026-05-06"), source="letter")
    row = patient(results=[jcv("2026-04-20", POSITIVE, 1.8)], prior_immunosuppression=False, earlier_doses=elsewhere)
    assert "pml.plan_change" in keys(planner.plan(row, "2026-06-01"))
    never = patient(results=[jcv("2026-04-20", POSITIVE, 1.8)], prior_immunosuppression=False)
    assert "pml.plan_change" not in keys(planner.plan(never, "2026-06-01"))


def test_a_newer_negative_of_another_assay_takes_nothing_back(planner: Planner) -> None:
    rows = [jcv("2026-01-02", POSITIVE, 1.8), jcv("2026-06-02", NEGATIVE, assay=Assay.IMMUNOWELL)]
    found = planner.plan(patient(series("2025-01-06", 18), results=rows, prior_immunosuppression=False), "2026-07-01")
    assert found.pml is not None
    assert (found.pml.tier, found.pml.per_1000) == (Tier.HIGH, 0.9)

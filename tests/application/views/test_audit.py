from datetime import date, timedelta
from typing import Any

import pytest
from builders import bloods, d, dose, jcv, patient, result, series
from hypothesis import given
from hypothesis import strategies as st
from planner import NATALIZUMAB
from strategies import patients

from infusionplanner.application.views.audit import KINDS, Kept, audit, kept
from infusionplanner.domain.patient import Assay, Exposure, ExposureKind, Patient, Stop
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.unit import Unit

TODAY = d("2026-11-23")
YEAR_AGO = d("2025-11-23")
LONG_AGO = series("2023-01-02", 50)
"""Every fourth week since January 2023: all the year that is looked at lies after dose 6."""


def figures(who: Patient, as_of: date = TODAY) -> dict[str, tuple[int, int]]:
    return {row.kind: (row.inside, row.of) for row in kept(who, NATALIZUMAB, Unit(), as_of)}


def jcv_figure(*days: str, as_of: date = TODAY, **course: Any) -> tuple[int, int]:
    return figures(patient(LONG_AGO, results=[jcv(day) for day in days], **course), as_of)["jcv"]


def test_each_test_on_or_before_its_day_is_inside() -> None:
    assert jcv_figure("2025-09-01", "2026-03-01", "2026-09-01") == (2, 2)
    assert jcv_figure("2025-09-01", "2026-02-10", "2026-08-10") == (2, 2)


def test_a_day_late_is_not_inside_and_the_next_is_counted_from_it() -> None:
    assert jcv_figure("2025-09-01", "2026-03-02", "2026-09-02") == (1, 2)


def test_a_test_that_is_owed_and_not_done_counts_once() -> None:
    assert jcv_figure("2025-09-01") == (0, 1)
    assert jcv_figure("2025-03-01") == (0, 1), "overdue when the year began"


def test_what_is_due_today_or_later_is_not_counted_yet() -> None:
    assert jcv_figure("2025-09-01", "2026-03-01", "2026-05-23") == (2, 2)
    assert jcv_figure("2025-09-01", "2026-03-01", "2026-05-22") == (2, 3)


def test_only_the_last_twelve_months_count() -> None:
    assert jcv_figure("2024-01-01", "2025-11-23", "2026-05-23") == (1, 1), "the late one of a year ago is before them"
    assert jcv_figure("2024-01-01", "2025-11-24", "2026-05-24") == (1, 2)


def test_another_assay_moves_no_day_and_is_not_counted() -> None:
    tests = [jcv("2025-09-01"), jcv("2026-02-20", assay=Assay.IMMUNOWELL), jcv("2026-03-01"), jcv("2026-08-01")]
    assert figures(patient(LONG_AGO, results=tests))["jcv"] == (2, 2)


def test_after_plasma_exchange_the_first_reliable_day_counts() -> None:
    exchanged = [Exposure(ExposureKind.PLASMA_EXCHANGE, d("2026-02-25"))]
    who = patient(LONG_AGO, results=[jcv("2025-09-01"), jcv("2026-03-11"), jcv("2026-09-11")], exposures=exchanged)
    assert figures(who)["jcv"] == (2, 2)
    late = patient(LONG_AGO, results=[jcv("2025-09-01"), jcv("2026-03-12")], exposures=exchanged)
    assert figures(late)["jcv"] == (0, 2)
    known = patient(LONG_AGO, results=[jcv("2025-09-01"), jcv("2026-02-26"), jcv("2026-08-26")], exposures=exchanged)
    assert figures(known)["jcv"] == (0, 1), "a sample of the day after counts for nothing, and the next one was late"


def test_a_test_blocked_since_before_the_year_began_waits_for_its_first_reliable_day() -> None:
    ivig = [Exposure(ExposureKind.IVIG, d("2025-11-01"))]
    who = patient(LONG_AGO, results=[jcv("2025-06-01"), jcv("2026-05-01")], exposures=ivig)
    assert figures(who)["jcv"] == (1, 2)


def test_nothing_is_owed_from_the_day_of_the_stop() -> None:
    assert jcv_figure("2025-09-01", stop=Stop(d("2026-03-01"))) == (0, 0)
    assert jcv_figure("2025-09-01", stop=Stop(d("2026-03-02"))) == (0, 1)


def test_a_treatment_that_begins_in_the_year_owes_from_its_first_dose() -> None:
    who = patient(series("2026-01-05", 12), results=[jcv("2026-01-05"), jcv("2026-07-05")])
    assert figures(who)["jcv"] == (1, 1)
    assert figures(patient())["jcv"] == (0, 0)


def test_bloods_before_doses_are_counted_by_the_dose() -> None:
    samples = [bloods("2026-01-02"), bloods("2026-02-02"), bloods("2026-03-02", seen=False), bloods("2026-05-22")]
    who = patient(series("2026-01-05", 6), results=samples)
    assert figures(who, d("2026-06-01"))["bloods"] == (3, 4), "the third was not seen on the day of the dose"


def test_bloods_every_six_months_follow_the_sample_for_dose_six() -> None:
    who = patient(series("2025-01-06", 24), results=[bloods("2025-05-20"), bloods("2025-11-20"), bloods("2026-06-01")])
    assert figures(who)["bloods"] == (0, 1)


def test_bloods_that_begin_with_dose_six_of_this_year_are_followed_too() -> None:
    samples = [bloods(f"2026-{month:02}-01") for month in (1, 2, 3)] + [bloods("2026-05-25"), bloods("2026-11-20")]
    assert figures(patient(series("2026-01-05", 11), results=samples))["bloods"] == (5, 5)


def test_every_kind_is_there_and_other_controls_are_counted_alike() -> None:
    who = patient(LONG_AGO, results=[result("edss", "2025-10-01", value=2.0), result("edss", "2026-10-02", value=2.0)])
    found = figures(who)
    assert tuple(found) == KINDS
    assert found["edss"] == (0, 1)


def test_a_protocol_without_controls_owes_none() -> None:
    assert kept(patient(LONG_AGO), Protocol("x", "1", *[None] * 4), Unit(), TODAY) == ()  # type: ignore[arg-type]


def test_the_unit_adds_its_patients_up() -> None:
    found = audit([(Kept("jcv", 1, 2), Kept("mri", 0, 1)), (Kept("jcv", 3, 3),), ()])
    shares = {row.kind: row.share for row in found}
    assert shares == {"bloods": None, "nab": None, "jcv": pytest.approx(0.8), "edss": None, "mri": 0.0}
    assert [row.kind for row in found] == list(KINDS)


@given(patients(), st.dates(date(2020, 1, 1), date(2028, 12, 31)))
def test_any_patient_can_be_counted(who: Patient, as_of: date) -> None:
    for row in kept(who, NATALIZUMAB, Unit(), as_of):
        assert 0 <= row.inside <= row.of


@given(st.integers(0, 400))
def test_a_round_never_leaves_the_year(days: int) -> None:
    since = YEAR_AGO - timedelta(days=days)
    who = patient([dose(since)], results=[jcv(str(since))])
    assert figures(who)["jcv"][1] <= 1

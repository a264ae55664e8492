"""R-LIST-1 and R-LIST-2: one patient and one cause make one row, and what is put off has an end."""

import pytest
from builders import d, patient, series
from planner import NATALIZUMAB, Planner

from infusionplanner.catalogue.wording import wording
from infusionplanner.domain.causes import CAUSES, Cause, latest_put_off, rows
from infusionplanner.domain.finding import Finding, Level

OF_A_PERSON = "identity."
"""Findings about a person's name and number, which no rule makes and no list shows."""


def test_every_finding_has_a_cause_and_a_sentence() -> None:
    said = {key for key in wording("nb").findings if not key.startswith(OF_A_PERSON)}
    assert set(CAUSES) == said


def test_a_late_patient_is_one_row_with_all_that_follows_from_it(planner: Planner) -> None:
    found = planner.plan(patient(series("2026-01-05", 2), prior_immunosuppression=False), "2026-06-01")
    late = next(row for row in rows(found.findings) if row.cause is Cause.LATE)
    assert late.finding.key == "rebound.critical"
    assert [row.key for row in late.folded] == ["dose.late", "interval.late", "gap.short_exposure", "gap.checklist"]
    assert (late.finding.level, late.due) == (Level.STOP, d("2026-06-01"))
    assert len(rows(found.findings)) == len({CAUSES[row.key] for row in found.findings})


def test_the_most_urgent_comes_first_and_then_the_earliest() -> None:
    later = Finding("R-MON-3", Level.TASK, "jcv.due", d("2026-12-20"))
    sooner = Finding("R-MON-6", Level.TASK, "mri.due", d("2026-12-10"))
    undated = Finding("R-MON-2", Level.TASK, "nab.confirmed")
    stop = Finding("R-PML-6", Level.STOP, "pml.suspicion")
    found = rows([later, undated, sooner, stop])
    assert [(row.cause, row.finding, row.due) for row in found] == [
        (Cause.PML, stop, None),
        (Cause.CONTROLS, sooner, d("2026-12-10")),
    ]
    assert found[1].folded == (later, undated)
    assert rows([]) == ()


@pytest.mark.parametrize(
    ("next_dose", "latest"),
    [
        (None, "2026-12-21"),
        ("2026-12-22", "2026-12-21"),
        ("2026-12-21", "2026-12-21"),
        ("2026-12-20", "2026-12-20"),
        ("2026-11-23", "2026-11-23"),
        ("2026-11-16", "2026-11-23"),
    ],
)
def test_a_task_is_put_off_28_days_at_most_and_never_past_the_next_dose(next_dose: str | None, latest: str) -> None:
    task = Finding("R-INT-6", Level.TASK, "interval.consider")
    coming = d(next_dose) if next_dose else None
    assert latest_put_off(task, d("2026-11-23"), coming, NATALIZUMAB.lists) == d(latest)


def test_a_stop_is_not_put_off_nor_is_anything_where_the_protocol_has_no_lists() -> None:
    stop = Finding("R-PML-6", Level.STOP, "pml.suspicion")
    assert latest_put_off(stop, d("2026-11-23"), None, NATALIZUMAB.lists) is None
    task = Finding("R-INT-6", Level.TASK, "interval.consider")
    assert latest_put_off(task, d("2026-11-23"), None, None) is None

"""The due list of 2,000 patients, whole and after one act, against reading the same patients and no more."""

from benchmarks.timing import Row, side_by_side
from benchmarks.unit import NOW, PATIENTS, large_desk
from infusionplanner.application.acts.results import register_result, remove_result
from infusionplanner.application.desk import Desk
from infusionplanner.application.records import PatientId
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.work_items import work_list
from infusionplanner.domain.patient import Result, ResultKind


def _read(desk: Desk) -> object:
    with desk.store.reading() as reading:
        return reading.patients()


def _after_one_act(overview: Overview, who: PatientId) -> None:
    """Register a result, bring the list up to date, and take the result back so that every round is alike."""
    desk = overview.desk
    done = register_result(desk, who, Result(ResultKind.MRI, NOW.date()))
    after = overview.refresh(done)
    work_list(after)
    changed = sum(1 for patient, plan in after.plans.items() if plan is not overview.plans[patient])
    assert changed == 1, "only the patient whose facts changed is planned again"
    fact = desk.record(who).ids["results"][-1]
    remove_result(desk, who, fact)


def measure() -> list[Row]:
    """Measure the list from the open database, and what one act costs."""
    desk = large_desk()
    whole, read = side_by_side(lambda: work_list(Overview.of(desk)), lambda: _read(desk), rounds=3)
    overview = Overview.of(desk)
    assert len(overview.patients) == PATIENTS
    who = next(iter(overview.patients))
    act, _ = side_by_side(lambda: _after_one_act(overview, who), lambda: None, rounds=10)
    desk.close()
    return [
        Row("due list of 2,000", whole, read, "reading the same patients", reach=1.5, aim=0.5, absolute=True),
        Row("an act, then the due list again", act, whole, "the whole due list", reach=1.0, aim=0.1),
    ]

from datetime import datetime, time

from builders import bloods, d, jcv, patient, result, series
from planner import NATALIZUMAB

from infusionplanner.application.records import Claim, PatientId
from infusionplanner.application.views.task_list import Task, Wanted, counts, tasks, topic_of
from infusionplanner.application.views.work_items import Band, WorkItem, items
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.patient import Appointment, Patient
from infusionplanner.domain.plan import plan
from infusionplanner.domain.result import Plan
from infusionplanner.domain.unit import Unit

TODAY = d("2026-11-23")
INGRID = PatientId("ingrid")
TEN_AGO = series("2026-02-16", 10)
"""Ten doses, the last on 26 October: dose 11 is due today."""


def planned(who: Patient) -> dict[PatientId, Plan]:
    return {INGRID: plan(who, NATALIZUMAB, Unit(), TODAY)}


def listed(who: Patient, claims: tuple[Claim, ...] = ()) -> tuple[Task, ...]:
    plans = planned(who)
    return tasks(items(plans, TODAY), plans, claims)


def keys(task: Task) -> list[str]:
    return [item.finding.key for item in task.items]


def owing(*, booked: bool = True) -> Patient:
    """Return somebody whose bloods and JCV are both due within the month, with a visit in time."""
    visit = [Appointment(d("2026-11-25"), time(9))] if booked else []
    results = [bloods("2026-06-22"), jcv("2026-06-10"), result("nab", "2026-08-10")]
    return patient(TEN_AGO, results=results, appointments=visit)


def the_tests(rows: tuple[Task, ...]) -> Task:
    return next(row for row in rows if "jcv" in row.topics)


def test_tests_that_one_visit_serves_are_one_task() -> None:
    found = the_tests(listed(owing()))
    assert (keys(found), found.topics) == (["jcv.due", "bloods.due"], ("jcv", "bloods"))
    assert (found.on_visit, found.booked) == (d("2026-11-25"), True)
    assert (found.due, found.band) == (d("2026-12-10"), Band.MONTH)


def test_a_visit_that_is_only_proposed_is_told_from_a_booked_one() -> None:
    found = the_tests(listed(owing(booked=False)))
    assert (found.on_visit, found.booked, found.topics) == (d("2026-11-23"), False, ("jcv",))


def test_other_things_to_do_are_a_task_each() -> None:
    rows = listed(owing())
    single = [row for row in rows if row is not the_tests(rows)]
    assert single
    assert all(len(row.items) == 1 and row.on_visit is None for row in single)


def test_a_test_without_a_visit_in_its_time_stands_alone() -> None:
    plans = planned(owing())
    lone = WorkItem(INGRID, Finding("R-MON-1", Level.TASK, "bloods.missing", TODAY), Band.THIS_WEEK)
    assert tasks([lone], plans, ())[0].on_visit is None


def test_what_is_later_waits() -> None:
    later = WorkItem(INGRID, Finding("R-RX-4", Level.TASK, "supply.order", d("2027-03-01")), Band.LATER)
    assert tasks([later], planned(owing()), ()) == ()


def test_who_has_taken_it_stands_there_for_all_its_parts() -> None:
    claim = Claim(INGRID, "R-MON-3", "jcv.due", "MS", datetime(2026, 11, 20, 9, 0))
    rows = listed(owing(), (claim,))
    assert the_tests(rows).who == "MS"
    assert {row.who for row in rows if row is not the_tests(rows)} == {None}
    assert the_tests(rows).keys == (("R-MON-3", "jcv.due"), ("R-MON-1", "bloods.due"))


def test_a_task_without_a_day_has_none() -> None:
    stop = WorkItem(INGRID, Finding("R-PML-6", Level.STOP, "pml.suspicion"), Band.OVERDUE)
    (found,) = tasks([stop], planned(owing()), ())
    assert (found.due, found.band, found.first, topic_of(found.first)) == (None, Band.OVERDUE, stop, "pml")


def test_the_list_is_narrowed_by_band_kind_and_person() -> None:
    claim = Claim(INGRID, "R-MON-1", "bloods.due", "MS", datetime(2026, 11, 20, 9, 0))
    rows = listed(owing(), (claim,))
    mine = the_tests(rows)

    def left(wanted: Wanted) -> list[Task]:
        return [row for row in rows if wanted.takes(row)]

    assert left(Wanted()) == list(rows)
    assert left(Wanted(who="MS")) == [mine]
    assert mine not in left(Wanted(who=""))
    assert left(Wanted(topic="bloods")) == [mine]
    assert mine in left(Wanted(band=Band.MONTH))
    assert mine not in left(Wanted(band=Band.OVERDUE))
    assert left(Wanted(band=Band.OVERDUE, who="MS")) == []


def test_each_band_is_counted() -> None:
    rows = listed(owing())
    assert sum(counts(rows).values()) == len(rows)
    assert counts(rows)[Band.MONTH] >= 1

"""A late JCV test is found among the tasks, and its answer registered, by keyboard only."""

from datetime import date

from nurses import Nurse

from infusionplanner.domain.patient import Answer, Assay, ResultKind
from infusionplanner.domain.result import MonitoringStatus
from infusionplanner_ui.pages.tasks.page import TasksPage


def _tasks(nurse: Nurse) -> TasksPage:
    page = nurse.page
    assert isinstance(page, TasksPage)
    return page


def test_a_late_jcv_is_found_and_registered(nurse: Nurse) -> None:
    with nurse.counting("find a late JCV test and register its answer", most=6):
        nurse.press("Ctrl+5", "J")
        task = _tasks(nurse).task
        assert task is not None
        assert (task.patient, task.topics) == (nurse.id_of("Fjeld"), ("jcv",))
        nurse.press("Enter", "N", "Enter")
    result = nurse.patient("Fjeld").results[-1]
    assert (result.kind, result.on, result.answer) == (ResultKind.JCV, date(2026, 11, 23), Answer.NEGATIVE)
    assert result.assay is Assay.STRATIFY
    controls = {row.kind: row for row in nurse.desktop.ward.plan(nurse.id_of("Fjeld")).monitoring}
    assert (controls["jcv"].status, controls["jcv"].due) == (MonitoringStatus.OK, date(2027, 5, 23))
    assert "jcv.overdue" not in {item.finding.key for row in _tasks(nurse).model.values for item in row.items}


def test_a_positive_answer_has_its_index_typed_at_once(nurse: Nurse) -> None:
    nurse.press("Ctrl+5", "J")
    with nurse.counting("register a JCV result", most=6):
        nurse.press("Enter", "P", "1")
        nurse.write(",8")
        nurse.press("Enter")
    result = nurse.patient("Fjeld").results[-1]
    assert (result.answer, result.index) == (Answer.POSITIVE, 1.8)
    found = {finding.key for finding in nurse.desktop.ward.plan(nurse.id_of("Fjeld")).findings}
    assert "pml.plan_change" in found


def test_a_task_is_taken_and_stands_among_ones_own(nurse: Nurse) -> None:
    nurse.press("Ctrl+5", "J", "T")
    page = _tasks(nurse)
    assert page.task is not None
    assert page.task.who == "AD"
    page.people.setCurrentIndex(page.people.findData("AD"))
    nurse.settle()
    assert [row.patient for row in page.model.values] == [nurse.id_of("Fjeld")]
    page.table.setFocus()
    nurse.press("T")
    assert page.model.values == ()

"""What one click asks of the GUI thread at the window of 2,000 patients: statements, working time, and being deaf.

Working time is that of the GUI thread alone, whatever else the machine does; it is held against a bare table.
"""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.heartbeat import Heartbeat
from benchmarks.statements import traced
from benchmarks.timing import Row
from benchmarks.today import next_step
from benchmarks.window import bare_turns, program, rest
from infusionplanner.application.records import VisitState
from infusionplanner.application.views.day import DayVisit
from infusionplanner_ui.pages.patients.page import PatientsPage
from infusionplanner_ui.pages.tasks.page import TasksPage
from infusionplanner_ui.pages.today.case import Step
from infusionplanner_ui.pages.today.page import TodayPage
from infusionplanner_ui.pages.week.page import WeekPage
from infusionplanner_ui.shell.desktop import Desktop

ROUNDS = 7
_STEPS = {
    Step.ARRIVE: "arrived",
    Step.ANSWER: "answers stored",
    Step.START: "started",
    Step.GIVE: "dose recorded",
}
DEAF = 0.05
"""Seconds for which the event loop may hear nothing after a click."""


@dataclass(slots=True)
class Found:
    """What a click took, each time that it was done."""

    statements: list[int] = field(default_factory=list)
    working: list[float] = field(default_factory=list)
    deaf: list[float] = field(default_factory=list)


def measure() -> list[Row]:
    """Do each of the common acts some times."""
    found: dict[str, Found] = {}
    heard: list[str] = []
    with traced(partial(_hear, heard)), program() as desktop, Heartbeat(watched=False) as heartbeat:
        for _ in range(ROUNDS):
            for name, click in _morning(desktop):
                heard.clear()
                took = found.setdefault(name, Found())
                started = time.thread_time()
                heartbeat.begin()
                click()
                rest(desktop)
                took.working.append(time.thread_time() - started)
                took.deaf.append(heartbeat.longest)
                took.statements.append(len(heard))
        bare = statistics.median(bare_turns(desktop)["switch"])
    return [row for name, took in found.items() for row in _rows(name, took, bare)]


def _hear(heard: list[str], statement: str) -> None:
    if threading.current_thread() is threading.main_thread():
        heard.append(statement)


def _rows(name: str, took: Found, bare: float) -> Iterator[Row]:
    held = "switching between bare tables"
    yield Row(f"{name}: statements", max(took.statements[1:]), 1, "none", reach=0, absolute=True, unit="statements")
    yield Row(f"{name}: working", statistics.median(took.working[1:]), bare, held, spread=tuple(took.working[1:]))
    longest = statistics.median(took.deaf[1:])
    yield Row(f"{name}: deaf", longest, bare, held, reach=DEAF, absolute=True, spread=tuple(took.deaf[1:]))


def _morning(desktop: Desktop) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield ten common acts, each with its click."""
    yield from _of_today(desktop)
    yield from _of_lists(desktop)


def _of_today(desktop: Desktop) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "show Today", partial(desktop.frame.show_page, "today")
    page = desktop.frame.page("today")
    assert isinstance(page, TodayPage)
    assert page.day is not None
    patient = next(row.visit.patient for row in page.day.visits if _is_to_come(row))
    page.board.setFocus()
    yield "choose a visit", partial(_press, Qt.Key.Key_Down)
    page.select_patient(patient)
    rest(desktop)
    done = 0
    while (step := next_step(desktop, page)) in _STEPS:
        yield _STEPS[step], page.panel.take_step
        done += 1
    for _ in range(done):
        yield "undone", desktop.undo


def _is_to_come(row: DayVisit) -> bool:
    return row.is_dose and not row.open_findings and row.visit.state is VisitState.PLANNED


def _of_lists(desktop: Desktop) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "show the week", partial(desktop.frame.show_page, "week")
    week = desktop.frame.page("week")
    assert isinstance(week, WeekPage)
    yield "another week", partial(week.step_week, 1)
    week.step_week(-1)
    yield "show the patients", partial(desktop.frame.show_page, "patients")
    patients = desktop.frame.page("patients")
    assert isinstance(patients, PatientsPage)
    patients.view.setFocus()
    patients.view.selectRow(3)
    yield "open a patient", partial(_press, Qt.Key.Key_Return)
    yield "show the tasks", partial(desktop.frame.show_page, "tasks")
    tasks = desktop.frame.page("tasks")
    assert isinstance(tasks, TasksPage)
    yield "task taken", tasks.take
    yield "show home treatment", partial(desktop.frame.show_page, "home")


def _press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)

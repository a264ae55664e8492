"""The task list in words: its cells, and what the detail beside it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from infusionplanner.application.views.work_items import Band
from infusionplanner.domain.patient import AWAY
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.patient_words import PatientWords
from infusionplanner_ui.models.tones import tone_of
from infusionplanner_ui.pages.week.data import name_of
from infusionplanner_ui.panels.acts.table import next_step
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from infusionplanner.application.views.task_list import Task
    from infusionplanner_ui.shell.ward import Ward


class TaskWords(QObject):
    """Words of tasks in the language of the windows."""

    def __init__(self, ward: Ward, shown_name: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self._shown_name = shown_name

    def headings(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return self.tr("Task"), self.tr("Patient"), self.tr("What"), self.tr("Due"), self.tr("Taken by")

    def cells(self, task: Task) -> tuple[Cell, ...]:
        """Return the row of one task."""
        finding = task.first.finding
        return (
            Cell(badge=self.topic(task), tone=tone_of(finding, self._ward.today)),
            Cell(self.name(task), "strong"),
            self._what(task),
            self._due(task),
            Cell(task.who or "", "secondary"),
        )

    def name(self, task: Task) -> str:
        """Return who it is about, as it may be shown."""
        return self._shown_name(name_of(self._ward, task.patient))

    def facts(self, task: Task) -> tuple[str, ...]:
        """Return what is good to know with the telephone in hand: treatment, next dose, telephone."""
        patient, plan = self._ward.patient(task.patient), self._ward.plan(task.patient)
        words = PatientWords(self._ward.wording, self._shown_name)
        coming = plan.next_dose
        dose = "" if coming is None else self.tr("Dose {number} {day}")
        if coming is not None:
            state = self.tr("booked") if coming.booked else self.tr("not booked")
            where = self._ward.wording.code("setting", coming.setting)
            state = where if coming.setting in AWAY else state
            dose = text.join(dose.format(number=coming.number, day=text.near_day(coming.day, self._ward.today)), state)
        phone = self.tr("Telephone {phone}").format(phone=patient.phone) if patient.phone else ""
        return tuple(part for part in (words.treatment(patient, plan), dose, phone) if part)

    def topic(self, task: Task) -> str:
        """Return what it is about: ``JCV``, or ``Prøver`` for several tests on one visit."""
        if len(task.topics) > 1:
            return self.tr("Tests")
        return self._ward.wording.label("topic", task.topics[0])

    def act(self, task: Task) -> str:
        """Return the name of the one next act."""
        return next_step(task.first.finding)

    def tests(self, task: Task) -> str:
        """Return the tests of a task: ``Blodprøver og JCV-antistoff``."""
        words = self._ward.wording
        return text.sentence(words.joined(tuple(words.code("result", topic) for topic in task.topics)))

    def _what(self, task: Task) -> Cell:
        if task.on_visit is None:
            return Cell(self._ward.wording.finding(task.first.finding))
        sentences = "\n".join(self._ward.wording.finding(item.finding) for item in task.items)
        return Cell(self.tests(task), note=self.visit_note(task, task.on_visit), tip=sentences)

    def visit_note(self, task: Task, on: date) -> str:
        """Return on which visit the tests are taken."""
        day = text.near_day(on, self._ward.today)
        if task.booked:
            return self.tr("at the visit {day}").format(day=day)
        return self.tr("at the next dose, proposed {day}").format(day=day)

    def _due(self, task: Task) -> Cell:
        if task.due is None:
            return Cell(self.tr("now"), "secondary")
        overdue = task.band is Band.OVERDUE and task.due < self._ward.today
        day, tip = text.near_day(task.due, self._ward.today), text.long_day(task.due)
        if not overdue:
            return Cell(day, tip=tip)
        return Cell(badge=day, tone=tone_of(task.first.finding, self._ward.today), tip=tip)

    def band(self, band: Band | None) -> str:
        """Return the name of a band for the filter."""
        names = {
            None: self.tr("All"),
            Band.OVERDUE: self.tr("Overdue"),
            Band.THIS_WEEK: self.tr("This week"),
            Band.MONTH: self.tr("30 days"),
        }
        return names.get(band, "")

    def people(self) -> tuple[tuple[str, str], ...]:
        """Return the choices of whose tasks are shown, before those of single people."""
        return ("*", self.tr("Everybody's")), ("-", self.tr("Taken by nobody"))

    def mine(self, who: str) -> str:
        """Return the choice of one's own tasks."""
        return self.tr("Mine ({who})").format(who=who)

    def topics(self) -> str:
        """Return the choice of all topics."""
        return self.tr("All kinds")

    def taken(self, task: Task) -> str:
        """Return who has taken it."""
        if task.who is None:
            return self.tr("Nobody has taken it.")
        return self.tr("Taken by {who}.").format(who=self._person(task.who))

    def _person(self, initials: str) -> str:
        return self._ward.state.names.get(initials, initials)

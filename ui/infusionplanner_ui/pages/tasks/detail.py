"""The chosen task: everything that the rules say of it, the one next act, and who has taken it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.tones import tone_of
from infusionplanner_ui.panels.form.rule_line import RuleLine, Rules, Said
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card, separator
from infusionplanner_ui.widgets.inline_panel import scrolled
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.wrapped import WrappedLabel

if TYPE_CHECKING:
    from infusionplanner.application.views.task_list import Task
    from infusionplanner_ui.pages.tasks.words import TaskWords
    from infusionplanner_ui.shell.ward import Ward


class TaskDetail(Card):
    """``acted`` asks for the next act, ``taken`` to take the task or to give it back, ``opened`` for the patient."""

    acted = Signal()
    taken = Signal()
    opened = Signal()

    def __init__(self, ward: Ward, words: TaskWords, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._ward = ward
        self._words = words
        self._name = WrappedLabel("", "heading")
        self._about = text_label("", "small", wrap=True)
        self._who = text_label("", "small", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(space(2))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._lines)
        column.addStretch(1)
        self.act = button("", "primary", parent=self)
        self.take = button("", parent=self)
        self.patient = button("", parent=self)
        for made, signal in ((self.act, self.acted), (self.take, self.taken), (self.patient, self.opened)):
            made.clicked.connect(signal)
        below = QHBoxLayout()
        below.setSpacing(space(2))
        below.addWidget(self.take, 1)
        below.addWidget(self.patient, 1)
        for part in (self._name, self._about, separator(self)):
            self.body.addWidget(part)
        self.body.addWidget(scrolled(inner, self), 1)
        self.body.addWidget(self._who)
        self.body.addWidget(self.act)
        self.body.addLayout(below)

    def show_task(self, task: Task | None) -> None:
        """Show a task, or that none is chosen."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for part in (self._who, self.act, self.take, self.patient):
            part.setEnabled(task is not None)
        if task is None:
            self._name.setText(self.tr("No task chosen"))
            self._about.setText(self.tr("Choose one in the list."))
            self._who.setText("")
            return
        rules = Rules(self._ward.protocol(task.patient), self._ward.wording)
        for work in task.items:
            sentence = self._ward.wording.finding(work.finding)
            self._lines.addWidget(
                RuleLine(rules, Said(sentence, tone_of(work.finding, self._ward.today), work.finding.rule))
            )
        self._name.setText(self._words.name(task))
        visit = "" if task.on_visit is None else self._words.visit_note(task, task.on_visit)
        taken = self.tr("Taken {visit}").format(visit=visit) if visit else ""
        self._about.setText("\n".join((*self._words.facts(task), *filter(None, [taken]))))
        self._who.setText(self._words.taken(task))
        self.act.setText(self._words.act(task))
        self.take.setText(self.tr("Give back (T)") if task.who else self.tr("Take (T)"))
        self.patient.setText(self.tr("Open patient"))

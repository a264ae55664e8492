"""The checklist before a dose: one line a question, no or yes, and what is known when it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from infusionplanner.application.records import VisitState
from infusionplanner.domain.finding import Finding, Level
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.pages.today.begun import Begun
from infusionplanner_ui.pages.today.parts import Section, SignLine
from infusionplanner_ui.panels.form.questions import QuestionsField
from infusionplanner_ui.widgets.buttons import link_button
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from infusionplanner_ui.pages.today.case import VisitCase
    from infusionplanner_ui.shell.ward import Ward

_TONES = {"stop": Tone.STOP, "warn": Tone.WARN, "reaction": Tone.WARN, "info": Tone.NEUTRAL}


class ChecklistSection(Section):
    """The questions while they wait for an answer, afterwards what was answered. ``changed`` follows each answer."""

    changed = Signal()
    edit_asked = Signal()
    passed = Signal()
    """The last question is answered by key: the focus goes on to the button."""

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self.questions: QuestionsField | None = None
        self._begun: Begun[int, dict[str, bool]] = Begun()
        self._visit = 0
        self._edit = link_button("")
        self._edit.clicked.connect(self.edit_asked)
        self.head.addWidget(self._edit)

    def show_case(self, case: VisitCase, *, editing: bool) -> None:
        """Show the questions, or with ``editing`` off what was answered."""
        if editing and self.questions is not None and self._visit == case.visit.id:
            self.questions.set_words(self._ward.wording)
            return  # somebody is answering: nothing moves under the hand
        self.clear()
        self.questions = None
        self._visit = case.visit.id
        self.set_heading(self.tr("Before the dose"))
        if case.checklist is None:
            self._edit.setText(self.tr("Answer"))
            self._edit.setAccessibleName(self.tr("Answer the checklist"))
        else:
            self._edit.setText(self.tr("Change"))
            self._edit.setAccessibleName(self.tr("Change the answers of the checklist"))
        begun = case.visit.state is not VisitState.PLANNED
        self._edit.setVisible(not editing and begun and case.dose is None and case.is_today)
        if editing:
            self._show_questions(case)
        else:
            self._show_answers(case)

    def _show_questions(self, case: VisitCase) -> None:
        known = self._begun.mine.get(self._visit, {})
        if not known and case.checklist is not None:
            known = {question.key: question.key in case.checklist.yes for question in case.protocol.questions}
        questions = self.questions = QuestionsField(case.protocol.questions)
        questions.set_words(self._ward.wording)
        questions.set_answers(known)
        questions.edited.connect(self._answered)
        questions.passed.connect(self.passed)
        self.body.addWidget(questions)

    def _answered(self) -> None:
        if self.questions is not None:
            self._begun.mine[self._visit] = dict(self.questions.value())
        self.changed.emit()

    def _show_answers(self, case: VisitCase) -> None:
        for words, tone in self._lines(case):
            self.body.addWidget(SignLine(words, tone))

    def _lines(self, case: VisitCase) -> list[tuple[str, Tone]]:
        lines: list[tuple[str, Tone]] = []
        questions, checklist = case.protocol.questions, case.checklist
        if checklist is None and questions:
            lines.append((self.tr("The checklist is not answered"), Tone.WARN if case.is_today else Tone.NEUTRAL))
        elif checklist is not None and not checklist.yes:
            lines.append((self.tr("No to all %n question(s)", "", len(questions)), Tone.OK))
        elif checklist is not None:
            for question in questions:
                if question.key in checklist.yes:
                    words = self._ward.wording.code("question", question.key)
                    lines.append((self.tr("Yes: {what}").format(what=words), _TONES[question.level]))
        return [*lines, *self._bloods(case), *self._watch(case)]

    def _bloods(self, case: VisitCase) -> list[tuple[str, Tone]]:
        if case.bloods is None or any(row.key == "bloods.missing" for row in case.row.open_findings):
            return []
        day = text.near(case.bloods.on, case.today)
        if case.bloods.seen_on is None:
            return [(self.tr("Blood tests taken {day}, answer not seen").format(day=day), Tone.WARN)]
        return [(self.tr("Blood tests seen ({day})").format(day=day), Tone.OK)]

    def _watch(self, case: VisitCase) -> list[tuple[str, Tone]]:
        watch = case.observation
        if watch is None or case.dose is not None:
            return []
        if watch.counted < watch.of:
            words = self.tr("{minutes} min observation, dose {number} of {all}")
            said = words.format(minutes=watch.minutes, number=watch.counted + 1, all=watch.of)
            return [(said, Tone.WATCH)]
        return (
            [(self.tr("{minutes} min observation").format(minutes=watch.minutes), Tone.WATCH)] if watch.minutes else []
        )

    @property
    def yes(self) -> tuple[str, ...]:
        """The questions that are answered with yes."""
        return () if self.questions is None else self.questions.yes

    @property
    def left(self) -> int:
        """How many questions wait for an answer."""
        return 0 if self.questions is None else self.questions.left

    def change_person(self, before: str, after: str) -> None:
        """Put the answers that one person began away, and take up those of another: they sign for them."""
        self._begun.change_person(before, after)
        self.questions = None

    def drop_all(self) -> None:
        """Throw every answer in progress away."""
        self._begun.drop_all()
        self.questions = None

    @property
    def is_begun(self) -> bool:
        """Whether anybody has answered and not saved."""
        return any(self._begun.of_all())

    def forget(self) -> None:
        """Let the answers in progress go: they are stored."""
        self._begun.mine.pop(self._visit, None)
        self.questions = None

    def warning(self, case: VisitCase) -> str:
        """Return what the yeses that are on the way would mean, in a sentence; empty when nothing stops."""
        for question in case.protocol.questions:
            if question.key in self.yes and question.level == "stop":
                return self._ward.wording.finding(Finding(question.rule, Level.STOP, f"checklist.{question.key}"))
        return ""

    def focus_first(self) -> None:
        """Put the focus on the first question that is not answered."""
        if self.questions is not None:
            self.questions.focus_target().setFocus()

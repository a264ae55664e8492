"""The checklist before a dose: one line a question, no or yes, and what is known when it is answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from infusionplanner.application.records import VisitState
from infusionplanner.domain.finding import Finding, Level
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.pages.today.parts import Section, SignLine
from infusionplanner_ui.widgets.buttons import link_button
from infusionplanner_ui.widgets.label import ElidedLabel, text_label
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from infusionplanner.domain.protocol import Question
    from infusionplanner_ui.pages.today.case import VisitCase
    from infusionplanner_ui.shell.ward import Ward

_ANSWERS: dict[int, bool] = {Qt.Key.Key_N: False, Qt.Key.Key_J: True, Qt.Key.Key_Y: True}
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TONES = {"stop": Tone.STOP, "warn": Tone.WARN, "reaction": Tone.WARN, "info": Tone.NEUTRAL}


class QuestionRow(QWidget):
    """One question: its short name, no and yes. The whole question opens below while the row has the focus."""

    answered = Signal()
    moved = Signal(int)
    """Up (-1) or Down (+1): the focus is wanted in the row above or below."""

    def __init__(self, name: str, whole: str, words: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = text_label("", "small", wrap=True, parent=self)
        self._whole.hide()
        self._name = ElidedLabel("", "", parent=self)
        self._group = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(space(2))
        line.addWidget(self._name, 1)
        self._buttons = []
        for value in range(len(words)):
            made = QRadioButton(self)
            made.installEventFilter(self)
            self._group.addButton(made, value)
            self._buttons.append(made)
            line.addWidget(made)
        self._group.idToggled.connect(self._toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._whole)
        self.set_words(name, whole, words)

    def set_words(self, name: str, whole: str, words: tuple[str, str]) -> None:
        """Name the question and its two answers; the answer that is given stays."""
        self._name.setText(name)
        self._whole.setText(whole)
        for made, word in zip(self._buttons, words, strict=True):
            made.setText(word)
            made.setAccessibleName(f"{name}: {word}")
            made.setAccessibleDescription(whole)

    @property
    def answer(self) -> bool | None:
        """The answer, None while there is none."""
        checked = self._group.checkedId()
        return None if checked < 0 else bool(checked)

    def set_answer(self, answer: bool | None) -> None:  # noqa: FBT001 - the answer itself
        """Show an answer without telling."""
        if answer is not None:
            self._buttons[int(answer)].setChecked(True)

    def focus(self) -> None:
        """Put the focus on the answer that is given, else on *no*."""
        self._buttons[int(bool(self.answer))].setFocus()

    def _toggled(self, _: int, checked: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        if checked:
            self.answered.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the whole question while the row has the focus; N and J answer, Up and Down change the row."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take_key(event.key()):
            return True
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._whole.setVisible(event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        if key in _ANSWERS:
            self._buttons[int(_ANSWERS[key])].setChecked(True)
            self.moved.emit(1)
        elif key in _STEPS:
            self.moved.emit(_STEPS[key])
        else:
            return False
        return True


class ChecklistSection(Section):
    """The questions while they wait for an answer, afterwards what was answered. ``changed`` follows each answer."""

    changed = Signal()
    edit_asked = Signal()
    passed = Signal()
    """The last question is answered by key: the focus goes on to the button."""

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self._rows: dict[str, QuestionRow] = {}
        self._drafts: dict[int, dict[str, bool]] = {}
        self._visit = 0
        self._edit = link_button("")
        self._edit.clicked.connect(self.edit_asked)
        self.head.addWidget(self._edit)

    def show_case(self, case: VisitCase, *, editing: bool) -> None:
        """Show the questions, or with ``editing`` off what was answered."""
        self.clear()
        self._rows = {}
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
        words = self.tr("No"), self.tr("Yes")
        known = self._drafts.setdefault(self._visit, {})
        if not known and case.checklist is not None:
            known |= {question.key: question.key in case.checklist.yes for question in case.protocol.questions}
        for question in case.protocol.questions:
            name = self._ward.wording.label("question", question.key)
            row = QuestionRow(name, question.text.in_language(self._ward.language), words)
            row.set_answer(known.get(question.key))
            row.answered.connect(partial(self._answered, question))
            row.moved.connect(partial(self._move, question.key))
            self._rows[question.key] = row
            self.body.addWidget(row)

    def _answered(self, question: Question) -> None:
        row = self._rows[question.key]
        if row.answer is not None:
            self._drafts[self._visit][question.key] = row.answer
        self.changed.emit()

    def _move(self, key: str, by: int) -> None:
        """Put the focus into the row above or below; after the last one it is asked to go on."""
        rows = list(self._rows)
        place = rows.index(key) + by
        if 0 <= place < len(rows):
            self._rows[rows[place]].focus()
        elif place == len(rows):
            self.passed.emit()

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

    def answers(self) -> dict[str, bool]:
        """Return what has been answered so far."""
        return {key: row.answer for key, row in self._rows.items() if row.answer is not None}

    def yes(self) -> tuple[str, ...]:
        """Return the keys answered yes."""
        return tuple(key for key, answer in self.answers().items() if answer)

    @property
    def left(self) -> int:
        """How many questions wait for an answer."""
        return len(self._rows) - len(self.answers())

    def forget(self) -> None:
        """Let the answers in progress go: they are stored."""
        self._drafts.pop(self._visit, None)

    def warning(self, case: VisitCase) -> str:
        """Return what the yeses that are on the way would mean, in a sentence; empty when nothing stops."""
        for question in case.protocol.questions:
            if question.key in self.yes() and question.level == "stop":
                return self._ward.wording.finding(Finding(question.rule, Level.STOP, f"checklist.{question.key}"))
        return ""

    def focus_first(self) -> None:
        """Put the focus on the first question that is not answered."""
        for row in self._rows.values():
            if row.answer is None:
                row.focus()
                return

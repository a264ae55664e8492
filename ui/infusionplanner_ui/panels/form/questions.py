"""The questions before a dose as a field: every one in full, each with no and yes, and nothing answered beforehand."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.panels.form.field import Field
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.wrapped import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from infusionplanner.catalogue.wording import Wording
    from infusionplanner.domain.protocol import Question

_ANSWERS: dict[int, bool] = {Qt.Key.Key_N: False, Qt.Key.Key_J: True, Qt.Key.Key_Y: True}
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuestionRow(QWidget):
    """One question in full, no and yes beside it. The row is as high as it will be, whatever has the focus."""

    answered = Signal()
    moved = Signal(int)
    """Up (-1) or Down (+1): the focus is wanted in the row above or below."""
    no_to_rest = Signal()
    seen = Signal()
    """The whole question has been on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = WrappedLabel()
        self._group = QButtonGroup(self)
        self._buttons = (QRadioButton(self), QRadioButton(self))
        self._top_seen = self._end_seen = False
        line = QHBoxLayout(self)
        line.setContentsMargins(0, space(0.5), 0, space(0.5))
        line.setSpacing(space(2))
        line.addWidget(self._whole, 1)
        for value, made in enumerate(self._buttons):
            made.installEventFilter(self)
            self._group.addButton(made, value)
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self._group.idToggled.connect(self._toggled)

    def set_words(self, name: str, whole: str, answers: tuple[str, str]) -> None:
        """Say the question and its two answers; ``name`` is the short name of the question."""
        self._whole.setText(whole)
        for made, word in zip(self._buttons, answers, strict=True):
            made.setText(word)
            made.setAccessibleName(f"{name}: {word}")
            made.setAccessibleDescription(whole)

    @property
    def buttons(self) -> tuple[QRadioButton, QRadioButton]:
        """No and yes."""
        return self._buttons

    @property
    def answer(self) -> bool | None:
        """The answer, None while there is none."""
        checked = self._group.checkedId()
        return None if checked < 0 else bool(checked)

    def set_answer(self, answer: bool | None) -> None:  # noqa: FBT001 - the answer itself
        """Give an answer, or take it away."""
        if answer is not None:
            self._buttons[int(answer)].setChecked(True)
        elif self.answer is not None:
            self._group.setExclusive(False)
            for made in self._buttons:
                made.setChecked(False)
            self._group.setExclusive(True)

    @property
    def was_seen(self) -> bool:
        """Whether the whole question has been on the screen."""
        return self._top_seen and self._end_seen

    def focus(self) -> None:
        """Put the focus on the answer that is given, else on *no*."""
        self._buttons[int(bool(self.answer))].setFocus()
        if (area := self._area()) is not None:
            area.ensureWidgetVisible(self, 0, self.height())

    def turn_to(self) -> None:
        """Turn the page to this question, and put the focus on it."""
        self.focus()
        area = self._area()
        inside = None if area is None else area.widget()
        if area is not None and inside is not None:
            area.verticalScrollBar().setValue(self.mapTo(inside, QPoint(0, 0)).y())

    def _area(self) -> QScrollArea | None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around

    def _toggled(self, _: int, checked: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        if checked:
            self.answered.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """N and J answer, Up and Down change the row, Shift+N says no to all that is open."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take_key(event):
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.isAutoRepeat() and (key in _ANSWERS or key in _STEPS):
            return True
        if key == Qt.Key.Key_N and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.no_to_rest.emit()
        elif key in _ANSWERS:
            self._buttons[int(_ANSWERS[key])].setChecked(True)
            self.moved.emit(1)
        elif key in _STEPS:
            self.moved.emit(_STEPS[key])
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notice that the question is on the screen."""
        super().paintEvent(event)
        if self.was_seen:
            return
        shown = self.visibleRegion().boundingRect()
        self._top_seen |= shown.top() <= 0
        self._end_seen |= shown.bottom() >= self.height() - 1
        if self.was_seen:
            self.seen.emit()


class QuestionsField(Field):
    """All questions. *No to all* can be said once every question has been on the screen, by one deliberate act.

    ``passed`` goes out when the last question is answered by key, or all that was open at once.
    """

    passed = Signal()

    def __init__(self, questions: Iterable[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = tuple(questions)
        self.rows = {question.key: QuestionRow(self) for question in self._questions}
        self._list = QWidget(self)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        for key, row in self.rows.items():
            row.answered.connect(self._answered)
            row.moved.connect(partial(self._move, key))
            row.no_to_rest.connect(self._by_key)
            row.seen.connect(self._look)
            column.addWidget(row)
        self.no_to_rest = button(parent=self._list)
        self.no_to_rest.clicked.connect(self.answer_no_to_rest)
        column.addWidget(self.no_to_rest, 0, Qt.AlignmentFlag.AlignRight)
        self._column.insertWidget(0, self._list)
        self._inner = next(iter(self.rows.values())).buttons[0] if self.rows else self._list
        for before, after in pairwise(self.focus_chain()):
            QWidget.setTabOrder(before, after)
        self._look()

    def set_words(self, wording: Wording) -> None:
        """Say everything in a language."""
        answers = wording.format["no"].capitalize(), wording.format["yes"].capitalize()
        for question in self._questions:
            name, whole = wording.label("question", question.key), question.text.in_language(wording.language)
            self.rows[question.key].set_words(name, whole, answers)
        self._look()

    def set_name(self, name: str) -> None:
        """Name the list; each answer is named by its question."""
        self._list.setAccessibleName(name)

    def focus_target(self) -> QWidget:
        """Return the first question that is open, else the first."""
        rows = list(self.rows.values())
        first = next((row for row in rows if row.answer is None), rows[0] if rows else None)
        return self._inner if first is None else first.buttons[int(bool(first.answer))]

    def focus_chain(self) -> tuple[QWidget, ...]:
        """Return the answers as they are read, then *no to all*."""
        return (*(made for row in self.rows.values() for made in row.buttons), self.no_to_rest)

    def value(self) -> tuple[tuple[str, bool], ...]:
        """Return what has been answered so far."""
        return tuple((key, row.answer) for key, row in self.rows.items() if row.answer is not None)

    def set_answers(self, answers: Mapping[str, bool]) -> None:
        """Give the answers that are known, and leave the others open."""
        for key, row in self.rows.items():
            row.set_answer(answers.get(key))

    @property
    def yes(self) -> tuple[str, ...]:
        """The questions that are answered with yes."""
        return tuple(key for key, answer in self.value() if answer)

    @property
    def left(self) -> int:
        """How many questions wait for an answer."""
        return len(self.rows) - len(self.value())

    def is_empty(self) -> bool:
        """Tell whether a question waits for its answer."""
        return self.left > 0

    @property
    def were_seen(self) -> bool:
        """Whether every question has been on the screen in full."""
        return all(row.was_seen for row in self.rows.values())

    def answer_no_to_rest(self) -> None:
        """Answer with no whatever is open, once every question has been on the screen."""
        if not self.were_seen:
            return
        for row in self.rows.values():
            if row.answer is None:
                row.set_answer(answer=False)
        self.passed.emit()

    def _by_key(self) -> None:
        """Show the next questions that have not been on the screen; once all have, say no to the rest."""
        unseen = next((row for row in self.rows.values() if not row.was_seen), None)
        if unseen is None:
            self.answer_no_to_rest()
        else:
            unseen.turn_to()

    def _answered(self) -> None:
        self._look()
        self.edited.emit()

    def _look(self) -> None:
        self.no_to_rest.setText(self.tr("No to the rest") if self.value() else self.tr("No to all questions"))
        waits = "" if self.were_seen else self.tr("Look at every question first: scroll to the last one.")
        self.no_to_rest.setEnabled(not waits and self.left > 0)
        self.no_to_rest.setToolTip(waits or "⇧ N")
        self.no_to_rest.setAccessibleDescription(waits)

    def _move(self, key: str, by: int) -> None:
        """Put the focus into the row above or below; after the last one it is asked to go on."""
        keys = list(self.rows)
        place = max(keys.index(key) + by, 0)
        if place < len(keys):
            self.rows[keys[place]].focus()
        else:
            self.passed.emit()

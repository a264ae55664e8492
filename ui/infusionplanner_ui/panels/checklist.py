"""The questions before a dose (R-CHK-1)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from infusionplanner.application.acts.checklists import answer_checklist
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.questions import QuestionsField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.shell.ward import Ward

_TONES = {"stop": Tone.STOP, "warn": Tone.WARN, "reaction": Tone.WARN}


class ChecklistPanel(ActPanel):
    """Asks every question; a yes shows at once what it does."""

    act = Act.CHECKLIST
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        coming = ward.plan(patient).next_dose
        self._for = self.today if coming is None else coming.due
        self.questions = QuestionsField(self.protocol.questions)
        known = {row.for_: row.yes for row in self.patient.course.checklists}.get(self._for)
        if known is not None:
            self.questions.set_answers({key: key in known for key in self.questions.rows})
        self.questions.passed.connect(lambda: self._primary.setFocus(Qt.FocusReason.OtherFocusReason))
        self.add(self.questions, lambda: self.tr("Ask every question."), required=True)
        self.finish(self._record)

    def subject(self) -> str:
        """Return the day of the dose."""
        return text.date_short(self._for)

    def retranslate(self) -> None:
        """Set every text."""
        self.questions.set_words(self.ward.wording)
        super().retranslate()

    def consequences(self) -> Sequence[Said]:
        """Return what each yes does."""
        said = []
        for question in self.protocol.questions:
            if question.key in self.questions.yes:
                tone = _TONES.get(question.level, Tone.INFO)
                what = self.ward.wording.label("level", question.level) if question.level != "reaction" else ""
                name = self.ward.wording.label("question", question.key)
                said.append(Said(text.join(name, what), tone, question.rule))
        return said

    def _record(self) -> Callable[[Desk], Done]:
        return partial(answer_checklist, patient=self.who, for_=self._for, yes=self.questions.yes)

"""The telephone form: a home dose as the patient tells it, all on one screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from infusionplanner.application.acts.doses import open_findings, report_home_dose
from infusionplanner.application.acts.judgement import NEEDS_REASON
from infusionplanner.application.records import DoseDetail
from infusionplanner.domain.patient import Dose, DoseStatus, Reaction, Route, Setting
from infusionplanner.domain.reaction import SERIOUS
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.pages.home.counts import COUNTS
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import (
    ChoiceField,
    ClockField,
    DateField,
    DoctorField,
    ListField,
    NoteField,
    NumberField,
    TextField,
)
from infusionplanner_ui.panels.form.questions import QuestionsField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.panels.visit_steps import reaction_said
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import time as clock_time

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner.domain.finding import Finding
    from infusionplanner.domain.result import PlannedDose
    from infusionplanner_ui.shell.ward import Ward

_MOST_MINUTES, _MOST_SYRINGES = 24 * 60, 60
_CHECKLIST = "home.checklist_missing"
BOTH, ONE, NONE = "both", "one", "none"


class HomeReportPanel(ActPanel):
    """What is asked on the telephone. Questions that are not asked stay open, and the rules then say so."""

    act = Act.HOME_REPORT
    wide = 664

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        dose = ward.plan(patient).next_dose
        assert dose is not None  # noqa: S101 - the page offers the form for a coming home dose only
        self._dose: PlannedDose = dose
        self._told_of: Dose | None = None
        self._open: tuple[list[Finding], list[Finding]] = ([], [])
        self.on = DateField(DateUse.PAST, self.today, min(dose.due, self.today))
        self.time = ClockField()
        self.syringes = ChoiceField([])
        self.between = NumberField(0, _MOST_MINUTES, whole=True)
        self.site = TextField()
        self.batch = TextField()
        self.reaction = ListField([])
        self.told = DoctorField(self.doctors())
        self.late = ListField([])
        self.left = NumberField(0, _MOST_SYRINGES, whole=True)
        self.note = NoteField()
        self.questions = QuestionsField(self.protocol.questions)
        self.questions.passed.connect(self.note.setFocus)
        self._left_column = QVBoxLayout()
        self._set_options()
        self.syringes.unset()
        self._lay_out()
        self.finish(self._report)

    def _set_options(self) -> None:
        self.syringes.set_options([(BOTH, self.tr("Both")), (ONE, self.tr("Only one")), (NONE, self.tr("Not taken"))])
        unasked = ("", self.tr("Choose …"))
        self.reaction.set_options([unasked, *choices.coded(self.ward.wording, "reaction", Reaction)])
        self.late.set_options(choices.reasons(self.ward.wording, self.protocol, "late"))

    def _lay_out(self) -> None:
        left, right = self._left_column, QVBoxLayout()
        for column in (left, right):
            column.setSpacing(space(2))
        left.addLayout(
            self.pair((self.on, lambda: self.tr("Date of the dose")), (self.time, lambda: self.tr("First syringe at")))
        )
        left.addLayout(self.labelled(self.syringes, lambda: self.tr("Syringes"), required=True))
        between = (self.between, lambda: self.tr("Minutes between them"))
        left.addLayout(self.pair(between, (self.left, lambda: self.tr("Syringes left at home"))))
        left.addLayout(self.pair((self.site, lambda: self.tr("Site")), (self.batch, lambda: self.tr("Batch"))))
        self.on.required = True
        for field, label in (
            (self.reaction, lambda: self.tr("Reaction")),
            (self.told, lambda: self.tr("Doctor who was told")),
            (self.late, lambda: self.tr("Why is it late?")),
        ):
            left.addLayout(self.labelled(field, label, required=True))
        right.addLayout(self.labelled(self.questions, lambda: self.tr("Asked before the dose")))
        right.addLayout(self.labelled(self.note, lambda: self.tr("Note")))
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(space(6))
        both.addLayout(left, 5)
        both.addLayout(right, 6)
        self.body.addLayout(both)

    def tell_here(self) -> None:
        """Say the consequences below the dose, beside the questions, so that everything is on one screen."""
        if not self._told:
            self._told = True
            self._left_column.addLayout(self._lines)
            self._left_column.addStretch(1)
            self.body.addWidget(self.findings)

    # what it says

    def subject(self) -> str:
        """Return which dose it is, and where the patient answers the telephone."""
        said = self.tr("dose {number}, due {day}")
        said = said.format(number=self._dose.number, day=text.day_short(self._dose.due))
        return text.join(said, "" if self.shielded else self.patient.phone or "")

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        self.questions.set_words(self.ward.wording)
        super().retranslate()

    def arrange(self) -> None:
        """Show what belongs to a dose that was taken, and to two syringes."""
        taken = self.syringes.value() != NONE
        self.show_field(self.between, self.syringes.value() == BOTH)
        for field in (self.time, self.site, self.batch, self.reaction):
            self.show_field(field, taken)
        self.show_field(self.told, taken and self.reaction.value() in SERIOUS)
        self.show_field(self.late, self._is_late())

    @property
    def yes(self) -> tuple[str, ...] | None:
        """The questions that are answered with yes, None while none is answered."""
        return self.questions.yes if self.questions.value() else None

    def fault(self) -> str:
        """Refuse a checklist that is half answered."""
        if self.questions.left and self.questions.value():
            return self.tr("Answer every question, or none when they were not asked.")
        if self.between.number() and self.time.time() is None and self.syringes.value() == BOTH:
            return self.tr("Write when the first syringe was taken.")
        first, second = self.time.time(), self._second()
        if first is not None and second is not None and second < first:
            return self.tr("The second syringe was after midnight: leave the minutes empty and write it in the note.")
        return ""

    def _second(self) -> clock_time | None:
        """Return when the second syringe was taken, None when it is not known."""
        time, between = self.time.time(), self.between.whole()
        if time is None or between is None or self.syringes.value() != BOTH:
            return None
        return (datetime.combine(self.today, time) + timedelta(minutes=between)).time()

    def judge(self) -> tuple[Sequence[Finding], Sequence[Finding]]:
        """Return what the rules say; a checklist asked now is not missing, and the reason answers a late dose."""
        stops, warnings = self._findings()
        passed = {*NEEDS_REASON, *((_CHECKLIST,) if self.yes is not None else ())}
        return stops, [row for row in warnings if row.key not in passed]

    def _is_late(self) -> bool:
        return any(row.key in NEEDS_REASON for row in self._findings()[1])

    def _findings(self) -> tuple[list[Finding], list[Finding]]:
        if self.on.day() is None:
            return [], []
        told = replace(self.dose(), route=Route.SC, setting=Setting.HOME)
        if told != self._told_of:
            self._told_of, self._open = told, self.ward.at_desk(open_findings, self.who, told)
        return self._open

    def consequences(self) -> Sequence[Said]:
        """Return what the answers do, the deviation of a late second syringe, the stock and the next dose."""
        said = [*self._of_questions(), *self._of_syringes(), *self._of_reaction(), *self._of_stock()]
        on = self.on.day()
        if on is not None and self.syringes.value() == BOTH:
            due = on + timedelta(days=self._dose.interval_days)
            said.append(Said(self.tr("Next dose is due {day}.").format(day=text.day(due, year=True)), rule="R-INT-2"))
        return said

    def _of_questions(self) -> list[Said]:
        said = []
        for question in self.protocol.questions:
            if question.key in (self.yes or ()):
                name = self.ward.wording.label("question", question.key)
                stops = question.hold is not None or question.level == "stop"
                words = self.tr("all coming doses are held until a doctor lifts it") if stops else ""
                said.append(Said(text.join(name, words), Tone.STOP if stops else Tone.WARN, question.rule))
        return said

    def _of_syringes(self) -> list[Said]:
        rules = self.protocol.home
        between = self.between.whole()
        if self.syringes.value() == NONE:
            words = self.tr("It stays the next dose. Agree on the day, and hand out the calendar anew.")
            return [Said(words, Tone.WARN, "R-INT-10")]
        if self.syringes.value() == ONE:
            words = self.tr("It does not count as a dose. The doctor sets the next date.")
            return [Said(words, Tone.WARN, "R-INT-11")]
        if rules is None or between is None or self.syringes.value() != BOTH or between <= rules.second_syringe_minutes:
            return []
        late = self.tr("{between} between the syringes, at most {most}: a deviation.")
        most = COUNTS.minutes(rules.second_syringe_minutes)
        return [Said(late.format(between=COUNTS.minutes(between), most=most), Tone.WARN, "R-HOME-8")]

    def _of_reaction(self) -> list[Said]:
        kind = self.reaction.value()
        return [] if kind in {"", Reaction.NONE} else [reaction_said(kind)]

    def _of_stock(self) -> list[Said]:
        supply, left = self.ward.plan(self.who).supply, self.left.whole()
        if supply is None or left is None or self.syringes.is_empty():
            return []
        taken = {BOTH: self.protocol.dose.syringes, ONE: 1, NONE: 0}[self.syringes.value()]
        expected = max(supply.doses_at_home * self.protocol.dose.syringes - taken, 0)
        if left == expected:
            return []
        words = self.tr("The planner reckons with {expected} left. The count is taken as it is.")
        return [Said(words.format(expected=COUNTS.syringes(expected)), Tone.WARN, "R-RX-4")]

    # the act

    def dose(self) -> Dose:
        """Return the dose as told."""
        on, taken = self.on.day() or self.today, self.syringes.value()
        if taken == NONE:
            return Dose(on, status=DoseStatus.MISSED)
        whole = self.protocol.dose
        return Dose(
            on,
            time=self.time.time(),
            ended=self._second(),
            product=self.patient.course.product,
            status=DoseStatus.GIVEN if taken == BOTH else DoseStatus.INCOMPLETE,
            mg=whole.mg if taken == BOTH else whole.mg // whole.syringes,
            reaction=Reaction(self.reaction.value() or Reaction.NONE),
            batches=tuple(part.strip() for part in self.batch.value().replace(";", ",").split(",") if part.strip()),
        )

    def _report(self) -> Callable[[Desk], Done]:
        told = self.told.value() if self.reaction.value() in SERIOUS else ""
        return partial(
            report_home_dose,
            patient=self.who,
            dose=self.dose(),
            yes=self.yes,
            syringes_left=self.left.whole(),
            clearances=self.findings.clearances(),
            acknowledged=self.findings.acknowledged(),
            late_reason=self.late.value() if self._is_late() else "",
            detail=DoseDetail(site=self.site.value(), note=self.note.value(), told=told),
        )

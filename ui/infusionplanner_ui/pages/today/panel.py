"""The panel of the visit that is selected on the board: who, how far, what comes next, and the dose after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from infusionplanner.application.records import VisitState
from infusionplanner.application.views.seats import is_over, waiting_for
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.models.identity import identity
from infusionplanner_ui.pages.today import facts
from infusionplanner_ui.pages.today.case import Step, VisitCase
from infusionplanner_ui.pages.today.checklist import ChecklistSection
from infusionplanner_ui.pages.today.data import TONES
from infusionplanner_ui.pages.today.findings import FindingsSection
from infusionplanner_ui.pages.today.given import GivenSection
from infusionplanner_ui.pages.today.next import NextDoseSection
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.buttons import button, link_button
from infusionplanner_ui.widgets.card import separator
from infusionplanner_ui.widgets.countdown import Countdown
from infusionplanner_ui.widgets.inline_panel import scrolled
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.more_button import MoreButton
from infusionplanner_ui.widgets.why_popover import WhyPopover
from infusionplanner_ui.widgets.wrapped import WrappedLabel
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from datetime import datetime

    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.ward import Ward


_TYPED_INTO = QLineEdit, QComboBox, QPlainTextEdit
"""What keeps the focus while the visit is shown anew."""


class TodayPanel(QFrame):
    """Shows one visit. ``step_asked`` carries what the main button or Enter wants done; the page does it."""

    step_asked = Signal(object)
    patient_asked = Signal()
    reaction_asked = Signal()
    not_given_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, frame: Frame, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "card")
        self._frame, self._ward = frame, ward
        self.case: VisitCase | None = None
        self._editing_checklist = False
        self.findings = FindingsSection(ward)
        self.checklist = ChecklistSection(ward)
        self.given = GivenSection(ward)
        self.next_dose = NextDoseSection(ward)
        self._doctors: tuple[str, ...] = ()
        self._build()
        frame.drafts.join(self)
        self.checklist.changed.connect(self._answers_changed)
        self.checklist.passed.connect(self.main.setFocus)
        self.checklist.edit_asked.connect(self._edit_checklist)
        self.given.submitted.connect(self.take_step)
        self.next_dose.book_asked.connect(lambda: self.step_asked.emit(Step.BOOK))

    # what was begun here, as the holder of drafts that the panel is

    def begun(self) -> tuple[str, ...]:
        """Return what anybody began at a visit and did not save."""
        begun = self.checklist.is_begun or self.findings.is_begun
        return (self.tr("what was begun at a visit of today"),) if begun else ()

    def change_person(self, before: str, after: str) -> None:
        """Let each person go on with the own answers only: who finishes them signs for them."""
        for section in (self.findings, self.checklist, self.given):
            section.change_person(before, after)
        self._show_again()

    def drop_all(self) -> None:
        """Throw away what was begun."""
        for section in (self.findings, self.checklist, self.given):
            section.drop_all()

    def _show_again(self) -> None:
        if self.case is not None:
            self._editing_checklist = False
            self.show_case(self.case, self._doctors)

    # building

    def _build(self) -> None:
        content = self.content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(space(4), space(2), space(4), space(3))
        self._column.setSpacing(space(3))
        self._countdown = Countdown()
        self._countdown.why_asked.connect(self._explain_observation)
        self._problem = text_label("", "error", wrap=True)
        self._problem_box = QFrame()
        set_kind(self._problem_box, "stopbox")
        inside = QVBoxLayout(self._problem_box)
        inside.setContentsMargins(space(3), space(2), space(3), space(2))
        inside.addWidget(self._problem)
        self._samples = text_label("", "watch", wrap=True)
        for part in (self._countdown, self.findings, self.checklist, self.given, self._problem_box, self._samples):
            self._column.addWidget(part)
        self._line = separator()
        self._column.addWidget(self._line)
        self._column.addWidget(self.next_dose)
        self._column.addStretch(1)
        self._area = scrolled(content, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addLayout(self._head())
        outer.addWidget(self._area, 1)
        outer.addWidget(separator())
        outer.addLayout(self._actions())
        self._problem_box.hide()

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(space(4), space(3.5), space(4), space(1))
        head.setSpacing(space(1.5))
        row = QHBoxLayout()
        row.setSpacing(space(2))
        self._name, self._rest = WrappedLabel("", "heading"), WrappedLabel("", "secondary")
        self._state = Badge("")
        row.addWidget(self._name, 1)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(row)
        self._facts = text_label("", "small", wrap=True)
        head.addWidget(self._rest)
        head.addWidget(self._facts)
        self._note = text_label("", "secondary", wrap=True)
        head.addWidget(self._note)
        return head

    def _actions(self) -> QVBoxLayout:
        self.main = button("", "primary")
        self.main.clicked.connect(self.take_step)
        self.reaction = button("", "secondary")
        self.reaction.clicked.connect(self.reaction_asked)
        self.not_given = link_button("")
        self.not_given.clicked.connect(self.not_given_asked)
        self.open_patient = link_button("")
        self.open_patient.clicked.connect(self.patient_asked)
        self.cancel = link_button("")
        self.cancel.clicked.connect(self.cancel_asked)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        links = self.open_patient, self.not_given, self.cancel
        self.more = MoreButton(lambda: [link for link in links if not link.isHidden()])
        for widget, stretch in ((self.main, 1), (self.reaction, 0), (self.more, 0)):
            row.addWidget(widget, stretch)
        self._links = QWidget()
        below = QHBoxLayout(self._links)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(space(3))
        for link in links:
            below.addWidget(link)
        below.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(space(3), space(2.5), space(3), space(3))
        column.setSpacing(space(2))
        column.addLayout(row)
        column.addWidget(self._links)
        self.more.hide()
        return column

    def fold(self, *, low: bool) -> None:
        """Put the acts that are wanted less into a menu where there is little height."""
        self._links.setHidden(low)
        self.more.setVisible(low)

    # showing

    def show_case(self, case: VisitCase, doctors: tuple[str, ...]) -> None:
        """Show a visit as it stands."""
        self._doctors = doctors
        same = self.case is not None and self.case.visit.id == case.visit.id
        had_focus = same and self.isAncestorOf(self._focused())
        if not same:
            self._editing_checklist = False
            self._area.verticalScrollBar().setValue(0)
        self.case = case
        self.clear_problem()
        self._show_head(case)
        self._show_countdown(case)
        self.findings.show_case(case, doctors)
        self._show_checklist(case)
        recording = case.may_be_recorded and case.step(case.now) in {Step.GIVE, Step.ACKNOWLEDGE}
        started = case.visit.state in {VisitState.STARTED, VisitState.OBSERVING}
        self.given.show_case(case, editing=case.may_be_recorded and (started or recording))
        samples = facts.samples_line(self._ward, case)
        self._samples.setText(samples)
        self._samples.setVisible(bool(samples))
        self._show_actions(case)
        self.next_dose.show_case(case, main=self._step(case) is Step.BOOK and case.dose is None)
        self._line.setVisible(case.coming is not None)
        if had_focus and not (isinstance(self._focused(), _TYPED_INTO) and self.isAncestorOf(self._focused())):
            self.focus_step()

    def focus_step(self) -> None:
        """Put the focus on what comes next: a question that is open, else the main button."""
        if self.checklist.left:
            self.checklist.focus_first()
        elif self.case is not None and self._step(self.case) is Step.BOOK and self.next_dose.book.isVisibleTo(self):
            self.next_dose.book.setFocus()
        else:
            (self.main if self.main.isVisibleTo(self) else self).setFocus()

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _show_head(self, case: VisitCase) -> None:
        who = identity(case.row.patient, case.today, shielded=self._frame.shielded)
        self._name.setText(who.name)
        self._rest.setText(who.rest)
        over = is_over(case.visit, case.now)
        state = self.tr("Over") if over else self._ward.wording.label("visit_state", case.visit.state)
        tone = Tone.WARN if over else TONES[case.visit.state]
        self._state.set(text.join(state, (case.visit.place or "").lower()), tone)
        shielded = self._frame.shielded
        self._facts.setText(facts.facts_line(self._ward, case))
        reason = case.visit.not_given
        said = "" if shielded else case.visit.note
        if reason is not None:
            said = self.tr("Not given: {reason}").format(
                reason=self._ward.wording.reason(case.protocol, "not_given", reason)
            )
        self._note.setText(said)
        self._note.setVisible(bool(said))
        self.setAccessibleName(text.join(self._name.text(), self._state.text))

    def _show_countdown(self, case: VisitCase) -> None:
        remaining = case.remaining(case.now)
        self._countdown.setVisible(remaining is not None)
        if remaining is None:
            return
        whole = case.visit.observation_minutes * 60
        self._countdown.set(
            facts.observation_title(case),
            remaining,
            whole,
            note=facts.observation_note(case, waiting_for(case.visit)),
            why=self.tr("why?") if case.observation is not None else "",
        )

    def tick(self, now: datetime) -> None:
        """Move the countdown on."""
        if self.case is None or (remaining := self.case.remaining(now)) is None:
            return
        was_running = (self.case.remaining(self.case.now) or 0) > 0
        self._countdown.tick(remaining)
        if was_running and remaining <= 0:
            self._show_actions(self.case, now)

    def _show_checklist(self, case: VisitCase) -> None:
        if not case.row.is_dose or case.visit.state is VisitState.NOT_GIVEN:
            self.checklist.hide()
            return
        waiting = case.is_today and case.dose is None and case.checklist is None and bool(case.protocol.questions)
        editing = self._editing_checklist or (waiting and case.visit.state is VisitState.ARRIVED)
        self.checklist.show_case(case, editing=editing)
        self.checklist.setVisible(self.checklist.body.count() > 0)

    def _edit_checklist(self) -> None:
        self._editing_checklist = True
        if self.case is not None:
            self._show_checklist(self.case)
            self._show_actions(self.case)

    def checklist_stored(self) -> None:
        """Close the questions: their answers are stored."""
        self._editing_checklist = False
        self.checklist.forget()

    def _answers_changed(self) -> None:
        if self.case is not None:
            self.show_problem(self.checklist.warning(self.case))
            self._show_actions(self.case)

    # the buttons

    def _step(self, case: VisitCase, now: datetime | None = None) -> Step:
        if self._editing_checklist:
            return Step.ANSWER
        return case.step(now or case.now)

    def _show_actions(self, case: VisitCase, now: datetime | None = None) -> None:
        step = self._step(case, now)
        watched = step is Step.BOOK and case.visit.state is VisitState.OBSERVING
        label = self._label(Step.LEAVE if watched else step, case)
        left = self.checklist.left if step is Step.ANSWER else 0
        waits = self.tr("%n question(s) wait for an answer", "", left) if left else ""
        self.main.setText(text.join(label, waits))
        self.main.setVisible(bool(label))
        self.main.setEnabled(not left)
        self.main.setToolTip(waits)
        self.reaction.setText(self.tr("Reaction …"))
        self.reaction.setVisible(case.visit.state in {VisitState.STARTED, VisitState.OBSERVING} and case.row.is_dose)
        self.not_given.setText(self.tr("Not given …"))
        begun = case.visit.state in {VisitState.PLANNED, VisitState.ARRIVED, VisitState.STARTED}
        self.not_given.setVisible(begun and case.visit.on <= case.today and case.dose is None)
        self.open_patient.setText(self.tr("Open the patient"))
        self.cancel.setText(self.tr("Cancel the visit"))
        may_cancel = case.visit.state in {VisitState.PLANNED, VisitState.ARRIVED} and case.visit.on >= case.today
        self.cancel.setVisible(may_cancel)

    def _label(self, step: Step, case: VisitCase) -> str:
        """Return what the main button says."""
        if step is Step.LEAVE:
            if case.row.is_dose and case.visit.observation_minutes:
                return self.tr("End the observation")
            return self.tr("Done")
        if step is Step.ANSWER:
            return self.tr("Store the answers")
        words = {
            Step.ARRIVE: self.tr("Arrived"),
            Step.CLEAR: self.tr("Doctor must clear"),
            Step.START: self.tr("Start"),
            Step.ACKNOWLEDGE: self.tr("See the warnings"),
            Step.GIVE: self.tr("Dose done") if case.is_today else self.tr("Record the dose"),
        }
        return words.get(step, "")

    def take_step(self) -> None:
        """Do what the main button says."""
        if self.case is None:
            return
        step = self._step(self.case, self._ward.desk.now())
        if step is Step.BOOK and self.case.visit.state is VisitState.OBSERVING and self.sender() is self.main:
            step = Step.LEAVE
        if step in {Step.CLEAR, Step.ACKNOWLEDGE}:
            self.findings.focus_first()
        elif step is Step.ANSWER and self.checklist.left:
            self.checklist.focus_first()
        else:
            self.step_asked.emit(step)

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way, above the buttons."""
        self._problem.setText(sentence)
        self._problem_box.setVisible(bool(sentence))
        self._problem_box.setAccessibleName(sentence)
        if sentence:
            self._area.ensureWidgetVisible(self._problem_box)

    def clear_problem(self) -> None:
        """Take the sentence away."""
        self.show_problem("")

    @property
    def problem(self) -> str:
        """What is said to stand in the way."""
        return "" if self._problem_box.isHidden() else self._problem.text()

    def _explain_observation(self) -> None:
        case = self.case
        if case is None or case.observation is None:
            return
        rule = facts.observation_rule(case)
        known = case.protocol.rules.get(rule)
        origin = "" if known is None else self._ward.wording.label("origin", known.origin)
        WhyPopover.show_at(self._countdown, rule, self._ward.wording.rule(case.protocol, rule), origin)

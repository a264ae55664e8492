"""The stops and warnings of a coming dose: the rule in words, a doctor's clearance, a nurse's acknowledgement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from infusionplanner.application.acts.judgement import NEEDS_REASON, Clearing
from infusionplanner.text.reading import read_clock
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.pages.today.begun import Begun
from infusionplanner_ui.pages.today.parts import FieldRow, Section, Sign, SignLine, empty
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.widgets.buttons import button, link_button
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.why_popover import WhyPopover
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from datetime import datetime

    from infusionplanner.application.acts.judgement import Judgement
    from infusionplanner.application.errors import RefusedError
    from infusionplanner.domain.finding import Finding
    from infusionplanner.domain.protocol import Protocol
    from infusionplanner_ui.pages.today.case import VisitCase
    from infusionplanner_ui.shell.ward import Ward


def why_button(ward: Ward, protocol: Protocol, rule: str, words: str, kind: str = "link") -> QWidget:
    """Return the link *why?* that shows a rule with its origin."""
    made = link_button(words, kind)
    made.setAccessibleName(f"{rule} {words}")

    def show() -> None:
        known = protocol.rules.get(rule)
        origin = "" if known is None else ward.wording.label("origin", known.origin)
        WhyPopover.show_at(made, rule, ward.wording.rule(protocol, rule), origin)

    made.clicked.connect(show)
    return made


class ClearanceForm(QWidget):
    """A doctor's clearance of one stop: who, when and why. ``given`` carries the clearing."""

    given = Signal(object)

    def __init__(
        self, finding: Finding, doctors: tuple[str, ...], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._finding = finding
        self._now = now
        self.doctor = QComboBox()
        self.doctor.setEditable(True)
        self.doctor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.doctor.addItems(list(doctors))
        self.doctor.setCurrentIndex(-1)
        self.doctor.setMaxVisibleItems(12)
        self.time = QLineEdit(text.clock(now))
        self.reason = QLineEdit()
        self._problem = text_label("", "error", wrap=True)
        self._problem.hide()
        self._done = button(self.tr("Cleared by the doctor"), "secondary")
        self._done.clicked.connect(self.submit)
        self.reason.returnPressed.connect(self.submit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        for name, value in (
            (self.tr("Doctor"), self.doctor),
            (self.tr("Time"), self.time),
            (self.tr("Reason"), self.reason),
        ):
            column.addWidget(FieldRow(name, value))
        column.addWidget(self._problem)
        column.addWidget(self._done)

    def submit(self) -> None:
        """Hand the clearance on, or say what is missing."""
        at = read_clock(self.time.text())
        by, reason = self.doctor.currentText().strip(), self.reason.text().strip()
        if not by or not reason:
            self._complain(self.tr("Name the doctor and write the reason."), self.reason if by else self.doctor)
        elif at is None:
            self._complain(self.tr("Write the time as 09.15."), self.time)
        else:
            moment = self._now.replace(hour=at.hour, minute=at.minute, second=0)
            self.given.emit(Clearing(self._finding.rule, self._finding.key, by, reason, moment))

    def _complain(self, sentence: str, where: QWidget) -> None:
        self._problem.setText(sentence)
        self._problem.show()
        where.setFocus()


class FindingsSection(Section):
    """All stops and warnings of a coming dose. Only the first stop has its form open; the next follows it."""

    cleared = Signal(object)
    acknowledged = Signal(str, str, str)

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self._form: ClearanceForm | None = None
        self._first: QWidget | None = None
        self._begun: Begun[tuple[int, str], tuple[str, str]] = Begun()
        self._case_key: tuple[int, str] | None = None
        self._refused: dict[int, RefusedError] = {}

    def refuse(self, case: VisitCase, error: RefusedError) -> None:
        """Take in what the dose as it was filled in was refused for, as a pack that has expired."""
        self._refused[case.visit.id] = error

    def _open(self, case: VisitCase, judgement: Judgement) -> tuple[list[Finding], list[Finding]]:
        """Return what is to be answered: of the day, and of the dose as it was filled in."""
        error = self._refused.get(case.visit.id)
        if error is None or case.dose is not None:
            return list(judgement.stops), list(judgement.warnings)
        answered = {(row.rule, row.key) for row in judgement.clearances}
        answered |= {(row.rule, row.key) for row in judgement.acknowledgements}
        answered |= {(row.rule, row.key) for row in judgement.answer.findings}
        stops, warnings = (
            [row for row in rows if (row.rule, row.key) not in answered] for rows in (error.stops, error.warnings)
        )
        return [*judgement.stops, *stops], [*judgement.warnings, *warnings]

    def show_case(self, case: VisitCase, doctors: tuple[str, ...]) -> None:
        """Show what stands against the dose, and what has been answered."""
        self._keep_draft()
        self.clear()
        self._form = self._first = None
        judgement = case.row.judgement
        if judgement is None:
            self.hide()
            return
        stops, warnings = self._open(case, judgement)
        for finding in stops:
            form = self._make_form(case, finding, doctors) if self._form is None and self._answerable(case) else None
            self.body.addWidget(self._box(case, finding, form))
        for finding in warnings:
            self.body.addWidget(
                self._box(case, finding, self._seen_button(case, finding) if self._answerable(case) else None)
            )
        for row in judgement.clearances:
            words = self.tr("Cleared by {doctor} at {time}: {reason}")
            said = words.format(doctor=row.by, time=text.clock(row.at), reason=row.reason)
            self.body.addWidget(SignLine(said, Tone.OK))
        for seen in judgement.acknowledgements:
            topic = self._ward.wording.topic(seen.key)
            self.body.addWidget(SignLine(self.tr("Warning seen: {topic}").format(topic=topic), Tone.OK))
        self.set_heading(self.tr("Must be cleared") if stops else self.tr("To be noted"))
        self.setVisible(self.body.count() > 0)

    def focus_first(self) -> None:
        """Put the focus on what has to be answered first."""
        if self._form is not None:
            self._form.doctor.setFocus()
        elif self._first is not None:
            self._first.setFocus()

    @staticmethod
    def _answerable(case: VisitCase) -> bool:
        return case.visit.on <= case.today

    def _make_form(self, case: VisitCase, finding: Finding, doctors: tuple[str, ...]) -> ClearanceForm:
        form = self._form = ClearanceForm(finding, doctors, case.now)
        self._case_key = (case.visit.id, finding.key)
        by, reason = self._begun.mine.get(self._case_key, ("", ""))
        form.doctor.setCurrentText(by)
        form.reason.setText(reason)
        form.given.connect(self.cleared)
        return form

    def _keep_draft(self) -> None:
        """Remember what was typed, so that whoever was called away finds it again."""
        if self._form is not None and self._case_key is not None:
            self._begun.mine[self._case_key] = (self._form.doctor.currentText(), self._form.reason.text())

    def change_person(self, before: str, after: str) -> None:
        """Put the clearances that one person began away, and take up those of another."""
        self._keep_draft()
        self._begun.change_person(before, after)
        self._case_key = None

    def drop_all(self) -> None:
        """Throw every clearance in progress away."""
        self._begun.drop_all()
        self._case_key = None

    @property
    def is_begun(self) -> bool:
        """Whether anybody has given a reason and not saved."""
        self._keep_draft()
        return any(reason.strip() for _, reason in self._begun.of_all())

    def _seen_button(self, case: VisitCase, finding: Finding) -> QWidget:
        """Return what answers a warning: a button, with the reasons to choose from where one is needed."""
        made = button(self.tr("Seen"), "secondary")
        made.setAccessibleName(self.tr("Seen: {what}").format(what=self._ward.wording.finding(finding)))
        if finding.key not in NEEDS_REASON:
            made.clicked.connect(partial(self.acknowledged.emit, finding.rule, finding.key, ""))
            self._first = self._first or made
            return made
        reason = QComboBox()
        reason.setAccessibleName(self.tr("Why is it late?"))
        for key, words in choices.reasons(self._ward.wording, case.protocol, "late"):
            reason.addItem(words, key)
        made.setEnabled(False)
        reason.currentIndexChanged.connect(lambda: made.setEnabled(bool(reason.currentData())))
        made.clicked.connect(lambda: self.acknowledged.emit(finding.rule, finding.key, reason.currentData()))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(reason, 1)
        row.addWidget(made)
        self._first = self._first or reason
        return both

    def _box(self, case: VisitCase, finding: Finding, answer: QWidget | None) -> QFrame:
        stop = finding.stops
        box = QFrame()
        set_kind(box, "stopbox" if stop else "watchbox")
        column = QVBoxLayout(box)
        column.setContentsMargins(space(3), space(2), space(3), space(2))
        column.setSpacing(space(1.5))
        head = QHBoxLayout()
        head.setSpacing(space(1.5))
        tone = Tone.STOP if stop else Tone.WARN
        head.addWidget(Sign(tone))
        sentence = text_label(self._ward.wording.finding(finding), "error" if stop else "watch", wrap=True)
        head.addWidget(sentence, 1)
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        foot.addWidget(why_button(self._ward, case.protocol, finding.rule, self.tr("why?"), "link"))
        foot.addStretch(1)
        column.addLayout(head)
        if isinstance(answer, ClearanceForm):
            column.addWidget(answer)
        elif answer is not None:
            foot.addWidget(answer)
        column.addLayout(foot)
        return box

    def clear(self) -> None:
        """Take everything out."""
        empty(self.body)

"""What all panels of acts share: labelled fields, the review of what is filled in, and doing the act."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from infusionplanner.application.errors import RefusedError
from infusionplanner_ui.look.icons import set_icon
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.panels.acts.table import spec_of
from infusionplanner_ui.panels.form.findings import FindingsBox
from infusionplanner_ui.panels.form.rule_line import RuleLine, Rules, Said
from infusionplanner_ui.panels.form.wrapped import WrappedLabel
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.inline_panel import InlinePanel
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner.domain.finding import Finding
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.protocol import Protocol
    from infusionplanner_ui.panels.acts.spec import Act
    from infusionplanner_ui.panels.form.fields import Field
    from infusionplanner_ui.shell.ward import Ward


class ActPanel(InlinePanel):
    """One act of a nurse. A subclass adds its fields, says what the rules say of them, and names the use case.

    ``closed`` goes out when the panel is left or its act is done, ``acted`` with what the act changed.
    """

    closed = Signal()
    acted = Signal(object)
    said_done = Signal(str)
    """What was done that no act of the journal tells, as a file that was saved."""
    act: Act | None = None
    """Which act it is; None for what has no name in the menus."""
    tells_early = False
    """Whether the consequences are shown before everything that is required is filled in."""

    def __init__(self, ward: Ward, patient: PatientId | None = None) -> None:
        super().__init__()
        self.ward = ward
        self.patient_id = patient
        self._fields: list[tuple[QLabel, Callable[[], str], Field]] = []
        self._hidden: set[Field] = set()
        self._told = False
        self._finished = False
        self._busy = False
        self._ready = False
        self._said: tuple[Said, ...] = ()
        self.other_way: QPushButton | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(space(2))
        self.findings = FindingsBox(self.rules, self.now, self.doctors())
        self.findings.edited.connect(self.review)
        self.accepted.connect(self._accept)
        self.rejected.connect(self.closed)

    # what a subclass says

    def heading(self) -> str:
        """Return the title: the name of the act, and what it is about."""
        return "" if self.act is None else text.join(spec_of(self.act).title, self.subject())

    def subject(self) -> str:
        """Return what the act is about, as the day of a dose, for the title."""
        return ""

    def action(self) -> str:
        """Return the words of the button that does it."""
        return self.tr("Save") if self.act is None else spec_of(self.act).action

    def first(self) -> Field | None:
        """Return the field that gets the focus, None for the first one."""
        return None

    def fault(self) -> str:
        """Return what the fields together lack, empty when nothing."""
        return ""

    def judge(self) -> tuple[Sequence[Finding], Sequence[Finding]]:
        """Return the stops and the warnings that must be answered."""
        return (), ()

    def consequences(self) -> Sequence[Said]:
        """Return what the act will mean, as lines with their rules."""
        return ()

    def is_complete(self) -> bool:
        """Tell whether there is anything to do; each required field is looked at besides."""
        return True

    def arrange(self) -> None:
        """Show and hide fields by what is chosen."""

    # what a subclass uses

    @property
    def who(self) -> PatientId:
        """The patient's id."""
        assert self.patient_id is not None  # noqa: S101 - only the panel for a new patient has none
        return self.patient_id

    @property
    def patient(self) -> Patient:
        """The patient as known now."""
        return self.ward.patient(self.who)

    @property
    def protocol(self) -> Protocol:
        """The patient's protocol with the unit's numbers; without a patient the main one."""
        if self.patient_id is None:
            return self.ward.desk.protocol("natalizumab", self.ward.unit)
        return self.ward.protocol(self.patient_id)

    @property
    def rules(self) -> Rules:
        """The texts of the rules."""
        return Rules(self.protocol, self.ward.wording)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.ward.desk.today()

    def now(self) -> datetime:
        """Return the time it is."""
        return self.ward.desk.now()

    def doctors(self) -> tuple[str, ...]:
        """Return the names of the doctors who use the program."""
        return self.ward.state.doctors

    def add(self, field: Field, words: Callable[[], str], *, required: bool = False) -> Field:
        """Add a field below the others, with its label above it."""
        self.body.addLayout(self._labelled(field, words, required=required))
        return field

    def add_pair(
        self, left: tuple[Field, Callable[[], str]], right: tuple[Field, Callable[[], str]], *, required: bool = False
    ) -> None:
        """Add two fields side by side."""
        row = QHBoxLayout()
        row.setSpacing(space(3))
        for field, words in (left, right):
            row.addLayout(self._labelled(field, words, required=required), 1)
        self.body.addLayout(row)

    def _labelled(self, field: Field, words: Callable[[], str], *, required: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(space(1))
        label = WrappedLabel("", "small")
        column.addWidget(label)
        column.addWidget(field)
        column.addStretch(1)
        field.required = required
        field.edited.connect(self.review)
        self._fields.append((label, words, field))
        return column

    def add_other_way(self, act: Callable[[], None]) -> None:
        """Add a button at the end for the other thing that can be done here, as taking something out."""
        self.other_way = button("", "danger")
        self.other_way.clicked.connect(act)

    def name_other_way(self, words: str, icon: str) -> None:
        """Name the button of the other way."""
        if self.other_way is not None:
            self.other_way.setText(words)
            set_icon(self.other_way, icon, "stop.text")

    def show_field(self, field: Field, shown: bool) -> None:  # noqa: FBT001 - a setter of one state, as Qt's own
        """Show or hide a field with its label; a hidden one is not reviewed."""
        for label, _, other in self._fields:
            if other is field:
                label.setVisible(shown and bool(label.text()))
        field.setVisible(shown)
        (self._hidden.discard if shown else self._hidden.add)(field)

    def tell_here(self) -> None:
        """Let the consequences and what the rules say stand here; else they stand below all fields."""
        if not self._told:
            self._told = True
            self.body.addLayout(self._lines)
            self.body.addWidget(self.findings)

    def finish(self, use_case: Callable[[], Callable[[Desk], Done]] | None = None) -> None:
        """Close the building, the last thing that a subclass does in ``__init__``.

        ``use_case`` is asked when the act is done; it reads the fields and returns what to do at the desk. A panel
        without one says in ``do`` what it does.
        """
        self._use_case = use_case
        self._finished = True
        self.tell_here()
        self.body.addStretch(1)
        if self.other_way is not None:
            self.body.addWidget(self.other_way)
        self.retranslate()
        self._lead_tab()

    def _lead_tab(self) -> None:
        """Let Tab go through the fields as they stand, whatever order they were made in."""
        chain: list[QWidget] = []
        for _, _, field in self._fields:
            chain += field.focus_chain()
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    # review

    def review(self) -> None:
        """Look at everything that is filled in, show what the rules say of it, and allow the act or not."""
        if not self._finished:
            return
        self.arrange()
        shown = [field for _, _, field in self._fields if field not in self._hidden]
        filled = all(field.review() for field in shown) and self.is_complete()
        valid = not any(field.fault() for field in shown)
        fault = self.fault() if valid else ""
        stops, warnings = self.judge() if valid and not fault else ((), ())
        self.findings.show_findings(stops, warnings)
        self._say(self.consequences() if valid and (filled or self.tells_early) else ())
        self.show_error(fault) if fault else self.clear_error()
        self.set_ready(filled and not fault and self.findings.answered and not self._busy)
        self.show_missing(self._lacking() if valid and not fault else "")

    def _lacking(self) -> str:
        """Return which fields are still empty that must not be, then what of the rules is not answered."""
        shown = ((words(), field) for _, words, field in self._fields if field not in self._hidden)
        names = [name for name, field in shown if name and field.required and field.is_empty()]
        return self.tr("Still missing: {fields}").format(fields=", ".join(names)) if names else self.findings.missing()

    def _say(self, lines: Sequence[Said]) -> None:
        if tuple(lines) == self._said:
            return
        self._said = tuple(lines)
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for said in lines:
            self._lines.addWidget(RuleLine(self.rules, said))

    @property
    def said(self) -> tuple[str, ...]:
        """What the panel says of the consequences."""
        return tuple(said.sentence for said in self._said)

    # the act

    def _accept(self) -> None:
        self.review()
        if not self.is_ready:
            return
        self.do()

    def do(self) -> None:
        """Do what the panel is for, once everything is filled in."""
        if self._use_case is not None:
            self.perform(self._use_case())

    def perform(self, use_case: Callable[[Desk], Done]) -> None:
        """Do an act at the desk and close, or show why it cannot be done."""
        self._busy = True
        self.set_ready(False)
        self.ward.act(use_case, owner=self, done=self._done, failed=self._failed)

    @property
    def is_ready(self) -> bool:
        """Whether the act can be done now."""
        return self._ready

    def set_ready(self, ready: bool) -> None:  # noqa: FBT001 - as the panel that it extends
        """Allow or forbid the act."""
        self._ready = ready
        super().set_ready(ready)

    def _done(self, done: Done) -> None:
        self._busy = False
        self.acted.emit(done)
        self.closed.emit()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.review()
        if isinstance(error, RefusedError):
            self.findings.show_findings(error.stops, error.warnings)
        self.show_error(sentence(error))

    # keys and language

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept with Enter from any field but a note, and say what is missing when it cannot be."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._takes_enter(event):
            if self.is_ready:
                self.accepted.emit()
            elif not self.error_text and (missing := self.findings.missing()):
                self.show_error(missing)
            return
        super().keyPressEvent(event)

    def _takes_enter(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return True
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton):
            return focus.isCheckable()
        return isinstance(focus, QLineEdit | QComboBox)

    def retranslate(self) -> None:
        """Set every text."""
        self.set_title(self.heading())
        self.set_buttons(self.action(), self.tr("Cancel"))
        for label, words, field in self._fields:
            label.setText(words())
            label.setVisible(bool(words()) and field not in self._hidden)
            field.set_name(words())
        self.findings.retranslate()
        self.review()

    def changeEvent(self, event: QEvent) -> None:
        """Set every text anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange and self._fields and self.ward.is_open:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus into the first field, ready to be typed over."""
        super().showEvent(event)
        focus = self.focusWidget()
        if isinstance(focus, QLineEdit):
            focus.selectAll()

    def _first_field(self) -> QWidget | None:
        shown = (field for _, _, field in self._fields if field not in self._hidden)
        field = self.first() or next(shown, None)
        return super()._first_field() if field is None else field.focus_target()

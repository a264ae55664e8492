"""What all panels of acts share: labelled fields, the review of what is filled in, and doing the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QVBoxLayout,
)

from infusionplanner.application.errors import RefusedError
from infusionplanner.application.journal import StaleError
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.patient_history import stale_words
from infusionplanner_ui.panels.acts.table import spec_of
from infusionplanner_ui.panels.form.findings import FindingsBox
from infusionplanner_ui.panels.form.form import Form
from infusionplanner_ui.panels.form.rule_line import RuleLine, Rules, Said
from infusionplanner_ui.widgets.buttons import PRESSES
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner.domain.finding import Finding
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.protocol import Protocol
    from infusionplanner_ui.models.identity import Identity
    from infusionplanner_ui.panels.acts.spec import Act, Wish
    from infusionplanner_ui.shell.ward import Ward


class ActPanel(Form):
    """One act of a nurse. A subclass adds its fields, says what the rules say of them, and names the use case.

    ``closed`` goes out when the panel is to go away, ``acted`` with what the act changed, ``said_done`` with what was
    done that no act of the journal tells, as a file that was saved.
    """

    closed = Signal()
    acted = Signal(object)
    said_done = Signal(str)
    act: Act | None = None
    """Which act it is; None for what has no name in the menus."""
    wish: Wish | None = None
    """What it was opened for."""
    wide = 0
    """How wide the panel wants to be; 0 for as wide as all panels."""
    shielded = False
    """Whether names and telephone numbers are hidden."""
    tells_early = False
    """Whether the consequences are shown before everything that is required is filled in."""

    def __init__(self, ward: Ward, patient: PatientId | None = None) -> None:
        super().__init__()
        self.ward = ward
        self.patient_id = patient
        self._built_on = None if patient is None else ward.overview.revisions.get(patient)
        self._told = False
        self._said: tuple[Said, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(space(2))
        self.findings = FindingsBox(self.rules, self.now, self.doctors())
        self.findings.edited.connect(self.review)
        self.accepted.connect(self._accept)

    # what a subclass says

    def heading(self) -> str:
        """Return the title: the name of the act, and what it is about."""
        return "" if self.act is None else text.join(spec_of(self.act).title, self.subject())

    def subject(self) -> str:
        """Return what the act is about, as the day of a dose, for the title."""
        return ""

    def action(self) -> str:
        """Return the words of the button that does it."""
        return super().action() if self.act is None else spec_of(self.act).action

    def judge(self) -> tuple[Sequence[Finding], Sequence[Finding]]:
        """Return the stops and the warnings that must be answered."""
        return (), ()

    def consequences(self) -> Sequence[Said]:
        """Return what the act will mean, as lines with their rules."""
        return ()

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
        self.tell_here()
        self.close_building()

    def filled_in(self) -> tuple[object, ...]:
        """Return everything that is filled in, the answers to what the rules say too."""
        return (*super().filled_in(), *self.findings.filled_in())

    def is_same_as(self, other: ActPanel) -> bool:
        """Tell whether another panel would ask for what is being filled in here."""
        return self.touched and type(self) is type(other) and self.asks_for == other.asks_for

    @property
    def asks_for(self) -> tuple[PatientId | None, Wish | None]:
        """The patient, and what the panel was opened for."""
        return self.patient_id, self.wish

    def show_patient(self, who: Identity, *, shielded: bool) -> None:
        """Say at the head whose panel it is, as may be shown now."""
        self.shielded = shielded
        self.show_who(who.name, who.rest)
        self.set_title(self.heading())

    # review

    def judged(self, *, valid: bool, sound: bool, filled: bool) -> str:
        """Show what the rules say and what the act will mean; return which of it waits for an answer."""
        stops, warnings = self.judge() if sound else ((), ())
        self.findings.show_findings(stops, warnings)
        self._say(self.consequences() if valid and (filled or self.tells_early) else ())
        return self.findings.missing()

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
        if self.is_ready and PRESSES.takes():
            self.do()

    def do(self) -> None:
        """Do what the panel is for, once everything is filled in."""
        if self._use_case is not None:
            self.perform(self._use_case())

    def perform(self, use_case: Callable[[Desk], Done]) -> None:
        """Do an act, built on what was known when the panel was opened, and close, or show why it cannot be done."""
        self._busy = True
        self.set_ready(False)
        self.ward.act(use_case, owner=self, done=self._done, failed=self._failed, built_on=self._built_on)

    def _done(self, done: Done) -> None:
        self._busy = False
        self.acted.emit(done)
        self.closed.emit()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.review()
        if isinstance(error, RefusedError):
            self.findings.show_findings(error.stops, error.warnings)
        said = (
            (sentence(error), *stale_words(error, self.rules)) if isinstance(error, StaleError) else (sentence(error),)
        )
        self.show_error("\n".join(said))

    # language

    def retranslate(self) -> None:
        """Set every text."""
        self.findings.retranslate(self.rules)
        super().retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Set every text anew when the language is switched, while the unit is open."""
        if event.type() is QEvent.Type.LanguageChange and not self.ward.is_open:
            return
        super().changeEvent(event)

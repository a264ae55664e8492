"""The chosen home patient: how to reach them, the supply, the conditions, and what is done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infusionplanner.application.calendar.outdated import StaleCalendar
from infusionplanner.application.views.home_patients import HomeRow, SoonRow
from infusionplanner.application.views.renewal import authorised_left
from infusionplanner.application.views.way_home import home_path
from infusionplanner.domain.result import Condition, ConditionState
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.patient_words import PatientWords
from infusionplanner_ui.models.tones import condition_tone, tone_of
from infusionplanner_ui.pages.home.counts import COUNTS
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.acts.table import spec_of
from infusionplanner_ui.panels.form.rule_line import RuleLine, Rules, Said
from infusionplanner_ui.panels.home.way_home import path_lines
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card, separator
from infusionplanner_ui.widgets.inline_panel import scrolled
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.wrapped import WrappedLabel
from infusionplanner_ui.words import text
from infusionplanner_ui.words.calendar_words import level_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from infusionplanner.application.records import PatientId
    from infusionplanner.domain.result import Supply
    from infusionplanner_ui.pages.home.words import HomeWords, Row
    from infusionplanner_ui.shell.ward import Ward

_MOST_CHANGES = 12


class HomeDetail(Card):
    """``acted`` carries the key of the act that is asked for; the first button is the obvious next one."""

    acted = Signal(str)

    def __init__(self, ward: Ward, words: HomeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._ward = ward
        self._words = words
        self._name = WrappedLabel("", "heading")
        self._about = text_label("", "small", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(space(1.5))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._lines)
        column.addStretch(1)
        for part in (self._name, self._about, separator(self)):
            self.body.addWidget(part)
        self.body.addWidget(scrolled(inner, self), 1)
        self._acts: list[str] = []
        self.buttons = [button("", "primary" if number == 0 else "secondary", parent=self) for number in range(4)]
        for number, made in enumerate(self.buttons):
            made.clicked.connect(lambda _=False, number=number: self.acted.emit(self._acts[number]))
            self.body.addWidget(made)

    def show_row(self, row: Row | None) -> None:
        """Show a patient, or that none is chosen."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if row is None:
            self._name.setText(self.tr("Nobody chosen"))
            self._about.setText(self.tr("Choose a patient in the list."))
            self._offer([])
            return
        patient, plan = self._ward.patient(row.patient), self._ward.plan(row.patient)
        words = PatientWords(self._ward.wording, str)
        phone = self.tr("Telephone {phone}").format(phone=patient.phone) if patient.phone else ""
        self._name.setText(self._words.name(row.patient))
        self._about.setText("\n".join(part for part in (words.treatment(patient, plan), phone) if part))
        rules = Rules(self._ward.protocol(row.patient), self._ward.wording)
        for said in self._said(row):
            self._lines.addWidget(RuleLine(rules, said))
        self._offer(self._acts_for(row))

    def _offer(self, acts: list[tuple[str, str]]) -> None:
        self._acts = [key for key, _ in acts]
        for number, made in enumerate(self.buttons):
            made.setVisible(number < len(acts))
            if number < len(acts):
                made.setText(acts[number][1])

    def _acts_for(self, row: Row) -> list[tuple[str, str]]:
        patient = ("patient", self.tr("Open patient"))
        if isinstance(row, StaleCalendar):
            return [_offer(Act.CALENDAR), patient]
        if isinstance(row, SoonRow):
            lacking = [_offer(act) for act in (Act.TRAINING, Act.PRESCRIPTION) if act.value in row.missing]
            return [*lacking, _offer(Act.WAY_HOME), patient]
        report = _offer(Act.HOME_REPORT)
        runs_out = any(finding.rule == "R-RX-5" for finding in row.wanting)
        supply = _offer(Act.RENEWAL if runs_out else Act.DISPENSING)
        return [supply, report, patient] if row.wanting and not row.waiting else [report, supply, patient]

    def _said(self, row: Row) -> Iterator[Said]:
        if isinstance(row, StaleCalendar):
            yield from self._of_calendar(row)
        elif isinstance(row, SoonRow):
            yield from self._of_way_home(row)
        else:
            yield from self._of_row(row)
            yield from self._conditions(row)

    def _of_calendar(self, row: StaleCalendar) -> Iterator[Said]:
        """Yield when which calendar was handed out, and what in it is not so any more."""
        words = self.tr("Handed out {day} by {who}: {level}")
        level = level_words(row.choice.content.level)
        yield Said(words.format(day=text.moment(row.exported_at), who=row.by, level=level))
        yield from (Said(sentence, Tone.WARN) for sentence in self._words.changes(row)[:_MOST_CHANGES])
        if len(row.changes) > _MOST_CHANGES:
            yield Said(self.tr("and %n more", "", len(row.changes) - _MOST_CHANGES), kind="muted")

    def _of_way_home(self, row: SoonRow) -> Iterator[Said]:
        """Yield every condition and step of the way home."""
        notes = self._ward.file(row.patient).home_notes
        patient, protocol = self._ward.patient(row.patient), self._ward.protocol(row.patient)
        path = home_path(patient, self._ward.plan(row.patient), protocol, notes)
        if path is not None:
            yield from path_lines(path, self._ward.wording)

    def _of_row(self, row: HomeRow) -> Iterator[Said]:
        for finding in (*((row.call,) if row.call else ()), *row.wanting):
            yield Said(self._ward.wording.finding(finding), tone_of(finding, self._ward.today), finding.rule)
        if row.supply is not None:
            yield Said(self._supply(row.patient, row.supply), rule="R-RX-4")
        chain = self._words.chain_words(row.patient)
        if chain:
            yield Said(chain, Tone.INFO, "R-RX-5")

    def _supply(self, patient: PatientId, supply: Supply) -> str:
        has = self.tr("{doses} at home").format(doses=COUNTS.doses(supply.doses_at_home))
        lasts = self.tr("last through the dose of {day}")
        until = "" if supply.covers_through is None else lasts.format(day=text.date(supply.covers_through))
        number = authorised_left(self._ward.patient(patient).course, supply)
        unknown = self.tr("unknown how many are left on the prescription")
        left = self.tr("{doses} left on the prescription")
        left = unknown if number is None else left.format(doses=COUNTS.doses(number))
        return text.join(has, until, left)

    def _conditions(self, row: HomeRow) -> Iterator[Said]:
        """Yield the conditions that are not met, or that all of them are."""
        home = self._ward.plan(row.patient).home
        rows = () if home is None else home.conditions
        lacking = tuple(condition for condition in rows if condition.state is not ConditionState.MET)
        if rows and not lacking:
            yield Said(self.tr("All conditions for home treatment are met."), Tone.OK, "R-HOME-5")
        for condition in lacking:
            yield Said(self._condition(condition), condition_tone(condition.state), condition.rule)

    def _condition(self, condition: Condition) -> str:
        wording = self._ward.wording
        figure = wording.figure(condition.have, condition.need)
        on = "" if condition.on is None else text.date(condition.on)
        unknown = condition.state is ConditionState.UNKNOWN and not figure
        state = wording.code("condition_state", condition.state) if unknown else ""
        return text.join(wording.condition(condition.key, condition.state), figure or on, state)


def _offer(act: Act) -> tuple[str, str]:
    """Return an act with the words of its button."""
    return act.value, spec_of(act).entry

"""The cards beside a patient's plan: what needs attention, home treatment, prescription and stock, what to remember."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from infusionplanner.application.identity import number_marks
from infusionplanner.application.views.renewal import authorised_left
from infusionplanner.domain.finding import Level
from infusionplanner.domain.result import Condition, ConditionState
from infusionplanner_ui.look.palette import Tone, tokens
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.tones import condition_tone, tone_of
from infusionplanner_ui.panels.acts.spec import Act, Wish
from infusionplanner_ui.panels.acts.table import next_step, spec_of, wish_of
from infusionplanner_ui.panels.form.rule_line import RuleLine, Rules, Said, Sign, explain, why_button
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.buttons import IconButton, link_button
from infusionplanner_ui.widgets.card import Card, separator
from infusionplanner_ui.widgets.label import ElidedLabel, text_label
from infusionplanner_ui.widgets.wrapped import WrappedLabel
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from datetime import date

    from infusionplanner_ui.pages.patient.facts import PatientFacts

_SHOWN_FINDINGS = 4


def clear(layout: QVBoxLayout | QHBoxLayout | QGridLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None and isinstance(inner, QVBoxLayout | QHBoxLayout | QGridLayout):
            clear(inner)


class SideCard(Card):
    """A card of the side column. ``wished`` carries the act that a link of it stands for."""

    wished = Signal(object)

    def show_facts(self, facts: PatientFacts) -> None:
        """Show a patient; a card without anything to say hides."""

    def link(self, words: str, wish: Wish) -> QWidget:
        """Return a link that asks for an act."""
        made = link_button(words)
        made.clicked.connect(partial(self.wished.emit, wish))
        return made


class FindingsCard(SideCard):
    """What the rules say of the patient, stops first, each with its rule and its one next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._whole = False
        self._facts: PatientFacts | None = None
        self.count = Badge("", Tone.NEUTRAL)
        self.add_title_widget(self.count)

    def show_facts(self, facts: PatientFacts) -> None:
        """Show the findings."""
        if self._facts is None or self._facts.id != facts.id:
            self._whole = False
        self._facts = facts
        findings = facts.findings()
        clear(self.body)
        self.setVisible(bool(findings))
        self.set_title(self.tr("Needs attention"))
        self.count.set(str(len(findings)) if len(findings) > 1 else "")
        rules = Rules(facts.protocol, facts.wording)
        shown = findings if self._whole else findings[:_SHOWN_FINDINGS]
        for finding in shown:
            kind = "muted" if finding.level is Level.INFO else ""
            line = RuleLine(
                rules, Said(facts.wording.finding(finding), tone_of(finding, facts.today), finding.rule, kind)
            )
            wish = wish_of(finding)
            if wish is not None:
                line.add_to_foot(self.link(next_step(finding), wish))
            self.body.addWidget(line)
        if len(shown) < len(findings):
            more = link_button(self.tr("Show all %n", "", len(findings)))
            more.clicked.connect(self._show_all)
            row = QHBoxLayout()
            row.addWidget(more)
            row.addStretch(1)
            self.body.addLayout(row)

    def _show_all(self) -> None:
        self._whole = True
        if self._facts is not None:
            self.show_facts(self._facts)


class HomeCard(SideCard):
    """The conditions for home treatment, each met, not met or unknown, with its figure (R-HOME-5)."""

    def show_facts(self, facts: PatientFacts) -> None:
        """Show the conditions."""
        clear(self.body)
        home = facts.plan.home
        self.setVisible(home is not None)
        if home is None:
            return
        self.set_title(
            self.tr("Can have home treatment") if home.eligible else self.tr("Cannot have home treatment yet")
        )
        self.body.setSpacing(space(1))
        rules = Rules(facts.protocol, facts.wording)
        for condition in home.conditions:
            self.body.addLayout(self._line(facts, condition, rules))
        if home.eligible_from is not None:
            day = text.date(home.eligible_from)
            words = self.tr("Meets the conditions from {day}, if the plan is followed").format(day=day)
            self.body.addWidget(text_label(words, "small", wrap=True))
        untrained = any(row.key == "training" and row.state is not ConditionState.MET for row in home.conditions)
        acts = [Act.WAY_HOME, Act.TRAINING] if untrained and facts.plan.doses_completed else [Act.WAY_HOME]
        for act in acts:  # one below the other: side by side they are wider than the column
            self.body.addWidget(self.link(spec_of(act).entry, Wish(act)), 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, facts: PatientFacts, condition: Condition, rules: Rules) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space(1.5))
        sign = Sign(condition_tone(condition.state), question=condition.state is ConditionState.UNKNOWN)
        sign.setAccessibleName(facts.wording.code("condition_state", condition.state))
        words = facts.wording.condition(condition.key, condition.state)
        label = text_label(words, "" if condition.state is ConditionState.MET else "strong")
        label.setToolTip(facts.wording.code("condition_state", condition.state))
        row.addWidget(sign)
        row.addWidget(label)
        figure = ElidedLabel(self._figure(facts, condition), "small")
        row.addWidget(figure, 1)
        why = why_button(condition.rule)
        why.clicked.connect(partial(explain, rules, condition.rule, why))
        row.addWidget(why)
        return row

    def _figure(self, facts: PatientFacts, condition: Condition) -> str:
        if condition.key == "training" and condition.on is not None:
            signed = (row for row in facts.patient.course.training if row.on == condition.on)
            by = next((row.signed_by or "" for row in signed), "")
            return ", ".join(part for part in (text.date(condition.on), by) if part)
        unknown = condition.state is ConditionState.UNKNOWN and condition.need is None
        state = facts.wording.code("condition_state", condition.state) if unknown else ""
        return facts.wording.figure(condition.have, condition.need) or state


class SupplyCard(SideCard):
    """The H-prescription and the doses at home."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.badge = Badge("", Tone.OK)
        self.add_title_widget(self.badge)

    def show_facts(self, facts: PatientFacts) -> None:
        """Show prescription and stock."""
        clear(self.body)
        supply, rules = facts.plan.supply, facts.protocol.supply
        self.setVisible(supply is not None)
        if supply is None or rules is None:
            return
        self.set_title(self.tr("H-prescription and stock"))
        word, tone = self._state(facts)
        self.badge.set(word, tone)
        left = self.tr("%n dose(s) left at home", "", supply.doses_at_home)
        lasts = ""
        if supply.covers_through is not None:
            lasts = self.tr("lasts through the dose of {day}")
            lasts = lasts.format(day=text.near(supply.covers_through, facts.today))
        self.body.addWidget(text_label(text.join(left, lasts), wrap=True))
        self.body.addWidget(StockBar(supply.doses_at_home, max(supply.doses_per_dispensing, 1)))
        self._rows(facts)

    def _state(self, facts: PatientFacts) -> tuple[str, Tone]:
        keys = {finding.key: finding for finding in facts.plan.findings}
        for key, word in (
            ("supply.missing", self.tr("no doses")),
            ("prescription.missing", self.tr("no prescription")),
            ("prescription.renew", self.tr("renew")),
            ("prescription.too_few", self.tr("too few doses")),
            ("supply.order", self.tr("order")),
            ("prescription.withdraw", self.tr("withdraw")),
            ("stock.mismatch", self.tr("count again")),
            ("stock.odd", self.tr("count again")),
        ):
            if key in keys:
                return word, tone_of(keys[key], facts.today)
        return self.tr("in order"), Tone.OK

    def _rows(self, facts: PatientFacts) -> None:
        supply, course = facts.plan.supply, facts.patient.course
        assert supply is not None  # noqa: S101 - the caller has looked
        valid = [row for row in course.prescriptions if row.withdrawn_on is None]
        issued = max((row.issued_on for row in valid), default=None)
        last = max(course.dispensings, key=lambda row: row.on, default=None)
        self._row(self.tr("Issued"), _day(issued), Wish(Act.PRESCRIPTION))
        expiring = supply.last_safe_day is not None and supply.renew_by is not None and supply.renew_by <= facts.today
        self._row(self.tr("Last safe day"), _day(supply.last_safe_day), urgent=expiring)
        self._row(self.tr("Doses left on it"), facts.wording.shown(authorised_left(course, supply)))
        if supply.renew_by is not None:
            self._row(self.tr("Renew by"), _day(supply.renew_by), Wish(Act.RENEWAL))
        if supply.order_by is not None:
            late = supply.order_by < facts.today
            self._row(self.tr("Order by"), _day(supply.order_by), urgent=late)
        if supply.next_dispensing_by is not None:
            self._row(self.tr("Next dispensing by"), _day(supply.next_dispensing_by), Wish(Act.DISPENSING))
        if last is not None:
            many = self.tr("%n dose(s)", "", last.doses)
            self._row(self.tr("Last dispensing"), f"{_day(last.on)}, {many}")

    def _row(self, name: str, value: str, wish: Wish | None = None, *, urgent: bool = False) -> None:
        if self.body.count() > 2:
            self.body.addWidget(separator())
        row = QHBoxLayout()
        row.setSpacing(space(1.5))
        label = text_label(name, "muted")
        label.setMinimumWidth(104)
        row.addWidget(label)
        if urgent:
            row.addWidget(Sign(Tone.WARN))
        row.addWidget(WrappedLabel(value, "watch" if urgent else ""), 1)
        if wish is not None:
            row.addWidget(self.link(self.tr("Record"), wish))
        self.body.addLayout(row)


def _day(day: date | None) -> str:
    return text.date(day) if day is not None else "–"


class StockBar(QWidget):
    """The doses at home as boxes, as many as a dispensing has."""

    def __init__(self, have: int, whole: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(1))
        self.setAccessibleName(f"{have} / {whole}")
        for number in range(max(whole, min(have, 12))):
            box = QFrame()
            box.setFixedHeight(space(2))
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            colour = tokens().accent if number < have else tokens().pressed
            box.setStyleSheet(f"background: {colour}; border-radius: 2px;")
            row.addWidget(box)


class NotesCard(SideCard):
    """What to remember, and how the patient is reached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.edit = IconButton("pencil", kind="quiet")
        self.edit.clicked.connect(partial(self.wished.emit, Wish(Act.PERSON)))
        self.add_title_widget(self.edit)

    def show_facts(self, facts: PatientFacts) -> None:
        """Show the notes, telephone and national id."""
        clear(self.body)
        self.set_title(self.tr("To remember"))
        self.edit.set_name(self.tr("Edit name, telephone and notes"))
        patient = facts.patient
        notes: QLabel = text_label(
            patient.notes or self.tr("Nothing noted."), "" if patient.notes else "muted", wrap=True
        )
        notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(notes)
        marks = (facts.wording.code("number", mark) for mark in number_marks(patient.national_id))
        number = text.join(patient.national_id or "–", *marks)
        spoken = facts.wording.label("language", patient.language) if patient.language else ""
        for name, value in (
            (self.tr("Telephone"), patient.phone or "–"),
            (self.tr("National id"), number),
            (self.tr("Language"), spoken or "–"),
        ):
            row = QHBoxLayout()
            label = text_label(name, "muted")
            label.setMinimumWidth(124)
            row.addWidget(label)
            shown = WrappedLabel("····" if facts.shielded and value != "–" else value)
            row.addWidget(shown, 1)
            self.body.addLayout(row)

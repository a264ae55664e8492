"""The history of one patient: every act with who, when, what, and what stood there before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.calendar.values import EventKind
from infusionplanner.application.journal import FactKind
from infusionplanner.application.records import HomeStep, RenewalState
from infusionplanner.domain.patient import (
    Answer,
    AppointmentKind,
    AppointmentStatus,
    Assay,
    DoseStatus,
    ExposureKind,
    HoldKind,
    Language,
    Product,
    Reaction,
    Reporter,
    ResultKind,
    Route,
    Setting,
)
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.patient_counts import counts
from infusionplanner_ui.models.patient_history_words import UNSAID, fact_words, field_words, has_words
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.panels.form.rule_line import Rules
from infusionplanner_ui.words import text
from infusionplanner_ui.words.act_words import act_words
from infusionplanner_ui.words.calendar_words import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from infusionplanner.application.journal import FactChange, JournalAct, StaleError
    from infusionplanner_ui.pages.patient.facts import PatientFacts

_SHOWN = 3
_CODES: dict[type, str] = {
    Route: "route",
    Setting: "setting",
    Product: "product",
    DoseStatus: "dose_status",
    Reaction: "reaction",
    Reporter: "reporter",
    Assay: "assay",
    Answer: "answer",
    Language: "language",
    ResultKind: "result",
    AppointmentKind: "appointment",
    AppointmentStatus: "appointment_status",
    HoldKind: "hold",
    ExposureKind: "exposure",
    RenewalState: "renewal_step",
    HomeStep: "home_step",
}
"""Groups of words by the type of a code."""

_REASONS = {"reason": "interval", "stop.reason": "stop", "not_given": "not_given"}
_TREATMENTS = frozenset({"stop.next.treatment", "bridging.next_treatment"})
_NOTHING: tuple[object, ...] = (None, "", (), 0)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that an act changed; ``before`` or ``after`` is empty where there was or is none."""

    what: str
    field: str
    before: str
    after: str


def history_headings() -> tuple[str, ...]:
    """Return the headings of the history."""
    return (
        QCoreApplication.translate("PatientHistory", "When"),
        QCoreApplication.translate("PatientHistory", "Who"),
        QCoreApplication.translate("PatientHistory", "What"),
        QCoreApplication.translate("PatientHistory", "Before and after"),
    )


def history_rows(facts: PatientFacts) -> tuple[Row, ...]:
    """Return the acts that changed this patient, newest first; Enter shows all that one changed."""
    kinds = {act.id: act.kind for act in facts.acts}
    rules = Rules(facts.protocol, facts.wording)
    rows = []
    for act in facts.acts:
        changes = tuple(field_changes(act, rules))
        undone = QCoreApplication.translate("PatientHistory", "undone") if act.undone_by is not None else ""
        about = act_words(kinds[act.undoes]) if act.undoes in kinds else ""
        cells = (
            Cell(text.moment(act.at)),
            Cell(facts.names.get(act.who, act.who), "secondary"),
            Cell(act_words(act.kind), "strong", undone, Tone.NEUTRAL, about),
            Cell(summary(changes), "secondary"),
        )
        rows.append(Row(act, cells))
    return tuple(rows)


def summary(changes: tuple[FieldChange, ...]) -> str:
    """Return the first changes in one line."""
    said = [_in_words(change) for change in changes[:_SHOWN]]
    if len(changes) > _SHOWN:
        more = counts.more(len(changes) - _SHOWN)
        said.append(more)
    return text.join(*said)


def _in_words(change: FieldChange) -> str:
    name = f"{change.what}: {change.field}" if change.field else change.what
    if change.before and change.after:
        return f"{name} {change.before} → {change.after}"
    return f"{name} {change.after or change.before}".strip()


def field_changes(act: JournalAct, rules: Rules) -> Iterator[FieldChange]:
    """Yield every value that an act changed, in words; not what only the program reads."""
    for change in act.changes:
        nothing = change.old in _NOTHING and change.new in _NOTHING
        if not nothing and change.field not in UNSAID.get(change.kind, ()):
            before, after = (shown(change, value, rules) for value in (change.old, change.new))
            yield FieldChange(fact_words(change.kind), field_words(change.field), before, after)


def stale_words(error: StaleError, rules: Rules) -> Iterator[str]:
    """Yield what others have changed meanwhile, field by field, beside what this person would have changed."""
    ours = {(change.kind, change.field): change for change in error.ours}
    for theirs in (change for change in error.theirs if has_words(change.kind)):
        said = QCoreApplication.translate("PatientHistory", "{what}, {field}: now {theirs}; yours {ours}")
        own = ours.get((theirs.kind, theirs.field), theirs)
        values = {"theirs": shown(theirs, theirs.new, rules) or "–", "ours": shown(own, own.new, rules) or "–"}
        yield said.format(what=fact_words(theirs.kind), field=field_words(theirs.field), **values)


def shown(change: FactChange, value: object, rules: Rules) -> str:  # noqa: PLR0911 - one way for each kind of value
    """Return a value of a change as people read it."""
    wording = rules.wording
    if value is None or value == "":
        return ""
    if change.field in _REASONS:
        return wording.reason(rules.protocol, _REASONS[change.field], str(value))
    if (group := _CODES.get(type(value))) is not None:
        return wording.code(group, str(value))
    if change.kind is FactKind.CALENDAR_EVENT and change.field == "kind":
        return kind_words(EventKind(str(value)))
    if isinstance(value, datetime):
        return text.moment(value)
    if isinstance(value, tuple):
        return ", ".join(wording.code("question", str(part)) for part in value)
    if change.field == "key":
        return wording.topic(str(value))
    return wording.code("treatment", str(value)) if change.field in _TREATMENTS else wording.shown(value)

"""The history of one patient: every act with who, when, what, and what stood there before and after."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.patient_counts import counts
from infusionplanner_ui.models.patient_history_words import field_words, table_words
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.panels.form.rule_line import Rules
from infusionplanner_ui.shell.act_words import act_words
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from infusionplanner.application.records import Act, Change
    from infusionplanner.catalogue.wording import Wording
    from infusionplanner_ui.pages.patient.facts import PatientFacts

_SHOWN = 3
_NOT_SAID = frozenset(
    {"id", "patient", "bridging", "earlier_doses", "gate", "stop", "stop_next", "name", "added_at", "dose", "plan"}
)
_CODES = {
    "route": "route",
    "setting": "setting",
    "product": "product",
    "reaction": "reaction",
    "reported_by": "reporter",
    "assay": "assay",
    "answer": "answer",
    "language": "language",
    "stop_next_treatment": "treatment",
    "bridging_next_treatment": "treatment",
}
_TABLE_CODES = {
    ("results", "kind"): "result",
    ("visits", "kind"): "appointment",
    ("holds", "kind"): "hold",
    ("exposures", "kind"): "exposure",
    ("doses", "status"): "dose_status",
    ("visits", "status"): "appointment_status",
}
_REASONS = {
    ("regimens", "reason"): "interval",
    ("courses", "stop_reason"): "stop",
    ("visits", "not_given"): "not_given",
}
_DAY, _TIME = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"\d{2}:\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_TRUTHS = frozenset({"prior_immunosuppression", "breastfeeding", "stop_high_risk", "withdrawn"})


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


def field_changes(act: Act, rules: Rules) -> Iterator[FieldChange]:
    """Yield every value that an act changed, in words."""
    for change in act.changes:
        yield from _of_row(change, rules)


def _of_row(change: Change, rules: Rules) -> Iterator[FieldChange]:
    before: Mapping[str, object] = change.before or {}
    after: Mapping[str, object] = change.after or {}
    what = table_words(change.table)
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if name in _NOT_SAID or old == new or (old in _NOTHING and new in _NOTHING):
            continue
        yield FieldChange(
            what, field_words(name), shown(change.table, name, old, rules), shown(change.table, name, new, rules)
        )


_NOTHING: tuple[object, ...] = (None, "", "[]", 0)


def shown(table: str, name: str, value: object, rules: Rules) -> str:
    """Return a stored value as people read it."""
    wording = rules.wording
    if value is None or value == "":
        return ""
    if name in _TRUTHS:
        return wording.shown(bool(value))
    if (table, name) in _REASONS:
        return wording.reason(rules.protocol, _REASONS[table, name], str(value))
    group = _TABLE_CODES.get((table, name)) or _CODES.get(name)
    if group is not None:
        return wording.code(group, str(value))
    if name == "key":
        return wording.topic(str(value))
    return wording.formats.number(value) if isinstance(value, int | float) else _text(str(value), wording)


def _text(value: str, wording: Wording) -> str:
    """Return a stored text, a day, a time, a moment or a list as people read it."""
    try:
        if _DAY.fullmatch(value):
            return text.date(date.fromisoformat(value))
        if _TIME.fullmatch(value):
            return text.clock(clock_time.fromisoformat(value))
        if _MOMENT.match(value):
            return text.moment(datetime.fromisoformat(value))
        if value.startswith("["):
            return ", ".join(wording.code("question", str(part)) for part in json.loads(value))
    except ValueError:
        return value
    return value

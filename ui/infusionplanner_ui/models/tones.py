"""The tone of what the rules say: the same finding looks alike on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infusionplanner.application.views.work_items import deadline
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.result import ConditionState, MonitoringStatus
from infusionplanner_ui.look.palette import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_LEVELS = {Level.STOP: Tone.STOP, Level.WARN: Tone.WARN}
_CONDITIONS = {ConditionState.MET: Tone.OK, ConditionState.NOT_MET: Tone.WARN, ConditionState.UNKNOWN: Tone.NEUTRAL}


def tone_of(finding: Finding, today: date | None = None) -> Tone:
    """Return the tone of a finding: a stop, a warning, a task that is late like a warning, a task, else nothing.

    Without ``today``, for what an act would lead to, no task is late.
    """
    if finding.level is not Level.TASK:
        return _LEVELS.get(finding.level, Tone.NEUTRAL)
    by = deadline(finding)
    late = today is not None and by is not None and by < today
    return Tone.WARN if late else Tone.INFO


def tone_among(findings: Iterable[Finding], keys: Iterable[str], today: date, *, otherwise: Tone) -> Tone:
    """Return the tone of the first of some keys that is among the findings, ``otherwise`` when none is."""
    known = {finding.key: finding for finding in reversed(tuple(findings))}
    return next((tone_of(known[key], today) for key in keys if key in known), otherwise)


def control_tone(findings: Iterable[Finding], kind: str, status: MonitoringStatus, today: date) -> Tone:
    """Return the tone of a control by what the rules say of it; one that nothing is said of is in no hurry."""
    keys = (f"{kind}.{status.value}", f"{kind}.window_open")
    return tone_among(findings, keys, today, otherwise=Tone.NEUTRAL)


def condition_tone(state: ConditionState) -> Tone:
    """Return the tone of a condition for home treatment."""
    return _CONDITIONS[state]

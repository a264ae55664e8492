"""One patient's course as lanes of the timeline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.domain.away.supply import last_safe_day
from infusionplanner.domain.dates import add_months
from infusionplanner.domain.patient import Dose, Prescription, Result, ResultKind
from infusionplanner.domain.result import Monitoring, MonitoringStatus
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.patient_counts import counts
from infusionplanner_ui.models.tones import control_tone, tone_among
from infusionplanner_ui.widgets.timeline.data import Bar, MarkKind, TimelineData, TimelineLane, TimelineMark
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from infusionplanner_ui.pages.patient.facts import PatientFacts

MONTHS_BEFORE, MONTHS_AFTER = 10, 4
STEP_MONTHS = 6
_MARKS = {Tone.WARN: MarkKind.DUE, Tone.STOP: MarkKind.OVERDUE}
"""The marks of what has a tone of urgency; all else that lies ahead is planned."""


def timeline(facts: PatientFacts, drawn: tuple[TimelineLane, ...], shift: int = 0) -> TimelineData:
    """Return fifteen months around today, moved by ``shift`` months, of the lanes of the whole course."""
    first = add_months(facts.today.replace(day=1), shift - MONTHS_BEFORE)
    last = add_months(first, MONTHS_BEFORE + MONTHS_AFTER + 1) - timedelta(days=1)
    today = QCoreApplication.translate("PatientTimeline", "today")
    return TimelineData(first, last, facts.today, today, tuple(_inside(lane, first, last) for lane in drawn))


def span_of(drawn: tuple[TimelineLane, ...], today: date) -> tuple[date, date]:
    """Return the first and the last day that has a mark, to know how far the timeline can be moved."""
    days = [mark.on for lane in drawn for mark in lane.marks]
    return min(days, default=today), max(days, default=today)


def _inside(lane: TimelineLane, first: date, last: date) -> TimelineLane:
    marks = tuple(mark for mark in lane.marks if first <= mark.on <= last)
    bars = tuple(Bar(max(bar.first, first), min(bar.last, last)) for bar in lane.bars if bar.last >= first)
    return TimelineLane(lane.label, marks, lane.tone, tuple(bar for bar in bars if bar.first < bar.last))


def lanes(facts: PatientFacts) -> tuple[TimelineLane, ...]:
    """Return doses, bloods, JCV, MRI and EDSS, and the prescription of a patient who has one."""
    made = [
        _lane(QCoreApplication.translate("PatientTimeline", "Doses"), [*_given(facts), *_coming(facts)], Tone.OK),
        _controls(facts, QCoreApplication.translate("PatientTimeline", "Bloods"), Tone.INFO, "bloods", "nab"),
        _controls(facts, QCoreApplication.translate("PatientTimeline", "JCV"), Tone.INFO, "jcv"),
        _controls(facts, QCoreApplication.translate("PatientTimeline", "MRI / EDSS"), Tone.VIOLET, "mri", "edss"),
    ]
    course = facts.patient.course
    if course.prescriptions or course.dispensings or facts.plan.supply is not None:
        made.append(_prescription(facts))
    return tuple(made)


def _lane(label: str, marks: list[TimelineMark], tone: Tone, bars: tuple[Bar, ...] = ()) -> TimelineLane:
    return TimelineLane(label, tuple(sorted(marks, key=lambda mark: mark.on)), tone, bars)


def _given(facts: PatientFacts) -> Iterator[TimelineMark]:
    for given in facts.doses:
        dose: Dose = given.dose
        status = facts.wording.code("dose_status", dose.status) if dose.status else ""
        where = facts.wording.code("setting", dose.setting) if dose.setting else ""
        number = QCoreApplication.translate("PatientTimeline", "Dose {n}").format(n=given.number or "–")
        if given.number is None:
            yield TimelineMark(dose.on, MarkKind.OVERDUE, text.join(number, status, where))
            continue
        kind = MarkKind.DOSE_OBSERVED if given.observed else MarkKind.DOSE_DONE
        full = QCoreApplication.translate("PatientTimeline", "observed in full") if given.observed else ""
        yield TimelineMark(dose.on, kind, text.join(number, status, where, full), given.number)


def _coming(facts: PatientFacts) -> Iterator[TimelineMark]:
    for dose in facts.plan.doses:
        number = QCoreApplication.translate("PatientTimeline", "Dose {n}").format(n=dose.number)
        yield TimelineMark(dose.day, MarkKind.DOSE_PLANNED, text.join(number, facts.words.window(dose)), dose.number)


def _controls(facts: PatientFacts, label: str, tone: Tone, *kinds: str) -> TimelineLane:
    marks = [_done(facts, row) for row in facts.patient.results if row.kind in kinds]
    marks += [_due(facts, row) for row in facts.plan.monitoring if row.kind in kinds]
    return _lane(label, marks, tone)


def _done(facts: PatientFacts, result: Result) -> TimelineMark:
    return TimelineMark(result.on, MarkKind.DONE, result_words(facts, result))


def _due(facts: PatientFacts, row: Monitoring) -> TimelineMark:
    state = facts.wording.code("monitoring", row.status)
    on = row.not_before if row.status is MonitoringStatus.BLOCKED and row.not_before else row.due
    tone = control_tone(facts.plan.findings, row.kind, row.status, facts.today)
    return TimelineMark(
        on, _MARKS.get(tone, MarkKind.PLANNED), text.join(facts.wording.label("result", row.kind), state)
    )


def result_words(facts: PatientFacts, result: Result) -> str:
    """Return a result in one line: ``JCV-antistoff · positiv, indeks 0,7``."""
    return text.join(facts.wording.label("result", result.kind), answer_words(facts, result))


def answer_words(facts: PatientFacts, result: Result) -> str:
    """Return the answer of a result alone."""
    parts = []
    if result.answer is not None:
        parts.append(facts.wording.code("answer", result.answer))
    if result.index is not None:
        parts.append(QCoreApplication.translate("PatientTimeline", "index {n}").format(n=text.index(result.index)))
    if result.value is not None:
        unit = f" {result.unit}" if result.unit else ""
        parts.append(f"{text.number(result.value)}{unit}")
    if result.kind is ResultKind.BLOODS:
        seen = QCoreApplication.translate("PatientTimeline", "seen")
        parts.append(seen if result.seen_on else QCoreApplication.translate("PatientTimeline", "not seen yet"))
    return ", ".join(parts)


def _prescription(facts: PatientFacts) -> TimelineLane:
    course, supply = facts.patient.course, facts.plan.supply
    marks = [TimelineMark(row.on, MarkKind.DONE, counts.dispensed(row.doses)) for row in course.dispensings]
    if supply is not None and supply.next_dispensing_by is not None:
        words = QCoreApplication.translate("PatientTimeline", "next dispensing")
        marks.append(TimelineMark(supply.next_dispensing_by, _mark(facts, "supply.missing", "supply.order"), words))
    if supply is not None and supply.renew_by is not None:
        words = QCoreApplication.translate("PatientTimeline", "renew the prescription")
        marks.append(TimelineMark(supply.renew_by, _mark(facts, "prescription.missing", "prescription.renew"), words))
    bars = tuple(Bar(row.issued_on, _ends(facts, row)) for row in course.prescriptions)
    return _lane(QCoreApplication.translate("PatientTimeline", "H-prescription"), marks, Tone.OK, bars)


def _mark(facts: PatientFacts, *keys: str) -> MarkKind:
    tone = tone_among(facts.plan.findings, keys, facts.today, otherwise=Tone.NEUTRAL)
    return _MARKS.get(tone, MarkKind.PLANNED)


def _ends(facts: PatientFacts, row: Prescription) -> date:
    """Return the last day of a prescription (R-RX-1), or the day it was withdrawn."""
    rules = facts.protocol.supply
    last = last_safe_day(row, rules) if rules is not None else row.issued_on
    return min(last, row.withdrawn_on) if row.withdrawn_on else last

"""What the patient file demands of its values beyond their kind: bounds of numbers and texts, order, and the calendar.

The bounds catch slips of the pen (3000 mg, an interval of 280 days); what is right for a patient is for the domain's
rules to say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from infusionplanner.domain.patient import (
    Bridging,
    Checklist,
    Course,
    Discard,
    Dispensing,
    Dose,
    EarlierDoses,
    Patient,
    PregnancyPlan,
    Prescription,
    Regimen,
    Result,
    ResultKind,
    StockCount,
)
from infusionplanner.export.faults import Fault, Path

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
"""The days that a file may name: those whose public holidays are known."""


@dataclass(frozen=True, slots=True)
class TextRule:
    """Length of a text in characters, and characters that it may not hold. Only ``lines`` may hold line breaks."""

    least: int = 0
    most: int = 500
    lines: bool = False
    forbidden: str = ""


@dataclass(frozen=True, slots=True)
class NumberRule:
    """Lowest and highest value of a number, both allowed."""

    low: float
    high: float


_DAYS_BETWEEN_DOSES = NumberRule(7, 365)
_SOME_DOSES = NumberRule(1, 1000)
_COUNT = NumberRule(0, 1000)

RULES: Mapping[tuple[type, str], TextRule | NumberRule] = {
    (Patient, "id"): TextRule(least=1, most=100, forbidden="/\\"),
    (Patient, "notes"): TextRule(most=20_000, lines=True),
    (Course, "protocol"): TextRule(least=1, most=100),
    (Bridging, "planned_doses"): NumberRule(1, 100),
    (EarlierDoses, "sc"): _COUNT,
    (EarlierDoses, "iv"): _COUNT,
    (Regimen, "interval_days"): _DAYS_BETWEEN_DOSES,
    (Dose, "mg"): NumberRule(1, 2000),
    (Dose, "batches"): TextRule(least=1, most=100),
    (Prescription, "doses"): _SOME_DOSES,
    (Dispensing, "doses"): _SOME_DOSES,
    (Discard, "doses"): _SOME_DOSES,
    (StockCount, "syringes"): _COUNT,
    (Checklist, "yes"): TextRule(least=1, most=100),
    (Result, "index"): NumberRule(0, 100),
    (Result, "value"): NumberRule(0, 1_000_000),
    (PregnancyPlan, "interval_days"): _DAYS_BETWEEN_DOSES,
}
"""Bounds by class and field of the domain. A text without an entry is bound by ``TextRule()``."""

EDSS_MOST = 10
"""Highest value of the expanded disability status scale (Kurtzke 1983)."""

RESULT_FIELDS: Mapping[str, frozenset[ResultKind]] = {
    "assay": frozenset({ResultKind.JCV}),
    "index": frozenset({ResultKind.JCV}),
    "answer": frozenset(
        {ResultKind.JCV, ResultKind.NAB, ResultKind.IGRA, ResultKind.HBV, ResultKind.HCV, ResultKind.HIV}
    ),
    "value": frozenset({ResultKind.EDSS, ResultKind.SERUM}),
    "unit": frozenset({ResultKind.SERUM}),
}
"""The kinds of result that a field belongs to. ``seen_on`` belongs to all."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_CONTROL_BUT_LINES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def check_text(text: str, rule: TextRule) -> None:
    """Refuse a text that breaks its rule. Raises ``Fault``."""
    if len(text) > rule.most:
        what = f"is a text of {len(text)} characters, longer than {rule.most}"
        raise Fault((), what, "shorten it")
    if len(text) < rule.least or (rule.least and not text.strip()):
        raise Fault((), "is an empty text", f"write 1 to {rule.most} characters")
    sign = (_CONTROL_BUT_LINES if rule.lines else _CONTROL).search(text)
    if sign is not None:
        what = f"holds the control character U+{ord(sign.group()):04X} at place {sign.start() + 1}"
        raise Fault((), what, "take it out")
    for letter in rule.forbidden:
        if letter in text:
            raise Fault((), f'holds "{letter}"', "write letters, digits, hyphens and dots")


def check_patient(patient: Patient, today: date | None) -> None:
    """Refuse facts that contradict each other or lie after ``today`` (None: not asked). Raises ``Fault``."""
    if today is not None:
        _check_past(patient, today)
    doses = patient.course.doses
    _check_doses(doses)
    if patient.birth_date is not None and doses and doses[0].on < patient.birth_date:
        what = f"is {patient.birth_date}, after the first dose ({doses[0].on})"
        raise Fault(("birth_date",), what, "correct one of the two dates")
    for index, result in enumerate(patient.results):
        _check_result(result, index)
    if patient.id in {".", ".."}:
        raise Fault(("id",), f'is "{patient.id}"', "write letters, digits, hyphens and dots")


def _check_doses(doses: Sequence[Dose]) -> None:
    last: date | None = None
    for index, dose in enumerate(doses):
        place = ("course", "doses", index)
        if last is not None and dose.on <= last:
            if dose.on == last:
                what, way_out = f"is {dose.on}, as is the dose before it", "keep one dose a day, or correct the date"
            else:
                what, way_out = f"is {dose.on}, before the dose above it ({last})", "list the doses in order of date"
            raise Fault((*place, "on"), what, way_out)
        last = dose.on
        if dose.time is not None and dose.ended is not None and dose.ended < dose.time:
            what = f"is {dose.ended:%H:%M}, before the dose began ({dose.time:%H:%M})"
            raise Fault((*place, "ended"), what, "correct one of the two times")


def _check_result(result: Result, index: int) -> None:
    for name, kinds in RESULT_FIELDS.items():
        if result.kind not in kinds and getattr(result, name) is not None:
            owners = ", ".join(kind.value for kind in ResultKind if kind in kinds)
            what = f"does not belong to a result of kind {result.kind.value}, but to {owners}"
            raise Fault(("results", index, name), what, "take it out, or correct the kind")
    if result.kind is ResultKind.EDSS and result.value is not None and result.value > EDSS_MOST:
        raise Fault(("results", index, "value"), f"is {result.value:g}, but EDSS ends at {EDSS_MOST}", "correct it")


def _check_past(patient: Patient, today: date) -> None:
    for path, day in _recorded_days(patient):
        if day is not None and day > today:
            what = f"is {day}, which is after {today}, the day taken as today"
            raise Fault(path, what, "correct the date, or leave out what has not happened yet")


class _Dated(Protocol):
    @property
    def on(self) -> date: ...


def _recorded_days(patient: Patient) -> Iterator[tuple[Path, date | None]]:
    """Yield the days of all that is recorded as having happened."""
    course = patient.course
    lists: tuple[tuple[str, Sequence[_Dated]], ...] = (
        ("doses", course.doses),
        ("reactions_lifted", course.reactions_lifted),
        ("dispensings", course.dispensings),
        ("discarded", course.discarded),
        ("stock_counts", course.stock_counts),
    )
    yield ("birth_date",), patient.birth_date
    for name, facts in lists:
        for index, fact in enumerate(facts):
            yield ("course", name, index, "on"), fact.on
    for index, checklist in enumerate(course.checklists):
        yield ("course", "checklists", index, "answered_on"), checklist.answered_on
    for index, result in enumerate(patient.results):
        yield ("results", index, "on"), result.on
        yield ("results", index, "seen_on"), result.seen_on
    for index, pregnancy in enumerate(patient.pregnancies):
        yield ("pregnancies", index, "recorded_on"), pregnancy.recorded_on
        yield ("pregnancies", index, "birth_on"), pregnancy.birth_on

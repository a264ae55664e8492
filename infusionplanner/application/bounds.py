"""What can be entered, stored and exchanged at all: bounds of numbers, texts and days, by class and field.

The bounds catch slips of the pen (3000 mg, an interval of 280 days); what is right for a patient is for the domain's
rules to say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from infusionplanner.domain.dates import add_days
from infusionplanner.domain.patient import (
    Bridging,
    Checklist,
    Course,
    Discard,
    Dispensing,
    Dose,
    EarlierDoses,
    Patient,
    Pregnancy,
    PregnancyPlan,
    Prescription,
    Regimen,
    Result,
    ResultKind,
    StockCount,
)

Path = tuple[str | int, ...]
"""Where a value stands in a patient: names of fields and numbers in lists."""

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
    (EarlierDoses, "total"): _COUNT,
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
    (Result, "relapses"): NumberRule(0, 100),
    (Result, "side_effects"): TextRule(least=1),
    (Result, "infections"): TextRule(least=1),
    (PregnancyPlan, "interval_days"): _DAYS_BETWEEN_DOSES,
}
"""Bounds by class and field of the domain. A text without an entry is bound by ``TextRule()``."""

EDSS_STEPS = frozenset({0.0, *(half / 2 for half in range(2, 21))})
"""The values of the expanded disability status scale (Kurtzke 1983): halves from 0 to 10, without 0.5."""


RESULT_FIELDS: Mapping[str, frozenset[ResultKind]] = {
    "assay": frozenset({ResultKind.JCV}),
    "index": frozenset({ResultKind.JCV}),
    "answer": frozenset(
        {ResultKind.JCV, ResultKind.NAB, ResultKind.IGRA, ResultKind.HBV, ResultKind.HCV, ResultKind.HIV}
    ),
    "value": frozenset({ResultKind.EDSS, ResultKind.SERUM}),
    "unit": frozenset({ResultKind.SERUM}),
    "relapses": frozenset({ResultKind.EDSS}),
    "side_effects": frozenset({ResultKind.EDSS}),
    "infections": frozenset({ResultKind.EDSS}),
}
"""The kinds of result that a field belongs to. ``seen_on`` belongs to all."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_CONTROL_BUT_LINES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def control_character(text: str, *, lines: bool = False) -> re.Match[str] | None:
    """Return the first character of a text that is no text, or None; with ``lines`` tabs and line breaks may stand."""
    return (_CONTROL_BUT_LINES if lines else _CONTROL).search(text)


_LONGEST_PREGNANCY = 44 * 7
"""Days. No pregnancy lasts longer from the last period on: two weeks beyond the 42 after which labour is induced."""


def earliest_end(pregnancy: Pregnancy) -> date:
    """Return the first day on which a recorded pregnancy can have ended, by birth or otherwise.

    With a gestational age she was pregnant on the day it was recorded; without one the record may come after the end.
    """
    known = pregnancy.gestational_age is not None
    return pregnancy.recorded_on if known else add_days(pregnancy.recorded_on, -_LONGEST_PREGNANCY)


class _Dated(Protocol):
    @property
    def on(self) -> date: ...


def recorded_days(patient: Patient) -> Iterator[tuple[Path, date | None]]:
    """Yield the days of all that is recorded as having happened."""
    yield ("birth_date",), patient.birth_date
    for path, course in courses(patient):
        for place, day in _days_of_course(course):
            yield (*path, *place), day
    for index, result in enumerate(patient.results):
        yield ("results", index, "on"), result.on
        yield ("results", index, "seen_on"), result.seen_on
    for index, pregnancy in enumerate(patient.pregnancies):
        yield ("pregnancies", index, "recorded_on"), pregnancy.recorded_on
        yield ("pregnancies", index, "birth_on"), pregnancy.birth_on
        yield ("pregnancies", index, "ended_on"), pregnancy.ended_on


def courses(patient: Patient) -> Iterator[tuple[Path, Course]]:
    """Yield a patient's courses with their places, oldest first."""
    for index, course in enumerate(patient.earlier_courses):
        yield ("earlier_courses", index), course
    yield ("course",), patient.course


def _days_of_course(course: Course) -> Iterator[tuple[Path, date | None]]:
    lists: tuple[tuple[str, Sequence[_Dated]], ...] = (
        ("doses", course.doses),
        ("reactions_lifted", course.reactions_lifted),
        ("dispensings", course.dispensings),
        ("discarded", course.discarded),
        ("stock_counts", course.stock_counts),
        ("events", course.events),
        ("decisions", course.decisions),
    )
    if (earlier := course.earlier_doses) is not None:
        yield ("earlier_doses", "first_on"), earlier.first_on
        yield ("earlier_doses", "last_on"), earlier.last_on
    yield ("gate", "reviewed"), course.gate.reviewed
    yield ("gate", "informed"), course.gate.informed
    for index, hold in enumerate(course.holds):
        yield ("holds", index, "lifted_on"), hold.lifted_on
    for name, facts in lists:
        for index, fact in enumerate(facts):
            yield (name, index, "on"), fact.on
    for index, checklist in enumerate(course.checklists):
        yield ("checklists", index, "answered_on"), checklist.answered_on


def misordered_days(patient: Patient) -> Iterator[tuple[Path, date, date]]:
    """Yield each day, at a path, that comes before the one that it cannot come before, and that one."""
    for path, day, first in _days_in_order(patient):
        if day is not None and first is not None and day < first:
            yield path, day, first


def _days_in_order(patient: Patient) -> Iterator[tuple[Path, date | None, date | None]]:
    for path, course in courses(patient):
        if (earlier := course.earlier_doses) is not None:
            yield (*path, "earlier_doses", "last_on"), earlier.last_on, earlier.first_on
    for index, result in enumerate(patient.results):
        yield ("results", index, "seen_on"), result.seen_on, result.on
    for index, pregnancy in enumerate(patient.pregnancies):
        yield ("pregnancies", index, "birth_on"), pregnancy.birth_on, earliest_end(pregnancy)
        yield ("pregnancies", index, "ended_on"), pregnancy.ended_on, earliest_end(pregnancy)

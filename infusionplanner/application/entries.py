"""What may be entered at all: lengths of texts, ranges of numbers and days. What is wise is for the rules to say."""

import math
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum

from infusionplanner.application.errors import (
    AmountError,
    ControlCharacterError,
    DateInFutureError,
    DoseBeforeBirthError,
    DoseInFutureError,
    DosesOutOfOrderError,
    DuplicateDoseError,
    EmptyFieldError,
    TextTooLongError,
)
from infusionplanner.domain.patient import Dose, DoseStatus, Patient

MOST_CHARACTERS, MOST_IN_NOTES = 500, 20_000
MOST_NUMBER = 1_000_000
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
"""The years of which the public holidays are known."""

_LINES = frozenset("\n\t")
_FIRST_PRINTABLE, _DELETE, _LAST_CONTROL = 0x20, 0x7F, 0x9F
_FIRST_SURROGATE, _LAST_SURROGATE = 0xD800, 0xDFFF


def entered(value: object, field: str = "") -> None:
    """Refuse what no value may hold: texts too long or with control characters, impossible numbers and days."""
    if isinstance(value, tuple):
        for number, part in enumerate(value):
            entered(part, f"{field}[{number}]")
    elif is_dataclass(value):
        for part in fields(value):
            entered(getattr(value, part.name), f"{field}.{part.name}".lstrip("."))
    elif isinstance(value, str) and not isinstance(value, Enum):
        text(value, field)
    else:
        _amount(value, field)


def _amount(value: object, field: str) -> None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not (math.isfinite(value) and 0 <= value <= MOST_NUMBER):
            raise AmountError(field, value, 0, MOST_NUMBER)
    elif isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        if not FIRST_DAY <= day <= LAST_DAY:
            raise AmountError(field, value, FIRST_DAY, LAST_DAY)


def text(value: str, field: str) -> None:
    """Refuse a text that is too long or that holds characters which are no text; notes may have lines."""
    notes = field.endswith(("notes", "note"))
    most = MOST_IN_NOTES if notes else MOST_CHARACTERS
    if len(value) > most:
        raise TextTooLongError(field, len(value), most)
    for mark in value:
        code = ord(mark)
        control = code < _FIRST_PRINTABLE or _DELETE <= code <= _LAST_CONTROL
        if (control and not (notes and mark in _LINES)) or _FIRST_SURROGATE <= code <= _LAST_SURROGATE:
            raise ControlCharacterError(field, code)


def filled(value: str | None, field: str) -> str:
    """Return a text without blanks around it. Raises ``EmptyFieldError`` when nothing is left."""
    kept = (value or "").strip()
    if not kept:
        raise EmptyFieldError(field)
    text(kept, field)
    return kept


def happened(field: str, on: date | None, today: date) -> None:
    """Refuse a day that has not come for something that is recorded as done."""
    if on is not None and on > today:
        raise DateInFutureError(field, on, today)


def dose_day(dose: Dose, patient: Patient, today: date, others: tuple[Dose, ...]) -> None:
    """Refuse a dose in the future, before the patient's birth, or on a day that has a dose among ``others``."""
    if dose.on > today:
        raise DoseInFutureError(dose.on, today)
    if patient.birth_date is not None and dose.on < patient.birth_date:
        raise DoseBeforeBirthError(dose.on, patient.birth_date)
    if dose.status is not DoseStatus.MISSED and any(_is_dose_of(other, dose.on) for other in others):
        raise DuplicateDoseError(dose.on)


def _is_dose_of(dose: Dose, on: date) -> bool:
    return dose.on == on and dose.status is not DoseStatus.MISSED


def new_patient(patient: Patient, today: date) -> None:
    """Refuse a patient whose facts cannot be: see ``entered`` and ``dose_day``; doses stand in date order."""
    filled(patient.id, "id")
    entered(patient)
    course = patient.course
    for number, dose in enumerate(course.doses):
        dose_day(dose, patient, today, course.doses[:number])
        if number and dose.on < course.doses[number - 1].on:
            raise DosesOutOfOrderError(dose.on, course.doses[number - 1].on)
    for result in patient.results:
        happened(f"results.{result.kind}", result.on, today)
    for training in course.training:
        happened("training", training.on, today)
    for dispensing in course.dispensings:
        happened("dispensings", dispensing.on, today)

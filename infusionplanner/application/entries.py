"""What may be entered at all, by the bounds of ``bounds``. What is wise is for the rules to say."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum

from infusionplanner.application.bounds import (
    EDSS_STEPS,
    FIRST_DAY,
    LAST_DAY,
    RESULT_FIELDS,
    RULES,
    NumberRule,
    TextRule,
    control_character,
    misordered_days,
    recorded_days,
)
from infusionplanner.application.errors import (
    AmountError,
    ControlCharacterError,
    DateInFutureError,
    DateOrderError,
    DoseBeforeBirthError,
    DoseInFutureError,
    DosesOutOfOrderError,
    DoseTimesError,
    DuplicateDoseError,
    EmptyFieldError,
    ForbiddenCharacterError,
    InvalidActError,
    ResultFieldError,
    TextTooLongError,
)
from infusionplanner.domain.patient import Dose, Patient, Result, ResultKind

Rule = TextRule | NumberRule


class EdssError(InvalidActError):
    """An EDSS that its scale does not have."""

    def __init__(self, field: str, value: float | None) -> None:
        self.field, self.value = field, value


_ANY_NUMBER = NumberRule(0, 1_000_000)
_ANY_TEXT, _NOTES = TextRule(), TextRule(most=20_000, lines=True)


def entered(value: object, field: str = "", rule: Rule | None = None) -> None:
    """Refuse what no value may hold: texts too long or with control characters, impossible numbers and days."""
    if isinstance(value, tuple):
        for number, part in enumerate(value):
            entered(part, f"{field}[{number}]", rule)
    elif is_dataclass(value):
        for part in fields(value):
            bound = RULES.get((type(value), part.name))
            entered(getattr(value, part.name), f"{field}.{part.name}".lstrip("."), bound)
    elif isinstance(value, str) and not isinstance(value, Enum):
        text(value, field, rule)
    else:
        _amount(value, field, rule)


def text(value: str, field: str, rule: Rule | None = None) -> None:
    """Refuse a text that is too long, empty where it may not be, or that holds characters which are no text."""
    if not isinstance(rule, TextRule):
        rule = _NOTES if field.endswith(("notes", "note")) else _ANY_TEXT
    if len(value) > rule.most:
        raise TextTooLongError(field, len(value), rule.most)
    if rule.least and not value.strip():
        raise EmptyFieldError(field)
    if (sign := control_character(value, lines=rule.lines)) is not None:
        raise ControlCharacterError(field, ord(sign[0]))
    for letter in rule.forbidden:
        if letter in value:
            raise ForbiddenCharacterError(field, letter)


def _amount(value: object, field: str, rule: Rule | None) -> None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        bound = rule if isinstance(rule, NumberRule) else _ANY_NUMBER
        if not bound.low <= value <= bound.high:
            raise AmountError(field, value, f"{bound.low:g}", f"{bound.high:g}")
    elif isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        if not FIRST_DAY <= day <= LAST_DAY:
            raise AmountError(field, value, FIRST_DAY, LAST_DAY)


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


def dose_can_be(dose: Dose, patient: Patient, today: date, others: tuple[Dose, ...]) -> None:
    """Refuse a dose in the future, before the patient's birth, or on a day that has a dose among ``others``."""
    if dose.on > today:
        raise DoseInFutureError(dose.on, today)
    if patient.birth_date is not None and dose.on < patient.birth_date:
        raise DoseBeforeBirthError(dose.on, patient.birth_date)
    if any(other.on == dose.on for other in others):
        raise DuplicateDoseError(dose.on)
    if dose.time is not None and dose.ended is not None and dose.ended < dose.time:
        raise DoseTimesError(dose.time, dose.ended)


def result_can_be(result: Result, field: str = "result") -> None:
    """Refuse a field that does not belong to the kind of result, and an EDSS that the scale does not have."""
    for name, kinds in RESULT_FIELDS.items():
        if result.kind not in kinds and getattr(result, name) is not None:
            raise ResultFieldError(result.kind, name)
    if result.kind is ResultKind.EDSS and result.value not in {None, *EDSS_STEPS}:
        raise EdssError(field=f"{field}.value", value=result.value)


def change_can_be(patient: Patient, changed: Iterable[str], today: date) -> None:
    """Refuse single values of a patient that cannot be, by their names; what is stored beside them is not judged."""
    for name in changed:
        holder = patient if hasattr(patient, name) else patient.course
        entered(getattr(holder, name), name, RULES.get((type(holder), name)))
        if name == "birth_date":
            happened(name, patient.birth_date, today)
            first = min((dose.on for dose in patient.course.doses), default=None)
            if first is not None and patient.birth_date is not None and first < patient.birth_date:
                raise DoseBeforeBirthError(first, patient.birth_date)


def patient_can_be(patient: Patient, today: date) -> None:
    """Refuse a patient whose facts cannot be; what is accepted here can also be read from a patient file."""
    entered(patient)
    if patient.id in {".", ".."}:
        raise ForbiddenCharacterError(field="id", letter=patient.id)
    doses = patient.course.doses
    for number, dose in enumerate(doses):
        if number and dose.on < doses[number - 1].on:
            raise DosesOutOfOrderError(dose.on, doses[number - 1].on)
        dose_can_be(dose, patient, today, doses[:number][-1:])
    for number, result in enumerate(patient.results):
        result_can_be(result, f"results[{number}]")
    for path, day in recorded_days(patient):
        happened(".".join(map(str, path)), day, today)
    for path, day, first in misordered_days(patient):
        raise DateOrderError(".".join(map(str, path)), day, first)

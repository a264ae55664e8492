"""Who somebody is: national ids as they are read and checked, and what is asked about a person before it is stored.

A national id is compared and handed on, never read for birth date or sex: from 2032 its figures tell neither.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar, cast

from infusionplanner.application.errors import InvalidActError
from infusionplanner.application.names import full_name
from infusionplanner.application.records import PatientId, PatientIdentity
from infusionplanner.application.search import folded
from infusionplanner.domain.finding import Fact, Finding, Level
from infusionplanner.domain.patient import Patient

T = TypeVar("T")

FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
MODULUS = 11
"""The two control figures of a Norwegian national id."""

SYNTHETIC_MONTHS = (40, 80)
"""What is added to the month of a test person's number; 80 by the tax administration, 40 by others."""

_D_NUMBER_DAYS = 40
_LATER_REMAINDERS = frozenset({1, 2, 3})
"""What the first control figure may leave over in numbers that are given out from 2032 on."""


class NationalIdError(InvalidActError):
    """A national id cannot be one: ``why`` is length, day or control."""

    def __init__(self, number: str, why: str) -> None:
        self.number, self.why = number, why


class NumberKind(StrEnum):
    """What kind of number stands for a person."""

    NATIONAL = "national"
    D_NUMBER = "d_number"
    HELP = "help_number"


@dataclass(frozen=True, slots=True)
class NationalId:
    """A number that can be one: its figures, its kind, whether it is a test person's, and what it says of the birth.

    ``born`` is day, month and the last two figures of the year, None for a help number, which says nothing.
    """

    figures: str
    kind: NumberKind
    synthetic: bool = False
    born: tuple[int, int, int] | None = None
    later_series: bool = False


def standard_number(typed: str) -> str:
    """Return a national id as it is stored: without blanks, hyphens, dots and invisible signs, in figures 0 to 9."""
    kept = (sign for sign in unicodedata.normalize("NFKC", typed) if not _is_between(sign))
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in kept)


def _is_between(sign: str) -> bool:
    return sign in ".\N{MINUS SIGN}" or unicodedata.category(sign) in {"Zs", "Zl", "Zp", "Cc", "Cf", "Pd"}


def national_id(number: str) -> NationalId:
    """Return what a standard number is. Raises ``NationalIdError`` when it can be none."""
    if not re.fullmatch(r"[0-9]{11}", number):
        raise NationalIdError(number, "length")
    digits = [int(figure) for figure in number]
    first = _remainder(digits, (*FIRST_WEIGHTS, 1))
    if _remainder(digits, (*SECOND_WEIGHTS, 1)) or (first and first not in _LATER_REMAINDERS):
        raise NationalIdError(number, "control")
    later = first != 0
    if digits[0] in {8, 9}:
        return NationalId(number, NumberKind.HELP, later_series=later)
    day, month, year = (int(number[place : place + 2]) for place in (0, 2, 4))
    added = next((more for more in reversed(SYNTHETIC_MONTHS) if month > more), 0)
    kind = NumberKind.D_NUMBER if day > _D_NUMBER_DAYS else NumberKind.NATIONAL
    born = day - _D_NUMBER_DAYS * (kind is NumberKind.D_NUMBER), month - added, year
    if not _is_day(*born):
        raise NationalIdError(number, "day")
    return NationalId(number, kind, bool(added), born, later)


def control_figure(digits: Sequence[int], weights: Sequence[int]) -> int:
    """Return the control figure that follows some digits; 10 says that the number cannot be used."""
    return -_remainder(digits, weights) % MODULUS


def _remainder(digits: Sequence[int], weights: Sequence[int]) -> int:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=False)) % MODULUS


def _is_day(day: int, month: int, year: int) -> bool:
    """Tell whether a day exists in a year of two figures; of the full centuries 2000 alone was a leap year."""
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True


def number_marks(number: str | None) -> tuple[str, ...]:
    """Return the codes of what a stored number is, when it is no ordinary national id: a D-number, a test person's."""
    try:
        known = national_id(number or "")
    except NationalIdError:
        return ()
    kind = () if known.kind is NumberKind.NATIONAL else (known.kind.value,)
    return (*kind, "synthetic") if known.synthetic else kind


def identity_of(patient: Patient) -> PatientIdentity:
    """Return who a patient is."""
    return PatientIdentity(PatientId(patient.id), patient.name, patient.birth_date, patient.national_id)


Person = tuple[str, date]


def namesakes(people: Iterable[PatientIdentity]) -> dict[Person, PatientId]:
    """Return patients by name and birth date, which two entries of one person share."""
    return {key: person.patient for person in people if (key := _person(person)) is not None}


def _person(person: PatientIdentity) -> Person | None:
    name = folded(full_name(person.name)) if person.name is not None else ""
    return (name, person.birth_date) if name and person.birth_date is not None else None


def questions(person: PatientIdentity, others: Mapping[Person, PatientId]) -> tuple[Finding, ...]:
    """Return what is to be answered about a person before it is stored: what can be so, and often is a slip.

    Args:
        person: The person as entered. A national id that cannot be one asks nothing: it is refused.
        others: The other patients of the unit, as ``namesakes`` has them.
    """
    found = list(_of_number(person))
    key = _person(person)
    if key is not None and key in others:
        found.append(_asked("same_person", born=person.birth_date, patient=others[key]))
    return tuple(found)


def _of_number(person: PatientIdentity) -> Iterator[Finding]:
    if person.national_id is None:
        return
    try:
        known = national_id(person.national_id)
    except NationalIdError:
        return
    if known.later_series:
        yield _asked("control_figures")
    if known.kind is NumberKind.HELP:
        yield _asked("help_number")
    born = person.birth_date
    if known.born is not None and born is not None and known.born != (born.day, born.month, born.year % 100):
        yield _asked("birth_date", born=born)


def _asked(key: str, **facts: Fact) -> Finding:
    return Finding("", Level.WARN, f"identity.{key}", facts=facts)


def composed(value: T) -> T:
    """Return a value with every text in it in composed letters (NFC), however they were typed or stored elsewhere."""
    return cast("T", _composed(value))


def _composed(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_composed, value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = ((part.name, getattr(value, part.name)) for part in fields(value))
        changed = {name: new for name, old in parts if (new := _composed(old)) != old}
        return replace(value, **changed) if changed else value
    return unicodedata.normalize("NFC", value) if type(value) is str else value

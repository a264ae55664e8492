"""The domain's frozen values to plain JSON values, in the order of the dataclasses' fields."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from datetime import time as clock_time
from enum import StrEnum
from types import NoneType
from typing import Any

from infusionplanner.domain.finding import Finding
from infusionplanner.domain.patient import (
    Bridging,
    Course,
    EarlierDoses,
    GestationalAge,
    NextTreatment,
    Patient,
    Pregnancy,
)
from infusionplanner.domain.result import Condition, Plan

NOT_WRITTEN = frozenset({(Finding, "scope"), (Condition, "on"), (Plan, "unreported")})
"""Fields that are for the planner's own use and have no place in a file."""

WRITTEN_WHEN_HELD: Mapping[type, Mapping[str, object]] = {
    Bridging: {"from": None, "next_text": None},
    Course: {"checklists": (), "given_by": None, "events": (), "decisions": ()},
    EarlierDoses: {"total": None},
    NextTreatment: {"text": None},
    Patient: {"earlier_courses": ()},
    Pregnancy: {"ended_on": None},
}
"""Fields that a file leaves out when they hold this, as files did before there were such fields."""

Encode = Callable[[Any], object]

_PLAIN = frozenset({NoneType, bool, int, float, str})


def file_key(name: str) -> str:
    """Return the key that a field has in a file: ``from`` for ``from_``, which Python keeps for itself."""
    return name.removesuffix("_")


def object_of(value: object) -> dict[str, object]:
    """Return the fields of a dataclass value as a JSON object: dates ISO, times ``HH:MM``, members by value.

    Raises:
        TypeError: the value, or one within it, is of a kind that no file of this program holds.
    """
    kind = type(value)
    items = [(key, getattr(value, name)) for name, key in _KEYS[kind]]
    if kind in WRITTEN_WHEN_HELD:
        left_out = WRITTEN_WHEN_HELD[kind]
        items = [(key, item) for key, item in items if key not in left_out or item != left_out[key]]
    return {key: item if type(item) in _PLAIN else _ENCODERS[type(item)](item) for key, item in items}


class _Keys(dict[type, tuple[tuple[str, str], ...]]):
    """The fields of dataclasses with their keys in the file, found out once for each class."""

    def __missing__(self, cls: type) -> tuple[tuple[str, str], ...]:
        names = [field.name for field in fields(cls) if (cls, field.name) not in NOT_WRITTEN]
        self[cls] = tuple((name, file_key(name)) for name in names)
        return self[cls]


class _Encoders(dict[type, Encode]):
    """What makes JSON values of the values of a class, found out once for each class."""

    def __missing__(self, cls: type) -> Encode:
        if issubclass(cls, StrEnum):
            self[cls] = {member: member.value for member in cls}.__getitem__
        else:
            self[cls] = next((encode for kind, encode in _ENCODE if issubclass(cls, kind)), object_of)
        return self[cls]


_KEYS = _Keys()
_ENCODERS = _Encoders()


def _encoded(value: object) -> object:
    return value if type(value) in _PLAIN else _ENCODERS[type(value)](value)


def _time(value: clock_time) -> str:
    return value.isoformat("minutes")


def _list(values: tuple[object, ...]) -> list[object]:
    return [_encoded(value) for value in values]


def _object(values: Mapping[str, object]) -> dict[str, object]:
    return {key: _encoded(value) for key, value in values.items()}


_ENCODE: tuple[tuple[type, Encode], ...] = (
    (date, date.isoformat),
    (clock_time, _time),
    (tuple, _list),
    (GestationalAge, str),
    (Mapping, _object),
)

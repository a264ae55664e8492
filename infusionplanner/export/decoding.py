"""Plain JSON values to the domain's frozen values, by the dataclasses' own fields and the table of rules.

A reader is made once for each class. Unknown keys, missing keys and values of another kind are refused; nothing is
coerced, but for the whole numbers that some programs write as ``300.0``.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from datetime import time as clock_time
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from infusionplanner.application.bounds import FIRST_DAY, LAST_DAY, RULES, NumberRule, TextRule
from infusionplanner.domain.patient import GestationalAge
from infusionplanner.export.encoding import file_key
from infusionplanner.export.faults import Fault, found
from infusionplanner.export.patient_rules import check_text

Decode = Callable[[object], Any]

_AGE = re.compile(r"([0-9]|[1-3][0-9]|4[0-3])\+([0-6])")
_DAYS: dict[str, date] = {}
_MINUTES = {f"{hour:02}:{minute:02}": clock_time(hour, minute) for hour in range(24) for minute in range(60)}


class _Field(NamedTuple):
    """How one field is read. ``ready`` holds texts whose value is already known, which saves most of the work."""

    name: str
    nullable: bool
    ready: Mapping[str, object]
    decode: Decode


@cache
def reader_of(cls: type) -> Decode:
    """Return the function that makes values of the dataclass ``cls`` of JSON objects. It raises ``Fault``."""
    hints = get_type_hints(cls)
    known = {file_key(field.name): _field(cls, field.name, hints[field.name]) for field in fields(cls)}
    required = tuple(f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING)

    def read(data: object) -> Any:  # noqa: ANN401 - a value of cls, which no annotation can name
        if not isinstance(data, dict):
            raise Fault((), "no_object", found=found(data))
        values: dict[str, object] = {}
        key = ""
        try:
            for key, value in data.items():
                field = known.get(key)
                if field is None:
                    raise _unknown_key(key, known)
                name, nullable, ready, decode = field
                if isinstance(value, str) and value in ready:
                    values[name] = ready[value]
                else:
                    values[name] = None if value is None and nullable else decode(value)
        except Fault as fault:
            fault.within(key)
            raise
        for name in required:
            if name not in values:
                raise Fault((file_key(name),), "missing")
        return cls(**values)

    return read


def _field(cls: type, name: str, hint: Any) -> _Field:  # noqa: ANN401 - type hints have no type of their own
    rule = RULES.get((cls, name))
    nullable = get_origin(hint) is UnionType
    if nullable:
        (hint,) = (arm for arm in get_args(hint) if arm is not NoneType)
    ready: Mapping[str, object] = _READ.get(hint, {})
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        ready = {member.value: member for member in hint}
    return _Field(name, nullable, ready, _decoder(hint, rule, "null" if nullable else ""))


def _decoder(hint: Any, rule: TextRule | NumberRule | None, null: str) -> Decode:  # noqa: ANN401 - as above
    if get_origin(hint) is tuple:
        return _list_of(_decoder(get_args(hint)[0], rule, ""))
    if issubclass(hint, StrEnum):
        return _one_of(hint, null)
    if isinstance(rule, NumberRule):
        return _number(rule, whole=hint is int)
    if hint is str:
        return _text(rule or TextRule())
    simple = _SIMPLE.get(hint)
    return reader_of(hint) if simple is None else simple


def _unknown_key(key: str, known: Mapping[str, _Field]) -> Fault:
    near = get_close_matches(key[:40], known, n=1)
    if near:
        return Fault((), "misspelt_field", near=near[0])
    return Fault((), "unknown_field", known=", ".join(known))


def _list_of(decode: Decode) -> Decode:
    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Fault((), "no_list", found=found(value), nothing="[]")
        items: list[Any] = []
        try:
            for item in value:
                items.append(decode(item))  # noqa: PERF401 - the length tells which item was wrong
        except Fault as fault:
            fault.within(len(items))
            raise
        return tuple(items)

    return read


def _one_of(kind: type[StrEnum], null: str) -> Decode:
    def refuse(value: object) -> StrEnum:  # a member is ready before it is decoded
        raise Fault((), "unknown_word", found=found(value), known=", ".join(kind), null=null)

    return refuse


def _number(rule: NumberRule, *, whole: bool) -> Decode:
    wanted = "whole_number" if whole else "number"
    bounds = {"low": f"{rule.low:.16g}", "high": f"{rule.high:.16g}"}

    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Fault((), f"no_{wanted}", found=found(value), **bounds)
        if not rule.low <= value <= rule.high:  # NaN is outside, too
            raise Fault((), f"{wanted}_outside", found=found(value), **bounds)
        if not whole:
            return float(value)
        if value != int(value):
            raise Fault((), "fraction", found=found(value), **bounds)
        return int(value)

    return read


def _text(rule: TextRule) -> Decode:
    def read(value: object) -> str:
        if not isinstance(value, str):
            raise Fault((), "no_text", found=found(value))
        check_text(value, rule)
        return value

    return read


def _read_date(value: object) -> date:
    if not isinstance(value, str):
        raise Fault((), "no_date_text", found=found(value))
    # fromisoformat also reads 20261123 and 2026-W48-1
    if len(value) != 10 or value[4] != "-" or value[7] != "-":
        raise Fault((), "no_date", found=found(value))
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise Fault((), "no_day", found=found(value)) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Fault((), "year_outside", on=day, first=FIRST_DAY.year, last=LAST_DAY.year)
    _DAYS[value] = day
    return day


def _refuse_time(value: object) -> clock_time:  # every minute of the day is ready before it is decoded
    raise Fault((), "no_time", found=found(value))


def _read_age(value: object) -> GestationalAge:
    match = _AGE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise Fault((), "no_gestational_age", found=found(value))
    return GestationalAge(int(match[1]), int(match[2]))


def _read_bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise Fault((), "no_bool", found=found(value))
    return value


_SIMPLE: Mapping[type, Decode] = {
    date: _read_date,
    clock_time: _refuse_time,
    GestationalAge: _read_age,
    bool: _read_bool,
}
_READ: Mapping[object, Mapping[str, object]] = {date: _DAYS, clock_time: _MINUTES}

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
from infusionplanner.export.faults import Fault, found, wrong_kind
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
            raise wrong_kind(data, "an object", "write it as fields in braces")
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
                raise Fault((file_key(name),), "is missing", "add it")
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
    return _Field(name, nullable, ready, _decoder(hint, rule, " or null" if nullable else ""))


def _decoder(hint: Any, rule: TextRule | NumberRule | None, or_null: str) -> Decode:  # noqa: ANN401 - as above
    if get_origin(hint) is tuple:
        return _list_of(_decoder(get_args(hint)[0], rule, ""))
    if issubclass(hint, StrEnum):
        return _one_of(hint, or_null)
    if isinstance(rule, NumberRule):
        return _number(rule, whole=hint is int)
    if hint is str:
        return _text(rule or TextRule())
    simple = _SIMPLE.get(hint)
    return reader_of(hint) if simple is None else simple


def _unknown_key(key: str, known: Mapping[str, _Field]) -> Fault:
    near = get_close_matches(key[:40], known, n=1)
    meant = (
        f'write "{near[0]}" if that was meant, or take it out' if near else f"take it out; known are {', '.join(known)}"
    )
    return Fault((), "is not a field of this format", meant)


def _list_of(decode: Decode) -> Decode:
    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise wrong_kind(value, "a list", "write it in brackets, [] when there is nothing")
        items: list[Any] = []
        try:
            for item in value:
                items.append(decode(item))  # noqa: PERF401 - the length tells which item was wrong
        except Fault as fault:
            fault.within(len(items))
            raise
        return tuple(items)

    return read


def _one_of(kind: type[StrEnum], or_null: str) -> Decode:
    way_out = f"write one of {', '.join(kind)}{or_null}"

    def refuse(value: object) -> StrEnum:  # a member is ready before it is decoded
        raise Fault((), f"is {found(value)}, which is not known here", way_out)

    return refuse


def _number(rule: NumberRule, *, whole: bool) -> Decode:
    wanted = "a whole number" if whole else "a number"
    way_out = f"write {wanted} from {rule.low:.16g} to {rule.high:.16g}"

    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise wrong_kind(value, wanted, f"{way_out} without quotation marks")
        if not rule.low <= value <= rule.high:  # NaN is outside, too
            raise Fault((), f"is {found(value)}, outside what is possible", way_out)
        if not whole:
            return float(value)
        if value != int(value):
            raise wrong_kind(value, wanted, way_out)
        return int(value)

    return read


def _text(rule: TextRule) -> Decode:
    def read(value: object) -> str:
        if not isinstance(value, str):
            raise wrong_kind(value, "a text", "write it in quotation marks")
        check_text(value, rule)
        return value

    return read


def _read_date(value: object) -> date:
    way_out = "write year-month-day, such as 2026-11-23"
    if not isinstance(value, str):
        raise wrong_kind(value, "a date", f"{way_out}, in quotation marks")
    # fromisoformat also reads 20261123 and 2026-W48-1
    if len(value) != 10 or value[4] != "-" or value[7] != "-":
        raise wrong_kind(value, "a date", way_out)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise Fault((), f"is {found(value)}, a day that does not exist", way_out) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Fault((), f"is {day}, outside the years {FIRST_DAY.year} to {LAST_DAY.year}", "correct the year")
    _DAYS[value] = day
    return day


def _refuse_time(value: object) -> clock_time:  # every minute of the day is ready before it is decoded
    raise wrong_kind(value, "a time of day", "write hours and minutes, such as 09:15")


def _read_age(value: object) -> GestationalAge:
    match = _AGE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise wrong_kind(value, "a gestational age", "write weeks 0 to 43 and days 0 to 6, such as 5+0")
    return GestationalAge(int(match[1]), int(match[2]))


def _read_bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise wrong_kind(value, "yes or no", "write true or false without quotation marks")
    return value


_SIMPLE: Mapping[type, Decode] = {
    date: _read_date,
    clock_time: _refuse_time,
    GestationalAge: _read_age,
    bool: _read_bool,
}
_READ: Mapping[object, Mapping[str, object]] = {date: _DAYS, clock_time: _MINUTES}

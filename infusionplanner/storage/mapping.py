"""Frozen values to table rows and back: columns are named as fields, so that a table reads like its dataclass.

Dates and times become ISO text, enums their value, tuples JSON, a gestational age ``5+0``. A nested value becomes a
column of its own name that tells whether it is there, and ``name_field`` columns. Rows are read a column at a time,
which makes 80,000 doses a matter of a tenth of a second.
"""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from dataclasses import field as made_later
from datetime import date, datetime, time
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from infusionplanner.domain.patient import GestationalAge

T = TypeVar("T")
Row = dict[str, object]
Convert = Callable[[Any], Any]


def _same(value: object) -> object:
    return value


def _clock_time(value: time) -> str:
    return value.isoformat().removesuffix(":00")


def _gestational_age(text: str) -> GestationalAge:
    weeks, days = text.split("+")
    return GestationalAge(int(weeks), int(days))


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(text: str) -> tuple[object, ...]:
    return tuple(json.loads(text))


_MOST_REMEMBERED = 20_000
"""Different values of one column; times of writing are nearly all different, and need not stay."""

_SIMPLE: Mapping[type, tuple[Convert, Convert]] = {
    bool: (int, bool),
    int: (_same, _same),
    float: (float, _same),
    str: (_same, _same),
    datetime: (datetime.isoformat, datetime.fromisoformat),
    date: (date.isoformat, date.fromisoformat),
    time: (_clock_time, time.fromisoformat),
    GestationalAge: (str, _gestational_age),
}


class _Remembered(dict[Any, Any]):
    """Decoded values by what is stored: a column repeats the same few days and codes over and over."""

    def __init__(self, decode: Convert) -> None:
        super().__init__({None: None})
        self._decode = decode

    def __missing__(self, stored: object) -> object:
        value = self[stored] = self._decode(stored)
        return value


def _base(hint: Any) -> Any:  # noqa: ANN401 - type hints have no common type
    """Return the type that stands behind ``X | None`` and a NewType."""
    if get_origin(hint) in {Union, UnionType}:
        hint = next(kind for kind in get_args(hint) if kind is not NoneType)
    return getattr(hint, "__supertype__", hint)


@dataclass(frozen=True, slots=True)
class _Field:
    """One field in one column."""

    name: str
    encode: Convert
    decode: Convert
    memory: "_Remembered" = made_later(init=False, compare=False)

    def __post_init__(self) -> None:
        self._begin_anew()

    def _begin_anew(self) -> None:
        object.__setattr__(self, "memory", _Remembered(self.decode))

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.name,)

    def write(self, value: object, row: Row) -> None:
        row[self.name] = None if value is None else self.encode(value)

    def read(self, columns: Iterator[Sequence[object]]) -> Iterable[object]:
        stored = next(columns)
        if self.decode is _same:
            return stored
        if len(self.memory) > _MOST_REMEMBERED:
            self._begin_anew()
        return map(self.memory.__getitem__, stored)


@dataclass(frozen=True, slots=True)
class _Nested:
    """One field that holds a value of its own: a column that tells whether it is there, then its fields."""

    name: str
    shape: "RowShape[Any]"

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.name, *self.shape.columns)

    def write(self, value: object, row: Row) -> None:
        row[self.name] = int(value is not None)
        row.update(dict.fromkeys(self.shape.columns) if value is None else self.shape.row(value))

    def read(self, columns: Iterator[Sequence[object]]) -> Iterable[object]:
        there = next(columns)
        inside = [field.read(columns) for field in self.shape.fields]
        make = self.shape.kind
        return [make(*values) if present else None for present, *values in zip(there, *inside, strict=True)]


def _field(name: str, hint: Any) -> _Field | _Nested:  # noqa: ANN401 - type hints have no common type
    kind = _base(hint)
    if get_origin(kind) is tuple:
        of = get_args(kind)[0]
        rows = isinstance(of, type) and is_dataclass(of)
        return _Field(name, *(_rows_of(of) if rows else (_to_json, _list)))
    if kind in _SIMPLE:
        return _Field(name, *_SIMPLE[kind])
    if isinstance(kind, type) and is_dataclass(kind):
        return _Nested(name, RowShape(kind, prefix=f"{name}_"))
    return _Field(name, lambda value: value.value, kind)


def _rows_of(kind: type[Any]) -> tuple[Convert, Convert]:
    """Return how a list of values that nobody asks for one by one becomes a JSON text of rows, and back."""
    shape = RowShape(kind)

    def decode(text: str) -> tuple[object, ...]:
        rows = json.loads(text)
        return tuple(shape.values([[row[column] for row in rows] for column in shape.columns])) if rows else ()

    return lambda values: _to_json([shape.row(value) for value in values]), decode


class RowShape(Generic[T]):
    """How values of one dataclass become rows and back; ``without`` names the fields that live in other tables."""

    def __init__(self, kind: type[T], *, prefix: str = "", without: Iterable[str] = ()) -> None:
        self.kind: type[T] = kind
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind) if field.name not in frozenset(without)]  # type: ignore[arg-type] # a dataclass
        self.names = tuple(names)
        self.fields = tuple(_field(prefix + name, hints[name]) for name in names)
        self.columns = tuple(column for field in self.fields for column in field.columns)

    def row(self, value: T) -> Row:
        """Return a value's columns."""
        row: Row = {}
        for name, field in zip(self.names, self.fields, strict=True):
            field.write(getattr(value, name), row)
        return row

    def paths(self, row: Row, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
        """Yield the values of a row by the names of their fields, those inside a nested value too."""
        for name, field in zip(self.names, self.fields, strict=True):
            path = (*above, name)
            if isinstance(field, _Nested):
                yield from field.shape.paths(row, path)
            else:
                stored = row.get(field.name)
                yield path, None if stored is None else field.decode(stored)

    def arguments(self, stored: Sequence[Sequence[object]]) -> Iterator[tuple[object, ...]]:
        """Return the fields of each row's value. ``stored`` is read by column, in the order of ``columns``."""
        columns = iter(stored)
        return zip(*[field.read(columns) for field in self.fields], strict=True)

    def values(self, stored: Sequence[Sequence[object]]) -> list[T]:
        """Return each row's value. ``stored`` is read by column, in the order of ``columns``.

        Fields are set a column at a time through their slots, since ``__init__`` of a frozen dataclass sets them one by
        one in Python: a quarter of the time that reading two thousand patients takes.
        """
        columns = iter(stored)
        made = list(map(self.kind.__new__, repeat(self.kind, len(stored[0]))))
        for name, field in zip(self.names, self.fields, strict=True):
            deque(map(getattr(self.kind, name).__set__, made, field.read(columns)), maxlen=0)
        return made

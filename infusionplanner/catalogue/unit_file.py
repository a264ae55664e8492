"""The unit file (TOML): opening days, hours, places and a unit's own parameters, read and written.

Nothing in it has to be there; what is absent has the default of :class:`Unit`. Parameter keys and values are checked
when they are laid over a protocol (:func:`infusionplanner.catalogue.protocol_file.override`).
"""

import json
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime, time
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

from infusionplanner.catalogue.errors import Flaw, UnitFileError
from infusionplanner.catalogue.toml_file import Table, read
from infusionplanner.domain.unit import Place, PlaceKind, Unit

_KEYS = (
    "name", "phone", "open_weekdays", "hours", "closed_yearly", "closed", "open", "parameters", "places",
)  # fmt: skip
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
_LEAP_YEAR = 2000
_Parsed = TypeVar("_Parsed")


def load_unit(path: Path) -> Unit:
    """Read one unit file. Raises ``UnitFileError``, which names file, line, field and the way out."""
    root = read(path, UnitFileError)
    root.only((), _KEYS)
    given: dict[str, Any] = {key: _line(root, key) for key in ("name", "phone") if key in root.values}
    if "open_weekdays" in root.values:
        given["open_weekdays"] = _weekdays(root)
    if "hours" in root.values:
        given["opens"], given["closes"] = _hours(root.table("hours"))
    if "closed_yearly" in root.values:
        days = enumerate(root.array("closed_yearly"))
        given["closed_yearly"] = frozenset(_month_and_day(root, index, value) for index, value in days)
    for key in ("closed", "open"):
        given[key] = frozenset(_date(root, key, index, value) for index, value in enumerate(root.array(key)))
    return Unit(**given, parameters=_parameters(root.table("parameters")), places=_places(root))


def write_unit(unit: Unit) -> str:
    """Return the text of the unit file that reads as the same unit."""
    lines = [
        f"name = {_written(unit.name)}",
        f"phone = {_written(unit.phone)}",
        f"open_weekdays = {_written(sorted(unit.open_weekdays))}",
        f'hours = {{ from = "{unit.opens:%H:%M}", to = "{unit.closes:%H:%M}" }}',
        f"closed_yearly = {_written(f'{month:02}-{day:02}' for month, day in sorted(unit.closed_yearly))}",
        f"closed = {_written(day.isoformat() for day in sorted(unit.closed))}",
        f"open = {_written(day.isoformat() for day in sorted(unit.open))}",
        "",
        "[parameters]",
        *(f"{_written(key)} = {_written(value)}" for key, value in sorted(unit.parameters.items())),
    ]
    for place in unit.places:
        lines += ["", "[[places]]", f"name = {_written(place.name)}", f"kind = {_written(place.kind.value)}"]
    return "\n".join([*lines, ""])


def _written(value: object) -> str:
    """Return a text, a number or a list as TOML writes it; JSON writes them alike, but for one control character."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Iterable):
        return f"[{', '.join(_written(entry) for entry in value)}]"
    return repr(value)


def _line(root: Table, key: str) -> str:
    value = root.values[key]
    if not isinstance(value, str):
        root.refuse(Flaw("no_text", name=key), key)
    return value


def _weekdays(root: Table) -> frozenset[int]:
    days = root.array("open_weekdays")
    for index, day in enumerate(days):
        if not isinstance(day, int) or isinstance(day, bool) or day not in range(1, 8):
            root.refuse(Flaw("no_weekday", value=repr(day)), "open_weekdays", index)
    if not days:
        root.refuse(Flaw("no_weekdays"), "open_weekdays")
    return frozenset(day for day in days if isinstance(day, int))


def _hours(table: Table) -> tuple[time, time]:
    table.only(("from", "to"))
    opens, closes = _time(table, "from"), _time(table, "to")
    if closes <= opens:
        table.refuse(Flaw("closes_first"), "to")
    return opens, closes


def _time(table: Table, key: str) -> time:
    if (found := _parsed(table.values[key], _TIME, time.fromisoformat)) is None:
        table.refuse(Flaw("no_time", value=repr(table.values[key]), name=key), key)
    return found


def _date(root: Table, key: str, index: int, value: object) -> date:
    """Return a single day, written as text or as TOML's own date."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if (found := _parsed(value, _DATE, date.fromisoformat)) is None:
        root.refuse(Flaw("no_date", value=repr(value), example=f'{key} = ["2026-07-13"]'), key, index)
    return found


def _month_and_day(root: Table, index: int, value: object) -> tuple[int, int]:
    """Return a day of every year; 29 February is one."""
    if (found := _parsed(value, _DAY, lambda text: date.fromisoformat(f"{_LEAP_YEAR}-{text}"))) is None:
        flaw = Flaw("no_yearly_day", value=repr(value), example='closed_yearly = ["12-24"]')
        root.refuse(flaw, "closed_yearly", index)
    return found.month, found.day


def _parsed(value: object, pattern: re.Pattern[str], parse: Callable[[str], _Parsed]) -> _Parsed | None:
    """Return what a text of the given pattern says, or None when it is neither."""
    with suppress(ValueError):
        if isinstance(value, str) and pattern.fullmatch(value):
            return parse(value)
    return None


def _parameters(table: Table) -> dict[str, object]:
    return {key: _value(table, key, value) for key, value in table.values.items()}


def _value(table: Table, key: str, value: object) -> object:
    """Return a number, a text or a list of whole numbers."""
    if isinstance(value, dict):
        inner = next(iter(value), "…")
        table.refuse(Flaw("key_in_quotes", name=f"{key}.{inner}"), key)
    if isinstance(value, list) and all(isinstance(entry, int) and not isinstance(entry, bool) for entry in value):
        return tuple(value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    if not is_number and not isinstance(value, str):
        table.refuse(Flaw("no_value"), key)
    return value


def _places(root: Table) -> tuple[Place, ...]:
    places: dict[str, Place] = {}
    for row in root.rows("places"):
        row.only(("name",), ("kind",))
        name = row.text("name")
        if name in places:
            row.refuse(Flaw("place_twice", value=repr(name)), "name")
        kind = PlaceKind(row.choice("kind", tuple(PlaceKind))) if "kind" in row.values else PlaceKind.CHAIR
        places[name] = Place(name, kind)
    return tuple(places.values())

"""TOML read strictly: typed values by name, unknown keys refused, and the line of whatever is wrong."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NoReturn

from infusionplanner.application.errors import PlannerError
from infusionplanner.catalogue.errors import CatalogueFileError, Flaw

Where = tuple[str | int, ...]
"""A place in a file: table names and, in lists, the index of the entry."""


@dataclass(frozen=True, slots=True)
class TomlFile:
    """One file that was read: its name, its text, and the error that its faults are raised as."""

    name: str
    text: str
    error: type[CatalogueFileError]

    def refuse(self, where: Where, flaw: PlannerError) -> NoReturn:
        """Raise the file's error for a place in it."""
        raise self.error(self.name, spell(where), flaw, line_of(self.text, where))


class Table:
    """One table of a file. Every reader raises the file's error when a value is missing or of the wrong kind."""

    def __init__(self, file: TomlFile, where: Where, values: Mapping[str, object]) -> None:
        self.file = file
        self.where = where
        self.values = values

    def refuse(self, what: str | Flaw, *inside: str | int) -> NoReturn:
        """Raise the file's error for this table, or for a place ``inside`` it. A text is said as it stands."""
        self.file.refuse((*self.where, *inside), PlannerError(what) if isinstance(what, str) else what)

    def only(self, required: Collection[str], optional: Collection[str] = ()) -> None:
        """Refuse a table that lacks a required key or has one that is not known."""
        known = (*required, *optional)
        for key in self.values:
            if key not in known:
                self.refuse(Flaw("unknown_key", **meant(key, known)), key)
        for key in required:
            if key not in self.values:
                self.refuse(Flaw("missing", name=key))

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            self.refuse(Flaw("no_text", name=key), key)
        return value

    def whole(self, key: str) -> int:
        """Return a whole number of at least 1."""
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            self.refuse(Flaw("no_whole"), key)
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """Return a number of at least 0."""
        value = self.values.get(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < float("inf"):
            self.refuse(Flaw("no_number"), key)
        return value

    def choice(self, key: str, known: Collection[str]) -> str:
        """Return a text that is one of the known codes."""
        value = self.text(key)
        if value not in known:
            self.refuse(Flaw("unknown_word", value=repr(value), **meant(value, known)), key)
        return value

    def array(self, key: str) -> list[object]:
        """Return a list; empty when the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            self.refuse(Flaw("no_list", example=f"{key} = […]"), key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts without repetition; empty when the key is absent."""
        found: list[str] = []
        for index, value in enumerate(self.array(key)):
            if not isinstance(value, str) or value in found:
                self.refuse(Flaw("no_text_once"), key, index)
            found.append(value)
        return tuple(found)

    def choices(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """Return a list of at least one known code."""
        found = self.texts(key)
        if not found:
            self.refuse(Flaw("none_of", known=", ".join(known)), key)
        for index, value in enumerate(found):
            if value not in known:
                self.refuse(Flaw("unknown_word", value=repr(value), **meant(value, known)), key, index)
        return found

    def table(self, key: str) -> "Table":
        """Return a table inside this one; empty when the key is absent."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            self.refuse(Flaw("no_table", example=f"[{key}]"), key)
        return Table(self.file, (*self.where, key), value)

    def tables(self) -> Iterator[tuple[str, "Table"]]:
        """Yield every key with the table it names."""
        for key in self.values:
            yield key, self.table(key)

    def rows(self, key: str) -> tuple["Table", ...]:
        """Return a list of tables; empty when the key is absent."""
        rows: list[Table] = []
        for index, value in enumerate(self.array(key)):
            if not isinstance(value, dict):
                self.refuse(Flaw("no_table", example="{ key = … }"), key, index)
            rows.append(Table(self.file, (*self.where, key, index), value))
        return tuple(rows)


def read(source: Traversable | Path, error: type[CatalogueFileError]) -> Table:
    """Return the whole file as a table. Raises ``error`` when it cannot be read or is not TOML in UTF-8.

    The mark that some editors put before UTF-8 text is no part of it.
    """
    name = str(source)
    try:
        text = source.read_bytes().decode("utf-8-sig")
        return Table(TomlFile(name, text, error), (), tomllib.loads(text))
    except OSError as reason:
        raise error(name, "", Flaw("unread", reason=reason.strerror or reason)) from reason
    except UnicodeDecodeError as reason:
        raise error(name, "", Flaw("not_utf8")) from reason
    except (ValueError, RecursionError) as reason:
        raise error(name, "", Flaw("not_toml", reason=reason)) from reason


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the way out for an unknown word in English."""
    found = meant(word, known)
    return f"Did you mean {found['near']}?" if "near" in found else f"Known are {found['known']}."


def meant(word: str, known: Iterable[str]) -> dict[str, str]:
    """Return the way out for an unknown word: the known one ``near`` it, or the ``known`` ones."""
    from difflib import get_close_matches  # noqa: PLC0415 - needed only when something is wrong

    known = sorted(known)
    near = get_close_matches(word, known, n=1)
    return {"near": near[0]} if near else {"known": ", ".join(known)}


def spell(where: Where) -> str:
    """Return a place as TOML spells it: ``parameters."visit_minutes.sc".unit``, ``questions[3].level``."""
    text = ""
    for part in where:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if part.replace("_", "").replace("-", "").isalnum() else f'."{part}"'
    return text.removeprefix(".")


def line_of(text: str, where: Where) -> int | None:
    """Return the line of a place, or of the nearest place around it that has one, or None."""
    best: int | None = None
    depth = 0
    for number, place in _places(text):
        if depth < len(place) <= len(where) and place == where[: len(place)]:
            best, depth = number, len(place)
    return best


def _places(text: str) -> Iterator[tuple[int, Where]]:
    """Yield the line and the place of each table header, key and list entry in braces that begins a line."""
    table: Where = ()
    entry: Where = ()
    counts: dict[Where, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("["):
            table = _keys(line)
            if line.startswith("[["):
                table = _counted(table, counts)
            yield number, table
        elif line.lstrip().startswith("{"):
            yield number, _counted(entry, counts)
        elif "=" in line:
            entry = (*table, *_keys(f"{line.partition('=')[0]}= 0"))
            yield number, entry


def _counted(path: Where, counts: dict[Where, int]) -> Where:
    """Return the place of the next entry of a list."""
    counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path])


def _keys(source: str) -> Where:
    """Return the keys of one header or one assignment, as TOML reads them; none when it is neither."""
    try:
        node: object = tomllib.loads(source)
    except tomllib.TOMLDecodeError:
        return ()
    path: list[str] = []
    while isinstance(node, dict) and node:
        key = next(iter(node))
        path.append(key)
        node = node[key]
    return tuple(path)

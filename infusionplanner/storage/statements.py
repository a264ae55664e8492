"""The four statements, for tables and columns of our own schema; values are always bound, never written in."""

from collections.abc import Iterable
from functools import cache


def _quoted(names: Iterable[str], form: str = '"{}"') -> str:
    return ", ".join(form.format(name) for name in names)


@cache
def insert(table: str, names: tuple[str, ...]) -> str:
    """Return the statement that inserts a row with these columns."""
    marks = ", ".join("?" * len(names))
    return f'INSERT INTO "{table}" ({_quoted(names)}) VALUES ({marks})'  # noqa: S608 - names of our own schema


def update(table: str, names: Iterable[str], key: str) -> str:
    """Return the statement that changes these columns of the row with a key."""
    columns = _quoted(names, '"{}" = ?')
    return f'UPDATE "{table}" SET {columns} WHERE "{key}" = ?'  # noqa: S608 - names of our own schema


def delete(table: str, key: str) -> str:
    """Return the statement that deletes the row with a key."""
    return f'DELETE FROM "{table}" WHERE "{key}" = ?'  # noqa: S608 - names of our own schema


def select(table: str, names: Iterable[str], rest: str = "") -> str:
    """Return the statement that reads these columns; ``rest`` is what follows the table: WHERE, ORDER BY."""
    return f'SELECT {_quoted(names)} FROM "{table}" {rest}'  # noqa: S608 - names of our own schema

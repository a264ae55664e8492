"""Where the daily copies of a database lie, and how they are named."""

import re
from datetime import date
from glob import escape
from pathlib import Path

FOLDER = "backup"
"""The folder beside the database."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def copy_of(path: Path, day: date) -> Path:
    """Return where the copy of a day lies."""
    return path.parent / FOLDER / f"{path.stem}.{day.isoformat()}{path.suffix}"


def backups(path: Path) -> tuple[tuple[date, Path], ...]:
    """Return the daily copies of a database with their days, oldest first."""
    found = []
    for file in (path.parent / FOLDER).glob(f"{escape(path.stem)}.*{escape(path.suffix)}"):
        word = file.name[len(path.stem) + 1 : len(file.name) - len(path.suffix)]
        if _DAY.fullmatch(word) and (day := _day(word)) is not None:
            found.append((day, file))
    return tuple(sorted(found))


def newest(path: Path) -> Path | None:
    """Return the newest daily copy of a database, None when there is none or the folder cannot be read."""
    try:
        return next((file for _, file in reversed(backups(path))), None)
    except OSError:
        return None


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None

"""One checked copy of the database a day, in a folder beside it; the oldest go when there are enough."""

import re
from datetime import date
from pathlib import Path

from infusionplanner.application.store_errors import StoreUnreachableError
from infusionplanner.storage.database import Connect, copy, plain
from infusionplanner.storage.failures import translated

FOLDER = "backup"
"""The folder beside the database."""

KEPT = 14
"""So many daily copies are kept (OWN): two weeks."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def backups(path: Path) -> tuple[tuple[date, Path], ...]:
    """Return the daily copies of a database with their days, oldest first."""
    found = []
    for file in (path.parent / FOLDER).glob(f"{path.stem}.*{path.suffix}"):
        word = file.name[len(path.stem) + 1 : len(file.name) - len(path.suffix)]
        if _DAY.fullmatch(word) and (day := _day(word)) is not None:
            found.append((day, file))
    return tuple(sorted(found))


def back_up(path: Path, today: date, *, connect: Connect = plain) -> date:
    """Make today's copy unless there is one, and return its day.

    Raises:
        StorageError: The copy cannot be made; the sentence tells why. The copies that are there are left alone.
    """
    folder = path.parent / FOLDER
    target = folder / f"{path.stem}.{today.isoformat()}{path.suffix}"
    if target.exists():
        return today
    try:
        folder.mkdir(exist_ok=True)
        with translated(path):
            copy(path, target, connect)
        for _, old in backups(path)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError as error:
        raise StoreUnreachableError(folder) from error
    return today


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None

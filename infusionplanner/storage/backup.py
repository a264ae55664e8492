"""One checked copy of the database a day, in a folder beside it; the oldest go when there are enough."""

from datetime import date
from pathlib import Path

from infusionplanner.storage.copies import backups, copy_of
from infusionplanner.storage.database import Connect, copy, plain
from infusionplanner.storage.failures import translated, unreachable

KEPT = 14
"""So many daily copies are kept (OWN): two weeks."""


def back_up(path: Path, today: date, *, connect: Connect = plain) -> date:
    """Make today's copy unless there is one, and return its day.

    Raises:
        StorageError: The copy cannot be made; the sentence tells why. The copies that are there are left alone.
    """
    target = copy_of(path, today)
    if target.exists():
        return today
    try:
        target.parent.mkdir(exist_ok=True)
        with translated(path):
            copy(path, target, connect)
        for _, old in backups(path)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError as error:
        raise unreachable(target.parent) from error
    return today

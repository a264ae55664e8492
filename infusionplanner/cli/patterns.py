"""Patterns of file names, for shells that leave them to the program: those of Windows do."""

from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path

from infusionplanner.cli.errors import NothingFoundError


def expanded(names: Iterable[str], *, by_us: bool) -> Iterator[str]:
    """Yield the names, and with ``by_us`` in the place of each pattern (``*``, ``?``) the files that fit it, sorted.

    A name that a file has is no pattern, and square brackets stand for themselves. Raises ``NothingFoundError``.
    """
    for name in names:
        if not by_us or not ("*" in name or "?" in name) or Path(name).exists():
            yield name
            continue
        found = sorted(glob(name.replace("[", "[[]")))  # noqa: PTH207 - names are handed on as they were written
        if not found:
            raise NothingFoundError(name)
        yield from found

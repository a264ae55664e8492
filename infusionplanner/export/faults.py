"""What can be wrong with a patient file, said in one sentence that names the place and the way out."""

import json

from infusionplanner.application.errors import PlannerError

_LONG_NUMBER = 10**18


class PatientFileError(PlannerError):
    """A patient file that cannot be read.

    ``source`` names the file, ``path`` the field (``course.doses[3].on``; empty for the file as a whole), ``what`` is
    the rest of the sentence after it, and ``way_out`` what to do.
    """

    def __init__(self, source: str, path: str, what: str, way_out: str) -> None:
        self.source = source
        self.path = path
        self.what = what
        self.way_out = way_out
        super().__init__(" ".join(part for part in (f"{_printable(source)}:", path, f"{what}; {way_out}.") if part))


Path = tuple[str | int, ...]
"""A place in a document: the keys of objects and the indexes of lists, from the outside in."""


class Fault(Exception):  # noqa: N818 - never leaves this package: it becomes a PatientFileError with the file's name
    """Something wrong at a place, which is put together on the way up from the field to the document."""

    def __init__(self, path: Path, what: str, way_out: str) -> None:
        super().__init__(what)
        self.what = what
        self.way_out = way_out
        self._path = path

    def within(self, part: str | int) -> None:
        """Tell that the place lies within the field ``part`` of an object, or within that item of a list."""
        self._path = (part, *self._path)

    @property
    def path(self) -> str:
        """Return the place as ``course.doses[3].on``; keys that a stranger wrote are cut and made printable."""
        parts = (f"[{part}]" if isinstance(part, int) else f".{shown(part)}" for part in self._path)
        return "".join(parts).removeprefix(".")


def wrong_kind(value: object, wanted: str, way_out: str) -> Fault:
    """Return the fault of a value that is not of the kind wanted."""
    return Fault((), f"is {found(value)}, not {wanted}", way_out)


def shown(text: str, most: int = 40) -> str:
    """Return the beginning of a text as it may stand in a sentence: cut, and nothing in it that cannot be printed."""
    return _printable(text[:most]) + ("…" if len(text) > most else "")


def found(value: object) -> str:
    """Name a JSON value in a sentence, long ones only in part and containers not at all."""
    if isinstance(value, str):
        return f'"{shown(value)}"'
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    if isinstance(value, int | float) and abs(value) >= _LONG_NUMBER:
        return "a number too long to show"
    return json.dumps(value)


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in text)

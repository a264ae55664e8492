"""What can be wrong with a patient file: the kind of fault, its place, and the facts that its sentence is made of."""

import json
from collections.abc import Mapping

from infusionplanner.application.errors import PlannerError

_LONG_NUMBER = 10**18

Path = tuple[str | int, ...]
"""A place in a document: the keys of objects and the indexes of lists, from the outside in."""


class Fault(PlannerError):  # noqa: N818 - never leaves this package alone: PatientFileError has it with the file's name
    """Something wrong at a place, which is put together on the way up from the field to the document.

    ``kind`` tells the sentence, ``patient_file_KIND``; the facts are as they stand in the file.
    """

    def __init__(self, path: Path, kind: str, /, **facts: object) -> None:
        self.kind = kind
        self._path = path
        self._facts = {name: str(fact) for name, fact in facts.items()}

    @property
    def key(self) -> str:
        """The key of the sentence."""
        return f"patient_file_{self.kind}"

    @property
    def facts(self) -> Mapping[str, object]:
        """What the sentence is made of."""
        return self._facts

    def within(self, part: str | int) -> None:
        """Tell that the place lies within the field ``part`` of an object, or within that item of a list."""
        self._path = (part, *self._path)

    @property
    def path(self) -> str:
        """Return the place as ``course.doses[3].on``; keys that a stranger wrote are cut and made printable."""
        parts = (f"[{part}]" if isinstance(part, int) else f".{shown(part)}" for part in self._path)
        return "".join(parts).removeprefix(".")


class PatientFileError(PlannerError):
    """A patient file that cannot be read.

    ``source`` names the file, ``line`` the line where each has a patient, and ``path`` the field
    (``course.doses[3].on``; empty for the file as a whole).
    """

    def __init__(self, source: str, fault: Fault, line: int | None = None) -> None:
        self.source = _printable(source)
        self.line = "" if line is None else str(line)
        self.path = fault.path
        self.fault = fault


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

"""JSON text to plain values, strictly: what JSON readers usually let pass in silence is refused with its place."""

import json
from collections import Counter
from collections.abc import Iterator

from infusionplanner.export.faults import Fault, Path, PatientFileError, shown

MAX_DOCUMENT = 20_000_000
"""Most characters of one document; a patient with 40 doses needs about 10,000."""

MAX_TEXT = 500_000_000
"""Most characters of one text of many documents, one a line."""


def documents(text: str | bytes, source: str) -> Iterator[tuple[int | None, object]]:
    """Yield the documents of a text, each with the line that it stands on, or None where it is the whole text.

    The text is one JSON document, or JSON lines: one document a line.

    Raises:
        PatientFileError: the text is no UTF-8, no JSON, empty, too large, or names a key twice.
    """
    if len(text) > MAX_TEXT:
        raise PatientFileError(source, Fault((), "large", most=MAX_TEXT // 1_000_000))
    text = _decoded(text, source).removeprefix("\ufeff")
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise PatientFileError(source, Fault((), "empty"))
    if len(lines) > 1 and all(line.startswith("{") for _, line in lines):
        for number, line in lines:
            yield number, _document(line, source, number)
    else:
        yield None, _document(text, source)


def _decoded(text: str | bytes, source: str) -> str:
    if isinstance(text, str):
        return text
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PatientFileError(source, Fault((), "not_utf8", byte=error.start + 1)) from None


def _document(text: str, source: str, line: int | None = None) -> object:
    if len(text) > MAX_DOCUMENT:
        raise PatientFileError(source, Fault((), "large_patient", most=MAX_DOCUMENT // 1_000_000), line)
    doubled: list[_Doubled] = []

    def collected(pairs: list[tuple[str, object]]) -> dict[str, object]:
        value = dict(pairs)
        if len(value) < len(pairs):
            value = _Doubled(pairs)
            doubled.append(value)
        return value

    try:
        data: object = json.loads(text, object_pairs_hook=collected)
    except json.JSONDecodeError as error:
        raise PatientFileError(source, _syntax(error, one_line=line is not None), line) from None
    except RecursionError:
        raise PatientFileError(source, Fault((), "deep"), line) from None
    except ValueError:  # what Python says to whole numbers of more than 4,300 digits
        raise PatientFileError(source, Fault((), "huge_number"), line) from None
    if doubled:
        raise PatientFileError(source, _place_of_double(data), line)
    return data


class _Doubled(dict[str, object]):
    """A JSON object that names a key twice."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.key = Counter(name for name, _ in pairs).most_common(1)[0][0]


def _syntax(error: json.JSONDecodeError, *, one_line: bool) -> Fault:
    """Say where the JSON breaks and what to do about it."""
    place = {"row": "" if one_line else error.lineno, "column": error.colno}
    if error.msg.startswith("Extra data"):
        return Fault((), "goes_on", **place)
    if error.msg.startswith("Unterminated string") or not error.doc[error.pos :].strip():
        return Fault((), "cut_off", **place)
    reason = error.msg[0].lower() + error.msg[1:].removesuffix(" at")
    return Fault((), "not_json", **place, reason=reason)


def _place_of_double(data: object) -> Fault:
    """Find the key that is named twice."""
    waiting: list[tuple[Path, object]] = [((), data)]
    while True:
        path, value = waiting.pop()
        if isinstance(value, _Doubled):
            return Fault((*path, value.key), "twice", name=shown(value.key))
        if isinstance(value, dict):
            waiting.extend(((*path, key), item) for key, item in value.items())
        elif isinstance(value, list):
            waiting.extend(((*path, index), item) for index, item in enumerate(value))

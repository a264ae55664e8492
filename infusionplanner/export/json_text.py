"""JSON text to plain values, strictly: what JSON readers usually let pass in silence is refused with its place."""

import json
from collections import Counter
from collections.abc import Iterator

from infusionplanner.export.faults import Fault, Path, PatientFileError, shown

MAX_DOCUMENT = 20_000_000
"""Most characters of one document; a patient with 40 doses needs about 10,000."""

MAX_TEXT = 500_000_000
"""Most characters of one text of many documents, one a line."""

_TOO_LARGE = "check that it is a patient file, which is a thousand times smaller"


def documents(text: str | bytes, source: str) -> Iterator[tuple[str, object]]:
    """Yield the documents of a text, each with the name it has in error sentences.

    The text is one JSON document, or JSON lines: one document a line, which are named ``list.jsonl, line 3``.

    Raises:
        PatientFileError: the text is no UTF-8, no JSON, empty, too large, or names a key twice.
    """
    if len(text) > MAX_TEXT:
        raise PatientFileError(source, "", f"holds more than {MAX_TEXT // 1_000_000} MB", _TOO_LARGE)
    text = _decoded(text, source).removeprefix("\ufeff")
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise PatientFileError(source, "", "is empty", "write a patient file with export, or choose another file")
    if len(lines) > 1 and all(line.startswith("{") for _, line in lines):
        for number, line in lines:
            yield f"{source}, line {number}", _document(line, f"{source}, line {number}", one_line=True)
    else:
        yield source, _document(text, source)


def _decoded(text: str | bytes, source: str) -> str:
    if isinstance(text, str):
        return text
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"is not UTF-8 text (byte {error.start + 1})"
        raise PatientFileError(source, "", what, "save it again with the encoding UTF-8") from None


def _document(text: str, source: str, *, one_line: bool = False) -> object:
    if len(text) > MAX_DOCUMENT:
        what = f"holds more than {MAX_DOCUMENT // 1_000_000} MB for one patient"
        raise PatientFileError(source, "", what, _TOO_LARGE)
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
        what, way_out = _syntax(error, one_line=one_line)
        raise PatientFileError(source, "", what, way_out) from None
    except RecursionError:
        raise PatientFileError(source, "", "is nested far too deeply", "check that it is a patient file") from None
    except ValueError:  # what Python says to whole numbers of more than 4,300 digits
        what, way_out = "holds a number of thousands of digits", "check that it is a patient file"
        raise PatientFileError(source, "", what, way_out) from None
    if doubled:
        fault = _place_of_double(data)
        raise PatientFileError(source, fault.path, fault.what, fault.way_out)
    return data


class _Doubled(dict[str, object]):
    """A JSON object that names a key twice."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.key = Counter(name for name, _ in pairs).most_common(1)[0][0]


def _syntax(error: json.JSONDecodeError, *, one_line: bool) -> tuple[str, str]:
    """Say where the JSON breaks and what to do about it."""
    place = f"column {error.colno}" if one_line else f"line {error.lineno}, column {error.colno}"
    if error.msg.startswith("Extra data"):
        what = f"goes on at {place} after the end of the patient"
        return what, "write one patient a file, or each patient on one line of its own"
    if error.msg.startswith("Unterminated string") or not error.doc[error.pos :].strip():
        return f"ends in the middle, at {place}", "it was cut off: fetch the whole file again from where it came"
    reason = error.msg[0].lower() + error.msg[1:].removesuffix(" at")
    return f"is not JSON at {place} ({reason})", "put it right there, or write the file again with export"


def _place_of_double(data: object) -> Fault:
    """Find the key that is named twice."""
    waiting: list[tuple[Path, object]] = [((), data)]
    while True:
        path, value = waiting.pop()
        if isinstance(value, _Doubled):
            way_out = f'keep one "{shown(value.key)}" and take the other out'
            return Fault((*path, value.key), "is written twice", way_out)
        if isinstance(value, dict):
            waiting.extend(((*path, key), item) for key, item in value.items())
        elif isinstance(value, list):
            waiting.extend(((*path, index), item) for index, item in enumerate(value))

"""The patient file, ``infusionplanner.patient/1``: one patient as JSON, in and out, exact in both directions.

The format is public and stable; its JSON Schema is ``schemas/patient-1.schema.json`` in the resources. Beside it the
reader knows what no schema can say: the order of doses, one dose a day, and that what is recorded has happened.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

from infusionplanner.domain.patient import Patient, Result
from infusionplanner.export.decoding import reader_of
from infusionplanner.export.encoding import object_of
from infusionplanner.export.faults import Fault, PatientFileError, found
from infusionplanner.export.json_text import MAX_TEXT, documents
from infusionplanner.export.patient_rules import check_patient

__all__ = [
    "FORMAT",
    "PatientFileError",
    "dump_patient",
    "open_patients",
    "read_patient",
    "read_patients",
    "write_patient",
]

FORMAT = "infusionplanner.patient/1"
"""The version that this program reads and writes."""


def read_patient(data: object, *, source: str, today: date | None = None) -> Patient:
    """Return the patient of one JSON document.

    Args:
        data: the document as ``json`` reads it.
        source: what error sentences call the document, usually the name of its file.
        today: the day taken as today, after which nothing can have happened; None does not ask.

    Raises:
        PatientFileError: anything in it is unknown, of the wrong kind, impossible or contradictory.
    """
    return _patient(data, source, today)


def _patient(data: object, source: str, today: date | None, line: int | None = None) -> Patient:
    try:
        patient: Patient = reader_of(Patient)(_content(data))
        check_patient(patient, today)
    except Fault as fault:
        raise PatientFileError(source, fault, line) from None
    return patient


def read_patients(text: str | bytes, *, source: str, today: date | None = None) -> tuple[Patient, ...]:
    """Return the patients of a text: one JSON document, or JSON lines with one patient each.

    Args:
        text: the text, or its bytes in UTF-8; a byte order mark is allowed.
        source: what error sentences call the text.
        today: the day taken as today, after which nothing can have happened; None does not ask.

    Raises:
        PatientFileError: the text is no JSON, or a patient in it cannot be read; no patient is returned then.
    """
    return tuple(_patient(data, source, today, line) for line, data in documents(text, source))


def open_patients(path: Path, *, today: date | None = None) -> tuple[Patient, ...]:
    """Return the patients of a file, as ``read_patients`` does.

    Raises:
        PatientFileError: the file cannot be opened, or is refused.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_TEXT + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise PatientFileError(str(path), Fault((), "unopened", reason=reason)) from None
    return read_patients(content, source=path.name, today=today)


def write_patient(patient: Patient) -> dict[str, object]:
    """Return a patient as a JSON document; ``read_patient`` makes the same patient of it.

    Times are written to the minute. Of a result only what is known is written, since its kind decides its fields.
    """
    fields: dict[str, Any] = object_of(patient)
    fields["results"] = [_result(result) for result in patient.results]
    last = ("earlier_courses", "course", "results", "exposures", "pregnancies")
    first = {key: value for key, value in fields.items() if key not in last}
    return {"format": FORMAT} | first | {key: fields[key] for key in last if key in fields}


def dump_patient(patient: Patient) -> str:
    """Return a patient as the text of a patient file, indented, every letter as it is read."""
    return json.dumps(write_patient(patient), ensure_ascii=False, indent=2) + "\n"


def _result(result: Result) -> dict[str, object]:
    return {key: value for key, value in object_of(result).items() if value is not None}


def _content(data: object) -> dict[str, object]:
    """Return the fields of a document of this format, without the format."""
    if not isinstance(data, dict):
        raise Fault((), "no_patient", found=found(data))
    version = data.get("format")
    if version is None:
        raise Fault(("format",), "no_format", format=FORMAT)
    if version != FORMAT:
        is_other = isinstance(version, str) and version.startswith("infusionplanner.patient/")
        raise Fault(("format",), "other_version" if is_other else "other_format", found=found(version), format=FORMAT)
    if "course" not in data:
        raise Fault(("course",), "no_course", empty='"course": {}')
    return {key: value for key, value in data.items() if key != "format"}

"""The small values of FHIR R4 that resources are made of, as plain JSON values; what is unknown is left out."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import TypeAlias
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from infusionplanner.domain.patient import Answer, Route

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json]"
Resource: TypeAlias = dict[str, "Json"]

OSLO = ZoneInfo("Europe/Oslo")

_NAMESPACE = UUID("5f0a6a0e-3b52-4f0e-9d3c-0c2f7a6d1b41")
"""Of all ids that this program gives; the same facts give the same ids."""

_SNOMED = "http://snomed.info/sct"
_UCUM = "http://unitsofmeasure.org"

_ROUTES: Mapping[Route, tuple[str, str]] = {
    Route.SC: ("34206005", "Subcutaneous route"),
    Route.IV: ("47625008", "Intravenous route"),
}
_ANSWERS: Mapping[Answer, tuple[str, str]] = {
    Answer.NEGATIVE: ("260385009", "Negative"),
    Answer.POSITIVE: ("10828004", "Positive"),
    Answer.INDETERMINATE: ("82334004", "Indeterminate"),
}


def identity(patient: str, kind: str, number: int = 0) -> str:
    """Return the id of one resource of a patient: a UUID that tells nothing and is the same each time."""
    return str(uuid5(_NAMESPACE, f"{patient}/{kind}/{number}"))


def address(identity_: str) -> str:
    """Return the full address of a resource in a bundle, which references use."""
    return f"urn:uuid:{identity_}"


def reference(identity_: str) -> Resource:
    """Return a reference to a resource of the same bundle."""
    return {"reference": address(identity_)}


def concept(text: str, coding: Resource | None = None) -> Resource:
    """Return a concept with its text, coded where there is a code."""
    return {"text": text} if coding is None else {"coding": [coding], "text": text}


def coding(system: str, code: str, display: str = "") -> Resource:
    """Return one code."""
    return known({"system": system, "code": code, "display": display or None})


def route(given: Route) -> Resource:
    """Return the way of giving, in SNOMED CT."""
    code, display = _ROUTES[given]
    return concept(display, coding(_SNOMED, code, display))


def answer(given: Answer) -> Resource:
    """Return the answer of a test, in SNOMED CT."""
    code, display = _ANSWERS[given]
    return concept(display, coding(_SNOMED, code, display))


def milligrams(number: int) -> Resource:
    """Return a quantity in milligrams."""
    return {"value": number, "unit": "mg", "system": _UCUM, "code": "mg"}


def ratio(number: float) -> Resource:
    """Return a quantity without a unit."""
    return {"value": number, "system": _UCUM, "code": "1"}


def moment(day: date, at: time | None) -> str:
    """Return a local time with its distance from UTC, or the day alone."""
    return day.isoformat() if at is None else _aware(day, at).isoformat()


def span(day: date, start: time, end: time) -> Resource:
    """Return the time from ``start`` to ``end``, which is on the next day when it is before the start."""
    last = day if end >= start else day + timedelta(days=1)
    return {"start": moment(day, start), "end": moment(last, end)}


def lasting(day: date, start: time, minutes: int) -> Resource:
    """Return the ``minutes`` from a local time on, as start and end."""
    begun = _aware(day, start)
    return {"start": begun.isoformat(), "end": (begun + timedelta(minutes=minutes)).isoformat()}


def period(first: date | None, last: date | None = None) -> Resource | None:
    """Return the days from first to last, either of which may be open; None when both are."""
    if first is None and last is None:
        return None
    return known(
        {
            "start": None if first is None else first.isoformat(),
            "end": None if last is None else last.isoformat(),
        }
    )


def known(fields: Mapping[str, "Json | None"]) -> Resource:
    """Return the fields that have a value: FHIR knows no empty ones."""
    return {key: value for key, value in fields.items() if value is not None and value not in ("", [], {})}


def _aware(day: date, at: time) -> datetime:
    return datetime.combine(day, at, OSLO)

"""Patients in one line, for tests that say only what matters to them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from infusionplanner.domain.patient import (
    Answer,
    Assay,
    Course,
    Dose,
    DoseStatus,
    Gate,
    Patient,
    Product,
    Reaction,
    Regimen,
    Reporter,
    Result,
    ResultKind,
    Route,
    Setting,
)

SC, IV = Route.SC, Route.IV
UNIT, HOME = Setting.UNIT, Setting.HOME


def d(text: str) -> date:
    """Return a date from its ISO form."""
    return date.fromisoformat(text)


def days(text: str) -> tuple[date, ...]:
    """Return dates from a list of ISO forms, parted by spaces."""
    return tuple(date.fromisoformat(part) for part in text.split())


def dose(on: date | str, **fields: Any) -> Dose:
    """Return a whole s.c. dose of Tysabri, given in the unit without a reaction, with other ``fields`` as told."""
    usual: dict[str, Any] = {
        "route": SC,
        "setting": UNIT,
        "product": Product.TYSABRI,
        "status": DoseStatus.GIVEN,
        "mg": 300,
        "reaction": Reaction.NONE,
        "batches": ("AB123",),
        "reported_by": Reporter.UNIT,
    }
    return Dose(d(on) if isinstance(on, str) else on, **{**usual, **fields})


def series(first: str, number: int, every: int = 28, **fields: Any) -> tuple[Dose, ...]:
    """Return ``number`` doses, ``every`` so many days apart."""
    return tuple(dose(d(first) + timedelta(every * n), **fields) for n in range(number))


def regimen(from_: str, **fields: Any) -> Regimen:
    """Return a s.c. regimen in the unit at the standard interval, with other ``fields`` as told."""
    return Regimen(d(from_), **{"route": SC, "setting": UNIT, **fields})


def patient(
    doses: Iterable[Dose] = (),
    *,
    regimens: Iterable[Regimen] | None = None,
    results: Iterable[Result] = (),
    exposures: Any = (),
    pregnancies: Any = (),
    **course: Any,
) -> Patient:
    """Return a patient on Tysabri with these doses; the regimen starts with the first one unless told otherwise."""
    given = tuple(doses)
    if regimens is None:
        regimens = (Regimen(given[0].on, given[0].route, None, UNIT),) if given else ()
    fields: dict[str, Any] = {"product": Product.TYSABRI, "gate": Gate(d("2019-01-01"), d("2019-01-01")), **course}
    return Patient(
        id="ex-01",
        course=Course(doses=given, regimens=tuple(regimens), **fields),
        results=tuple(results),
        exposures=tuple(exposures),
        pregnancies=tuple(pregnancies),
    )


def jcv(
    on: str, answer: Answer | None = Answer.NEGATIVE, index: float | None = None, assay: Assay | None = Assay.STRATIFY
) -> Result:
    """Return a JCV antibody test."""
    return Result(ResultKind.JCV, d(on), answer=answer, index=index, assay=assay)


def bloods(on: str, *, seen: bool = True) -> Result:
    """Return bloods, seen on the same day unless told otherwise."""
    return Result(ResultKind.BLOODS, d(on), seen_on=d(on) if seen else None)


def result(kind: str, on: str, **fields: Any) -> Result:
    """Return any other test or control; NAb is negative unless told otherwise."""
    usual: dict[str, Any] = {"answer": Answer.NEGATIVE} if kind == ResultKind.NAB else {}
    return Result(ResultKind(kind), d(on), **{**usual, **fields})

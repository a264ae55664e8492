"""What can go wrong, one class each, with the facts of it; the sentences stand in ``resources/.../wording/errors.*``.

``InvalidActError``: what was entered cannot be. ``RefusedError``: a rule says no. ``StorageError``: the file or the
disk says no. Everything else is a fault of the program.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import ClassVar

from infusionplanner.domain.finding import Finding


def _bare(error: "PlannerError") -> str:
    """Return an error as long as nothing has the words of it."""
    return f"{error.key}: {dict(error.facts)}"


class PlannerError(Exception):
    """Something that a person can do something about.

    Its sentence is found by ``key``, the name of its class, and made of its ``facts``, which are what it was made with.
    ``str()`` is the English sentence; ``Wording.error`` gives it in a language. ``bootstrap`` hands in the words.
    """

    in_english: ClassVar[Callable[["PlannerError"], str]] = staticmethod(_bare)

    message = ""
    """The sentence itself, of an error that has none in the files."""

    def __init__(self, message: str = "") -> None:
        self.message = message

    def __str__(self) -> str:
        """Return the sentence in English, with days as ISO writes them."""
        return self.message or type(self).in_english(self)

    @property
    def key(self) -> str:
        """The key of the sentence: ``unit_closed`` of ``UnitClosedError``."""
        return key_of(type(self))

    @property
    def facts(self) -> Mapping[str, object]:
        """What the sentence is made of, by name."""
        return {name: fact for name, fact in vars(self).items() if name != "message"}


def key_of(kind: type[BaseException]) -> str:
    """Return the key of the sentence of a class of errors."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__.removesuffix("Error")).lower()


class InvalidActError(PlannerError):
    """What was entered cannot be; nothing was stored."""


class UnknownPatientError(InvalidActError):
    """There is no patient with this id."""

    def __init__(self, patient: str) -> None:
        self.patient = patient


class UnknownVisitError(InvalidActError):
    """There is no visit with this id."""

    def __init__(self, visit: int) -> None:
        self.visit = visit


class UnknownFactError(InvalidActError):
    """There is no recorded fact of this kind with this id."""

    def __init__(self, kind: str, fact: int) -> None:
        self.kind, self.fact = kind, fact


class UnknownActError(InvalidActError):
    """There is no act with this id in the journal."""

    def __init__(self, act: int) -> None:
        self.act = act


class UnknownProtocolError(InvalidActError):
    """The program has no protocol of this name."""

    def __init__(self, protocol: str) -> None:
        self.protocol = protocol


class UnknownQuestionError(InvalidActError):
    """The checklist of the protocol has no such question."""

    def __init__(self, question: str, protocol: str) -> None:
        self.question, self.protocol = question, protocol


class UnknownPlaceError(InvalidActError):
    """The unit has no place of this name."""

    def __init__(self, place: str, known: Sequence[str]) -> None:
        self.place, self.known = place, tuple(known)

    @property
    def key(self) -> str:
        """The key of the sentence, another one where the unit has no places at all."""
        return "unknown_place" if self.known else "unknown_place_in_none"


class ParameterRefusedError(InvalidActError):
    """A parameter of a protocol cannot be changed so; ``sentence`` tells why."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence


class DuplicatePatientError(InvalidActError):
    """A patient with this id or national id is already there."""

    def __init__(self, patient: str, field: str = "id") -> None:
        self.patient, self.field = patient, field


class DateInFutureError(InvalidActError):
    """Something is recorded as done on a day that has not come."""

    def __init__(self, field: str, on: date, today: date) -> None:
        self.field, self.on, self.today = field, on, today


class TimeInFutureError(InvalidActError):
    """Something is recorded as done at a time that has not come."""

    def __init__(self, at: datetime, now: datetime) -> None:
        self.at, self.now = at, now


class DoseInFutureError(DateInFutureError):
    """A dose is recorded as given on a day that has not come."""

    def __init__(self, on: date, today: date) -> None:
        super().__init__("dose", on, today)


class DoseBeforeBirthError(InvalidActError):
    """A dose is dated before the patient was born."""

    def __init__(self, on: date, born: date) -> None:
        self.on, self.born = on, born


class DuplicateDoseError(InvalidActError):
    """Two doses on one day."""

    def __init__(self, on: date) -> None:
        self.on = on


class DosesOutOfOrderError(InvalidActError):
    """The doses of a new patient are not in date order."""

    def __init__(self, on: date, before: date) -> None:
        self.on, self.before = on, before


class EmptyFieldError(InvalidActError):
    """Something that must be filled in is empty."""

    def __init__(self, field: str) -> None:
        self.field = field


class TextTooLongError(InvalidActError):
    """A text is longer than can be shown."""

    def __init__(self, field: str, length: int, most: int) -> None:
        self.field, self.length, self.most = field, length, most


class ControlCharacterError(InvalidActError):
    """A text holds a character that is no text."""

    def __init__(self, field: str, code: int) -> None:
        self.field, self.code, self.sign = field, code, f"U+{code:04X}"


class ForbiddenCharacterError(InvalidActError):
    """A text holds what it may not hold, since files are named after it."""

    def __init__(self, field: str, letter: str) -> None:
        self.field, self.letter = field, letter


class DoseTimesError(InvalidActError):
    """A dose ends before it begins."""

    def __init__(self, began: time, ended: time) -> None:
        self.began, self.ended = began, ended


class ResultFieldError(InvalidActError):
    """A result has a value that its kind of test does not give."""

    def __init__(self, kind: str, field: str) -> None:
        self.kind, self.field = kind, field


class AmountError(InvalidActError):
    """A number or a date is outside what can be."""

    def __init__(self, field: str, value: object, lowest: object, highest: object) -> None:
        self.field, self.value = field, value
        self.lowest, self.highest = lowest, highest


class DuplicateVisitError(InvalidActError):
    """The patient already has such a visit on that day."""

    def __init__(self, patient: str, on: date) -> None:
        self.patient, self.on = patient, on


class UnitClosedError(InvalidActError):
    """The unit is closed on that day (R-INT-4)."""

    def __init__(self, on: date, closure: str) -> None:
        self.on, self.closure = on, closure


class OutsideHoursError(InvalidActError):
    """A visit does not fit between opening and closing."""

    def __init__(self, start: time, minutes: int, opens: time, closes: time) -> None:
        self.time, self.minutes, self.opens, self.closes = start, minutes, opens, closes


class VisitInPastError(InvalidActError):
    """A visit is booked on a day that has passed."""

    def __init__(self, on: date, today: date) -> None:
        self.on, self.today = on, today


class VisitTooSoonError(InvalidActError):
    """A dose is booked sooner after the one before than any dose may be given (R-INT-3)."""

    def __init__(self, on: date, days: int, least: int) -> None:
        self.on, self.days, self.least = on, days, least


class PlaceTakenError(InvalidActError):
    """Another visit has that place at that time."""

    def __init__(self, place: str, on: date, at: time) -> None:
        self.place, self.on, self.time = place, on, at


class NoFreePlaceError(InvalidActError):
    """No suitable place is free."""

    def __init__(self, on: date, at: time | None) -> None:
        self.on, self.time = on, at


class NoProposalError(InvalidActError):
    """The plan has no next dose in the unit to book."""

    def __init__(self, patient: str) -> None:
        self.patient = patient


class VisitStateError(InvalidActError):
    """The visit has come too far, or not far enough, for this act."""

    def __init__(self, visit: int, act: str, state: str) -> None:
        self.visit, self.act, self.state = visit, act, state


class VisitDayError(InvalidActError):
    """Something is recorded on a visit of another day."""

    def __init__(self, visit: int, on: date, at: date) -> None:
        self.visit, self.on, self.at = visit, on, at


class VisitMismatchError(InvalidActError):
    """A dose is recorded on the visit of another patient, or on one that is for something else."""

    def __init__(self, visit: int, patient: str) -> None:
        self.visit, self.patient = visit, patient


class ObservationRunningError(InvalidActError):
    """The observation is not over (R-OBS-1)."""

    def __init__(self, until: datetime) -> None:
        self.until = until


class DateOrderError(InvalidActError):
    """One day is before another that must come first."""

    def __init__(self, field: str, on: date, first: date) -> None:
        self.field, self.on, self.first = field, on, first


class AlreadyStoppedError(InvalidActError):
    """The treatment is stopped."""

    def __init__(self, patient: str, on: date) -> None:
        self.patient, self.on = patient, on


class NotStoppedError(InvalidActError):
    """The treatment is not stopped."""

    def __init__(self, patient: str) -> None:
        self.patient = patient


class UnitSettingError(InvalidActError):
    """A setting of the unit cannot be so."""

    def __init__(self, field: str, why: str) -> None:
        self.field = field
        self.why = why


class OrderIncompleteError(InvalidActError):
    """A longer interval is an order: it needs who and when (R-INT-5)."""

    def __init__(self, field: str) -> None:
        self.field = field


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Why one patient of an import cannot be stored. ``index`` counts from 0.

    ``is_question`` tells that it can be stored once somebody has confirmed that it is right.
    """

    index: int
    patient: str
    sentence: str
    is_question: bool = False
    error: PlannerError | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return the sentence in English with the patient that it is about."""
        return f"Patient {self.index + 1} ({self.patient}): {self.sentence}"


class ImportRefusedError(InvalidActError):
    """Patients of an import cannot be stored; none was."""

    def __init__(self, problems: Sequence[ImportProblem]) -> None:
        self.problems, self.number = tuple(problems), len(problems)


class RefusedError(PlannerError):
    """A stop has no doctor's clearance, or a warning no acknowledgement; nothing was stored."""

    def __init__(self, on: date, stops: Sequence[Finding], warnings: Sequence[Finding]) -> None:
        self.on, self.stops, self.warnings = on, tuple(stops), tuple(warnings)
        self.stopped, self.warned = map(_rules, (stops, warnings))


def _rules(findings: Sequence[Finding]) -> str:
    return ", ".join(f"{finding.rule} {finding.key}".strip() for finding in findings)


class CannotUndoError(PlannerError):
    """An act cannot be taken back: it ``left`` the ward, is ``undone``, is ``needed`` or has ``changed`` since."""

    def __init__(self, act: int, why: str) -> None:
        self.act, self.why = act, why


class NothingToUndoError(PlannerError):
    """This person has no act to take back."""


class NothingToRedoError(PlannerError):
    """This person has taken nothing back that could be done again."""


class StorageError(PlannerError):
    """The database cannot be read or written; ``path`` is its file."""

    def __init__(self, path: Path) -> None:
        self.path, self.file = path, path.name

"""What can go wrong, one class each: the message is a sentence for the person, with the way out.

``InvalidActError``: what was entered cannot be. ``RefusedError``: a rule says no. ``StorageError``: the file or the
disk says no. Everything else is a fault of the program.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from infusionplanner.domain.finding import Finding


class PlannerError(Exception):
    """Something that a person can do something about; ``str()`` is the sentence."""


class InvalidActError(PlannerError):
    """What was entered cannot be; nothing was stored."""


class UnknownPatientError(InvalidActError):
    """There is no patient with this id."""

    def __init__(self, patient: str) -> None:
        self.patient = patient
        super().__init__(f"There is no patient {patient!r} in this unit. Look the patient up by name in the list.")


class UnknownVisitError(InvalidActError):
    """There is no visit with this id."""

    def __init__(self, visit: int) -> None:
        self.visit = visit
        super().__init__(f"Visit {visit} does not exist (any more). Open the day again to see what is booked.")


class UnknownFactError(InvalidActError):
    """There is no recorded fact of this kind with this id."""

    def __init__(self, kind: str, fact: int) -> None:
        self.kind, self.fact = kind, fact
        super().__init__(f"{kind} {fact} is not recorded (any more). Open the patient again to see what is.")


class UnknownActError(InvalidActError):
    """There is no act with this id in the journal."""

    def __init__(self, act: int) -> None:
        self.act = act
        super().__init__(f"The journal has no act {act}.")


class UnknownProtocolError(InvalidActError):
    """The program has no protocol of this name."""

    def __init__(self, protocol: str) -> None:
        self.protocol = protocol
        super().__init__(f"There is no protocol {protocol!r}. Correct the name, or install a version that has it.")


class UnknownQuestionError(InvalidActError):
    """The checklist of the protocol has no such question."""

    def __init__(self, key: str, protocol: str) -> None:
        self.key = key
        super().__init__(f"The checklist of {protocol} has no question {key!r}. Answer the questions that it lists.")


class UnknownPlaceError(InvalidActError):
    """The unit has no place of this name."""

    def __init__(self, place: str, known: Sequence[str]) -> None:
        self.place = place
        super().__init__(
            f"The unit has no place {place!r}. Its places: {', '.join(known) or 'none; add them in settings'}."
        )


class ParameterRefusedError(InvalidActError):
    """A parameter of a protocol cannot be changed so; ``sentence`` tells why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class DuplicatePatientError(InvalidActError):
    """A patient with this id or national id is already there."""

    def __init__(self, patient: str, field: str = "id") -> None:
        self.patient, self.field = patient, field
        super().__init__(f"Patient {patient!r}: another patient already has this {field}. Open that patient instead.")


class DateInFutureError(InvalidActError):
    """Something is recorded as done on a day that has not come."""

    def __init__(self, field: str, on: date, today: date) -> None:
        self.field, self.on, self.today = field, on, today
        super().__init__(f"{field}: {on} is after today ({today}). Record it when it has happened.")


class TimeInFutureError(InvalidActError):
    """Something is recorded as done at a time that has not come."""

    def __init__(self, at: datetime, now: datetime) -> None:
        self.at, self.now = at, now
        super().__init__(f"{at:%H:%M} is later than now ({now:%H:%M}). Record it when it has happened.")


class DoseInFutureError(DateInFutureError):
    """A dose is recorded as given on a day that has not come."""

    def __init__(self, on: date, today: date) -> None:
        super().__init__("dose", on, today)


class DoseBeforeBirthError(InvalidActError):
    """A dose is dated before the patient was born."""

    def __init__(self, on: date, born: date) -> None:
        self.on, self.born = on, born
        super().__init__(f"A dose on {on} is before the patient's birth ({born}). Correct the date.")


class DuplicateDoseError(InvalidActError):
    """Two doses on one day."""

    def __init__(self, on: date) -> None:
        self.on = on
        super().__init__(f"A dose on {on} is already recorded. Correct that one instead of recording another.")


class DosesOutOfOrderError(InvalidActError):
    """The doses of a new patient are not in date order."""

    def __init__(self, on: date, before: date) -> None:
        self.on, self.before = on, before
        super().__init__(f"doses: {on} stands after {before}. Put the doses in date order.")


class EmptyFieldError(InvalidActError):
    """Something that must be filled in is empty."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(f"{field} is empty. Fill it in.")


class TextTooLongError(InvalidActError):
    """A text is longer than can be shown."""

    def __init__(self, field: str, length: int, most: int) -> None:
        self.field, self.length, self.most = field, length, most
        super().__init__(f"{field} has {length} characters; at most {most} are kept. Shorten it.")


class ControlCharacterError(InvalidActError):
    """A text holds a character that is no text."""

    def __init__(self, field: str, code: int) -> None:
        self.field, self.code = field, code
        super().__init__(f"{field} holds the control character U+{code:04X}. Type the text again without it.")


class ForbiddenCharacterError(InvalidActError):
    """A text holds what it may not hold, since files are named after it."""

    def __init__(self, field: str, letter: str) -> None:
        self.field, self.letter = field, letter
        super().__init__(f"{field} holds {letter!r}. Write letters, digits, hyphens and dots.")


class DoseTimesError(InvalidActError):
    """A dose ends before it begins."""

    def __init__(self, began: time, ended: time) -> None:
        self.began, self.ended = began, ended
        super().__init__(f"The dose ended at {ended:%H:%M}, before it began at {began:%H:%M}. Correct one of the two.")


class ResultFieldError(InvalidActError):
    """A result has a value that its kind of test does not give."""

    def __init__(self, kind: str, field: str) -> None:
        self.kind, self.field = kind, field
        super().__init__(f"A result of kind {kind} has no {field}. Take it out, or correct the kind.")


class AmountError(InvalidActError):
    """A number or a date is outside what can be."""

    def __init__(self, field: str, value: object, lowest: object, highest: object) -> None:
        self.field, self.value = field, value
        super().__init__(f"{field} is {value}; it must be from {lowest} to {highest}.")


class DuplicateVisitError(InvalidActError):
    """The patient already has such a visit on that day."""

    def __init__(self, patient: str, on: date) -> None:
        self.patient, self.on = patient, on
        super().__init__(f"Patient {patient} already has a visit of this kind on {on}. Move that one instead.")


class UnitClosedError(InvalidActError):
    """The unit is closed on that day (R-INT-4)."""

    def __init__(self, on: date, closure: str) -> None:
        self.on, self.closure = on, closure
        super().__init__(f"The unit is closed on {on} ({closure}). Choose an open day, or open that day in settings.")


class OutsideHoursError(InvalidActError):
    """A visit does not fit between opening and closing."""

    def __init__(self, start: time, minutes: int, opens: time, closes: time) -> None:
        self.time, self.minutes, self.opens, self.closes = start, minutes, opens, closes
        super().__init__(
            f"{minutes} minutes from {start:%H:%M} do not fit into the unit's hours, {opens:%H:%M} to {closes:%H:%M}."
            " Choose another time."
        )


class VisitInPastError(InvalidActError):
    """A visit is booked on a day that has passed."""

    def __init__(self, on: date, today: date) -> None:
        self.on, self.today = on, today
        super().__init__(
            f"{on} has passed (today is {today}). Book today or later; record a given dose on the patient."
        )


class PlaceTakenError(InvalidActError):
    """Another visit has that place at that time."""

    def __init__(self, place: str, on: date, at: time) -> None:
        self.place, self.on, self.time = place, on, at
        super().__init__(f"{place} is already taken on {on} at {at:%H:%M}. Choose another place or time.")


class NoFreePlaceError(InvalidActError):
    """No suitable place is free."""

    def __init__(self, on: date, at: time | None) -> None:
        self.on, self.time = on, at
        when = f"{on} at {at:%H:%M}" if at else f"{on}"
        super().__init__(f"No suitable place is free on {on if at is None else when}. Choose another time or day.")


class NoProposalError(InvalidActError):
    """The plan has no next dose in the unit to book."""

    def __init__(self, patient: str) -> None:
        self.patient = patient
        super().__init__(f"Patient {patient} has no next dose in the unit to book. The patient's plan tells why.")


class VisitStateError(InvalidActError):
    """The visit has come too far, or not far enough, for this act."""

    def __init__(self, visit: int, act: str, state: str) -> None:
        self.visit, self.act, self.state = visit, act, state
        super().__init__(f"Visit {visit} is {state.replace('_', ' ')}: it cannot {act.replace('_', ' ')} now.")


class VisitDayError(InvalidActError):
    """Something is recorded on a visit of another day."""

    def __init__(self, visit: int, on: date, at: date) -> None:
        self.visit, self.on, self.at = visit, on, at
        super().__init__(f"Visit {visit} is on {on}, not on {at}. Move the visit to that day first.")


class VisitMismatchError(InvalidActError):
    """A dose is recorded on the visit of another patient, or on one that is for something else."""

    def __init__(self, visit: int, patient: str) -> None:
        self.visit, self.patient = visit, patient
        super().__init__(f"Visit {visit} is no dose visit of patient {patient}. Choose the patient's own visit.")


class ObservationRunningError(InvalidActError):
    """The observation is not over (R-OBS-1)."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__(f"Observation runs until {until:%H:%M}. Wait, or write why the patient leaves earlier.")


class DateOrderError(InvalidActError):
    """One day is before another that must come first."""

    def __init__(self, field: str, on: date, first: date) -> None:
        self.field, self.on, self.first = field, on, first
        super().__init__(f"{field} is {on}, which cannot be before {first}. Correct one of the two dates.")


class AlreadyStoppedError(InvalidActError):
    """The treatment is stopped."""

    def __init__(self, patient: str, on: date) -> None:
        self.patient, self.on = patient, on
        super().__init__(f"The treatment of patient {patient} was stopped on {on}. Restart it first.")


class NotStoppedError(InvalidActError):
    """The treatment is not stopped."""

    def __init__(self, patient: str) -> None:
        self.patient = patient
        super().__init__(f"The treatment of patient {patient} is not stopped.")


class UnitSettingError(InvalidActError):
    """A setting of the unit cannot be so."""

    def __init__(self, field: str, why: str) -> None:
        self.field = field
        super().__init__(f"{field}: {why}.")


class OrderIncompleteError(InvalidActError):
    """A longer interval is an order: it needs who and when (R-INT-5)."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(f"The order of an interval lacks {field}. An interval is ordered by a named doctor on a day.")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one patient of an import cannot be stored. ``index`` counts from 0.

    ``is_question`` tells that it can be stored once somebody has confirmed that it is right.
    """

    index: int
    patient: str
    sentence: str
    is_question: bool = False

    def __str__(self) -> str:
        """Return the sentence with the patient that it is about."""
        return f"Patient {self.index + 1} ({self.patient}): {self.sentence}"


class ImportRefusedError(InvalidActError):
    """Patients of an import cannot be stored; none was."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join([f"Nothing was imported; {len(problems)} to correct.", *map(str, problems)]))


class RefusedError(PlannerError):
    """A stop has no doctor's clearance, or a warning no acknowledgement; nothing was stored."""

    def __init__(self, on: date, stops: Sequence[Finding], warnings: Sequence[Finding]) -> None:
        self.on, self.stops, self.warnings = on, tuple(stops), tuple(warnings)
        said = []
        if stops:
            rules = ", ".join(f"{finding.rule} {finding.key}" for finding in stops)
            said.append(f"Stopped by {rules}: a named doctor clears it with a reason.")
        if warnings:
            rules = ", ".join(f"{finding.rule} {finding.key}" for finding in warnings)
            said.append(f"Warning {rules}: acknowledge it to go on.")
        super().__init__(f"{on}: " + " ".join(said))


class CannotUndoError(PlannerError):
    """An act cannot be taken back."""

    def __init__(self, act: int, why: str) -> None:
        self.act, self.why = act, why
        super().__init__(f"Act {act} cannot be undone: {why}. Correct it by hand; the history keeps both values.")


class NothingToUndoError(PlannerError):
    """This person has no act to take back."""

    def __init__(self) -> None:
        super().__init__("There is nothing to undo.")


class NothingToRedoError(PlannerError):
    """This person has taken nothing back that could be done again."""

    def __init__(self) -> None:
        super().__init__("There is nothing to redo.")


class StorageError(PlannerError):
    """The database cannot be read or written; ``path`` is its file."""

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        super().__init__(f"{path}: {sentence}")

"""May a dose be given: what the rules say, less what a doctor has cleared and a nurse has acknowledged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import entered, filled, happened
from infusionplanner.application.errors import RefusedError
from infusionplanner.application.ports import Reading, Writing
from infusionplanner.application.records import Acknowledgement, Clearance, Done, PatientId
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.patient import Patient, Route, Setting
from infusionplanner.domain.plan import check
from infusionplanner.domain.result import CheckAnswer


@dataclass(frozen=True, slots=True)
class Clearing:
    """A doctor's clearance as entered: the stop, the doctor, the reason, and the time (None: now)."""

    rule: str
    key: str
    by: str
    reason: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say of a dose on a day; ``stops`` and ``warnings`` are those that nobody has answered yet."""

    answer: CheckAnswer
    stops: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    clearances: tuple[Clearance, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()

    @property
    def may_go_on(self) -> bool:
        """Tell whether nothing is left to clear or acknowledge."""
        return not self.stops and not self.warnings


@dataclass(frozen=True, slots=True)
class Asked:
    """A dose that is to be given: the patient as known before it, the day, the route and the setting."""

    patient: Patient
    on: date
    route: Route | None = None
    setting: Setting | None = None


def may_give(
    desk: Desk, patient: PatientId, on: date, *, route: Route | None = None, setting: Setting | None = None
) -> Judgement:
    """Return whether a dose may be given on a day, and what is left to clear or acknowledge first."""
    with desk.store.reading() as reading:
        return judge(desk, reading, Asked(reading.record(patient).patient, on, route, setting))


def judge(desk: Desk, reading: Reading, asked: Asked) -> Judgement:
    """Return what the rules say of a dose, less what is cleared and acknowledged for that day."""
    unit = reading.unit()
    protocol = desk.protocol(asked.patient.course.protocol, unit)
    answer = check(asked.patient, protocol, unit, asked.on, route=asked.route, setting=asked.setting)
    who = PatientId(asked.patient.id)
    cleared = tuple(row for row in reading.clearances(who) if row.for_date == asked.on)
    acknowledged = tuple(row for row in reading.acknowledgements(who) if row.for_date == asked.on)
    return Judgement(
        answer,
        _unanswered(answer, Level.STOP, {(row.rule, row.key) for row in cleared}),
        _unanswered(answer, Level.WARN, {(row.rule, row.key) for row in acknowledged}),
        cleared,
        acknowledged,
    )


def _unanswered(answer: CheckAnswer, level: Level, known: set[tuple[str, str]]) -> tuple[Finding, ...]:
    return tuple(row for row in answer.findings if row.level is level and (row.rule, row.key) not in known)


@dataclass(frozen=True, slots=True)
class Answers:
    """What is answered to stops and warnings together with an act."""

    clearances: Iterable[Clearing] = ()
    acknowledged: Iterable[tuple[str, str]] = ()


def demand(desk: Desk, work: Writing, asked: Asked, answers: Answers, *, warnings: bool = True) -> None:
    """Store the answers that are given to the stops and warnings of a dose, and refuse while one is left.

    Raises:
        RefusedError: A stop is not cleared, or (with ``warnings``) a warning is not acknowledged.
    """
    judged = judge(desk, work, asked)
    left = keep_answers(desk, work, (PatientId(asked.patient.id), asked.on), (judged.stops, judged.warnings), answers)
    stops, unseen = left
    if stops or (warnings and unseen):
        raise RefusedError(asked.on, stops, unseen if warnings else ())


def keep_answers(
    desk: Desk,
    work: Writing,
    about: tuple[PatientId, date],
    open_: tuple[Iterable[Finding], Iterable[Finding]],
    answers: Answers,
) -> tuple[list[Finding], list[Finding]]:
    """Store the answers to open stops and warnings. Returns the stops and the warnings that are still open."""
    stops, warnings = [], []
    given = {(row.rule, row.key): row for row in answers.clearances}
    seen = set(answers.acknowledged)
    for finding in open_[0]:
        if (clearing := given.get((finding.rule, finding.key))) is None:
            stops.append(finding)
        else:
            work.add_clearance(_clearance(desk, *about, clearing))
    for finding in open_[1]:
        if (finding.rule, finding.key) in seen:
            work.add_acknowledgement(Acknowledgement(about[0], finding.rule, finding.key, about[1], desk.now()))
        else:
            warnings.append(finding)
    return stops, warnings


def clear_stop(desk: Desk, patient: PatientId, on: date, clearing: Clearing) -> Done:
    """Store a doctor's clearance of one stop for the dose of ``on``, before the dose is given."""
    with desk.act("clear_stop", patient) as work:
        work.add_clearance(_clearance(desk, patient, on, clearing))
        return work.done()


def acknowledge(desk: Desk, patient: PatientId, on: date, rule: str, key: str, reason: str = "") -> Done:  # noqa: PLR0913, PLR0917 - what an acknowledgement is
    """Store a nurse's acknowledgement of one warning for the dose of ``on``."""
    entered(reason, "reason")
    with desk.act("acknowledge", patient) as work:
        work.add_acknowledgement(Acknowledgement(patient, rule, key, on, desk.now(), reason.strip()))
        return work.done()


def _clearance(desk: Desk, patient: PatientId, on: date, clearing: Clearing) -> Clearance:
    at = clearing.at or desk.now()
    happened("clearance", at.date(), desk.today())
    by, reason = filled(clearing.by, "by"), filled(clearing.reason, "reason")
    return Clearance(patient, clearing.rule, clearing.key, on, by, at, reason)

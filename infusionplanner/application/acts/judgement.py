"""May a dose be given: what the rules say, less what a doctor has cleared and a nurse has acknowledged."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import entered, filled, happened
from infusionplanner.application.errors import RefusedError
from infusionplanner.application.ports import Reading, Writing
from infusionplanner.application.records import Acknowledgement, Clearance, Done, PatientId
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.pack import Pack
from infusionplanner.domain.patient import Patient, Route, Setting
from infusionplanner.domain.plan import check
from infusionplanner.domain.result import CheckAnswer

NEEDS_REASON = frozenset({"interval.late"})
"""R-INT-3 Keys of the warnings of a dose that are answered with a reason: having seen them is not enough."""


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
class AskedDose:
    """A dose: the patient as known before it, the day, the route and the setting; ``pack`` once it is taken out.

    ``reported`` is one away from the unit that has been taken and is told of now (R-HOME-7).
    """

    patient: Patient
    on: date
    route: Route | None = None
    setting: Setting | None = None
    pack: Pack | None = None
    reported: bool = False


def may_give(  # noqa: PLR0913 - what a dose is
    desk: Desk,
    patient: PatientId,
    on: date,
    *,
    route: Route | None = None,
    setting: Setting | None = None,
    pack: Pack | None = None,
) -> Judgement:
    """Return whether a dose may be given on a day, and what is left to clear or acknowledge first."""
    with desk.store.reading() as reading:
        return judge(desk, reading, AskedDose(reading.record(patient).patient, on, route, setting, pack))


def judge(desk: Desk, reading: Reading, asked: AskedDose) -> Judgement:
    """Return what the rules say of a dose, less what is cleared and acknowledged for that day."""
    unit = reading.unit()
    protocol = desk.protocol(asked.patient.course.protocol, unit)
    answer = check(
        asked.patient,
        protocol,
        unit,
        asked.on,
        route=asked.route,
        setting=asked.setting,
        taken=asked.pack,
        today=desk.today(),
        reported=asked.reported,
    )
    who = PatientId(asked.patient.id)
    cleared = tuple(row for row in reading.clearances(who) if row.for_date == asked.on)
    acknowledged = tuple(row for row in reading.acknowledgements(who) if row.for_date == asked.on)
    return Judgement(
        answer,
        _unanswered(answer, Level.STOP, {(row.rule, row.key) for row in cleared}),
        _unanswered(answer, Level.WARN, {(row.rule, row.key) for row in acknowledged if _is_answered(row)}),
        cleared,
        acknowledged,
    )


def _is_answered(row: Acknowledgement) -> bool:
    return bool(row.reason) or row.key not in NEEDS_REASON


def _unanswered(answer: CheckAnswer, level: Level, known: set[tuple[str, str]]) -> tuple[Finding, ...]:
    return tuple(row for row in answer.findings if row.level is level and (row.rule, row.key) not in known)


@dataclass(frozen=True, slots=True)
class Answers:
    """What is answered to stops and warnings together with an act; ``reason`` answers those that need one."""

    clearances: Iterable[Clearing] = ()
    acknowledged: Iterable[tuple[str, str]] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Demand:
    """What has to be answered of a dose. With ``known``, the dose as it is recorded, only what a correction brings."""

    asked: AskedDose
    known: AskedDose | None = None
    warnings: bool = True

    def open(self, desk: Desk, reading: Reading) -> tuple[list[Finding], list[Finding]]:
        """Return the stops and the warnings that nobody has answered yet."""
        judged = judge(desk, reading, self.asked)
        before = () if self.known is None else judge(desk, reading, self.known).answer.findings
        said = {(row.rule, row.key) for row in before}
        stops = [row for row in judged.stops if (row.rule, row.key) not in said]
        return stops, [row for row in judged.warnings if (row.rule, row.key) not in said]


def demand(desk: Desk, work: Writing, demanded: Demand, answers: Answers) -> None:
    """Store the answers that are given to the stops and warnings of a dose, and refuse while one is left.

    Raises:
        RefusedError: A stop is not cleared, or a warning is not acknowledged where warnings are demanded.
    """
    asked = demanded.asked
    about = PatientId(asked.patient.id), asked.on
    stops, unseen = keep_answers(desk, work, about, demanded.open(desk, work), answers, with_reason=NEEDS_REASON)
    if stops or (demanded.warnings and unseen):
        raise RefusedError(asked.on, stops, unseen if demanded.warnings else ())


def keep_answers(  # noqa: PLR0913 - findings, their answers, and where both belong
    desk: Desk,
    work: Writing,
    about: tuple[PatientId, date],
    open_: tuple[Iterable[Finding], Iterable[Finding]],
    answers: Answers,
    *,
    with_reason: Collection[str] = (),
) -> tuple[list[Finding], list[Finding]]:
    """Store the answers to open stops and warnings. Returns the stops and the warnings that are still open.

    Warnings of the keys ``with_reason`` are answered by the reason alone.
    """
    stops, warnings = [], []
    given = {(row.rule, row.key): row for row in answers.clearances}
    seen, reason = set(answers.acknowledged), answers.reason.strip()
    for finding in open_[0]:
        if (clearing := given.get((finding.rule, finding.key))) is None:
            stops.append(finding)
        else:
            work.add_clearance(_clearance(desk, *about, clearing))
    for finding in open_[1]:
        why = reason if finding.key in with_reason else ""
        if why or (finding.key not in with_reason and (finding.rule, finding.key) in seen):
            work.add_acknowledgement(Acknowledgement(about[0], finding.rule, finding.key, about[1], desk.now(), why))
        else:
            warnings.append(finding)
    return stops, warnings


def clear_stop(desk: Desk, patient: PatientId, on: date, clearing: Clearing) -> Done:
    """Store a doctor's clearance of one stop for the dose of ``on``, before the dose is given."""
    return clear_stops(desk, patient, on, [clearing])


def clear_stops(desk: Desk, patient: PatientId, on: date, clearings: Iterable[Clearing]) -> Done:
    """Store a doctor's clearance of stops for the dose of ``on``, however far ahead; it holds for no other day."""
    with desk.act(ActKind.CLEAR_STOP, patient) as work:
        for clearing in clearings:
            work.add_clearance(_clearance(desk, patient, on, clearing))
        return work.done()


def acknowledge(desk: Desk, patient: PatientId, on: date, rule: str, key: str, reason: str = "") -> Done:  # noqa: PLR0913, PLR0917 - what an acknowledgement is
    """Store a nurse's acknowledgement of one warning for the dose of ``on``; some need a reason (R-INT-3)."""
    entered(reason, "reason")
    why = filled(reason, "reason") if key in NEEDS_REASON else reason.strip()
    with desk.act(ActKind.ACKNOWLEDGE, patient) as work:
        work.add_acknowledgement(Acknowledgement(patient, rule, key, on, desk.now(), why))
        return work.done()


def _clearance(desk: Desk, patient: PatientId, on: date, clearing: Clearing) -> Clearance:
    at = clearing.at or desk.now()
    happened("clearance", at.date(), desk.today())
    by, reason = filled(clearing.by, "by"), filled(clearing.reason, "reason")
    return Clearance(patient, clearing.rule, clearing.key, on, by, at, reason)

"""A visit on its day: arrived, started, ended, left, or not given after all. Each step is stamped once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from datetime import time as clock_time

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.booking import MOST_MINUTES, how_far
from infusionplanner.application.acts.judgement import Answers, AskedDose, Clearing, Demand, demand
from infusionplanner.application.acts.recorded_facts import numbered
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import entered, filled, happened
from infusionplanner.application.errors import (
    AmountError,
    InvalidActError,
    ObservationRunningError,
    TimeInFutureError,
    VisitDayError,
    VisitStateError,
)
from infusionplanner.application.ports import Writing
from infusionplanner.application.records import Done, Visit, VisitId, VisitState
from infusionplanner.application.views.lengths import observation_minutes, ordered_route
from infusionplanner.application.views.seats import waiting_for
from infusionplanner.domain.patient import AppointmentKind, AppointmentStatus, Dose, DoseStatus, Reporter, Setting

PLANNED, ARRIVED, STARTED = VisitState.PLANNED, VisitState.ARRIVED, VisitState.STARTED


class TimesOutOfOrderError(InvalidActError):
    """Something is recorded as done before what comes first: begun before the patient came, ended before it began."""

    def __init__(self, at: datetime, before: datetime) -> None:
        self.at, self.before = at, before


def arrive(desk: Desk, visit: VisitId, *, at: datetime | None = None) -> Done:
    """Note that the patient has come."""
    with desk.act_on_visit(ActKind.ARRIVE, visit) as (work, before):
        moment = _moment(desk, before, at)
        _only_in(before, "arrive", PLANNED)
        work.update_visit(replace(before, arrived_at=moment))
        return work.done()


def start(
    desk: Desk,
    visit: VisitId,
    *,
    at: datetime | None = None,
    clearances: Iterable[Clearing] = (),
) -> Done:
    """Note that the dose begins, or what else the visit is for.

    Raises:
        RefusedError: A stop of a rule is not cleared by a doctor. Warnings wait until the dose is recorded.
    """
    with desk.act_on_visit(ActKind.START, visit) as (work, before):
        moment = _moment(desk, before, at)
        _only_in(before, "start", PLANNED, ARRIVED)
        _in_order(before.arrived_at, moment)
        begun = replace(before, arrived_at=before.arrived_at or moment, started_at=moment)
        if before.kind is AppointmentKind.DOSE:
            patient, unit = work.record(before.patient).patient, work.unit()
            asked = AskedDose(patient, before.on, setting=Setting.UNIT)
            demand(desk, work, Demand(asked, warnings=False), Answers(clearances))
            protocol = desk.protocol(patient.course.protocol, unit)
            route = ordered_route(patient, protocol, unit, before.on)
            needed = observation_minutes(patient, protocol, unit, before.on, route)
            begun = replace(begun, observation_minutes=needed)
        work.update_visit(begun)
        return work.done()


def end_dose(desk: Desk, visit: VisitId, *, at: datetime | None = None) -> Done:
    """Note that the dose has ended: the observation starts now (R-OBS-1). The dose itself may be recorded later."""
    with desk.act_on_visit(ActKind.END_DOSE, visit) as (work, before):
        moment = _moment(desk, before, at)
        _only_in(before, "end_dose", STARTED)
        _in_order(before.started_at, moment)
        work.update_visit(replace(before, ended_at=moment))
        return work.done()


def prolong_observation(desk: Desk, visit: VisitId, minutes: int) -> Done:
    """Observe for longer than the rules ask; shorter is for the unit's parameters to say, not for a visit."""
    with desk.act_on_visit(ActKind.PROLONG_OBSERVATION, visit) as (work, before):
        least = before.observation_minutes
        if not least <= minutes <= MOST_MINUTES:
            raise AmountError(field="observation", value=minutes, lowest=least, highest=MOST_MINUTES)
        _only_in(before, "prolong_observation", STARTED, VisitState.OBSERVING)
        work.update_visit(replace(before, observation_minutes=minutes))
        return work.done()


def leave(desk: Desk, visit: VisitId, *, at: datetime | None = None, early_reason: str = "") -> Done:
    """Note that the patient has left; ``early_reason`` is kept while the observation is not over.

    What nobody ended on its day ends as it should have: when the observation was over, or with the last thing noted.

    Raises:
        ObservationRunningError: The observation is not over, and nothing is written of why the patient leaves earlier.
        VisitStateError: No dose is recorded yet.
    """
    entered(early_reason, "early_reason")
    with desk.act_on_visit(ActKind.LEAVE, visit) as (work, before):
        last = before.ended_at or before.started_at or before.arrived_at
        forgotten = before.on < desk.today()
        moment = _moment(desk, before, at or ((waiting_for(before) or last) if forgotten else None))
        is_dose = before.kind is AppointmentKind.DOSE
        _only_in(before, "leave", *((VisitState.OBSERVING,) if is_dose else (ARRIVED, STARTED, VisitState.OBSERVING)))
        if is_dose and before.dose is None:
            raise VisitStateError(visit, act="leave", state="without a recorded dose")
        _in_order(last, moment)
        until, reason = waiting_for(before), early_reason.strip()
        early = until is not None and moment < until
        if until is not None and early and not reason:
            raise ObservationRunningError(until)
        note = "\n".join(filter(None, [before.note, reason if early else ""]))
        work.update_visit(replace(before, left_at=moment, note=note))
        return work.done()


def not_given(desk: Desk, visit: VisitId, reason: str) -> Done:
    """Note that nothing was given, and why. A dose visit also leaves a missed dose in the patient's record."""
    why = filled(reason, "reason")
    with desk.act_on_visit(ActKind.NOT_GIVEN, visit) as (work, before):
        _only_in(before, "not_given", PLANNED, ARRIVED, STARTED)
        happened("visit", before.on, desk.today())
        after = replace(before, not_given=why)
        if before.kind is AppointmentKind.DOSE:
            missed = Dose(before.on, setting=Setting.UNIT, status=DoseStatus.MISSED, reported_by=Reporter.UNIT)
            recorded_on = {row.on: fact for fact, row in numbered(work.record(before.patient), Dose).items()}
            fact = recorded_on.get(before.on) or work.add(before.patient, missed)
            after = replace(after, dose=fact)
        work.update_visit(after)
        return work.done()


def change_note(desk: Desk, visit: VisitId, note: str) -> Done:
    """Write another note on a visit."""
    entered(note, "note")
    with desk.act_on_visit(ActKind.CHANGE_NOTE, visit) as (work, before):
        work.update_visit(replace(before, note=note.strip()))
        return work.done()


def recorded(work: Writing, visit: Visit, dose: Dose, now: datetime, least_minutes: int) -> None:
    """Stamp a visit as its dose is recorded: the dose has ended, and on another day the patient has left too.

    The observation lasts for what the visit started with, and at least for ``least_minutes``: the full time after a
    reaction (R-OBS-3). A time that is told by the minute is over when the minute is, so that no second is lost.
    ``visit.dose`` is the dose's id.
    """
    fallback = now if visit.on == now.date() else datetime.combine(visit.on, dose.time or visit.time or now.time())
    told = datetime.combine(dose.on, dose.time) if dose.time else fallback
    started = visit.started_at or _in_order(visit.arrived_at, told)
    ended = fallback if dose.ended is None else _end(dose.on, dose.ended, now)
    after = replace(
        visit,
        arrived_at=visit.arrived_at or started,
        started_at=started,
        ended_at=visit.ended_at or _in_order(started, max(ended, started) if dose.ended is None else ended),
        observation_minutes=max(visit.observation_minutes, least_minutes),
    )
    if visit.on < now.date():
        after = replace(after, left_at=waiting_for(after))
    work.update_visit(after)


def corrected(work: Writing, visit: Visit, doses: tuple[Dose, Dose], now: datetime) -> None:
    """Stamp a visit anew as the times of its dose are corrected; it cannot have begun before the patient came."""
    before, dose = doses
    if dose.on != visit.on or (dose.time, dose.ended) == (before.time, before.ended):
        return
    started, ended = visit.started_at, visit.ended_at
    if dose.time is not None and dose.time != before.time:
        started = datetime.combine(dose.on, dose.time)
    if dose.ended is not None and dose.ended != before.ended:
        ended = _end(dose.on, dose.ended, now)
    if ended is not None:
        ended = _in_order(started, ended)
        _in_order(ended, visit.left_at or ended)
    arrived = None if visit.arrived_at is None else min(visit.arrived_at, started or visit.arrived_at)
    work.update_visit(replace(visit, arrived_at=arrived, started_at=started, ended_at=ended))


def _end(on: date, told: clock_time, now: datetime) -> datetime:
    """Return when a dose has ended for certain that is told by the minute."""
    return min(datetime.combine(on, told).replace(second=59), now)


def _in_order(before: datetime | None, moment: datetime) -> datetime:
    """Return when something happened, after what came before it; within the same minute the times may be told alike."""
    if before is None or moment >= before:
        return moment
    if moment < before.replace(second=0, microsecond=0):
        raise TimesOutOfOrderError(moment, before)
    return before


def _moment(desk: Desk, visit: Visit, at: datetime | None) -> datetime:
    """Return when something happens at a visit: on its own day, and not later than now."""
    now = desk.now()
    moment = at or now
    if moment > now:
        raise TimeInFutureError(moment, now)
    if moment.date() != visit.on:
        raise VisitDayError(visit.id, visit.on, moment.date())
    return moment


def _only_in(visit: Visit, act: str, *states: VisitState) -> None:
    if visit.state not in states or visit.status is AppointmentStatus.CANCELLED:
        raise VisitStateError(visit.id, act, how_far(visit))

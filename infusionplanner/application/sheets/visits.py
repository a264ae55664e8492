"""What one visit is on a sheet: who comes for which dose, whether it is observed, and what must be ready."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from infusionplanner.application.names import sort_key
from infusionplanner.application.records import Visit, VisitState
from infusionplanner.application.sheets.names import labels
from infusionplanner.application.sheets.values import DAYS_IN_WEEK, Names, Ready, SheetWard, plain
from infusionplanner.application.sheets.wording import SheetWords
from infusionplanner.application.views.sampling import sampled_at
from infusionplanner.domain.history import is_completed
from infusionplanner.domain.patient import (
    Appointment,
    AppointmentKind,
    AppointmentStatus,
    Dose,
    Patient,
    Route,
    Setting,
)
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import (
    ConditionState,
    Monitoring,
    ObservationStatus,
    Plan,
    PlannedDose,
)

_RENEWALS = {"prescription.renew", "prescription.missing"}


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """One visit with what the patient's plan says of it.

    ``number`` is None when the plan has no dose on that day. ``observation`` is the minutes of a full observation,
    None when it may be shortened or there is none; without a dose in the plan a visit counts as observed
    (``observed``), since unknown is never less careful than known. ``samples`` is what is taken before the dose
    (R-MON-8), and ``ready`` holds a box to tick for each of them. ``batches`` are those of the recorded dose.
    """

    visit: Visit
    who: str
    number: int | None = None
    route: Route | None = None
    weeks: int | None = None
    observed: bool = False
    observation: int | None = None
    ready: tuple[Ready, ...] = ()
    samples: tuple[Monitoring, ...] = ()
    batches: tuple[str, ...] = ()

    @property
    def given(self) -> bool:
        """Tell whether the dose has been given."""
        return self.visit.state in {VisitState.OBSERVING, VisitState.DONE}

    def detail(self, words: SheetWords) -> str:
        """Return dose number and route in words, ``dose 4 · s.c. 6u``, and what became of the dose."""
        parts = [self._what(words)]
        if self.visit.state is VisitState.NOT_GIVEN:
            parts.append(words("visit.not_given"))
        elif self.given:
            parts.append(words("visit.given"))
        return " · ".join(parts)

    def _what(self, words: SheetWords) -> str:
        if self.visit.kind is not AppointmentKind.DOSE:
            return words(f"kinds.{self.visit.kind}")
        dose = words("visit.dose_unknown") if self.number is None else words("visit.dose", number=self.number)
        route = words("routes.unknown" if self.route is None else f"routes.{self.route}")
        weeks = "" if self.weeks is None else " " + words("visit.weeks", weeks=self.weeks)
        return f"{dose} · {route}{weeks}"

    def ready_words(self, words: SheetWords) -> tuple[str, ...]:
        """Return the labels of the boxes to tick before the visit."""
        return tuple(words(f"ready.{item}") for item in self.ready)

    def time(self, words: SheetWords) -> str:
        """Return the time of day, or a dash while only the day is agreed."""
        return "–" if self.visit.time is None else words.formats.clock(self.visit.time)


def visit_facts(visits: Iterable[Visit], ward: SheetWard, names: Names) -> tuple[VisitFacts, ...]:
    """Return the booked visits by day and time, each with what the patient's plan says of it."""
    booked = [visit for visit in visits if visit.status is AppointmentStatus.BOOKED]
    known = {visit.patient: ward.patients.get(visit.patient) or Patient(visit.patient) for visit in booked}
    called = labels(known.values(), names)
    facts = (_facts(visit, known[visit.patient], ward, called[visit.patient]) for visit in booked)
    return tuple(sorted(facts, key=_order))


def observation_legend(facts: Sequence[VisitFacts], words: SheetWords) -> str:
    """Explain the mark of observed visits, with the time when it is the same for all; empty when none is observed."""
    observed = [fact for fact in facts if fact.observed]
    if not observed:
        return ""
    minutes = {fact.observation for fact in observed if fact.observation is not None}
    if len(minutes) != 1:
        return words("visit.legend")
    (minute,) = minutes
    hours, rest = divmod(minute, 60)
    length = words("visit.minutes", minutes=minute) if rest else words.counted("visit.hours", hours)
    return words("visit.legend_for", length=length)


def note(visit: Visit, names: Names) -> str:
    """Return the visit's note; only beside full names, since whoever wrote it may have named the patient."""
    return plain(visit.note) if names is Names.FULL else ""


def _order(fact: VisitFacts) -> tuple[date, bool, str, str]:
    at = fact.visit.time
    return fact.visit.on, at is None, "" if at is None else at.isoformat(), sort_key(fact.who)


def _facts(visit: Visit, patient: Patient, ward: SheetWard, who: str) -> VisitFacts:
    if visit.kind is not AppointmentKind.DOSE:
        return VisitFacts(visit, who)
    plan = ward.plans.get(visit.patient)
    if plan is not None:
        planned = next((dose for dose in plan.doses if _is_visit_for(dose, visit.on)), None)
        if planned is not None:
            fact = VisitFacts(visit, who, planned.number, planned.route)
            protocol = ward.protocol_of(patient)
            coming = _coming(fact, patient, plan, planned, protocol)
            return coming if visit.started_at is None else _watched(coming, protocol)
        recorded = next((dose for dose in patient.course.doses if dose.on == visit.on), None)
        if recorded is not None:
            protocol = ward.protocol_of(patient)
            number = _number(recorded, patient, plan)
            return _watched(VisitFacts(visit, who, number, recorded.route, batches=recorded.batches), protocol)
    unclear = visit.state is VisitState.PLANNED
    samples = sampled_at(plan, visit.on) if unclear and plan is not None else ()
    wanted = {Ready.CLEARANCE, *(Ready(row.kind) for row in samples)} if unclear else set()
    ready = tuple(item for item in Ready if item in wanted)
    return VisitFacts(visit, who, observed=unclear, ready=ready, samples=samples)


def _watched(fact: VisitFacts, protocol: Protocol) -> VisitFacts:
    """Return a visit that has begun with the observation that it began with."""
    visit, full = fact.visit, None if protocol.observation is None else protocol.observation.minutes
    under_way = visit.state in {VisitState.STARTED, VisitState.OBSERVING}
    watched = full is not None and under_way and visit.observation_minutes >= full
    return replace(fact, observed=watched, observation=visit.observation_minutes if watched else None)


def _is_visit_for(dose: PlannedDose, day: date) -> bool:
    return dose.day == day and dose.setting is Setting.UNIT


def _number(recorded: Dose, patient: Patient, plan: Plan) -> int | None:
    if not is_completed(recorded):
        return None
    completed = (dose for dose in patient.course.doses if is_completed(dose))
    return plan.doses_completed - sum(recorded.on < dose.on <= plan.as_of for dose in completed)


def _coming(fact: VisitFacts, patient: Patient, plan: Plan, planned: PlannedDose, protocol: Protocol) -> VisitFacts:
    watch = planned.observation
    observed = watch is not None and watch.status is ObservationStatus.REQUIRED
    standard = planned.interval_days == protocol.interval.standard_days
    samples = sampled_at(plan, planned.day, planned.number)
    return replace(
        fact,
        weeks=None if standard else planned.interval_days // DAYS_IN_WEEK,
        observed=observed,
        observation=watch.minutes if watch is not None and observed else None,
        ready=_ready(patient, plan, planned, samples),
        samples=samples,
    )


def _ready(patient: Patient, plan: Plan, planned: PlannedDose, samples: Iterable[Monitoring]) -> tuple[Ready, ...]:
    first = plan.next_dose is None or planned.number == plan.next_dose.number
    needed = {Ready(row.kind) for row in samples}
    if planned.blocked:
        needed.add(Ready.CLEARANCE)
    if _training_needed(patient, plan, planned.day):
        needed.add(Ready.TRAINING)
    if first and any(finding.key in _RENEWALS for finding in plan.findings):
        needed.add(Ready.PRESCRIPTION)
    return tuple(item for item in Ready if item in needed)


def _training_needed(patient: Patient, plan: Plan, day: date) -> bool:
    if any(_is_training(appointment, day) for appointment in patient.course.appointments):
        return True
    wanted = any(regimen.setting is Setting.HOME for regimen in patient.course.regimens)
    conditions = () if plan.home is None else plan.home.conditions
    missing = any(row.key == "training" and row.state is not ConditionState.MET for row in conditions)
    return wanted and missing


def _is_training(appointment: Appointment, day: date) -> bool:
    booked = appointment.status is AppointmentStatus.BOOKED
    return booked and appointment.kind is AppointmentKind.TRAINING and appointment.on == day

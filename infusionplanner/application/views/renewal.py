"""The renewal of a prescription from the first day it is needed until it is collected, and what one must authorise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import entered
from infusionplanner.application.records import PatientId, RenewalState, RenewalStep
from infusionplanner.application.views.overview import Overview
from infusionplanner.domain.away.supply import doses_per_dispensing, last_safe_day
from infusionplanner.domain.dates import add_days
from infusionplanner.domain.finding import Finding
from infusionplanner.domain.patient import AWAY, Course, Patient, Prescription
from infusionplanner.domain.plan import plan
from infusionplanner.domain.protocol import Protocol, SupplyRules
from infusionplanner.domain.result import Plan, Supply

_SUPPLY_RULES = "R-RX-"
_TOO_FEW = "prescription.too_few"


def authorised_left(course: Course, supply: Supply) -> int | None:
    """R-RX-3 Return how many doses the newest prescription still gives; None when its number was never recorded.

    The plan reckons with none of an unknown number; that is no reason to say that there are none.
    """
    newest = max((row for row in course.prescriptions if row.withdrawn_on is None), key=_issued, default=None)
    return None if newest is not None and newest.doses is None else supply.doses_authorised_left


def _issued(prescription: Prescription) -> date:
    return prescription.issued_on


class RenewalStage(StrEnum):
    """How far the renewal of a prescription has come. ``NONE``: there is nothing to do yet."""

    NONE = "none"
    NEEDED = "needed"
    ASKED = "asked"
    SIGNED = "signed"
    AT_PHARMACY = "at_pharmacy"
    COLLECTED = "collected"


_STAGES = tuple(RenewalStage)
_ORDER: Mapping[RenewalStage, int] = {stage: order for order, stage in enumerate(_STAGES)}


@dataclass(frozen=True, slots=True)
class TakenStep:
    """One step of a renewal: when and by whom. An ``implied`` one follows from a prescription or a dispensing."""

    stage: RenewalStage
    on: date
    who: str
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Renewal:
    """How the renewal of one patient's prescription stands.

    ``needed_by`` is the day by which a new prescription must be usable (R-RX-5), ``ask_from`` that day less the lead
    time, from which it is needed. ``steps`` are those of the renewal under way, or of the last one.
    """

    patient: PatientId
    stage: RenewalStage
    needed_by: date | None
    ask_from: date | None
    overdue: bool
    steps: tuple[TakenStep, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether somebody has to do something."""
        return self.stage not in {RenewalStage.NONE, RenewalStage.COLLECTED}

    @property
    def next(self) -> RenewalState | None:
        """Return the step that comes next, None when there is nothing to do."""
        return RenewalState(_STAGES[_ORDER[self.stage] + 1]) if self.is_open else None


def renewal(patient: Patient, found: Plan, protocol: Protocol, steps: Iterable[RenewalStep]) -> Renewal:
    """R-RX-5 Return how a patient's renewal stands by the plan and the recorded ``steps``, oldest first.

    A prescription issued since the renewal began counts as signed, and a dispensing after that as collected, so that
    nothing is entered twice.
    """
    taken = under_way(steps, patient.course)
    needed_by = None if found.supply is None else found.supply.renew_by
    lead = 0 if protocol.supply is None else protocol.supply.renewal_lead_days
    ask_from = None if needed_by is None else add_days(needed_by, -lead)
    stage = taken[-1].stage if taken else RenewalStage.NONE
    near = ask_from is not None and ask_from <= found.as_of
    if near and stage in {RenewalStage.NONE, RenewalStage.COLLECTED}:
        stage, taken = RenewalStage.NEEDED, ()
    late = stage is not RenewalStage.COLLECTED and needed_by is not None and needed_by < found.as_of
    return Renewal(PatientId(patient.id), stage, needed_by, ask_from, late, taken)


def renewal_of(desk: Desk, patient: PatientId) -> Renewal:
    """Return how the renewal of a patient's prescription stands today."""
    with desk.store.reading() as reading:
        known, unit, steps = reading.record(patient).patient, reading.unit(), reading.renewal_steps(patient)
    protocol = desk.protocol(known.course.protocol, unit)
    return renewal(known, plan(known, protocol, unit, desk.today()), protocol, steps)


def renewal_list(overview: Overview, *, days: int | None = None) -> tuple[Renewal, ...]:
    """R-RX-5 Return the renewals with something to do, and those needed within ``days``, the first needed on top."""
    with overview.desk.store.reading() as reading:
        steps = reading.all_renewal_steps()
    return first_needed((renewal_in(overview, who, steps.get(who, ())) for who in overview.patients), overview, days)


def renewal_in(overview: Overview, who: PatientId, steps: Iterable[RenewalStep]) -> Renewal | None:
    """R-RX-5 Return how the renewal of a patient of an overview stands, None where there is nothing to renew."""
    steps = tuple(steps)
    if overview.plans[who].supply is None and not steps:
        return None
    patient = overview.patients[who]
    return renewal(patient, overview.plans[who], overview.protocols[patient.course.protocol], steps)


def first_needed(rows: Iterable[Renewal | None], overview: Overview, days: int | None = None) -> tuple[Renewal, ...]:
    """Return the rows with something to do, and those needed within ``days``, the first needed on top."""
    until = overview.as_of if days is None else add_days(overview.as_of, days)
    found = (row for row in rows if row is not None)
    wanted = [row for row in found if row.is_open or (row.needed_by is not None and row.needed_by <= until)]
    return tuple(sorted(wanted, key=lambda row: (row.needed_by or date.max, row.patient)))


def preview_prescription(desk: Desk, patient: PatientId, prescription: Prescription) -> tuple[Finding, ...]:
    """R-RX-3 Return what the rules of supply say of a prescription before it is issued; nothing is stored.

    Four times three doses look like a year and are one short: that it authorises too few is always among them.
    """
    entered(prescription, "prescription")
    with desk.store.reading() as reading:
        known, unit = reading.record(patient).patient, reading.unit()
    protocol = desk.protocol(known.course.protocol, unit)
    issued = (*known.course.prescriptions, prescription)
    with_it = replace(known, course=replace(known.course, prescriptions=issued))
    as_of = max(desk.today(), prescription.issued_on)
    before = {(row.rule, row.key) for row in plan(known, protocol, unit, as_of).findings}
    return tuple(
        row
        for row in plan(with_it, protocol, unit, as_of).findings
        if row.rule.startswith(_SUPPLY_RULES) and (row.key == _TOO_FEW or (row.rule, row.key) not in before)
    )


@dataclass(frozen=True, slots=True)
class PrescriptionNeed:
    """What a prescription must authorise to last until its last safe day: doses, in how many dispensings."""

    doses: int
    dispensings: int
    last_safe_day: date


def prescription_need(desk: Desk, patient: PatientId, issued_on: date) -> PrescriptionNeed | None:
    """R-RX-1 to R-RX-3 Return what a prescription issued on a day must authorise; None where no rules of supply apply.

    Counted are the doses due until its last safe day that are not at home already.
    """
    with desk.store.reading() as reading:
        known, unit = reading.record(patient).patient, reading.unit()
    protocol = desk.protocol(known.course.protocol, unit)
    if protocol.supply is None:
        return None
    found = plan(known, protocol, unit, desk.today(), months=protocol.supply.valid_months + 1)
    return needed(found, protocol.supply, issued_on)


def needed(found: Plan, rules: SupplyRules, issued_on: date) -> PrescriptionNeed:
    """R-RX-1 to R-RX-3 Return what a prescription issued on a day must authorise, by a plan that reaches its last day.

    Before home treatment is ordered every coming dose counts as one to be taken at home.
    """
    last = last_safe_day(Prescription(issued_on), rules)
    at_home = [dose for dose in found.doses if dose.setting in AWAY] or found.doses
    at_hand = 0 if found.supply is None else found.supply.doses_at_home
    doses = max(0, sum(dose.due <= last for dose in at_home) - at_hand)
    portion = doses_per_dispensing(at_home[0].interval_days, rules) if at_home else 1
    return PrescriptionNeed(doses, -(-doses // portion), last)


def left_out(before: Sequence[TakenStep], step: RenewalState) -> tuple[RenewalState, ...]:
    """Return the steps between those of a renewal under way, or its beginning, and another one."""
    last = max((_ORDER[row.stage] for row in before), default=_ORDER[RenewalStage.NEEDED])
    return tuple(RenewalState(stage) for stage in _STAGES[last + 1 : _ORDER[RenewalStage(step)]])


def under_way(steps: Iterable[RenewalStep], course: Course) -> tuple[TakenStep, ...]:
    """Return the steps of the newest renewal, with those that the recorded facts imply."""
    taken: list[TakenStep] = []
    for step in steps:
        if taken and (not is_after(step.step, taken) or _is_collected_before(step, taken, course)):
            taken = []
        taken.append(TakenStep(RenewalStage(step.step), step.on, step.who))
    return (*taken, *_implied(taken, course))


def is_after(step: RenewalState, taken: Sequence[TakenStep]) -> bool:
    """Tell whether a step goes beyond what somebody has recorded."""
    return _ORDER[RenewalStage(step)] > max(_ORDER[known.stage] for known in taken if not known.implied)


def _is_collected_before(step: RenewalStep, taken: Sequence[TakenStep], course: Course) -> bool:
    """Tell whether the medicine was collected before somebody asked anew or signed anew."""
    anew = step.step in {RenewalState.ASKED, RenewalState.SIGNED}
    return anew and any(row.stage is RenewalStage.COLLECTED and row.on < step.on for row in _implied(taken, course))


def _implied(taken: Sequence[TakenStep], course: Course) -> Iterator[TakenStep]:
    """Yield the steps that nobody has recorded and that a prescription or a dispensing since then tells of."""
    if not taken:
        return
    known = {step.stage: step.on for step in taken}
    last = _ORDER[taken[-1].stage]
    handled = known.get(RenewalStage.SIGNED, known.get(RenewalStage.AT_PHARMACY))
    if last < _ORDER[RenewalStage.SIGNED]:
        issued = (row.issued_on for row in course.prescriptions if row.withdrawn_on is None)
        handled = min((day for day in issued if day >= taken[0].on), default=None)
        if handled is not None:
            yield TakenStep(RenewalStage.SIGNED, handled, "", implied=True)
    if handled is not None and last < _ORDER[RenewalStage.COLLECTED]:
        fetched = min((row.on for row in course.dispensings if row.on >= handled), default=None)
        if fetched is not None:
            yield TakenStep(RenewalStage.COLLECTED, fetched, "", implied=True)

"""The way home of one patient: every condition and every step with its date, what is missing, and the first home dose.

The conditions are those of the plan (R-HOME-5); what the ward adds (what was shown, an own injection in the unit, the
pharmacy's word, the order itself) is noted here, each with who and when.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from infusionplanner.application.desk import Desk
from infusionplanner.application.records import HomeNote, HomeStep, PatientId
from infusionplanner.application.views.home_patients import SOON_WEEKS, soon
from infusionplanner.application.views.overview import Overview
from infusionplanner.domain.patient import AWAY, Course, Hold, Patient, Prescription, Reaction, Regimen
from infusionplanner.domain.plan import plan
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Condition, ConditionState, MonitoringStatus, Plan

MET, NOT_MET = ConditionState.MET, ConditionState.NOT_MET

_FIRST_SC_IN_UNIT = "home.first_sc_in_unit"
_TRAINING = "training"
_MILD = frozenset({None, Reaction.NONE, Reaction.LOCAL})
_LATE = frozenset({MonitoringStatus.OVERDUE, MonitoringStatus.UNKNOWN})


@dataclass(frozen=True, slots=True)
class PathStep:
    """One condition or step. ``on`` is the day it was met, or since when it is not; ``rule`` is empty for the ward's.

    ``note`` is who noted a step and what was said, where there is one.
    """

    key: str
    state: ConditionState
    on: date | None = None
    have: int | None = None
    need: int | None = None
    rule: str = ""
    note: HomeNote | None = None


@dataclass(frozen=True, slots=True)
class HomePath:
    """The way home of one patient.

    ``count_reached_on`` is the proposed day of the dose that completes the count, None once it is complete;
    ``eligible_from`` that day when nothing else is missing (R-HOME-5). ``first_home_dose`` is the due day of the first
    dose that is ordered at home, or could be. ``first_sc_in_unit`` asks for a first s.c. dose in the unit (R-HOME-3).
    """

    patient: PatientId
    steps: tuple[PathStep, ...]
    eligible: bool
    count_reached_on: date | None
    eligible_from: date | None
    first_home_dose: date | None
    first_sc_in_unit: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the keys of what is not met or not known, in their order."""
        return tuple(step.key for step in self.steps if step.state is not MET)


def home_path(patient: Patient, found: Plan, protocol: Protocol, notes: Iterable[HomeNote] = ()) -> HomePath | None:
    """R-HOME-1 to R-HOME-6 Return the way home by a plan; None after a stop, or where there is no home treatment.

    The steps stand in the order in which they are usually taken: doses, product, reaction, hold, controls, training,
    shown, own_injection, prescription, pharmacy_agreed, ordered.
    """
    if found.home is None or protocol.home is None:
        return None
    rows = {row.key: row for row in found.home.conditions}
    reached = _count_reached_on(rows["doses"], found)
    training = rows.pop(_TRAINING)
    noted = {note.step: note for note in notes}
    steps = (
        *(_condition(row, patient.course, found) for row in rows.values()),
        _condition(training, patient.course, found),
        _noted(HomeStep.SHOWN, noted),
        _noted(HomeStep.OWN_INJECTION, noted),
        _prescription(patient.course, found),
        _noted(HomeStep.PHARMACY_AGREED, noted),
        _ordered(patient.course),
    )
    return HomePath(
        patient=PatientId(patient.id),
        steps=steps,
        eligible=found.home.eligible,
        count_reached_on=reached,
        eligible_from=found.home.eligible_from,
        first_home_dose=_first_home_dose(found, reached),
        first_sc_in_unit=any(row.key == _FIRST_SC_IN_UNIT for row in found.findings),
    )


def home_path_of(desk: Desk, patient: PatientId) -> HomePath | None:
    """Return the way home of a patient as of today."""
    with desk.store.reading() as reading:
        known, unit, notes = reading.record(patient).patient, reading.unit(), reading.home_notes(patient)
    protocol = desk.protocol(known.course.protocol, unit)
    return home_path(known, plan(known, protocol, unit, desk.today()), protocol, notes)


def eligible_soon(overview: Overview, weeks: int = SOON_WEEKS) -> tuple[HomePath, ...]:
    """R-HOME-5 Return the way home of everybody who becomes eligible within some weeks, as ``home_view.soon`` tells."""
    with overview.desk.store.reading() as reading:
        notes = reading.all_home_notes()
    paths = (_path(overview, row.patient, notes) for row in soon(overview.plans, weeks))
    return tuple(path for path in paths if path is not None)


def _path(overview: Overview, who: PatientId, notes: Mapping[PatientId, tuple[HomeNote, ...]]) -> HomePath | None:
    patient = overview.patients[who]
    protocol = overview.protocols[patient.course.protocol]
    return home_path(patient, overview.plans[who], protocol, notes.get(who, ()))


def _condition(row: Condition, course: Course, found: Plan) -> PathStep:
    on = row.on if row.state is MET else _since(row.key, course, found)
    return PathStep(row.key, row.state, on, row.have, row.need, row.rule)


def _since(key: str, course: Course, found: Plan) -> date | None:
    """Return since when a condition is not met, where a recorded day tells it."""
    return min(_days_of(key, course, found), default=None)


def _days_of(key: str, course: Course, found: Plan) -> Iterator[date]:
    if key == "hold":
        yield from (row.from_ for row in course.holds if _is_open(row, found.as_of))
    elif key == "reaction":
        yield from (row.on for row in course.doses[::-1] if row.reaction not in _MILD)
    elif key == "controls":
        yield from (row.due for row in found.monitoring if row.status in _LATE)


def _is_open(hold: Hold, as_of: date) -> bool:
    return hold.from_ <= as_of and (hold.lifted_on is None or hold.lifted_on > as_of)


def _noted(step: HomeStep, noted: Mapping[HomeStep, HomeNote]) -> PathStep:
    note = noted.get(step)
    return PathStep(step.value, NOT_MET) if note is None else PathStep(step.value, MET, note.on, note=note)


def _prescription(course: Course, found: Plan) -> PathStep:
    """R-HOME-6 A prescription with doses left, or doses at home already."""
    supply = found.supply
    at_hand = supply is not None and (supply.doses_authorised_left > 0 or supply.doses_at_home > 0)
    issued = [row.issued_on for row in course.prescriptions if _is_valid(row, found.as_of)]
    return PathStep("prescription", MET if at_hand else NOT_MET, max(issued, default=None), rule="R-HOME-6")


def _is_valid(row: Prescription, as_of: date) -> bool:
    return row.issued_on <= as_of and (row.withdrawn_on is None or row.withdrawn_on > as_of)


def _ordered(course: Course) -> PathStep:
    """Return whether the treatment is ordered at home, now or from a day on."""
    newest = max(course.regimens, key=_begins, default=None)
    if newest is None or newest.setting not in AWAY:
        return PathStep("ordered", NOT_MET)
    return PathStep("ordered", MET, newest.from_)


def _begins(regimen: Regimen) -> date:
    return regimen.from_


def _count_reached_on(doses: Condition, found: Plan) -> date | None:
    lacking = (doses.need or 0) - (doses.have or 0)
    return found.doses[lacking - 1].day if 0 < lacking <= len(found.doses) else None


def _first_home_dose(found: Plan, reached: date | None) -> date | None:
    """Return the due day of the first dose ordered at home, else of the first one after the count is reached."""
    at_home = next((dose.due for dose in found.doses if dose.setting in AWAY), None)
    if at_home is not None:
        return at_home
    if reached is None and found.home is not None and any(_is_short(row) for row in found.home.conditions):
        return None
    return next((dose.due for dose in found.doses if reached is None or dose.day > reached), None)


def _is_short(row: Condition) -> bool:
    return row.key == "doses" and row.state is not MET

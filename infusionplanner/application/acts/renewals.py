"""The renewal of a prescription, step by step to its end: a new prescription that is recorded."""

from collections.abc import Sequence
from datetime import date

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import entered, happened
from infusionplanner.application.errors import InvalidActError
from infusionplanner.application.ports import Reading
from infusionplanner.application.records import Done, PatientId, RenewalState, RenewalStep
from infusionplanner.application.views.renewal import (
    Renewal,
    RenewalStage,
    TakenStep,
    is_after,
    left_out,
    renewal,
    under_way,
)
from infusionplanner.domain.patient import Course, Prescription
from infusionplanner.domain.plan import plan


class RenewalOrderError(InvalidActError):
    """A renewal goes forward only."""

    def __init__(self, step: RenewalState, stage: RenewalStage) -> None:
        self.step, self.stage = step, stage


class RenewalStepsLeftOutError(InvalidActError):
    """Steps of a renewal are left out, and nobody has said so."""

    def __init__(self, steps: Sequence[RenewalState]) -> None:
        self.steps = tuple(steps)


class NewPrescriptionMissingError(InvalidActError):
    """A renewal ends with a new prescription, and none is recorded."""


def advance_renewal(  # noqa: PLR0913 - what a step of a renewal is
    desk: Desk,
    patient: PatientId,
    step: RenewalState,
    on: date | None = None,
    *,
    leaving_out: bool = False,
    prescription: Prescription | None = None,
) -> Done:
    """R-RX-5 Record the next step of a renewal, taken today unless ``on`` says otherwise, by this person.

    With ``leaving_out`` steps may be left out. ``prescription`` is the new one; before the medicine is collected it is
    recorded, here or by itself. What has been collected is over: the next step begins another renewal.

    Raises:
        RenewalOrderError: The renewal has come so far or farther already.
        RenewalStepsLeftOutError: Steps would be left out unasked.
        NewPrescriptionMissingError: The medicine is collected, and there is no new prescription.
    """
    taken = on or desk.today()
    entered(prescription, "prescription")
    happened("renewal", taken, desk.today())
    happened("prescription", None if prescription is None else prescription.issued_on, desk.today())
    with desk.act(ActKind.ADVANCE_RENEWAL, patient) as work:
        before = under_way(work.renewal_steps(patient), work.record(patient).patient.course)
        begun = before if before and before[-1].stage is not RenewalStage.COLLECTED else ()
        if begun and not is_after(step, begun):
            raise RenewalOrderError(step, begun[-1].stage)
        if (missing := left_out(begun, step)) and not leaving_out:
            raise RenewalStepsLeftOutError(missing)
        if prescription is not None:
            work.add(patient, prescription)
        if step is RenewalState.COLLECTED and _is_still_needed(desk, work, patient, begun):
            raise NewPrescriptionMissingError
        work.add_renewal_step(patient, RenewalStep(step, taken, desk.who))
        return work.done()


def asks_for_prescription(row: Renewal, course: Course, step: RenewalState) -> bool:
    """Tell whether a step of a renewal needs the new prescription to be recorded with it."""
    near = row.ask_from is not None and row.is_open
    return step is RenewalState.COLLECTED and near and not _is_issued(row.steps, course)


def _is_still_needed(desk: Desk, reading: Reading, patient: PatientId, begun: Sequence[TakenStep]) -> bool:
    """Tell whether the prescription in force has to be renewed all the same, and none was issued since it began."""
    known, unit = reading.record(patient).patient, reading.unit()
    if _is_issued(begun, known.course):
        return False
    protocol = desk.protocol(known.course.protocol, unit)
    return renewal(known, plan(known, protocol, unit, desk.today()), protocol, ()).is_open


def _is_issued(begun: Sequence[TakenStep], course: Course) -> bool:
    issued = (row.issued_on for row in course.prescriptions if row.withdrawn_on is None)
    return bool(begun) and any(day >= begun[0].on for day in issued)

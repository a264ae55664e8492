"""What a patient's calendar is to hold today, from the facts: the one basis of handing out and of finding untrue ones.

A home dose whose day has passed and that has not been reported counts as taken on its day here, until the ward knows:
it usually was. Else every such calendar would be untrue from the morning after each dose, and a calendar handed out
that day would tell the patient a later day for all doses to come. The work list and the call list go on asking
(R-HOME-7).
"""

from dataclasses import dataclass, replace
from datetime import date

from infusionplanner.application.calendar.values import CalendarOptions, LeftOut, WantedEvent
from infusionplanner.application.calendar.wanted import left_out, wanted_events
from infusionplanner.domain.patient import AWAY, Dose, DoseStatus, Patient, Reaction, Reporter
from infusionplanner.domain.plan import plan
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Plan
from infusionplanner.domain.unit import Unit

MONTHS_AHEAD = 12
"""How far a calendar reaches."""


@dataclass(frozen=True, slots=True)
class CalendarBasis:
    """One patient as a calendar is made from: the facts and the plan as they are, and as they are taken to be."""

    unit: Unit
    protocol: Protocol
    patient: Patient
    plan: Plan
    supposed_patient: Patient
    supposed_plan: Plan

    @classmethod
    def of(cls, patient: Patient, protocol: Protocol, unit: Unit, as_of: date) -> "CalendarBasis":
        """Plan a patient as of a day, and once more with the unreported home dose taken."""
        found = plan(patient, protocol, unit, as_of, months=MONTHS_AHEAD)
        supposed = with_unreported_doses(patient, protocol, found)
        if supposed is patient:
            return cls(unit, protocol, patient, found, patient, found)
        planned = plan(supposed, protocol, unit, as_of, months=MONTHS_AHEAD)
        return cls(unit, protocol, patient, found, supposed, planned)

    def wanted(self, options: CalendarOptions) -> tuple[WantedEvent, ...]:
        """Return the events that the calendar should hold."""
        return wanted_events(self.supposed_plan, self.unit, self.protocol, self.supposed_patient, options)

    def left_out(self, options: CalendarOptions) -> tuple[LeftOut, ...]:
        """Return what the plan speaks of and the calendar must not."""
        return left_out(self.plan, self.unit, self.protocol, self.patient, options)


def with_unreported_doses(patient: Patient, protocol: Protocol, found: Plan) -> Patient:
    """R-HOME-7 Return the patient with the unreported home doses recorded as taken; the same one without any."""
    if not found.unreported or found.next_dose is None:
        return patient
    coming, course = found.next_dose, patient.course
    at_home = [row.setting for row in course.regimens if row.setting in AWAY]
    taken = (
        Dose(
            day,
            route=coming.route,
            setting=at_home[-1],
            product=course.product,
            status=DoseStatus.GIVEN,
            mg=protocol.dose.mg,
            reaction=Reaction.NONE,
            reported_by=Reporter.PATIENT,
        )
        for day in found.unreported
    )
    doses = sorted((*course.doses, *taken), key=lambda dose: dose.on)
    return replace(patient, course=replace(course, doses=tuple(doses)))

"""What a patient's calendar is to hold today, from the facts: the one basis of handing out and of finding untrue ones.

A home dose whose day has passed and that has not been reported counts as taken on its day here, until the ward knows:
it usually was. Else every such calendar would be untrue from the morning after each dose, and a calendar handed out
that day would tell the patient a later day for all doses to come. The work list and the call list go on asking
(R-HOME-7), and a dose that a stop blocks is never taken for granted.
"""

from dataclasses import dataclass, replace
from datetime import date

from infusionplanner.application.calendar.values import CalendarOptions, LeftOut, WantedEvent
from infusionplanner.application.calendar.wanted import left_out, wanted_events
from infusionplanner.domain.patient import Dose, DoseStatus, Patient, Reaction, Reporter, Setting
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
        supposed = with_unreported_dose(patient, protocol, found)
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


def with_unreported_dose(patient: Patient, protocol: Protocol, found: Plan) -> Patient:
    """Return the patient with the home dose of a passed day recorded as taken; the same one when there is none.

    What is recorded since that day, a missed dose or a part of one, tells that it was not taken as planned.
    """
    coming, doses = found.next_dose, patient.course.doses
    if coming is None or coming.blocked or coming.setting is not Setting.HOME or coming.due >= found.as_of:
        return patient
    if any(dose.on >= coming.due for dose in doses):
        return patient
    taken = Dose(
        coming.due,
        route=coming.route,
        setting=Setting.HOME,
        product=patient.course.product,
        status=DoseStatus.GIVEN,
        mg=protocol.dose.mg,
        reaction=Reaction.NONE,
        reported_by=Reporter.PATIENT,
    )
    return replace(patient, course=replace(patient.course, doses=(*doses, taken)))

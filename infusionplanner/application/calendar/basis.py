"""What the events of one patient's calendar are made from, and the two ways to make one: a reminder, an appointment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from infusionplanner.application.calendar.values import CalendarOptions, EventKind, LeftOut, WantedEvent
from infusionplanner.application.records import PatientId
from infusionplanner.domain.dates import add_days
from infusionplanner.domain.patient import Appointment, AppointmentKind, AppointmentStatus, Patient
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Plan, PlannedDose
from infusionplanner.domain.unit import Unit

Entry = WantedEvent | LeftOut

_SEARCH_DAYS = 31
"""How far an open day is sought; a unit that is closed for a month gets the day itself."""


@dataclass(frozen=True, slots=True)
class Basis:
    """One patient's facts and plan, the unit's days and the choices for the calendar."""

    plan: Plan
    unit: Unit
    protocol: Protocol
    patient: Patient
    options: CalendarOptions

    @property
    def doses(self) -> tuple[PlannedDose, ...]:
        """Return the coming doses, the next one first, also when the plan looks no month ahead."""
        coming = self.plan.next_dose
        return self.plan.doses or (() if coming is None else (coming,))

    def booked(self) -> Iterator[Appointment]:
        """Yield the appointments that stand, by day and time."""
        standing = (row for row in self.patient.course.appointments if row.status is AppointmentStatus.BOOKED)
        yield from sorted(standing, key=lambda row: (row.on, row.time or time.min))

    def cancelled_doses(self) -> Iterator[date]:
        """Yield the days of appointments for a dose that were cancelled."""
        for row in self.patient.course.appointments:
            if row.kind is AppointmentKind.DOSE and row.status is AppointmentStatus.CANCELLED:
                yield row.on

    def event(self, slot: str, kind: EventKind, on: date, at: time, *, booked: bool) -> WantedEvent:
        """Return an event at a local time."""
        return WantedEvent(
            PatientId(self.patient.id), slot, kind, on, at.replace(second=0, microsecond=0), booked=booked
        )

    def reminder(self, slot: str, kind: EventKind, day: date, *, not_before: date | None = None) -> WantedEvent:
        """Return a reminder on the last open day up to ``day``, or on the next one when that has passed or is today.

        Never before ``not_before``: then it is the first open day from there.
        """
        tomorrow = add_days(self.plan.as_of, 1)
        earliest = tomorrow if not_before is None else max(tomorrow, not_before)
        return WantedEvent(
            PatientId(self.patient.id),
            slot,
            kind,
            self._open_day(max(day, earliest), earliest),
            self.options.reminder_time,
            soon=day < tomorrow,
        )

    def _open_day(self, day: date, earliest: date) -> date:
        before = (add_days(day, -n) for n in range(min(_SEARCH_DAYS, (day - earliest).days + 1)))
        after = (add_days(day, n) for n in range(1, _SEARCH_DAYS))
        return self._first_open(before) or self._first_open(after) or day

    def _first_open(self, days: Iterable[date]) -> date | None:
        return next((day for day in days if self.unit.is_open(day)), None)

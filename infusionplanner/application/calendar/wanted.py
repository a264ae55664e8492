"""From a plan to the events of a patient's calendar. Pure; the words are made in ``calendar_wording``.

What would mislead the person who reads it alone at home is left out (``left_out`` says what and why), and merging then
withdraws what was handed out of it before:

- A dose that a stop blocks. A calendar must never tell a patient to take such a dose at home. A blocked dose in the
  unit stays only if it is booked (R-PREG-1: booked times are kept), since the ward sees to it there.
- A dose whose day has passed without a report or a record. The patient may well have taken it; moved to today it would
  be taken twice (R-HOME-7: the ward calls).
- A dose in the unit whose agreed time was cancelled and that has no other yet. Shown as provisional on the day of the
  plan it would look moved, and the patient would come to no chair; left out, the agreed time is shown as cancelled.
- A control that had its appointment and waits for its result.

Slots keep an event's identity when it moves: doses by lifetime number, controls by how many results of the kind there
are, orders and collections by how many dispensings, renewals by how many prescriptions.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from infusionplanner.application.calendar.basis import Basis, Entry
from infusionplanner.application.calendar.spacing import apart
from infusionplanner.application.calendar.supply import supply_events
from infusionplanner.application.calendar.values import (
    EVENT_MINUTES,
    CalendarOptions,
    EventKind,
    LeftOut,
    LeftOutReason,
    WantedEvent,
)
from infusionplanner.application.records import PatientId, Visit
from infusionplanner.domain.patient import AWAY, Appointment, AppointmentKind, AppointmentStatus, Patient
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Monitoring, Plan, PlannedDose
from infusionplanner.domain.unit import Unit

_ORDER = {kind: at for at, kind in enumerate(EventKind)}
_CONTROLS = {kind.value: kind for kind in EventKind if kind.is_control}


def wanted_events(
    plan: Plan, unit: Unit, protocol: Protocol, patient: Patient, options: CalendarOptions | None = None
) -> tuple[WantedEvent, ...]:
    """Return the events that the patient's calendar should hold, by day and kind, none overlapping another.

    ``protocol`` is the one that the plan was made with (the unit's overrides included).
    """
    options = options or CalendarOptions()
    entries = _entries(Basis(plan, unit, protocol, patient, options))
    events = [entry for entry in entries if isinstance(entry, WantedEvent) and entry.kind in options.kinds]
    return apart(sorted(events, key=_by_day_and_kind))


def left_out(
    plan: Plan, unit: Unit, protocol: Protocol, patient: Patient, options: CalendarOptions | None = None
) -> tuple[LeftOut, ...]:
    """Return what the plan speaks of and the calendar must not, for the nurse who hands it out."""
    options = options or CalendarOptions()
    entries = _entries(Basis(plan, unit, protocol, patient, options))
    return tuple(entry for entry in entries if isinstance(entry, LeftOut) and entry.kind in options.kinds)


def week_events(visits: Iterable[Visit], initials: Mapping[PatientId, str], unit: Unit) -> tuple[WantedEvent, ...]:
    """Return the unit's own visits for the ward's shared calendar: initials and place, nothing else of the patient.

    Visits at the same time in different places stand beside each other. A visit without a time stands at opening time.
    The ledger of these events belongs to no patient: its patient id is empty.
    """
    standing = (visit for visit in visits if visit.status is AppointmentStatus.BOOKED)
    return tuple(
        WantedEvent(
            PatientId(""),
            f"visit:{visit.id}",
            EventKind.VISIT,
            visit.on,
            visit.time or unit.opens,
            minutes=visit.minutes or EVENT_MINUTES,
            booked=visit.time is not None,
            label=" · ".join(part for part in (initials[visit.patient], visit.place) if part),
        )
        for visit in sorted(standing, key=lambda visit: (visit.on, visit.time or unit.opens, visit.id))
    )


def _by_day_and_kind(event: WantedEvent) -> tuple[date, int, str]:
    return event.on, _ORDER[event.kind], event.slot


def _entries(basis: Basis) -> Iterator[Entry]:
    yield from _doses(basis)
    yield from _training(basis)
    yield from _controls(basis)
    yield from supply_events(basis)


def _doses(basis: Basis) -> Iterator[Entry]:
    times = {row.on: row.time for row in basis.booked() if row.kind is AppointmentKind.DOSE}
    for dose in basis.doses:
        at_home = dose.setting in AWAY
        kind = EventKind.HOME_DOSE if at_home else EventKind.DOSE
        slot = f"dose:{dose.number}"
        reason = _why_not(dose, basis)
        if reason is not None:
            yield LeftOut(slot, kind, dose.due, reason)
            continue
        agreed = times.get(dose.day) if dose.booked else None
        usual = basis.options.home_time if at_home else basis.options.visit_time
        yield basis.event(slot, kind, dose.day, agreed or usual, booked=agreed is not None)


def _why_not(dose: PlannedDose, basis: Basis) -> LeftOutReason | None:
    """Return why a dose must not stand in the calendar, or None. See the head of this module."""
    at_home = dose.setting in AWAY
    if dose.blocked and (at_home or not dose.booked):
        return LeftOutReason.BLOCKED
    if dose.booked:
        return None
    if dose.due < basis.plan.as_of:
        return LeftOutReason.OVERDUE
    if at_home:
        return None
    return None if basis.options.provisional and not _was_cancelled(dose, basis) else LeftOutReason.NOT_BOOKED


def _was_cancelled(dose: PlannedDose, basis: Basis) -> bool:
    first = max(dose.earliest, basis.plan.as_of)
    return any(first <= day <= dose.latest for day in basis.cancelled_doses())


def _training(basis: Basis) -> Iterator[Entry]:
    ahead = [row for row in basis.booked() if row.kind is AppointmentKind.TRAINING and row.on >= basis.plan.as_of]
    for number, row in enumerate(ahead, len(basis.patient.course.training) + 1):
        yield _appointment(basis, f"training:{number}", EventKind.TRAINING, row)


def _controls(basis: Basis) -> Iterator[Entry]:
    """Yield booked controls at their time, and a reminder for each kind that is due without one."""
    done = Counter(result.kind.value for result in basis.patient.results)
    booked: dict[str, list[Appointment]] = {}
    for row in basis.booked():
        if row.kind.value in _CONTROLS and row.on >= basis.plan.as_of:
            booked.setdefault(row.kind.value, []).append(row)
    for name, rows in booked.items():
        for number, row in enumerate(rows, done[name] + 1):
            yield _appointment(basis, f"{name}:{number}", _CONTROLS[name], row)
    for control in basis.plan.monitoring:
        if control.kind not in booked:
            yield _due_control(basis, control, f"{control.kind}:{done[control.kind] + 1}")
    yield from _surveillance(basis, len(booked.get(EventKind.MRI, ())))


def _due_control(basis: Basis, control: Monitoring, slot: str) -> Entry:
    kind = _CONTROLS.get(control.kind, EventKind.CONTROL)
    if _awaits_result(basis, control):
        return LeftOut(slot, kind, control.due, LeftOutReason.AWAITING_RESULT)
    if control.on_visit is not None and (control.on_visit > basis.plan.as_of or _is_booked(basis, control.on_visit)):
        return basis.event(slot, kind, control.on_visit, basis.options.reminder_time, booked=False)
    return basis.reminder(slot, kind, control.due, not_before=control.not_before)


def _is_booked(basis: Basis, day: date) -> bool:
    return any(dose.booked and dose.day == day for dose in basis.doses)


def _awaits_result(basis: Basis, control: Monitoring) -> bool:
    """Tell whether an appointment for this control has passed since its last result."""
    last = control.last or date.min
    return any(row.kind.value == control.kind and last < row.on < basis.plan.as_of for row in basis.booked())


def _surveillance(basis: Basis, booked: int) -> Iterator[Entry]:
    """R-STOP-4 Yield the MRI of the follow-up after a stop that still lie ahead, less those that are booked."""
    if basis.plan.surveillance is None:
        return
    days = [(at, day) for at, day in enumerate(basis.plan.surveillance.mri, 1) if day >= basis.plan.as_of]
    for at, day in days[booked:]:
        yield basis.reminder(f"surveillance:{at}", EventKind.MRI, day)


def _appointment(basis: Basis, slot: str, kind: EventKind, row: Appointment) -> WantedEvent:
    return basis.event(slot, kind, row.on, row.time or basis.options.reminder_time, booked=row.time is not None)

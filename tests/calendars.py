"""Plans, wanted events and ledgers in one line, for the tests of calendars."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from builders import HOME, SC, UNIT, d

from infusionplanner.application.calendar.ledger import Ledger, merge
from infusionplanner.application.calendar.values import (
    PATIENT_KINDS,
    CalendarContent,
    ContentLevel,
    EventKind,
    WantedEvent,
)
from infusionplanner.application.records import PatientId
from infusionplanner.domain.patient import Appointment, AppointmentKind
from infusionplanner.domain.result import Monitoring, MonitoringStatus, Plan, PlannedDose, Supply

PATIENT = PatientId("ex-01")
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
NEUTRAL = CalendarContent(phone="55 00 00 00")
PLAIN = CalendarContent(ContentLevel.PLAIN, phone="55 00 00 00")
FULL = CalendarContent(ContentLevel.FULL, phone="55 00 00 00", treatment="natalizumab", place="MS-enheten")


def uids() -> Callable[[], str]:
    """Return a source of identities that counts."""
    numbers: Iterator[int] = count(1)
    return lambda: f"{next(numbers):08}-0000-4000-8000-000000000000@avtale.invalid"


def planned(number: int, due: str, **fields: Any) -> PlannedDose:
    """Return a coming home dose on its due day, with other ``fields`` as told."""
    day = d(due)
    usual: dict[str, Any] = {
        "proposed": day,
        "earliest": day - timedelta(5),
        "latest": day + timedelta(5),
        "alternatives": (),
        "route": SC,
        "setting": HOME,
        "interval_days": 28,
        "blocked": False,
        "observation": None,
        "rule": "R-INT-2",
    }
    return PlannedDose(number=number, due=day, **{**usual, **fields})


def in_unit(number: int, due: str, **fields: Any) -> PlannedDose:
    """Return a coming dose in the unit."""
    return planned(number, due, setting=UNIT, **fields)


def control(kind: str, due: str, **fields: Any) -> Monitoring:
    """Return the next control of a kind."""
    usual: dict[str, Any] = {
        "status": MonitoringStatus.OK,
        "last": None,
        "window_from": None,
        "not_before": None,
        "before_dose": None,
        "on_visit": None,
        "rule": "R-MON-1",
    }
    return Monitoring(kind=kind, due=d(due), **{**usual, **fields})


def supply(needed_by: str | None, **fields: Any) -> Supply:
    """Return a supply whose first dose without syringes is due on a day."""
    usual: dict[str, Any] = {
        "doses_at_home": 1,
        "doses_per_dispensing": 3,
        "covers_through": None,
        "order_by": None,
        "earliest_dispensing": None,
        "last_safe_day": None,
        "doses_authorised_left": 9,
        "renew_by": None,
        "first_dose_without_authorisation": None,
    }
    return Supply(next_dispensing_by=None if needed_by is None else d(needed_by), **{**usual, **fields})


def plan_of(*doses: PlannedDose, as_of: str = "2026-11-23", **fields: Any) -> Plan:
    """Return a plan with these coming doses."""
    usual: dict[str, Any] = {
        "patient": PATIENT,
        "as_of": d(as_of),
        "protocol": "natalizumab/2026.1",
        "doses_completed": 11,
        "next_dose": doses[0] if doses else None,
        "doses": doses,
        "home": None,
        "supply": None,
        "monitoring": (),
        "pml": None,
        "rebound": None,
        "transition": None,
        "surveillance": None,
        "findings": (),
    }
    return Plan(**{**usual, **fields})


def booked(on: str, at: str | None = "10:00", kind: AppointmentKind = AppointmentKind.DOSE) -> Appointment:
    """Return a booked time."""
    return Appointment(d(on), time.fromisoformat(at) if at else None, kind)


def wanted(slot: str, on: str | date, at: str = "18:00", **fields: Any) -> WantedEvent:
    """Return a wanted event; its kind is the slot's, a home dose for ``dose``."""
    name = slot.partition(":")[0]
    kind = fields.pop("kind", EventKind.HOME_DOSE if name == "dose" else EventKind(name))
    day = d(on) if isinstance(on, str) else on
    return WantedEvent(PATIENT, slot, kind, day, time.fromisoformat(at), **fields)


def ledger_of(*events: WantedEvent, now: datetime = NOW, content: CalendarContent = NEUTRAL) -> Ledger:
    """Return the ledger after these events were merged for the first time."""
    return merge((), events, now, uids(), content)


def shown(events: Any) -> list[str]:
    """Return events as ``slot day time``, for comparing at a glance."""
    return [f"{event.slot} {event.on} {event.time:%H:%M}" for event in events]


def everything(content: CalendarContent) -> Ledger:
    """Return a ledger with every kind of event, booked and not, and withdrawn ones."""
    kinds = sorted(PATIENT_KINDS)
    events: list[WantedEvent] = []
    for number, kind in enumerate(kinds):
        day = date(2026, 12, 1) + timedelta(number)
        events.append(wanted(f"{kind}:1", day, "08:00", kind=kind, booked=True))
        events.append(wanted(f"{kind}:2", day, "10:00", kind=kind))
        events.append(wanted(f"{kind}:3", day, "12:00", kind=kind))
    ledger = merge((), events, NOW, uids(), content)
    return merge(ledger, [event for event in events if not event.slot.endswith(":3")], NOW, uids(), content)

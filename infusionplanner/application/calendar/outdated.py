"""Whose handed-out calendar is no longer true: what the patient holds against what the plan says today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from infusionplanner.application.calendar.content import CalendarBasis
from infusionplanner.application.calendar.hand_out import up_to_date
from infusionplanner.application.calendar.ledger import stale
from infusionplanner.application.calendar.values import (
    CalendarChange,
    CalendarChoice,
    ExportScope,
    HandedCalendar,
)
from infusionplanner.application.garbage import uncollected
from infusionplanner.application.records import Done, PatientId
from infusionplanner.application.views.overview import Overview


@dataclass(frozen=True, slots=True)
class StaleCalendar:
    """A calendar that is not true any more: what differs, who handed it out and when, and with which choice."""

    patient: PatientId
    changes: tuple[CalendarChange, ...]
    exported_at: datetime
    by: str
    choice: CalendarChoice

    @property
    def first(self) -> datetime:
        """Return the first moment at which the patient's calendar shows something that is not so."""
        return min(at for change in self.changes for at in (change.before, change.after) if at is not None)


@dataclass(frozen=True, slots=True)
class StaleList:
    """The calendars that are not true as of an overview. Never changed: ``refresh`` gives the next one."""

    overview: Overview
    found: Mapping[PatientId, StaleCalendar]

    @classmethod
    def of(cls, overview: Overview) -> "StaleList":
        """Compare all that was handed out with the plans of today."""
        with overview.desk.store.reading() as reading:
            handed = reading.handed_calendars()
        with uncollected():
            return cls(overview, _untrue(overview, handed))

    def refresh(self, overview: Overview, done: Done) -> "StaleList":
        """Return the list after an act, of which ``overview`` knows: only the patients that it changed are compared."""
        if done.unit or overview.as_of != self.overview.as_of:
            return StaleList.of(overview)
        with overview.desk.store.reading() as reading:
            exports = {who: reading.calendar_exports(who) for who in done.patients}
            handed = {who: HandedCalendar(reading.calendar_events(who), each) for who, each in exports.items() if each}
        kept = {who: row for who, row in self.found.items() if who not in done.patients}
        return StaleList(overview, kept | _untrue(overview, handed))

    @property
    def calendars(self) -> tuple[StaleCalendar, ...]:
        """Return the calendars that are not true, the one on top whose first untrue moment comes first."""
        return tuple(sorted(self.found.values(), key=lambda row: (row.first, row.patient)))


def stale_calendars(overview: Overview) -> tuple[StaleCalendar, ...]:
    """Return whose telephone shows something that is not true, the one on top where that comes first.

    A new calendar or the withdrawal of it clears a patient from the list.
    """
    return StaleList.of(overview).calendars


def _untrue(overview: Overview, handed: Mapping[PatientId, HandedCalendar]) -> dict[PatientId, StaleCalendar]:
    rows = (_stale(overview, who, calendar) for who, calendar in handed.items() if who in overview.patients)
    return {row.patient: row for row in rows if row is not None}


def _stale(overview: Overview, who: PatientId, calendar: HandedCalendar) -> StaleCalendar | None:
    last = calendar.exports[-1]
    if last.scope is ExportScope.WITHDRAWAL:
        return None
    patient = overview.patients[who]
    protocol = overview.protocols[patient.course.protocol]
    choice = up_to_date(last.choice, overview.unit, protocol)
    wanted = CalendarBasis.of(patient, protocol, overview.unit, overview.as_of).wanted(choice.options)
    changes = stale(calendar.exports, calendar.events, wanted, overview.desk.clock.utc(), choice.content)
    return StaleCalendar(who, changes, last.at, last.by, choice) if changes else None

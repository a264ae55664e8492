"""What was handed out is kept whole: versions, choices, and the steps of supply and of home treatment, also in bulk."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from infusionplanner.application.calendar.values import (
    CalendarChoice,
    CalendarContent,
    CalendarExport,
    CalendarOptions,
    ContentLevel,
    EventKind,
    EventVersion,
    ExportScope,
    HandedCalendar,
)
from infusionplanner.application.errors import UnknownPatientError
from infusionplanner.application.records import (
    CalendarEvent,
    HomeNote,
    HomeStep,
    PatientId,
    RenewalState,
    RenewalStep,
)
from infusionplanner.domain.patient import Language, Patient
from infusionplanner.storage.writing import SqliteWriting

Writing = Callable[[], AbstractContextManager[SqliteWriting]]

DAY = date(2026, 12, 21)
NOW = datetime(2026, 11, 23, 8, 0)
NOBODY, WEEK = PatientId("nobody"), PatientId("")
CHOICE = CalendarChoice(
    CalendarOptions(
        kinds=frozenset({EventKind.HOME_DOSE, EventKind.ORDER}),
        home_time=time(7, 45),
        reminder_time=time(9),
        visit_time=time(8, 30),
        collect_days_before=5,
        provisional=False,
    ),
    CalendarContent(ContentLevel.FULL, Language.EN, "22 00 00 00", "natalizumab; «æøå», \U0001f4c5", "Enhet\n2"),
)


def export(patient: PatientId, **fields: object) -> CalendarExport:
    made = CalendarExport(patient, NOW, "AD", ExportScope.WHOLE, DAY, (EventVersion("u1", 0), EventVersion("u2", 3)))
    return replace(made, **fields)  # type: ignore[arg-type] # fields by name


def event(patient: PatientId, uid: str) -> CalendarEvent:
    moment = datetime(2026, 11, 23, 7, tzinfo=UTC)
    return CalendarEvent(patient, f"dose:{uid}", uid, 0, moment, "dose", DAY, time(10), 30)


def test_every_handing_out_is_kept_with_its_choice(writing: Writing, stored: PatientId) -> None:
    first = export(stored, choice=CHOICE)
    second = export(stored, scope=ExportScope.WITHDRAWAL, versions=(), by="MS")
    with writing() as work:
        work.add_calendar_export(first)
        work.add_calendar_export(second)
        assert work.calendar_exports(stored) == (first, second)
        assert work.calendar_exports(NOBODY) == ()


def test_all_handed_out_calendars_are_read_at_once(writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        assert work.handed_calendars() == {}
        other = work.add_patient(Patient("ex-02"))
        work.put_calendar_events(stored, (event(stored, "u1"), event(stored, "u2")))
        work.put_calendar_events(other, (event(other, "u3"),))
        work.add_calendar_export(export(stored))
        work.add_calendar_export(export(WEEK, versions=()))
        work.add_calendar_export(export(stored, scope=ExportScope.SINGLE))
        assert work.handed_calendars() == {
            stored: HandedCalendar(
                (event(stored, "u1"), event(stored, "u2")),
                (export(stored), export(stored, scope=ExportScope.SINGLE)),
            ),
            WEEK: HandedCalendar((), (export(WEEK, versions=()),)),
        }


def test_renewals_of_all_are_read_at_once(writing: Writing, stored: PatientId) -> None:
    asked, signed = RenewalStep(RenewalState.ASKED, DAY, "AD"), RenewalStep(RenewalState.SIGNED, DAY, "KL")
    with writing() as work:
        other = work.add_patient(Patient("ex-02"))
        for who, step in ((stored, asked), (other, asked), (stored, signed)):
            work.add_renewal_step(who, step)
        assert work.all_renewal_steps() == {stored: (asked, signed), other: (asked,)}


def test_a_step_towards_home_is_noted_once(writing: Writing, stored: PatientId) -> None:
    agreed = HomeNote(HomeStep.PHARMACY_AGREED, DAY, "AD", "Apoteket ved torget")
    shown = HomeNote(HomeStep.SHOWN, DAY, "AD", "film, sprøyte")
    with writing() as work:
        work.put_home_note(stored, replace(agreed, text="et annet"))
        work.put_home_note(stored, shown)
        work.put_home_note(stored, agreed)
        assert work.home_notes(stored) == (agreed, shown)
        assert work.all_home_notes() == {stored: (agreed, shown)}
        assert work.home_notes(NOBODY) == ()
        with pytest.raises(UnknownPatientError):
            work.put_home_note(NOBODY, shown)

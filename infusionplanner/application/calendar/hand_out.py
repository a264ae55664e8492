"""Handing out calendars: a patient's own, the withdrawal of it, and the unit's week, as files in a folder.

Each handing out is one act: the ledger of identities and versions and the record of who handed out what are stored
together, then the files get their names. So a file that is out is always known, and a failure before leaves neither.
The act cannot be undone, since the file has left the ward; a later calendar takes its place.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Protocol

from infusionplanner.application import settings
from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.calendar.content import CalendarBasis
from infusionplanner.application.calendar.ledger import (
    Ledger,
    export_of,
    merge,
    start_of,
    upcoming,
    what_changed,
    withdraw_all,
)
from infusionplanner.application.calendar.values import (
    CalendarChange,
    CalendarChoice,
    CalendarContent,
    CalendarExport,
    CalendarOptions,
    ContentLevel,
    ExportScope,
    LeftOut,
)
from infusionplanner.application.calendar.wanted import week_events
from infusionplanner.application.calendar.wording import words
from infusionplanner.application.desk import Desk
from infusionplanner.application.errors import PlannerError
from infusionplanner.application.ports import Reading
from infusionplanner.application.records import Done, PatientId
from infusionplanner.application.sheets.names import labels
from infusionplanner.application.sheets.values import DAYS_IN_WEEK, Names
from infusionplanner.domain.patient import Language, Patient
from infusionplanner.domain.protocol import Protocol as TreatmentProtocol
from infusionplanner.domain.unit import Unit

THE_UNIT = PatientId("")
"""Whose ledger the unit's own week has."""


class NothingHandedOutError(PlannerError):
    """A withdrawal was asked for, and nothing that lies ahead was handed out."""


class NothingBookedError(PlannerError):
    """The week that was asked for is empty."""

    def __init__(self, monday: date) -> None:
        self.year, self.week, _ = monday.isocalendar()


class ReadyFiles(Protocol):
    """Files that are on disk in full and have only their names to get."""

    def publish(self) -> tuple[Path, ...]:
        """Give the files their names and return where they are. Raises ``CalendarError``."""


class CalendarPress(Protocol):
    """Makes calendar files: tested before they are handed out, saved whole, nothing overwritten in silence."""

    def new_uid(self) -> str:
        """Return a random identity for a new event."""

    def files(
        self, ledger: Ledger, events: Ledger, content: CalendarContent, scope: ExportScope
    ) -> Mapping[str, bytes]:
        """Return the files of ``events`` by name; the whole ``ledger`` names the calendar for life.

        Raises ``CalendarError`` when there is no event, or when a file does not read as it was meant.
        """

    def staged(self, folder: Path, files: Mapping[str, bytes]) -> AbstractContextManager[ReadyFiles]:
        """Write files that are taken away again unless they are published. Raises ``CalendarError``."""

    def table(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping[str, bytes]:
        """Return a table as files by their endings, ``.csv`` and ``.txt``."""


@dataclass(frozen=True, slots=True)
class HandOut:
    """What was handed out: the files, the events in them, what changed since the last time, what was left out.

    ``again`` tells that there was a last time.
    """

    done: Done
    files: tuple[Path, ...]
    events: Ledger
    changes: tuple[CalendarChange, ...]
    left_out: tuple[LeftOut, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class CalendarPreview:
    """What handing out now would give, and what was handed out before, oldest first."""

    events: Ledger
    changes: tuple[CalendarChange, ...]
    left_out: tuple[LeftOut, ...]
    exports: tuple[CalendarExport, ...]


def choice_for(
    patient: Patient,
    unit: Unit,
    protocol: TreatmentProtocol,
    *,
    level: ContentLevel = ContentLevel.NEUTRAL,
    language: Language | None = None,
) -> CalendarChoice:
    """Return the usual choices for a patient's calendar: neutral words, the patient's language, the ward's telephone.

    The treatment and the unit are named at the full level only.
    """
    spoken = language or patient.language or Language.NB
    return up_to_date(CalendarChoice(content=CalendarContent(level, spoken)), unit, protocol)


def choice_of(
    desk: Desk, patient: PatientId, options: CalendarOptions, level: ContentLevel, language: Language
) -> CalendarChoice:
    """Return what was chosen for a patient's calendar, with the ward's telephone and what else the level tells."""
    unit = desk.unit()
    protocol = desk.protocol(desk.patient(patient).course.protocol, unit)
    return up_to_date(CalendarChoice(options, CalendarContent(level, language)), unit, protocol)


def remembered_choice(desk: Desk, patient: PatientId) -> CalendarChoice:
    """Return the choice to offer: as last handed out to this patient, else the usual one at the unit's level."""
    with desk.store.reading() as reading:
        return _remembered(desk, reading, reading.record(patient).patient, reading.unit())


def up_to_date(choice: CalendarChoice, unit: Unit, protocol: TreatmentProtocol) -> CalendarChoice:
    """Return a choice with the telephone and the names of today in it."""
    content = replace(choice.content, phone=unit.phone or choice.content.phone, treatment="", place="")
    if content.level is ContentLevel.FULL:
        content = replace(content, treatment=protocol.name.in_language(content.language), place=unit.name)
    return replace(choice, content=content)


def preview_calendar(
    desk: Desk, patient: PatientId, choice: CalendarChoice, scope: ExportScope = ExportScope.WHOLE
) -> CalendarPreview:
    """Return what the patient would be handed, and what has changed for them; nothing is stored."""
    now = desk.clock.utc()
    with desk.store.reading() as reading:
        basis = _basis(desk, reading, patient)
        before, exports = reading.calendar_events(patient), reading.calendar_exports(patient)
    if scope is ExportScope.WITHDRAWAL:
        after = withdraw_all(before, now, choice.content)
        return CalendarPreview(upcoming(after, now), what_changed(before, after), (), exports)
    numbers = count()
    after = merge(before, basis.wanted(choice.options), now, lambda: f"preview-{next(numbers)}", choice.content)
    changes = what_changed(before, after)
    return CalendarPreview(upcoming(after, now), changes, basis.left_out(choice.options), exports)


def hand_out(  # noqa: PLR0913 - what, for whom, where, how
    desk: Desk,
    press: CalendarPress,
    patient: PatientId,
    folder: Path,
    choice: CalendarChoice | None = None,
    *,
    scope: ExportScope = ExportScope.WHOLE,
) -> HandOut:
    """Write a patient's calendar to a folder and remember what was handed out, and with which choice.

    Without a choice it is the remembered one. A withdrawal takes back everything that lies ahead.

    Raises:
        UnknownPatientError: There is no such patient.
        NothingHandedOutError: There is nothing to withdraw.
        CalendarError: There is nothing to hand out, it does not read as it was meant, or it cannot be saved.
    """
    now = desk.clock.utc()
    with ExitStack() as files:
        with desk.act(ActKind.HAND_OUT_CALENDAR, patient) as work:
            basis = _basis(desk, work, patient)
            choice = choice or _remembered(desk, work, basis.patient, basis.unit)
            before, content = work.calendar_events(patient), choice.content
            if scope is ExportScope.WITHDRAWAL:
                after = withdraw_all(before, now, content)
            else:
                after = merge(before, basis.wanted(choice.options), now, press.new_uid, content)
            events = upcoming(after, now)
            if scope is ExportScope.WITHDRAWAL and not events:
                raise NothingHandedOutError
            pages = press.files(after, events, content, scope)
            ready = files.enter_context(press.staged(folder, pages))
            work.put_calendar_events(patient, after)
            work.add_calendar_export(export_of(events, choice, at=desk.now(), by=desk.who, scope=scope))
            done = work.done()
        paths = ready.publish()
    left = basis.left_out(choice.options)
    return HandOut(done, paths, events, what_changed(before, after), left, again=bool(before))


def hand_out_week(
    desk: Desk, press: CalendarPress, monday: date, folder: Path, *, language: Language = Language.NB
) -> HandOut:
    """Write the unit's own week for the ward's shared calendar: initials and places, and no more of the patients.

    A visit keeps its identity from week to week, so that a moved one moves, and a cancelled one is shown as such.

    Raises:
        NothingBookedError: Nobody is or was booked in this week.
        CalendarError: The file does not read as it was meant, or cannot be saved.
    """
    now, choice = desk.clock.utc(), CalendarChoice(content=CalendarContent(language=language))
    sunday = monday + timedelta(days=DAYS_IN_WEEK - 1)
    with ExitStack() as files:
        with desk.act(ActKind.HAND_OUT_WEEK) as work:
            visits = work.visits(monday, sunday)
            people = [work.record(who).patient for who in {visit.patient for visit in visits}]
            wanted = week_events(visits, labels(people, Names.INITIALS), work.unit())
            ledger, slots = work.calendar_events(THE_UNIT), {event.slot for event in wanted}
            before = tuple(row for row in ledger if monday <= row.on <= sunday or row.slot in slots)
            after = merge(before, wanted, now, press.new_uid, choice.content)
            if not after:
                raise NothingBookedError(monday)
            events = tuple(sorted(after, key=start_of))
            (page,) = press.files(after, events, choice.content, ExportScope.WHOLE).values()
            ready = files.enter_context(press.staged(folder, {_week_file(monday, language): page}))
            work.put_calendar_events(THE_UNIT, _put_in_place(ledger, after))
            work.add_calendar_export(export_of(events, choice, at=desk.now(), by=desk.who, scope=ExportScope.WHOLE))
            done = replace(work.done(), patients=frozenset())
        paths = ready.publish()
    return HandOut(done, paths, events, what_changed(before, after), again=bool(before))


def _basis(desk: Desk, reading: Reading, patient: PatientId) -> CalendarBasis:
    known, unit = reading.record(patient).patient, reading.unit()
    return CalendarBasis.of(known, desk.protocol(known.course.protocol, unit), unit, desk.today())


def _remembered(desk: Desk, reading: Reading, patient: Patient, unit: Unit) -> CalendarChoice:
    protocol = desk.protocol(patient.course.protocol, unit)
    if exports := reading.calendar_exports(PatientId(patient.id)):
        return up_to_date(exports[-1].choice, unit, protocol)
    return choice_for(patient, unit, protocol, level=settings.calendar_level(desk))


def _put_in_place(ledger: Ledger, part: Ledger) -> Ledger:
    """Return the ledger with a part of it as it is now; what is new comes last."""
    changed = {event.uid: event for event in part}
    kept = tuple(changed.pop(event.uid, event) for event in ledger)
    return (*kept, *changed.values())


def _week_file(monday: date, language: Language) -> str:
    year, week, _ = monday.isocalendar()
    return f"{words(language)['calendar']['week_file']}-{year}-{week:02d}.ics"

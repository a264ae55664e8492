"""Handing out a patient's calendar: what it holds now, merged with what was handed out before, as files in a folder."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from infusionplanner.application.calendar import left_out, wanted_events
from infusionplanner.application.calendar_ledger import Ledger, merge, upcoming, what_changed, withdraw_all
from infusionplanner.application.calendar_records import (
    CalendarChange,
    CalendarChoice,
    CalendarContent,
    ContentLevel,
    ExportScope,
    LeftOut,
)
from infusionplanner.application.desk import Desk
from infusionplanner.application.records import Done, PatientId
from infusionplanner.domain.patient import Language, Patient
from infusionplanner.domain.plan import plan
from infusionplanner.domain.protocol import Protocol as TreatmentProtocol
from infusionplanner.domain.unit import Unit


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

    def save(self, folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
        """Save the files and return where they are."""


@dataclass(frozen=True, slots=True)
class HandOut:
    """What was handed out: the files, the events in them, what changed since the last time, what was left out."""

    done: Done
    files: tuple[Path, ...]
    events: Ledger
    changes: tuple[CalendarChange, ...]
    left_out: tuple[LeftOut, ...]


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
    content = CalendarContent(level, spoken, unit.phone)
    if level is ContentLevel.FULL:
        content = replace(content, treatment=protocol.name.in_language(spoken), place=unit.name)
    return CalendarChoice(content=content)


def hand_out(  # noqa: PLR0913 - what, for whom, where, how
    desk: Desk,
    press: CalendarPress,
    patient: PatientId,
    folder: Path,
    choice: CalendarChoice,
    *,
    scope: ExportScope = ExportScope.WHOLE,
) -> HandOut:
    """Write a patient's calendar to a folder and remember what was handed out.

    The ledger is stored with the files in one act: when the files cannot be written, nothing is remembered, and when
    they were, their identities and versions are kept for life.

    Raises:
        UnknownPatientError: There is no such patient.
        CalendarError: There is nothing to hand out, it does not read as it was meant, or it cannot be saved.
    """
    unit = desk.unit()
    known = desk.patient(patient)
    protocol = desk.protocol(known.course.protocol, unit)
    found = plan(known, protocol, unit, desk.today())
    now = desk.clock.utc()
    with desk.act("hand_out_calendar", patient) as work:
        before = work.calendar_events(patient)
        if scope is ExportScope.WITHDRAWAL:
            after = withdraw_all(before, now, choice.content)
        else:
            wanted = wanted_events(found, unit, protocol, known, choice.options)
            after = merge(before, wanted, now, press.new_uid, choice.content)
        events = upcoming(after, now)
        pages = press.files(after, events, choice.content, scope)
        work.put_calendar_events(patient, after)
        paths = press.save(folder, pages)
        done = work.done()
    omitted = left_out(found, unit, protocol, known, choice.options)
    return HandOut(done, paths, events, what_changed(before, after), omitted)

"""``ics``: the home calendar of patients, from the database or from patient files."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from infusionplanner.application.calendar.content import CalendarBasis
from infusionplanner.application.calendar.hand_out import choice_for, hand_out, remembered_choice, up_to_date
from infusionplanner.application.calendar.values import CalendarChoice, ContentLevel, LeftOut
from infusionplanner.application.calendar.wording import left_out_in_words
from infusionplanner.application.desk import Desk
from infusionplanner.application.records import PatientId
from infusionplanner.bootstrap import calendar_press, open_desk
from infusionplanner.cli.errors import NotHandedOutError, PhoneKnownError, UnitFileUnusedError
from infusionplanner.cli.request import Request, read_file
from infusionplanner.domain.patient import Language, Patient
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.unit import Unit
from infusionplanner.export.ics_errors import EmptyCalendarError
from infusionplanner.export.ledger_file import CalendarFolder

HandingOut: TypeAlias = tuple[PatientId, Callable[[], Sequence[Path]]]
"""A patient who was found, and what hands out the calendar and returns its files."""


def run(request: Request) -> int:
    """Look all patients up first; then write one calendar for each and print its path as soon as it is there."""
    names: list[str] = request.arguments.patients
    files = request.fitting(name for name in names if is_file(name))
    ids = [PatientId(name) for name in names if not is_file(name)]
    with ExitStack() as opened:
        found = [*_in_files(request, files), *_in_database(request, ids, opened)]
        for patient, hand_it_out in found:
            try:
                paths = hand_it_out()
            except EmptyCalendarError as error:
                raise NotHandedOutError(patient, error) from error
            for path in paths:
                print(path, flush=True)
    return 0


def is_file(name: str) -> bool:
    """Tell whether a word names a patient file rather than a patient of the database."""
    return Path(name).suffix.casefold() in (".json", ".jsonl")


def _in_files(request: Request, names: Sequence[str]) -> list[HandingOut]:
    """Read the patients of files; a ledger in the folder keeps the identities of their calendars from run to run."""
    if not names:
        return []
    folder, unit = CalendarFolder(request.arguments.out), request.unit()
    patients = [patient for name in names for patient in read_file(name, request.today)]
    protocols = request.protocols(unit, patients)
    return [
        (
            PatientId(patient.id),
            partial(_from_file, request, folder, patient, unit, protocols[patient.course.protocol]),
        )
        for patient in patients
    ]


def _from_file(
    request: Request, folder: CalendarFolder, patient: Patient, unit: Unit, protocol: Protocol
) -> Sequence[Path]:
    choice = _as_told(request, choice_for(patient, unit, protocol), unit, protocol)
    basis = CalendarBasis.of(patient, protocol, unit, request.today)
    wanted = basis.wanted(choice.options)
    handed = folder.hand_out(PatientId(patient.id), wanted, choice.content, request.clock.utc())
    _tell(request, patient.id, basis.left_out(choice.options))
    return handed.files


def _in_database(request: Request, ids: Sequence[PatientId], opened: ExitStack) -> list[HandingOut]:
    """Look patients up in the database, with the choice that each calendar was last handed out with."""
    if not ids:
        return []
    arguments, database = request.arguments, request.existing_database
    if arguments.unit is not None:
        raise UnitFileUnusedError(arguments.unit, database)
    desk = open_desk(database, who="ics", clock=request.clock, create=False)
    opened.callback(desk.close)
    unit = desk.unit()
    if arguments.phone and unit.phone:
        raise PhoneKnownError(database, unit.phone)
    found: list[HandingOut] = []
    for who in ids:
        protocol = desk.protocol(desk.patient(who).course.protocol, unit)
        choice = _as_told(request, remembered_choice(desk, who), unit, protocol)
        found.append((who, partial(_from_database, request, desk, who, choice)))
    return found


def _from_database(request: Request, desk: Desk, who: PatientId, choice: CalendarChoice) -> Sequence[Path]:
    out = hand_out(desk, calendar_press(), who, request.arguments.out, choice)
    _tell(request, who, out.left_out)
    return out.files


def _tell(request: Request, patient: str, left_out: Iterable[LeftOut]) -> None:
    """Say what the plan speaks of and the calendar must not hold, so that somebody agrees it with the patient."""
    for left in left_out:
        print(f"{patient}: {left_out_in_words(left, request.language)}", file=sys.stderr)


def _as_told(request: Request, choice: CalendarChoice, unit: Unit, protocol: Protocol) -> CalendarChoice:
    """Return a choice with what the command line tells in the place of what it held; the rest stays."""
    arguments = request.arguments
    level = ContentLevel(arguments.level or choice.content.level)
    language = Language(arguments.language or choice.content.language)
    told = up_to_date(replace(choice, content=replace(choice.content, level=level, language=language)), unit, protocol)
    return replace(told, content=replace(told.content, phone=arguments.phone or told.content.phone))

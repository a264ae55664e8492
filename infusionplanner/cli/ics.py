"""``ics``: the home calendar of patients, from the database or from patient files."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from infusionplanner.application.calendar_records import CalendarChoice, ContentLevel, LeftOut
from infusionplanner.application.handout import choice_for, hand_out
from infusionplanner.application.handout_events import CalendarBasis
from infusionplanner.application.records import PatientId
from infusionplanner.bootstrap import calendar_press, open_desk
from infusionplanner.cli.request import Request, read_file
from infusionplanner.domain.patient import Language, Patient
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.unit import Unit
from infusionplanner.export.ledger_file import CalendarFolder


def run(request: Request) -> int:
    """Write one calendar for each patient and print the paths."""
    names: list[str] = request.arguments.patients
    files = [name for name in names if is_file(name)]
    for path in [*_from_files(request, files), *_from_database(request, [name for name in names if name not in files])]:
        print(path)
    return 0


def is_file(name: str) -> bool:
    """Tell whether a word names a patient file rather than a patient of the database."""
    return Path(name).suffix.casefold() in (".json", ".jsonl")


def _from_files(request: Request, names: list[str]) -> list[Path]:
    """Write the calendars of patient files; a ledger in the folder keeps their identities from run to run."""
    folder = CalendarFolder(request.arguments.out)
    unit = request.unit()
    patients = [patient for name in names for patient in read_file(name, request.today)]
    protocols = request.protocols(unit, patients)
    written: list[Path] = []
    for patient in patients:
        protocol = protocols[patient.course.protocol]
        choice = _choice(request, patient, unit, protocol)
        basis = CalendarBasis.of(patient, protocol, unit, request.today)
        wanted = basis.wanted(choice.options)
        handed = folder.hand_out(PatientId(patient.id), wanted, choice.content, request.clock.utc())
        written += handed.files
        _tell(patient.id, basis.left_out(choice.options))
    return written


def _from_database(request: Request, names: list[str]) -> list[Path]:
    if not names:
        return []
    desk = open_desk(request.existing_database, who="ics", clock=request.clock, create=False)
    written: list[Path] = []
    try:
        unit = desk.unit()
        for name in names:
            patient = desk.patient(PatientId(name))
            protocol = desk.protocol(patient.course.protocol, unit)
            choice = _choice(request, patient, unit, protocol) if _is_chosen(request) else None
            out = hand_out(desk, calendar_press(), PatientId(name), request.arguments.out, choice)
            written += out.files
            _tell(name, out.left_out)
    finally:
        desk.close()
    return written


def _tell(patient: str, left_out: Iterable[LeftOut]) -> None:
    """Say what the plan speaks of and the calendar must not hold, so that somebody agrees it with the patient."""
    for left in left_out:
        print(f"{patient}: {left.slot} of {left.due} is not in the calendar ({left.reason}).", file=sys.stderr)


def _is_chosen(request: Request) -> bool:
    """Tell whether the words of the calendar were chosen; if not, they are as last handed out."""
    arguments = request.arguments
    return bool(arguments.level or arguments.language or arguments.phone)


def _choice(request: Request, patient: Patient, unit: Unit, protocol: Protocol) -> CalendarChoice:
    arguments = request.arguments
    language = Language(arguments.language) if arguments.language else None
    level = ContentLevel(arguments.level or ContentLevel.NEUTRAL)
    choice = choice_for(patient, unit, protocol, level=level, language=language)
    if not arguments.phone:
        return choice
    return replace(choice, content=replace(choice.content, phone=arguments.phone))

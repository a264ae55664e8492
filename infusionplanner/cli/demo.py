"""``demo``: a unit with invented patients, and everything that the program makes of it, in one folder."""

from datetime import datetime
from datetime import time as clock_time
from pathlib import Path

from infusionplanner.application.calendar.hand_out import choice_for, hand_out
from infusionplanner.application.desk import Desk
from infusionplanner.application.records import PatientId
from infusionplanner.application.sheets.week import Footer, Names
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.work_items import work_list
from infusionplanner.bootstrap import calendar_press, open_desk
from infusionplanner.catalogue.wording import wording
from infusionplanner.cli.due import due_lines
from infusionplanner.cli.errors import FolderInUseError, NoDrawingError
from infusionplanner.cli.request import Request
from infusionplanner.cli.week import monday_of, week_of
from infusionplanner.clock import FixedClock
from infusionplanner.demo.load import load_demo
from infusionplanner.demo.unit import DemoUnit, make_demo
from infusionplanner.domain.patient import Language, Setting
from infusionplanner.export.patient_file import dump_patient

MORNING = clock_time(9, 50)
"""The time of day at which the demo unit's board is part-way through."""

DATABASE = "demo.db"


def run(request: Request) -> int:
    """Make the demo unit; open the window on it, or write everything that leaves the ward."""
    arguments = request.arguments
    folder: Path = arguments.dir
    desk = make_database(request, folder)
    try:
        if not arguments.open:
            _write_everything(request, desk, folder)
    finally:
        desk.close()
    if not arguments.open:
        return 0
    if request.drawing is None:
        command = "demo --open"
        raise NoDrawingError(command)
    return request.drawing.window(folder / DATABASE, on=request.today, demo=True)


def make_database(request: Request, folder: Path) -> Desk:
    """Make the database of the demo unit anew. Raises ``FolderInUseError`` when other files lie in the way."""
    database = folder / DATABASE
    if database.exists() and not (folder / MARK).exists():
        raise FolderInUseError(database)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).touch()
    for old in (database, database.with_name(f"{DATABASE}-wal"), database.with_name(f"{DATABASE}-shm")):
        old.unlink(missing_ok=True)
    arguments = request.arguments
    demo = make_demo(request.today, patients=arguments.patients, seed=arguments.seed)
    clock = FixedClock(datetime.combine(request.today, MORNING))
    desk = open_desk(database, who=demo.users[0].initials, clock=clock)
    load_demo(desk.store, demo, clock.now(), desk.protocols)
    request.say("invented", number=len(demo.patients), database=database)
    _write_patients(request, demo, folder / "patients")
    return desk


MARK = ".infusionplanner-demo"
"""Marks a folder as made by ``demo``, which may then write it anew."""


def _write_patients(request: Request, demo: DemoUnit, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for patient in demo.patients:
        (folder / f"{patient.id}.json").write_text(dump_patient(patient), encoding="utf-8")
    request.say("patient_files", number=len(demo.patients), folder=folder)


def _write_everything(request: Request, desk: Desk, folder: Path) -> None:
    """Write the due list, the week, the calendars of all home patients, and pictures of the pages."""
    arguments = request.arguments
    overview = Overview.of(desk)
    items = work_list(overview)
    lines = "\n".join(due_lines(items, overview, wording(arguments.language))) + "\n"
    (folder / "due.txt").write_text(lines, encoding="utf-8")
    request.say("due", number=len(items), file=folder / "due.txt")
    _calendars(request, desk, overview, folder / "calendars")
    if request.drawing is None:
        return
    if not arguments.no_pictures:  # before the week: the windows' application serves for both, the week's does not
        pictures = request.drawing.screenshots(folder / "pictures")
        request.say("pictures", number=len(pictures), folder=folder / "pictures")
    sheet = week_of(desk, monday_of(None, request.today), request.today, Names.INITIALS, Language(arguments.language))
    footer = Footer(overview.unit.name, desk.who, desk.now())
    request.drawing.week_pdf(sheet, folder / "week.pdf", footer)
    request.say("demo_week", file=folder / "week.pdf")


def _calendars(request: Request, desk: Desk, overview: Overview, folder: Path) -> None:
    at_home = [
        PatientId(who)
        for who, found in overview.plans.items()
        if found.next_dose is not None and found.next_dose.setting is Setting.HOME and not found.next_dose.blocked
    ]
    press = calendar_press()
    for who in at_home:
        patient = overview.patients[who]
        protocol = desk.protocol(patient.course.protocol, overview.unit)
        hand_out(desk, press, who, folder / who, choice_for(patient, overview.unit, protocol))
    request.say("calendars", number=len(at_home), folder=folder)

"""``week``: the printed week as PDF."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from infusionplanner.application.desk import Desk
from infusionplanner.application.sheets.week import Footer, Names, SheetWard, WeekSheet, week_sheet
from infusionplanner.application.views.overview import Overview
from infusionplanner.bootstrap import open_desk
from infusionplanner.cli.errors import NoDrawingError, NotAWeekError, WeekOutsideError
from infusionplanner.cli.request import Request
from infusionplanner.clock import SystemClock
from infusionplanner.domain.patient import Language
from infusionplanner.domain.unit import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from pathlib import Path

_WEEK = re.compile(r"(\d{4})-?W(\d{2})", re.ASCII)


def run(request: Request) -> int:
    """Write the week's PDF and tell where it is."""
    arguments = request.arguments
    who: str = arguments.who or ""
    if request.drawing is None:
        command = "week --pdf"
        raise NoDrawingError(command)
    monday = monday_of(arguments.week, request.today)
    desk = open_desk(request.existing_database, who=who or "week", create=False)
    try:
        names, language = Names(arguments.names), Language(arguments.language)
        sheet = week_of(desk, monday, request.today, names, language)
        footer = Footer(desk.unit().name, who, SystemClock().now())
    finally:
        desk.close()
    path: Path = arguments.pdf
    path.parent.mkdir(parents=True, exist_ok=True)
    request.drawing.week_pdf(sheet, path, footer)
    request.say("week", file=path)
    return 0


def monday_of(text: str | None, today: date) -> date:
    """Return the Monday of an ISO week as written on the command line, or of this week.

    Raises:
        NotAWeekError: It is not written as a week, or the year has no such week.
        WeekOutsideError: The program does not plan for that year.
    """
    if text is None:
        return today - timedelta(days=today.isocalendar().weekday - 1)
    match = _WEEK.fullmatch(text.upper())
    if match is None:
        raise NotAWeekError(text)
    year, week = int(match[1]), int(match[2])
    if not FIRST_YEAR < year < LAST_YEAR:
        raise WeekOutsideError(text, FIRST_YEAR + 1, LAST_YEAR - 1)
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError as error:
        raise NotAWeekError(text) from error


def week_of(desk: Desk, monday: date, today: date, names: Names, language: Language) -> WeekSheet:
    """Return the sheet of one week, from the visits and the plans as of today."""
    overview = Overview.of(desk, as_of=today)
    with desk.store.reading() as reading:
        visits = reading.visits(monday, monday + timedelta(days=6))
    ward = SheetWard(overview.unit, overview.protocols, overview.patients, overview.plans)
    return week_sheet(monday, visits, ward, names=names, language=language)

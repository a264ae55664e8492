"""A morning at the window of a large unit: ``python -m benchmarks.session DATABASE [--why]``.

Prints for each part of it the longest time, in seconds, in which the event loop was blocked, as JSON. With ``--why`` it
also says on standard error where the program was then. Each run is a program of its own, so that what the program loads
late is loaded late.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from benchmarks.heartbeat import Heartbeat
from benchmarks.unit import NOW
from benchmarks.window import closed_program, painted, rest, wait
from infusionplanner.clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from infusionplanner_ui.pages.week.page import WeekPage
    from infusionplanner_ui.pages.week.print import PrintPanel
    from infusionplanner_ui.shell.desktop import Desktop

PAGES = ("week", "patients", "home", "tasks", "capacity", "settings", "today")
_REST, _LOOK = 500, 2500


def session(desktop: Desktop, database: Path, folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the parts of the morning, each with what is done in it."""
    frame = desktop.frame
    yield "at rest", partial(wait, _REST)
    yield "opening the database", partial(desktop.open, database, FixedClock(NOW))
    yield "looking at the first page", partial(wait, _LOOK)
    someone = next(iter(desktop.ward.overview.patients))
    for times in ("first", "again"):
        for key in PAGES:
            yield f"page {key}, {times}", partial(frame.show_page, key)
        yield f"page patient, {times}", partial(frame.show_page, "patient", someone)
    yield "page today, after the patient", partial(frame.show_page, "today")
    yield "searching for a patient", partial(_search, desktop)
    from benchmarks.today import a_running_dose  # noqa: PLC0415 - the program loads the page late

    yield "recording a dose", a_running_dose(desktop).panel.take_step
    yield "undoing it", desktop.undo
    yield "handing out the calendars of all at home", partial(_hand_out, desktop, folder)
    yield "page week, to print it", partial(frame.show_page, "week")
    yield "how to print the week", _week(desktop).open_print
    yield "the week as PDF", partial(_save_week, desktop, folder / "week.pdf")
    yield "how to print the week, again", _week(desktop).open_print
    yield "the week on paper", partial(_print_week, desktop, folder / "paper.pdf")


def _search(desktop: Desktop) -> None:
    desktop.frame.focus_search()
    field = desktop.frame.header(desktop.frame.current_key).search.edit
    for letter in "hansen":
        QTest.keyClicks(field, letter)
        painted()
    QTest.keyClick(field, Qt.Key.Key_Escape)


def _hand_out(desktop: Desktop, folder: Path) -> None:
    from infusionplanner.application.views.home_patients import at_home  # noqa: PLC0415 - the program loads it late too
    from infusionplanner_ui.pages.home.page import HomePage  # noqa: PLC0415 - the program loads it late too

    page, overview = desktop.frame.page("home"), desktop.ward.overview
    assert isinstance(page, HomePage)
    loop = QEventLoop()
    page.exports.handed.connect(loop.quit)
    page.exports.hand_out_to(folder, [row.patient for row in at_home(overview.patients, overview.plans)])
    loop.exec()


def _week(desktop: Desktop) -> WeekPage:
    from infusionplanner_ui.pages.week.page import WeekPage  # noqa: PLC0415 - the program loads it late too

    page = desktop.frame.show_page("week")
    assert isinstance(page, WeekPage)
    return page


def _print_panel(desktop: Desktop) -> PrintPanel:
    from infusionplanner_ui.pages.week.print import PrintPanel  # noqa: PLC0415 - the program loads it late too

    panel = _week(desktop).host.panel
    assert isinstance(panel, PrintPanel)
    return panel


def _save_week(desktop: Desktop, path: Path) -> None:
    panel = _print_panel(desktop)
    panel.choose_file = lambda _: path
    panel.save_pdf()


def _print_week(desktop: Desktop, path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    panel = _print_panel(desktop)
    panel.choose_printer = lambda: printer
    panel.do()


def main() -> None:
    """Live through the morning and print where the loop was blocked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path)
    parser.add_argument("--why", action="store_true", help="also say where the program was")
    options = parser.parse_args()
    blocked: dict[str, float] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        closed_program(options.database) as (desktop, database),
        Heartbeat(watched=options.why) as heartbeat,
    ):
        for name, act in session(desktop, database, Path(folder)):
            heartbeat.begin()
            act()
            rest(desktop)
            blocked[name] = heartbeat.longest
            if heartbeat.where:
                print(f"{name}: {heartbeat.longest * 1000:.0f} ms in\n{heartbeat.where}", file=sys.stderr)
    print(json.dumps(blocked))


if __name__ == "__main__":
    main()

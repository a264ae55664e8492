"""The program's window on the large unit, without a screen, and the turns that the benchmarks take in it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.unit import FOLDER, NOW, large_unit
from infusionplanner.clock import FixedClock
from infusionplanner_ui.application import Application
from infusionplanner_ui.shell.desktop import Desktop
from infusionplanner_ui.shell.preferences import Preferences

NURSE = "AD"
SIZE = (1366, 768)
ROUNDS = 12
TYPED = ("hansen", "berg", "1204", "østby k")
Bare = dict[str, list[float]]
"""The seconds of each turn in a bare window."""

_SETTLED = 5000
"""Milliseconds after which a unit is open and the pages are built."""

_QUIET = 30
"""Milliseconds without work that tell that the program is at rest."""


@contextmanager
def closed_program(database: Path) -> Iterator[tuple[Desktop, Path]]:
    """Show the window before anything is opened in it, and hand out a copy of a database to open."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        preferences = Preferences(Path(folder) / "preferences.json")
        preferences.who = NURSE
        desktop = Desktop(preferences)
        show(desktop.frame)
        try:
            yield desktop, Path(shutil.copy(database, folder))
        finally:
            desktop.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def program() -> Iterator[Desktop]:
    """Open the window on a copy of the large unit, and wait until it is at rest."""
    with closed_program(large_unit()) as (desktop, database):
        desktop.open(database, FixedClock(NOW))
        wait(_SETTLED)
        rest(desktop)
        yield desktop


def application() -> Application:
    """Return the one application of this process."""
    running = QApplication.instance()
    return running if isinstance(running, Application) else Application(["benchmark"], language="nb")


def show(window: QWidget) -> None:
    """Show a window, ours or a bare one, at the size that all are measured at."""
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    painted()


def wait(milliseconds: int) -> None:
    """Let the event loop run for a while. ``QTest.qWait`` keeps Python to itself, and the worker would stand still."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def rest(desktop: Desktop) -> None:
    """Let the event loop run until no work is left and everything is painted."""
    loop = QEventLoop()
    quiet = QTimer(interval=_QUIET, singleShot=True)
    quiet.timeout.connect(lambda: quiet.start() if desktop.operations.busy else loop.quit())
    quiet.start()
    loop.exec()
    painted()


def run(module: str, *arguments: str) -> str:
    """Run a module in a program of its own, without a screen, and return the last line that it prints."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPYCACHEPREFIX": str(FOLDER / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once, not at every start
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    return done.stdout.splitlines()[-1]


def bare_turns(desktop: Desktop) -> Bare:
    """Take the turns in a bare window that shows what our list of patients shows, and return the seconds of each."""
    from infusionplanner_ui.pages.patients.page import PatientsPage  # noqa: PLC0415 - the program loads the page late

    page = desktop.frame.show_page("patients")
    assert isinstance(page, PatientsPage)
    rest(desktop)
    model, columns = page.model, range(page.model.columnCount())
    rows = [[str(model.index(row, column).data() or "") for column in columns] for row in range(model.rowCount())]
    path = FOLDER / "rows.json"
    path.write_text(json.dumps({"rows": rows, "widths": [page.view.columnWidth(column) for column in columns]}))
    found: Bare = json.loads(run("benchmarks.bare", str(path)))
    return found


def painted() -> None:
    """Lay out and paint what has changed."""
    QCoreApplication.sendPostedEvents()
    QApplication.processEvents()


def turn(act: Callable[[], object]) -> float:
    """Return the seconds from an act to the window painted anew."""
    start = time.perf_counter()
    act()
    painted()
    return time.perf_counter() - start


def keys(field: QLineEdit) -> list[float]:
    """Type letter by letter and return the seconds that the GUI thread works at each, once all has been typed before.

    What another program does meanwhile does not count; what Qt puts off to the next turn does, there.
    """
    found = []
    for word in TYPED * 3:
        field.clear()
        painted()
        found += [_worked(partial(QTest.keyClicks, field, letter)) for letter in word]
    field.clear()
    painted()
    return found[sum(map(len, TYPED)) :]


def _worked(act: Callable[[], object]) -> float:
    start = time.thread_time()
    act()
    painted()
    return time.thread_time() - start

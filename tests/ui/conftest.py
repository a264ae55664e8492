"""What the tests of the windows share: our application, in bokmål and light, without a screen."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demo_wards import MORNING, make_database, opened
from gui_thread import statements_of_windows

from infusionplanner.clock import FixedClock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from mornings import Morning
from nurses import Nurse, at_work
from panel_acts import OpenPanel, who
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot
from shown_pages import Opened

from infusionplanner_ui.application import Application
from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.pages.today.page import TodayPage
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.operations import Operations
from infusionplanner_ui.shell.ward import Ward
from infusionplanner_ui.widgets.buttons import PRESSES

_FOR_READING = ("dbus-run-session", "xvfb-run", "Xvfb", "xauth", "/usr/bin/python3", "/usr/libexec/at-spi-bus-launcher")
_CAN_BE_READ = all(map(shutil.which, _FOR_READING)) and Path("/usr/lib/python3/dist-packages/pyatspi").is_dir()
collect_ignore = [] if _CAN_BE_READ else ["test_atspi.py"]
"""A screen reader meets the program only where its programs are installed; ``./check`` installs them on Debian."""


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application


@pytest.fixture(autouse=True)
def _plain_state(qapp: Application) -> None:
    qapp.set_language("nb")
    qapp.set_scheme(Scheme.LIGHT)
    PRESSES.apart = 0  # in a test each press is meant, unless the test says otherwise


@pytest.fixture(autouse=True)
def _patient_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for every read, as on a machine that is quick enough; what comes late is tested on its own."""
    monkeypatch.setattr("infusionplanner_ui.shell.operations.PATIENCE", 60_000)


@pytest.fixture(autouse=True)
def _no_sql_on_the_gui_thread() -> Iterator[None]:
    """Fail when a window reads or writes the database itself instead of asking the worker."""
    with statements_of_windows() as found:
        yield
    assert "\n".join(found) == ""


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget, int, int], None]:
    """Show a widget at a size, with the focus."""

    def shown(widget: QWidget, width: int = 900, height: int = 400) -> None:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            widget.setFocus()

    return shown


@pytest.fixture
def operations() -> Iterator[Operations]:
    made = Operations()
    yield made
    made.close()


@pytest.fixture
def make_frame(qtbot: QtBot, operations: Operations) -> Callable[..., MainWindow]:
    """Make a shown frame of page specs."""

    def make(*specs: PageSpec, initial: str | None = None, user: str = "A. Dahl") -> MainWindow:
        frame = MainWindow(specs, operations, user=user, initial=initial)
        qtbot.addWidget(frame)
        frame.resize(1366, 768)
        frame.show()
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow)
        return frame

    return make


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the demo unit of 23 November 2026; never to be changed."""
    return make_database(tmp_path_factory.mktemp("demo") / "demo.db")


@pytest.fixture
def demo_clock() -> FixedClock:
    """Return the clock of the demo ward: ten to ten, until a test moves it."""
    return FixedClock(MORNING)


@pytest.fixture
def demo_ward(demo_database: Path, demo_clock: FixedClock, tmp_path: Path, operations: Operations) -> Iterator[Ward]:
    """Open a copy of the demo unit as A. Dahl; acts go to the ``operations`` of the frame."""
    with opened(demo_database, tmp_path / "unit.db", operations, demo_clock) as ward:
        yield ward


@pytest.fixture
def nurse(demo_database: Path, demo_clock: FixedClock, tmp_path: Path, qtbot: QtBot) -> Iterator[Nurse]:
    """Sit down at the whole program, on a copy of the demo unit, as A. Dahl."""
    database = Path(shutil.copy(demo_database, tmp_path / "unit.db"))
    with at_work(database, demo_clock, qtbot, tmp_path) as working:
        yield working


@pytest.fixture
def newcomer(demo_clock: FixedClock, tmp_path: Path, qtbot: QtBot) -> Iterator[Nurse]:
    """Start the program for the first time, on a database without patients."""
    with at_work(tmp_path / "new.db", demo_clock, qtbot, tmp_path) as working:
        yield working


@pytest.fixture
def morning(demo_ward: Ward, demo_clock: FixedClock, make_frame: Callable[..., MainWindow], qtbot: QtBot) -> Morning:
    """Open the page Today on the demo ward, in a frame that has the patient page too."""
    frame = make_frame(
        PageSpec("today", lambda: "I dag", lambda frame: TodayPage(frame, demo_ward)),
        PageSpec("patient", lambda: "Pasient", Opened, rail=False, under="today"),
        initial="today",
    )
    return Morning(frame, demo_ward, demo_clock, qtbot)


@pytest.fixture
def place(show: Callable[[QWidget, int, int], None]) -> Iterator[QStackedWidget]:
    """Show the place where panels open; it owns them, so that they go away in the thread of the windows."""
    holder = QStackedWidget()
    show(holder, 360, 720)
    yield holder
    holder.hide()
    holder.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_panel(demo_ward: Ward, place: QStackedWidget) -> OpenPanel:
    """Show a panel of a class for a patient of the demo unit."""

    def make(kind: type[ActPanel], family: str, *arguments: object, **named: object) -> ActPanel:
        panel = kind(demo_ward, who(demo_ward, family), *arguments, **named)
        place.addWidget(panel)
        place.setCurrentWidget(panel)
        return panel

    return make

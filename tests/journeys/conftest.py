"""The journeys of a nurse share the program on a copy of the demo unit."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demo_wards import MORNING, make_database
from gui_thread import statements_of_windows

from infusionplanner.clock import FixedClock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from nurses import Nurse, at_work
from pytestqt.qtbot import QtBot

from infusionplanner_ui.application import Application
from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.widgets.buttons import PRESSES


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application


@pytest.fixture(autouse=True)
def _plain_state(qapp: Application) -> None:
    qapp.set_language("nb")
    qapp.set_scheme(Scheme.LIGHT)
    PRESSES.apart = 0  # in a test each press is meant, unless the test says otherwise


@pytest.fixture(autouse=True)
def _slow_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every answer come late, as on a slow disk: a nurse must get on all the same."""
    monkeypatch.setattr("infusionplanner_ui.shell.operations.PATIENCE", 0)


@pytest.fixture(autouse=True)
def _no_sql_on_the_gui_thread() -> Iterator[None]:
    with statements_of_windows() as found:
        yield
    assert "\n".join(found) == ""


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_database(tmp_path_factory.mktemp("demo") / "demo.db")


@pytest.fixture
def database(demo_database: Path, tmp_path: Path) -> Path:
    """Return a copy of the demo unit that a test may change."""
    return Path(shutil.copy(demo_database, tmp_path / "unit.db"))


@pytest.fixture
def nurse(
    database: Path, tmp_path: Path, qtbot: QtBot, record_property: Callable[[str, object], None]
) -> Iterator[Nurse]:
    """Sit down at the program on the morning of 23 November 2026, ten to ten, as A. Dahl."""
    with at_work(database, FixedClock(MORNING), qtbot, tmp_path) as working:
        yield working
        for work in working.counted:
            record_property("keys", work)

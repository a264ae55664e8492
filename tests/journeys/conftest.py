"""The journeys of a nurse share the program on a copy of the demo unit."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demo_wards import MORNING, make_database

from infusionplanner.clock import FixedClock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from nurses import Nurse, at_work
from pytestqt.qtbot import QtBot

from infusionplanner_ui.application import Application
from infusionplanner_ui.look.theme import Scheme


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application


@pytest.fixture(autouse=True)
def _plain_state(qapp: Application) -> None:
    qapp.set_language("nb")
    qapp.set_scheme(Scheme.LIGHT)


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

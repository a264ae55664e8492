"""The demo unit as a database file, for the tests of the windows: made once, copied for each test."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from infusionplanner.bootstrap import open_desk
from infusionplanner.clock import FixedClock
from infusionplanner.demo.load import load_demo
from infusionplanner.demo.unit import make_demo
from infusionplanner_ui.shell.operations import Operations
from infusionplanner_ui.shell.ward import Ward

MORNING = datetime(2026, 11, 23, 9, 50)
"""The time of the demo unit: its board is part-way through."""

NURSE = "AD"


def make_database(path: Path, *, patients: int = 120) -> Path:
    """Write the demo unit to a new database file."""
    desk = open_desk(path, who=NURSE, clock=FixedClock(MORNING))
    load_demo(desk.store, make_demo(MORNING.date(), patients=patients), MORNING, desk.protocols)
    desk.close()
    return path


@contextmanager
def opened(source: Path, copy: Path, operations: Operations, clock: FixedClock) -> Iterator[Ward]:
    """Open a copy of a database as the ward of the windows."""
    shutil.copy(source, copy)
    ward = Ward(operations)
    ward.open(copy, who=NURSE, clock=clock)
    assert operations.wait(), "the database was not read in time"
    yield ward
    operations.wait()
    ward.close()

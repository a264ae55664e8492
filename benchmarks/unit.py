"""The large unit of the benchmarks: 2,000 invented patients in a database of their own, made once a run."""

import shutil
from datetime import datetime
from functools import cache
from pathlib import Path

from infusionplanner.application.desk import Desk
from infusionplanner.bootstrap import open_desk
from infusionplanner.clock import FixedClock
from infusionplanner.demo.load import load_demo
from infusionplanner.demo.unit import make_demo

PATIENTS = 2000
NOW = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - local time, as the program keeps it
FOLDER = Path(__file__).parents[1] / "build" / "benchmarks"


@cache
def large_unit() -> Path:
    """Return the database of the large unit, made anew in each run by the program as it is now."""
    path = FOLDER / f"{PATIENTS}.db"
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    desk = open_desk(path, who="AD", clock=FixedClock(NOW))
    load_demo(desk.store, make_demo(NOW.date(), patients=PATIENTS), NOW)
    desk.close()
    return path


def large_desk() -> Desk:
    """Return a desk on the large unit, at a morning that stands still."""
    return open_desk(large_unit(), who="AD", clock=FixedClock(NOW), create=False)

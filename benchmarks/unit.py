"""The large unit of the benchmarks: 2,000 invented patients in a database of their own, made once and kept."""

from datetime import datetime
from pathlib import Path

from infusionplanner.application.demo import make_demo
from infusionplanner.application.demo_load import load_demo
from infusionplanner.application.desk import Desk
from infusionplanner.bootstrap import open_desk
from infusionplanner.clock import FixedClock

PATIENTS = 2000
NOW = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - local time, as the program keeps it
FOLDER = Path(__file__).parents[1] / "build" / "benchmarks"


def large_unit() -> Path:
    """Return the database of the large unit; made in a few seconds when it is not there."""
    path = FOLDER / f"{PATIENTS}.db"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".new")
        unfinished.unlink(missing_ok=True)
        desk = open_desk(unfinished, who="AD", clock=FixedClock(NOW))
        load_demo(desk.store, make_demo(NOW.date(), patients=PATIENTS), NOW)
        desk.close()
        unfinished.rename(path)
    return path


def large_desk() -> Desk:
    """Return a desk on the large unit, at a morning that stands still."""
    return open_desk(large_unit(), who="AD", clock=FixedClock(NOW), create=False)

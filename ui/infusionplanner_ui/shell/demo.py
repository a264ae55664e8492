"""The demo unit for the window: made in a file of its own, on a clock that begins at ten to ten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from infusionplanner.bootstrap import open_desk
from infusionplanner.clock import FixedClock, ShiftedClock, SystemClock
from infusionplanner.demo.load import load_demo
from infusionplanner.demo.unit import USERS, make_demo
from infusionplanner.domain.unit import Unit

if TYPE_CHECKING:
    from pathlib import Path

    from infusionplanner.application.ports import Clock

MORNING = time(9, 50)
"""The time of day at which the demo unit's board is part-way through."""

DATABASE = "demo.db"


@dataclass(frozen=True)
class MadeDemo:
    """The file of a demo unit, and the clock to look at it by."""

    database: Path
    clock: Clock


def clock_of(on: date | None, *, demo: bool) -> Clock | None:
    """Return the clock of a window: the machine's (None), or one on another day; a demo begins at ten to ten."""
    if on is None:
        return None
    at = MORNING if demo else SystemClock().now().time()
    return ShiftedClock.starting_at(datetime.combine(on, at))


def make_demo_unit(folder: Path, today: date | None = None) -> MadeDemo:
    """Make the demo unit anew in a folder, as of the next open day, and return where it is."""
    day = next_open_day(today or SystemClock().today())
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / DATABASE
    for old in (database, *(database.with_name(f"{DATABASE}{end}") for end in ("-wal", "-shm"))):
        old.unlink(missing_ok=True)
    at = datetime.combine(day, MORNING)
    desk = open_desk(database, who=USERS[0].initials, clock=FixedClock(at))
    try:
        load_demo(desk.store, make_demo(day), at, desk.protocols)
    finally:
        desk.close()
    return MadeDemo(database, ShiftedClock.starting_at(at))


def next_open_day(day: date) -> date:
    """Return a day or the first open one after it."""
    unit = Unit()
    while not unit.is_open(day):
        day += timedelta(days=1)
    return day

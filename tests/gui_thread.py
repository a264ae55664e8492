"""Catches SQL that a window runs on the GUI thread: SQLite tells of each statement, in the thread that runs it."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from benchmarks.statements import traced

if TYPE_CHECKING:
    from types import FrameType

WINDOWS = "infusionplanner_ui"
BEFORE_THE_WINDOW = frozenset({"make_demo_unit", "_demo_desktop"})
"""What makes the demo unit for pictures and tests; a window does so in the worker thread."""


def _window_at_work() -> str:
    """Return the line of a window that the statement was run from, empty when it was the test's own."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if frame.f_code.co_name in BEFORE_THE_WINDOW:
            return ""
        if name.startswith(WINDOWS):
            return f"{name}:{frame.f_lineno} {frame.f_code.co_name}"
        frame = frame.f_back
    return ""


@contextmanager
def statements_of_windows() -> Iterator[list[str]]:
    """Collect the statements that windows run on the main thread; what a test asks itself is not theirs."""
    found: list[str] = []

    def heard(statement: str) -> None:
        if threading.current_thread() is threading.main_thread() and (window := _window_at_work()):
            found.append(f"{window}: {' '.join(statement.split())[:80]}")

    with traced(heard):
        yield found

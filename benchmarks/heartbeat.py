"""How long the event loop was not alive: a timer beats in it, and each late beat is a time in which nothing is heard.

When asked to, a thread looks on and notes where the program was while a beat was overdue; that disturbs it a little.
"""

import sys
import threading
import time
import traceback
from typing import Self

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT = 2
"""Milliseconds between two beats."""

_LATE = 0.05
"""Seconds without a beat after which the thread looks where the program is."""


class Heartbeat(QObject):
    """Beats between ``with`` and its end. ``longest`` is the longest time without a beat, in seconds."""

    def __init__(self, *, watched: bool) -> None:
        super().__init__()
        self.longest = 0.0
        self.where = ""
        self._last = 0.0
        self._seen: tuple[float, str] = (0.0, "")
        self._thread = threading.get_ident()
        self._watched = watched
        self._timer = QTimer(self, interval=_BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._over = threading.Event()

    def __enter__(self) -> Self:
        self._last = time.perf_counter()
        self._timer.start()
        if self._watched:
            threading.Thread(target=self._look_on, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._timer.stop()
        self._over.set()

    def begin(self) -> None:
        """Begin to count anew."""
        self.longest, self.where, self._last = 0.0, "", time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        late = now - self._last - _BEAT / 1000
        if late > self.longest:
            self.longest = late
            since, where = self._seen
            self.where = where if since == self._last else ""
        self._last = now

    def _look_on(self) -> None:
        while not self._over.wait(_LATE / 2):
            last = self._last
            if time.perf_counter() - last > _LATE:
                self._seen = last, _place(self._thread)


def _place(thread: int) -> str:
    """Return where a thread is. Its frames are let go at once: a painter in one of them must end when Qt says so."""
    return "".join(traceback.format_stack(sys._current_frames().get(thread))[-6:])  # noqa: SLF001 - there is no other way

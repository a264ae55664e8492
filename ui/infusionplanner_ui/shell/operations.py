"""Use cases and reads off the GUI thread: run one, hear what became of it, and tell every page what changed.

One worker thread takes the work in order, so two acts of a nurse never overtake each other; another one reads, so that
nobody who looks something up waits for an export. A page calls :meth:`Operations.run` with a function that calls one
use case; the answer or the error comes back on the GUI thread.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, cast
from weakref import ref

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, Qt, QThread, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

PATIENCE = 30
"""Milliseconds that a read is waited for: less than a person sees, and most are there after five."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act changed, for pages to tell whether they must refresh."""

    patients: frozenset[str] = frozenset()
    visits: bool = False
    unit: bool = False
    everything: bool = False

    @classmethod
    def of_patient(cls, patient: str, *, visits: bool = True) -> Changes:
        """Return the change of one patient; with ``visits`` the boards are touched too."""
        return cls(patients=frozenset({patient}), visits=visits)

    @classmethod
    def all(cls) -> Changes:
        """Return the change that touches every page."""
        return cls(everything=True)

    def __or__(self, other: Changes) -> Changes:
        """Join two changes."""
        return Changes(
            self.patients | other.patients,
            self.visits or other.visits,
            self.unit or other.unit,
            self.everything or other.everything,
        )

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.patients or self.visits or self.unit or self.everything)

    def touches(self, patient: str) -> bool:
        """Tell whether a patient's page must refresh."""
        return self.everything or self.unit or patient in self.patients


class CancelledError(Exception):
    """The user cancelled a long piece of work."""

    def __init__(self) -> None:
        super().__init__("The work was cancelled.")


class Progress(QObject):
    """How far a long piece of work has come. The worker reports, the window listens and may cancel."""

    advanced = Signal(int, int, str)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cancel = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether the user has asked to stop."""
        return self._cancel.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancel.set()

    def report(self, number: int, of: int, text: str = "") -> None:
        """Tell how many of how many are done; called by the worker.

        Raises:
            CancelledError: when the user has asked to stop.
        """
        if self._cancel.is_set():
            raise CancelledError
        self.advanced.emit(number, of, text)


@dataclass(eq=False, slots=True)
class _Job:
    """One piece of work with those who wait for it."""

    work: Callable[[], Any]
    owner: ref[QObject] | None
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    changes: Changes | Callable[[Any], Changes] | None
    progress: Progress | None = None
    result: Any = None
    error: Exception | None = None
    over: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        try:
            self.result = self.work()
        except Exception as error:  # noqa: BLE001 - every failure is handed to the GUI thread, which shows it
            self.error = error
        self.over.set()

    @property
    def owner_lives(self) -> bool:
        owner = self.owner() if self.owner is not None else None
        return self.owner is None or (owner is not None and isValid(owner))


class _Worker(QObject):
    """Takes jobs in a thread of its own, in the order in which they were handed over."""

    finished = Signal(object)
    _handed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._thread = QThread()
        self._thread.setObjectName(name)
        self.moveToThread(self._thread)
        self._handed.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def hand(self, job: _Job) -> None:
        """Take a job; called on the GUI thread."""
        if not self._thread.isRunning():
            self._thread.start()
        self._handed.emit(job)

    def end(self) -> None:
        """End the thread."""
        self._thread.quit()
        self._thread.wait()

    @Slot(object)
    def _take(self, job: _Job) -> None:
        job.run()
        self.finished.emit(job)


class Operations(QObject):
    """The way from a window to a use case.

    ``changed`` goes out after each successful work that names its changes; ``failed`` when nobody else takes an error.
    """

    changed = Signal(Changes)
    failed = Signal(Exception)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.patience = PATIENCE
        self._waiting: deque[_Job] = deque()
        self._closed = False
        self._worker, self._reader = _Worker("operations"), _Worker("reading")
        for worker in (self._worker, self._reader):
            worker.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def busy(self) -> bool:
        """Whether work is waiting or running."""
        return bool(self._waiting)

    @property
    def saving(self) -> bool:
        """Whether something that changes what is kept is waiting or running; reading and loading are not."""
        return any(job.changes is not None for job in self._waiting)

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: QObject | None = None,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        changes: Changes | Callable[[T], Changes] | None = None,
    ) -> None:
        """Run ``work`` in the worker thread, after what was handed in before.

        On the GUI thread ``changes`` are asked for first, ``done`` hears the result or ``failed`` the error, and the
        changes go out on :attr:`changed`. When ``owner`` is gone by then, it hears nothing; all the rest is the same.
        """
        self._hand(_Job(work, ref(owner) if owner is not None else None, done, failed, changes))

    def run_long(
        self,
        work: Callable[[Progress], T],
        *,
        owner: QObject | None = None,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        changes: Changes | Callable[[T], Changes] | None = None,
    ) -> Progress:
        """Run work that reports its progress and can be cancelled; a cancelled one calls neither done nor failed."""
        progress = Progress()
        job = _Job(lambda: work(progress), ref(owner) if owner is not None else None, done, failed, changes, progress)
        self._hand(job)
        return progress

    def read(
        self,
        work: Callable[[], T],
        *,
        owner: QObject | None = None,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run ``work``, which only reads, in the reading thread, and wait a moment for it.

        Most answers are there within :attr:`patience`: ``done`` has then heard them when this returns, so that nothing
        flickers and the next key meets what was asked for. A later one comes when it is there.
        """
        job = _Job(work, ref(owner) if owner is not None else None, done, failed, None)
        self._hand(job, self._reader)
        if not self._closed and job.over.wait(self.patience / 1000):
            self._deliver(job)

    def fetch(self, work: Callable[[], T]) -> T:
        """Return what ``work`` reads in the reading thread, however long it takes; its error is raised here."""
        job = _Job(work, None, None, None, None)
        if self._closed:
            raise CancelledError
        self._reader.hand(job)
        job.over.wait()
        if job.error is not None:
            raise job.error
        return cast("T", job.result)

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait until all work is done and delivered, at most so long; tell whether it is. For tests and closing."""
        timer = QElapsedTimer()
        timer.start()
        while self._waiting and timer.elapsed() < milliseconds:
            QThread.msleep(1)
            QCoreApplication.sendPostedEvents(self)
        return not self._waiting

    def close(self) -> None:
        """Cancel what can be cancelled, finish all the rest and end the threads, however long an act takes to be kept.

        What is handed in afterwards is not done any more.
        """
        for job in self._waiting:
            if job.progress is not None:
                job.progress.cancel()
        while not self.wait():
            pass
        self._closed = True
        for worker in (self._worker, self._reader):
            worker.end()

    def _hand(self, job: _Job, worker: _Worker | None = None) -> None:
        if self._closed:
            return
        self._waiting.append(job)
        if len(self._waiting) == 1:
            self.busy_changed.emit(True)  # noqa: FBT003 - Qt signals take positions
        (worker or self._worker).hand(job)

    @Slot(object)
    def _deliver(self, job: _Job) -> None:
        """Tell those who wait for a job; a read that was waited for has been told already."""
        if job not in self._waiting:
            return
        self._waiting.remove(job)
        try:
            if job.error is not None:
                self._deliver_error(job)
            else:
                self._deliver_result(job)
        finally:
            if job.progress is not None:
                job.progress.finished.emit()
            if not self._waiting:
                self.busy_changed.emit(False)  # noqa: FBT003 - Qt signals take positions

    def _deliver_result(self, job: _Job) -> None:
        changes = job.changes(job.result) if callable(job.changes) else job.changes
        if job.done is not None and job.owner_lives:
            job.done(job.result)
        if changes:
            self.changed.emit(changes)

    def _deliver_error(self, job: _Job) -> None:
        error = cast("Exception", job.error)
        if isinstance(error, CancelledError):
            return
        if job.failed is not None and job.owner_lives:
            job.failed(error)
        else:
            self.failed.emit(error)

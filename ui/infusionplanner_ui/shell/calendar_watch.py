"""Whose handed-out calendar is not true any more, found off the GUI thread and kept up as acts change patients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from infusionplanner.application.calendar.outdated import StaleCalendar, StaleList
    from infusionplanner.application.views.overview import Overview
    from infusionplanner_ui.shell.operations import Changes, Operations

_AT_ONCE = 40
"""Patients compared in one piece of work, so that an act of a nurse never waits long."""


class CalendarWatch(QObject):
    """Compares nothing until a page asks. ``compared`` goes out whenever the list is there anew."""

    compared = Signal()

    def __init__(self, operations: Operations, overview: Callable[[], Overview | None], parent: QObject) -> None:
        """``overview`` returns the patients and plans as of now, None while no unit is open."""
        super().__init__(parent)
        self._operations = operations
        self._overview = overview
        self._asked = False
        self._shown: tuple[StaleCalendar, ...] | None = None
        self._pieces: list[frozenset[str]] = []
        self._running = 0
        self._list: StaleList | None = None
        """The worker thread's own: each comparison goes on from the one before it."""
        operations.changed.connect(self._follow)

    @property
    def untrue(self) -> tuple[StaleCalendar, ...] | None:
        """The calendars that are not true, the one on top whose first untrue moment is nearest; None while unknown."""
        return None if self._overview() is None else self._shown

    def ask(self) -> None:
        """Compare everything, once; later changes are followed."""
        if not self._asked and self._overview() is not None:
            self._asked = True
            self._compare_all()

    def _follow(self, changes: Changes) -> None:
        if self._overview() is None:
            self._asked, self._shown = False, None
        elif self._asked and (changes.unit or changes.everything):
            self._compare_all()
        elif self._asked and changes.patients:
            first, *more = _pieces(changes.patients)
            self._pieces += more
            self._compare(first)

    def _compare_all(self) -> None:
        overview = self._overview()
        first, *self._pieces = _pieces(() if overview is None else overview.patients) or [frozenset()]
        self._compare(first, anew=True)

    def _compare(self, patients: frozenset[str], *, anew: bool = False) -> None:
        overview = self._overview()
        if overview is None:
            return

        def work() -> StaleList:
            self._list = _compared(None if anew else self._list, overview, patients)
            return self._list

        self._running += 1
        self._operations.run(work, owner=self, done=self._finished, failed=self._failed)

    def _finished(self, found: StaleList) -> None:
        self._running -= 1
        if self._pieces and self._overview() is not None:
            self._compare(self._pieces.pop())
        elif not self._running:
            self._shown = found.calendars
            self.compared.emit()

    def _failed(self, error: Exception) -> None:
        """Give up until a page asks again, and let the frame say why."""
        self._running -= 1
        self._pieces, self._asked = [], False
        self._operations.failed.emit(error)


def _pieces(patients: Iterable[str]) -> list[frozenset[str]]:
    """Return patients in pieces of work."""
    whole = tuple(patients)
    return [frozenset(whole[start : start + _AT_ONCE]) for start in range(0, len(whole), _AT_ONCE)]


def _compared(before: StaleList | None, overview: Overview, patients: frozenset[str]) -> StaleList:
    """Return the list as of an overview, with some patients compared anew; without a list before, with these only."""
    from infusionplanner.application.calendar.outdated import StaleList  # noqa: PLC0415 - after the window is shown
    from infusionplanner.application.records import ActId, Done, PatientId  # noqa: PLC0415 - after the window is shown

    known = StaleList(overview, {}) if before is None else before
    return known.refresh(overview, Done(ActId(0), frozenset(PatientId(who) for who in patients)))

"""Whose handed-out calendar is not true any more, found off the GUI thread and kept up as acts change patients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from infusionplanner.application.overview import Overview
    from infusionplanner.application.stale import StaleCalendar, StaleList
    from infusionplanner_ui.operations import Changes
    from infusionplanner_ui.ward import Ward


class CalendarWatch(QObject):
    """Compares nothing until a page asks. ``compared`` goes out whenever the list is there anew."""

    compared = Signal()

    def __init__(self, ward: Ward) -> None:
        super().__init__(ward)
        self._ward = ward
        self._asked = False
        self._shown: tuple[StaleCalendar, ...] | None = None
        self._list: StaleList | None = None
        """The worker thread's own: each comparison goes on from the one before it."""
        ward.operations.changed.connect(self._follow)

    @property
    def untrue(self) -> tuple[StaleCalendar, ...] | None:
        """The calendars that are not true, the one on top whose first untrue moment is nearest; None while unknown."""
        return self._shown

    def ask(self) -> None:
        """Compare everything, once; later changes are followed."""
        if self._ward.is_open and not self._asked:
            self._asked = True
            self._compare(None)

    def _follow(self, changes: Changes) -> None:
        if not self._ward.is_open:
            self._asked, self._shown = False, None
        elif self._asked and (changes.patients or changes.unit or changes.everything):
            self._compare(None if changes.unit or changes.everything else changes.patients)

    def _compare(self, patients: frozenset[str] | None) -> None:
        overview = self._ward.overview

        def work() -> StaleList:
            self._list = _compared(self._list, overview, patients)
            return self._list

        def finished(found: StaleList) -> None:
            self._shown = found.calendars
            self.compared.emit()

        self._ward.operations.run(work, owner=self, done=finished)


def _compared(before: StaleList | None, overview: Overview, patients: frozenset[str] | None) -> StaleList:
    """Return the list as of an overview: of ``patients`` only, where the rest is known."""
    from infusionplanner.application.records import ActId, Done, PatientId  # noqa: PLC0415 - after the window is shown
    from infusionplanner.application.stale import StaleList  # noqa: PLC0415 - after the window is shown

    if before is None or patients is None:
        return StaleList.of(overview)
    return before.refresh(overview, Done(ActId(0), frozenset(PatientId(who) for who in patients)))

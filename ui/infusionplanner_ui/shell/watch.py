"""What the program watches by itself: observations that end, and the date that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from datetime import datetime

    from infusionplanner.application.records import VisitId
    from infusionplanner_ui.shell.ward import Ward

_SECOND = 1000
_SELDOM = 5


class Watch(QObject):
    """Looks once a second. ``observation_over`` carries a visit whose observation has ended, once for each end.

    ``changed_elsewhere`` goes out when another program has changed the unit; that is looked for less often.

    What is known comes from the stamps in the database, so a restart of the program forgets nothing: whoever is still
    observed after the end is announced again.
    """

    observation_over = Signal(object)
    day_changed = Signal()
    changed_elsewhere = Signal()

    def __init__(self, ward: Ward, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self._looks = 0
        self._announced: set[tuple[VisitId, datetime]] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    def stop(self) -> None:
        """Stop looking."""
        self._timer.stop()

    def look(self) -> None:
        """Look once."""
        from infusionplanner.application.records import VisitState  # noqa: PLC0415 - after the window is shown
        from infusionplanner.application.views.seats import waiting_for  # noqa: PLC0415 - after the window is shown

        if not self._ward.is_open or self._ward.operations.busy:
            return
        now = self._ward.desk.now()
        if now.date() != self._ward.today:
            self.day_changed.emit()
            return
        self._looks += 1
        if self._looks % _SELDOM == 0:
            self._look_elsewhere()
        for visit in self._ward.state.visits_today:
            if visit.state is not VisitState.OBSERVING:
                continue
            until = waiting_for(visit)
            if until is not None and now >= until and (visit.id, until) not in self._announced:
                self._announced.add((visit.id, until))
                self.observation_over.emit(visit)

    def _look_elsewhere(self) -> None:
        """Ask for acts of other programs, in the thread of our own acts, which are then not taken for another's.

        A store that does not answer is not told of here: the next act says so, to somebody who waits for it.
        """
        ask = self._ward.desk.store.changed_elsewhere
        self._ward.operations.run(ask, owner=self, done=self._heard, failed=lambda _: None)

    def _heard(self, changed: bool) -> None:  # noqa: FBT001 - the answer itself
        if changed and self._ward.is_open:
            self.changed_elsewhere.emit()

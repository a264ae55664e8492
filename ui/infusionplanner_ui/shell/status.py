"""The status line: that everything is saved, when it was saved last, and of which day the latest backup is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from infusionplanner_ui.shell.main_window import MainWindow
    from infusionplanner_ui.shell.ward import Ward

_SAVING = 300
"""Milliseconds of saving before it is said; most of it is over by then."""


class Status(QObject):
    """Keeps the line of the frame true. A demo unit gets no backup: nothing in it is anybody's."""

    def __init__(self, frame: MainWindow, ward: Ward, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame, self._ward = frame, ward
        self._database: Path | None = None
        self._backup: date | None = None
        self._problem = ""
        self._asked: date | None = None
        ward.operations.busy_changed.connect(self._busy_changed)
        frame.drafts.changed.connect(self.show)

    def follow(self, database: Path | None) -> None:
        """Show the state of a database from now on, and see to its backup of today; None is a demo unit."""
        self._database, self._backup, self._problem, self._asked = database, None, "", None
        self.show()
        self.back_up()

    def back_up(self) -> None:
        """See to today's backup, in the worker thread; a day whose backup has been asked for is not asked again."""
        path = self._database
        if path is None or not self._ward.is_open or self._asked == self._ward.today:
            return
        today = self._asked = self._ward.today

        def work() -> date:
            from infusionplanner.bootstrap import back_up  # noqa: PLC0415 - after the window is shown

            return back_up(path, today)

        self._ward.operations.run(work, owner=self, done=self._backed_up, failed=self._failed)

    def _backed_up(self, on: date) -> None:
        self._backup, self._problem = on, ""
        self.show()

    def _failed(self, error: Exception) -> None:
        self._problem = sentence(error)
        self.show()

    def _busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - the signal's own value
        if busy:
            QTimer.singleShot(_SAVING, self, self.show)
        else:
            self.show()

    def show(self) -> None:
        """Show the state as it is now."""
        if not self._ward.is_open:
            return
        if self._ward.operations.saving:
            self._frame.set_status(self.tr("Saving …"), Tone.NEUTRAL)
        elif self._problem:
            said = self.tr("Backup failed: {why}").format(why=self._problem)
            self._frame.set_status(self.tr("Saved, no backup"), Tone.WARN, text.join(said, self._last_saved()))
        elif begun := self._frame.drafts.begun():
            self._frame.set_status(self.tr("Not saved yet"), Tone.NEUTRAL, text.join(*begun, self._last_saved()))
        else:
            self._frame.set_status(self.tr("Saved"), Tone.OK, text.join(self._last_saved(), self._last_backup()))

    def _last_saved(self) -> str:
        """Return when something was saved last, and by whom."""
        newest = self._ward.state.newest
        if newest is None:
            return ""
        today = newest.at.date() == self._ward.today
        when = text.clock(newest.at) if today else text.moment(newest.at)
        return self.tr("last change {time} by {who}").format(time=when, who=newest.who)

    def _last_backup(self) -> str:
        if self._database is None:
            return self.tr("Demo unit: all patients are invented")
        if self._backup is None:
            return ""
        if self._backup == self._ward.today:
            return self.tr("backup of today")
        return self.tr("backup of {day}").format(day=text.date(self._backup))

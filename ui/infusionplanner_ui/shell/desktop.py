"""The program as a whole: application, frame, pages and ward, from the first window to the last word saved.

The window is shown first; the planner and the database are loaded after it, in the worker thread.
"""

from __future__ import annotations

import getpass
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from infusionplanner.application.names import full_name
from infusionplanner_ui.application import Application
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.drafts import ClosingQuestion
from infusionplanner_ui.shell.faults import catch_faults
from infusionplanner_ui.shell.looks import Looks
from infusionplanner_ui.shell.main_window import MainWindow
from infusionplanner_ui.shell.operations import Operations
from infusionplanner_ui.shell.overlays import Sheets
from infusionplanner_ui.shell.pages import (
    FILLED,
    FIRST,
    OPENING,
    OTHERS,
    WELCOME,
    OpeningPage,
    load_first_page,
    page_specs,
    what_comes_next,
)
from infusionplanner_ui.shell.preferences import Preferences
from infusionplanner_ui.shell.status import Status
from infusionplanner_ui.shell.ward import Ward
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from infusionplanner.application.ports import Clock
    from infusionplanner.application.records import Done, Visit
    from infusionplanner_ui.search.palette import Command
    from infusionplanner_ui.shell.watch import Watch

_WINDOW = (1366, 768)
_RING_SECONDS = 60
_SETTLED = 300
"""Milliseconds after which the first page of a unit has been painted."""


class Desktop(QObject):
    """Puts everything together and looks after what belongs to no page: who works, undo, lock, search, the day."""

    def __init__(self, preferences: Preferences, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.operations = Operations(self)
        self.ward = Ward(self.operations, language=application().language, parent=self)
        self.frame = MainWindow(page_specs(self.ward, lambda: self.looks), self.operations, user="", initial=OPENING)
        self.looks = Looks(application(), preferences, self.frame, self.ward)
        self.sheets = Sheets(self.frame, self.ward, self._commands)
        self._database: tuple[Path, Clock | None] | None = None
        self._own: tuple[Path, Clock | None] | None = None
        self._demo = False
        self._when_painted: Callable[[], None] | None = None
        self._watch: Watch | None = None
        self.status = Status(self.frame, self.ward, self)
        self._connect()

    def _connect(self) -> None:
        frame, ward = self.frame, self.ward
        ward.ready.connect(self._ready)
        ward.acted.connect(self._acted)
        frame.undo_requested.connect(self.undo)
        frame.redo_requested.connect(self.redo)
        self.sheets.signed.connect(self._sign)
        self.sheets.toured.connect(self.looks.set_toured)
        frame.installEventFilter(self)
        ClosingQuestion(frame, frame.drafts, frame.toast)
        self.operations.changed.connect(lambda _: self._count())
        self.operations.changed.connect(lambda _: self.status.back_up())
        self.operations.failed.disconnect(frame._failed)  # noqa: SLF001 - our own frame: the sentence is translated here
        self.operations.failed.connect(self._failed)

    # opening

    def show(self) -> None:
        """Show the window as it was left, or at its usual size."""
        if not (self.preferences.geometry and self.frame.restoreGeometry(self.preferences.geometry)):
            self.frame.resize(*_WINDOW)
        self.frame.show()

    def open(self, database: Path, clock: Clock | None = None, *, demo: bool = False) -> None:
        """Open a database; the page says so until it is read."""
        self._database, self._demo = (database, clock), demo
        if self.ward.is_open:
            self.operations.wait()
            self.frame.drafts.drop_all()
            self.ward.close()
            self.status.follow(None)
        self.frame.show_page(OPENING)
        self.operations.run(load_first_page, owner=self, done=lambda _: self._loaded(database, clock))

    def _loaded(self, database: Path, clock: Clock | None) -> None:
        """Build the first page, then read: done at once, each would keep the other waiting, and the window too."""
        self.frame.page(FIRST)
        self.ward.open(database, who=self.preferences.who or "?", clock=clock)

    def _failed(self, error: Exception) -> None:
        """Say what went wrong: on the page when nothing is open, else in a toast."""
        if self.ward.is_open:
            self.frame.toast(sentence(error), tone=Tone.STOP, seconds=15)
            return
        page = self.frame.show_page(OPENING)
        if isinstance(page, OpeningPage):
            page.show_problem(sentence(error))
            page.state.chosen.connect(self._open_again)

    def _open_again(self, _: str) -> None:
        page = self.frame.page(OPENING)
        if isinstance(page, OpeningPage):
            page.state.chosen.disconnect(self._open_again)
            page.show_problem("")
        if self._database is not None:
            self.open(self._database[0], self._database[1], demo=self._demo)

    def _ready(self) -> None:
        self._sign_in()
        self.status.follow(None if self._demo or self._database is None else self._database[0])
        self._start_watch()
        if self.ward.overview.patients:
            if self.frame.current_key in {OPENING, WELCOME}:
                self.frame.show_page("today")
        else:
            self._welcome()
        if self.has_own_unit and not self.looks.taste.toured:
            self.show_round()
        QTimer.singleShot(_SETTLED, self, self._look_ahead)

    def _look_ahead(self) -> None:
        """Make ready what is likely to be asked for next, now that the first page is there."""
        if self.ward.is_open:
            next_ = what_comes_next(self.ward)
            self.operations.run(next_, owner=self, done=lambda _: self.frame.build_ahead(OTHERS, FILLED))

    def _welcome(self) -> None:
        page = self.frame.show_page(WELCOME)
        asked = getattr(page, "demo_asked", None)
        if asked is not None and not page.property("connected"):
            page.setProperty("connected", True)  # noqa: FBT003 - Qt's own signature
            asked.connect(self.open_demo)

    def open_demo(self) -> None:
        """Make the demo unit in a file of its own and open it."""
        from infusionplanner_ui.shell.demo import make_demo_unit  # noqa: PLC0415 - at the first start only

        folder = data_folder()
        self._own = self._own or self._database
        self.operations.run(
            lambda: make_demo_unit(folder),
            owner=self,
            done=lambda made: self.open(made.database, made.clock, demo=True),
        )
        self.frame.show_page(OPENING)

    @property
    def in_demo(self) -> bool:
        """Whether the unit that is open is the demo."""
        return self._demo

    @property
    def has_own_unit(self) -> bool:
        """Whether there is a unit of one's own to go back to from the demo."""
        return self._demo and self._own is not None

    def leave_demo(self) -> None:
        """Go back to the unit of one's own."""
        if self._own is not None:
            self.open(*self._own)
            self._own = None

    # who works here

    def _sign_in(self) -> None:
        """Sign in the person who was here last; in a unit that does not know that person, the first nurse."""
        active = [user for user in self.ward.users if user.active]
        last = self.preferences.who
        found = next((user for user in active if user.initials == last), None)
        found = found or next((user for user in active if user.role == "nurse"), active[0] if active else None)
        self._sign(found.initials if found is not None else last or getpass.getuser())

    def _sign(self, initials: str) -> None:
        self.ward.sign(initials)
        if not self._demo:
            self.looks.sign(initials)
        self._show_user()

    def _show_user(self) -> None:
        if not self.ward.is_open:
            return
        who = self.ward.desk.who
        user = next((row for row in self.ward.users if row.initials == who), None)
        role = "" if user is None else self.ward.wording.label("role", user.role)
        self.frame.set_user(f"{role} {user.name}" if user is not None else who)

    # acts

    def _acted(self, done: Done) -> None:
        """Say what was done, with the way to undo it."""
        from infusionplanner.application.act_kinds import LASTING, ActKind  # noqa: PLC0415 - after the window
        from infusionplanner_ui.words.act_words import act_words  # noqa: PLC0415 - loaded when it is first needed

        if not done.patients:
            self._show_user()
        newest = self.ward.state.newest
        if newest is None or newest.id != done.act:
            return
        if newest.undoes is not None:
            template = self.tr("Undone: {what}") if newest.kind is ActKind.UNDO else self.tr("Done again: {what}")
            what = text.join(act_words(self.ward.state.undone or newest.kind), self._name(done))
            self.frame.toast(template.format(what=what), seconds=5)
            return
        said = text.join(act_words(newest.kind), self._name(done))
        undo = None if newest.kind in LASTING else self.undo
        self.frame.toast(said, undo=undo, tone=Tone.OK)

    def _name(self, done: Done) -> str:
        """Return the one patient whom an act was about, as may be shown now."""
        known = [patient for patient in done.patients if patient in self.ward.overview.patients]
        if len(known) != 1:
            return ""
        name = self.ward.patient(known[0]).name
        return "" if name is None else self.frame.shown_name(full_name(name))

    def undo(self) -> None:
        """Give back the form that was thrown away last; else take back what this person did last."""
        if self.frame.drafts.give_back():
            return
        from infusionplanner.application.acts.undo import undo  # noqa: PLC0415 - after the window is shown

        if self.ward.is_open:
            self.ward.act(undo, owner=self, failed=self._nothing)

    def redo(self) -> None:
        """Do again what this person took back last."""
        from infusionplanner.application.acts.undo import redo  # noqa: PLC0415 - after the window is shown

        if self.ward.is_open:
            self.ward.act(redo, owner=self, failed=self._nothing)

    def _nothing(self, error: Exception) -> None:
        self.frame.toast(sentence(error), tone=Tone.NEUTRAL, seconds=5)

    # what is always visible

    def _count(self) -> None:
        if not self.ward.is_open:
            return
        from infusionplanner_ui.shell.counts import observed_out, overdue, visits_today  # noqa: PLC0415 - as above

        over = observed_out(self.ward)
        self.frame.set_count("today", over or visits_today(self.ward), urgent=over > 0)
        late = overdue(self.ward)
        self.frame.set_count("tasks", late, urgent=late > 0)
        if self.frame.current_key == WELCOME and self.ward.overview.patients:
            self.frame.show_page("today")

    # time

    def _start_watch(self) -> None:
        from infusionplanner_ui.shell.watch import Watch  # noqa: PLC0415 - after the window is shown

        if self._watch is None:
            self._watch = Watch(self.ward, self)
            self._watch.observation_over.connect(self._ring)
            self._watch.day_changed.connect(self.ward.read_again)
            self._watch.changed_elsewhere.connect(self.ward.read_again)
        self._watch.start()

    def _ring(self, visit: Visit) -> None:
        """Say that an observation is over: a sound, the task bar, and a line in the window."""
        name = self.ward.patient(visit.patient).name
        shown = "" if name is None else self.frame.shown_name(full_name(name))
        QApplication.beep()
        QApplication.alert(self.frame)
        said = self.tr("The observation is over: {name}").format(name=text.join(shown, (visit.place or "").lower()))

        def show() -> None:
            self.frame.show_page("today", visit.patient)

        self.frame.toast(said, undo=show, word=self.tr("Show the visit"), tone=Tone.WARN, seconds=_RING_SECONDS)
        self._count()

    # what lies over the pages

    def lock(self) -> None:
        """Cover the window until somebody is chosen who goes on."""
        self.sheets.lock()

    def show_keys(self) -> None:
        """Show the keys, or take them away."""
        self.sheets.show_keys()

    def show_round(self) -> None:
        """Begin the tour of the program."""
        self.sheets.show_round()

    def _commands(self) -> tuple[Command, ...]:
        from infusionplanner_ui.search.commands import commands  # noqa: PLC0415 - loaded at the first search

        return commands(self)

    # language

    def begin_when_painted(self, begin: Callable[[], None]) -> None:
        """Do something once the window has been painted for the first time."""
        self._when_painted = begin

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Name the user in the new language, and remember the window when it is closed."""
        if watched is self.frame and event.type() is QEvent.Type.LanguageChange:
            self._show_user()
            QTimer.singleShot(0, self, self.status.show)
        if watched is self.frame and event.type() is QEvent.Type.Close:
            self.preferences.geometry = self.frame.saveGeometry()
            self.preferences.save()
        if self._when_painted is not None and watched is self.frame and event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._when_painted)
            self._when_painted = None
        return super().eventFilter(watched, event)

    # closing

    def close(self) -> None:
        """Finish what is being saved, close the database, and take the window away."""
        self._when_painted = None
        if self._watch is not None:
            self._watch.stop()
        self.operations.close()
        self.ward.close()
        self.preferences.save()
        self.frame.hide()
        self.frame.deleteLater()


def application() -> Application:
    """Return the running application."""
    running = QApplication.instance()
    assert isinstance(running, Application)  # noqa: S101 - the program starts with one, and so do its tests
    return running


def data_folder() -> Path:
    """Return this user's folder for the log and the demo unit."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(place)


def open_window(database: Path | None, *, on: date | None, demo: bool) -> int:
    """Open the program on a database (None: this person's own) and return the exit status when its window is closed."""
    preferences = Preferences()
    running = QApplication.instance()
    app = (
        running
        if isinstance(running, Application)
        else Application(sys.argv[:1], scheme=preferences.scheme, language=preferences.language)
    )
    desktop = Desktop(preferences)
    faults = catch_faults(data_folder(), desktop.frame)
    desktop.begin_when_painted(partial(_begin, desktop, database, on, demo=demo))
    desktop.show()
    try:
        return app.exec()
    finally:
        desktop.close()
        faults.uninstall()


def _begin(desktop: Desktop, chosen: Path | None, on: date | None, *, demo: bool) -> None:
    """Find and open the database, all of it in the worker thread: the window is there already, and stays alive."""

    def find() -> tuple[Path, Clock | None]:
        from infusionplanner.bootstrap import default_database  # noqa: PLC0415 - after the window is shown
        from infusionplanner_ui.shell.demo import clock_of  # noqa: PLC0415 - after the window is shown

        database = chosen or default_database()
        database.parent.mkdir(parents=True, exist_ok=True)
        return database, clock_of(on, demo=demo)

    desktop.operations.run(find, owner=desktop, done=lambda found: desktop.open(*found, demo=demo))

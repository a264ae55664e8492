"""The ward as the windows see it: the desk, the overview of today, the words, and the one way to act.

Pages read from here and act through :meth:`Ward.act`; nobody else in the windows holds state of the unit. The overview
is an immutable value, computed in the worker thread and swapped on the GUI thread, so a page always sees a whole one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from infusionplanner_ui.shell.calendar_watch import CalendarWatch
from infusionplanner_ui.shell.operations import Changes, Operations

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.ports import Clock
    from infusionplanner.application.records import Done, PatientId, Visit
    from infusionplanner.application.views.moving import Case
    from infusionplanner.application.views.overview import Overview
    from infusionplanner.application.views.worklist import WorkItem
    from infusionplanner.catalogue.wording import Wording
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.protocol import Protocol
    from infusionplanner.domain.result import Plan
    from infusionplanner.domain.unit import Unit
    from infusionplanner_ui.shell.lists import Lists

    _Read = tuple[Overview, tuple[WorkItem, ...]]

PLAN_MONTHS = 12


class Ward(QObject):
    """Everything that the pages show and do. Before ``ready`` the lists are empty and nothing can be done."""

    ready = Signal()
    acted = Signal(object)
    """The :class:`~infusionplanner.application.records.Done` of an act of this window, for the offer to undo it."""

    def __init__(self, operations: Operations, *, language: str = "nb", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self.language = language
        self._desk: Desk | None = None
        self._overview: Overview | None = None
        self._work: tuple[WorkItem, ...] = ()
        self._newest: _Read | None = None
        """The worker thread's own: an act goes on from the one before, which the windows may not have heard of yet."""
        self._plans: dict[PatientId, Plan] = {}
        self._words: dict[str, Wording] = {}
        self._lists: Lists | None = None
        self._visits: dict[tuple[date, date], tuple[Visit, ...]] = {}
        self.calendars = CalendarWatch(self)
        """Whose handed-out calendar is not true any more."""

    # opening

    def open(self, database: Path, *, who: str, clock: Clock | None = None) -> None:
        """Open a database off the GUI thread; a change of everything and ``ready`` follow."""
        language = self.language

        def load() -> tuple[Desk, _Read]:
            from infusionplanner.application.views.overview import Overview  # noqa: PLC0415 - after the window is shown
            from infusionplanner.bootstrap import open_desk  # noqa: PLC0415 - the database loads after the window
            from infusionplanner.catalogue.wording import wording  # noqa: PLC0415 - after the window is shown

            desk = open_desk(database, who=who, clock=clock)
            read = self._read(Overview.of(desk))
            self._words.setdefault(language, wording(language))
            return desk, read

        self.operations.run(load, owner=self, done=self._opened)

    def _opened(self, loaded: tuple[Desk, _Read]) -> None:
        self._desk = loaded[0]
        self._take(loaded[1])
        self.operations.changed.emit(Changes.all())  # first, so that the page that is shown then is read once
        self.ready.emit()

    def close(self) -> None:
        """Close the database."""
        if self._desk is not None:
            self._desk.close()
        self._desk = self._overview = self._newest = self._lists = None
        self._work = ()
        self._forget()

    @property
    def is_open(self) -> bool:
        """Whether a database is open and read."""
        return self._overview is not None

    # reading

    @property
    def desk(self) -> Desk:
        """The desk of the person who is signed in."""
        if self._desk is None:
            message = "the ward is not open yet"
            raise RuntimeError(message)
        return self._desk

    @property
    def overview(self) -> Overview:
        """All patients and plans as of today."""
        if self._overview is None:
            message = "the ward is not open yet"
            raise RuntimeError(message)
        return self._overview

    @property
    def today(self) -> date:
        """The day that the overview was computed for."""
        return self.overview.as_of

    @property
    def unit(self) -> Unit:
        """The unit with its own parameters."""
        return self.overview.unit

    @property
    def lists(self) -> Lists:
        """What the pages list of the patients."""
        if self._lists is None:
            from infusionplanner_ui.shell.lists import Lists  # noqa: PLC0415 - after the window is shown

            self._lists = Lists()
        return self._lists

    @property
    def wording(self) -> Wording:
        """The words of findings, codes and rules in the language of the window."""
        if self.language not in self._words:
            from infusionplanner.catalogue.wording import wording  # noqa: PLC0415 - after the window is shown

            self._words[self.language] = wording(self.language)
        return self._words[self.language]

    def patient(self, patient: PatientId) -> Patient:
        """Return a patient of the overview."""
        return self.overview.patients[patient]

    def plan(self, patient: PatientId) -> Plan:
        """Return the plan of a patient as of today, a year ahead; the plans of the overview reach three months."""
        if patient not in self._plans:
            from infusionplanner.domain.plan import plan  # noqa: PLC0415 - after the window is shown

            known = self.patient(patient)
            self._plans[patient] = plan(known, self.protocol(patient), self.unit, self.today, months=PLAN_MONTHS)
        return self._plans[patient]

    def protocol(self, patient: PatientId) -> Protocol:
        """Return the protocol of a patient with the unit's own numbers."""
        return self.desk.protocol(self.patient(patient).course.protocol, self.unit)

    def case(self, patient: PatientId) -> Case:
        """Return a patient with the plan of today and what it was computed with."""
        from infusionplanner.application.views.moving import Case  # noqa: PLC0415 - after the window is shown

        return Case(self.patient(patient), self.plan(patient), self.protocol(patient), self.unit)

    def work_list(self) -> tuple[WorkItem, ...]:
        """Return what is to be done by all plans, most urgent first."""
        return self._work

    def visits(self, first: date, last: date) -> tuple[Visit, ...]:
        """Return the visits of some days; read once until something changes."""
        if (first, last) not in self._visits:
            with self.desk.store.reading() as reading:
                self._visits[first, last] = reading.visits(first, last)
        return self._visits[first, last]

    # acting

    def sign(self, who: str) -> None:
        """Let another person act from now on."""
        self._desk = self.desk.signed(who)

    def act(
        self,
        use_case: Callable[[Desk], Done],
        *,
        owner: QObject | None = None,
        done: Callable[[Done], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run one use case off the GUI thread, compute again what it changed, and tell the pages.

        ``use_case`` gets the desk: ``ward.act(lambda desk: arrive(desk, visit), owner=self)``. An error goes to
        ``failed``, or to the frame, which shows its sentence.
        """
        desk = self.desk

        def work() -> tuple[Done, _Read]:
            result = use_case(desk)
            return result, self._read_after(result)

        def finished(result: tuple[Done, _Read]) -> None:
            self._take(result[1])
            self.acted.emit(result[0])
            if done is not None:
                done(result[0])

        def changes(result: tuple[Done, _Read]) -> Changes:
            act = result[0]
            return Changes(frozenset(act.patients), visits=True, unit=act.unit, everything=act.unit)

        self.operations.run(work, owner=owner or self, done=finished, failed=failed, changes=changes)

    def read_again(self) -> None:
        """Read and compute everything again: when the date has changed, or another program has changed the unit."""
        desk = self.desk

        def work() -> _Read:
            from infusionplanner.application.views.overview import Overview  # noqa: PLC0415 - kept out of the start

            return self._read(Overview.of(desk))

        self.operations.run(work, owner=self, done=self._take, changes=Changes.all())

    def _read(self, overview: Overview) -> _Read:
        """Return an overview with what is to be done by it; called in the worker thread, since it takes a while."""
        from infusionplanner.application.views.worklist import work_list  # noqa: PLC0415 - after the window is shown

        self._newest = overview, work_list(overview)
        return self._newest

    def _read_after(self, done: Done) -> _Read:
        """Return the newest overview as an act has changed it; called in the worker thread."""
        from infusionplanner.application.views.worklist import work_list_after  # noqa: PLC0415 - after the window is shown

        if self._newest is None:
            message = "the ward is not open yet"
            raise RuntimeError(message)
        overview, work = self._newest
        after = overview.refresh(done)
        if done.unit:
            return self._read(after)
        self._newest = after, work_list_after(work, after, done.patients)
        return self._newest

    def _take(self, read: _Read) -> None:
        self._overview, self._work = read
        self._forget()

    def _forget(self) -> None:
        self._plans.clear()
        self._visits.clear()

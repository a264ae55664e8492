"""The ward as the windows see it: the overview of today, the words, what is asked of the unit, and the one way to act.

Pages act through :meth:`Ward.act`, and ask through :meth:`Ward.query`, which reads in a thread of its own: no window
reads the database. The overview is an immutable value, computed in the worker thread and swapped on the GUI thread, so
a page always sees a whole one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, TypeVarTuple

from PySide6.QtCore import QObject, Signal

from infusionplanner_ui.shell.answers import Query, ViewAnswers, ViewQuestion, answered
from infusionplanner_ui.shell.calendar_watch import CalendarWatch
from infusionplanner_ui.shell.operations import Changes, Operations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.ports import Clock
    from infusionplanner.application.records import ActId, Done, PatientId, User, Visit
    from infusionplanner.application.views.moving import Case
    from infusionplanner.application.views.overview import Overview
    from infusionplanner.application.views.patient_file import PatientFile
    from infusionplanner.application.views.unit_state import UnitState
    from infusionplanner.application.views.work_items import WorkItem
    from infusionplanner.catalogue.wording import Wording
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.protocol import Protocol
    from infusionplanner.domain.result import Plan
    from infusionplanner.domain.unit import Unit
    from infusionplanner_ui.shell.lists import Lists

PLAN_MONTHS = 12

T = TypeVar("T")
P = ParamSpec("P")
Asked = TypeVarTuple("Asked")


@dataclass(frozen=True, slots=True)
class _Read:
    """What is known of the unit as of its newest act."""

    overview: Overview
    work: tuple[WorkItem, ...]
    state: UnitState
    answers: dict[ViewQuestion, object]


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
        self._read: _Read | None = None
        self._newest: _Read | None = None
        """The worker thread's own: an act goes on from the one before, which the windows may not have heard of yet."""
        self._plans: dict[PatientId, Plan] = {}
        self._words: dict[str, Wording] = {}
        self._lists: Lists | None = None
        self._answers = ViewAnswers(operations)
        self.calendars = CalendarWatch(operations, lambda: self._read.overview if self._read else None, self)
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
            read = self._worked_out(Overview.of(desk))
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
        self._desk = self._read = self._newest = self._lists = None
        self._plans.clear()
        self._answers.turn_to(None, {})

    @property
    def is_open(self) -> bool:
        """Whether a database is open and read."""
        return self._read is not None

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
        return self._known.overview

    @property
    def _known(self) -> _Read:
        if self._read is None:
            message = "the ward is not open yet"
            raise RuntimeError(message)
        return self._read

    @property
    def state(self) -> UnitState:
        """The unit's people and settings, the visits of today, and the newest act."""
        return self._known.state

    @property
    def users(self) -> tuple[User, ...]:
        """Everybody who uses the program."""
        return self.state.users

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
            from infusionplanner.application.views.whole_plan import with_misdated  # noqa: PLC0415 - as below
            from infusionplanner.domain.plan import plan  # noqa: PLC0415 - after the window is shown

            known = self.patient(patient)
            found = plan(known, self.protocol(patient), self.unit, self.today, months=PLAN_MONTHS)
            self._plans[patient] = with_misdated(found, known, self.today)
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
        return () if self._read is None else self._read.work

    def query(self, page: QWidget, shown: Callable[[T], None]) -> Query[T]:
        """Return what a page asks through; ``shown`` hears the answer, and the answer after each act."""
        return Query(self._answers, page, shown)

    def get(self, view: Callable[[Overview, *Asked], T], *arguments: *Asked) -> T:
        """Return what a view says of the unit, read in another thread and waited for unless it is known already."""
        return self._answers.get(view, *arguments)

    def at_desk(self, view: Callable[Concatenate[Desk, P], T], *arguments: P.args, **named: P.kwargs) -> T:
        """Return what the application says at the desk as of this moment, read in another thread and waited for."""
        desk = self.desk
        return self.operations.fetch(lambda: view(desk, *arguments, **named))

    def file(self, patient: PatientId) -> PatientFile:
        """Return what is kept of a patient."""
        from infusionplanner.application.views.patient_file import patient_file  # noqa: PLC0415 - after the window

        return self.get(patient_file, patient)

    def visits(self, first: date, last: date) -> tuple[Visit, ...]:
        """Return the visits of some days."""
        from infusionplanner.application.views.stored import visits_of_days  # noqa: PLC0415 - after the window is shown

        return self.get(visits_of_days, first, last)

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
        built_on: ActId | None = None,
    ) -> None:
        """Run one use case off the GUI thread, compute again what it changed, and tell the pages.

        ``use_case`` gets the desk: ``ward.act(lambda desk: arrive(desk, visit), owner=self)``. An error goes to
        ``failed``, or to the frame, which shows its sentence. The act is built on what is shown now, unless a form that
        was filled in earlier says what that was ``built_on``.
        """
        wanted = self._answers.wanted()
        shown = self.overview
        desk = (
            self.desk.based_on(built_on) if built_on is not None else self.desk.based_on(shown.newest, shown.revisions)
        )

        def work() -> tuple[Done, _Read | None]:
            result = use_case(desk)
            try:
                return result, self._read_after(result, wanted)
            except Exception:  # noqa: BLE001 - the act is kept: what cannot be read after it is no failure of the act
                return result, None

        def taken(result: tuple[Done, _Read | None]) -> Changes:
            """Take what was read, whether or not its owner is still there, and say what changed."""
            act, read = result
            if read is None:
                self.read_again()
            else:
                self._take(read)
            self.acted.emit(act)
            return Changes(frozenset(act.patients), visits=True, unit=act.unit, everything=act.unit)

        def finished(result: tuple[Done, _Read | None]) -> None:
            if done is not None:
                done(result[0])

        self.operations.run(work, owner=owner or self, done=finished, failed=failed, changes=taken)

    def read_again(self) -> None:
        """Read and compute everything again: when the date has changed, or another program has changed the unit."""
        desk, wanted = self.desk, self._answers.wanted()

        def work() -> _Read:
            from infusionplanner.application.views.overview import Overview  # noqa: PLC0415 - kept out of the start

            return self._worked_out(Overview.of(desk), wanted)

        self.operations.run(work, owner=self, done=self._take, changes=Changes.all())

    def _worked_out(
        self, overview: Overview, wanted: Iterable[ViewQuestion] = (), work: tuple[WorkItem, ...] | None = None
    ) -> _Read:
        """Return an overview with what follows from it; called in the worker thread, since it takes a while."""
        from infusionplanner.application.views.unit_state import unit_state  # noqa: PLC0415 - after the window is shown
        from infusionplanner.application.views.work_items import work_list  # noqa: PLC0415 - after the window is shown

        work = work_list(overview) if work is None else work
        self._newest = _Read(overview, work, unit_state(overview), answered(overview, wanted))
        return self._newest

    def _read_after(self, done: Done, wanted: Iterable[ViewQuestion]) -> _Read:
        """Return the newest overview as an act has changed it; called in the worker thread."""
        from infusionplanner.application.views.work_items import work_list_after  # noqa: PLC0415 - after the window is shown

        if self._newest is None:
            message = "the ward is not open yet"
            raise RuntimeError(message)
        after = self._newest.overview.refresh(done)
        work = None if done.unit else work_list_after(self._newest.work, after, done.patients)
        return self._worked_out(after, wanted, work)

    def _take(self, read: _Read) -> None:
        self._read = read
        self._plans.clear()
        self._answers.turn_to(read.overview, dict(read.answers))

"""What the buttons of the page Today do: each hands one use case to the ward and says what went wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from infusionplanner.application.acts import booking, checklists, doses, judgement, visits
from infusionplanner.application.errors import RefusedError
from infusionplanner_ui.pages.today.case import Step, VisitCase
from infusionplanner_ui.pages.today.given import GivenProblem
from infusionplanner_ui.panels.acts.spec import Act, Wish
from infusionplanner_ui.panels.opening import panel
from infusionplanner_ui.panels.visit_steps import RunningReactionPanel
from infusionplanner_ui.widgets.buttons import PRESSES
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner.application.acts.judgement import Clearing
    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.pages.today.booking import Booking, BookingPanel
    from infusionplanner_ui.pages.today.panel import TodayPanel
    from infusionplanner_ui.panels.form.host import PanelHost
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.ward import Ward
    from infusionplanner_ui.widgets.inline_panel import InlinePanel


class DayPage(Protocol):
    """What the acts use of the page."""

    ward: Ward
    frame: Frame
    panel: TodayPanel
    booking: BookingPanel
    host: PanelHost

    def book(self, patient: PatientId | None) -> None:
        """Open the form of another time."""

    def reload(self) -> None:
        """Read the day again."""

    def close_beside(self) -> None:
        """Go back to the visit."""


class VisitActs(QObject):
    """Turns what the panels ask for into acts of the person who is signed in."""

    def __init__(self, page: DayPage) -> None:
        super().__init__(page.panel)
        self._page = page
        self._ward = page.ward
        self._panel = page.panel
        self._connect()

    def _connect(self) -> None:
        panel = self._panel
        panel.step_asked.connect(self.step)
        panel.findings.cleared.connect(self._clear)
        panel.findings.acknowledged.connect(self._acknowledge)
        panel.reaction_asked.connect(self._open_reaction)
        panel.not_given_asked.connect(self._open_not_given)
        panel.cancel_asked.connect(self._cancel)
        panel.patient_asked.connect(self._open_patient)
        panel.next_dose.other_asked.connect(self._book_other)
        self._page.booking.chosen.connect(self._book)
        self._page.booking.rejected.connect(self._page.close_beside)

    @property
    def _case(self) -> VisitCase:
        case = self._panel.case
        assert case is not None  # noqa: S101 - the buttons are there only with a visit
        return case

    def step(self, step: Step) -> None:
        """Do the one step that comes next."""
        case = self._case
        visit = case.visit.id
        match step:
            case Step.ARRIVE:
                self._act(lambda desk: visits.arrive(desk, visit))
            case Step.ANSWER:
                self._answer(case)
            case Step.START:
                self._act(lambda desk: visits.start(desk, visit))
            case Step.GIVE:
                self._give(case)
            case Step.LEAVE:
                self._leave(case)
            case Step.BOOK:
                self._book_proposed(case)

    def _act(
        self,
        use_case: Callable[[Desk], Done],
        done: Callable[[Done], None] | None = None,
        beside: InlinePanel | None = None,
    ) -> None:
        """Run a use case, once for a press; an error is said in the panel that asked for it."""
        if not PRESSES.takes():
            return
        self._ward.act(use_case, owner=self, done=done, failed=partial(self._failed, beside))

    def _failed(self, beside: InlinePanel | None, error: Exception) -> None:
        if beside is not None:
            beside.show_error(sentence(error))
            return
        if isinstance(error, RefusedError):
            self._panel.findings.refuse(self._case, error)
            self._page.reload()
        self._panel.show_problem(sentence(error))

    # before the dose

    def _answer(self, case: VisitCase) -> None:
        """Store the answers to all questions."""
        yes, on = self._panel.checklist.yes, case.visit.on
        patient = case.visit.patient
        self._act(
            lambda desk: checklists.answer_checklist(desk, patient, on, yes),
            done=lambda _: self._panel.checklist_stored(),
        )

    def _clear(self, clearing: Clearing) -> None:
        patient, on = self._case.visit.patient, self._case.visit.on
        self._act(lambda desk: judgement.clear_stop(desk, patient, on, clearing))

    def _acknowledge(self, rule: str, key: str, reason: str) -> None:
        patient, on = self._case.visit.patient, self._case.visit.on
        self._act(lambda desk: judgement.acknowledge(desk, patient, on, rule, key, reason))

    # the dose

    def _give(self, case: VisitCase) -> None:
        try:
            dose, detail = self._panel.given.dose(case)
        except GivenProblem as problem:
            self._panel.show_problem(str(problem))
            problem.where.setFocus()
            return
        visit, patient = case.visit.id, case.visit.patient
        self._act(
            lambda desk: doses.record_dose(desk, patient, dose, visit=visit, detail=detail),
            done=lambda _: self._panel.given.forget(case),
        )

    def _leave(self, case: VisitCase) -> None:
        visit = case.visit.id
        remaining = case.remaining(self._ward.desk.now())
        if remaining is not None and remaining > 0:
            self._open(Wish(Act.LEAVE_EARLY, visit=visit))
            return
        self._act(lambda desk: visits.leave(desk, visit))

    def _open(self, wish: Wish) -> None:
        self._page.host.open(panel(self._ward, self._case.visit.patient, wish))

    def _open_reaction(self) -> None:
        """Ask about the reaction to the recorded dose, or to the dose that is still running."""
        case = self._case
        if case.dose_id is not None:
            self._open(Wish(Act.REACTION, fact=case.dose_id))
            return
        running = RunningReactionPanel(self._ward, case.visit.patient)
        running.kept.connect(self._panel.given.set_reaction)
        self._page.host.open(running)

    def _open_not_given(self) -> None:
        self._open(Wish(Act.NOT_GIVEN, visit=self._case.visit.id))

    # visits

    def _book_proposed(self, case: VisitCase) -> None:
        found, patient = case.proposal, case.visit.patient
        if found is None:
            return
        self._act(
            lambda desk: booking.book_visit(
                desk, patient, found.on, found.time, place=found.place, minutes=found.minutes
            )
        )

    def _book_other(self) -> None:
        self._page.book(self._case.visit.patient)

    def _book(self, wanted: Booking) -> None:
        self._act(
            lambda desk: booking.book_visit(
                desk, wanted.patient, wanted.on, wanted.at, kind=wanted.kind, place=wanted.place
            ),
            done=self._close_beside,
            beside=self._page.booking,
        )

    def _cancel(self) -> None:
        visit = self._case.visit.id
        self._act(lambda desk: booking.cancel_visit(desk, visit))

    def _open_patient(self) -> None:
        self._page.frame.show_page("patient", self._case.visit.patient)

    def _close_beside(self, _: Done) -> None:
        self._page.close_beside()

"""I dag: the day's board, the visit that is selected, and what needs attention."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from infusionplanner.application.records import PatientId, VisitId
from infusionplanner.application.views.around_visit import AroundVisit, around_visit
from infusionplanner.application.views.day import neighbour
from infusionplanner.application.views.work_items import Band, WorkItem
from infusionplanner_ui.look.theme import set_kind
from infusionplanner_ui.pages.today.acts import VisitActs
from infusionplanner_ui.pages.today.attention import NAME, AttentionCard
from infusionplanner_ui.pages.today.booking import BookingPanel
from infusionplanner_ui.pages.today.case import case_of
from infusionplanner_ui.pages.today.data import OVER, UNDER_WAY, Day, day_of, name_of
from infusionplanner_ui.pages.today.panel import TodayPanel
from infusionplanner_ui.pages.today.print import save_day
from infusionplanner_ui.pages.today.side import Side
from infusionplanner_ui.panels.acts.table import wish_of
from infusionplanner_ui.panels.form.blocks import PatientBlocks
from infusionplanner_ui.panels.form.host import PanelHost
from infusionplanner_ui.panels.form.rows import PatientRows
from infusionplanner_ui.panels.opening import panel
from infusionplanner_ui.shell.folding import Height
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.boards.board_area import BoardArea
from infusionplanner_ui.widgets.boards.board_data import Look
from infusionplanner_ui.widgets.boards.day_board import DayBoard
from infusionplanner_ui.widgets.buttons import IconButton, button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.look_badge import LookBadge
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from infusionplanner.application.views.day import DayVisit
    from infusionplanner_ui.shell.answers import Query
    from infusionplanner_ui.shell.folding import Fold
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.operations import Changes
    from infusionplanner_ui.shell.ward import Ward

_TICK = 1000
_WIDE_HOUR = 124
_BOOK = "bestill"
_ANSWER = "checklist."
"""A yes on the checklist; the stop that it opens says the same, and is dealt with instead."""


class TodayPage(Page):
    """One day: board, panel, and what needs attention. It opens on today and selects the visit that is under way."""

    panel: TodayPanel
    booking: BookingPanel

    def __init__(self, frame: Frame, ward: Ward) -> None:
        super().__init__(frame)
        self.ward = ward
        self._day: Day | None = None
        self._on: date | None = None
        self._over: frozenset[VisitId] = frozenset()
        self._sought: PatientId | None = None
        self._days: Query[tuple[DayVisit, ...]] = ward.query(self, self._show_day)
        self._cases: Query[AroundVisit] = ward.query(self, self._show_case)
        self._build_header()
        self._build()
        self.acts = VisitActs(self)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self.tick)
        self.setFocusProxy(self.board)
        self.retranslate()

    def _build_header(self) -> None:
        self._previous, self._next = IconButton("chevron-left"), IconButton("chevron-right")
        self._previous.clicked.connect(lambda: self._step_day(-1))
        self._next.clicked.connect(lambda: self._step_day(1))
        self._to_today = button("", "ghost")
        self._to_today.clicked.connect(lambda: self.show_day(None))
        self._to_today.hide()
        self._print = button("", "secondary", "printer")
        self._print.clicked.connect(self._save_day)
        self._new = button("", "primary", "plus")
        self._new.clicked.connect(lambda: self.book(None))

    def _build(self) -> None:
        self.board = DayBoard()
        self.board.selected.connect(self._selected)
        self.board.activated.connect(lambda _: self.panel.take_step())
        self._board_card = Card(flush=True)
        self._board_card.body.addWidget(BoardArea(self.board))
        explained = Look.ARRIVED, Look.RUNNING, Look.OBSERVING, Look.OVER, Look.DONE
        self._legend = {look: LookBadge(look) for look in explained}
        for badge in self._legend.values():
            self._board_card.add_title_widget(badge)
        self._board_card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.attention = AttentionCard(self.frame, self.ward)
        self.attention.asked.connect(self._attend)
        self.attention.unfolded.connect(self._board_card.setHidden)
        self.panel = TodayPanel(self.frame, self.ward)
        self.booking = BookingPanel(self.frame, self.ward)
        self.host = PanelHost(self, self.ward)
        self.side = Side(self.panel, self.host)
        self.side.addWidget(self.booking)
        self.side.new_asked.connect(lambda: self.book(None))
        self.host.opened.connect(self._follow_panel)
        self.host.closed.connect(self.close_beside)
        self.rows = PatientRows(self.attention.table, self.host, self.attention.patient_at, name=NAME)
        self.blocks = PatientBlocks(self.board, self.host, self._patient_of)
        work = QWidget(self)
        self._left = QVBoxLayout(work)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addWidget(self._board_card, 0)
        self._left.addWidget(self.attention, 1)
        self.stand(work, self.side)
        set_kind(self, "page")

    # what the frame asks

    def tab_parts(self) -> Sequence[QWidget]:
        """From the board Tab goes to the panel of the chosen visit, where the next step is."""
        return self._board_card, self.side, self.attention

    def title(self) -> str:
        """Return the day: ``Mandag 23. november``."""
        if self._day is None or not self.ward.is_open:
            return self.tr("Today")
        return text.sentence(text.long_day(self._day.on, year=self._day.on.year != self.ward.today.year))

    def subtitle(self) -> str:
        """Return the week."""
        return "" if self._day is None else text.week(self._day.on)

    def navigation_widgets(self) -> Sequence[QWidget]:
        """Return the buttons for the day before and after."""
        return self._previous, self._next

    def title_widgets(self) -> Sequence[QWidget]:
        """Return the way back to today."""
        return (self._to_today,)

    def header_widgets(self) -> Sequence[QWidget]:
        """Return printing and booking."""
        return self._print, self._new

    def open(self, argument: object) -> None:
        """Show a day, or the visit of a patient today."""
        if isinstance(argument, date):
            self.show_day(argument)
        elif isinstance(argument, str):
            self._sought = PatientId(argument)
            self.show_day(None)

    # showing

    @property
    def doctors(self) -> tuple[str, ...]:
        """The names of the doctors who use the program."""
        return self.ward.state.doctors

    @property
    def day(self) -> Day | None:
        """The day that is shown."""
        return self._day

    def show_day(self, on: date | None) -> None:
        """Show a day; None follows today."""
        self._on = None if on is None or (self.ward.is_open and on == self.ward.today) else on
        self.reload()

    def _step_day(self, days: int) -> None:
        """Go to the next day on which the unit is open or somebody is booked."""
        if self._day is not None:
            self.show_day(self.ward.get(neighbour, self._day.on, days))

    def refresh(self, changes: Changes) -> None:
        """Show the day anew."""
        if changes.visits or changes.everything or changes.unit or changes.patients:
            self.reload()

    def _save_day(self) -> None:
        if self._day is not None:
            save_day(self, self.ward, self.frame, self._day.on)

    def reload(self) -> None:
        """Ask for the day again."""
        if self.ward.is_open:
            self._days.ask(self.ward.lists.day, self._on or self.ward.today)
        else:
            self._show_closed()

    def _show_day(self, visits: tuple[DayVisit, ...]) -> None:
        on = self._on or self.ward.today
        if self._day is None or on != self._day.on:
            self.board.select(None)
        self._day = day_of(self.ward, on, visits, self.frame.shown_name, shielded=self.frame.shielded)
        self._over = self._day.over(self.ward.desk.now())
        self.board.set_data(self._day.board)
        self._board_card.set_title(self.tr("Places"), self._day.summary())
        self._show_legend()
        self._to_today.setVisible(on != self.ward.today)
        self.attention.refresh(self._of_today())
        sought, self._sought = self._sought, None
        if sought is None or not self.select_patient(sought):
            self._select_something()
            self._show_selected()
        self.header_changed.emit()

    def _of_today(self) -> tuple[WorkItem, ...]:
        """Return what stands in the way of the doses that are still to be given today."""
        if self._day is None or self._day.on != self.ward.today:
            return ()
        return tuple(
            WorkItem(row.visit.patient, finding, Band.OVERDUE if finding.stops else Band.THIS_WEEK)
            for row in self._day.visits
            for finding in row.open_findings
            if not (finding.key.startswith(_ANSWER) and row.judgement is not None and len(row.judgement.stops) > 1)
        )

    def _show_closed(self) -> None:
        """Show nothing yet: the database is being read."""
        self._day = None
        self._days.drop()
        self._cases.drop()
        self.side.show_nobody()
        self.side.nobody.set("clock", self.tr("Opening the unit"), self.tr("Reading patients and visits …"))

    def _select_something(self) -> None:
        """Select the visit that needs somebody first, when none is selected: under way, then the next to come."""
        if self._day is None or self._day.visit(self.board.selected_key) is not None:
            return
        rows = [row for row in self._day.visits if row.visit.state not in OVER] or list(self._day.visits)
        now = self.ward.desk.now()
        watched = [row for row in rows if row.visit.state in UNDER_WAY and row.visit.dose is not None]
        last = max(watched, key=lambda row: row.visit.ended_at or now, default=None)
        first = last or next((row for row in rows if row.visit.state in UNDER_WAY), rows[0] if rows else None)
        self.board.select(None if first is None else first.visit.id)

    def _patient_of(self, key: object) -> PatientId | None:
        row = None if self._day is None else self._day.visit(key)
        return None if row is None else row.visit.patient

    def _follow_panel(self) -> None:
        """Select the visit of the patient whose panel is open, and no other."""
        patient = self.host.patient
        if patient is not None and self._patient_of(self.board.selected_key) != patient:
            row = None if self._day is None else self._day.visit_of(patient)
            self.board.select(None if row is None else row.visit.id)

    def _selected(self, key: object) -> None:
        """Show the visit that is chosen; a panel that was begun keeps its own."""
        patient = self._patient_of(key)
        if self.host.patient is not None and patient is not None and patient != self.host.patient:
            name = self.frame.shown_name(name_of(self.ward.patient(patient)))
            if not self.host.leave_for(name, lambda: self._go_to(key), patient):
                self.blocks.mark(key)
                self._follow_panel()
                return
        self._show_selected(stay=self.host.panel is not None)

    def _go_to(self, key: object) -> None:
        self.board.select(key if isinstance(key, int) else None)
        self._show_selected(stay=False)

    def _show_selected(self, *, stay: bool = True) -> None:
        """Show the selected visit; with ``stay`` a panel that somebody works in stays open."""
        row = None if self._day is None else self._day.visit(self.board.selected_key)
        if row is not None:
            self._cases.ask(around_visit, row.visit.patient)
            if self._cases.is_waiting and (self.panel.case is None or self.panel.case.visit.id != row.visit.id):
                self.panel.case = None  # nothing of another patient stands there meanwhile
                self.side.nobody.set("clock", self.tr("Reading the visit"), self.tr("One moment …"))
        else:
            self._cases.drop()
            self.panel.case = None
            self.side.nobody.set(
                "calendar-plus",
                self.tr("No visits this day"),
                self.tr("Book a visit, or go to another day with the arrows above."),
                ((_BOOK, self.tr("New visit")),),
            )
        if not (stay and self.side.is_busy):
            self.side.rest()

    def _show_case(self, around: AroundVisit) -> None:
        row = None if self._day is None else self._day.visit(self.board.selected_key)
        if row is not None:
            self.panel.show_case(case_of(self.ward, row, around), self.doctors)
            if not self.side.is_busy:
                self.side.rest()

    def select_patient(self, patient: PatientId) -> bool:
        """Select the visit of a patient on the day that is shown; tell whether there is one."""
        row = None if self._day is None else self._day.visit_of(patient)
        if row is None:
            return False
        self.board.select(row.visit.id)
        self._show_selected(stay=False)
        return True

    # beside the board

    def book(self, patient: PatientId | None) -> None:
        """Open the panel for a new visit."""
        if self._day is None:
            return
        self.booking.open_for(patient, max(self._day.on, self.ward.today))
        self.side.show_beside(self.booking)

    def close_beside(self) -> None:
        """Go back to the visit, with the focus on the board."""
        self._select_something()
        self._show_selected(stay=False)
        self.board.setFocus()

    def _attend(self, item: WorkItem) -> None:
        """Deal with a finding: clear the dose of today, book, open the panel that answers it, else the patient."""
        patient, finding = item.patient, item.finding
        wish = wish_of(finding)
        name = self.frame.shown_name(name_of(self.ward.patient(patient)))
        if patient != self.host.patient and not self.host.leave_for(name, lambda: self._attend(item), patient):
            return
        if finding.stops and self.select_patient(patient):
            self.panel.findings.focus_first()
        elif finding.key in BOOKED_AWAY and self.ward.plan(patient).next_dose is not None:
            self.book(patient)
        elif wish is not None:
            self.host.open(panel(self.ward, patient, wish))
        else:
            self.frame.show_page("patient", patient)

    # time

    def tick(self) -> None:
        """Move the line of now and the countdown on."""
        if self._day is None or not self.ward.is_open:
            return
        now = self.ward.desk.now()
        if now.date() == self._day.on:
            if self._day.over(now) != self._over:
                self.reload()
            shown = self._day.board.now
            if shown is None or (shown.hour, shown.minute) != (now.hour, now.minute):
                self.board.set_now(now.time())
            self.panel.tick(now)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the time run while the page is seen."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the time rest while the page is hidden."""
        super().hideEvent(event)
        self._clock.stop()

    def fold(self, fold: Fold) -> None:
        """Give the panel its width; the board is scrolled beside it where both do not fit, and gives up the legend."""
        super().fold(fold)
        self._left.setSpacing(fold.gap)
        self.side.setFixedWidth(fold.panel)
        self.host.set_width(fold.panel)
        self.board.set_room(_WIDE_HOUR if fold.panel_is_over else 0, low=fold.is_low)
        self.attention.fold(as_bar=fold.height is Height.BAR)
        self.panel.fold(low=fold.is_low)
        self._show_legend()

    def _show_legend(self) -> None:
        """Explain the signs that are on the board, where there is room."""
        looks = {block.look for block in self._day.board.visits} if self._day is not None else set()
        for look, badge in self._legend.items():
            badge.setVisible(self.frame.fold.has_legend and look in looks)

    def retranslate(self) -> None:
        """Set every text anew."""
        words = self.tr("Arrived"), self.tr("Started"), self.tr("Observation"), self.tr("Over"), self.tr("Done")
        for badge, word in zip(self._legend.values(), words, strict=True):
            badge.set(word)
        self._previous.set_name(self.tr("The day before"))
        self._next.set_name(self.tr("The day after"))
        self._to_today.setText(self.tr("To today"))
        self._print.setText(self.tr("Print"))
        self._new.setText(self.tr("New visit"))
        self.attention.retranslate()
        if self.ward.is_open and self._day is not None:
            self.reload()


BOOKED_AWAY = frozenset({"rebound.warn", "rebound.critical"})
"""Findings that a booking answers."""

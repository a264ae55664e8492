"""The week: who comes when and where, and moving a visit with the patient's window in sight."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from infusionplanner.application.acts.booking import proposal
from infusionplanner.application.records import PatientId, VisitState
from infusionplanner.application.views.stored import visits_of_days
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.pages.week.book import BookPanel
from infusionplanner_ui.pages.week.data import Week, WeekReader, monday_of, name_of, week_days, what_of
from infusionplanner_ui.pages.week.header import Moving
from infusionplanner_ui.pages.week.hint import WeekHint
from infusionplanner_ui.pages.week.move import NEW, Move
from infusionplanner_ui.pages.week.print import PrintPanel
from infusionplanner_ui.pages.week.reason import MoveReasonPanel
from infusionplanner_ui.panels.form.host import PanelHost
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.boards.board_area import BoardArea
from infusionplanner_ui.widgets.boards.board_data import BoardSlot
from infusionplanner_ui.widgets.boards.week_board import WeekBoard
from infusionplanner_ui.widgets.buttons import IconButton, button
from infusionplanner_ui.widgets.card import Card, separator
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from infusionplanner.application.acts.booking import BookingProposal
    from infusionplanner.application.records import Visit
    from infusionplanner_ui.shell.answers import Query
    from infusionplanner_ui.shell.folding import Fold
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.operations import Changes
    from infusionplanner_ui.shell.ward import Ward

_WEEK = timedelta(days=7)


class WeekPage(Page):
    """One week on the board. M picks a visit up, N books a next dose, Enter opens the patient."""

    def __init__(self, frame: Frame, ward: Ward) -> None:
        super().__init__(frame)
        self._ward = ward
        self._monday: date | None = None
        self._week: Week | None = None
        self._reader = WeekReader(ward, frame)
        self._booked: Query[tuple[Visit, ...]] = ward.query(self, self._show_week)
        self._move: Move | None = None
        self._awaited: tuple[str, date] | None = None
        self._build_header()
        self._build_body()
        self.setFocusProxy(self.board)
        self.retranslate()

    def _build_header(self) -> None:
        self._earlier = IconButton("chevron-left", parent=self)
        self._now = button("", parent=self)
        self._later = IconButton("chevron-right", parent=self)
        self._earlier.clicked.connect(lambda: self.step_week(-1))
        self._later.clicked.connect(lambda: self.step_week(1))
        self._now.clicked.connect(self.show_this_week)
        self._moving = Moving(self)
        self._moving.hide()
        self._print = button("", icon="printer", parent=self)
        self._print.clicked.connect(self.open_print)
        self._new = button("", "primary", "plus", parent=self)
        self._new.clicked.connect(self.open_book)

    def _build_body(self) -> None:
        self.board = WeekBoard(self)
        self.hint = WeekHint(self)
        card = Card(flush=True, parent=self)
        self._area = BoardArea(self.board)
        card.body.addWidget(self._area, 1)
        card.body.addWidget(separator(self))
        card.body.addWidget(self.hint)
        self.host = PanelHost(self, self._ward)
        self.stand(card, self.host)
        self.board.selected.connect(lambda _: self._idle())
        self.board.activated.connect(self._open_patient)
        self.board.picked_up.connect(self._picked_up)
        self.board.target_changed.connect(self._over)
        self.board.dropped.connect(self._dropped)
        self.board.cancelled.connect(lambda _: self._let_go())
        self.board.week_requested.connect(self.step_week)

    # header

    def title(self) -> str:
        """Return the week's number."""
        return self.tr("Week") if self._week is None else text.sentence(text.week(self._week.monday))

    def subtitle(self) -> str:
        """Return the days of the week."""
        return "" if self._week is None else text.week_span(self._week.monday)

    def navigation_widgets(self) -> Sequence[QWidget]:
        """Return the way to other weeks."""
        return self._earlier, self._now, self._later

    def title_widgets(self) -> Sequence[QWidget]:
        """Return who is being moved."""
        return (self._moving,)

    def header_widgets(self) -> Sequence[QWidget]:
        """Return printing and booking."""
        return self._print, self._new

    def retranslate(self) -> None:
        """Set every text anew."""
        self._earlier.set_name(self.tr("Previous week (Page Up)"))
        self._later.set_name(self.tr("Next week (Page Down)"))
        self._now.setText(self.tr("This week"))
        self._print.setText(self.tr("Print"))
        self._print.setToolTip(self.tr("Print the week (P)"))
        self._new.setText(self.tr("Book"))
        self._new.setToolTip(self.tr("Book the next dose of a patient (N)"))
        self._at_rest()
        self._reader.forget()
        self._show()

    def fold(self, fold: Fold) -> None:
        """Give the panels their width."""
        super().fold(fold)
        self.host.set_width(fold.panel)

    # which week

    def open(self, argument: object) -> None:
        """Show the week of a day, or book the next dose of a patient."""
        if isinstance(argument, date):
            self._go_to(monday_of(argument))
        elif isinstance(argument, str) and self._ward.is_open:
            desk, who = self._ward.desk, PatientId(argument)
            carry = partial(self._carry_new, who)
            self._ward.operations.run(lambda: proposal(desk, who), owner=self, done=carry, failed=self._failed)

    def show_this_week(self) -> None:
        """Show the week of today."""
        if self._ward.is_open:
            self._go_to(monday_of(self._ward.today))

    def step_week(self, weeks: int) -> None:
        """Show a later or an earlier week; what is carried comes along."""
        if self._monday is not None:
            self._go_to(self._monday + weeks * _WEEK)

    def _go_to(self, monday: date) -> None:
        self._monday = monday
        self._show()

    def refresh(self, _: Changes) -> None:
        """Show the week anew."""
        if self._monday is None and self._ward.is_open:
            self._monday = monday_of(self._ward.today)
        if self._ward.is_open and isinstance(self.host.panel, BookPanel):
            self.host.panel.reload()
        self._show()

    def _show(self) -> None:
        if self._ward.is_open and self._monday is not None:
            self._booked.ask(visits_of_days, *week_days(self._monday))
        else:
            self._booked.drop()
            self._tell()

    def _show_week(self, booked: tuple[Visit, ...]) -> None:
        if self._monday is None:
            return
        self._week = self._reader.read(self._monday, booked)
        self.board.set_data(self._week.board)
        self._select_awaited(self._week)
        self._select_next(self._week)
        if self._move is not None:
            self.board.set_shades(self._move.shades(self._week.board.days))
        self._tell()

    def _tell(self) -> None:
        """Say which week it is, and who is selected in it."""
        self.header_changed.emit()
        if self._move is None:
            self._idle()

    def _select_awaited(self, week: Week) -> None:
        """Select the visit that was just booked, now that it has a key."""
        found = (row.id for row in week.visits.values() if (row.patient, row.on) == self._awaited)
        if self._awaited is not None and (key := next(found, None)) is not None:
            self._awaited = None
            self.board.select(key)

    def _select_next(self, week: Week) -> None:
        """Select the first visit that has not begun when none is selected, so that M has one to move."""
        if self.board.selected_key is None and self._move is None:
            coming = [row for row in week.visits.values() if row.id in week.shown and row.state is VisitState.PLANNED]
            now = self._ward.desk.now()
            ahead = [row for row in coming if (row.on, row.time or time.max) >= (now.date(), now.time())]
            first = min(ahead or coming, key=lambda row: (row.on, row.time or time.max, row.id), default=None)
            self.board.select(None if first is None else first.id)

    # what is selected

    def _idle(self) -> None:
        """Say who is selected."""
        self.hint.bar.set_hint("", *self._selected_words())
        self.hint.say_more(self._selected_note())

    def _at_rest(self) -> None:
        """Show the keys of the board when nothing is carried."""
        self._moving.setVisible(False)
        self._new.setVisible(self._new.parentWidget() is not None)
        moves, opens, books = self.tr("moves"), self.tr("opens the patient"), self.tr("books the next dose")
        self.hint.bar.set_keys((("M", moves), ("Enter", opens), ("N", books)))

    def _selected_visit(self) -> Visit | None:
        return self._visit(self.board.selected_key)

    def _visit(self, key: object) -> Visit | None:
        if self._week is None or not self._ward.is_open or not isinstance(key, int):
            return None
        return self._week.visits.get(key)

    def _selected_words(self) -> tuple[str, str]:
        visit = self._selected_visit()
        if visit is None or self._week is None:
            return "", self.tr("Choose a visit with the arrow keys or the mouse.")
        at = "" if visit.time is None else text.clock(visit.time)
        name = self.frame.shown_name(name_of(self._ward, visit.patient))
        detail = what_of(self._ward, self._week.facts[visit.id])
        return name, text.join(text.day_short(visit.on), at, visit.place or "", detail)

    def _selected_note(self) -> str:
        visit = self._selected_visit()
        if visit is None:
            return ""
        dose = Move.of_visit(self._ward, visit).window.dose if visit.state is VisitState.PLANNED else None
        window = ""
        if dose is not None:
            span = text.span(dose.earliest, dose.latest)
            window = self.tr("Due {due}, window {window}").format(due=text.day_short(dose.due), window=span)
        return text.join(window, " ".join(visit.note.split()))

    def _open_patient(self, key: object) -> None:
        visit = self._visit(key)
        if visit is not None:
            self.frame.show_page("patient", visit.patient)

    # moving

    def _picked_up(self, key: object) -> None:
        if key == NEW:
            return
        visit = self._visit(key)
        if visit is None or visit.state is not VisitState.PLANNED:
            self.board.cancel()
            self.hint.say_more(self.tr("The visit has begun and is not moved any more."))
            return
        self._take(Move.of_visit(self._ward, visit))

    def _take(self, move: Move) -> None:
        self._move = move
        name = self.frame.shown_name(name_of(self._ward, move.patient))
        lead = self.tr("Moving") if move.visit is not None else self.tr("Booking")
        self._moving.show_move(lead, name, move)
        self._new.hide()
        self.hint.bar.set_keys(
            (("Enter", self.tr("drops")), ("Esc", self.tr("cancels")), ("Ctrl Z", self.tr("undoes")))
        )
        if self._week is not None:
            self.board.set_shades(move.shades(self._week.board.days))

    def _over(self, _: object, slot: object) -> None:
        if self._move is None or not isinstance(slot, BoardSlot):
            return
        number = self.board.grid().number_of(slot.on)
        if number is not None and self.board.carried is not None:
            self._area.show_box(self.board.grid().visit_box(number, self.board.carried.shown))
        said = self._move.over(slot, self._label(slot.place))
        self.hint.bar.set_hint(said.lead, said.strong, said.rest)
        self.hint.say_more(said.follows, said.badge, said.tone)

    def _label(self, place: str) -> str:
        places = self._week.board.places if self._week is not None else ()
        return next((row.label for row in places if row.key == place), "")

    def _dropped(self, _: object, slot: object) -> None:
        move = self._move
        if move is None or not isinstance(slot, BoardSlot):
            return
        self._let_go()
        if refused := move.refused(slot):
            self._failed_with(refused)
        elif move.needs_reason(slot):
            self.host.open(MoveReasonPanel(self._ward, move, slot))
        else:
            self._awaited = (move.patient, slot.on) if move.visit is None else None
            self._ward.act(move.act(slot), owner=self, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._failed_with(sentence(error))

    def _failed_with(self, said: str) -> None:
        self._awaited = None
        self._show()
        self.frame.toast(said, tone=Tone.STOP, seconds=12)

    def _let_go(self) -> None:
        self._move = None
        self._at_rest()
        self._idle()

    # booking and printing

    def open_book(self) -> None:
        """Choose the patient whose next dose is booked; the patient of the selected visit stands first."""
        if not self._ward.is_open:
            return
        visit = self._selected_visit()
        panel = BookPanel(self._ward, self.frame.shown_name, None if visit is None else visit.patient)
        panel.proposed.connect(self._carry_new)
        self.host.open(panel)

    def _carry_new(self, patient: PatientId, found: BookingProposal) -> None:
        if not self.host.is_begun:
            self.host.close_panel()
        self._go_to(monday_of(found.on))
        self._booked.afterwards(partial(self._carry, patient, found))

    def _carry(self, patient: PatientId, found: BookingProposal) -> None:
        self._take(Move.of_next(self._ward, patient))
        name = self.frame.shown_name(name_of(self._ward, patient))
        visit, slot = self._move.block(name, found) if self._move is not None else (None, None)
        if visit is not None and slot is not None:
            self.board.carry(visit, slot)
        self._show()
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_print(self) -> None:
        """Choose how names are printed, and print."""
        if self._ward.is_open and self._monday is not None:
            self.host.open(PrintPanel(self._ward, self._monday))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down change the week, Home goes to this week, N books, P prints."""
        acts = {
            Qt.Key.Key_PageUp: lambda: self.step_week(-1),
            Qt.Key.Key_PageDown: lambda: self.step_week(1),
            Qt.Key.Key_Home: self.show_this_week,
            Qt.Key.Key_N: self.open_book,
            Qt.Key.Key_P: self.open_print,
        }
        act = acts.get(Qt.Key(event.key())) if not event.modifiers() else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

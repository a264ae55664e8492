"""The week: moving and booking with the patient's window in sight, on the demo unit's database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shown_pages import Opened, ShownPage

from infusionplanner.application.acts.booking import book_visit
from infusionplanner.application.records import Visit
from infusionplanner.application.unit import change_unit
from infusionplanner.domain.patient import AppointmentKind
from infusionplanner_ui.application import Application
from infusionplanner_ui.pages.week.book import BookPanel
from infusionplanner_ui.pages.week.data import week_days, week_of
from infusionplanner_ui.pages.week.page import WeekPage
from infusionplanner_ui.pages.week.reason import MoveReasonPanel
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.ward import Ward
from infusionplanner_ui.widgets.boards.board_data import BoardSlot, Fit, Look, Mark

MONDAY = date(2026, 11, 23)


class Shown(ShownPage[WeekPage]):
    """The page with what a test asks of it."""

    def __init__(self, frame: MainWindow, ward: Ward, qtbot: QtBot) -> None:
        page = frame.page("week")
        assert isinstance(page, WeekPage)
        super().__init__(page, ward, qtbot)
        self.board = page.board

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self._qtbot.keyClick(self.board, key, modifier)
            self.settle()

    def visit(self, family: str) -> Visit:
        who = self.id_of(family)
        assert self.page._week is not None
        return next(row for row in self.page._week.visits.values() if row.patient == who)

    def stored(self, visit: Visit) -> Visit:
        return self.ward.desk.visit(visit.id)

    def select(self, family: str) -> Visit:
        visit = self.visit(family)
        self.board.select(visit.id)
        self.board.selected.emit(visit.id)
        return visit

    def pick_up(self, family: str) -> Visit:
        visit = self.select(family)
        self.press(Qt.Key.Key_M)
        return visit

    @property
    def words(self) -> str:
        return self.page.hint.words


@pytest.fixture
def shown(make_frame: Callable[..., MainWindow], demo_ward: Ward, qtbot: QtBot) -> Shown:
    specs = (
        PageSpec("week", lambda: "Week", lambda frame: WeekPage(frame, demo_ward)),
        PageSpec("patient", lambda: "Patient", Opened, rail=False, under="week"),
    )
    frame = make_frame(*specs, initial="week")
    return Shown(frame, demo_ward, qtbot)


def test_this_week_is_shown_with_its_title_and_every_visit(shown: Shown) -> None:
    assert (shown.page.title(), shown.page.subtitle()) == ("Uke 48", "23.–29. november 2026")
    names = {cell.name.split(" · ")[0] for row in shown.board.accessible_rows() for cell in row.cells}
    assert {"Moen, Ingrid", "Hansen, Ola", "Kvalheim, Torstein"} <= names
    assert sum(len(row.cells) for row in shown.board.accessible_rows()) == 40
    assert shown.board.accessible_rows()[0].name == "ma. 23. · 15 timer · 9 observeres"


def test_a_block_says_dose_route_state_and_observation(shown: Shown) -> None:
    visits = {visit.name: visit for _, visit in shown.board._data.visits}
    ingrid = visits["Moen, Ingrid"]
    assert (ingrid.detail, ingrid.look, ingrid.observation_minutes) == ("4 · s.c.", Look.OBSERVING, 60)
    assert visits["Østby, Åge"].detail == "36 · i.v. · 6 u"
    assert visits["Ruud, Mia"].detail == "Opplæring"
    assert visits["Kvalheim, Torstein"].mark is Mark.STOP
    assert shown.board.spoken(ingrid).startswith("Moen, Ingrid · 09.15–10.45 · Stol 2 · dose 4 · s.c. · observasjon")


def test_the_head_of_each_day_counts_the_hatched_blocks(shown: Shown) -> None:
    hatched = [[block.visit.watched for block in shown.board.blocks() if block.row == day] for day in range(5)]
    assert [sum(day) for day in hatched] == [9, 6, 8, 6, 5]
    notes = [day.note for day in shown.board.grid().data.days]
    assert notes[1:] == [
        "6 timer · 6 observeres",
        "8 timer · 8 observeres",
        "6 timer · 6 observeres",
        "5 timer · 5 observeres",
    ]


def test_the_next_visit_to_come_is_chosen_to_begin_with(shown: Shown) -> None:
    assert (
        shown.words == "Hansen, Ola ma. 23.11 · 10.00 · Stol 4 · dose 22 · i.v. Forfaller ma. 23.11, vindu 18.11–28.11"
    )


def test_page_keys_go_to_other_weeks_and_home_back_to_this_one(shown: Shown) -> None:
    shown.press(Qt.Key.Key_PageDown)
    assert shown.page.title() == "Uke 49"
    shown.press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert shown.page.title() == "Uke 47"
    shown.press(Qt.Key.Key_Home)
    assert shown.page.title() == "Uke 48"


def test_christmas_is_closed_by_name(shown: Shown) -> None:
    shown.frame.show_page("week", date(2026, 12, 24))
    rows = [row.name for row in shown.board.accessible_rows()]
    assert rows[3:] == ["to. 24. · Julaften · stengt", "fr. 25. · 1. juledag · stengt"]


def test_enter_opens_the_patient(shown: Shown) -> None:
    shown.select("Hansen")
    shown.press(Qt.Key.Key_Return)
    patient = shown.frame.page("patient")
    assert isinstance(patient, Opened)
    assert patient.opened == shown.id_of("Hansen")


def test_picking_up_shades_every_day_by_the_window(shown: Shown) -> None:
    shown.pick_up("Kvalheim")
    shades = {shade.on.day: (shade.fit, shade.reason) for shade in shown.board._shades}
    assert shades[23] == (Fit.BEST, "best: nærmeste åpne dag · 59 dager")
    assert shades[24] == (Fit.OUTSIDE, "etter vinduet, legeavklaring · 60 dager")
    assert "etter vinduet, legeavklaring" in shown.words


def test_hours_in_which_no_place_is_free_are_not_shaded(shown: Shown) -> None:
    shown.pick_up("Hansen")
    wednesday = [shade for shade in shown.board._shades if shade.on == date(2026, 11, 25)]
    assert [(shade.from_, shade.until) for shade in wednesday] == [
        (time(8), time(11, 45)),
        (time(12, 15), time(15, 30)),
    ]


def test_the_header_says_who_is_in_the_hand(shown: Shown) -> None:
    shown.pick_up("Hansen")
    moving = shown.page._moving
    assert moving.isVisible()
    said = " ".join(label.text() for label in moving.findChildren(QLabel))
    assert "Flytter Hansen, Ola · dose 22" in said
    shown.press(Qt.Key.Key_Escape)
    assert not moving.isVisible()


def test_a_visit_that_has_begun_stays_where_it_is(shown: Shown) -> None:
    shown.pick_up("Moen")
    assert shown.board.carried is None
    assert "er i gang" in shown.words


def test_nothing_is_dropped_on_a_place_that_is_taken(shown: Shown) -> None:
    visit = shown.pick_up("Hansen")
    shown.press(Qt.Key.Key_Left)
    shown.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert shown.words == "Stol 3 er opptatt da. opptatt"
    shown.press(Qt.Key.Key_Return)
    assert shown.frame.toast_text == "Stol 3 er opptatt da."
    assert shown.stored(visit) == visit


def test_nothing_is_dropped_under_21_days(shown: Shown) -> None:
    visit = shown.pick_up("Hansen")
    shown.press(Qt.Key.Key_Escape)
    shown.ward.act(lambda desk: book_visit(desk, visit.patient, date(2026, 12, 14), time(9), place="Stol 4"))
    shown.settle()
    shown.frame.show_page("week", date(2026, 12, 14))
    later = shown.pick_up("Hansen")
    shown.press(Qt.Key.Key_Left, control=True)
    assert shown.words.startswith("For tidlig · bare 18 dager etter dose 22, minst 21 for tidlig")
    shown.press(Qt.Key.Key_Return)
    assert shown.frame.toast_text == "For tidlig · bare 18 dager etter dose 22, minst 21"
    assert shown.stored(later).on == date(2026, 12, 14)


def test_a_drop_outside_the_window_asks_for_the_reason(shown: Shown) -> None:
    visit = shown.pick_up("Kvalheim")
    shown.press(Qt.Key.Key_Right, Qt.Key.Key_Right, control=True)
    shown.press(Qt.Key.Key_Return)
    panel = shown.page.host.panel
    assert isinstance(panel, MoveReasonPanel)
    assert shown.stored(visit) == visit
    assert not panel.is_ready
    panel.reason.set_value("no_capacity")
    shown.page.open_book()
    assert (shown.page.host.panel, shown.page.host.is_asking) == (panel, True)
    shown.page.host.stay()
    panel.accepted.emit()
    shown.settle()
    assert shown.stored(visit).on == date(2026, 11, 26)
    assert shown.page.host.panel is None


def test_a_visit_that_would_end_after_closing_is_refused(shown: Shown) -> None:
    visit = shown.pick_up("Hansen")
    assert shown.page._move is not None
    refused = shown.page._move.refused(BoardSlot(date(2026, 11, 24), time(15), "Stol 4"))
    assert refused == "Timen slutter ikke før enheten stenger kl. 15.30."
    assert shown.stored(visit) == visit


def test_an_error_of_the_act_puts_the_visit_back_and_says_why(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    visit = shown.pick_up("Hansen")
    monkeypatch.setattr(type(shown.page._move), "refused", lambda _self, _slot: "")
    shown.press(Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert shown.frame.toast_text.startswith("Stol 3 er opptatt ma. 23.11")
    assert shown.stored(visit) == visit


def test_a_drag_with_the_mouse_moves_too(shown: Shown, qtbot: QtBot) -> None:
    visit = shown.visit("Hansen")
    block = next(block for block in shown.board.grid().blocks if block.visit.key == visit.id)
    start = block.box.topLeft().toPoint() + QPoint(5, 5)
    qtbot.mousePress(shown.board, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(shown.board, start + QPoint(30, 30))
    target = shown.board.grid().visit_box(1, replace(block.visit, start=time(9))).topLeft().toPoint() + QPoint(5, 5)
    qtbot.mouseMove(shown.board, target)
    qtbot.mouseRelease(shown.board, Qt.MouseButton.LeftButton, pos=target)
    shown.settle()
    moved = shown.stored(visit)
    assert (moved.on, moved.time, moved.place) == (date(2026, 11, 24), time(9), "Stol 4")


def test_carrying_on_past_friday_shows_the_next_week(shown: Shown) -> None:
    shown.pick_up("Hansen")
    shown.press(*[Qt.Key.Key_Right] * 5, control=True)
    assert shown.page.title() == "Uke 49"
    assert shown.board.carried is not None
    assert shown.board.carried.target.on == date(2026, 11, 30)
    assert {shade.on.isocalendar().week for shade in shown.board._shades} == {49}


def _book_panel(shown: Shown) -> BookPanel:
    panel = shown.page.host.panel
    assert isinstance(panel, BookPanel)
    return panel


def test_the_book_panel_finds_books_and_selects(shown: Shown, qtbot: QtBot) -> None:
    shown.press(Qt.Key.Key_N)
    panel = _book_panel(shown)
    waiting = panel.waiting
    assert waiting.search.edit.hasFocus()
    qtbot.keyClicks(waiting.search.edit, "zzz")
    assert waiting.model.rowCount() == 0
    qtbot.keyClick(waiting.search.edit, Qt.Key.Key_Return)
    assert panel.missing_text == "Mangler: Pasienter uten time"
    waiting.search.clear()
    assert waiting.value() is not None
    qtbot.keyClick(waiting.search.edit, Qt.Key.Key_Down)
    assert waiting.table.currentIndex().row() == 1
    qtbot.keyClick(waiting.search.edit, Qt.Key.Key_Escape)
    assert shown.page.host.panel is None
    assert shown.board.hasFocus()


def test_the_patient_of_the_selected_visit_stands_first_in_the_book_panel(shown: Shown) -> None:
    shown.select("Moen")
    shown.page.open_book()
    assert _book_panel(shown).waiting.value() == shown.id_of("Moen")


def test_another_page_may_ask_to_book_for_a_patient(shown: Shown) -> None:
    shown.frame.show_page("week", shown.id_of("Moen"))
    shown.settle()
    assert shown.page.title() == "Uke 52"
    assert shown.words.startswith("Slipp for å bestille ma. 21.12 kl. 09.15")
    shown.press(Qt.Key.Key_Escape)
    assert shown.board.carried is None
    assert shown.page._move is None


def test_who_has_no_dose_to_book_is_said(shown: Shown) -> None:
    shown.frame.show_page("week", shown.id_of("Hansen"))
    shown.settle()
    assert shown.frame.toast_text.startswith("Planen har ingen neste dose i enheten")
    shown.page.open_book()
    panel = _book_panel(shown)
    first = panel.waiting.model.row(0)
    assert first is not None
    panel.waiting.set_rows((replace(first, patient=shown.id_of("Hansen")),))
    panel.accepted.emit()
    shown.settle()
    assert panel.error_text.startswith("Planen har ingen neste dose i enheten")


def test_a_dose_without_a_time_has_a_column_of_its_own(shown: Shown) -> None:
    shown.ward.act(lambda desk: book_visit(desk, shown.id_of("Moen"), date(2026, 12, 21)))
    shown.settle()
    shown.frame.show_page("week", date(2026, 12, 21))
    assert shown.board._data.places[-1].label == "Uten plass"
    block = next(visit for _, visit in shown.board._data.visits if visit.name == "Moen, Ingrid")
    assert (block.place, block.detail) == ("", "5 · s.c. · uten klokkeslett")


def test_controls_elsewhere_are_named_above_their_day(shown: Shown) -> None:
    kinds = {visit.kind for visit in shown.ward.visits(MONDAY, date(2027, 1, 3))}
    assert AppointmentKind.MRI in kinds
    notes = [day.note for number in range(6) for day in _week(shown, number)]
    assert any("MR" in note for note in notes)


def _week(shown: Shown, number: int) -> tuple[Any, ...]:
    monday = date.fromordinal(MONDAY.toordinal() + 7 * number)
    return week_of(shown.ward, monday, shown.ward.visits(*week_days(monday)), str).board.days


@pytest.mark.parametrize("size", [(1366, 738), (1093, 582), (960, 540)])
def test_the_marked_visit_is_free_of_a_panel_that_opens(shown: Shown, size: tuple[int, int]) -> None:
    shown.frame.resize(*size)
    page = shown.page
    page.board.select(next(row.id for row in page._week.visits.values() if row.on.weekday() == 4))
    page.open_print()
    shown.settle()
    block = next(block for block in page.board.grid().blocks if block.visit.key == page.board.selected_key)
    corner = (
        page.board.mapTo(page, block.box.topLeft().toPoint()),
        page.board.mapTo(page, block.box.bottomRight().toPoint()),
    )
    assert page.host.geometry().left() > corner[1].x()
    assert corner[0].x() >= 0


def test_an_open_saturday_is_shown(shown: Shown) -> None:
    shown.ward.act(lambda desk: change_unit(desk, replace(desk.unit(), open=frozenset({date(2026, 11, 28)}))))
    shown.settle()
    assert [row.name.split(" ")[0] for row in shown.board.accessible_rows()] == [
        "ma.",
        "ti.",
        "on.",
        "to.",
        "fr.",
        "lø.",
    ]


def test_the_shield_hides_every_name(shown: Shown) -> None:
    shown.frame.set_shielded(True)
    spoken = [cell.name for row in shown.board.accessible_rows() for cell in row.cells]
    assert not any("Moen" in said or "Hansen" in said for said in spoken)
    assert shown.words.startswith("O.H. ma. 23.11")
    shown.page.open_book()
    first = _book_panel(shown).waiting.model.row(0)
    assert first is not None
    assert "," not in first.name


def test_the_language_is_switched_while_it_is_open(shown: Shown, qapp: Application) -> None:
    qapp.set_language("en")
    QCoreApplication.processEvents()
    assert shown.page.title() == "Week 48"
    assert shown.board.accessible_rows()[0].name == "Mon 23 · 15 visits · 9 observed"
    shown.pick_up("Hansen")
    assert shown.words.startswith("Drop to move to Mon 23 Nov at 10:00, stol 4 · 28 days after dose 21")


def test_a_place_taken_meanwhile_is_refused_by_the_store(shown: Shown) -> None:
    visit = shown.pick_up("Hansen")
    shown.press(Qt.Key.Key_Right, control=True)
    other = shown.id_of("Moen")
    book_visit(shown.ward.desk, other, date(2026, 11, 24), time(10), kind=AppointmentKind.TRAINING, place="Stol 4")
    shown.press(Qt.Key.Key_Return)
    assert shown.frame.toast_text.startswith("Stol 4 er opptatt ti. 24.11")
    assert shown.stored(visit).on == visit.on


def test_before_the_ward_is_open_the_page_is_empty(make_frame: Callable[..., MainWindow], operations: object) -> None:
    closed = Ward(operations)  # type: ignore[arg-type]
    frame = make_frame(PageSpec("week", lambda: "Week", lambda made: WeekPage(made, closed)), initial="week")
    page = frame.page("week")
    assert isinstance(page, WeekPage)
    assert (page.title(), page.subtitle()) == ("Uke", "")
    page.show_this_week()
    page.step_week(1)
    page.open_book()
    page.open_print()
    page.open("somebody")
    assert page.board.accessible_rows() == ()

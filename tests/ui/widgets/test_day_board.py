from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from infusionplanner_ui.application import Application
from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.widgets.boards import block_painting, day_painting
from infusionplanner_ui.widgets.boards.board_data import (
    BoardVisit,
    DayBoardData,
    Look,
    Mark,
    PlaceRow,
    minutes_of,
    time_of,
)
from infusionplanner_ui.widgets.boards.board_layout import Scale, lanes
from infusionplanner_ui.widgets.boards.day_board import DayBoard

Show = Callable[..., None]
PLACES = (PlaceRow("1", "Stol 1"), PlaceRow("2", "Stol 2"), PlaceRow("bed", "Seng 5"))
AAS = BoardVisit("aas", "1", time(8), 75, "Aas, Per", "dose 31 · i.v.", look=Look.DONE, spoken="ferdig")
LIE = BoardVisit("lie", "1", time(12, 30), 135, "Lie, Jonas", "dose 6 · i.v.", 60, mark=Mark.WARN)
MOEN = BoardVisit("moen", "2", time(9, 15), 75, "Moen, Ingrid", "dose 4 · s.c.", 60, Look.OBSERVING)
EIDE = BoardVisit("eide", "2", time(13), 15, "Eide, Tone", "dose 20 · s.c.", look=Look.NOT_GIVEN)
MYHRE = BoardVisit("myhre", "bed", time(9), 135, "Myhre, Kaja", "dose 3", 60, Look.ARRIVED, Mark.STOP)
DAY = DayBoardData(PLACES, (AAS, LIE, MOEN, EIDE, MYHRE), time(8), time(15, 30), time(9, 50))


@pytest.fixture
def board(show: Show) -> DayBoard:
    board = DayBoard()
    board.set_data(DAY)
    show(board, 900, 220)
    return board


def test_time_runs_from_the_opening_hour_to_the_closing_hour() -> None:
    scale = Scale.of_hours(time(8, 15), time(15, 30), 100, 480)
    assert (scale.first, scale.last, list(scale.hours)) == (480, 960, [480, 540, 600, 660, 720, 780, 840, 900])
    assert [scale.at(minutes) for minutes in (480, 720, 960, 60, 1200)] == [100, 340, 580, 100, 580]
    assert scale.minutes_at(340, 15) == 720
    assert scale.minutes_at(347, 15) == 720
    assert scale.minutes_at(349, 15) == 735
    assert scale.minutes_at(-5, 15) == 480


def test_times_are_minutes_after_midnight() -> None:
    assert minutes_of(time(9, 15)) == 555
    assert time_of(555) == time(9, 15)
    assert time_of(5000) == time(23, 59)
    assert (MOEN.begins, MOEN.treatment_ends, MOEN.ends) == (555, 570, 630)


def test_visits_that_overlap_at_one_place_share_the_row() -> None:
    first = BoardVisit(1, "1", time(8), 60, "A")
    second = BoardVisit(2, "1", time(8, 30), 60, "B")
    third = BoardVisit(3, "1", time(9), 30, "C")
    alone = BoardVisit(4, "1", time(10), 30, "D")
    assert [(lane.visit.key, lane.number, lane.of) for lane in lanes((alone, third, second, first))] == [
        (1, 0, 2),
        (2, 1, 2),
        (3, 0, 2),
        (4, 0, 1),
    ]


def test_blocks_lie_at_their_time_in_their_row(board: DayBoard) -> None:
    blocks = {block.visit.key: block for block in board.blocks()}
    assert [blocks[key].row for key in ("aas", "lie", "moen", "eide", "myhre")] == [0, 0, 1, 1, 2]
    assert blocks["aas"].box.left() < blocks["moen"].box.left() < blocks["lie"].box.left()
    assert blocks["moen"].box.left() < blocks["moen"].watch_from < blocks["moen"].box.right()
    assert blocks["aas"].box.bottom() < blocks["moen"].box.top()


def test_blocks_keep_to_the_board_when_it_is_resized(board: DayBoard) -> None:
    before = board.blocks()[0].box.width()
    board.resize(1400, 400)
    assert board.blocks()[0].box.width() > before
    assert all(board.rect().contains(block.box.toRect()) for block in board.blocks())


def test_a_press_selects(board: DayBoard, qtbot: QtBot) -> None:
    centre = board.blocks()[1].box.center().toPoint()
    with qtbot.waitSignal(board.selected) as told:
        qtbot.mouseClick(board, Qt.MouseButton.LeftButton, pos=centre)
    assert told.args == ["lie"]
    with qtbot.assertNotEmitted(board.selected):
        qtbot.mouseClick(board, Qt.MouseButton.LeftButton, pos=centre)
        qtbot.mouseClick(board, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    with qtbot.waitSignal(board.activated) as told:
        qtbot.mouseDClick(board, Qt.MouseButton.LeftButton, pos=centre)
    assert told.args == ["lie"]
    with qtbot.assertNotEmitted(board.activated):
        qtbot.mouseDClick(board, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


@pytest.mark.parametrize(
    ("start", "keys", "end"),
    [
        ("aas", [Qt.Key.Key_Right], "lie"),
        ("aas", [Qt.Key.Key_Left], "aas"),
        ("lie", [Qt.Key.Key_Right], "lie"),
        ("lie", [Qt.Key.Key_Left], "aas"),
        ("aas", [Qt.Key.Key_Down], "moen"),
        ("lie", [Qt.Key.Key_Down], "eide"),
        ("eide", [Qt.Key.Key_Down, Qt.Key.Key_Down], "myhre"),
        ("myhre", [Qt.Key.Key_Up, Qt.Key.Key_Up], "aas"),
        ("aas", [Qt.Key.Key_Up], "aas"),
        ("aas", [Qt.Key.Key_End], "lie"),
        ("lie", [Qt.Key.Key_Home], "aas"),
    ],
)
def test_arrows_move_the_selection(board: DayBoard, qtbot: QtBot, start: str, keys: list[Qt.Key], end: str) -> None:
    board.select(start)
    for key in keys:
        qtbot.keyClick(board, key)
    assert board.selected_key == end


def test_first_arrow_selects_the_first_visit_of_the_day(board: DayBoard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.selected) as told:
        qtbot.keyClick(board, Qt.Key.Key_Down)
    assert told.args == ["aas"]


def test_enter_and_space_act(board: DayBoard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(board.activated):
        qtbot.keyClick(board, Qt.Key.Key_Return)
    board.select("moen")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(board.activated) as told:
            qtbot.keyClick(board, key)
        assert told.args == ["moen"]


def test_tab_leads_to_the_first_visit(board: DayBoard) -> None:
    board.clearFocus()
    board.setFocus(Qt.FocusReason.TabFocusReason)
    assert board.selected_key == "aas"


def test_selection_is_kept_while_its_visit_is_there(board: DayBoard) -> None:
    board.select("moen")
    board.set_data(DAY)
    assert board.selected_key == "moen"
    board.set_data(DayBoardData(PLACES, (AAS,)))
    assert board.selected_key is None


def test_screen_reader_hears_places_and_visits(board: DayBoard) -> None:
    board.select("moen")
    table = QAccessible.queryAccessibleInterface(board)
    name, cell = QAccessible.Text.Name, QAccessible.Role.Cell
    assert (table.role(), table.text(name), table.childCount()) == (QAccessible.Role.Table, "Dagstavle", 3)
    rows = [table.child(number) for number in range(3)]
    assert [row.text(name) for row in rows] == ["Stol 1", "Stol 2", "Seng 5"]
    cells = [[row.child(number).text(name) for number in range(row.childCount())] for row in rows]
    assert cells == [
        [
            "Aas, Per · 08.00–09.15 · dose 31 · i.v. · ferdig",
            "Lie, Jonas · 12.30–14.45 · dose 6 · i.v. · observasjon fra 13.45 · krever oppmerksomhet",
        ],
        [
            "Moen, Ingrid · 09.15–10.30 · dose 4 · s.c. · observasjon fra 09.30",
            "Eide, Tone · 13.00–13.15 · dose 20 · s.c.",
        ],
        ["Myhre, Kaja · 09.00–11.15 · dose 3 · observasjon fra 10.15 · stopp"],
    ]
    moen = rows[1].child(0)
    assert moen.role() == cell
    assert (moen.state().selected, rows[1].child(1).state().selected) == (True, False)
    assert table.focusChild() is moen
    assert moen.parent() is rows[1]
    assert rows[1].parent() is table
    assert rows[1].indexOfChild(moen) == 0
    assert table.childAt(moen.rect().center().x(), moen.rect().center().y()) is rows[1]
    assert rows[1].rect().contains(moen.rect().center())


def test_screen_reader_finds_nothing_where_there_is_nothing(board: DayBoard) -> None:
    table = QAccessible.queryAccessibleInterface(board)
    row = table.child(0)
    cell = row.child(1)
    board.set_data(DayBoardData(PLACES[:1], (AAS,)))
    name = QAccessible.Text.Name
    assert (cell.isValid(), cell.text(name), cell.rect().isNull()) == (False, "", True)
    assert table.child(7) is None
    assert row.child(7) is None
    assert row.child(0).child(0) is None
    assert table.focusChild() is None
    board.set_data(DayBoardData())
    assert (row.isValid(), row.text(name), row.rect().isNull(), row.childCount()) == (False, "", True, 0)


def test_tooltip_tells_the_whole_visit(board: DayBoard) -> None:
    centre = board.blocks()[0].box.center().toPoint()
    board.event(QHelpEvent(QEvent.Type.ToolTip, centre, board.mapToGlobal(centre)))
    assert QToolTip.text() == "Aas, Per · 08.00–09.15 · dose 31 · i.v. · ferdig"


def test_line_of_now_moves(board: DayBoard) -> None:
    before = board.grab().toImage()
    board.set_now(time(11, 30))
    later = board.grab().toImage()
    assert later != before
    board.set_now(None)
    assert board.grab().toImage() != later
    board.set_now(time(23))
    board.grab()


@pytest.mark.parametrize("height", [220, 90])
@pytest.mark.parametrize("minutes", [15, 45, 120])
def test_every_state_has_its_sign_in_short_and_low_blocks(
    board: DayBoard, monkeypatch: pytest.MonkeyPatch, height: int, minutes: int
) -> None:
    """Without the sign the block would be told by its colour alone."""
    looks = (Look.ARRIVED, Look.RUNNING, Look.OBSERVING, Look.DONE, Look.NOT_GIVEN)
    visits = tuple(
        BoardVisit(look, "1", time(8 + number), minutes, "Ruud, Mia", "opplæring", look=look)
        for number, look in enumerate(looks)
    )
    drawn: list[Look] = []
    monkeypatch.setattr(block_painting, "draw_look", lambda _painter, look, _box: drawn.append(look))
    board.setMinimumHeight(0)
    board.set_data(DayBoardData(PLACES, visits, time(8), time(15, 30)))
    board.setMinimumHeight(0)
    board.resize(560, height)
    board.grab()
    assert drawn[-5:] == list(looks)


def test_it_looks_different_in_the_dark(board: DayBoard, qapp: Application) -> None:
    board.select("moen")
    light = board.grab().toImage()
    qapp.set_scheme(Scheme.DARK)
    assert board.grab().toImage() != light


def test_an_empty_board_can_be_walked_and_drawn(show: Show, qtbot: QtBot) -> None:
    board = DayBoard()
    show(board, 600, 200)
    qtbot.keyClick(board, Qt.Key.Key_Down)
    assert (board.selected_key, board.blocks()) == (None, ())
    board.grab()


def test_language_switch_renames_the_board(board: DayBoard, qapp: Application, qtbot: QtBot) -> None:
    qapp.set_language("en")
    qtbot.waitUntil(lambda: board.accessibleName() == "Day board")


def test_name_and_number_reach_out_of_a_short_visit_before_they_are_left_out(
    board: DayBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    visits = (
        BoardVisit("eide", "1", time(8, 30), 20, "Eide, Sunniva", "dose 15 · s.c.", look=Look.DONE),
        BoardVisit("moen", "1", time(9, 15), 75, "Moen, Ingrid", "dose 4 · s.c."),
    )
    said: list[str] = []
    monkeypatch.setattr(day_painting, "draw_text", lambda _painter, _box, words, *_: said.append(words))
    board.set_data(DayBoardData(PLACES, visits, time(8), time(15, 30)))
    board.resize(720, 240)
    board.grab()
    assert said[-4:] == ["Eide", "15", "Moen, Ingrid", "dose 4 · s.c."]

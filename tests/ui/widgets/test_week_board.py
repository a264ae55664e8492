"""The week board: where blocks lie, what the keys select, what is drawn and said."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from norwegian_names import norwegian_names
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot
from week_boards import (
    DAYS,
    FULL,
    LAST_DAY,
    LIE,
    MANY,
    PLACES,
    VISITS,
    WEEK,
    Key,
    centre,
    day,
)

from infusionplanner_ui.application import Application
from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.widgets.boards import block_painting
from infusionplanner_ui.widgets.boards.board_data import (
    Look,
    WeekBoardData,
)
from infusionplanner_ui.widgets.boards.week_board import WeekBoard

Show = Callable[..., None]


def test_blocks_lie_on_their_day_in_the_column_of_their_place(board: WeekBoard) -> None:
    grid = board.grid()
    blocks = {block.visit.key: block for block in grid.blocks}
    assert [blocks[key].row for key in ("aas", "moen", "lie", "foss")] == [0, 0, 1, 2]
    for key, number in (("aas", 0), ("lie", 1), ("foss", 2)):
        assert grid.day_box(number).contains(blocks[key].box)
    assert blocks["aas"].box.left() < blocks["moen"].box.left()
    assert blocks["aas"].box.top() < blocks["lie"].box.top() < blocks["moen"].box.top()


def test_closed_days_without_visits_take_less_room(board: WeekBoard) -> None:
    grid = board.grid()
    assert grid.day_box(3).width() < grid.day_box(0).width()
    assert grid.day_box(4).right() == board.width()


def test_free_places_give_room_to_the_others_and_nothing_jumps_when_a_visit_is_picked_up(board: WeekBoard) -> None:
    board.set_data(WeekBoardData(DAYS[:3], MANY, ((day(1), LIE), *FULL)))
    board.resize(560, 400)
    taken, free = board.grid().column(0, "1")[1], board.grid().column(1, "3")[1]
    assert taken > 2 * free > 0
    assert board.grid().day_box(0).width() > board.grid().day_box(1).width()
    board.select("lie")
    before = board.grid()
    board.pick_up()
    assert board.grid() is before


def test_days_and_places_are_alike_where_there_is_room(board: WeekBoard) -> None:
    board.set_data(WeekBoardData(DAYS[:3], PLACES, VISITS[:3]))
    grid = board.grid()
    assert [round(grid.day_box(number).width()) for number in range(3)] == [356, 356, 356]
    assert {round(grid.column(number, place.key)[1]) for number in range(3) for place in PLACES} == {116}


def test_columns_are_named_in_one_way_the_week_over(board: WeekBoard) -> None:
    assert set(board.grid().labels.values()) == {"Stol 1", "Stol 2", "Stol 3"}
    board.set_data(WeekBoardData(DAYS[:3], MANY, FULL))
    board.resize(560, 400)
    assert list(board.grid().labels.values()) == ["1", "2", "3", "4", "5", "6", "7", "8"]


@pytest.mark.parametrize(("width", "pixels", "shown"), [(1100, 12, 1100), (560, 11, 560), (300, 11, 534)])
def test_words_are_smaller_where_there_is_less_room_and_the_board_never_too_narrow_for_them(
    board: WeekBoard, width: int, pixels: int, shown: int
) -> None:
    board.set_data(WeekBoardData(DAYS[:2], MANY, FULL))
    board.resize(width, 400)
    assert board.grid().lines.fonts.pixels == pixels
    assert board.width() == shown


def test_no_family_name_of_a_thousand_is_cut_in_a_week_of_the_least_width(board: WeekBoard) -> None:
    for number, (family, given) in enumerate(norwegian_names()):
        visits = tuple((on, replace(visit, name=f"{family}, {given}")) for on, visit in FULL)
        board.set_data(WeekBoardData(DAYS[:2], MANY, visits[: number % len(MANY) + 1]))
        board.resize(0, 400)
        grid = board.grid()
        for block in grid.blocks:
            lines = grid.lines.lines(block.visit, grid.lines.width(block.box.width()), 8)
            shown = [line.words for line in lines if line.is_name]
            assert "".join(shown).replace(" ", "").startswith(family.replace(" ", ""))
            assert lines[-1].words == "4"


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("aas", Key.Key_Right, "lie"),
        ("lie", Key.Key_Left, "aas"),
        ("aas", Key.Key_Down, "moen"),
        ("moen", Key.Key_Up, "aas"),
        ("foss", Key.Key_Right, "foss"),
    ],
)
def test_arrows_select_the_nearest(board: WeekBoard, qtbot: QtBot, start: str, key: Key, end: str) -> None:
    board.select(start)
    qtbot.keyClick(board, key)
    assert board.selected_key == end


def test_first_arrow_and_tab_select_the_first_visit(board: WeekBoard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.selected) as told:
        qtbot.keyClick(board, Key.Key_Right)
    assert told.args == ["aas"]
    board.select(None)
    board.clearFocus()
    board.setFocus(Qt.FocusReason.TabFocusReason)
    assert board.selected_key == "aas"


def test_enter_acts_on_the_selection(board: WeekBoard, qtbot: QtBot) -> None:
    board.select("moen")
    with qtbot.waitSignal(board.activated) as told:
        qtbot.keyClick(board, Key.Key_Return)
    assert told.args == ["moen"]
    with qtbot.waitSignal(board.activated):
        qtbot.mouseDClick(board, Qt.MouseButton.LeftButton, pos=centre(board, "aas"))


def test_selection_is_kept_while_its_visit_is_there(board: WeekBoard) -> None:
    board.select("moen")
    board.set_data(WEEK)
    assert board.selected_key == "moen"
    board.set_data(WeekBoardData(DAYS, PLACES))
    assert board.selected_key is None


def test_screen_reader_hears_days_and_visits(board: WeekBoard) -> None:
    board.select("moen")
    table = QAccessible.queryAccessibleInterface(board)
    name = QAccessible.Text.Name
    rows = [table.child(number) for number in range(table.childCount())]
    assert (table.text(name), [row.text(name) for row in rows]) == (
        "Ukestavle",
        ["ma. 21. · 2 timer", "ti. 22. · 1 time", "on. 23. · 1 time", "to. 24. · Julaften · stengt", LAST_DAY],
    )
    assert [rows[0].child(number).text(name) for number in range(2)] == [
        "Aas, Per · 08.00–09.15 · Stol 1 · 32 · i.v.",
        "Moen, Ingrid · 09.30–10.45 · Stol 2 · 5 · s.c. · krever oppmerksomhet",
    ]
    assert table.focusChild().text(name).startswith("Moen, Ingrid")


def test_tooltip_tells_the_whole_visit(board: WeekBoard) -> None:
    at = centre(board, "foss")
    board.event(QHelpEvent(QEvent.Type.ToolTip, at, board.mapToGlobal(at)))
    assert QToolTip.text() == "Bjørnstad-Kristiansen, Wilhelmine · 08.00–08.15 · Stol 3 · 16 · stopp"


@pytest.mark.parametrize("width", [300, 560])
def test_narrow_columns_are_drawn_in_both_palettes(board: WeekBoard, qapp: Application, width: int) -> None:
    board.set_data(replace(WEEK, places=MANY, visits=(*FULL, *VISITS[1:])))
    board.resize(width, 500)
    light = board.grab().toImage()
    qapp.set_scheme(Scheme.DARK)
    assert board.grab().toImage() != light


@pytest.mark.parametrize("width", [300, 560, 1100])
@pytest.mark.parametrize("look", [Look.ARRIVED, Look.RUNNING, Look.OBSERVING, Look.DONE, Look.NOT_GIVEN])
def test_every_state_has_its_sign_at_every_width(board: WeekBoard, width: int, look: Look) -> None:
    """Without the sign the block would be told by its colour alone."""
    visits = tuple((on, replace(visit, minutes=30, look=look)) for on, visit in FULL)
    board.set_data(WeekBoardData(DAYS[:2], MANY, visits))
    board.resize(width, 400)
    drawn: list[QRectF] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(block_painting, "draw_look", lambda _painter, _look, box: drawn.append(box))
        board.grab()
    assert len(drawn) == len(FULL)


def test_an_empty_board_can_be_walked_and_drawn(show: Show, qtbot: QtBot) -> None:
    board = WeekBoard()
    show(board, 600, 500)
    for key in (Key.Key_Down, Key.Key_M, Key.Key_Return):
        qtbot.keyClick(board, key)
    qtbot.mouseClick(board, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert board.selected_key is None
    assert board.grid().slot_at(board.rect().center().toPointF(), 0) is None
    board.grab()


def test_a_closed_week_without_places_can_be_drawn(board: WeekBoard) -> None:
    board.set_data(WeekBoardData(DAYS))
    board.grab()
    assert board.grid().day_box(4).right() == board.width()
    assert board.blocks() == ()


def test_language_switch_renames_the_board(board: WeekBoard, qapp: Application, qtbot: QtBot) -> None:
    qapp.set_language("en")
    qtbot.waitUntil(lambda: board.accessibleName() == "Week board")

"""The week board: picking up a visit, carrying it by keyboard and pointer, and letting it go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from week_boards import (
    CONTROL,
    DAYS,
    FULL,
    LIE,
    MANY,
    MOEN_SLOT,
    PLACES,
    SHIFT,
    WEEK,
    Key,
    centre,
    day,
)

from infusionplanner_ui.widgets.boards.board_data import (
    BoardSlot,
    BoardVisit,
    Fit,
    Shade,
    WeekBoardData,
    WeekDay,
)
from infusionplanner_ui.widgets.boards.week_board import WeekBoard

Show = Callable[..., None]


def test_what_is_carried_is_wide_enough_for_its_words_and_stays_on_the_board(board: WeekBoard) -> None:
    board.set_data(WeekBoardData(DAYS[:2], MANY, FULL))
    board.resize(560, 400)
    box = board.grid().float_box(1, replace(LIE, place="8"), 84)
    assert (box.width(), box.right()) == (84, 559)


def test_m_picks_up_arrows_carry_and_enter_drops(board: WeekBoard, qtbot: QtBot) -> None:
    board.select("moen")
    targets: list[BoardSlot] = []
    board.target_changed.connect(lambda _, slot: targets.append(slot))
    with qtbot.waitSignal(board.picked_up) as told:
        qtbot.keyClick(board, Key.Key_M)
    assert told.args == ["moen"]
    qtbot.keyClick(board, Key.Key_Down)
    qtbot.keyClick(board, Key.Key_Right)
    with qtbot.waitSignal(board.dropped) as told:
        qtbot.keyClick(board, Key.Key_Return)
    end = BoardSlot(day(0), time(9, 45), "3")
    assert targets == [MOEN_SLOT, BoardSlot(day(0), time(9, 45), "2"), end]
    assert told.args == ["moen", end]
    assert board.carried is None
    moved = next(block.visit for block in board.grid().blocks if block.visit.key == "moen")
    assert (moved.start, moved.place) == (time(9, 45), "3")


@pytest.mark.parametrize(
    ("keys", "slot"),
    [
        ([(Key.Key_Up, None)], BoardSlot(day(0), time(9, 15), "2")),
        ([(Key.Key_Down, SHIFT)], BoardSlot(day(0), time(10, 30), "2")),
        ([(Key.Key_Up, SHIFT), (Key.Key_Up, SHIFT)], BoardSlot(day(0), time(8), "2")),
        ([(Key.Key_Down, SHIFT)] * 8, BoardSlot(day(0), time(14, 15), "2")),
        ([(Key.Key_Left, None)], BoardSlot(day(0), time(9, 30), "1")),
        ([(Key.Key_Right, None)] * 2, BoardSlot(day(1), time(9, 30), "1")),
        ([(Key.Key_PageDown, None)], BoardSlot(day(1), time(9, 30), "2")),
        ([(Key.Key_PageDown, None), (Key.Key_PageUp, None)], MOEN_SLOT),
        ([(Key.Key_Right, CONTROL), (Key.Key_Right, CONTROL)], BoardSlot(day(2), time(9, 30), "2")),
        ([(Key.Key_PageDown, None), (Key.Key_Left, CONTROL)], MOEN_SLOT),
        ([(Key.Key_PageDown, None), (Key.Key_Left, None), (Key.Key_Left, None)], BoardSlot(day(0), time(9, 30), "3")),
        ([(Key.Key_A, None)], MOEN_SLOT),
    ],
)
def test_keys_that_carry(
    board: WeekBoard, qtbot: QtBot, keys: list[tuple[Key, Qt.KeyboardModifier | None]], slot: BoardSlot
) -> None:
    board.select("moen")
    board.pick_up()
    for key, modifier in keys:
        qtbot.keyClick(board, key, modifier or Qt.KeyboardModifier.NoModifier)
    assert board.carried is not None
    assert board.carried.target == slot


def test_escape_and_a_drop_in_place_put_it_back(board: WeekBoard, qtbot: QtBot) -> None:
    board.select("moen")
    for key in (Key.Key_Escape, Key.Key_Return):
        board.pick_up()
        with qtbot.waitSignal(board.cancelled) as told, qtbot.assertNotEmitted(board.dropped):
            qtbot.keyClick(board, key)
        assert told.args == ["moen"]
    assert board.carried is None
    assert board.selected_key == "moen"
    with qtbot.assertNotEmitted(board.cancelled), qtbot.assertNotEmitted(board.dropped):
        board.cancel()
        board.drop()


@pytest.mark.parametrize(("key", "step", "target"), [(Key.Key_PageDown, 1, 0), (Key.Key_PageUp, -1, 2)])
def test_past_the_edge_another_week_is_asked_for_and_carrying_goes_on(
    board: WeekBoard, qtbot: QtBot, key: Key, step: int, target: int
) -> None:
    board.select("foss" if step > 0 else "moen")
    board.pick_up()
    with qtbot.waitSignal(board.week_requested) as told:
        qtbot.keyClick(board, key)
    assert told.args == [step]
    shift = timedelta(days=7 * step)
    days = tuple(WeekDay(entry.on + shift, entry.title, closed=entry.closed) for entry in DAYS)
    board.set_data(WeekBoardData(days, PLACES))
    assert board.carried is not None
    assert board.carried.target.on == days[target].on
    with qtbot.waitSignal(board.dropped):
        qtbot.keyClick(board, Key.Key_Return)


def test_a_week_that_is_closed_altogether_keeps_the_old_target(board: WeekBoard, qtbot: QtBot) -> None:
    board.select("foss")
    board.pick_up()
    qtbot.keyClick(board, Key.Key_PageDown)
    board.set_data(WeekBoardData((WeekDay(day(7), "ma. 28.", closed="stengt"),), PLACES))
    assert board.carried is not None
    assert board.carried.target.on == day(2)
    board.grab()


def test_data_of_the_same_week_keeps_what_is_carried(board: WeekBoard, qtbot: QtBot) -> None:
    board.select("moen")
    board.pick_up()
    qtbot.keyClick(board, Key.Key_PageDown)
    board.set_data(WEEK)
    assert board.carried is not None
    assert board.carried.target == BoardSlot(day(1), time(9, 30), "2")


def test_a_new_visit_is_booked_by_carrying_it(board: WeekBoard, qtbot: QtBot) -> None:
    new = BoardVisit("new", "1", time(10), 75, "Berg, Anne", "12 · s.c.")
    slot = BoardSlot(day(1), time(10), "1")
    with qtbot.waitSignal(board.picked_up):
        board.carry(new, slot)
    with qtbot.waitSignal(board.dropped) as told:
        qtbot.keyClick(board, Key.Key_Return)
    assert told.args == ["new", slot]
    assert "new" in {block.visit.key for block in board.grid().blocks}


def test_shades_colour_days_and_hours_and_are_gone_after_the_drop(board: WeekBoard, qtbot: QtBot) -> None:
    board.select("moen")
    board.pick_up()
    plain = board.grab().toImage()
    shades = (
        Shade(day(0), Fit.BEST, "best: samme ukedag"),
        Shade(day(1), Fit.ALLOWED, from_=time(9), until=time(11)),
        Shade(day(2), Fit.OUTSIDE, "etter vinduet"),
    )
    board.set_shades(shades)
    shaded = board.grab().toImage()
    assert shaded != plain
    qtbot.keyClick(board, Key.Key_Escape)
    assert board.grab().toImage() != shaded


def test_dragging_picks_up_and_letting_go_drops(board: WeekBoard, qtbot: QtBot) -> None:
    start = centre(board, "moen")
    grid = board.grid()
    left, width = grid.column(1, "2")
    end = QPoint(int(left + width / 2), start.y() + int(grid.scale.at(600) - grid.scale.at(540)))
    qtbot.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(board, start + QPoint(2, 1))
    assert board.carried is None
    qtbot.mouseMove(board, end)
    assert board.carried is not None
    with qtbot.waitSignal(board.dropped) as told:
        qtbot.mouseRelease(board, Qt.MouseButton.LeftButton, pos=end)
    assert told.args == ["moen", BoardSlot(day(1), time(10, 30), "2")]


def test_letting_go_on_a_closed_day_puts_it_back(board: WeekBoard, qtbot: QtBot) -> None:
    start = centre(board, "moen")
    end = board.grid().day_box(3).center().toPoint()
    qtbot.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(board, end)
    with qtbot.waitSignal(board.cancelled), qtbot.assertNotEmitted(board.dropped):
        qtbot.mouseRelease(board, Qt.MouseButton.LeftButton, pos=end)


def test_a_click_only_selects(board: WeekBoard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.selected) as told, qtbot.assertNotEmitted(board.picked_up):
        qtbot.mouseClick(board, Qt.MouseButton.LeftButton, pos=centre(board, "lie"))
    assert told.args == ["lie"]
    with qtbot.assertNotEmitted(board.selected):
        qtbot.mouseClick(board, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_the_pointer_places_what_the_keyboard_picked_up(board: WeekBoard, qtbot: QtBot) -> None:
    board.select("moen")
    board.pick_up()
    qtbot.mouseClick(board, Qt.MouseButton.LeftButton, pos=board.grid().day_box(3).center().toPoint())
    assert board.carried is not None
    left, width = board.grid().column(1, "3")
    with qtbot.waitSignal(board.dropped) as told:
        at = QPoint(int(left + width / 2), int(board.grid().scale.at(660)))
        qtbot.mouseClick(board, Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["moen", BoardSlot(day(1), time(11), "3")]
    board.pick_up()
    with qtbot.waitSignal(board.cancelled):
        qtbot.mouseClick(board, Qt.MouseButton.RightButton, pos=QPoint(5, 5))

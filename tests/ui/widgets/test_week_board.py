from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from infusionplanner_ui.application import Application
from infusionplanner_ui.theme import Scheme
from infusionplanner_ui.widgets import block_painting
from infusionplanner_ui.widgets.board_data import (
    BoardVisit,
    Fit,
    Look,
    Mark,
    PlaceRow,
    Shade,
    Slot,
    WeekBoardData,
    WeekDay,
)
from infusionplanner_ui.widgets.week_board import WeekBoard

Show = Callable[..., None]
MONDAY = date(2026, 12, 21)
PLACES = (PlaceRow("1", "Stol 1", "1"), PlaceRow("2", "Stol 2", "2"), PlaceRow("3", "Stol 3", "3"))


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


DAYS = (
    WeekDay(day(0), "ma. 21.", "2 timer", 0.4, today=True),
    WeekDay(day(1), "ti. 22.", "1 time", 0.95),
    WeekDay(day(2), "on. 23.", "1 time", closed_from=time(12)),
    WeekDay(day(3), "to. 24.", closed="Julaften · stengt"),
    WeekDay(day(4), "fr. 25.", closed="1. juledag · stengt"),
)
AAS = BoardVisit("aas", "1", time(8), 75, "Aas, Per", "32 · i.v.", look=Look.DONE)
MOEN = BoardVisit("moen", "2", time(9, 30), 75, "Moen, Ingrid", "5 · s.c.", 60, mark=Mark.WARN)
LIE = BoardVisit("lie", "1", time(8, 30), 75, "Lie, Jonas", "7 · i.v.")
FOSS = BoardVisit("foss", "3", time(8), 15, "Bjørnstad-Kristiansen, Wilhelmine", "16", mark=Mark.STOP)
VISITS = ((day(0), AAS), (day(0), MOEN), (day(1), LIE), (day(2), FOSS))
WEEK = WeekBoardData(DAYS, PLACES, VISITS, time(8), time(15, 30), 15, time(9, 50))
MOEN_SLOT = Slot(day(0), time(9, 30), "2")
LAST_DAY = "fr. 25. · 1. juledag · stengt"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def board(show: Show) -> WeekBoard:
    board = WeekBoard()
    board.set_data(WEEK)
    show(board, 1100, 620)
    return board


def centre(board: WeekBoard, key: str) -> QPoint:
    return next(block for block in board.grid().blocks if block.visit.key == key).box.center().toPoint()


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


MANY = tuple(PlaceRow(str(number), f"Stol {number}", str(number)) for number in range(1, 9))
FULL = tuple((day(0), BoardVisit(place.key, place.key, time(8), 135, "Ødegård, Åse", "4", 60)) for place in MANY)


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


@pytest.mark.parametrize(("width", "pixels", "on_end"), [(1100, 12, False), (560, 11, False), (300, 11, True)])
def test_words_are_level_until_the_columns_hold_no_names_any_more(
    board: WeekBoard, width: int, pixels: int, on_end: bool
) -> None:
    board.set_data(WeekBoardData(DAYS[:2], MANY, FULL))
    board.resize(width, 400)
    lines = board.grid().lines
    assert (lines.fonts.pixels, lines.on_end) == (pixels, on_end)


def test_what_is_carried_is_wide_enough_for_its_words_and_stays_on_the_board(board: WeekBoard) -> None:
    board.set_data(WeekBoardData(DAYS[:2], MANY, FULL))
    board.resize(560, 400)
    box = board.grid().float_box(1, replace(LIE, place="8"), 84)
    assert (box.width(), box.right()) == (84, 559)


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


def test_m_picks_up_arrows_carry_and_enter_drops(board: WeekBoard, qtbot: QtBot) -> None:
    board.select("moen")
    targets: list[Slot] = []
    board.target_changed.connect(lambda _, slot: targets.append(slot))
    with qtbot.waitSignal(board.picked_up) as told:
        qtbot.keyClick(board, Key.Key_M)
    assert told.args == ["moen"]
    qtbot.keyClick(board, Key.Key_Down)
    qtbot.keyClick(board, Key.Key_Right)
    with qtbot.waitSignal(board.dropped) as told:
        qtbot.keyClick(board, Key.Key_Return)
    end = Slot(day(0), time(9, 45), "3")
    assert targets == [MOEN_SLOT, Slot(day(0), time(9, 45), "2"), end]
    assert told.args == ["moen", end]
    assert board.carried is None
    moved = next(block.visit for block in board.grid().blocks if block.visit.key == "moen")
    assert (moved.start, moved.place) == (time(9, 45), "3")


@pytest.mark.parametrize(
    ("keys", "slot"),
    [
        ([(Key.Key_Up, None)], Slot(day(0), time(9, 15), "2")),
        ([(Key.Key_Down, SHIFT)], Slot(day(0), time(10, 30), "2")),
        ([(Key.Key_Up, SHIFT), (Key.Key_Up, SHIFT)], Slot(day(0), time(8), "2")),
        ([(Key.Key_Down, SHIFT)] * 8, Slot(day(0), time(14, 15), "2")),
        ([(Key.Key_Left, None)], Slot(day(0), time(9, 30), "1")),
        ([(Key.Key_Right, None)] * 2, Slot(day(1), time(9, 30), "1")),
        ([(Key.Key_PageDown, None)], Slot(day(1), time(9, 30), "2")),
        ([(Key.Key_PageDown, None), (Key.Key_PageUp, None)], MOEN_SLOT),
        ([(Key.Key_Right, CONTROL), (Key.Key_Right, CONTROL)], Slot(day(2), time(9, 30), "2")),
        ([(Key.Key_PageDown, None), (Key.Key_Left, CONTROL)], MOEN_SLOT),
        ([(Key.Key_PageDown, None), (Key.Key_Left, None), (Key.Key_Left, None)], Slot(day(0), time(9, 30), "3")),
        ([(Key.Key_A, None)], MOEN_SLOT),
    ],
)
def test_keys_that_carry(
    board: WeekBoard, qtbot: QtBot, keys: list[tuple[Key, Qt.KeyboardModifier | None]], slot: Slot
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
    assert board.carried.target == Slot(day(1), time(9, 30), "2")


def test_a_new_visit_is_booked_by_carrying_it(board: WeekBoard, qtbot: QtBot) -> None:
    new = BoardVisit("new", "1", time(10), 75, "Berg, Anne", "12 · s.c.")
    slot = Slot(day(1), time(10), "1")
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
    assert told.args == ["moen", Slot(day(1), time(10, 30), "2")]


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
    assert told.args == ["moen", Slot(day(1), time(11), "3")]
    board.pick_up()
    with qtbot.waitSignal(board.cancelled):
        qtbot.mouseClick(board, Qt.MouseButton.RightButton, pos=QPoint(5, 5))


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

"""Every widget that takes the focus says what it is, walked as a screen reader walks it."""

import gc
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from infusionplanner_ui.main_window import MainWindow, PageSpec
from infusionplanner_ui.operations import Operations
from infusionplanner_ui.page import Page
from infusionplanner_ui.widgets.buttons import IconButton, button
from infusionplanner_ui.widgets.countdown import Countdown
from infusionplanner_ui.widgets.day_board import DayBoard
from infusionplanner_ui.widgets.inline_panel import InlinePanel
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.widgets.table import prepare_table
from infusionplanner_ui.widgets.timeline import Timeline
from infusionplanner_ui.widgets.week_board import WeekBoard


class FullPage(Page):
    """One of everything."""

    def __init__(self, frame: MainWindow) -> None:
        super().__init__(frame)
        segments = SegmentedControl("Rute")
        segments.set_segments([("sc", "Subkutant"), ("iv", "Intravenøst")])
        countdown = Countdown()
        countdown.set("Dose 4 av 6", 60, 3600, why="hvorfor?")
        panel = InlinePanel("Registrer dose")
        panel.set_buttons("Lagre", "Avbryt")
        table = QTableView()
        prepare_table(table, "Pasienter")
        column = QVBoxLayout(self)
        for widget in (segments, countdown, panel, table, DayBoard(), WeekBoard(), Timeline(), button("Lagre")):
            column.addWidget(widget)

    def title(self) -> str:
        return "I dag"

    def navigation_widgets(self) -> list[QWidget]:
        return [IconButton("chevron-left", "Dagen før")]


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield an interface and all below it."""
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from walk(child)


def nameless(root: QWidget) -> list[str]:
    """Return the classes of the focusable widgets that say nothing."""
    named = QAccessible.Text.Name
    widgets = [root, *root.findChildren(QWidget)]
    return [
        widget.metaObject().className()
        for widget in widgets
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not QAccessible.queryAccessibleInterface(widget).text(named)
    ]


def test_every_focusable_widget_has_a_name(make_frame: Callable[..., MainWindow]) -> None:
    frame = make_frame(PageSpec("today", lambda: "I dag", FullPage, "users"), initial="today")
    frame.toast("Dose 4 registrert", undo=lambda: None)
    assert nameless(frame) == []


def test_the_whole_frame_can_be_walked(make_frame: Callable[..., MainWindow]) -> None:
    frame = make_frame(PageSpec("today", lambda: "I dag", FullPage, "users"), initial="today")
    roles = {interface.role() for interface in walk(QAccessible.queryAccessibleInterface(frame))}
    assert {QAccessible.Role.Table, QAccessible.Role.Button, QAccessible.Role.EditableText} <= roles


def test_boards_come_and_go_without_harm(qtbot: QtBot) -> None:
    name = QAccessible.Text.Name
    for _ in range(30):
        holder = QWidget()
        board = DayBoard(holder)
        holder.show()
        table = QAccessible.queryAccessibleInterface(board)
        assert table.text(name) == "Dagstavle"
        assert table.parent().childCount() == 1
        holder.deleteLater()
        qtbot.waitUntil(partial(lambda board: not isValid(board), board))
        assert not table.isValid()
        assert table.childCount() == 0
        del holder, board, table
        gc.collect()


def test_operations_and_frame_end_quietly(make_frame: Callable[..., MainWindow], operations: Operations) -> None:
    frame = make_frame(PageSpec("today", lambda: "I dag", FullPage, "users"), initial="today")
    operations.run(lambda: None)
    frame.close()
    operations.close()
    assert not operations.busy

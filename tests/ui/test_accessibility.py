"""What a screen reader and a keyboard meet: every widget that takes the focus says what it is, on every page."""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import pytest
from cut_words import states
from nurses import Nurse
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.operations import Operations
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.boards.day_board import DayBoard
from infusionplanner_ui.widgets.boards.week_board import WeekBoard
from infusionplanner_ui.widgets.buttons import IconButton, button
from infusionplanner_ui.widgets.countdown import Countdown
from infusionplanner_ui.widgets.inline_panel import InlinePanel
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.widgets.table import prepare_table
from infusionplanner_ui.widgets.timeline.timeline import Timeline

_NAME = QAccessible.Text.Name
_MOST_STOPS = 200


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


def stops(root: QWidget) -> list[QWidget]:
    """Return the widgets that take the focus by Tab and are in sight."""
    widgets = [root, *root.findChildren(QWidget)]
    return [row for row in widgets if row.focusPolicy() & Qt.FocusPolicy.TabFocus and row.isVisible()]


def nameless(root: QWidget) -> list[str]:
    """Return the classes of the focusable widgets that say nothing."""
    return [
        widget.metaObject().className()
        for widget in stops(root)
        if not QAccessible.queryAccessibleInterface(widget).text(_NAME).strip()
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
    for _ in range(30):
        holder = QWidget()
        board = DayBoard(holder)
        holder.show()
        table = QAccessible.queryAccessibleInterface(board)
        assert table.text(_NAME) == "Dagstavle"
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


@pytest.mark.parametrize("language", ["nb", "en"])
def test_on_every_page_every_stop_has_a_name(nurse: Nurse, language: str) -> None:
    nurse.desktop.looks.set_language(language)
    silent = {}
    for shown in states(nurse.desktop, pictures=False):
        nurse.settle()
        if names := nameless(nurse.desktop.frame):
            silent[shown] = names
    assert silent == {}


def test_every_page_is_walked_from_outside_without_harm(nurse: Nurse) -> None:
    for shown in states(nurse.desktop, pictures=False):
        nurse.settle()
        if shown.startswith("panel"):
            continue
        roles = [node.role() for node in walk(QAccessible.queryAccessibleInterface(nurse.desktop.frame))]
        assert len(roles) > 20, shown
        assert QAccessible.Role.Button in roles


@pytest.mark.parametrize(
    ("page", "board", "row", "cell"),
    [
        ("today", "Dagstavle", "Stol 2", "Moen, Ingrid"),
        ("week", "Ukestavle", "", "Moen, Ingrid"),
        ("patient", "Forløp", "Doser", "dose"),
    ],
)
def test_painted_boards_tell_their_rows_and_cells(nurse: Nurse, page: str, board: str, row: str, cell: str) -> None:
    nurse.desktop.frame.show_page(page, nurse.id_of("Moen") if page == "patient" else None)
    nurse.settle()
    whole = walk(QAccessible.queryAccessibleInterface(nurse.desktop.frame))
    table = next(node for node in whole if node.role() is QAccessible.Role.Table and node.text(_NAME).startswith(board))
    rows = [table.child(number) for number in range(table.childCount())]
    assert any(row in found.text(_NAME) for found in rows)
    cells = [node.text(_NAME) for found in rows for node in walk(found)]
    assert any(cell.casefold() in name.casefold() for name in cells)


def _round(nurse: Nurse, key: Qt.Key) -> list[QWidget]:
    """Press Tab until the focus is back where it was."""
    first = QApplication.focusWidget()
    assert first is not None
    seen = [first]
    for _ in range(_MOST_STOPS):
        QTest.keyClick(seen[-1], key)
        nurse.settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is first:
            return seen
        assert focused not in seen, f"Tab is caught between {seen[-1]} and {focused}"
        seen.append(focused)
    raise AssertionError(seen)


@pytest.mark.parametrize(
    "page", ["today", "week", "patients", "patient", "home", "tasks", "capacity", "settings", "welcome"]
)
def test_tab_goes_round_the_whole_window_as_it_is_read_and_back(nurse: Nurse, page: str) -> None:
    frame = nurse.desktop.frame
    frame.show_page(page, nurse.id_of("Moen") if page == "patient" else None)
    nurse.settle()
    there = _round(nurse, Qt.Key.Key_Tab)
    shown = frame.page(page)
    assert [widget for widget in stops(frame) if widget not in there and _is_a_stop_of_its_own(widget)] == []
    # The stops of the page follow each other: nothing of the rail or the header comes in between.
    places = [number for number, widget in enumerate(there) if shown.isAncestorOf(widget)]
    gaps = [after - before for before, after in pairwise(places) if after - before != 1]
    assert len(gaps) <= 1
    assert set(_round(nurse, Qt.Key.Key_Backtab)) == set(there)


def _is_a_stop_of_its_own(widget: QWidget) -> bool:
    """Tell whether Tab itself stops there: not where a field inside takes the focus, or another button of a group."""
    if not widget.isEnabled() or widget.focusProxy() is not None or isinstance(widget.parentWidget(), QComboBox):
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is None or not group.exclusive() or group.checkedButton() is widget


def test_a_line_that_is_made_later_is_stopped_at_where_it_stands(nurse: Nurse) -> None:
    nurse.press("Ctrl+5")
    there = _round(nurse, Qt.Key.Key_Tab)
    why = next(number for number, widget in enumerate(there) if widget.accessibleName().startswith("Hvorfor?"))
    assert there[why].mapToGlobal(QPoint(0, 0)).y() < there[why + 1].mapToGlobal(QPoint(0, 0)).y()


def test_no_badge_tells_by_colour_alone(nurse: Nurse) -> None:
    for shown in states(nurse.desktop, pictures=False):
        nurse.settle()
        for badge in nurse.desktop.frame.findChildren(Badge):
            if badge.isVisible():
                assert not badge.text or badge.text in badge.accessibleName(), shown


def test_what_a_screen_reader_toggles_acts(nurse: Nurse) -> None:
    frame = nurse.desktop.frame

    def press(name: str) -> None:
        nodes = walk(QAccessible.queryAccessibleInterface(frame))
        node = next(node for node in nodes if node.text(_NAME) == name and node.object().isVisible())
        actions = node.actionInterface()
        actions.doAction(actions.actionNames()[0])
        nurse.settle()

    press("Pasienter")
    assert frame.current_key == "patients"
    press("Pasienter")
    assert frame.current_key == "patients"
    press("Skjul navn (Ctrl+Shift+H)")
    assert frame.shielded
    press("Innstillinger")
    press("Språk og tema")
    press("Mørkt")
    assert nurse.desktop.looks.taste.scheme == "dark"
    press("Personvern")
    press("Kode")
    assert nurse.toast == "Innstilling endret"

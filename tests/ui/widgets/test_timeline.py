from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from infusionplanner_ui.application import Application
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.widgets.timeline.data import Bar, MarkKind, TimelineData, TimelineLane, TimelineMark
from infusionplanner_ui.widgets.timeline.timeline import Timeline

Show = Callable[..., None]
Kind = MarkKind
DOSES = (
    TimelineMark(date(2026, 1, 12), Kind.DOSE_OBSERVED, "dose 1, observert", 1),
    TimelineMark(date(2026, 7, 6), Kind.DOSE_DONE, "dose 7", 7),
    TimelineMark(date(2026, 12, 14), Kind.DOSE_PLANNED, "dose 112, planlagt", 112),
)
BLOODS = (TimelineMark(date(2026, 1, 9), Kind.DONE, "blodprøver"), TimelineMark(date(2026, 11, 26), Kind.PLANNED))
JCV = (TimelineMark(date(2026, 5, 27), Kind.DONE), TimelineMark(date(2026, 11, 27), Kind.DUE, "JCV forfaller"))
RX = (TimelineMark(date(2026, 9, 21), Kind.DONE), TimelineMark(date(2026, 12, 12), Kind.OVERDUE, "utløpt"))
COURSE = TimelineData(
    date(2026, 1, 1),
    date(2027, 3, 31),
    date(2026, 11, 23),
    "i dag",
    (
        TimelineLane("Doser", DOSES),
        TimelineLane("Blodprøver", BLOODS),
        TimelineLane("Uten"),
        TimelineLane("JCV", JCV),
        TimelineLane("H-resept", RX, Tone.OK, (Bar(date(2025, 12, 12), date(2026, 12, 12)),)),
    ),
)


@pytest.fixture
def timeline(show: Show) -> Timeline:
    timeline = Timeline()
    timeline.set_data(COURSE)
    show(timeline, 780, timeline.sizeHint().height())
    return timeline


def at(timeline: Timeline, lane: int, mark: int) -> QPoint:
    return timeline.grid().mark_box(lane, COURSE.lanes[lane].marks[mark]).center().toPoint()


def test_months_are_those_in_sight() -> None:
    assert [COURSE.months[0], COURSE.months[-1], len(COURSE.months)] == [date(2026, 1, 1), date(2027, 3, 1), 15]


def test_marks_lie_in_their_lane_at_their_day(timeline: Timeline) -> None:
    grid = timeline.grid()
    boxes = [grid.mark_box(0, mark) for mark in DOSES]
    assert boxes[0].left() < boxes[1].left() < boxes[2].left()
    assert grid.mark_box(1, BLOODS[0]).top() > boxes[0].bottom()
    assert all(timeline.rect().contains(box.toRect()) for box in boxes)


def test_keyboard_begins_at_the_mark_nearest_to_today(timeline: Timeline) -> None:
    assert timeline.current == (0, 2)


@pytest.mark.parametrize(
    ("keys", "current"),
    [
        ([Qt.Key.Key_Left], (0, 1)),
        ([Qt.Key.Key_Right], (0, 2)),
        ([Qt.Key.Key_Left] * 5, (0, 0)),
        ([Qt.Key.Key_Up], (0, 2)),
        ([Qt.Key.Key_Down], (1, 1)),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], (3, 1)),
        ([Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Down], (1, 0)),
        ([Qt.Key.Key_Down] * 9, (4, 1)),
    ],
)
def test_arrows_go_from_mark_to_mark(
    timeline: Timeline, qtbot: QtBot, keys: list[Qt.Key], current: tuple[int, int]
) -> None:
    for key in keys:
        qtbot.keyClick(timeline, key)
    assert timeline.current == current


def test_enter_and_double_click_act(timeline: Timeline, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timeline.activated) as told:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert told.args == [0, 2]
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=at(timeline, 3, 1))
    assert timeline.current == (3, 1)
    with qtbot.waitSignal(timeline.activated) as told:
        qtbot.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=at(timeline, 0, 1))
    assert told.args == [0, 1]
    with qtbot.assertNotEmitted(timeline.activated):
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
        qtbot.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
        qtbot.keyClick(timeline, Qt.Key.Key_X)


def test_tooltip_tells_day_and_mark(timeline: Timeline) -> None:
    point = at(timeline, 0, 0)
    timeline.event(QHelpEvent(QEvent.Type.ToolTip, point, timeline.mapToGlobal(point)))
    assert QToolTip.text() == "ma. 12. januar · 2026 · dose 1, observert"


def test_screen_reader_hears_lanes_and_marks(timeline: Timeline) -> None:
    table = QAccessible.queryAccessibleInterface(timeline)
    name = QAccessible.Text.Name
    rows = [table.child(number) for number in range(table.childCount())]
    assert [row.text(name) for row in rows] == ["Doser", "Blodprøver", "Uten", "JCV", "H-resept"]
    assert rows[3].child(1).text(name) == "fr. 27. november · 2026 · JCV forfaller"
    assert table.focusChild().text(name) == "ma. 14. desember · 2026 · dose 112, planlagt"


def test_it_is_drawn_narrow_wide_and_dark(timeline: Timeline, qapp: Application) -> None:
    pictures = [timeline.grab().toImage()]
    timeline.resize(360, timeline.height())
    pictures.append(timeline.grab().toImage())
    qapp.set_scheme(Scheme.DARK)
    pictures.append(timeline.grab().toImage())
    timeline.set_data(TimelineData(date(2026, 1, 15), date(2026, 3, 1), date(2027, 1, 1), "i dag", COURSE.lanes))
    pictures.append(timeline.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))


def test_without_data_it_is_empty(show: Show, qtbot: QtBot) -> None:
    timeline = Timeline()
    show(timeline, 300, 100)
    qtbot.keyClick(timeline, Qt.Key.Key_Left)
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton)
    timeline.grab()
    assert timeline.current is None
    assert timeline.accessible_rows() == ()


def test_language_switch_renames_it(timeline: Timeline, qapp: Application, qtbot: QtBot) -> None:
    assert timeline.accessibleName() == "Forløp"
    qapp.set_language("en")
    qtbot.waitUntil(lambda: timeline.accessibleName() == "Timeline")

"""The week as a board on which visits are picked up and dropped. It knows days, places and times, and no rule."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from infusionplanner_ui.widgets import accessibility
from infusionplanner_ui.widgets.accessibility import AccessibleRow
from infusionplanner_ui.widgets.boards import carrying
from infusionplanner_ui.widgets.boards.board_data import BoardSlot, BoardVisit, Shade, WeekBoardData, time_of
from infusionplanner_ui.widgets.boards.board_layout import Block
from infusionplanner_ui.widgets.boards.carrying import Carried, Edge
from infusionplanner_ui.widgets.boards.visit_board import VisitBoard
from infusionplanner_ui.widgets.boards.week_layout import AXIS, HEAD, WeekGrid, nearest
from infusionplanner_ui.widgets.boards.week_painting import WeekPainting, WeekState
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable

_HOUR_MINIMUM = 44
_Key = Qt.Key
_ARROWS = {_Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, -1), _Key.Key_Down: (0, 1)}
_ENTER = frozenset({_Key.Key_Return, _Key.Key_Enter})


class WeekBoard(VisitBoard):
    """Shows one week.

    M (or dragging) picks the selected visit up: ``picked_up``. Arrows carry it: ``target_changed``. Enter (or letting
    go) drops it: ``dropped``. Esc puts it back: ``cancelled``. Pushed past the edge it asks for another week:
    ``week_requested`` with -1 or 1; the page answers with ``set_data``.
    """

    picked_up = Signal(object)
    target_changed = Signal(object, object)
    dropped = Signal(object, object)
    cancelled = Signal(object)
    week_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = WeekBoardData()
        self._grid: WeekGrid | None = None
        self._carried: Carried | None = None
        self._edge: Edge | None = None
        self._shades: tuple[Shade, ...] = ()
        self._pressed: tuple[QPointF, Block] | None = None
        self._dragging = False

    # what it shows

    def set_data(self, data: WeekBoardData) -> None:
        """Show another week, or the same anew. What is carried stays in the hand, over the nearest open day."""
        if replace(data, now=None) != replace(self._data, now=None):
            self._grid = None
        self._data = data
        if self._selected not in {visit.key for _, visit in data.visits} and self._carried is None:
            self._selected = None
        if self._carried is not None:
            target = carrying.into_week(self._carried, data, self._edge)
            self._edge = None
            self._carry_to(target)
        self.setMinimumSize(self.grid().least_width, int(HEAD) + _HOUR_MINIMUM * len(self.grid().scale.hours))
        self.update()

    def set_shades(self, shades: tuple[Shade, ...]) -> None:
        """Show how each day, or hours of it, suit what is carried; gone when it is dropped."""
        self._shades = shades
        self.update()

    @property
    def carried(self) -> Carried | None:
        """What is carried, and the slot it is over."""
        return self._carried

    def grid(self) -> WeekGrid:
        """Return the measures for the present data and size."""
        if self._grid is None:
            self._grid = WeekGrid(self._data, self.width(), self.height())
        return self._grid

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks as drawn, by day, place and time."""
        return self.grid().blocks

    def lay_out(self) -> None:
        """Forget the measures."""
        self._grid = None

    # carrying

    def pick_up(self) -> None:
        """Pick the selected visit up."""
        for on, visit in self._data.visits:
            if visit.key == self._selected:
                slot = BoardSlot(on, visit.start, visit.place)
                self._take(Carried(visit, slot, slot))

    def carry(self, visit: BoardVisit, slot: BoardSlot) -> None:
        """Take a visit that is not booked yet into the hand, over a slot."""
        self._take(Carried(visit, None, slot))

    def _take(self, carried: Carried) -> None:
        self._carried = carried
        self._selected = carried.visit.key
        self.picked_up.emit(carried.visit.key)
        self._tell_target()

    def drop(self) -> None:
        """Drop what is carried where it is; it stands there at once, and the page's use case confirms or undoes it."""
        carried = self._carried
        if carried is None:
            return
        if not carried.moved:
            self.cancel()
            return
        self._let_go()
        others = tuple(entry for entry in self._data.visits if entry[1].key != carried.visit.key)
        self._data = replace(self._data, visits=(*others, (carried.target.on, carried.shown)))
        self.dropped.emit(carried.visit.key, carried.target)

    def cancel(self) -> None:
        """Put what is carried back."""
        carried = self._carried
        if carried is not None:
            self._let_go()
            self.cancelled.emit(carried.visit.key)

    def _let_go(self) -> None:
        self._carried = None
        self._edge = None
        self._shades = ()
        self._dragging = False
        self._pressed = None
        self._grid = None
        self.unsetCursor()
        self.update()

    def _carry_to(self, target: BoardSlot | Edge) -> None:
        if self._carried is None:
            return
        if isinstance(target, Edge):
            self._edge = target
            self.week_requested.emit(1 if target is Edge.AFTER else -1)
        elif target != self._carried.target:
            self._carried = self._carried.over(target)
            self._tell_target()

    def _tell_target(self) -> None:
        carried = self._carried
        if carried is not None:
            label = next((place.label for place in self._data.places if place.key == carried.target.place), "")
            spoken = text.join(text.day(carried.target.on), text.clock(carried.target.start), label)
            accessibility.announce_selection(self, spoken)
            self.update()
            self.target_changed.emit(carried.visit.key, carried.target)

    def _carry_by_key(self, event: QKeyEvent) -> bool:
        carried, data = self._carried, self._data
        if carried is None:
            return False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = 60 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else data.step_minutes
        moves: dict[int, Callable[[], BoardSlot | Edge]] = {
            _Key.Key_Up: lambda: carrying.by_minutes(carried, data, -step),
            _Key.Key_Down: lambda: carrying.by_minutes(carried, data, step),
            _Key.Key_Left: lambda: (carrying.by_days if control else carrying.by_places)(carried, data, -1),
            _Key.Key_Right: lambda: (carrying.by_days if control else carrying.by_places)(carried, data, 1),
            _Key.Key_PageUp: lambda: carrying.by_days(carried, data, -1),
            _Key.Key_PageDown: lambda: carrying.by_days(carried, data, 1),
        }
        if event.key() in moves:
            self._carry_to(moves[event.key()]())
        elif event.key() in _ENTER:
            self.drop()
        elif event.key() == _Key.Key_Escape:
            self.cancel()
        return True

    # what is drawn and read out

    def sizeHint(self) -> QSize:
        """Ask for comfortable hours."""
        return QSize(900, int(HEAD) + 70 * len(self.grid().scale.hours))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the board."""
        state = WeekState(self._selected, self.hasFocus(), self._carried, self._shades, self._data.now)
        painting = WeekPainting(self.grid(), state)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._under.show(painter, (self.grid(), self._shades, self._carried is None), painting.draw_under)
        painting.draw_over(painter)
        self._keep_lead(painter, AXIS)

    def board_name(self) -> str:
        """Return what the screen reader calls the board."""
        return self.tr("Week board")

    def accessible_rows(self) -> tuple[AccessibleRow, ...]:
        """Return the days as rows with their visits as cells."""
        grid = self.grid()
        return tuple(
            AccessibleRow(
                text.join(day.title, day.closed or day.note),
                grid.day_box(number).toRect(),
                tuple(
                    self.cell(block)
                    for block in sorted(grid.blocks, key=lambda block: block.visit.begins)
                    if block.row == number
                ),
            )
            for number, day in enumerate(self._data.days)
        )

    def spoken(self, visit: BoardVisit) -> str:
        """Return all there is to say of a visit, for the screen reader and the tooltip."""
        hours = f"{text.clock(visit.start)}–{text.clock(time_of(visit.ends))}"
        place = next((place.label for place in self._data.places if place.key == visit.place), "")
        what = visit.in_full or visit.detail
        return text.join(visit.name, hours, place, what, visit.spoken, self.sign_words(visit))

    # mouse and keys

    def _move_selection(self, right: int, down: int) -> None:
        blocks = self.grid().blocks
        here = next((block for block in blocks if block.visit.key == self._selected), None)
        if here is not None:
            self._choose(nearest(blocks, here, right, down))
        elif blocks:
            self._choose(blocks[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry what is in the hand; else move the selection, pick up with M, act with Enter."""
        if self._carry_by_key(event):
            return
        if event.key() in _ARROWS:
            self._move_selection(*_ARROWS[_Key(event.key())])
        elif event.key() == _Key.Key_M and self._selected is not None:
            self.pick_up()
        elif event.key() in {*_ENTER, _Key.Key_Space} and self._selected is not None:
            self.activated.emit(self._selected)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the first visit when Tab leads here and none is selected."""
        tab = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if tab and self._selected is None:
            self._move_selection(0, 1)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a visit, or drop what the keyboard picked up where the pointer is."""
        if event.button() == Qt.MouseButton.RightButton:
            self.cancel()
            return
        if self._carried is not None:
            target = self.grid().slot_at(event.position(), 0)
            if target is not None:
                self._carry_to(target)
                self.drop()
            return
        block = self.block_at(event.position())
        if block is not None:
            self._choose(block)
            self._pressed = (event.position(), block)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pick up when a pressed visit is dragged, and carry it along."""
        if self._pressed is None:
            return
        start, block = self._pressed
        far = (event.position() - start).manhattanLength() >= QApplication.startDragDistance()
        if not self._dragging and far:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pick_up()
        if self._dragging:
            target = self.grid().slot_at(event.position(), start.y() - block.box.top())
            if target is not None:
                self._carry_to(target)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged; outside the open days it goes back."""
        dragging, pressed = self._dragging, self._pressed
        self._pressed = None
        if dragging and pressed is not None:
            grip = pressed[0].y() - pressed[1].box.top()
            if self.grid().slot_at(event.position(), grip) is None:
                self.cancel()
            else:
                self.drop()

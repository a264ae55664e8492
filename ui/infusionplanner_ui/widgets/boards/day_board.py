"""The day as a board: a row per place, time across, a block per visit, the line of now."""

from datetime import time

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from infusionplanner_ui.widgets.accessibility import AccessibleRow
from infusionplanner_ui.widgets.boards.board_data import BoardVisit, DayBoardData, time_of
from infusionplanner_ui.widgets.boards.board_layout import Block, DayGrid
from infusionplanner_ui.widgets.boards.day_painting import AXIS, DayPainting, day_grid
from infusionplanner_ui.widgets.boards.visit_board import VisitBoard
from infusionplanner_ui.words import text

_ROW_MINIMUM, _ROW_WANTED = 42, 58


class DayBoard(VisitBoard):
    """Shows one day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = DayBoardData()
        self._blocks: tuple[Block, ...] | None = None
        self._hour, self._row = 0, _ROW_WANTED
        self.setMouseTracking(True)

    # what it shows

    def set_data(self, data: DayBoardData) -> None:
        """Show another day or the same day anew; the selection is kept while its visit is there."""
        self._data = data
        self._blocks = None
        if self._selected not in {visit.key for visit in data.visits}:
            self._selected = None
        self._take_room()
        self.update()

    def set_room(self, hour: int, *, low: bool) -> None:
        """Give each hour so many pixels at least, and rows the least height when the window is low."""
        self._hour, self._row = hour, _ROW_MINIMUM if low else _ROW_WANTED
        self._take_room()

    def _take_room(self) -> None:
        hours = len(self._grid().scale.hours)
        self.setMinimumSize(self._hour * hours, int(AXIS) + _ROW_MINIMUM * len(self._data.places))
        self.updateGeometry()

    def set_now(self, now: time | None) -> None:
        """Move the line of now."""
        data = self._data
        self._data = DayBoardData(data.places, data.visits, data.opens, data.closes, now)
        self.update()

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks as drawn, by row and time."""
        if self._blocks is None:
            grid = self._grid()
            by_place: dict[str, list[BoardVisit]] = {place.key: [] for place in self._data.places}
            for visit in self._data.visits:
                by_place.get(visit.place, []).append(visit)
            rows = (grid.blocks(row, visits) for row, visits in enumerate(by_place.values()))
            self._blocks = tuple(block for row in rows for block in row)
        return self._blocks

    def lay_out(self) -> None:
        """Forget where the blocks lie."""
        self._blocks = None

    def _grid(self) -> DayGrid:
        return day_grid(self._data, self.width(), self.height())

    def sizeHint(self) -> QSize:
        """Ask for rows of a comfortable height."""
        return QSize(640, int(AXIS) + self._row * max(len(self._data.places), 1))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the board."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting = DayPainting(self._data, self._grid(), self.blocks())
        self._under.show(painter, self._data, painting.draw_under)
        painting.draw_over(painter, self._selected, focused=self.hasFocus())
        self._keep_lead(painter, self._grid().labels)

    # what is read out

    def board_name(self) -> str:
        """Return what the screen reader calls the board."""
        return self.tr("Day board")

    def accessible_rows(self) -> tuple[AccessibleRow, ...]:
        """Return the places as rows with their visits as cells."""
        grid = self._grid()
        blocks = self.blocks()
        return tuple(
            AccessibleRow(
                place.label,
                QRectF(0, grid.row_top(row), self.width(), grid.row_height).toRect(),
                tuple(self.cell(block) for block in blocks if block.row == row),
            )
            for row, place in enumerate(self._data.places)
        )

    def spoken(self, visit: BoardVisit) -> str:
        """Return all there is to say of a visit, for the screen reader and the tooltip."""
        hours = f"{text.clock(visit.start)}–{text.clock(time_of(visit.ends))}"
        watch = ""
        if visit.watched:
            watch = self.tr("observation from {time}").format(time=text.clock(time_of(visit.treatment_ends)))
        return text.join(visit.name, hours, visit.detail, visit.spoken, watch, self.sign_words(visit))

    # mouse and keys

    def _move(self, key: int) -> bool:
        blocks = self.blocks()
        current = next((number for number, block in enumerate(blocks) if block.visit.key == self._selected), None)
        if current is None:
            if blocks:
                self._choose(min(blocks, key=lambda block: (block.visit.begins, block.row)))
            return bool(blocks)
        here = blocks[current]
        row = [block for block in blocks if block.row == here.row]
        place = row.index(here)
        match key:
            case Qt.Key.Key_Left:
                target = row[max(place - 1, 0)]
            case Qt.Key.Key_Right:
                target = row[min(place + 1, len(row) - 1)]
            case Qt.Key.Key_Home:
                target = row[0]
            case Qt.Key.Key_End:
                target = row[-1]
            case _:
                target = self._in_next_row(here, -1 if key == Qt.Key.Key_Up else 1)
        self._choose(target)
        return True

    def _in_next_row(self, here: Block, step: int) -> Block:
        """Return the visit nearest in time in the next row that has any."""
        rows = sorted({block.row for block in self.blocks() if (block.row - here.row) * step > 0}, reverse=step < 0)
        if not rows:
            return here
        near = (block for block in self.blocks() if block.row == rows[0])
        return min(near, key=lambda block: (abs(block.visit.begins - here.visit.begins), block.visit.begins))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selection with the arrows, Home and End; act with Enter or Space, once for a key that is held."""
        keys = Qt.Key
        if event.key() in {keys.Key_Left, keys.Key_Right, keys.Key_Up, keys.Key_Down, keys.Key_Home, keys.Key_End}:
            if self._move(event.key()):
                return
        elif event.key() in {keys.Key_Return, keys.Key_Enter, keys.Key_Space} and self._selected is not None:
            if not event.isAutoRepeat():
                self.activated.emit(self._selected)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the first visit when Tab leads here and none is selected."""
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason} and not self._selected:
            self._move(Qt.Key.Key_Home)
        self.update()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the visit that is pressed."""
        block = self.block_at(event.position())
        if block is not None:
            self._choose(block)

"""Where a board is scrolled that is larger than the room for it."""

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from infusionplanner_ui.widgets.boards.visit_board import VisitBoard

_AROUND = 24


class BoardArea(QScrollArea):
    """Keeps the marked visit of its board in sight, also when a panel opens beside it. All keys go to the page."""

    def __init__(self, board: VisitBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(board.sizePolicy())
        self.setWidget(board)
        self.viewport().setAutoFillBackground(False)
        board.setAutoFillBackground(False)
        board.selected.connect(self.show_selected)

    def show_selected(self) -> None:
        """Scroll so far that the marked visit is in sight."""
        key = self._board.selected_key
        block = next((block for block in self._board.blocks() if block.visit.key == key), None)
        if block is not None:
            self.show_box(block.box)

    def show_box(self, box: QRectF) -> None:
        """Scroll so far that a box of the board is in sight."""
        middle = box.center().toPoint()
        self.ensureVisible(middle.x(), middle.y(), int(box.width() / 2) + _AROUND, int(box.height() / 2))

    def sizeHint(self) -> QSize:
        """Ask for the whole board."""
        return self._board.sizeHint().grownBy(QMargins(0, 0, 0, self._bar))

    def minimumSizeHint(self) -> QSize:
        """Ask for the board's least height, and for no width: that is scrolled."""
        return QSize(0, self._board.minimumHeight() + self._bar)

    @property
    def _bar(self) -> int:
        """The height of the scroll bar below a board that is wider than the area."""
        is_wider = self._board.minimumWidth() > self.width()
        return self.horizontalScrollBar().sizeHint().height() if is_wider else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the marked visit in sight."""
        super().resizeEvent(event)
        self.show_selected()

    def event(self, event: QEvent) -> bool:
        """Ask for another height when the board does."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the page have the key."""
        event.ignore()

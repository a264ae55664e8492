"""What the boards of a day and of a week share: blocks that are selected, acted on, and read out."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from infusionplanner_ui.widgets import accessibility
from infusionplanner_ui.widgets.accessibility import AccessibleCell
from infusionplanner_ui.widgets.boards.board_data import BoardVisit, Mark
from infusionplanner_ui.widgets.boards.board_layout import Block
from infusionplanner_ui.widgets.painting import plain_tip
from infusionplanner_ui.widgets.picture import Picture


class VisitBoard(QWidget):
    """Visits as blocks. ``selected`` carries a visit's key, ``activated`` the key on Enter or a double click."""

    selected = Signal(object)
    activated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessibility.install()
        self._selected: str | int | None = None
        self._under = Picture(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.board_name())

    # what a board tells

    @abstractmethod
    def board_name(self) -> str:
        """Return what the screen reader calls the board."""

    @abstractmethod
    def blocks(self) -> Sequence[Block]:
        """Return the blocks as drawn."""

    @abstractmethod
    def spoken(self, visit: BoardVisit) -> str:
        """Return all there is to say of a visit, for the screen reader and the tooltip."""

    @abstractmethod
    def lay_out(self) -> None:
        """Forget where the blocks lie; they are laid out anew when they are asked for."""

    # what is selected

    def select(self, key: str | int | None) -> None:
        """Select a visit without emitting ``selected``."""
        self._selected = key
        self.update()

    @property
    def selected_key(self) -> str | int | None:
        """The key of the selected visit."""
        return self._selected

    def block_at(self, point: QPointF) -> Block | None:
        """Return the block at a point of the board."""
        return next((block for block in self.blocks() if block.box.contains(point)), None)

    def cell(self, block: Block) -> AccessibleCell:
        """Return a block as the screen reader meets it."""
        return AccessibleCell(self.spoken(block.visit), block.box.toRect(), selected=block.visit.key == self._selected)

    def sign_words(self, visit: BoardVisit) -> str:
        """Return in words what the sign of a visit says."""
        return {Mark.WARN: self.tr("needs attention"), Mark.STOP: self.tr("stop")}.get(visit.mark, "")

    def _keep_lead(self, painter: QPainter, width: float) -> None:
        """Keep the left edge, which names the rows, in sight while the board is scrolled sideways."""
        self._under.show_lead(painter, int(width), -self.x())

    def _choose(self, block: Block) -> None:
        if block.visit.key != self._selected:
            self._selected = block.visit.key
            accessibility.announce_selection(self, self.spoken(block.visit))
            self.update()
            self.selected.emit(self._selected)

    # mouse, language and size

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Act on the visit that is double clicked."""
        if self.block_at(event.position()) is not None:
            self.activated.emit(self._selected)

    def changeEvent(self, event: QEvent) -> None:
        """Name the board anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.board_name())
            self.update()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show the whole of a visit in a tooltip, and lay out anew after a change of size."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            block = self.block_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(self.spoken(block.visit)) if block else "", self)
            return True
        if event.type() is QEvent.Type.Resize:
            self.lay_out()
        if event.type() is QEvent.Type.Move:
            self.update()
        return super().event(event)

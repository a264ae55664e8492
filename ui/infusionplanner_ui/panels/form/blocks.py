"""The marks of a board: the visit of the patient whose panel was begun, and the visit that was tried meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from infusionplanner_ui.widgets.row_marks import RowMarks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect

    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.panels.form.host import PanelHost
    from infusionplanner_ui.widgets.boards.visit_board import VisitBoard


class PatientBlocks(QObject):
    """Marks on a board what :class:`PatientRows` marks in a list; the page decides what a choice leads to."""

    def __init__(self, board: VisitBoard, host: PanelHost, patient_of: Callable[[object], PatientId | None]) -> None:
        super().__init__(board)
        self._board, self._host, self._patient_of = board, host, patient_of
        self._tried: object = None
        self.marks = RowMarks(board, self._begun_block, self._tried_block)
        host.marked.connect(self._mark)

    @property
    def tried(self) -> PatientId | None:
        """Whose visit was tried while a panel was begun."""
        return None if self._tried is None else self._patient_of(self._tried)

    def mark(self, tried: object) -> None:
        """Dot a visit that was tried."""
        self._tried = tried
        self.marks.refresh()

    def _mark(self) -> None:
        if not self._host.is_asking:
            self._tried = None
        self.marks.refresh()

    def _box(self, wanted: Callable[[object], bool]) -> QRect | None:
        found = (block.box.toRect() for block in self._board.blocks() if wanted(block.visit.key))
        return next(found, None)

    def _begun_block(self) -> tuple[QRect, tuple[int, int]] | None:
        if not self._host.is_begun:
            return None
        box = self._box(lambda key: self._patient_of(key) == self._host.patient)
        return None if box is None else (box, (box.left(), box.left()))

    def _tried_block(self) -> QRect | None:
        return None if self._tried is None else self._box(lambda key: key == self._tried)

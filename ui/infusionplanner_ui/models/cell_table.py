"""A table of cells that draws its rows itself: that Qt asks for each cell takes longer than drawing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QTableView

from infusionplanner_ui.models.cells import CellDelegate, draw_ground
from infusionplanner_ui.models.headed import HeadedModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class CellTable(QTableView):
    """Shows the cells of a :class:`HeadedModel`. Rows that are chosen or under the mouse are drawn by the style."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plain rows, and let Qt draw those that are marked."""
        model, columns = self.model(), self._columns()
        if not isinstance(model, HeadedModel) or not columns:
            return
        marked, by_style = self._marked(), QRegion()
        left, right = columns[0][1], columns[-1][1] + columns[-1][2]
        painter = QPainter(self.viewport())
        for row in self._rows(event.rect()):
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            if row in marked:
                by_style += QRect(left, top, right - left, height)
                continue
            draw_ground(painter, QRect(left, top, right - left, height))
            for column, start, width in columns:
                cell = model.cell(row, column)
                if cell is not None:
                    self._cells.draw_cell(painter, QRect(start, top, width, height), cell)
        painter.end()
        by_style &= event.region()
        if not by_style.isEmpty():
            super().paintEvent(QPaintEvent(by_style))

    def _columns(self) -> list[tuple[int, int, int]]:
        """Return the columns that are shown, each with its left side and its width."""
        header = self.horizontalHeader()
        shown = (header.logicalIndex(place) for place in range(header.count()))
        return [
            (column, self.columnViewportPosition(column), self.columnWidth(column))
            for column in shown
            if not self.isColumnHidden(column)
        ]

    def _rows(self, within: QRect) -> range:
        """Return the rows of a part of the viewport."""
        first, last = self.rowAt(within.top()), self.rowAt(within.bottom())
        count = self.model().rowCount()
        return range(first, count if last < 0 else last + 1) if first >= 0 else range(0)

    def _marked(self) -> set[int]:
        """Return the rows that the style draws: the chosen ones, and that under the mouse."""
        found = {index.row() for index in self.selectionModel().selectedRows()}
        found.add(self.currentIndex().row())
        if self.viewport().underMouse():
            found.add(self.rowAt(self.viewport().mapFromGlobal(QCursor.pos()).y()))
        return found

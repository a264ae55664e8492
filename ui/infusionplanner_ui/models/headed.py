"""What the table models share: the headings of their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from infusionplanner_ui.models.cells import CELL_ROLE, Cell, Index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

ROOT = QModelIndex()


class HeadedModel(QAbstractTableModel):
    """A table with headings that the page sets in its language; there are as many columns as headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()

    def set_headings(self, headings: Sequence[str]) -> None:
        """Name the columns anew; the number of columns follows."""
        if len(headings) == len(self._headings):
            self._headings = tuple(headings)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(len(headings) - 1, 0))
            return
        self.beginResetModel()
        self._headings = tuple(headings)
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell | None:
        """Return what stands in a cell, None outside the table."""
        found = self.index(row, column).data(CELL_ROLE)
        return found if isinstance(found, Cell) else None

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a heading in capitals; the screen reader gets it as written."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section].upper()
        return self._headings[section] if role == Qt.ItemDataRole.AccessibleTextRole else None

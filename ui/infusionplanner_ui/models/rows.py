"""A table model of ready rows, for the tables of one patient and other short lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from infusionplanner_ui.models.cells import CELL_ROLE, KEY_ROLE, Cell, Index
from infusionplanner_ui.models.headed import ROOT, HeadedModel
from infusionplanner_ui.widgets.painting import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it stands for, and its cells."""

    key: object
    cells: tuple[Cell, ...]


class RowsModel(HeadedModel):
    """Rows of :class:`Cell`. ``set_rows`` replaces them all; the headings are set by the page in its language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def key(self, row: int) -> object:
        """Return what a row stands for, None outside the table."""
        return self._rows[row].key if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a cell, its words, or the key of its row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == KEY_ROLE:
            return row.key
        cell = row.cells[index.column()] if index.column() < len(row.cells) else Cell()
        return cell_data(cell, role)


def cell_data(cell: Cell, role: int) -> object:
    """Return what a cell answers to a role of Qt."""
    if role == CELL_ROLE:
        return cell
    if role == Qt.ItemDataRole.DisplayRole:
        return cell.text or cell.badge
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tip(cell.tip or cell.spoken) or None
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return cell.spoken
    return None

"""A table of long lists: each cell is made when it is first shown, so that thousands of rows cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from infusionplanner_ui.models.cells import KEY_ROLE, Cell, Index
from infusionplanner_ui.models.headed import ROOT, HeadedModel
from infusionplanner_ui.models.rows import cell_data

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject


class LazyRows(HeadedModel):
    """Any values as rows. ``cells`` makes the cells of one value."""

    def __init__(self, cells: Callable[[Any], tuple[Cell, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = cells
        self._values: tuple[object, ...] = ()
        self._made: dict[int, tuple[Cell, ...]] = {}

    @property
    def values(self) -> tuple[Any, ...]:
        """What is shown, in order."""
        return self._values

    def set_values(self, values: Sequence[object]) -> None:
        """Show other rows, or the same ones anew."""
        self.beginResetModel()
        self._values = tuple(values)
        self._made.clear()
        self.endResetModel()

    def set_headings(self, headings: Sequence[str]) -> None:
        """Name the columns anew; a new language makes new cells too."""
        self._made.clear()
        super().set_headings(headings)
        if self._values and headings:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._values) - 1, len(headings) - 1))

    def value(self, row: int) -> Any:  # noqa: ANN401 - whatever the page keeps
        """Return what a row stands for, None outside the table."""
        return self._values[row] if 0 <= row < len(self._values) else None

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a cell, its words, or the value of its row."""
        value = self.value(index.row()) if index.isValid() else None
        if value is None:
            return None
        if role == KEY_ROLE:
            return value
        if index.row() not in self._made:
            self._made[index.row()] = self._make(value)
        cells = self._made[index.row()]
        return cell_data(cells[index.column()] if index.column() < len(cells) else Cell(), role)

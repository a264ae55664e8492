"""What the sections with a list share: the table at the left, and the fields of the chosen row beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView

from infusionplanner_ui.models.cells import CellDelegate
from infusionplanner_ui.models.rows import RowsModel
from infusionplanner_ui.widgets.table import FittedTable, prepare_table

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from infusionplanner_ui.models.rows import Row

DETAIL_WIDTH = 376


class RowsTable(FittedTable):
    """A table of :class:`Row`. ``chosen`` goes out when another row is marked, ``opened`` on Enter, ``dropped`` on Del.

    The marked row stays marked when other rows are shown, by its key.
    """

    chosen = Signal()
    opened = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(self))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.installEventFilter(self)

    def prepare(self, widths: Mapping[int, int], stretch: int, first: Collection[int] = ()) -> None:
        """Say how wide the columns are; ``stretch`` takes what is left, ``first`` are left out first."""
        prepare_table(self, "")
        self.horizontalHeader().setStretchLastSection(False)
        self.set_widths(widths, stretch, stay=(0,), first=first)

    def name(self, name: str, headings: Sequence[str]) -> None:
        """Name the table and its columns."""
        self.setAccessibleName(name)
        had = self.rows.columnCount()
        self.rows.set_headings(headings)
        if had != len(headings):
            self.horizontalHeader().setSectionResizeMode(self._grows, QHeaderView.ResizeMode.Stretch)
            self._share_out()

    @property
    def key(self) -> object:
        """What the marked row stands for, None when none is marked."""
        return self.rows.key(self.currentIndex().row())

    def show_rows(self, rows: Sequence[Row], key: object = None) -> None:
        """Show other rows; ``key``, or else the row that was marked, is marked."""
        wanted, number = (self.key if key is None else key), self.currentIndex().row()
        if tuple(rows) != self.rows.rows:
            self.rows.set_rows(rows)
        self.mark(wanted, number)

    def mark(self, key: object, number: int = 0) -> None:
        """Mark the row of a key, or the one of a number when the key is not there."""
        found = next((place for place, row in enumerate(self.rows.rows) if row.key == key), None)
        last = self.rows.rowCount() - 1
        place = min(max(number, 0), last) if found is None else found
        index = self.rows.index(place, 0)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        self.chosen.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the marked row with Enter, drop it with Delete."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
                self.opened.emit()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.dropped.emit()
                return True
        return super().eventFilter(watched, event)

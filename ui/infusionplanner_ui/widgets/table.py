"""How tables look: calm rows, no grid, one row selected at a time."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

ROW_HEIGHT = 36
_LEAST = 132
_WIDEST = 1.35
_LOOKED_AT = 60
"""So many rows below those in sight tell how wide a column has to be."""


class FittedTable(QTableView):
    """A table whose columns are as wide as what stands in them; one of them takes the room that is left.

    Where there is little room, the columns of ``gives`` become narrower before that one does, in their order.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grows = 0
        self._most: Mapping[int, int] = {}
        self._gives: Mapping[int, int] = {}

    def fit(self, grows: int, most: Mapping[int, int] | None = None, gives: Mapping[int, int] | None = None) -> None:
        """Share the room out: ``most`` is the widest that columns get, ``gives`` how narrow they may become."""
        self._grows, self._most, self._gives = grows, most or {}, gives or {}
        columns = self.horizontalHeader()
        columns.setStretchLastSection(False)
        columns.setResizeContentsPrecision(_LOOKED_AT)
        for column in range(columns.count()):
            mode = QHeaderView.ResizeMode.Stretch if column == grows else QHeaderView.ResizeMode.Fixed
            columns.setSectionResizeMode(column, mode)
        self.share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room there is now."""
        super().resizeEvent(event)
        self.share_out()

    def share_out(self) -> None:
        """Give each column what it asks for."""
        columns = self.horizontalHeader()
        wanted = {
            column: min(
                max(columns.sectionSizeHint(column), self.sizeHintForColumn(column)), self._most.get(column, 400)
            )
            for column in range(columns.count())
            if column != self._grows and not self.isColumnHidden(column)
        }
        room = self.viewport().width() - _LEAST
        for column, least in self._gives.items():
            lacking = sum(wanted.values()) - room
            if lacking > 0 and column in wanted:
                wanted[column] = max(wanted[column] - lacking, min(least, wanted[column]))
        whole = sum(wanted.values()) + max(self.sizeHintForColumn(self._grows), _LEAST)
        factor = min(max((room + _LEAST) / whole, 1.0), _WIDEST)
        for column, width in wanted.items():
            columns.resizeSection(column, round(width * factor))


def prepare_table(view: QTableView, name: str, *, stretch: int | None = None) -> None:
    """Give a table the program's looks and keys.

    ``name`` is for the screen reader; ``stretch`` is the column that grows, by default the last.
    """
    view.setAccessibleName(name)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    rows, columns = view.verticalHeader(), view.horizontalHeader()
    rows.hide()
    rows.setDefaultSectionSize(ROW_HEIGHT)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    columns.setHighlightSections(False)
    columns.setMinimumSectionSize(40)
    if stretch is not None:
        columns.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    else:
        columns.setStretchLastSection(True)

"""How tables look: calm rows, no grid, one row selected at a time."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

ROW_HEIGHT = 36
_LEAST = 132
_WIDEST = 1.35
_MOST = 400
_LOOKED_AT = 15
"""So many rows below those in sight tell how wide a column has to be."""


class FittedTable(QTableView):
    """A table whose columns are as wide as what stands in them; one of them takes the room that is left.

    Where there is little room, the columns of ``gives`` become narrower before that one does, in their order; then
    columns are left out, from the right, but for those that say whom and what a row is about.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grows = 0
        self._gives: Mapping[int, int] = {}
        self._wanted: Mapping[int, int] = {}
        self._stay: Collection[int] = ()
        self._first: Collection[int] = ()
        self._left_out: list[int] = []

    def fit(
        self,
        grows: int,
        most: Mapping[int, int] | None = None,
        gives: Mapping[int, int] | None = None,
        *,
        stay: Collection[int] = (),
    ) -> None:
        """Look at what stands in the columns, and share the room out.

        ``most`` is the widest that columns get, ``gives`` how narrow they may become, ``stay`` which are never left
        out, as the one that grows.
        """
        self._grows, self._gives, self._stay = grows, gives or {}, stay
        self._put_back()
        columns = self.horizontalHeader()
        columns.setStretchLastSection(False)
        columns.setResizeContentsPrecision(_LOOKED_AT)
        for column in range(columns.count()):
            mode = QHeaderView.ResizeMode.Stretch if column == grows else QHeaderView.ResizeMode.Fixed
            columns.setSectionResizeMode(column, mode)
        asked = {
            column: max(columns.sectionSizeHint(column), self.sizeHintForColumn(column))
            for column in range(columns.count())
        }
        self._wanted = {column: min(width, (most or {}).get(column, _MOST)) for column, width in asked.items()}
        self._share_out()

    def set_widths(
        self, widths: Mapping[int, int], grows: int, *, stay: Collection[int] = (), first: Collection[int] = ()
    ) -> None:
        """Say how wide the columns are, instead of looking at what stands in them; ``first`` are left out first."""
        self._wanted, self._grows, self._stay, self._first = widths, grows, stay, first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room there is now."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Give each column what it asks for."""
        self._put_back()
        shown = {column: width for column, width in self._wanted.items() if not self.isColumnHidden(column)}
        own = max(shown.pop(self._grows, 0), _LEAST)
        room = self.viewport().width() - _LEAST
        for column, least in self._gives.items():
            lacking = sum(shown.values()) - room
            if lacking > 0 and column in shown:
                shown[column] = max(shown[column] - lacking, min(least, shown[column]))
        while sum(shown.values()) > room and (rest := shown.keys() - set(self._stay)):
            self._left_out.append(max(rest, key=lambda column: (column in self._first, column)))
            self.setColumnHidden(self._left_out[-1], True)  # noqa: FBT003 - Qt's own signature
            del shown[self._left_out[-1]]
        factor = min(max((room + _LEAST) / (sum(shown.values()) + own), 1.0), _WIDEST)
        for column, width in shown.items():
            self.horizontalHeader().resizeSection(column, round(width * factor))

    def _put_back(self) -> None:
        """Show the columns again that had no room."""
        for column in self._left_out:
            self.setColumnHidden(column, False)  # noqa: FBT003 - Qt's own signature
        self._left_out = []


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

"""The two columns of a patient's page: figures, course and tables at the left, cards at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.shell.folding import Width
from infusionplanner_ui.widgets.inline_panel import scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infusionplanner_ui.shell.folding import Fold

_LEAST_TABLE, _LOW_TABLE = 220, 176


class PatientColumns:
    """``work`` and ``side`` scroll, each for itself; where there is room for one column, the cards go below the tables.

    ``tops`` stand above the tables and scroll away under the header where it is low.
    """

    def __init__(self, tops: Sequence[QWidget], tables: QWidget, cards: Sequence[QWidget]) -> None:
        inside = QWidget()
        self._left = QVBoxLayout(inside)
        self._left.setContentsMargins(0, 0, 0, 0)
        for top in tops:
            self._left.addWidget(top)
        self._tables = tables
        self._left.addWidget(tables, 1)
        self.work = scrolled(inside)
        self._cards = QWidget()
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        self.side = scrolled(self._cards)
        self._is_one = self._is_open = False

    def fold(self, fold: Fold) -> None:
        """Stand in one column or in two."""
        self._left.setSpacing(space(3))
        self._tables.setMinimumHeight(_LOW_TABLE if fold.is_low else _LEAST_TABLE)
        self.side.setFixedWidth(fold.cards)
        one = fold.width is Width.COLUMN
        if one and not self._is_one:
            self._left.addWidget(self.side.takeWidget())
        elif self._is_one and not one:
            self._left.removeWidget(self._cards)
            self.side.setWidget(self._cards)
        self._is_one = one
        self._cards.show()
        self._show_side()

    def give_way(self, opened: bool) -> None:  # noqa: FBT001 - a setter of one state, as Qt's own
        """Leave the place at the right to a panel, or take it back."""
        self._is_open = opened
        self._show_side()

    def _show_side(self) -> None:
        self.side.setVisible(not self._is_one and not self._is_open)

    def to_top(self) -> None:
        """Show both from their beginning."""
        for area in (self.work, self.side):
            area.verticalScrollBar().setValue(0)

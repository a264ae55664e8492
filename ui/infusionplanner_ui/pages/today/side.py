"""The right-hand side of the page Today: the visit, and in its place a panel while somebody works in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.empty_state import EmptyState
from infusionplanner_ui.widgets.label import ElidedLabel

if TYPE_CHECKING:
    from infusionplanner_ui.pages.today.panel import TodayPanel
    from infusionplanner_ui.panels.form.base import ActPanel


class Side(QStackedWidget):
    """Shows nothing, the visit, or a panel. ``closed`` goes out when a panel of an act has gone."""

    closed = Signal()
    new_asked = Signal()

    def __init__(self, visit: TodayPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.visit = visit
        self.nobody = EmptyState()
        self.nobody.chosen.connect(self.new_asked)
        self._empty = Card()
        self._empty.body.addWidget(self.nobody)
        self._act: QWidget | None = None
        self.addWidget(self._empty)
        self.addWidget(visit)

    @property
    def is_busy(self) -> bool:
        """Whether somebody works in a panel."""
        return self.currentWidget() not in {self._empty, self.visit}

    def rest(self) -> None:
        """Show the visit, or that there is none."""
        self.setCurrentWidget(self._empty if self.visit.case is None else self.visit)

    def show_nobody(self) -> None:
        """Show that there is no visit."""
        self.setCurrentWidget(self._empty)

    def show_beside(self, panel: QWidget) -> None:
        """Show a panel of the page in the place of the visit."""
        if self.indexOf(panel) < 0:
            self.addWidget(panel)
        self.setCurrentWidget(panel)

    def open_act(self, panel: ActPanel, name: str) -> None:
        """Open the panel of an act, below the name of the patient whom it is about."""
        self._drop_act()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        who = Card()
        who.body.setContentsMargins(space(4), space(3), space(4), space(3))
        who.body.addWidget(ElidedLabel(name, "heading"))
        column.addWidget(who)
        column.addWidget(panel, 1)
        panel.closed.connect(self._act_closed)
        self._act = holder
        self.addWidget(holder)
        self.setCurrentWidget(holder)

    def _act_closed(self) -> None:
        self._drop_act()
        self.closed.emit()

    def _drop_act(self) -> None:
        if self._act is not None:
            self.removeWidget(self._act)
            self._act.hide()
            self._act.deleteLater()
            self._act = None

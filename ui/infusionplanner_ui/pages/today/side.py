"""The right-hand side of the page Today: the visit, and in its place a panel while somebody works in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from infusionplanner_ui.pages.today.panel import TodayPanel
    from infusionplanner_ui.panels.form.host import PanelHost


class Side(QStackedWidget):
    """Shows nothing, the visit, or what is open in the host of panels."""

    new_asked = Signal()

    def __init__(self, visit: TodayPanel, host: PanelHost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.visit, self.host = visit, host
        self.nobody = EmptyState()
        self.nobody.chosen.connect(self.new_asked)
        self._empty = Card()
        self._empty.body.addWidget(self.nobody)
        for widget in (self._empty, visit, host):
            self.addWidget(widget)
        host.opened.connect(self.rest)
        host.closed.connect(self.rest)

    @property
    def is_busy(self) -> bool:
        """Whether somebody works in a panel."""
        return self.currentWidget() not in {self._empty, self.visit}

    def rest(self) -> None:
        """Show the panel that is open, else the visit, or that there is none."""
        if self.host.panel is not None:
            self.setCurrentWidget(self.host)
        else:
            self.setCurrentWidget(self._empty if self.visit.case is None else self.visit)

    def show_nobody(self) -> None:
        """Show that there is no visit."""
        self.setCurrentWidget(self._empty)

    def show_beside(self, panel: QWidget) -> None:
        """Show a panel of the page in the place of the visit."""
        if self.indexOf(panel) < 0:
            self.addWidget(panel)
        self.setCurrentWidget(panel)

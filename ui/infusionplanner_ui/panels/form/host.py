"""The place beside the work where a panel opens, and where it goes away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from infusionplanner_ui.panels.form.base import ActPanel

WIDTH = 376


class PanelHost(QWidget):
    """Holds one panel at a time. The focus goes back to where it was when the panel closes."""

    opened = Signal()
    closed = Signal()
    said_done = Signal(str)

    def __init__(self, width: int = WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._panel: ActPanel | None = None
        self._came_from: QWidget | None = None
        self.hide()

    @property
    def panel(self) -> ActPanel | None:
        """The panel that is open."""
        return self._panel

    def open(self, panel: ActPanel) -> None:
        """Show a panel in the place of the one before."""
        self._came_from = self._came_from if self._panel is not None else QApplication.focusWidget()
        self._drop()
        self._panel = panel
        panel.closed.connect(self.close_panel)
        panel.said_done.connect(self.said_done)
        self._column.addWidget(panel)
        self.show()
        panel.show()
        self.opened.emit()

    def close_panel(self) -> None:
        """Take the panel away."""
        if self._panel is None:
            return
        self._drop()
        self.hide()
        self.closed.emit()
        back = self._came_from
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    def _drop(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._column.removeWidget(self._panel)
            self._panel.deleteLater()
            self._panel = None

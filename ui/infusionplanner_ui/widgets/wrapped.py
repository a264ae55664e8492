"""Plain text that takes as many lines as its width asks for, and never asks for more room than that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy

from infusionplanner_ui.look.theme import set_kind

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget


class WrappedLabel(QLabel):
    """A label for a column that scrolls.

    QLabel asks for the height that its words would take in the narrowest column, so a scroll bar would appear beside
    a text that fits. ``clicked`` serves the words of a check box.
    """

    clicked = Signal()

    def __init__(self, words: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if kind:
            set_kind(self, kind)

    def minimumSizeHint(self) -> QSize:
        """Ask for one line; the layout asks for the height at its width."""
        return QSize(0, self.fontMetrics().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell that the words were clicked."""
        self.clicked.emit()
        super().mousePressEvent(event)

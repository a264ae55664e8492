"""Three dots that open the acts for which there is no room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from infusionplanner_ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class MoreButton(IconButton):
    """Opens a menu of buttons that are folded away, each by its own words; ``acts`` is asked at each press."""

    def __init__(self, acts: Callable[[], Sequence[QAbstractButton]], parent: QWidget | None = None) -> None:
        super().__init__("ellipsis", parent=parent)
        self._acts = acts
        self.clicked.connect(self._open)
        self.set_name(self.tr("More"))

    def changeEvent(self, event: QEvent) -> None:
        """Name the button anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self.set_name(self.tr("More"))
        super().changeEvent(event)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in self._acts():
            entry = QAction(act.icon(), act.text() or act.accessibleName(), menu)
            entry.setEnabled(act.isEnabled())
            entry.triggered.connect(partial(QAbstractButton.click, act))
            menu.addAction(entry)
        corner = self.mapToGlobal(self.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

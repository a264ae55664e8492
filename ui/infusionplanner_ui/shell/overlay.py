"""A sheet over the whole window: the lock, the keys, the guided look round. The focus stays inside until it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from infusionplanner_ui.look.palette import tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

_SHADE = {False: QColor(17, 28, 38, 110), True: QColor(0, 0, 0, 150)}


def shade() -> QColor:
    """Return what covers the window while something stands in front of it."""
    return _SHADE[tokens().dark]


class Overlay(QWidget):
    """Covers its window while it is shown and keeps Tab inside. ``opaque`` lets nothing shine through."""

    def __init__(self, frame: QMainWindow, *, opaque: bool = False) -> None:
        super().__init__(frame)
        self._opaque = opaque
        self._came_from: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        frame.installEventFilter(self)

    def open(self) -> None:
        """Cover the window, and take the focus."""
        if self.isVisible():
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._came_from = QApplication.focusWidget()
        self._fit()
        self.raise_()
        self.show()
        (self.first_field() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Uncover the window, and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        back, self._came_from = self._came_from, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_field(self) -> QWidget | None:
        """Return the widget that gets the focus, None for the sheet itself."""
        return next(iter(self._stops()), None)

    def _stops(self) -> list[QWidget]:
        """Return the widgets that Tab stops at, in the order of the focus chain."""
        found = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisibleTo(self)
        ]
        chain: dict[QWidget, int] = {}
        follower = self.nextInFocusChain()
        while follower is not None and follower is not self and follower not in chain:
            chain[follower] = len(chain)
            follower = follower.nextInFocusChain()
        return sorted(found, key=lambda widget: chain.get(widget, len(chain)))

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Go round inside the sheet."""
        stops = self._stops()
        if not stops:
            return True
        focused = QApplication.focusWidget()
        place = stops.index(focused) if focused in stops else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(place + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Cover what is below."""
        QPainter(self).fillRect(self.rect(), QColor(tokens().window) if self._opaque else shade())

"""Buttons of the program's kinds."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from infusionplanner_ui.look.icons import give_air, set_icon
from infusionplanner_ui.look.theme import set_kind


class Presses:
    """Tells a press from its echo, so that double clicks, held keys and repeated Enters never do two acts.

    ``apart`` are the milliseconds of rest before a press counts again; an echo makes the rest begin anew.
    """

    def __init__(self, apart: int = 500) -> None:
        self.apart = apart
        self._since = QElapsedTimer()

    def takes(self) -> bool:
        """Take a press that is to do an act; tell whether it counts."""
        counts = not self._since.isValid() or self._since.elapsed() >= self.apart
        self._since.start()
        return counts


PRESSES = Presses()
"""The one guard of all acts of the window."""


class _Button(QPushButton):
    """Is pressed by Enter too, once for each key press and each double click; keeps the air beside its icon."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with Enter what the button says; a held key is one press."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.isCheckable() and not event.modifiers():
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press of a double click for the echo of the first."""
        event.accept()

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(text)
        if not self.icon().isNull():
            give_air(self)


def button(text: str = "", kind: str = "secondary", icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a push button: ``primary``, ``secondary``, ``outline``, ``ghost`` or ``danger``."""
    made = _Button(text, parent)
    made.setAutoDefault(False)
    set_kind(made, kind)
    if icon:
        set_icon(made, icon, {"primary": "on_accent", "danger": "stop.text"}.get(kind, "secondary"))
    return made


def link_button(text: str = "", kind: str = "link", parent: QWidget | None = None) -> QPushButton:
    """Return a button that looks like a link, as *why?*."""
    return button(text, kind, parent=parent)


class IconButton(QToolButton):
    """A button with an icon only. Its name is both tooltip and accessible name."""

    def __init__(self, icon: str, name: str = "", *, kind: str = "icon", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, kind)
        set_icon(self, icon)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Name the button anew, as after a switch of language."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon(self, icon: str, role: str = "secondary") -> None:
        """Show another icon."""
        set_icon(self, icon, role)

"""Buttons of the program's kinds."""

from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from infusionplanner_ui.look.icons import give_air, set_icon
from infusionplanner_ui.look.theme import set_kind


class _Button(QPushButton):
    """Keeps the air between its icon and a text that is set afterwards."""

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

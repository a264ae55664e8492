"""Menus by keyboard: a letter for each entry, and the letter that opens the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton, QWidget


class ButtonLetter(QShortcut):
    """Presses a button by the letter that is marked in its text, without the tenth of a second that Qt takes for it."""

    def __init__(self, pressed: QPushButton, page: QWidget) -> None:
        super().__init__(page)
        self._button = pressed
        self.setContext(Qt.ShortcutContext.WindowShortcut)
        self.activated.connect(pressed.click)

    def follow(self) -> None:
        """Take the letter of the text that the button has now."""
        self.setKey(QKeySequence.mnemonic(self._button.text()))
        self._button.setShortcut(QKeySequence())


def with_mnemonics(names: Sequence[str]) -> list[str]:
    """Return the names of a menu, each with a letter of its own marked, the first one that is still free."""
    taken: set[str] = set()
    marked = []
    for name in names:
        place = next((n for n, mark in enumerate(name) if mark.isalpha() and mark.casefold() not in taken), None)
        if place is None:
            marked.append(name)
            continue
        taken.add(name[place].casefold())
        marked.append(f"{name[:place]}&{name[place:]}")
    return marked

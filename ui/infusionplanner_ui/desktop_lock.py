"""The locked screen: covers the whole window until a key is pressed, and lets another person take over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from infusionplanner_ui.theme import space
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.label import IconView, text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

_WIDTH = 360
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SILENT = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock}
)


class LockScreen(QWidget):
    """Hides everything. ``opened`` carries the initials of the person who goes on."""

    opened = Signal(str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._people: list[QPushButton] = []
        self._last = ""
        self.setObjectName("lock")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card = Card()
        self._card.setFixedWidth(_WIDTH)
        self._title = text_label("", "heading")
        self._hint = text_label("", "muted", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = self._card.body
        inside.setContentsMargins(space(6), space(6), space(6), space(6))
        inside.setSpacing(space(3))
        inside.addWidget(IconView("lock", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self._hint)
        self._list = QVBoxLayout()
        self._list.setSpacing(space(2))
        inside.addLayout(self._list)
        column = QVBoxLayout(self)
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        over.installEventFilter(self)
        self.hide()

    def lock(self, people: Sequence[tuple[str, str]], last: str) -> None:
        """Cover the window; ``people`` are initials and name of who may go on, ``last`` the one who is signed in."""
        self._last = last
        name = dict(people).get(last, "")
        self._title.setText(self.tr("The screen is locked"))
        hint = (
            self.tr("Press a key to go on as {name}.").format(name=name) if name else self.tr("Press a key to go on.")
        )
        self._hint.setText(hint)
        self.setAccessibleName(f"{self._title.text()}. {hint}")
        for old in self._people:
            self._list.removeWidget(old)
            old.deleteLater()
        self._people = [self._person(initials, name) for initials, name in people if initials != last]
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def _person(self, initials: str, name: str) -> QPushButton:
        made = button(self.tr("Go on as {name}").format(name=name), "secondary")
        made.clicked.connect(partial(self._open, initials))
        made.installEventFilter(self)
        self._list.addWidget(made)
        return made

    @property
    def locked(self) -> bool:
        """Whether the window is covered."""
        return not self.isHidden()

    def _open(self, initials: str) -> None:
        self.hide()
        self.opened.emit(initials)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the program away while the screen is locked."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with any key; Up and Down lead to the other persons."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None and self._people:
            self._people[0 if step > 0 else -1].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() not in _SILENT:
            self._open(self._last)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on with a press beside the persons."""
        event.accept()
        self._open(self._last)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window, and let the arrows move between the persons."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        if event.type() is QEvent.Type.ShortcutOverride and watched in self._people:
            event.accept()
            return True
        return super().eventFilter(watched, event)

"""F1: the keys of the program on one card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from infusionplanner_ui.theme import space
from infusionplanner_ui.widgets.badge import KeyCap
from infusionplanner_ui.widgets.buttons import IconButton
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.label import text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

_COLUMNS = 2


class KeysCard(QWidget):
    """Lies over the window. Any key or press takes it away; the focus goes back to where it was."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._came_from: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        self._card = Card()
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        self._content: QWidget | None = None
        over.installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        """Show the card, or take it away."""
        if self.isVisible():
            self.leave()
            return
        self._fill()
        self._came_from = self._over.window().focusWidget()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def leave(self) -> None:
        """Take the card away."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus()

    def _fill(self) -> None:
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        content = self._content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(space(2), 0, space(2), space(2))
        column.setSpacing(space(3))
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Keys"), "heading"), 1)
        close = IconButton("x", self.tr("Close"), kind="quiet")
        close.clicked.connect(self.leave)
        head.addWidget(close)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(8))
        grid.setVerticalSpacing(space(4))
        for number, (title, rows) in enumerate(self._groups()):
            grid.addLayout(_group(title, rows), number // _COLUMNS, number % _COLUMNS, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
        self._card.body.addWidget(content)
        self.setAccessibleName(self.tr("Keys"))

    def _groups(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        return (
            (
                self.tr("Everywhere"),
                (
                    ("Ctrl 1–6", self.tr("Change page")),
                    ("Ctrl K", self.tr("Find patient or command")),
                    ("Ctrl Z", self.tr("Undo")),
                    ("Ctrl Y", self.tr("Redo")),
                    ("Ctrl ⇧ H", self.tr("Hide and show names")),
                    ("Ctrl L", self.tr("Lock the screen")),
                    ("Alt ←", self.tr("Back")),
                ),
            ),
            (
                self.tr("Today"),
                (
                    ("← → ↑ ↓", self.tr("Choose a visit")),
                    ("Enter", self.tr("The next step of the visit")),
                    ("Tab", self.tr("Into the panel of the visit")),
                    ("Esc", self.tr("Close a panel")),
                    ("Ctrl Enter", self.tr("Finish a panel")),
                ),
            ),
            (
                self.tr("Week"),
                (
                    ("M", self.tr("Pick up the visit")),
                    ("← → ↑ ↓", self.tr("Carry it")),
                    ("Enter", self.tr("Put it down")),
                    ("Esc", self.tr("Leave it where it was")),
                    ("N", self.tr("Book the next dose")),
                    ("P", self.tr("Print the week")),
                ),
            ),
            (
                self.tr("Lists"),
                (
                    ("↑ ↓", self.tr("Choose a row")),
                    ("Enter", self.tr("Open the row")),
                    ("A–Å", self.tr("Search as you type")),
                ),
            ),
        )

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the program away while the card lies there."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, _: QKeyEvent) -> None:
        """Take the card away with any key."""
        self.leave()

    def mousePressEvent(self, _: QMouseEvent) -> None:
        """Take the card away with a press."""
        self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window."""
        if watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)


def _group(title: str, rows: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(space(3))
    grid.setVerticalSpacing(space(1.5))
    grid.addWidget(text_label(title.upper(), "section"), 0, 0, 1, 2)
    for number, (keys, words) in enumerate(rows, start=1):
        grid.addWidget(KeyCap(keys), number, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(text_label(words, "secondary"), number, 1)
    grid.setColumnMinimumWidth(0, 84)
    grid.setColumnMinimumWidth(1, 200)
    return grid

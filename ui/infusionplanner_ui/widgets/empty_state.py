"""What stands where there is nothing yet: what to do next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.label import IconView, text_label

_WIDTH = 420


class EmptyState(QWidget):
    """An icon, a title, a sentence and the ways on. ``chosen`` carries the key of a way."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconView("inbox", 32, parent=self)
        self._title = text_label("", "heading")
        self._text = text_label("", "muted", wrap=True)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(space(2))
        column = QVBoxLayout(self)
        column.setSpacing(space(2))
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(space(2))
        column.addLayout(self._row)
        column.addStretch(3)

    def set(self, icon_name: str, title: str, text: str, actions: Sequence[tuple[str, str]] = ()) -> None:
        """Say what is missing and offer the ways on, the first as the main one."""
        self._icon.set_icon(icon_name)
        self._title.setText(title)
        self._text.setText(text)
        width = min(self._text.fontMetrics().horizontalAdvance(text) + 8, _WIDTH)
        self._text.setFixedWidth(width)
        self._text.setMinimumHeight(self._text.heightForWidth(width))
        for old in self._buttons:
            old.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self._row.addStretch(1)
        self._buttons = [button(name, "secondary" if number else "primary") for number, (_, name) in enumerate(actions)]
        for made, (key, _) in zip(self._buttons, actions, strict=True):
            made.clicked.connect(partial(self.chosen.emit, key))
            self._row.addWidget(made)
        self._row.addStretch(1)

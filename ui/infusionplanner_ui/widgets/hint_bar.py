"""One line that says what the next key does."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.badge import KeyCap
from infusionplanner_ui.widgets.label import ElidedLabel, text_label


class HintBar(QFrame):
    """A lead, the important part in bold, the rest, and as many keys with what they do as leave all of that whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(space(10))
        self._lead = text_label("", "secondary")
        self._strong = text_label("", "strong")
        self._rest = ElidedLabel("", "secondary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(space(4), 0, space(4), 0)
        self._row.setSpacing(space(1.5))
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.addWidget(self._lead)
        self._row.addWidget(self._strong)
        self._row.addWidget(self._rest, 1)
        self._keys: list[tuple[QWidget, QWidget]] = []

    def set_hint(self, lead: str, strong: str = "", rest: str = "") -> None:
        """Say it."""
        for label, words in ((self._lead, lead), (self._strong, strong), (self._rest, rest)):
            label.setText(words)
            label.setVisible(bool(words) or label is self._rest)
        self.setAccessibleName(" ".join(part for part in (lead, strong, rest) if part))
        self._fold()

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show keys at the right end, each with what it does."""
        for old in (part for pair in self._keys for part in pair):
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._keys = [(KeyCap(key, self), text_label(does, "small", parent=self)) for key, does in keys]
        for part in (part for pair in self._keys for part in pair):
            self._row.addWidget(part)
        self._fold()

    def _fold(self) -> None:
        """Leave out the last keys where the words need the room."""
        gap, edges = self._row.spacing(), self._row.contentsMargins()
        said = [label for label in (self._lead, self._strong, self._rest) if not label.isHidden()]
        room = self.width() - edges.left() - edges.right() - sum(label.sizeHint().width() + gap for label in said)
        for pair in self._keys:
            room -= sum(part.sizeHint().width() + gap for part in pair)
            for part in pair:
                part.setVisible(room >= 0)

    def minimumSizeHint(self) -> QSize:
        """Never hold a window open: keys go."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find anew how many keys there is room for."""
        super().resizeEvent(event)
        self._fold()

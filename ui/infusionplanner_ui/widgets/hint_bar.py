"""One line that says what the next key does."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.badge import KeyCap
from infusionplanner_ui.widgets.label import ElidedLabel, text_label


class HintBar(QFrame):
    """A lead, the important part in bold, the rest, and keys with what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(space(10))
        self._lead = text_label("", "secondary")
        self._strong = text_label("", "strong")
        self._rest = ElidedLabel("", "secondary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(space(4), 0, space(4), 0)
        self._row.setSpacing(space(1.5))
        self._row.addWidget(self._lead)
        self._row.addWidget(self._strong)
        self._row.addWidget(self._rest, 1)
        self._caps: list[QWidget] = []

    def set_hint(self, lead: str, strong: str = "", rest: str = "") -> None:
        """Say it."""
        for label, words in ((self._lead, lead), (self._strong, strong), (self._rest, rest)):
            label.setText(words)
            label.setVisible(bool(words) or label is self._rest)
        self.setAccessibleName(" ".join(part for part in (lead, strong, rest) if part))

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show keys at the right end, each with what it does."""
        for old in self._caps:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._caps = []
        for key, does in keys:
            self._caps += [KeyCap(key, self), text_label(does, "small", parent=self)]
        for widget in self._caps:
            self._row.addWidget(widget)

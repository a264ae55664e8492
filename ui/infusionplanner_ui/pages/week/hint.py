"""The foot of the week: one sentence on what a drop means, and below it what moves along."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.hint_bar import HintBar
from infusionplanner_ui.widgets.label import ElidedLabel

_HEIGHT = space(15)


class WeekHint(QFrame):
    """Two lines of a fixed height, so that the board never jumps when something is picked up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.bar = HintBar(self)
        self.bar.setFixedHeight(space(8))
        self._badge = Badge("", parent=self)
        self._more = ElidedLabel("", "small", self)
        below = QHBoxLayout()
        below.setContentsMargins(space(4), 0, space(4), space(1.5))
        below.setSpacing(space(2))
        below.addWidget(self._badge)
        below.addWidget(self._more, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(below)

    @property
    def words(self) -> str:
        """All that is said, for tests and the screen reader."""
        return " ".join(part for part in (self.bar.accessibleName(), self._badge.text, self._more.text()) if part)

    def say_more(self, words: str, badge: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        """Set the second line, with a word in a tone before it."""
        self._badge.set(badge, tone)
        self._badge.setVisible(bool(badge))
        self._more.setText(words)
        self.setAccessibleName(self.words)

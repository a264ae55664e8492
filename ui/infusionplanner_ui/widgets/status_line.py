"""The line at the bottom of the window."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.label import ElidedLabel
from infusionplanner_ui.words import text


class StatusLine(QFrame):
    """One quiet line at the bottom: the state of saving and backup."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setFixedHeight(26)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(5), 0, space(5), 0)
        row.setSpacing(space(2))
        self._state = Badge("", Tone.OK, self)
        self._note = ElidedLabel("", "small", self)
        row.addWidget(self._state)
        row.addWidget(self._note, 1)
        self.hide()

    def show_state(self, state: str, tone: Tone, note: str) -> None:
        """Show a state and what it rests on; without a state the line is gone."""
        self._state.set(state, tone)
        self._note.setText(note)
        self.setAccessibleName(text.join(state, note))
        self.setVisible(bool(state))

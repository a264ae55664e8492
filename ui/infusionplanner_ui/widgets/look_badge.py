"""The legend of the boards: a state's word in its colour, with the sign that its blocks carry."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from infusionplanner_ui.widgets.badge import Badge, Tone
from infusionplanner_ui.widgets.boards.block_painting import GLYPH, draw_look
from infusionplanner_ui.widgets.boards.board_data import Look

_TONES = {
    Look.ARRIVED: Tone.INFO,
    Look.RUNNING: Tone.RUNNING,
    Look.OBSERVING: Tone.WATCH,
    Look.OVER: Tone.WARN,
    Look.DONE: Tone.DONE,
    Look.NOT_GIVEN: Tone.DONE,
}
_LEFT = 8.0


class LookBadge(Badge):
    """A word for a state, after the sign of the state."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._look = look
        super().__init__("", _TONES.get(look, Tone.NEUTRAL), parent)

    def _lead(self) -> float:
        return GLYPH + 5.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word, and the sign before it."""
        super().paintEvent(event)
        if self.text:
            painter = QPainter(self)
            draw_look(painter, self._look, QRectF(_LEFT, (self.height() - GLYPH) / 2, GLYPH, GLYPH))

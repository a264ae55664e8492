"""Badges: a word on a soft ground, with a shape for what is urgent; and the picture of a key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from infusionplanner_ui.look.fonts import Weight, font, wants_tabular
from infusionplanner_ui.look.palette import Tone, tokens
from infusionplanner_ui.look.theme import RADIUS_SMALL
from infusionplanner_ui.widgets.painting import CENTRE, draw_shape, draw_text, elided, plain_tip, shape_of

__all__ = ["Badge", "CountBadge", "KeyCap", "Tone"]

_SHAPE = 8.0
_GAP = 5.0


class Badge(QWidget):
    """A short word in a tone. Its accessible name is the word, so no state is told by colour alone."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = tone
        self._font = font(11.5, Weight.SEMIBOLD)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set(text, tone)

    @property
    def text(self) -> str:
        """The word it shows."""
        return self._text

    @property
    def tone(self) -> Tone:
        """The tone it shows it in."""
        return self._tone

    def set(self, text: str, tone: Tone | None = None) -> None:
        """Show another word, and another tone when one is given; an empty word draws nothing."""
        self._text = text
        self._font = font(11.5, Weight.SEMIBOLD, tabular=wants_tabular(text))
        self._tone = tone or self._tone
        self.setAccessibleName(" ".join(part for part in (shape_of(self._tone), text) if part))
        self.updateGeometry()
        self.update()

    def _lead(self) -> float:
        return _SHAPE + _GAP if shape_of(self._tone) else 0.0

    def sizeHint(self) -> QSize:
        """Ask for the whole word."""
        if not self._text:
            return QSize(0, 20)
        width = QFontMetricsF(self._font).horizontalAdvance(self._text)
        return QSize(int(width + self._lead()) + 17, 20)

    def minimumSizeHint(self) -> QSize:
        """Keep the shape and a few letters."""
        return QSize(min(self.sizeHint().width(), 44), 20)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw ground, shape and word."""
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        colours = tokens().tone(self._tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_SMALL - 1, RADIUS_SMALL - 1)
        left = 8.0
        if self._lead():
            draw_shape(painter, QRectF(left, (self.height() - _SHAPE) / 2, _SHAPE, _SHAPE), self._tone, colours.text)
            left += self._lead()
        room = QRectF(left, 0, self.width() - left - 7, self.height())
        shown = elided(self._text, QFontMetricsF(self._font), room.width())
        self.setToolTip("" if shown == self._text else plain_tip(self._text))
        draw_text(painter, room, shown, colours.text)


class CountBadge(Badge):
    """A small round count, as in the rail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.NEUTRAL, parent)

    def _lead(self) -> float:
        return 0.0

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the count in a pill."""
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        colours = tokens().tone(self._tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        draw_text(painter, box, self._text, colours.text, CENTRE)


class KeyCap(QWidget):
    """The picture of a key, ``Ctrl K``."""

    def __init__(self, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._font = font(11, Weight.MEDIUM)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(keys)

    def set_keys(self, keys: str) -> None:
        """Show another key."""
        self._keys = keys
        self.setAccessibleName(keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the whole text."""
        return QSize(int(QFontMetricsF(self._font).horizontalAdvance(self._keys)) + 13, 19)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        colours = tokens()
        painter.setPen(QPen(QColor(colours.border_strong), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        draw_text(painter, QRectF(self.rect()), self._keys, colours.muted, CENTRE)

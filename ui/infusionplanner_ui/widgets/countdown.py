"""The live countdown of one observation."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.palette import Tone, tokens
from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.widgets.buttons import link_button
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.wrapped import WrappedLabel
from infusionplanner_ui.words import text


class ProgressLine(QWidget):
    """A thin line, filled from the left by a share of 0 to 1."""

    def __init__(self, tone: Tone = Tone.WATCH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """The filled share."""
        return self._share

    def set_share(self, share: float, tone: Tone | None = None) -> None:
        """Fill another share."""
        self._share = min(max(share, 0.0), 1.0)
        self._tone = tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a line six pixels high."""
        return QSize(80, 6)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the groove and the filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = tokens().tone(self._tone)
        groove = QColor(colours.line)
        groove.setAlphaF(0.28)
        box = QRectF(self.rect())
        painter.setBrush(groove)
        painter.drawRoundedRect(box, 3, 3)
        if self._share > 0:
            painter.setBrush(QColor(colours.line))
            painter.drawRoundedRect(QRectF(0, 0, max(box.width() * self._share, 6), box.height()), 3, 3)


class Countdown(QFrame):
    """What is observed, how long is left, and why. The page ticks it."""

    why_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "watchbox")
        self._whole = 1.0
        self._left_word = ""
        self._title = WrappedLabel("", "watch_strong")
        self._left = text_label("", "watch_strong")
        self._left.setFont(font(13, Weight.SEMIBOLD, tabular=True))
        self._line = ProgressLine()
        self._note = text_label("", "watch", wrap=True)
        self._why = link_button("", "watchlink")
        self._why.clicked.connect(self.why_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(2.5), space(3), space(2.5))
        column.setSpacing(space(1.5))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._left)
        foot = QHBoxLayout()
        foot.setSpacing(space(1))
        foot.addWidget(self._note, 1)
        foot.addWidget(self._why)
        for part in (head, foot):
            column.addLayout(part)
        column.insertWidget(1, self._line)

    def set(self, title: str, remaining: float, whole: float, *, note: str = "", why: str = "") -> None:
        """Show one observation. ``remaining`` and ``whole`` in seconds; ``why`` is the word of the link."""
        self._whole = max(whole, 1.0)
        self._title.setText(title)
        self._note.setText(note)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.tick(remaining)

    def tick(self, remaining: float) -> None:
        """Show the seconds that are left; after the end how long ago it ended."""
        self._left.setText(
            self.tr("{time} left").format(time=text.countdown(remaining))
            if remaining > 0
            else self.tr("ended {time} ago").format(time=text.countdown(-remaining))
        )
        self._line.set_share(1 - remaining / self._whole)
        self.setAccessibleName(text.join(self._title.text(), self._left.text()))

    @property
    def left_text(self) -> str:
        """What stands at the right: the time that is left."""
        return self._left.text()

    @property
    def share(self) -> float:
        """The share of the observation that has passed."""
        return self._line.share

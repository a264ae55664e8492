"""A drawing that is kept: boards are painted often, as when something lies over them, and change seldom."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from infusionplanner_ui.look.palette import tokens
from infusionplanner_ui.words.text import language_now


class Picture:
    """The picture of a widget, drawn anew only when what it shows, its size, the colours or the language changed."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._state: object = None
        self._kept: QPixmap | None = None

    def show(self, painter: QPainter, shown: object, draw: Callable[[QPainter], None]) -> None:
        """Put the picture of ``shown`` into the widget; ``draw`` makes it when there is none yet."""
        ratio = self._widget.devicePixelRatioF()
        state = (shown, self._widget.size().toTuple(), ratio, tokens().dark, language_now())
        if self._kept is None or self._state != state:
            self._kept = QPixmap(self._widget.size() * ratio)
            self._kept.setDevicePixelRatio(ratio)
            self._kept.fill(Qt.GlobalColor.transparent)
            inside = QPainter(self._kept)
            inside.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(inside)
            inside.end()
            self._state = state
        painter.drawPixmap(0, 0, self._kept)

    def show_lead(self, painter: QPainter, width: int, at: int) -> None:
        """Put the left edge of the picture over it once more, where a scrolled board begins to be seen."""
        if self._kept is None or at <= 0:
            return
        strip = QRect(at, 0, width, self._widget.height())
        painter.fillRect(strip, QColor(tokens().surface))
        painter.drawPixmap(strip.topLeft(), self._kept.copy(QRect(0, 0, width, strip.height())))

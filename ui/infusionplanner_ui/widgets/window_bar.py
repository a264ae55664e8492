"""The window of a proposed day as a bar: where it may lie, where it lies, and which days are closed."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from infusionplanner_ui.look.fonts import font
from infusionplanner_ui.look.palette import tokens
from infusionplanner_ui.widgets.painting import LEFT, RIGHT, Hatch, draw_text, hatch, rounded
from infusionplanner_ui.words import text


@dataclass(frozen=True, slots=True)
class WindowBarData:
    """A stretch of days, the window in it, the proposed day and the closed days with their names."""

    first: date
    last: date
    earliest: date
    latest: date
    proposed: date
    closed: tuple[tuple[date, str], ...] = ()


class WindowBar(QWidget):
    """Draws one window; both ends of the stretch are dated below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: WindowBarData | None = None
        self._font = font(12, tabular=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, data: WindowBarData | None) -> None:
        """Show another window."""
        self._data = data
        if data is not None:
            self.setAccessibleName(
                self.tr("{day}, window {window}").format(
                    day=text.day(data.proposed), window=text.span(data.earliest, data.latest)
                )
            )
            self.setAccessibleDescription("; ".join(f"{text.day_short(day)} {name}" for day, name in data.closed))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the bar and its dates."""
        return QSize(200, 36)

    def day_span(self, first: date, last: date) -> tuple[float, float]:
        """Return where the days ``first`` to ``last``, both whole, begin and end in pixels."""
        assert self._data is not None  # noqa: S101 - only called while there is a window
        days = (self._data.last - self._data.first).days + 1
        step = self.width() / days
        left = (first - self._data.first).days * step
        right = ((last - self._data.first).days + 1) * step
        return min(max(left, 0.0), self.width()), min(max(right, 0.0), self.width())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw stretch, window, closed days and marker."""
        data = self._data
        if data is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.pressed))
        painter.drawRoundedRect(QRectF(0, 7, self.width(), 4), 2, 2)
        left, right = self.day_span(data.earliest, data.latest)
        window = rounded(QRectF(left, 5, right - left, 8), 3)
        groove = QColor(colours.accent)
        groove.setAlphaF(0.35)
        painter.fillPath(window, groove)
        stripes = Hatch(colours.surface, colours.border_strong, gap=4, width=1.5)
        for day, _name in data.closed:
            if data.first <= day <= data.last:
                left, right = self.day_span(day, day)
                hatch(painter, rounded(QRectF(left, 5, right - left, 8), 1), stripes)
        left, right = self.day_span(data.proposed, data.proposed)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_text))
        painter.drawRoundedRect(QRectF((left + right) / 2 - 1.5, 0, 3, 18), 1.5, 1.5)
        self._draw_dates(painter, data)

    def _draw_dates(self, painter: QPainter, data: WindowBarData) -> None:
        painter.setFont(self._font)
        box = QRectF(0, 19, self.width(), QFontMetricsF(self._font).height())
        for day, align in ((data.first, LEFT), (data.last, RIGHT)):
            draw_text(painter, box, text.date_short(day), tokens().muted, align)

    def event(self, event: QEvent) -> bool:
        """Name the day under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._data is not None:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x()), self)
            return True
        return super().event(event)

    def tip_at(self, x: float) -> str:
        """Return what is to be said of the day at ``x`` pixels: date, and why it is closed."""
        data = self._data
        if data is None:
            return ""
        days = (data.last - data.first).days + 1
        day = date.fromordinal(data.first.toordinal() + min(int(x / self.width() * days), days - 1))
        return text.join(text.day(day), dict(data.closed).get(day, ""))

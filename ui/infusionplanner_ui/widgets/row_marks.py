"""Marks over a list: the row whose form was begun, and the row that somebody tried to go to meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.icons import draw_icon
from infusionplanner_ui.look.palette import Tone, tokens
from infusionplanner_ui.look.theme import RADIUS_SMALL
from infusionplanner_ui.widgets.painting import CENTRE, draw_text

if TYPE_CHECKING:
    from collections.abc import Callable

_BAR, _HIGH, _AIR, _ICON = 4, 20, 8, 12


class RowMarks(QWidget):
    """Lies over a list and lets every press through. ``begun`` and ``tried`` answer where the rows are, if in sight.

    The first is marked with a bar and a word, in the free part of its name or, where that is too narrow, at its end;
    the other is dotted.
    """

    def __init__(
        self,
        over: QWidget,
        begun: Callable[[], tuple[QRect, tuple[int, int]] | None],
        tried: Callable[[], QRect | None],
    ) -> None:
        super().__init__(over.viewport() if isinstance(over, QAbstractScrollArea) else over)
        self._begun, self._tried = begun, tried
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if isinstance(over, QAbstractScrollArea):
            for bar in (over.verticalScrollBar(), over.horizontalScrollBar()):
                bar.valueChanged.connect(self.update)
        self._ground.installEventFilter(self)
        self.hide()

    @property
    def _ground(self) -> QWidget:
        ground = self.parentWidget()
        assert ground is not None  # noqa: S101 - it is made over one
        return ground

    def refresh(self) -> None:
        """Look again where the rows are."""
        shown = self._begun() is not None or self._tried() is not None
        if shown:
            self.setGeometry(self._ground.rect())
            self.raise_()
        self.setVisible(shown)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the list."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._ground.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the bar with its word, and the dotted frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if (begun := self._begun()) is not None:
            row, free = begun
            painter.fillRect(row.left(), row.top(), _BAR, row.height(), QColor(tokens().accent))
            self._draw_word(painter, row, free)
        if (tried := self._tried()) is not None:
            painter.setPen(QPen(QColor(tokens().text), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(tried).adjusted(2.5, 1.5, -2.5, -2.5))

    def _draw_word(self, painter: QPainter, row: QRect, free: tuple[int, int]) -> None:
        colours = tokens().tone(Tone.INFO)
        painter.setFont(font(11.5, Weight.SEMIBOLD))
        words = self.tr("begun")
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 3 * _AIR + _ICON
        if row.width() < width + 2 * _AIR:
            return
        left = free[0] if free[1] - free[0] > width else row.right() - width - _AIR
        box = QRectF(left, row.center().y() - _HIGH / 2, width, _HIGH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(box, RADIUS_SMALL - 1, RADIUS_SMALL - 1)
        sign = QRectF(box.left() + _AIR, box.center().y() - _ICON / 2, _ICON, _ICON)
        draw_icon(painter, sign, "pencil", colours.text)
        draw_text(painter, box.adjusted(2 * _AIR + _ICON - 4, 0, -_AIR + 4, 0), words, colours.text, CENTRE)

"""Cells of tables: words, a muted detail, a badge; and the delegate that draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStaticText
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from infusionplanner_ui.fonts import Weight, font
from infusionplanner_ui.palette import Tone, tokens
from infusionplanner_ui.theme import RADIUS_SMALL
from infusionplanner_ui.widgets.painting import draw_shape, elided, shape_of
from infusionplanner_ui.widgets.table import ROW_HEIGHT

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
KEY_ROLE = Qt.ItemDataRole.UserRole + 2

_MOST_FITTED = 2048
_WIDE = 10_000.0
_PADDING = 11.0
_GAP = 8.0
_BADGE_HEIGHT, _BADGE_AIR, _SHAPE, _SHAPE_GAP = 20.0, 8.0, 8.0, 5.0
_SMOOTH = QPainter.RenderHint.Antialiasing
_MARKED = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
_COLOURS = {"muted": "muted", "secondary": "secondary", "link": "accent_text", "error": "stop.text"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell: words in a kind, then a badge, then muted words.

    ``kind`` is empty, ``strong``, ``muted``, ``secondary``, ``link`` or ``error``. ``tip`` is the tooltip; without one
    the tooltip is the whole text.
    """

    text: str = ""
    kind: str = ""
    badge: str = ""
    tone: Tone = Tone.NEUTRAL
    note: str = ""
    tip: str = ""

    @property
    def spoken(self) -> str:
        """Return the cell as one line, for the screen reader and for copying."""
        badge = " ".join(part for part in (shape_of(self.tone), self.badge) if part) if self.badge else ""
        return ", ".join(part for part in (self.text, badge, self.note) if part)


@dataclass(frozen=True, slots=True)
class _Line:
    """Words laid out in a font, with their size in pixels."""

    words: QStaticText
    width: float
    height: float

    @classmethod
    def of(cls, words: str, font: QFont, metrics: QFontMetricsF) -> _Line:
        """Lay out words."""
        line = QStaticText(words)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.prepare(font=font)
        return cls(line, metrics.horizontalAdvance(words), metrics.height())

    def draw(self, painter: QPainter, room: QRectF, colour: str) -> None:
        """Draw them at the left of a room, in the middle of its height; the painter has their font."""
        painter.setPen(QColor(colour))
        painter.drawStaticText(QPointF(room.left(), room.center().y() - self.height / 2), self.words)


class CellDelegate(QStyledItemDelegate):
    """Draws a :class:`Cell` on the style's own ground, so that selection and focus look as everywhere."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fonts: dict[str, QFont] = {
            "strong": font(13, Weight.SEMIBOLD, tabular=True),
            "badge": font(11.5, Weight.SEMIBOLD, tabular=True),
            "note": font(12, tabular=True),
            "": font(13, tabular=True),
        }
        link = font(12)
        link.setUnderline(True)
        self._fonts["link"] = link
        self._fonts["muted"] = self._fonts["note"]
        self._metrics = {kind: QFontMetricsF(made) for kind, made in self._fonts.items()}
        self._fitted: dict[tuple[str, str, int], _Line] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground by the style, then the parts that fit."""
        rect = option.rect
        if option.state & _MARKED:
            # initStyleOption would ask the model for eight roles that no cell answers.
            shown = QStyleOptionViewItem(option)
            shown.text = ""
            widget = option.widget
            style = widget.style() if widget is not None else QApplication.style()
            style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, widget)
        else:  # what the style draws then too, in a fifth of the time
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens().border))
        cell = index.data(CELL_ROLE)
        if isinstance(cell, Cell):
            painter.save()
            painter.setRenderHint(_SMOOTH)
            self._draw(painter, QRectF(rect).adjusted(_PADDING, 0, -_PADDING, -1), cell)
            painter.restore()

    def _draw(self, painter: QPainter, room: QRectF, cell: Cell) -> None:
        if cell.text:
            kind = cell.kind if cell.kind in self._fonts else ""
            reserved = self._badge_width(cell) + _GAP if cell.badge else 0.0
            line = self._fit(kind, cell.text, room.width() - reserved)
            painter.setFont(self._fonts[kind])
            line.draw(painter, room, tokens().named(_COLOURS.get(cell.kind, "text")))
            room = room.adjusted(line.width + _GAP, 0, 0, 0)
        if cell.badge and room.width() > _BADGE_HEIGHT:
            width = min(self._badge_width(cell), room.width())
            self._draw_badge(painter, QRectF(room.left(), room.center().y() - 10, width, _BADGE_HEIGHT), cell)
            room = room.adjusted(width + _GAP, 0, 0, 0)
        if cell.note:
            painter.setFont(self._fonts["note"])
            self._fit("note", cell.note, room.width()).draw(painter, room, tokens().muted)

    def _fit(self, kind: str, words: str, room: float) -> _Line:
        """Return as much as fits; remembered, since measuring and laying out take longer than drawing."""
        place = kind, words, int(room)
        if place not in self._fitted:
            if len(self._fitted) > _MOST_FITTED:
                self._fitted.clear()
            metrics = self._metrics[kind]
            shown = elided(words, metrics, max(room, 0))
            self._fitted[place] = _Line.of(shown, self._fonts[kind], metrics)
        return self._fitted[place]

    def _badge_width(self, cell: Cell) -> float:
        words = self._fit("badge", cell.badge, _WIDE).width
        return words + 2 * _BADGE_AIR + (_SHAPE + _SHAPE_GAP if shape_of(cell.tone) else 0.0) + 1

    def _draw_badge(self, painter: QPainter, box: QRectF, cell: Cell) -> None:
        colours = tokens().tone(cell.tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(box, RADIUS_SMALL - 1, RADIUS_SMALL - 1)
        left = box.left() + _BADGE_AIR
        if shape_of(cell.tone):
            draw_shape(painter, QRectF(left, box.center().y() - _SHAPE / 2, _SHAPE, _SHAPE), cell.tone, colours.text)
            left += _SHAPE + _SHAPE_GAP
        painter.setFont(self._fonts["badge"])
        room = QRectF(left, box.top(), box.right() - left - 4, box.height())
        self._fit("badge", cell.badge, room.width()).draw(painter, room, colours.text)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the parts side by side."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return QSize(0, ROW_HEIGHT)
        width = 2 * _PADDING
        if cell.text:
            width += self._fit(cell.kind if cell.kind in self._fonts else "", cell.text, _WIDE).width + 1
        if cell.badge:
            width += self._badge_width(cell) + (_GAP if cell.text else 0)
        if cell.note:
            width += self._fit("note", cell.note, _WIDE).width + _GAP
        return QSize(int(width) + 1, ROW_HEIGHT)

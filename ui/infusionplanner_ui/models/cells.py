"""Cells of tables: words, a muted detail, a badge; and the delegate that draws them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStaticText
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from infusionplanner_ui.look.fonts import Weight, font, wants_tabular
from infusionplanner_ui.look.palette import Tone, tokens
from infusionplanner_ui.look.theme import RADIUS_SMALL
from infusionplanner_ui.widgets.painting import draw_shape, elided, in_lines, name_parts, shape_of
from infusionplanner_ui.widgets.table import ROW_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject, QRect
    from PySide6.QtGui import QFont

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
KEY_ROLE = Qt.ItemDataRole.UserRole + 2

_MOST_FITTED = 2048
_NEVER_FOLDED = 12
"""Words of so few letters, as a date, stand on one line."""

_SHORT_NOTE = 64.0
"""A note of at most so many pixels, as ``+3``, is never pushed out by the words before it."""
_WIDE = 10_000.0
_NAME, _LONG_NAME, _NAME_LINES = "strong", "long name", 3
PADDING = 11.0
_GAP = 8.0
_BADGE_HEIGHT, _BADGE_AIR, _SHAPE, _SHAPE_GAP = 20.0, 8.0, 8.0, 5.0
_SMOOTH = QPainter.RenderHint.Antialiasing
_MARKED = (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus).value
_COLOURS = {"muted": "muted", "secondary": "secondary", "link": "accent_text", "error": "stop.text"}


@lru_cache(maxsize=64)
def _ink(colour: str) -> QColor:
    return QColor(colour)


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
    font: QFont
    width: float
    height: float

    @classmethod
    def of(cls, words: str, face: _Face) -> _Line:
        """Lay out words."""
        line = QStaticText(words)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.prepare(font=face.font)
        return cls(line, face.font, face.metrics.horizontalAdvance(words), face.metrics.height())


@dataclass(frozen=True, slots=True)
class _Block:
    """Words on one line, or a little smaller on two; a long name on three."""

    lines: tuple[_Line, ...]
    whole: bool

    @property
    def width(self) -> float:
        """The width of the longer line."""
        return max(line.width for line in self.lines)

    def marks(self, room: QRectF, colour: str) -> Iterator[_Mark]:
        """Yield the lines at the left of a room, in the middle of its height."""
        top = room.center().y() - sum(line.height for line in self.lines) / 2
        for line in self.lines:
            yield _Text(_ink(colour), line, room.left(), top)
            top += line.height


@dataclass(frozen=True, slots=True)
class _Text:
    """Words in their place."""

    ink: QColor
    line: _Line
    left: float
    top: float

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw them in a cell with this corner."""
        painter.setPen(self.ink)
        painter.setFont(self.line.font)
        painter.drawStaticText(QPointF(left + self.left, top + self.top), self.line.words)


@dataclass(frozen=True, slots=True)
class _Rule:
    """The line below the words of a link. A static text would draw it in the wrong place."""

    ink: QColor
    box: QRectF

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it in a cell with this corner."""
        painter.fillRect(self.box.translated(left, top), self.ink)


@dataclass(frozen=True, slots=True)
class _Ground:
    """The ground of a badge, with the sign of its tone."""

    box: QRectF
    tone: Tone

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it in a cell with this corner."""
        colours, box = tokens().tone(self.tone), self.box.translated(left, top)
        painter.save()
        painter.setRenderHint(_SMOOTH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(box, RADIUS_SMALL - 1, RADIUS_SMALL - 1)
        if shape_of(self.tone):
            sign = QRectF(box.left() + _BADGE_AIR, box.center().y() - _SHAPE / 2, _SHAPE, _SHAPE)
            draw_shape(painter, sign, self.tone, colours.text)
        painter.restore()


_Mark = _Text | _Rule | _Ground
"""Something that a cell shows, laid out once and drawn each time."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """What a cell shows in a place of some size."""

    cell: Cell
    marks: tuple[_Mark, ...]


_SIZES: dict[str, tuple[float, float, Weight]] = {
    "": (13, 12, Weight.NORMAL),
    "strong": (13, 12, Weight.SEMIBOLD),
    "long name": (10, 10, Weight.SEMIBOLD),
    "note": (12, 11, Weight.NORMAL),
    "muted": (12, 11, Weight.NORMAL),
    "link": (12, 11, Weight.NORMAL),
    "badge": (11.5, 11.5, Weight.SEMIBOLD),
}
"""The pixels of each kind of words on one line and on two, and their weight."""


class _Face:
    """A font with its metrics."""

    def __init__(self, pixels: float, weight: Weight, *, tabular: bool) -> None:
        self.font = font(pixels, weight, tabular=tabular)
        self.metrics = QFontMetricsF(self.font)


@lru_cache(maxsize=64)
def _face(kind: str, words_are_figures: bool, small: bool) -> _Face:  # noqa: FBT001 - the key of a cache
    """Return the font of a kind of words, one for all tables."""
    sizes = _SIZES[kind]
    return _Face(sizes[small], sizes[2], tabular=words_are_figures)


def two_lines(words: str, metrics: QFontMetricsF, width: float) -> tuple[str, str]:
    """Return a text in two parts, the first as many whole words as fit; a first word that does not fit stays whole."""
    parts = words.split(" ")
    count = len(parts)
    while count > 1 and metrics.horizontalAdvance(" ".join(parts[:count])) > width:
        count -= 1
    return " ".join(parts[:count]), " ".join(parts[count:])


def draw_ground(painter: QPainter, rect: QRect) -> None:
    """Draw what the style draws of a cell that is not marked: the line below it."""
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, _ink(tokens().border))


class CellDelegate(QStyledItemDelegate):
    """Draws a :class:`Cell` on the style's own ground, so that selection and focus look as everywhere.

    Words that do not fit their column stand on two smaller lines, a long name on three, and only what does not fit
    there is cut.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fitted: dict[tuple[str, str, int], _Block] = {}
        self._layouts: dict[tuple[int, int, int, int], _Layout] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground by the style, then the parts that fit."""
        rect = option.rect
        if option.state.value & _MARKED:
            # initStyleOption would ask the model for eight roles that no cell answers.
            shown = QStyleOptionViewItem(option)
            shown.text = ""
            widget = option.widget
            style = widget.style() if widget is not None else QApplication.style()
            style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, widget)
        else:  # what the style draws then too, in a fifth of the time
            draw_ground(painter, rect)
        cell = index.data(CELL_ROLE)
        if isinstance(cell, Cell):
            self.draw_cell(painter, rect, cell)

    def draw_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        """Draw the parts of a cell that fit; where they stand is worked out once and kept while the cell is."""
        left, top = rect.left(), rect.top()
        for mark in self._layout(cell, rect.width(), rect.height()).marks:
            mark.draw(painter, left, top)

    def _layout(self, cell: Cell, width: int, height: int) -> _Layout:
        place = id(cell), width, height, id(tokens())
        known = self._layouts.get(place)
        if known is None or known.cell is not cell:
            if len(self._layouts) > _MOST_FITTED:
                self._layouts.clear()
            room = QRectF(PADDING, 0, width - 2 * PADDING, height - 1)
            known = self._layouts[place] = _Layout(cell, tuple(self._marks(room, cell)))
        return known

    def _marks(self, room: QRectF, cell: Cell) -> Iterator[_Mark]:
        if cell.text:
            kind = cell.kind if cell.kind in _SIZES else ""
            words = self._fit(kind, cell.text, room.width() - self._kept_free(cell))
            colour = tokens().named(_COLOURS.get(cell.kind, "text"))
            yield from words.marks(room, colour)
            if kind == "link":
                below = QRectF(room.left(), room.center().y() + words.lines[0].height / 2, words.width, 1)
                yield _Rule(_ink(colour), below)
            room = room.adjusted(words.width + _GAP, 0, 0, 0)
        if cell.badge and room.width() > _BADGE_HEIGHT:
            width = min(self._badge_width(cell), room.width())
            yield from self._badge_marks(QRectF(room.left(), room.center().y() - 10, width, _BADGE_HEIGHT), cell)
            room = room.adjusted(width + _GAP, 0, 0, 0)
        if cell.note:
            note = self._fit("note", cell.note, room.width())
            if note.whole or " " in cell.note:  # a beginning of one word tells nothing
                yield from note.marks(room, tokens().muted)

    def _kept_free(self, cell: Cell) -> float:
        """Return the width that the words of a cell leave to its badge and to a short note."""
        kept = self._badge_width(cell) + _GAP if cell.badge else 0.0
        if cell.note:
            note = self._fit("note", cell.note, _WIDE).width
            kept += note + _GAP if note <= _SHORT_NOTE else 0.0
        return kept

    def _fit(self, kind: str, words: str, room: float) -> _Block:
        """Return as much as fits; remembered, since measuring and laying out take longer than drawing."""
        place = kind, words, int(room)
        if place not in self._fitted:
            if len(self._fitted) > _MOST_FITTED:
                self._fitted.clear()
            self._fitted[place] = self._laid_out(kind, words, max(room, 0))
        return self._fitted[place]

    def _laid_out(self, kind: str, words: str, room: float) -> _Block:
        tabular = wants_tabular(words)
        face = _face(kind, tabular, False)  # noqa: FBT003 - the key of a cache
        if face.metrics.horizontalAdvance(words) <= room:
            return _Block((_Line.of(words, face),), whole=True)
        small = _face(kind, tabular, True)  # noqa: FBT003 - the key of a cache
        if kind == "badge" or len(words) <= _NEVER_FOLDED:
            return _Block((_Line.of(elided(words, face.metrics, room), face),), whole=False)
        parts = [part for part in two_lines(words, small.metrics, room) if part]
        shown = [elided(part, small.metrics, room) for part in parts]
        if kind == _NAME and shown != parts:
            least = _face(_LONG_NAME, tabular, True)  # noqa: FBT003 - the key of a cache
            return _Block(
                tuple(_Line.of(part, least) for part in in_lines(words, least.metrics, room, _NAME_LINES)),
                all(least.metrics.horizontalAdvance(part) <= room for part in name_parts(words)),
            )
        return _Block(tuple(_Line.of(part, small) for part in shown), shown == parts)

    def _badge_width(self, cell: Cell) -> float:
        return self.badge_width(cell.badge, cell.tone)

    def badge_width(self, words: str, tone: Tone) -> float:
        """Return how wide a badge is."""
        inside = self._fit("badge", words, _WIDE).width
        return inside + 2 * _BADGE_AIR + (_SHAPE + _SHAPE_GAP if shape_of(tone) else 0.0) + 1

    def _badge_marks(self, box: QRectF, cell: Cell) -> Iterator[_Mark]:
        yield _Ground(box, cell.tone)
        left = box.left() + _BADGE_AIR + (_SHAPE + _SHAPE_GAP if shape_of(cell.tone) else 0.0)
        room = QRectF(left, box.top(), box.right() - left - 4, box.height())
        yield from self._fit("badge", cell.badge, room.width()).marks(room, tokens().tone(cell.tone).text)

    def shows_whole(self, cell: Cell, width: float) -> bool:
        """Tell whether a column of some width shows all of a cell."""
        room = width - 2 * PADDING
        whole = True
        if cell.text:
            words = self._fit(cell.kind if cell.kind in _SIZES else "", cell.text, room - self._kept_free(cell))
            whole, room = words.whole, room - words.width - _GAP
        if cell.badge:
            whole, room = whole and self._badge_width(cell) <= room, room - self._badge_width(cell) - _GAP
        return whole and (not cell.note or self._fit("note", cell.note, room).whole)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the parts side by side."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return QSize(0, ROW_HEIGHT)
        width = 2 * PADDING
        if cell.text:
            width += self._fit(cell.kind if cell.kind in _SIZES else "", cell.text, _WIDE).width + 1
        if cell.badge:
            width += self._badge_width(cell) + (_GAP if cell.text else 0)
        if cell.note:
            width += self._fit("note", cell.note, _WIDE).width + _GAP
        return QSize(int(width) + 1, ROW_HEIGHT)

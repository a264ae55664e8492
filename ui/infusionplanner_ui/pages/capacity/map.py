"""The coming weeks as a heat map: a row for each week, a cell for each day; shapes and words beside the colour."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.palette import Tokens, Tone, tokens
from infusionplanner_ui.look.theme import RADIUS_SMALL
from infusionplanner_ui.widgets import accessibility
from infusionplanner_ui.widgets.accessibility import AccessibleCell, AccessibleRow
from infusionplanner_ui.widgets.painting import (
    Hatch,
    draw_shape,
    draw_text,
    elided,
    focus_ring,
    hatch,
    plain_tip,
    rounded,
)
from infusionplanner_ui.widgets.picture import Picture

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_LABEL, _HEAD, _GAP = 112.0, 28.0, 3.0
_ROW_LEAST = 36
_PALE, _STRONG = 0.05, 0.36
_SHAPE = 9.0
_Key = Qt.Key
_ARROWS = {_Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1), _Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0)}


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One day: its figure, a muted note, how full it is, the name of a closure, the sign of a problem, all in words."""

    on: date
    figure: str
    note: str = ""
    share: float = 0.0
    closed: str = ""
    tone: Tone = Tone.NEUTRAL
    today: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One week."""

    label: str
    note: str
    cells: tuple[HeatCell, ...] = field(default_factory=tuple)


class _Fonts:
    """The fonts of the map with their measures, made once."""

    def __init__(self) -> None:
        self.head = font(11, Weight.SEMIBOLD)
        self.label = font(13, Weight.SEMIBOLD)
        self.figure = font(15, Weight.SEMIBOLD, tabular=True)
        self.note = font(11.5, tabular=True)
        self.figure_metrics = QFontMetricsF(self.figure)
        self.note_metrics = QFontMetricsF(self.note)


class HeatMap(QWidget):
    """Arrows choose a day (``selected``), Enter or a double click opens it (``activated``)."""

    selected = Signal(object)
    activated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessibility.install()
        self._rows: tuple[HeatRow, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._at = (0, 0)
        self._fonts = _Fonts()
        self._weeks = Picture(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_data(self, columns: tuple[str, ...], rows: tuple[HeatRow, ...]) -> None:
        """Show other weeks; the chosen day stays chosen when it is still there."""
        before = self.selected_day
        self._columns, self._rows = columns, rows
        self._at = (0, 0)
        if before is not None:
            self.select(before)
        self.setMinimumHeight(int(_HEAD) + _ROW_LEAST * max(len(rows), 1))
        self.update()

    @property
    def rows(self) -> tuple[HeatRow, ...]:
        """The weeks that are shown."""
        return self._rows

    @property
    def selected_day(self) -> date | None:
        """The chosen day."""
        cell = self._cell(*self._at)
        return None if cell is None else cell.on

    def select(self, on: date) -> None:
        """Choose a day without emitting ``selected``."""
        for number, row in enumerate(self._rows):
            for column, cell in enumerate(row.cells):
                if cell.on == on:
                    self._at = (number, column)
        self.update()

    def _cell(self, row: int, column: int) -> HeatCell | None:
        if 0 <= row < len(self._rows) and 0 <= column < len(self._rows[row].cells):
            return self._rows[row].cells[column]
        return None

    def _choose(self, row: int, column: int) -> None:
        cell = self._cell(row, column)
        if cell is not None and (row, column) != self._at:
            self._at = (row, column)
            accessibility.announce_selection(self, cell.spoken)
            self.update()
            self.selected.emit(cell.on)

    # where things are

    def box(self, row: int, column: int) -> QRectF:
        """Return the box of a cell."""
        width = (self.width() - _LABEL) / max(len(self._columns), 1)
        height = (self.height() - _HEAD) / max(len(self._rows), 1)
        left, top = _LABEL + round(column * width), _HEAD + round(row * height)
        return QRectF(left, top, round(width) - _GAP, round(height) - _GAP)

    def _place_at(self, point: QPointF) -> tuple[int, int] | None:
        for row, week in enumerate(self._rows):
            for column in range(len(week.cells)):
                if self.box(row, column).contains(point):
                    return row, column
        return None

    def sizeHint(self) -> QSize:
        """Ask for comfortable cells."""
        return QSize(720, int(_HEAD) + 48 * max(len(self._rows), 1))

    # drawing

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the weeks, and which day is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._weeks.show(painter, (self._columns, self._rows), self._draw_weeks)
        chosen = self._cell(*self._at)
        if chosen is not None:
            box = self.box(*self._at)
            if self.hasFocus():
                focus_ring(painter, box, RADIUS_SMALL)
            else:
                painter.setPen(QColor(tokens().border_strong))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)

    def _draw_weeks(self, painter: QPainter) -> None:
        """Draw headings, weeks and cells."""
        colours = tokens()
        painter.setFont(self._fonts.head)
        for column, title in enumerate(self._columns):
            box = self.box(0, column)
            draw_text(painter, QRectF(box.left() + 8, 0, box.width(), _HEAD - 4), title, colours.muted)
        for number, row in enumerate(self._rows):
            self._draw_label(painter, number, row, colours)
            for column, cell in enumerate(row.cells):
                self._draw_cell(painter, self.box(number, column), cell, colours)

    def _draw_label(self, painter: QPainter, number: int, row: HeatRow, colours: Tokens) -> None:
        box = self.box(number, 0)
        middle = box.center().y()
        painter.setFont(self._fonts.label)
        draw_text(painter, QRectF(14, middle - 18, _LABEL - 16, 18), row.label, colours.text)
        painter.setFont(self._fonts.note)
        draw_text(painter, QRectF(14, middle, _LABEL - 16, 16), row.note, colours.muted)

    def _draw_cell(self, painter: QPainter, box: QRectF, cell: HeatCell, colours: Tokens) -> None:
        path = rounded(box, RADIUS_SMALL)
        if cell.closed and not cell.share:
            hatch(painter, path, Hatch(colours.closed_ground, colours.closed_line, gap=12, width=4))
        elif cell.tone in {Tone.WARN, Tone.STOP}:
            painter.fillPath(path, QColor(colours.tone(cell.tone).ground))
        else:
            painter.fillPath(path, heat(cell.share, colours))
        if cell.today:
            bar = QRectF(box.left() + 2, box.top() + 6, 3, box.height() - 12)
            painter.fillPath(rounded(bar, 1.5), QColor(colours.accent))
        inner = box.adjusted(8, 0, -8, 0)
        painter.setFont(self._fonts.figure)
        words = self._fonts.figure_metrics.horizontalAdvance(cell.figure)
        line = QRectF(inner.left(), inner.center().y() - 10, inner.width(), 20)
        draw_text(painter, line, cell.figure, colours.text)
        rest = line.adjusted(words + 8 if cell.figure else 0, 0, 0, 0)
        if cell.tone in {Tone.WARN, Tone.STOP}:
            sign = QRectF(inner.right() - _SHAPE, inner.center().y() - _SHAPE / 2, _SHAPE, _SHAPE)
            draw_shape(painter, sign, cell.tone, colours.tone(cell.tone).text)
            rest.setRight(sign.left() - 4)
        painter.setFont(self._fonts.note)
        shown = elided(cell.closed or cell.note, self._fonts.note_metrics, max(rest.width(), 0))
        draw_text(painter, rest, shown, colours.muted if cell.closed and not cell.share else colours.secondary)

    # what a screen reader hears

    def accessible_rows(self) -> tuple[AccessibleRow, ...]:
        """Return the weeks as rows with their days as cells."""
        return tuple(
            AccessibleRow(
                f"{row.label}, {row.note}",
                self.box(number, 0).united(self.box(number, max(len(row.cells) - 1, 0))).toRect(),
                tuple(
                    AccessibleCell(
                        cell.spoken, self.box(number, column).toRect(), selected=(number, column) == self._at
                    )
                    for column, cell in enumerate(row.cells)
                ),
            )
            for number, row in enumerate(self._rows)
        )

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows, open with Enter or Space."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            down, right = _ARROWS[key]
            self._choose(self._at[0] + down, self._at[1] + right)
        elif key in {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space} and self.selected_day is not None:
            self.activated.emit(self.selected_day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        place = self._place_at(event.position())
        if place is not None:
            self._choose(*place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the day under the pointer."""
        if self._place_at(event.position()) is not None and self.selected_day is not None:
            self.activated.emit(self.selected_day)

    def event(self, event: QEvent) -> bool:
        """Say a day in words in its tooltip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(QPointF(event.pos()))
            cell = self._cell(*place) if place is not None else None
            QToolTip.showText(event.globalPos(), plain_tip(cell.spoken) if cell is not None else "", self)
            return True
        return super().event(event)


def heat(share: float, colours: Tokens) -> QColor:
    """Return the ground of a day that is so full: the surface, tinted more and more; text stays legible on it."""
    surface, accent = QColor(colours.surface), QColor(colours.accent)
    weight = _PALE + (_STRONG - _PALE) * min(max(share, 0.0), 1.0)

    def mixed(one: int, other: int) -> int:
        return round(one + (other - one) * weight)

    return QColor(
        mixed(surface.red(), accent.red()),
        mixed(surface.green(), accent.green()),
        mixed(surface.blue(), accent.blue()),
    )

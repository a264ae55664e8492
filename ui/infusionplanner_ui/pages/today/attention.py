"""What needs attention: the unit's findings by urgency, each with its one next action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen

from infusionplanner.application.views.work_items import RENEWAL, Band, WorkItem
from infusionplanner.domain.finding import Level
from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.palette import Tone, tokens
from infusionplanner_ui.look.theme import RADIUS_SMALL
from infusionplanner_ui.models.cells import CELL_ROLE, PADDING, Cell, CellDelegate, Index
from infusionplanner_ui.models.rows import Row, RowsModel
from infusionplanner_ui.models.tones import tone_of
from infusionplanner_ui.pages.today.data import name_of
from infusionplanner_ui.panels.acts.table import next_step
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.buttons import IconButton
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.empty_state import EmptyState
from infusionplanner_ui.widgets.painting import CENTRE, draw_text, elided
from infusionplanner_ui.widgets.table import FittedTable, prepare_table
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.ward import Ward

BADGE, NAME, SENTENCE, ACTION = range(4)
_ROW = 42
_BUTTON_HEIGHT, _BUTTON_AIR, _SIDE = 28.0, 12.0, 10.0
_ONE_MATTER = frozenset({"rebound.critical", "dose.late", "rebound.warn", "interval.late"})
_NOW = frozenset({Band.OVERDUE, Band.THIS_WEEK})
_DAYS_IN_WEEK = 7


def attention(work: Iterable[WorkItem], today: Iterable[WorkItem] = ()) -> tuple[WorkItem, ...]:
    """Return what needs somebody now: stops, warnings, tasks overdue or due this week, and renewals (R-RX-5).

    ``today`` is what stands in the way of today's doses; it comes first of its urgency. The findings that all say that
    the last dose is long ago are one matter: the most urgent of them stands for it.
    """
    found: list[WorkItem] = []
    late: set[str] = set()
    seen: set[tuple[str, str]] = set()
    together = sorted((*today, *work), key=lambda item: not item.finding.stops)
    for item in together:
        if (item.patient, item.finding.key) in seen:
            continue
        seen.add((item.patient, item.finding.key))
        if item.finding.level is Level.TASK and item.band not in _NOW and item.finding.rule != RENEWAL:
            continue
        if item.finding.key in _ONE_MATTER:
            if item.patient in late:
                continue
            late.add(item.patient)
        found.append(item)
    return tuple(found)


class ButtonDelegate(CellDelegate):
    """Draws the action of a row as a button; the table presses it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._font = font(12.5, Weight.SEMIBOLD)
        self.hovered = -1

    def draw_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        """Draw the words in a button."""
        colours, room = tokens(), QRectF(rect).adjusted(PADDING, 0, -PADDING, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self._font)
        width = min(metrics.horizontalAdvance(cell.text) + 2 * _BUTTON_AIR, room.width() + 8)
        box = QRectF(room.left() - 4, room.center().y() - _BUTTON_HEIGHT / 2, width, _BUTTON_HEIGHT)
        painter.setPen(QPen(QColor(colours.border_strong), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)
        painter.setFont(self._font)
        shown = elided(cell.text, metrics, width - _BUTTON_AIR)
        draw_text(painter, box, shown, colours.text, CENTRE)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the whole button."""
        cell = index.data(CELL_ROLE)
        words = cell.text if isinstance(cell, Cell) else ""
        width = QFontMetricsF(self._font).horizontalAdvance(words) + 2 * (_BUTTON_AIR + _SIDE)
        return QSize(int(width) + 2, _ROW)


class AttentionTable(FittedTable):
    """The rows; ``pressed_row`` carries the row whose action is wanted: a press on its button, Enter or Space."""

    pressed_row = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the action of the current row with Enter or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self.pressed_row.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the action under the pointer."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == ACTION and event.button() is Qt.MouseButton.LeftButton:
            self.pressed_row.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Press the action of the row."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != ACTION:
            self.pressed_row.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over the buttons."""
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and index.column() == ACTION
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)


class AttentionCard(Card):
    """The card below the board. ``asked`` carries the item whose action is wanted."""

    asked = Signal(object)
    unfolded = Signal(bool)
    """Whether the list takes the place of the board, after it was a bar."""

    def __init__(self, frame: Frame, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._frame, self._ward = frame, ward
        self._model = RowsModel(self)
        self._items: tuple[WorkItem, ...] = ()
        self._shown: object = None
        self.table = AttentionTable()
        self.table.setModel(self._model)
        self._urgent = Badge("", Tone.STOP)
        self._others = Badge("", Tone.WARN)
        titles = self._titles
        titles.insertWidget(1, self._urgent)
        titles.insertWidget(2, self._others)
        self._nothing = EmptyState()
        self._open = IconButton("chevron-up", kind="quiet")
        self._open.setCheckable(True)
        self._open.toggled.connect(self._toggled)
        self._open.hide()
        self.add_title_widget(self._open)
        self._as_bar = False
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._nothing, 1)
        self.table.pressed_row.connect(self._pressed)
        self._prepare()

    def _prepare(self) -> None:
        self._model.set_headings(("", "", "", ""))
        prepare_table(self.table, "", stretch=SENTENCE)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(ACTION, ButtonDelegate(self.table))
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().hide()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.set_title(self.tr("Needs attention"))
        self.table.setAccessibleName(self.tr("Needs attention"))
        self._open.set_name(self.tr("Show the list"))
        names = self.tr("About"), self.tr("Patient"), self.tr("What"), self.tr("Next step")
        self._model.set_headings(names)
        self._nothing.set(
            "circle-alert", self.tr("Nothing needs attention"), self.tr("No stop, warning or task is due this week.")
        )

    def refresh(self, today: Iterable[WorkItem] = ()) -> None:
        """Show what the plans say now; ``today`` is what stands in the way of today's doses."""
        self._items = attention(self._ward.work_list(), today)
        names = tuple(self._name(item) for item in self._items)
        if self._shown == (self._items, names, self._ward.language):
            return
        self._shown = self._items, names, self._ward.language
        key = self._model.key(self.table.currentIndex().row())
        self._model.set_rows(self._rows(self._items))
        urgent = sum(item.finding.level is Level.STOP for item in self._items)
        self._urgent.set(self.tr("%n urgent", "", urgent) if urgent else "")
        rest = len(self._items) - urgent
        self._others.set(str(rest) if rest else "")
        self._urgent.setVisible(urgent > 0)
        self._others.setVisible(rest > 0)
        self._show_list()
        self._fit_columns()
        keys = [row.key for row in self._model.rows]
        if key in keys:
            self.table.selectRow(keys.index(key))

    def fold(self, *, as_bar: bool) -> None:
        """Show the counts alone where there is no height for a list, which then opens in the place of the board."""
        self._as_bar = as_bar
        self._open.setVisible(as_bar)
        self._open.setChecked(False)
        self._show_list()

    def _toggled(self, opened: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        self._show_list()
        self.unfolded.emit(opened)

    def _show_list(self) -> None:
        opened = not self._as_bar or self._open.isChecked()
        self.set_body_shown(opened)
        self.table.setVisible(opened and bool(self._items))
        self._nothing.setVisible(opened and not self._items)
        self._open.set_icon("chevron-down" if opened else "chevron-up")

    def _rows(self, items: Sequence[WorkItem]) -> list[Row]:
        return [Row((item.patient, item.finding.rule, item.finding.key), self._cells(item)) for item in items]

    def _cells(self, item: WorkItem) -> tuple[Cell, ...]:
        finding, words = item.finding, self._ward.wording
        name = self._name(item)
        sentence = words.finding(finding)
        return (
            Cell(
                badge=self._topic(item), tone=tone_of(finding, self._ward.today), tip=words.code("level", finding.level)
            ),
            Cell(name, "strong"),
            Cell(sentence, "secondary"),
            Cell(next_step(finding), tip=text.join(next_step(finding), name)),
        )

    def _name(self, item: WorkItem) -> str:
        return self._frame.shown_name(name_of(self._ward.patient(item.patient)))

    def _topic(self, item: WorkItem) -> str:
        """Return the short word of the badge: the weeks since the last dose, else what it is about."""
        days = item.finding.facts.get("days")
        if item.finding.key in _ONE_MATTER and isinstance(days, int):
            return self.tr("%n week(s)", "", days // _DAYS_IN_WEEK)
        return text.sentence(self._ward.wording.topic(item.finding.key))

    def _fit_columns(self) -> None:
        """Make badge, name and action as wide as the widest of the first rows; the sentence takes the rest."""
        self.table.fit(SENTENCE, {BADGE: 136, NAME: 168}, {NAME: 120, BADGE: 108}, stay=(BADGE, NAME, ACTION))

    def patient_at(self, row: int) -> PatientId | None:
        """Return whom a row is about."""
        return self._items[row].patient if 0 <= row < len(self._items) else None

    def _pressed(self, row: int) -> None:
        if 0 <= row < len(self._items):
            self.asked.emit(self._items[row])

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

"""What a screen reader hears of the painted boards: a table with rows and cells.

A painted board answers :meth:`Readable.accessible_rows`; the interfaces here ask it anew each time, so they never tell
an old state. Qt does not own Python's interfaces, so they are kept until their board is destroyed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
    QWindow,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Sequence

_Text = QAccessible.Text
_Role = QAccessible.Role
_NOTHING = cast("QAccessibleInterface", None)
"""Qt takes None for "there is no such part", though its stubs do not say so."""


@dataclass(frozen=True, slots=True)
class AccessibleCell:
    """One cell: what is read out, where it is drawn inside the board, whether it is the selected one."""

    name: str
    box: QRect
    selected: bool = False


@dataclass(frozen=True, slots=True)
class AccessibleRow:
    """One row: its name, where it is drawn, its cells."""

    name: str
    box: QRect
    cells: tuple[AccessibleCell, ...] = ()


@runtime_checkable
class Readable(Protocol):
    """A board that can be read out."""

    def accessible_rows(self) -> Sequence[AccessibleRow]:
        """Return the rows from top to bottom."""


class _Part(QAccessibleInterface):
    """What board, row and cell share."""

    def __init__(self, board: QWidget) -> None:
        super().__init__()
        self._board = board

    def rows(self) -> Sequence[AccessibleRow]:
        return cast("Readable", self._board).accessible_rows() if isValid(self._board) else ()

    def on_screen(self, box: QRect) -> QRect:
        return QRect(self._board.mapToGlobal(QPoint(0, 0)) + box.topLeft(), box.size())

    def isValid(self) -> bool:
        return isValid(self._board)

    def object(self) -> QObject:
        return cast("QObject", None)

    def window(self) -> QWindow:
        return self._board.window().windowHandle()

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        return

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        children = (self.child(index) for index in range(self.childCount()))
        return next((child for child in children if child.rect().contains(x, y)), _NOTHING)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((index for index in range(self.childCount()) if self.child(index) is child), -1)


class _Cell(_Part):
    def __init__(self, board: QWidget, row: _Row, number: int) -> None:
        super().__init__(board)
        self._row = row
        self._number = number

    def _cell(self) -> AccessibleCell | None:
        row = self._row.data()
        return row.cells[self._number] if row is not None and self._number < len(row.cells) else None

    def isValid(self) -> bool:
        return self._cell() is not None

    def parent(self) -> QAccessibleInterface:
        return self._row

    def child(self, _index: int) -> QAccessibleInterface:
        return _NOTHING

    def childCount(self) -> int:
        return 0

    def role(self) -> QAccessible.Role:
        return _Role.Cell

    def text(self, kind: QAccessible.Text) -> str:
        cell = self._cell()
        return cell.name if cell is not None and kind == _Text.Name else ""

    def rect(self) -> QRect:
        cell = self._cell()
        return self.on_screen(cell.box) if cell is not None else QRect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        cell = self._cell()
        state.selectable = state.focusable = True
        state.selected = cell is not None and cell.selected
        state.focused = state.selected and self._board.hasFocus()
        state.invalid = cell is None
        return state


class _Row(_Part):
    def __init__(self, board: QWidget, table: _Table, number: int) -> None:
        super().__init__(board)
        self._table = table
        self._number = number
        self._cells: list[_Cell] = []

    def data(self) -> AccessibleRow | None:
        rows = self.rows()
        return rows[self._number] if self._number < len(rows) else None

    def isValid(self) -> bool:
        return self.data() is not None

    def parent(self) -> QAccessibleInterface:
        return self._table

    def childCount(self) -> int:
        row = self.data()
        return len(row.cells) if row is not None else 0

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.childCount():
            return _NOTHING
        while len(self._cells) <= index:
            self._cells.append(_Cell(self._board, self, len(self._cells)))
        return self._cells[index]

    def role(self) -> QAccessible.Role:
        return _Role.Row

    def text(self, kind: QAccessible.Text) -> str:
        row = self.data()
        return row.name if row is not None and kind == _Text.Name else ""

    def rect(self) -> QRect:
        row = self.data()
        return self.on_screen(row.box) if row is not None else QRect()

    def state(self) -> QAccessible.State:
        return QAccessible.State()


class _Table(_Part):
    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        self._rows: list[_Row] = []

    def object(self) -> QObject:
        return self._board

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._board.parentWidget() or self._board.window())

    def childCount(self) -> int:
        return len(self.rows())

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.childCount():
            return _NOTHING
        while len(self._rows) <= index:
            self._rows.append(_Row(self._board, self, len(self._rows)))
        return self._rows[index]

    def focusChild(self) -> QAccessibleInterface:
        for index, row in enumerate(self.rows()):
            for number, cell in enumerate(row.cells):
                if cell.selected:
                    return self.child(index).child(number)
        return _NOTHING

    def role(self) -> QAccessible.Role:
        return _Role.Table

    def text(self, kind: QAccessible.Text) -> str:
        if kind == _Text.Name:
            return self._board.accessibleName()
        return self._board.accessibleDescription() if kind == _Text.Description else ""

    def rect(self) -> QRect:
        return self.on_screen(self._board.rect())

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._board.hasFocus()
        state.invisible = not self._board.isVisible()
        return state


_tables: list[_Table] = []
"""The interfaces handed to Qt, which keeps no reference that Python would see. Boards are few and live long."""


def _make(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not (isinstance(thing, QWidget) and isinstance(thing, Readable)):
        return None
    table = _Table(thing)
    _tables.append(table)
    return table


_installed: list[bool] = []


def install() -> None:
    """Let Qt find the boards' interfaces; called by each board, does something once."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_make)


def announce_selection(board: QWidget, spoken: str) -> None:
    """Tell a screen reader which cell is selected now."""
    if QAccessible.isActive():
        state = QAccessible.State()
        state.selected = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(board, state))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(board, spoken))

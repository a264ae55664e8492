"""Ctrl+K: patients and commands below the search field of the header, chosen with the arrows and Enter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QTableView, QVBoxLayout

from infusionplanner.application.search import folded
from infusionplanner_ui.look.theme import set_kind
from infusionplanner_ui.models.cells import Cell, CellDelegate
from infusionplanner_ui.models.rows import Row, RowsModel
from infusionplanner_ui.search.patients import Found, PatientIndex
from infusionplanner_ui.widgets.table import prepare_table
from infusionplanner_ui.words import text
from infusionplanner_ui.words.i18n import in_both

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from infusionplanner_ui.search.patients import IndexedPatient
    from infusionplanner_ui.shell.main_window import MainWindow
    from infusionplanner_ui.shell.ward import Ward
    from infusionplanner_ui.widgets.search_field import SearchField

_MOST_PATIENTS, _MOST_COMMANDS, _MOST_AT_FIRST = 8, 6, 9
_WIDTH, _ROW, _EDGE = 480, 34, 4
_LEAVING = 150


class Kind(Enum):
    """What a line of the palette leads to."""

    PATIENT = "patient"
    PAGE = "page"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Command:
    """Something the program does, by name. ``keys`` is the shorter way, ``also`` are other words to find it by."""

    name: str
    act: Callable[[], object]
    keys: str = ""
    also: str = ""
    kind: Kind = Kind.COMMAND

    def rank(self, wanted: Sequence[str]) -> int | None:
        """Return 0 when every typed word begins one of the name, 1 when others do, in either language, else None."""
        name = f" {folded(self.name)}"
        if all(f" {word}" in name for word in wanted):
            return 0
        own = f" {folded(f'{in_both(self.name)} {in_both(self.also)}')}"
        return 1 if all(f" {word}" in own for word in wanted) else None


@dataclass(frozen=True, slots=True)
class _Line:
    row: Row
    act: Callable[[], object]


class CommandPalette(QFrame):
    """The list below the search field. It never takes the focus: the keys come from the field."""

    def __init__(self, frame: MainWindow, ward: Ward, commands: Callable[[], Sequence[Command]]) -> None:
        super().__init__(frame)
        self._frame, self._ward, self._commands = frame, ward, commands
        self._index: PatientIndex | None = None
        self._wanted = ""
        self._lines: tuple[_Line, ...] = ()
        self._fields: set[QObject] = set()
        self._model = RowsModel(self)
        self._model.set_headings(("", ""))
        self.table = QTableView(self)
        self._build()
        frame.search_moved.connect(self.move_by)
        frame.search_accepted.connect(self.accept)
        frame.search_left.connect(self.leave)
        frame.page_changed.connect(lambda _: self.hide())
        frame.installEventFilter(self)
        ward.ready.connect(self.learn)
        self.learn()
        self.hide()

    def _build(self) -> None:
        set_kind(self, "popover")
        self.table.setModel(self._model)
        prepare_table(self.table, "", stretch=0)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.clicked.connect(lambda index: self._do(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self.table)

    def learn(self) -> None:
        """Build the index of the patients in the worker thread; what is typed is answered again afterwards."""
        self._index = None
        if self._ward.is_open:
            patients = self._ward.overview.patients
            self._ward.operations.run(lambda: PatientIndex(patients), owner=self, done=self._learned)

    def _learned(self, index: PatientIndex) -> None:
        self._index = index
        if self.isVisible():
            self.search(self._wanted)

    # what is found

    def search(self, wanted: str) -> None:
        """Show what answers to what is typed in the header of the page that is shown."""
        self._follow_field()
        self._wanted = wanted
        self._lines = self._found(wanted)
        self._model.set_rows([line.row for line in self._lines])
        self.table.setAccessibleName(self.tr("Found"))
        if not self._lines:
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()
        self._mark(0)

    def _follow_field(self) -> None:
        """Go away when the field of this page loses the focus."""
        edit = self._field().edit
        if edit not in self._fields:
            self._fields.add(edit)
            edit.installEventFilter(self)

    def _field(self) -> SearchField:
        return self._frame.header(self._frame.current_key).search

    @property
    def found(self) -> tuple[str, ...]:
        """What is listed, in words."""
        return tuple(", ".join(cell.spoken for cell in line.row.cells if cell.spoken) for line in self._lines)

    def _found(self, wanted: str) -> tuple[_Line, ...]:
        words = folded(wanted).split()
        ranked = [(command.rank(words), command) for command in self._commands()]
        commands = [command for wanted_rank in (0, 1) for rank, command in ranked if rank == wanted_rank]
        if not words:
            return tuple(map(self._command_line, commands[:_MOST_AT_FIRST]))
        lines = list(self._patient_lines(wanted))
        lines.extend(map(self._command_line, commands[:_MOST_COMMANDS]))
        if not lines:
            nothing = Cell(self.tr("Nothing found"), "muted", note=self._nothing_note())
            lines.append(_Line(Row("", (nothing, Cell())), self.leave))
        return tuple(lines)

    def _nothing_note(self) -> str:
        return self.tr("try a name, birth date, telephone or command")

    def _patient_lines(self, wanted: str) -> list[_Line]:
        if self._index is None or not self._ward.is_open:
            return []
        self._index.follow(self._ward.overview.patients)
        found: Found = self._index.find(wanted, _MOST_PATIENTS)
        kind = Cell(self.tr("patient"), "muted")
        lines = [
            _Line(
                Row(known.id, (Cell(self._frame.shown_name(known.name), "strong", note=self._note(known)), kind)),
                partial(self._frame.show_page, "patient", known.id),
            )
            for known in found.best
        ]
        if found.total > len(lines):
            words = self.tr("All %n in the list of patients", "", found.total)
            list_them = partial(self._frame.show_page, "patients", wanted)
            lines.append(_Line(Row("all", (Cell(words, "secondary"), Cell(self.tr("page"), "muted"))), list_them))
        return lines

    def _note(self, known: IndexedPatient) -> str:
        """Return what tells two patients of one name apart, as far as may be shown now."""
        born = known.patient.birth_date
        if self._frame.shielded:
            return "" if born is None else str(born.year)
        return text.join("" if born is None else text.date(born), known.patient.phone or "")

    def _command_line(self, command: Command) -> _Line:
        words = {Kind.PAGE: self.tr("page"), Kind.COMMAND: self.tr("command"), Kind.PATIENT: self.tr("patient")}
        cells = Cell(command.name, note=command.keys), Cell(words[command.kind], "muted")
        return _Line(Row(command.name, cells), command.act)

    # keys

    def move_by(self, by: int) -> None:
        """Mark the next or the previous line."""
        if self.isVisible():
            self._mark((self.table.currentIndex().row() + by) % len(self._lines))

    def _mark(self, place: int) -> None:
        self.table.selectRow(place)
        told = QAccessibleAnnouncementEvent(self._field().edit, self.found[place])
        QAccessible.updateAccessibility(told)

    def accept(self) -> None:
        """Do what the marked line leads to."""
        if self.isVisible():
            self._do(self.table.currentIndex().row())

    def _do(self, place: int) -> None:
        if not 0 <= place < len(self._lines):
            return
        act, field = self._lines[place].act, self._field()
        self.hide()
        field.clear()
        self.hide()
        self._frame.page(self._frame.current_key).setFocus(Qt.FocusReason.OtherFocusReason)
        act()

    def leave(self) -> None:
        """Go away, and forget what was typed."""
        self._field().clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go away when the field loses the focus, and stay below it."""
        if event.type() is QEvent.Type.FocusOut and watched in self._fields:
            QTimer.singleShot(_LEAVING, self, self._leave_unless_typed)
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _leave_unless_typed(self) -> None:
        if QApplication.focusWidget() not in self._fields:
            self.hide()

    def _place(self) -> None:
        field: QWidget = self._field()
        width = max(_WIDTH, field.width())
        height = len(self._lines) * _ROW + 2 * _EDGE + 2
        right = field.mapTo(self._frame, QPoint(field.width(), field.height() + 4))
        self.setGeometry(max(right.x() - width, 0), right.y(), width, height)

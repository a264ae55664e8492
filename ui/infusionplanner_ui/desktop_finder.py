"""Ctrl+K: finds patients and commands below the search field of the header."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QTableView, QVBoxLayout

from infusionplanner_ui import text
from infusionplanner_ui.theme import set_kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from infusionplanner.application.overview import Overview
    from infusionplanner.application.records import PatientId
    from infusionplanner.domain.patient import Patient
    from infusionplanner_ui.header import Header
    from infusionplanner_ui.main_window import MainWindow
    from infusionplanner_ui.models.rows import Row
    from infusionplanner_ui.ward import Ward

_MOST_PATIENTS, _MOST_COMMANDS = 8, 6
_WIDTH = 420
_ROW = 34
_LEAVING = 150


@dataclass(frozen=True)
class Command:
    """Something the program does, by name; ``keys`` tells the shorter way."""

    name: str
    act: Callable[[], object]
    keys: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """A patient as the search sees it: everything in one line, in small letters, figures without blanks."""

    patient: PatientId
    name: str
    line: str


class Finder(QFrame):
    """The list below the search field. It never takes the focus: the keys come from the field."""

    def __init__(self, frame: MainWindow, ward: Ward, commands: Callable[[], tuple[Command, ...]]) -> None:
        super().__init__(frame)
        from infusionplanner_ui.models.cells import CellDelegate  # noqa: PLC0415 - loaded at the first search
        from infusionplanner_ui.models.rows import RowsModel  # noqa: PLC0415 - loaded at the first search
        from infusionplanner_ui.widgets.table import prepare_table  # noqa: PLC0415 - loaded at the first search

        self._frame, self._ward, self._commands = frame, ward, commands
        self._header: Header | None = None
        self._overview: Overview | None = None
        self._known: tuple[_Known, ...] = ()
        self._acts: list[Callable[[], object]] = []
        set_kind(self, "popover")
        self._model = RowsModel(self)
        self._model.set_headings(("", ""))
        self.table = QTableView(self)
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
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.table)
        self._fields: set[QObject] = set()
        frame.installEventFilter(self)
        self.hide()

    def search(self, header: Header, wanted: str) -> None:
        """Show what fits what was typed into the search field of a header."""
        self._follow(header)
        self._header = header
        rows = self._found(wanted)
        self._model.set_rows(rows)
        self.table.setAccessibleName(self.tr("Found"))
        if not rows:
            self.hide()
            return
        self.table.selectRow(0)
        self._place()
        self.show()
        self.raise_()

    def _follow(self, header: Header) -> None:
        """Listen to the keys of a header's search field, once."""
        field = header.search
        if field.edit in self._fields:
            return
        self._fields.add(field.edit)
        field.moved.connect(self._move)
        field.left.connect(self._leave)
        field.edit.installEventFilter(self)

    @property
    def found(self) -> tuple[str, ...]:
        """What is listed, in words."""
        return tuple(", ".join(cell.spoken for cell in row.cells if cell.spoken) for row in self._model.rows)

    # what fits

    def _found(self, wanted: str) -> list[Row]:
        from infusionplanner_ui.models.cells import Cell  # noqa: PLC0415 - loaded at the first search
        from infusionplanner_ui.models.rows import Row  # noqa: PLC0415 - loaded at the first search

        words = wanted.casefold().split()
        rows: list[Row] = []
        self._acts = []
        for row in self._patients(words):
            patient = self._ward.patient(row.patient)
            rows.append(
                Row(row.patient, (Cell(self._frame.shown_name(row.name), "strong"), Cell(self._born(patient), "muted")))
            )
            self._acts.append(partial(self._frame.show_page, "patient", row.patient))
        fitting = [row for row in self._commands() if all(word in row.name.casefold() for word in words)]
        for command in fitting[:_MOST_COMMANDS] if words or not rows else []:
            rows.append(Row(command.name, (Cell(command.name), Cell(command.keys or self.tr("command"), "muted"))))
            self._acts.append(command.act)
        return rows

    def _patients(self, words: list[str]) -> list[_Known]:
        if not words or not self._ward.is_open:
            return []
        self._learn()
        found = [row for row in self._known if all(word in row.line for word in words)]
        found.sort(key=lambda row: not row.name.casefold().startswith(words[0]))
        return found[:_MOST_PATIENTS]

    def _learn(self) -> None:
        """Take the patients of the overview in, by name in Norwegian order."""
        overview = self._ward.overview
        if overview is self._overview:
            return
        self._overview = overview
        known = [_known(who, patient) for who, patient in overview.patients.items()]
        self._known = tuple(sorted(known, key=lambda row: text.sort_key(row.name)))

    def _born(self, patient: Patient) -> str:
        hidden = patient.birth_date is None or self._frame.shielded
        return "" if hidden or patient.birth_date is None else text.date_number(patient.birth_date)

    # keys

    def _move(self, by: int) -> None:
        if self.isVisible():
            last = self._model.rowCount() - 1
            self.table.selectRow(min(max(self.table.currentIndex().row() + by, 0), last))

    def accept(self) -> None:
        """Do what is selected."""
        if self.isVisible():
            self._do(self.table.currentIndex().row())

    def _do(self, row: int) -> None:
        if not 0 <= row < len(self._acts):
            return
        act = self._acts[row]
        self._leave()
        if self._header is not None:
            self._header.search.clear()
            self._header.search.edit.clearFocus()
        self.hide()
        act()

    def _leave(self) -> None:
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
        if self._header is None:
            return
        field: QWidget = self._header.search
        width = max(_WIDTH, field.width())
        height = self._model.rowCount() * _ROW + 10
        corner = field.mapTo(self._frame, QPoint(field.width() - width, field.height() + 4))
        self.setGeometry(corner.x(), corner.y(), width, height)


def _known(who: PatientId, patient: Patient) -> _Known:
    name = who if patient.name is None else text.full_name(patient.name.family, patient.name.given)
    born = "" if patient.birth_date is None else text.date_number(patient.birth_date)
    phone = (patient.phone or "").replace(" ", "")
    return _Known(who, name, f"{name} {born} {phone} {patient.national_id or ''}".casefold())

"""Choosing whose next dose is booked: all whose next dose in the unit has no time yet, soonest due first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from infusionplanner.application.acts.booking import proposal
from infusionplanner.application.names import sort_key
from infusionplanner.application.search import Searchable, SearchQuery, searchable
from infusionplanner.domain.patient import Setting
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.pages.week.data import name_of
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.field import Field
from infusionplanner_ui.widgets.search_field import SearchField
from infusionplanner_ui.widgets.table import prepare_table
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.shell.ward import Ward

_WHOLE = 1000
"""The table takes all the room that there is."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Waiting:
    """A patient whose next dose in the unit has no time yet."""

    patient: PatientId
    name: str
    number: int
    due: date
    search: Searchable


class WaitingModel(QAbstractTableModel):
    """Patients by due day: name, and the day with the dose number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Waiting, ...] = ()
        self._rows: tuple[Waiting, ...] = ()

    def set_rows(self, rows: tuple[Waiting, ...]) -> None:
        """Show other patients."""
        self.beginResetModel()
        self._all = self._rows = rows
        self.endResetModel()

    def search(self, wanted: str) -> None:
        """Keep those who answer to what is typed."""
        query = SearchQuery.of(wanted)
        self.beginResetModel()
        self._rows = tuple(row for row in self._all if row.search.rank(query) is not None)
        self.endResetModel()

    def row(self, number: int) -> Waiting | None:
        """Return one patient, or None beyond the list."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return two: name and day."""
        return 0 if parent is not None and parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the text of a cell."""
        row = self.row(index.row())
        if row is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if index.column() == 0:
            return row.name
        return text.join(text.day_short(row.due), self.tr("dose {number}").format(number=row.number))


class WaitingField(Field):
    """A search over a table: the arrows choose, ``taken`` goes out with Enter, ``left`` with Esc."""

    taken = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = WaitingModel(self)
        self.search, self.table = SearchField(), QTableView()
        self.table.setModel(self.model)
        prepare_table(self.table, "", stretch=0)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setMinimumHeight(space(40))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        self._hold(holder)
        self.setFocusProxy(self.search.edit)
        self.search.searched.connect(self._searched)
        self.search.moved.connect(lambda by: self.select(self.table.currentIndex().row() + by))
        self.search.accepted.connect(self.taken)
        self.search.left.connect(self.left)
        self.table.activated.connect(self.taken)
        self.table.selectionModel().currentRowChanged.connect(self.edited)

    def set_name(self, name: str) -> None:
        """Name the table, and say what the line finds."""
        self.search.set_hint(self.tr("Find patient"))
        self.table.setAccessibleName(name)

    def focus_target(self) -> QWidget:
        """Return the line."""
        return self.search.edit

    def focus_chain(self) -> tuple[QWidget, ...]:
        """Return the line and the table."""
        return self.search.edit, self.table

    def help(self) -> str:
        """Say who is listed."""
        return self.tr("Patients whose next dose in the unit has no time yet, the first to be due on top.")

    def value(self) -> PatientId | None:
        """Return who is chosen."""
        row = self.model.row(self.table.currentIndex().row())
        return None if row is None else row.patient

    def is_empty(self) -> bool:
        """Tell whether nobody is chosen."""
        return self.value() is None

    def set_rows(self, rows: tuple[Waiting, ...]) -> None:
        """List other patients; who was chosen stays chosen."""
        chosen = self.value()
        self.model.set_rows(rows)
        self.model.search(self.search.text())
        kept = (number for number in range(self.model.rowCount()) if self._patient(number) == chosen)
        self.select(next(kept, 0))

    def select(self, row: int) -> None:
        """Choose a row, as far as there are any."""
        self.table.selectRow(min(max(row, 0), self.model.rowCount() - 1))
        self.edited.emit()

    def _patient(self, number: int) -> PatientId | None:
        row = self.model.row(number)
        return None if row is None else row.patient

    def _searched(self, wanted: str) -> None:
        self.model.search(wanted)
        self.select(0)


class BookPanel(ActPanel):
    """Search, choose with the arrows and Enter; ``proposed`` then carries the patient and the planner's proposal.

    ``first`` stands on top when the next dose of this patient has no time.
    """

    proposed = Signal(str, object)

    def __init__(self, ward: Ward, shown_name: Callable[[str], str], first: PatientId | None = None) -> None:
        super().__init__(ward)
        self._shown_name, self._first_row = shown_name, first
        self.waiting = WaitingField()
        column = self.labelled(self.waiting, lambda: self.tr("Patients without a time"), required=True)
        column.setStretchFactor(self.waiting, _WHOLE)
        self.body.addLayout(column, _WHOLE)
        self.waiting.taken.connect(self.accepted)
        self.waiting.left.connect(self.rejected)
        self.reload()
        self.finish()

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Book the next dose")

    def action(self) -> str:
        """Return the words of the button."""
        return self.tr("Find a time")

    def filled_in(self) -> tuple[object, ...]:
        """Return nothing: a search is not kept."""
        return ()

    def reload(self) -> None:
        """List the patients as they are known now."""
        patients = self.ward.overview.patients
        rows = [
            Waiting(who, self._shown_name(name_of(self.ward, who)), dose.number, dose.due, searchable(patients[who]))
            for who, plan in self.ward.overview.plans.items()
            if (dose := plan.next_dose) is not None and not dose.booked and dose.setting is Setting.UNIT
        ]
        rows.sort(key=lambda row: (row.patient != self._first_row, row.due, sort_key(row.name)))
        self.waiting.set_rows(tuple(rows))

    def do(self) -> None:
        """Ask the planner for the time of the chosen patient's next dose."""
        desk, who = self.ward.desk, self.waiting.value()
        if who is not None:
            found = partial(self.proposed.emit, who)
            self.ward.operations.run(lambda: proposal(desk, who), owner=self, done=found, failed=self._failed)

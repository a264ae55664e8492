"""Choosing whose next dose is booked: all whose next dose in the unit has no time yet, soonest due first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from infusionplanner.application.acts.booking import BookingProposal, proposal
from infusionplanner.application.names import sort_key
from infusionplanner.application.search import Searchable, SearchQuery, searchable
from infusionplanner.domain.patient import Setting
from infusionplanner_ui.pages.week.data import name_of
from infusionplanner_ui.widgets.inline_panel import InlinePanel
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.search_field import SearchField
from infusionplanner_ui.widgets.table import prepare_table
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.shell.ward import Ward

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


class BookPanel(InlinePanel):
    """Search, choose with the arrows and Enter; ``proposed`` then carries the patient and the planner's proposal."""

    proposed = Signal(str, object)
    refused = Signal(str)
    """Why there is no proposal, while the panel is not open to say it itself."""

    def __init__(self, ward: Ward, shown_name: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._ward = ward
        self._shown_name = shown_name
        self._model = WaitingModel(self)
        self._note = text_label("", "small", wrap=True)
        self.search = SearchField(self)
        self.table = QTableView(self)
        self.table.setModel(self._model)
        prepare_table(self.table, "", stretch=0)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self._note)
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.search.searched.connect(self._searched)
        self.search.moved.connect(self._step)
        self.search.accepted.connect(self._choose)
        self.search.left.connect(self.rejected)
        self.table.activated.connect(self._choose)
        self.accepted.connect(self._choose)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.set_title(self.tr("Book the next dose"))
        self._note.setText(self.tr("Patients whose next dose in the unit has no time yet, the first to be due on top."))
        self.search.set_hint(self.tr("Find patient"))
        self.table.setAccessibleName(self.tr("Patients without a time"))
        self.set_buttons(self.tr("Find a time"), self.tr("Cancel"))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with an empty search."""
        super().showEvent(event)
        self.clear_error()
        self.search.clear()
        self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self, first: str | None = None) -> None:
        """Read the patients anew; ``first`` stands on top when the next dose of this patient has no time."""
        patients = self._ward.overview.patients
        rows = [
            Waiting(who, self._shown_name(name_of(self._ward, who)), dose.number, dose.due, searchable(patients[who]))
            for who, plan in self._ward.overview.plans.items()
            if (dose := plan.next_dose) is not None and not dose.booked and dose.setting is Setting.UNIT
        ]
        rows.sort(key=lambda row: (row.patient != first, row.due, sort_key(row.name)))
        self._model.set_rows(tuple(rows))
        self._model.search(self.search.text())
        self._select(0)

    def _searched(self, wanted: str) -> None:
        self._model.search(wanted)
        self._select(0)

    def _step(self, by: int) -> None:
        self._select(self.table.currentIndex().row() + by)

    def _select(self, row: int) -> None:
        last = self._model.rowCount() - 1
        self.table.selectRow(min(max(row, 0), last))
        self.set_ready(last >= 0)

    def _choose(self) -> None:
        row = self._model.row(self.table.currentIndex().row())
        if row is None:
            return
        self.propose(row.patient)

    def propose(self, who: PatientId) -> None:
        """Ask the planner for the time of a patient's next dose."""
        desk = self._ward.desk
        self._ward.operations.run(
            lambda: proposal(desk, who), owner=self, done=partial(self._found, who), failed=self._refused
        )

    def _found(self, who: PatientId, found: BookingProposal) -> None:
        self.proposed.emit(who, found)

    def _refused(self, error: Exception) -> None:
        if self.isVisible():
            self.show_error(sentence(error))
        else:
            self.refused.emit(sentence(error))

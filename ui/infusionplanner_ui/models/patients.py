"""The list of patients: filtered and searched in memory, sorted by Norwegian rules, with its cells made when shown."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from infusionplanner.application.search import SearchQuery
from infusionplanner_ui.models.cells import KEY_ROLE, Cell, Index
from infusionplanner_ui.models.headed import ROOT, HeadedModel
from infusionplanner_ui.models.patient_rows import PatientRow, Show
from infusionplanner_ui.models.patient_words import next_dose
from infusionplanner_ui.models.rows import cell_data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.models.patient_words import PatientWords


class Column(IntEnum):
    """Columns of the list."""

    NAME = 0
    BORN = 1
    TREATMENT = 2
    DOSES = 3
    NEXT = 4
    WHERE = 5
    PML = 6
    ATTENTION = 7


class PatientsModel(HeadedModel):
    """All patients of the overview, less those that the search and the filter leave out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[PatientId, PatientRow] = {}
        self._shown: list[PatientRow] = []
        self._answering: list[PatientRow] = []
        """Those shown, in the order of the column and not yet of how well they answer the search."""
        self._cells: dict[tuple[PatientId, int], Cell] = {}
        self._words: PatientWords | None = None
        self._wanted = SearchQuery()
        self._show = Show.ALL
        self._order = (Column.NAME, Qt.SortOrder.AscendingOrder)
        self.set_headings(("",) * len(Column))

    # what is shown

    def set_rows(self, rows: Mapping[PatientId, PatientRow], words: PatientWords) -> None:
        """Show the patients as they stand now."""
        if rows != self._all:
            as_before = [rows[who] for who in self._all if who in rows]  # nearly in order, which makes sorting fast
            new = [row for who, row in rows.items() if who not in self._all]
            self._all = {row.id: row for row in sorted([*as_before, *new], key=lambda row: row.sort_key)}
        self._words = words
        self._cells.clear()
        self._choose()

    def clear(self) -> None:
        """Show nobody, as before a unit is open."""
        self._all = {}
        self._choose()

    def search(self, typed: str) -> None:
        """Show those who answer to what is typed, the best answers first."""
        wanted = SearchQuery.of(typed)
        among = self._answering if wanted.narrows(self._wanted) else None
        self._wanted = wanted
        self._choose(among)

    def show_only(self, show: Show) -> None:
        """Show those who belong to a choice."""
        self._show = show
        self._choose()

    def count(self, show: Show) -> int:
        """Return how many patients belong to a choice, whatever is searched for."""
        return sum(show in row.choices for row in self._all.values())

    @property
    def total(self) -> int:
        """How many patients the unit has."""
        return len(self._all)

    def row(self, number: int) -> PatientRow | None:
        """Return the patient of a line."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def number(self, patient: PatientId | None) -> int:
        """Return the line of a patient, -1 when it is not shown."""
        return next((number for number, row in enumerate(self._shown) if row.id == patient), -1)

    def _choose(self, among: Sequence[PatientRow] | None = None) -> None:
        """Show those who are wanted, of all or ``among`` some that are in order already."""
        self.beginResetModel()
        chosen = self._in_order() if among is None else list(among)
        if self._wanted != SearchQuery():
            ranked = [(rank, row) for row in chosen if (rank := row.rank(self._wanted)) is not None]
            self._answering = [row for _, row in ranked]
            ranked.sort(key=_by_rank)
            chosen = [row for _, row in ranked]
        else:
            self._answering = chosen
        self._shown = chosen
        self.endResetModel()

    def _in_order(self) -> list[PatientRow]:
        chosen = list(self._all.values())
        if self._show is not Show.ALL:
            chosen = [row for row in chosen if self._show in row.choices]
        column, order = self._order
        if column is not Column.NAME or order is not Qt.SortOrder.AscendingOrder:
            chosen.sort(key=_SORTING[column], reverse=order is Qt.SortOrder.DescendingOrder)
        return chosen

    # what Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of patients shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a cell, its words, or the patient of its line."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        if role == KEY_ROLE:
            return self._shown[index.row()].id
        cell = self.cell(index.row(), index.column())
        return None if cell is None else cell_data(cell, role)

    def cell(self, row: int, column: int) -> Cell | None:
        """Return what stands in a cell, made when it is first asked for."""
        if self._words is None or not 0 <= row < len(self._shown):
            return None
        known = self._shown[row]
        place = known.id, column
        if place not in self._cells:
            self._cells[place] = self._words.cell(known, Column(column).name)
        return self._cells[place]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal lines stay in the order of the names."""
        wanted = Column(column) if 0 <= column < len(Column) else Column.NAME
        if (wanted, order) != self._order:
            self._order = wanted, order
            self._choose()


def _by_rank(found: tuple[int, PatientRow]) -> int:
    return found[0]


def _next_day(row: PatientRow) -> date:
    coming = row.plan.next_dose
    return date.max if coming is None else next_dose(row.patient, row.plan, coming, row.today).day


def _pml(row: PatientRow) -> float:
    known = row.plan.pml.per_1000 if row.plan.pml is not None else None
    return -1.0 if known is None else known


_SORTING: dict[Column, Any] = {
    Column.NAME: lambda row: row.sort_key,
    Column.BORN: lambda row: row.patient.birth_date or date.max,
    Column.TREATMENT: lambda row: (row.patient.course.product or "", row.plan.next_dose is None, row.stage),
    Column.DOSES: lambda row: row.plan.doses_completed,
    Column.NEXT: _next_day,
    Column.WHERE: lambda row: row.stage,
    Column.PML: _pml,
    Column.ATTENTION: lambda row: row.urgency,
}

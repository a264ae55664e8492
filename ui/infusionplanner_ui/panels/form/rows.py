"""One patient at a time: the highlighted row of a list and the panel beside it are kept with the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QRect

from infusionplanner_ui.widgets.row_marks import RowMarks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTableView

    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.panels.form.host import PanelHost

_WHOLE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class PatientRows(QObject):
    """Choosing another row closes a panel that nobody touched; one that was begun keeps its row and asks.

    ``patient_at`` tells whom a row is about, ``name`` the column in which the name stands. A row that was only tried
    is dotted, never highlighted.
    """

    def __init__(
        self, table: QTableView, host: PanelHost, patient_at: Callable[[int], PatientId | None], *, name: int = 0
    ) -> None:
        super().__init__(table)
        self._table, self._host, self._patient_at, self._name = table, host, patient_at, name
        self._tried: tuple[int, PatientId] | None = None
        self._settling = False
        self.marks = RowMarks(table, self._begun_row, self._tried_row)
        chosen = table.selectionModel()
        chosen.currentRowChanged.connect(self._chosen)
        chosen.selectionChanged.connect(self._selected)
        table.model().modelReset.connect(self.marks.refresh)
        host.opened.connect(self._settle)
        host.marked.connect(self._mark)

    @property
    def tried(self) -> PatientId | None:
        """Whose row was tried while a panel was begun."""
        return None if self._tried is None else self._tried[1]

    @property
    def begun(self) -> PatientId | None:
        """Whose row is marked as begun."""
        return self._host.patient if self._host.is_begun else None

    def _row_of(self, patient: PatientId | None, near: int) -> int | None:
        """Return the row of a patient: this one where it is theirs, else their first."""
        if patient is None or self._patient_at(near) == patient:
            return None if patient is None else near
        return next((row for row in range(self._table.model().rowCount()) if self._patient_at(row) == patient), None)

    def _chosen(self, new: QModelIndex, old: QModelIndex) -> None:
        patient = self._patient_at(new.row()) if new.isValid() else None
        if self._settling or self._host.patient is None or patient in {None, self._host.patient}:
            return
        # Rows that are filled anew have none before: nobody has chosen then.
        if old.isValid() and not self._host.is_begun:
            self._host.close_panel()
            return
        if old.isValid() and patient is not None:
            tried = new.row(), patient
            name = str(self._table.model().index(new.row(), self._name).data())
            self._host.leave_for(name, lambda: self._go_to(*tried), patient)
            self._tried = tried
            self.marks.refresh()
        self._settle()

    def _selected(self) -> None:
        if self._host.is_begun:
            self._settle()

    def _settle(self) -> None:
        """Highlight the row of the open panel and no other."""
        patient, chosen = self._host.patient, self._table.selectionModel()
        if self._settling or patient is None:
            return
        row = self._row_of(patient, self._table.currentIndex().row())
        self._settling = True
        if row is None:
            chosen.clear()
        elif row != self._table.currentIndex().row() or not chosen.isRowSelected(row):
            chosen.setCurrentIndex(self._table.model().index(row, 0), _WHOLE_ROW)
        self._settling = False

    def _go_to(self, row: int, patient: PatientId) -> None:
        found = self._row_of(patient, row)
        if found is not None:
            self._table.selectRow(found)
            self._table.setFocus()

    def _mark(self) -> None:
        if not self._host.is_asking:
            self._tried = None
        self.marks.refresh()

    def _rect(self, row: int | None) -> QRect | None:
        if row is None:
            return None
        first = self._table.visualRect(self._table.model().index(row, 0))
        return QRect(0, first.top(), self._table.viewport().width(), first.height())

    def _begun_row(self) -> tuple[QRect, tuple[int, int]] | None:
        row = self._row_of(self.begun, self._table.currentIndex().row())
        rect = self._rect(row)
        if row is None or rect is None:
            return None
        name = self._table.model().index(row, self._name)
        cell = self._table.visualRect(name)
        return rect, (cell.left() + self._table.sizeHintForIndex(name).width(), cell.right())

    def _tried_row(self) -> QRect | None:
        return None if self._tried is None else self._rect(self._row_of(self._tried[1], self._tried[0]))

"""The list of patients: search as you type, filters, and the way into each patient's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from infusionplanner_ui.look.icons import set_icon
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.cell_table import CellTable
from infusionplanner_ui.models.patient_rows import Show
from infusionplanner_ui.models.patient_words import PatientWords
from infusionplanner_ui.models.patients import Column, PatientsModel
from infusionplanner_ui.panels.form.host import PanelHost
from infusionplanner_ui.panels.form.menu import ButtonLetter
from infusionplanner_ui.panels.new_patient import NewPatientPanel
from infusionplanner_ui.patient_import import ImportCard
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.empty_state import EmptyState
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.search_field import SearchField
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.widgets.table import prepare_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.shell.folding import Fold
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.operations import Changes
    from infusionplanner_ui.shell.ward import Ward

_WIDTHS = {
    Column.BORN: 110,
    Column.TREATMENT: 196,
    Column.DOSES: 66,
    Column.NEXT: 184,
    Column.WHERE: 106,
    Column.PML: 116,
    Column.ATTENTION: 148,
}
_LESS_IMPORTANT = (Column.PML, Column.WHERE, Column.BORN, Column.TREATMENT)
"""Columns that are left out where there is little room, the first one first."""

_LEAST_NAME = 160
_WIDE_BAR = 1050
_WIDEST = 1.3
_SEARCH_WIDTH = 300


class PatientsPage(Page):
    """All patients of the unit. Enter opens the one that is marked."""

    def __init__(self, frame: Frame, ward: Ward) -> None:
        super().__init__(frame)
        self._ward = ward
        self._marked: PatientId | None = None
        self.model = PatientsModel(self)
        self.search = SearchField(self)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.search.setMinimumWidth(_SEARCH_WIDTH)
        self.filters = SegmentedControl(parent=self)
        self._counted = text_label("", "small")
        self.view = CellTable(self)
        self.empty = EmptyState(self)
        self._new = button("", "primary")
        self._load = button()
        self.loading = ImportCard(ward, self)
        self.host = PanelHost(self, ward)
        self._build()
        self._connect()
        self._letter = ButtonLetter(self._new, self)
        self.setFocusProxy(self.search.edit)
        self.retranslate()

    # the page

    def title(self) -> str:
        """Return the title."""
        return self.tr("Patients")

    def subtitle(self) -> str:
        """Return how many patients the unit has."""
        return self.tr("%n in the unit", "", self.model.total) if self.model.total else ""

    def header_widgets(self) -> Sequence[QWidget]:
        """Return the buttons for a list of patients and for a new one."""
        return self._load, self._new

    def open(self, argument: object) -> None:
        """Search for a text, as the frame's search hands it over, or show one of the filters."""
        if isinstance(argument, Show):
            self.filters.select(argument.value)
            self._filter(argument.value)
        elif isinstance(argument, str):
            self.search.edit.setText(argument)

    def refresh(self, changes: Changes) -> None:
        """Show the patients as they stand now, with the same one marked."""
        del changes
        if self._ward.is_open:
            self._show_overview()
        else:
            self.model.clear()
        self._name_filters()
        self._keep_room_for_count()
        self._show_rows()
        self.header_changed.emit()

    def fold(self, fold: Fold) -> None:
        """Give the panel its width."""
        super().fold(fold)
        self.host.set_width(fold.panel)

    def retranslate(self) -> None:
        """Set every text."""
        self.search.set_hint(
            self.tr("Name, birth date, phone or national id"), short=self.tr("Name, date, phone or id")
        )
        self.filters.set_name(self.tr("Which patients"))
        self.view.setAccessibleName(self.tr("Patients"))
        self._new.setText(self.tr("&New patient"))
        self._letter.follow()
        set_icon(self._new, "user-plus", "on_accent")
        if self.loading.isVisible():
            self.loading.forget()
        self._load.setText(self.tr("Import …"))
        self._load.setToolTip(self.tr("Take in patients from files"))
        set_icon(self._load, "upload")
        headings = {
            Column.NAME: self.tr("Name"),
            Column.BORN: self.tr("Born"),
            Column.TREATMENT: self.tr("Treatment"),
            Column.DOSES: self.tr("Doses"),
            Column.NEXT: self.tr("Next dose"),
            Column.WHERE: self.tr("Where"),
            Column.PML: self.tr("PML risk"),
            Column.ATTENTION: self.tr("Attention"),
        }
        self.model.set_headings([headings[column] for column in Column])
        if self._ward.is_open and self.model.total:
            self._show_overview()
        self._name_filters()
        self._keep_room_for_count()
        self._show_rows()

    def _show_overview(self) -> None:
        words = PatientWords(self._ward.wording, self.frame.shown_name, shielded=self.frame.shielded)
        self.model.set_rows(self._ward.lists.rows(self._ward.overview), words)

    # building

    def _build(self) -> None:
        prepare_table(self.view, "")
        self.view.setModel(self.model)
        self.view.setSortingEnabled(True)
        columns = self.view.horizontalHeader()
        columns.setSortIndicator(Column.NAME, Qt.SortOrder.AscendingOrder)
        columns.setSortIndicatorShown(True)
        columns.setStretchLastSection(False)
        for column, width in _WIDTHS.items():
            columns.resizeSection(column, width)
        columns.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        bar = QHBoxLayout()
        bar.setSpacing(space(3))
        bar.addWidget(self.search)
        bar.addWidget(self.filters)
        bar.addStretch(1)
        bar.addWidget(self._counted)
        card = Card(flush=True, parent=self)
        card.round_top()
        card.body.addWidget(self._stack)
        work = QWidget(self)
        left = QVBoxLayout(work)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(space(3))
        left.addLayout(bar)
        left.addWidget(self.loading)
        left.addWidget(card, 1)
        self.stand(work, self.host)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what matters least where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many columns as there is room for; the filters give way to a panel on a small screen."""
        beside = self.host.width() + space(4) if self.host.panel is not None else 0
        room = self.width() - 2 * space(5) - beside
        self.filters.setVisible(not beside or room > _WIDE_BAR)
        needed = _LEAST_NAME + sum(_WIDTHS.values())
        for column in _LESS_IMPORTANT:
            hidden = needed > room
            self.view.setColumnHidden(column, hidden)
            needed -= _WIDTHS[column] if hidden else 0
        factor = min(max(room / needed, 1.0), _WIDEST)
        for column, width in _WIDTHS.items():
            self.view.horizontalHeader().resizeSection(column, round(width * factor))

    def _connect(self) -> None:
        self.host.opened.connect(self._fit)
        self.host.closed.connect(self._fit)
        self.search.searched.connect(self._search)
        self.search.moved.connect(self._step)
        self.search.accepted.connect(self.open_marked)
        self.search.left.connect(self._leave_search)
        self.filters.changed.connect(self._filter)
        self.view.activated.connect(self._activated)
        self.view.selectionModel().currentRowChanged.connect(self._mark)
        self.view.installEventFilter(self)
        self.empty.chosen.connect(self._empty_chosen)
        self._new.clicked.connect(self.add_patient)
        self._load.clicked.connect(self.import_list)
        self.loading.imported.connect(self._imported)
        self.loading.closed.connect(self.search.edit.setFocus)

    def _name_filters(self) -> None:
        names = {
            Show.ALL: self.tr("All"),
            Show.ATTENTION: self.tr("Attention"),
            Show.UNIT: self.tr("In the unit"),
            Show.HOME: self.tr("At home"),
            Show.FIRST: self.tr("First doses"),
            Show.BEFORE: self.tr("Before start"),
            Show.STOPPED: self.tr("Stopped"),
        }
        self.filters.set_segments([(show.value, f"{name} {self.model.count(show)}") for show, name in names.items()])

    # what happens

    def _search(self, typed: str) -> None:
        self.model.search(typed)
        self._show_rows(first=True)

    def _filter(self, key: str) -> None:
        self.model.show_only(Show(key))
        self._show_rows(first=True)

    def _leave_search(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self, *, first: bool = False) -> None:
        """Mark the same patient as before, or the first one, and say how many there are."""
        rows = self.model.rowCount()
        self._stack.setCurrentIndex(0 if rows else 1)
        narrowed = rows != self.model.total
        self._counted.setText(self._count(rows) if narrowed else "")
        self._counted.setVisible(narrowed)
        if not rows:
            self._say_why_empty()
            return
        marked = -1 if first else self.model.number(self._marked)
        self._go_to(max(marked, 0))

    def _count(self, rows: int) -> str:
        return self.tr("{shown} of {all}").format(shown=rows, all=self.model.total)

    def _keep_room_for_count(self) -> None:
        """Give the count its greatest size once: else each letter of a search would lay out the whole page."""
        self._counted.ensurePolished()
        metrics = self._counted.fontMetrics()
        self._counted.setFixedSize(metrics.horizontalAdvance(self._count(self.model.total)) + 4, metrics.height())

    def _say_why_empty(self) -> None:
        if self.model.total:
            title, sentence = self.tr("Nobody found"), self.tr("No patient answers to this search in this list.")
            self.empty.set("search", title, sentence, (("clear", self.tr("Show all patients")),))
        elif self._ward.is_open:
            title = self.tr("No patients yet")
            sentence = self.tr("Add the first patient here, or import a list.")
            ways = (("new", self.tr("New patient")), ("import", self.tr("Import …")))
            self.empty.set("users", title, sentence, ways)
        else:
            self.empty.set("users", self.tr("Patients"), self.tr("The unit is being opened."))

    def _empty_chosen(self, key: str) -> None:
        acts = {"new": self.add_patient, "import": self.import_list}
        if key in acts:
            acts[key]()
            return
        self.search.clear()
        self.filters.select(Show.ALL.value)
        self._filter(Show.ALL.value)

    def _step(self, by: int) -> None:
        self._go_to(min(max(self.view.currentIndex().row() + by, 0), self.model.rowCount() - 1))

    def _go_to(self, number: int) -> None:
        index = self.model.index(number, 0)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def _mark(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(current.row())
        if row is not None:
            self._marked = row.id

    def _activated(self, index: QModelIndex) -> None:
        self._go_to(index.row())
        self.open_marked()

    def open_marked(self) -> None:
        """Open the page of the patient that is marked."""
        row = self.model.row(self.view.currentIndex().row())
        if row is not None:
            self.frame.show_page("patient", row.id)

    def add_patient(self) -> None:
        """Open the panel for a new patient."""
        if self._ward.is_open:
            panel = NewPatientPanel(self._ward)
            panel.acted.connect(self._added)
            self.host.open(panel)

    def import_list(self) -> None:
        """Ask for patient files, and say what they hold before anything is stored."""
        if self._ward.is_open:
            self.loading.choose()

    def _imported(self, number: int) -> None:
        self.frame.toast(self.tr("%n patient(s) imported", "", number), tone=Tone.OK)

    def _added(self, done: Done) -> None:
        self.search.clear()
        self.frame.show_page("patient", min(done.patients))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Search from the table too: a letter typed there goes into the search field."""
        if watched is self.view and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
            if plain and event.text().strip() and event.text().isprintable():
                self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.search.edit.insert(event.text())
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.open_marked()
                return True
        return super().eventFilter(watched, event)

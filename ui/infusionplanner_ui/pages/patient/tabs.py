"""The tabs of the patient page: plan, doses, tests and controls, prescriptions, history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QStackedWidget, QTabBar, QTableView, QWidget

from infusionplanner.application.journal import JournalAct
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models import patient_history
from infusionplanner_ui.models.cells import CellDelegate
from infusionplanner_ui.models.rows import Row, RowsModel
from infusionplanner_ui.pages.patient import plan as patient_plan
from infusionplanner_ui.pages.patient import tables as patient_tables
from infusionplanner_ui.pages.patient.plan import WHY_COLUMN, PlanLine
from infusionplanner_ui.panels.acts.spec import Wish
from infusionplanner_ui.widgets.card import Card, separator
from infusionplanner_ui.widgets.empty_state import EmptyState
from infusionplanner_ui.widgets.table import prepare_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.pages.patient.facts import PatientFacts

_SCROLL_BAR, _NARROWEST, _WIDEST = 14, 0.9, 1.5
PLAN, DOSES, TESTS, SUPPLY, HISTORY = range(5)


@dataclass(frozen=True, slots=True)
class _Tab:
    """How one table is made: headings, rows, the usual width of its columns, and which one takes what is left.

    ``drops`` are left out where there is little room, the first one first.
    """

    headings: Callable[[], Sequence[str]]
    rows: Callable[[PatientFacts], Sequence[Row]]
    widths: tuple[int, ...]
    grows: int
    drops: tuple[int, ...] = ()


class TableStack(QWidget):
    """A table, or in its place a word on why it is empty."""

    def __init__(self, tab: _Tab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tab = tab
        self.model = RowsModel(self)
        self.view = QTableView(self)
        self.empty = EmptyState(self)
        prepare_table(self.view, "")
        self.view.horizontalHeader().setStretchLastSection(False)
        self.view.setModel(self.model)
        self.view.setItemDelegate(CellDelegate(self.view))
        self.view.setMouseTracking(True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._shown: PatientId | None = None
        self.setFocusProxy(self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room, and share it out among the columns."""
        super().resizeEvent(event)
        self._stack.setGeometry(self.rect())
        self._share_out()

    def _share_out(self) -> None:
        """Give each column its width, more of it where there is more room, and leave some out where there is less."""
        columns, room = self.view.horizontalHeader(), self.width() - _SCROLL_BAR
        widths = dict(enumerate(self.tab.widths[: columns.count()]))
        for column in self.tab.drops:
            out = room < sum(widths.values()) * _NARROWEST
            self.view.setColumnHidden(column, out)
            if out:
                del widths[column]
        factor = min(max(room / max(sum(widths.values()), 1), _NARROWEST), _WIDEST)
        grows = self.tab.grows if self.tab.grows in widths else 1
        for column, width in widths.items():
            if column != grows:
                columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                columns.resizeSection(column, round(width * factor))
            else:
                columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_facts(self, facts: PatientFacts | None) -> None:
        """Show the rows of a patient from the top, with the same row marked as before when it is the same patient."""
        same = facts is not None and facts.id == self._shown
        number = self.view.currentIndex().row() if same else 0
        self._shown = facts.id if facts is not None else None
        self.model.set_headings(self.tab.headings())
        self.model.set_rows(self.tab.rows(facts) if facts is not None else ())
        self._share_out()
        rows = self.model.rowCount()
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows:
            self.view.setCurrentIndex(self.model.index(min(max(number, 0), rows - 1), 0))
        if not same:
            self.view.scrollToTop()


class PatientTabs(Card):
    """The tabs.

    ``wished`` carries the act of a row, ``why_asked`` a plan line and where it stands, ``act_chosen`` an entry of the
    history.
    """

    wished = Signal(object)
    why_asked = Signal(object, QRect, QWidget)
    act_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self.bar = QTabBar(self)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self._stack = QStackedWidget(self)
        self._facts: PatientFacts | None = None
        self._stale: set[int] = set()
        self.tables = [TableStack(tab, self) for tab in _TABS]
        for table in self.tables:
            self.bar.addTab("")
            self._stack.addWidget(table)
            table.view.installEventFilter(self)
            table.view.doubleClicked.connect(self._activate)
        self.tables[PLAN].view.clicked.connect(self._clicked)
        self.tables[PLAN].view.viewport().installEventFilter(self)
        self.body.setSpacing(0)
        self.body.setContentsMargins(0, space(1), 0, 0)
        self.body.addWidget(self.bar)
        self.body.addWidget(separator())
        self.body.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._change_tab)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        names = (
            self.tr("Plan"),
            self.tr("Doses"),
            self.tr("Tests and controls"),
            self.tr("Prescriptions"),
            self.tr("History"),
        )
        empty = (
            (self.tr("No plan"), self.tr("The treatment is not ordered, or it has ended.")),
            (self.tr("No doses yet"), self.tr("The first dose is recorded here or on the page of today.")),
            (self.tr("No results yet"), self.tr("Register the first result with Ctrl+R.")),
            (self.tr("No prescription"), self.tr("An H-prescription is needed for home treatment only.")),
            (self.tr("No history"), self.tr("Every change is kept here.")),
        )
        self.bar.setAccessibleName(self.tr("Parts of the patient's record"))
        for number, name in enumerate(names):
            self.bar.setTabText(number, name)
            self.tables[number].view.setAccessibleName(name)
            self.tables[number].empty.set("inbox", *empty[number])

    def show_facts(self, facts: PatientFacts | None) -> None:
        """Show a patient; only the tab in sight is filled now, the others when they are looked at."""
        self._facts = facts
        self._stale = set(range(len(self.tables)))
        self._change_tab(self.bar.currentIndex())

    def open_tab(self, number: int) -> None:
        """Show one of the tabs."""
        self.bar.setCurrentIndex(number)

    def _change_tab(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        if number in self._stale:
            self._stale.discard(number)
            self.tables[number].show_facts(self._facts)

    @property
    def current(self) -> TableStack:
        """The table in sight."""
        return self.tables[self.bar.currentIndex()]

    # what rows do

    def _key(self) -> object:
        return self.current.model.key(self.current.view.currentIndex().row())

    def _activate(self, index: QModelIndex | None = None) -> None:
        if index is not None and self._is_why(index):
            return
        key = self._key()
        if isinstance(key, PlanLine) and key.wish is not None:
            self.wished.emit(key.wish)
        elif isinstance(key, Wish):
            self.wished.emit(key)
        elif isinstance(key, JournalAct):
            self.act_chosen.emit(key)

    def _is_why(self, index: QModelIndex) -> bool:
        return self.bar.currentIndex() == PLAN and index.column() == WHY_COLUMN

    def _clicked(self, index: QModelIndex) -> None:
        if self._is_why(index):
            self.ask_why()

    def ask_why(self) -> None:
        """Ask for the rule behind the marked line of the plan."""
        key, view = self._key(), self.current.view
        if isinstance(key, PlanLine):
            cell = view.visualRect(view.model().index(view.currentIndex().row(), WHY_COLUMN))
            self.why_asked.emit(key, cell, view.viewport())

    def _menu(self, at: QPoint) -> None:
        key = self._key()
        menu = QMenu(self)
        if isinstance(key, PlanLine):
            why = QAction(self.tr("Why? (Space)"), menu)
            why.triggered.connect(self.ask_why)
            menu.addAction(why)
        if not isinstance(key, PlanLine) or key.wish is not None:
            open_ = QAction(self.tr("Open (Enter)"), menu)
            open_.triggered.connect(self._activate)
            menu.addAction(open_)
        menu.popup(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter does what a row is for, Space asks why; the pointer shows what can be clicked."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._activate()
                return True
            if event.key() == Qt.Key.Key_Space and self.bar.currentIndex() == PLAN:
                self.ask_why()
                return True
        if event.type() is QEvent.Type.ContextMenu:
            view = self.current.view
            self._menu(view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft()))
            return True
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            view = self.tables[PLAN].view
            over = self._is_why(view.indexAt(event.position().toPoint()))
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            view.viewport().setCursor(shape)
        return super().eventFilter(watched, event)


_TABS = (
    _Tab(patient_plan.plan_headings, patient_plan.plan_rows, (112, 140, 120, 104, 176, 86), 4, (4, 2)),
    _Tab(patient_tables.dose_headings, patient_tables.dose_rows, (46, 150, 156, 94, 126, 150, 88), 3, (6, 3, 2)),
    _Tab(patient_tables.test_headings, patient_tables.test_rows, (112, 190, 190, 120, 90), 2, (4, 3)),
    _Tab(patient_tables.supply_headings, patient_tables.supply_rows, (112, 160, 160, 200), 3),
    _Tab(patient_history.history_headings, patient_history.history_rows, (164, 104, 190, 290), 3, (1,)),
)

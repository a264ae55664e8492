"""Home treatment: who is at home, whom to call, what runs out, and who may go home soon."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.cells import CellDelegate
from infusionplanner_ui.models.lazy_rows import LazyRows
from infusionplanner_ui.pages.home.calendars import HomeExports
from infusionplanner_ui.pages.home.detail import HomeDetail
from infusionplanner_ui.pages.home.print import ListPrint
from infusionplanner_ui.pages.home.words import HomeList, HomeWords
from infusionplanner_ui.panels.acts.spec import Act, Wish
from infusionplanner_ui.panels.acts.table import offered
from infusionplanner_ui.panels.form.host import PanelHost
from infusionplanner_ui.panels.form.rows import PatientRows
from infusionplanner_ui.panels.opening import panel
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card, separator
from infusionplanner_ui.widgets.empty_state import EmptyState
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.widgets.table import FittedTable, prepare_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex

    from infusionplanner.application.calendar.hand_out_many import BulkExport
    from infusionplanner.application.records import PatientId
    from infusionplanner.application.views.home_patients import HomeLists
    from infusionplanner_ui.pages.home.words import Row
    from infusionplanner_ui.shell.answers import Query
    from infusionplanner_ui.shell.folding import Fold
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.operations import Changes
    from infusionplanner_ui.shell.ward import Ward

_MOST = {
    HomeList.ALL: {},
    HomeList.CALLS: {},
    HomeList.SUPPLY: {0: 190, 3: 220},
    HomeList.SOON: {0: 190},
    HomeList.STALE: {0: 190},
}
"""The most that columns get; names that are longer stand on two lines."""

_GROWS = {HomeList.ALL: 0, HomeList.CALLS: 0, HomeList.SUPPLY: 1, HomeList.SOON: 3, HomeList.STALE: 1}
_GIVES = {
    HomeList.ALL: {6: 98},
    HomeList.CALLS: {},
    HomeList.SUPPLY: {3: 140, 0: 150},
    HomeList.SOON: {},
    HomeList.STALE: {0: 150},
}


class HomePage(Page):
    """One list at a time, the chosen patient beside it, and the telephone form over both."""

    def __init__(self, frame: Frame, ward: Ward) -> None:
        super().__init__(frame)
        self._ward = ward
        self._rows: dict[HomeList, tuple[Row, ...]] = dict.fromkeys(HomeList, ())
        self._sought: str | HomeList | None = None
        self._lists: Query[HomeLists] = ward.query(self, self._take_lists)
        self._words = HomeWords(ward, frame.shown_name, self)
        self.views = SegmentedControl("", self)
        self.model = LazyRows(self._words.cells, self)
        self.table = FittedTable(self)
        self.detail = HomeDetail(ward, self._words, self)
        self.host = PanelHost(self, ward)
        self._empty = EmptyState(self)
        self._print = button("", icon="printer", parent=self)
        self._calendars = button("", icon="calendar-days", parent=self)
        self.exports = HomeExports(ward, frame)
        self.printing = ListPrint(ward, frame)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    def _lay_out(self) -> None:
        card = self._card = Card(flush=True, parent=self)
        self._choices = QWidget(card)
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(space(3), space(2), space(3), space(2))
        choices.addWidget(self.views)
        choices.addStretch(1)
        card.body.addWidget(self._choices)
        self._line = separator(self)
        card.body.addWidget(self._line)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._empty, 1)
        self._empty.hide()
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.detail.setFixedWidth(space(70))
        self.stand(card, self.detail, self.host)

    def _connect(self) -> None:
        self.views.changed.connect(lambda key: self.show_view(HomeList(key)))
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self.detail.show_row(self.row))
        self.table.activated.connect(self._activated)
        self.rows = PatientRows(self.table, self.host, self._patient_at)
        self.detail.acted.connect(self.act)
        self._calendars.clicked.connect(lambda: self.exports.hand_out(self._listed()))
        self._print.clicked.connect(self._show_prints)
        self.exports.handed.connect(self._show_handed)
        self._ward.calendars.compared.connect(self._show_compared)
        for act, key in ((Act.HOME_REPORT, "R"), ("patient", "O")):
            self._shortcut(key, partial(self.act, act))
        for number, view in enumerate(HomeList, start=1):
            self._shortcut(str(number), partial(self._go_to, view))
        self.host.opened.connect(self._make_room)
        self.host.closed.connect(self._take_room)

    def _shortcut(self, key: str, act: Callable[[], None]) -> None:
        """Let a key act while the list, its choices or what stands in its place has the focus."""
        shortcut = QShortcut(QKeySequence(key), self._card)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _go_to(self, view: HomeList) -> None:
        self.show_view(view)
        if self._rows[view]:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # texts

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Home treatment")

    def subtitle(self) -> str:
        """Return how many are at home."""
        return self.tr("%n patient(s)", "", len(self._rows[HomeList.ALL])) if self._ward.is_open else ""

    def header_widgets(self) -> Sequence[QWidget]:
        """Return what is printed, and the export of all calendars."""
        return self._print, self._calendars

    def fold(self, fold: Fold) -> None:
        """Give the panel its width."""
        super().fold(fold)
        self.host.set_width(fold.panel)

    def retranslate(self) -> None:
        """Set every text anew."""
        self._print.setText(self.tr("Print …"))
        self._calendars.setText(self.tr("Hand out calendars"))
        self._calendars.setToolTip(self.tr("Calendars of everybody in this list"))
        self.views.set_name(self.tr("List"))
        self._name_lists()
        self._show_rows()

    def _name_lists(self) -> None:
        if not self._ward.is_open:
            self._rows = dict.fromkeys(HomeList, ())
        self.views.set_segments(
            [(view.value, f"{self._words.view_name(view)} {self._number(view)}") for view in HomeList]
        )

    def _number(self, view: HomeList) -> str:
        """Return how many a list has; calendars are compared after the page is shown."""
        unknown = view is HomeList.STALE and self._ward.calendars.untrue is None
        return "…" if unknown and self._ward.is_open else str(len(self._rows[view]))

    # what is shown

    def open(self, argument: object) -> None:
        """Show a list, or a patient: on the call list when a report is awaited, else among all."""
        sought = argument if isinstance(argument, HomeList) else str(argument)
        if isinstance(sought, HomeList) or any(row.patient == sought for rows in self._rows.values() for row in rows):
            self._show_sought(sought)
        else:
            self._sought = sought

    def refresh(self, _: Changes) -> None:
        """Read the lists anew."""
        if self._ward.is_open:
            self._lists.ask(self._ward.lists.home)
            self._ward.calendars.ask()
        else:
            self._lists.drop()
            self._show_lists()

    def _take_lists(self, lists: HomeLists) -> None:
        self._rows = {
            HomeList.ALL: lists.at_home,
            HomeList.CALLS: lists.calls,
            HomeList.SUPPLY: self._words.by_first_day(lists.supply),
            HomeList.SOON: lists.soon,
            HomeList.STALE: self._ward.calendars.untrue or (),
        }
        self._words.renewals = lists.renewals
        self._show_lists()

    def _show_lists(self) -> None:
        self._name_lists()
        if self._sought is not None:
            self._show_sought(self._sought)
        else:
            self._show_rows()
        self.header_changed.emit()

    def _show_compared(self) -> None:
        """Show which calendars are not true, now that they are compared."""
        self._rows[HomeList.STALE] = self._ward.calendars.untrue or ()
        self._name_lists()
        if self._words.view is HomeList.STALE:
            self._show_rows()

    def _show_sought(self, patient: str | HomeList) -> None:
        self._sought = None
        if isinstance(patient, HomeList):
            self.show_view(patient)
            return
        order = (HomeList.CALLS, HomeList.ALL, HomeList.SUPPLY, HomeList.SOON)
        found = (view for view in order if any(row.patient == patient for row in self._rows[view]))
        self.show_view(next(found, HomeList.ALL))
        self._select(patient)

    def show_view(self, view: HomeList) -> None:
        """Show another list."""
        self._words.view = view
        self.views.select(view.value)
        self._show_rows()

    def _show_rows(self) -> None:
        before, at = self.row, max(self.table.currentIndex().row(), 0)
        view = self._words.view
        rows = self._rows[view]
        self.model.set_headings(self._words.headings())
        self.model.set_values(rows)
        self._lay_out_columns(view)
        compared = view is not HomeList.STALE or self._ward.calendars.untrue is not None
        nothing = self._ward.is_open and not rows and compared
        if nothing and self.table.hasFocus():
            self.views.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setVisible(not nothing)
        self._empty.setVisible(nothing)
        if nothing:
            self._say_empty(view)
        if rows:
            same = (n for n, row in enumerate(rows) if before is not None and row.patient == before.patient)
            self.table.selectRow(min(next(same, at), len(rows) - 1))
        else:
            self.detail.show_row(None)

    def _lay_out_columns(self, view: HomeList) -> None:
        prepare_table(self.table, self._words.view_name(view))
        self.table.fit(_GROWS[view], _MOST[view], _GIVES[view], stay=(0, 1))

    def _say_empty(self, view: HomeList) -> None:
        notes = {
            HomeList.ALL: self.tr("Order home treatment on a patient's page once the conditions are met."),
            HomeList.CALLS: self.tr("Every home dose that should have been reported is reported."),
            HomeList.SUPPLY: self.tr("Nobody has to order or renew within the next weeks."),
            HomeList.SOON: self.tr("Nobody reaches enough doses within eight weeks."),
            HomeList.STALE: self.tr("Every calendar that was handed out is still true."),
        }
        self._empty.set("house", self.tr("Nobody here"), notes[view])

    def _select(self, patient: str) -> None:
        for number, row in enumerate(self.model.values):
            if row.patient == patient:
                self.table.selectRow(number)

    @property
    def row(self) -> Row | None:
        """The chosen patient's row."""
        found: Row | None = self.model.value(self.table.currentIndex().row())
        return found

    # acts

    def _patient_at(self, row: int) -> PatientId | None:
        found: Row | None = self.model.value(row)
        return None if found is None else found.patient

    def _activated(self, index: QModelIndex) -> None:
        if index.row() == self.table.currentIndex().row():
            self.detail.buttons[0].click()

    def act(self, key: str) -> None:
        """Do one of the acts of the detail: take a report, a step of the renewal, open the patient and so on."""
        row = self.row
        if row is None:
            return
        if key == "patient":
            self.frame.show_page("patient", row.patient)
        elif offered(act := Act(key), self._ward.patient(row.patient), self._ward.plan(row.patient)):
            self.host.open(panel(self._ward, row.patient, Wish(act)))

    def _show_handed(self, out: BulkExport) -> None:
        """Say what changed for each, when anything did or somebody got no calendar."""
        from infusionplanner_ui.panels.output.handed_out import HandedOutPanel  # noqa: PLC0415 - loaded when it is asked for

        if out.changes or out.skipped:
            self.host.open(HandedOutPanel(self._ward, out, self._words.name))

    def _listed(self) -> tuple[PatientId, ...]:
        return tuple(row.patient for row in self._rows[self._words.view])

    def _show_prints(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        plans = menu.addAction(self.tr("Plans of everybody in this list, into a folder …"))
        plans.triggered.connect(lambda: self.exports.save_plans(self._listed()))
        paper = menu.addAction(self.tr("Plans of everybody in this list, to the printer …"))
        paper.triggered.connect(lambda: self.exports.print_plans(self._listed()))
        for action in (plans, paper):
            action.setEnabled(bool(self._listed()))
        menu.addSeparator()
        menu.addAction(self.tr("Call list …")).triggered.connect(self.printing.save_calls)
        menu.addAction(self.tr("Renewal list …")).triggered.connect(self.printing.save_renewals)
        menu.popup(self._print.mapToGlobal(self._print.rect().bottomLeft()))

    def _make_room(self) -> None:
        """Put the panel in the place of the detail; beside a wide one keep no more of the list than who and when."""
        self.detail.hide()
        wide = self.host.panel is not None and bool(self.host.panel.wide)
        for part in (self._choices, self._line):
            part.setVisible(not wide)
        self._card.round_top(table_on_top=wide)
        for column in range(2, self.model.columnCount()):
            self.table.setColumnHidden(column, wide)

    def _take_room(self) -> None:
        self.detail.show()
        for part in (self._choices, self._line):
            part.show()
        self._card.round_top(table_on_top=False)
        for column in range(2, self.model.columnCount()):
            self.table.setColumnHidden(column, False)  # noqa: FBT003 - Qt's own signature
        self._show_rows()

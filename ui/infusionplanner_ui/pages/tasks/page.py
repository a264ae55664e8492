"""The tasks: everything that is due, by band, kind and person; tests gathered onto a visit; how controls are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from infusionplanner.application.acts.task_claims import claim_tasks, release_tasks
from infusionplanner.application.views.stored import claims
from infusionplanner.application.views.task_list import BANDS, Task, Wanted, counts, tasks
from infusionplanner.application.views.work_items import Band
from infusionplanner.domain.patient import Setting
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.cells import CellDelegate
from infusionplanner_ui.models.lazy_rows import LazyRows
from infusionplanner_ui.pages.home.words import HomeList
from infusionplanner_ui.pages.tasks.audit import AuditCard
from infusionplanner_ui.pages.tasks.calendars import CalendarTask
from infusionplanner_ui.pages.tasks.detail import TaskDetail
from infusionplanner_ui.pages.tasks.words import TaskWords
from infusionplanner_ui.panels.acts.table import wish_of
from infusionplanner_ui.panels.form.host import PanelHost
from infusionplanner_ui.panels.form.rows import PatientRows
from infusionplanner_ui.panels.opening import panel
from infusionplanner_ui.shell.folding import Width
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.buttons import PRESSES
from infusionplanner_ui.widgets.card import Card, separator
from infusionplanner_ui.widgets.empty_state import EmptyState
from infusionplanner_ui.widgets.inline_panel import scrolled
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.widgets.table import FittedTable, prepare_table

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from infusionplanner.application.records import Claim, PatientId
    from infusionplanner_ui.shell.answers import Query
    from infusionplanner_ui.shell.folding import Fold
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.operations import Changes
    from infusionplanner_ui.shell.ward import Ward

_ALL, _EVERYBODY, _NOBODY = "all", "*", "-"
_MOST = {1: 148}
"""The most that the patient's column gets; a longer name stands on two lines."""
_CHOICE_WIDTH, _NARROW_CHOICE = 138, 128
_BOOKED = frozenset({"rebound.warn", "rebound.critical", "home.first_sc_in_unit", "pregnancy.resume"})
"""What is done by booking the next dose."""


class TasksPage(Page):
    """The list at the left, the chosen task and the figures of the controls at the right."""

    def __init__(self, frame: Frame, ward: Ward) -> None:
        super().__init__(frame)
        self._ward = ward
        self._tasks: tuple[Task, ...] = ()
        self._claims: Query[tuple[Claim, ...]] = ward.query(self, self._show_claims)
        self._words = TaskWords(ward, frame.shown_name, self)
        self.bands = SegmentedControl("", self)
        self.kinds = QComboBox(self)
        self.people = QComboBox(self)
        self.model = LazyRows(self._words.cells, self)
        self.table = FittedTable(self)
        self.detail = TaskDetail(ward, self._words, self)
        self.audit = AuditCard(ward, self)
        self.host = PanelHost(self, ward)
        self.calendars = CalendarTask(ward, self)
        self._empty = EmptyState(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    def _lay_out(self) -> None:
        self._card = Card(flush=True, parent=self)
        choices = QHBoxLayout()
        choices.setContentsMargins(space(3), space(2), space(3), space(2))
        choices.setSpacing(space(2))
        choices.addWidget(self.bands)
        choices.addStretch(1)
        for box in (self.kinds, self.people):
            choices.addWidget(box)
        self._card.body.addLayout(choices)
        self._card.body.addWidget(separator(self))
        self._card.body.addWidget(self.calendars)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self._card.body.addWidget(self.table, 1)
        self._card.body.addWidget(self._empty, 1)
        beside = QWidget()
        self._side = scrolled(beside, self)
        self._side.setFixedWidth(space(75))
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(self.detail, 1)
        column.addWidget(self.audit)
        self.stand(self._card, self._side, self.host)

    def _connect(self) -> None:
        self.bands.changed.connect(lambda _: self._narrow())
        self.kinds.currentIndexChanged.connect(lambda _: self._narrow())
        self.people.currentIndexChanged.connect(lambda _: self._narrow())
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._show_detail())
        self.table.activated.connect(self._activated)
        self.rows = PatientRows(self.table, self.host, self._patient_at, name=1)
        self.detail.acted.connect(self.act)
        self.detail.taken.connect(self.take)
        self.detail.opened.connect(self.open_patient)
        self.calendars.asked.connect(lambda: self.frame.show_page("home", HomeList.STALE))
        for key, act in (("T", self.take), ("O", self.open_patient)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        self.host.opened.connect(self._side.hide)
        self.host.closed.connect(self._side.show)

    # texts

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Tasks")

    def subtitle(self) -> str:
        """Return how much there is."""
        return self.tr("%n to do", "", len(self._tasks)) if self._ward.is_open else ""

    def fold(self, fold: Fold) -> None:
        """Give the panel and the choices their width."""
        super().fold(fold)
        for box in (self.kinds, self.people):
            box.setFixedWidth(_NARROW_CHOICE if fold.width is Width.COLUMN else _CHOICE_WIDTH)
        self.host.set_width(fold.panel)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.model.set_headings(self._words.headings())
        prepare_table(self.table, self.tr("Tasks"), stretch=2)
        self.bands.set_name(self.tr("When"))
        self.kinds.setAccessibleName(self.tr("Kind"))
        self.people.setAccessibleName(self.tr("Whose"))
        self._empty.set("check", self.tr("Nothing to do here"), self.tr("No task fits what is chosen above."))
        self.audit.retranslate()
        self.calendars.show_number()
        self._show_tasks()

    # what is shown

    def refresh(self, _: Changes) -> None:
        """Read the tasks anew."""
        if self._ward.is_open:
            self._claims.ask(claims)
            self.audit.refresh()
            self._ward.calendars.ask()
        else:
            self._claims.drop()
            self._show_tasks()
            self.header_changed.emit()

    def _show_claims(self, taken: tuple[Claim, ...]) -> None:
        self._tasks = tasks(self._ward.work_list(), self._ward.overview.plans, taken)
        self._show_tasks()
        self.header_changed.emit()

    def _show_tasks(self) -> None:
        self._tasks = self._tasks if self._ward.is_open else ()
        self._offer_bands()
        self._offer_kinds()
        self._offer_people()
        self._narrow()

    def _offer_bands(self) -> None:
        numbers = counts(self._tasks)
        texts = [(_ALL, f"{self._words.band(None)} {len(self._tasks)}")]
        texts += [(band.value, f"{self._words.band(band)} {numbers.get(band, 0)}") for band in BANDS]
        self.bands.set_segments(texts)

    def _offer_kinds(self) -> None:
        topics = sorted({topic for task in self._tasks for topic in task.topics})
        words = self._ward.wording
        named = sorted((words.label("topic", topic), topic) for topic in topics)
        self._offer(self.kinds, [(self._words.topics(), _ALL), *named])

    def _offer_people(self) -> None:
        who = self._ward.desk.who if self._ward.is_open else ""
        others = sorted({task.who for task in self._tasks if task.who} - {who})
        everybody, nobody = self._words.people()
        rows = [(everybody[1], _EVERYBODY), (self._words.mine(who), who), (nobody[1], _NOBODY)]
        self._offer(self.people, [*rows, *((other, other) for other in others)])

    @staticmethod
    def _offer(box: QComboBox, rows: list[tuple[str, str]]) -> None:
        kept = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            for words, key in rows:
                box.addItem(words, key)
            box.setCurrentIndex(max(box.findData(kept), 0))

    @property
    def wanted(self) -> Wanted:
        """What the list is narrowed to."""
        band, topic, who = self.bands.current, self.kinds.currentData(), self.people.currentData()
        return Wanted(
            None if band in {_ALL, ""} else Band(band),
            None if topic in {_ALL, None} else str(topic),
            None if who in {_EVERYBODY, None} else "" if who == _NOBODY else str(who),
        )

    def _narrow(self) -> None:
        """Show the tasks that are wanted; the chosen one stays chosen, or the one that came into its place."""
        before, row = self.task, max(self.table.currentIndex().row(), 0)
        wanted = self.wanted
        shown = [task for task in self._tasks if wanted.takes(task)]
        self.model.set_values(shown)
        self.table.fit(2, _MOST, stay=(0, 1))
        nothing = self._ward.is_open and not shown
        self.table.setVisible(not nothing)
        self._empty.setVisible(nothing)
        same = next((n for n, task in enumerate(shown) if before is not None and _is_same(task, before)), row)
        if shown:
            self.table.selectRow(min(same, len(shown) - 1))
        else:
            self._show_detail()

    @property
    def task(self) -> Task | None:
        """The chosen task."""
        found = self.model.value(self.table.currentIndex().row())
        return found if isinstance(found, Task) else None

    def _show_detail(self) -> None:
        self.detail.show_task(self.task)

    # acts

    def _patient_at(self, row: int) -> PatientId | None:
        task = self.model.value(row)
        return task.patient if isinstance(task, Task) else None

    def _activated(self, index: QModelIndex) -> None:
        if index.row() == self.table.currentIndex().row():
            self.act()

    def act(self) -> None:
        """Do the one next thing: book on the week, take a report, open the panel that does it, else the patient."""
        task = self.task
        if task is None:
            return
        finding = task.first.finding
        wish = wish_of(finding)
        if finding.key in _BOOKED and self._waits_for_time(task):
            self.frame.show_page("week", task.patient)
        elif finding.key == "home.unreported":
            self.frame.show_page("home", task.patient)
        elif wish is not None:
            self.host.open(panel(self._ward, task.patient, wish))
        else:
            self.open_patient()

    def _waits_for_time(self, task: Task) -> bool:
        coming = self._ward.plan(task.patient).next_dose
        return coming is not None and not coming.booked and coming.setting is Setting.UNIT

    def open_patient(self) -> None:
        """Open the patient of the chosen task."""
        if self.task is not None:
            self.frame.show_page("patient", self.task.patient)

    def take(self) -> None:
        """Take the chosen task, or give it back."""
        task = self.task
        if task is None or not PRESSES.takes():
            return
        use_case = claim_tasks if task.who is None else release_tasks
        self._ward.act(lambda desk: use_case(desk, task.patient, task.keys), owner=self)


def _is_same(one: Task, other: Task) -> bool:
    return one.patient == other.patient and bool(set(one.keys) & set(other.keys))

"""What the sections with a list share: the table at the left, and the form of the chosen row beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.cells import CellDelegate
from infusionplanner_ui.models.rows import RowsModel
from infusionplanner_ui.pages.settings.section import FormSection, SettingsForm
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.table import FittedTable, prepare_table

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from infusionplanner_ui.models.rows import Row
    from infusionplanner_ui.shell.page import Page
    from infusionplanner_ui.shell.ward import Ward


class RowsTable(FittedTable):
    """A table of :class:`Row`. ``chosen`` goes out when another row is marked, ``opened`` on Enter, ``dropped`` on Del.

    The marked row stays marked when other rows are shown, by its key.
    """

    chosen = Signal()
    opened = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(self))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self.clicked.connect(lambda _: self.chosen.emit())
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.installEventFilter(self)

    def prepare(self, widths: Mapping[int, int], stretch: int, first: Collection[int] = ()) -> None:
        """Say how wide the columns are; ``stretch`` takes what is left, ``first`` are left out first."""
        prepare_table(self, "")
        self.horizontalHeader().setStretchLastSection(False)
        self.set_widths(widths, stretch, stay=(0,), first=first)

    def name(self, name: str, headings: Sequence[str]) -> None:
        """Name the table and its columns."""
        self.setAccessibleName(name)
        had = self.rows.columnCount()
        self.rows.set_headings(headings)
        if had != len(headings):
            self.horizontalHeader().setSectionResizeMode(self._grows, QHeaderView.ResizeMode.Stretch)
            self._share_out()

    @property
    def key(self) -> object:
        """What the marked row stands for, None when none is marked."""
        return self.rows.key(self.currentIndex().row())

    def show_rows(self, rows: Sequence[Row], key: object = None) -> None:
        """Show other rows; ``key``, or else the row that was marked, is marked."""
        wanted, number = (self.key if key is None else key), self.currentIndex().row()
        if tuple(rows) != self.rows.rows:
            self.rows.set_rows(rows)
        self.mark(wanted, number)

    def mark(self, key: object, number: int = 0) -> None:
        """Mark the row of a key, or the one of a number when the key is not there."""
        found = next((place for place, row in enumerate(self.rows.rows) if row.key == key), None)
        last = self.rows.rowCount() - 1
        place = min(max(number, 0), last) if found is None else found
        index = self.rows.index(place, 0)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        self.chosen.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the marked row with Enter, drop it with Delete; a key that is held is one press."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            opens = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
            if opens or event.key() == Qt.Key.Key_Delete:
                if not event.isAutoRepeat():
                    (self.opened if opens else self.dropped).emit()
                return True
        return super().eventFilter(watched, event)


class TableSection(FormSection):
    """A table with a form beside it; after the form was saved or left, the table has the focus again."""

    def __init__(
        self, page: Page, ward: Ward, widths: Mapping[int, int], stretch: int, first: Collection[int] = ()
    ) -> None:
        super().__init__(page, ward)
        self.card = Card(flush=True)
        self.table = RowsTable()
        self.table.prepare(widths, stretch, first)
        self.card.body.addWidget(self.table)
        self._wanted: object = None
        self.lay_out()

    def lay_out(self) -> None:
        """Put the form beside the table."""
        row = QHBoxLayout()
        row.setSpacing(space(4))
        row.addWidget(self.card, 1)
        row.addWidget(self.host)
        self.column.addLayout(row, 1)

    def rows(self) -> Sequence[Row]:
        """Return the rows as they are stored."""
        raise AssertionError  # every section has its own rows

    def show_facts(self) -> None:
        """Show the rows as stored, and the form of the marked one, unless something was begun."""
        self.table.show_rows(self.rows(), self._wanted)
        self._wanted = None
        super().show_facts()

    def focus_after(self) -> None:
        """Go back to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class ListSection(TableSection):
    """A table with the form of the marked row, or of one that is added.

    Another row opens another form; one that was begun keeps its row marked and asks. After something was added, the
    next one can be typed.
    """

    def __init__(
        self, page: Page, ward: Ward, widths: Mapping[int, int], stretch: int, first: Collection[int] = ()
    ) -> None:
        super().__init__(page, ward, widths, stretch, first)
        self._adding = self._filling = False
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.edit)
        self.host.opened.connect(self._settle)
        self.host.marked.connect(self._settle)

    def form_of(self, key: str | None) -> SettingsForm | None:
        """Return the form of a row, or of one that is added, where that can be."""
        raise AssertionError(key)  # every section has its own form

    def make_form(self) -> SettingsForm | None:
        """Return the form of the marked row; where there is none, something can be added."""
        key = self.table.key
        form = self.form_of(None if self._adding or key is None else str(key))
        if form is not None:
            form.rejected.connect(self._leave)
            form.acted.connect(lambda _: self._acted(form))
        return form

    def result(self, form: SettingsForm) -> object:
        """Return the key of the row that a form makes."""
        return form.about

    def show_facts(self) -> None:
        """Show the rows, without taking the row that they mark for a choice."""
        self._adding = self.is_adding
        self._filling = True
        super().show_facts()
        self._filling = False
        self._settle()

    @property
    def is_adding(self) -> bool:
        """Whether the form is one for something new."""
        return self.host.panel is not None and self.form.about is None

    def add(self) -> None:
        """Open the form for something new."""
        self._open(adding=True)

    def edit(self) -> None:
        """Put the focus into the form of the marked row."""
        self._open(adding=self.table.key is None)

    def _open(self, *, adding: bool) -> None:
        if self.is_adding != adding:
            self._show(adding=adding)
        if self.host.panel is not None and not self.host.is_asking:
            self.form.begin()

    def _show(self, *, adding: bool) -> None:
        self._adding = adding
        if (form := self.make_form()) is not None:
            self.host.open(form)

    def _choose(self) -> None:
        if not self._filling and self.host.panel is not None and self.table.key not in {None, self.form.about}:
            self._show(adding=False)
            self._settle()

    def _settle(self) -> None:
        """Mark the row of the form and no other."""
        if not self._filling and self.host.panel is not None and not self.is_adding:
            self._filling = True
            self.table.mark(self.form.about, self.table.currentIndex().row())
            self._filling = False

    def _leave(self) -> None:
        self._adding = False

    def _acted(self, form: SettingsForm) -> None:
        self._adding = form.about is None
        self._wanted = self.result(form)

    def focus_after(self) -> None:
        """Go back to the table, or begin with the next one that is added."""
        if self.is_adding:
            self.form.begin()
        else:
            super().focus_after()

"""Every number of the protocol: where it comes from, what the unit uses instead, who changed it, and the rules."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infusionplanner.application.search import folded
from infusionplanner.application.views.stored import overrides
from infusionplanner.domain.protocol import FAMILIES
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.pages.settings.lists import RowsTable
from infusionplanner_ui.pages.settings.parameter import ParameterDetail
from infusionplanner_ui.pages.settings.section import Section
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.search_field import SearchField
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from infusionplanner.application.records import Override
    from infusionplanner.domain.protocol import Parameter, Protocol
    from infusionplanner_ui.shell.ward import Ward

ALL, OWN = "all", "own"
_RULES = 5
"""The rules stand in the table only where there is room; they stand below in full."""

_FAMILY_OF = {row.metadata["key"]: name for name, family in FAMILIES.items() for row in fields(family)}


class ParametersSection(Section):
    """The table of all parameters, and below it the one that is marked, with the sentences of its rules."""

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(ward, parent)
        self._card = Card(flush=True)
        self.search, self.which = SearchField(), SegmentedControl()
        self.protocols = SegmentedControl()
        self.protocols.hide()
        self.table = RowsTable()
        self.table.prepare({0: 116, 2: 110, 3: 98, 4: 150, 5: 190, 6: 156}, stretch=1, first=(_RULES,))
        self.detail = ParameterDetail(ward)
        self.detail.unsaved.connect(self.unsaved)
        self._overrides: dict[str, Override] = {}
        self._names: dict[str, str] = {}
        self._build()

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(space(3))
        self.search.setFixedWidth(space(64))
        bar.addWidget(self.search)
        bar.addWidget(self.which)
        bar.addWidget(self.protocols)
        bar.addStretch(1)
        self._card.round_top()
        self._card.body.addWidget(self.table)
        self.column.setSpacing(space(3))
        self.column.addLayout(bar)
        self.column.addWidget(self._card, 1)
        self.column.addWidget(self.detail)
        self.error = self.detail.error
        self.search.searched.connect(lambda _: self._show_rows())
        self.search.moved.connect(self._step)
        self.search.accepted.connect(self.detail.edit)
        self.search.left.connect(self._leave_search)
        self.which.changed.connect(lambda _: self._show_rows())
        self.protocols.changed.connect(lambda _: self._show_rows())
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.detail.edit)
        self.table.dropped.connect(self.detail.reset)
        self.detail.changed.connect(self.save)
        self.detail.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("ParametersSection", "Parameters")

    def retranslate(self) -> None:
        """Set every text anew."""
        self.search.set_hint(self.tr("Find parameter or rule"))
        self.which.set_name(self.tr("Which parameters"))
        self.table.name(
            self.tr("Parameters"),
            (
                self.tr("Family"),
                self.tr("Parameter"),
                self.tr("Protocol"),
                self.tr("This unit"),
                self.tr("Origin"),
                self.tr("Rules"),
                self.tr("Changed"),
            ),
        )
        self.detail.retranslate()
        if self.ward.is_open:
            self._show_rows()

    # facts

    def show_facts(self) -> None:
        """Show the parameters as the unit uses them."""
        self._overrides = {row.key: row for row in self.ward.get(overrides)}
        self._names = dict(self.ward.state.names)
        named = {protocol.id: protocol.name for protocol in self.ward.desk.protocols.values()}
        language = self.ward.language
        self.protocols.set_segments([(key, words.in_language(language)) for key, words in named.items()])
        self.protocols.setVisible(len(named) > 1 and self.protocols.parentWidget() is not None)
        self._show_rows()

    @property
    def protocol(self) -> Protocol:
        """The protocol that is shown, as it ships."""
        protocols = self.ward.desk.protocols
        return protocols.get(self.protocols.current) or next(iter(protocols.values()))

    def _show_rows(self) -> None:
        if not self.ward.is_open:
            return
        total, own = len(self.protocol.parameters), sum(key in self.protocol.parameters for key in self._overrides)
        everything, ours = self.tr("All"), self.tr("Set by this unit")
        self.which.set_segments(((ALL, f"{everything} {total}"), (OWN, f"{ours} {own}")))
        wanted = folded(self.search.text()).split()
        rows = []
        for parameter in self.protocol.parameters.values():
            if self.which.current == OWN and parameter.key not in self._overrides:
                continue
            row = self._row(parameter)
            said = folded(" ".join((*(cell.spoken for cell in row.cells), parameter.key)))
            if all(word in said for word in wanted):
                rows.append(row)
        self.table.show_rows(rows)

    def _row(self, parameter: Parameter) -> Row:
        wording, own = self.ward.wording, self._overrides.get(parameter.key)
        value = wording.quantity(parameter.value, parameter.unit)
        unit = Cell("–", "muted")
        if own is not None:
            stored = tuple(own.value) if isinstance(own.value, list) else own.value
            unit = Cell("", badge=wording.quantity(stored, parameter.unit), tone=Tone.INFO)
        return Row(
            parameter.key,
            (
                Cell(wording.label("family", _FAMILY_OF[parameter.key]), "muted"),
                Cell(parameter.label.in_language(self.ward.language), "strong"),
                Cell(value, "secondary" if own is None else "muted"),
                unit,
                Cell(wording.label("origin", parameter.origin).partition(" (")[0], "secondary"),
                Cell(", ".join(parameter.rules), "muted"),
                Cell(self._changed(own), "secondary") if own is not None else Cell(),
            ),
        )

    def _changed(self, own: Override) -> str:
        return text.join(self._names.get(own.who) or own.who, text.date(own.at.date()))

    def _choose(self) -> None:
        parameter = self.protocol.parameters.get(str(self.table.key)) if self.ward.is_open else None
        own = self._overrides.get(parameter.key) if parameter is not None else None
        self.detail.show_parameter(self.protocol, parameter, own, self._changed(own) if own is not None else "")

    def _step(self, by: int) -> None:
        self.table.mark(None, self.table.currentIndex().row() + by)

    def _leave_search(self) -> None:
        self.search.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

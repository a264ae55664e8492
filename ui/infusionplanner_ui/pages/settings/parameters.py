"""Every number of the protocol: where it comes from, what the unit uses instead, who changed it, and the rules."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infusionplanner.application.search import folded
from infusionplanner.application.unit import override_parameter
from infusionplanner.application.views.stored import overrides
from infusionplanner.domain.protocol import FAMILIES
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.pages.settings.lists import ListSection
from infusionplanner_ui.pages.settings.parameter import ParameterCard, ParameterForm, value_of
from infusionplanner_ui.widgets.search_field import SearchField
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from infusionplanner.application.records import Override
    from infusionplanner.domain.protocol import Parameter, Protocol
    from infusionplanner_ui.shell.page import Page
    from infusionplanner_ui.shell.ward import Ward

ALL, OWN = "all", "own"
_RULES = 5
"""The rules stand in the table only where there is room; they stand below in full."""
_HEIGHT = 240
_FAMILY_OF = {row.metadata["key"]: name for name, family in FAMILIES.items() for row in fields(family)}


class ParametersSection(ListSection):
    """The table of all parameters, and below it the form of the marked one, with the sentences of its rules."""

    def __init__(self, page: Page, ward: Ward) -> None:
        super().__init__(page, ward, {0: 116, 2: 110, 3: 98, 4: 150, 5: 190, 6: 156}, stretch=1, first=(_RULES,))
        self.table.chosen.connect(self._show_detail)
        self.table.dropped.connect(self.reset)

    def lay_out(self) -> None:
        """Put the search above the table, and the form with the rules below it."""
        self.search, self.which, self.protocols = SearchField(), SegmentedControl(), SegmentedControl()
        self.detail = ParameterCard(self.ward)
        bar, below = QHBoxLayout(), QWidget()
        bar.setSpacing(space(3))
        self.search.setFixedWidth(space(64))
        for widget in (self.search, self.which, self.protocols):
            bar.addWidget(widget)
        self.protocols.hide()
        bar.addStretch(1)
        self.card.round_top()
        beside = QHBoxLayout(below)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(space(3))
        beside.addWidget(self.detail, 1)
        beside.addWidget(self.host)
        below.setFixedHeight(_HEIGHT)
        self.column.setSpacing(space(3))
        self.column.addLayout(bar)
        self.column.addWidget(self.card, 1)
        self.column.addWidget(below)
        self.search.searched.connect(lambda _: self.show_facts())
        self.search.moved.connect(self._step)
        self.search.accepted.connect(self.edit)
        self.search.left.connect(self._leave_search)
        self.which.changed.connect(lambda _: self.show_facts())
        self.protocols.changed.connect(lambda _: self.show_facts())

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

    # facts

    @property
    def protocol(self) -> Protocol:
        """The protocol that is shown, as it ships."""
        protocols = self.ward.desk.protocols
        return protocols.get(self.protocols.current) or next(iter(protocols.values()))

    def form_of(self, key: str | None) -> ParameterForm | None:
        """Return the form of a parameter; none can be added."""
        parameter = self.protocol.parameters.get(key or "")
        return None if parameter is None else ParameterForm(self.ward, self.protocol, parameter, self.reset)

    def show_facts(self) -> None:
        """Show the parameters as the unit uses them."""
        if self.ward.is_open:
            super().show_facts()

    def rows(self) -> list[Row]:
        """Return the parameters that are wanted, and the one that is being changed."""
        ours = {row.key: row for row in self.ward.get(overrides)}
        language = self.ward.language
        named = [(key, known.name.in_language(language)) for key, known in self.ward.desk.protocols.items()]
        self.protocols.set_segments(named)
        self.protocols.setVisible(len(named) > 1 and self.protocols.parentWidget() is not None)
        parameters = self.protocol.parameters
        total, own = len(parameters), sum(key in parameters for key in ours)
        everything, set_here = self.tr("All"), self.tr("Set by this unit")
        self.which.set_segments(((ALL, f"{everything} {total}"), (OWN, f"{set_here} {own}")))
        wanted = folded(self.search.text()).split()
        begun = self.form.about if self.host.is_begun else None
        rows = []
        for key, parameter in parameters.items():
            row = self._row(parameter, ours.get(key))
            said = folded(" ".join((*(cell.spoken for cell in row.cells), key)))
            shown = (self.which.current == ALL or key in ours) and all(word in said for word in wanted)
            if shown or key == begun:
                rows.append(row)
        return rows

    def _row(self, parameter: Parameter, own: Override | None) -> Row:
        wording = self.ward.wording
        value = wording.quantity(parameter.value, parameter.unit)
        unit = Cell("–", "muted")
        if own is not None:
            unit = Cell("", badge=wording.quantity(value_of(parameter, own), parameter.unit), tone=Tone.INFO)
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
        return text.join(self.ward.state.names.get(own.who) or own.who, text.date(own.at.date()))

    def _show_detail(self) -> None:
        if not self.ward.is_open:
            return
        key = str(self.table.key or "")
        own = next((row for row in self.ward.get(overrides) if row.key == key), None)
        by = self._changed(own) if own is not None else ""
        self.detail.show_parameter(self.protocol, self.protocol.parameters.get(key), own, by)

    def reset(self) -> None:
        """Go back to the protocol's own value of the marked parameter."""
        key = str(self.table.key or "")
        if key in {row.key for row in self.ward.get(overrides)}:
            self.act(lambda desk: override_parameter(desk, key, None))

    def _step(self, by: int) -> None:
        self.table.mark(None, self.table.currentIndex().row() + by)

    def _leave_search(self) -> None:
        self.search.clear()
        self.focus_after()

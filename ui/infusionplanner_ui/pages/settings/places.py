"""The places where doses are given: add, rename, change the kind, order, take away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from infusionplanner.application.acts.places import change_place
from infusionplanner.application.unit import change_unit
from infusionplanner.domain.patient import AppointmentStatus
from infusionplanner.domain.unit import Place, PlaceKind
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.pages.settings.lists import DETAIL_WIDTH, RowsTable
from infusionplanner_ui.pages.settings.section import Detail, Form, Section
from infusionplanner_ui.widgets.buttons import IconButton, button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done
    from infusionplanner_ui.shell.ward import Ward


class PlacesSection(Section):
    """The places in the order in which the boards show them. Each change is stored at once and can be undone."""

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(ward, parent)
        self._card = Card(flush=True)
        self.table = RowsTable()
        self.table.prepare({0: 220, 1: 140, 2: 140}, stretch=2)
        self.up, self.down = IconButton("chevron-up", kind="quiet"), IconButton("chevron-down", kind="quiet")
        self.new = button("", icon="plus")
        self.detail = Detail(DETAIL_WIDTH)
        self.place_name, self.kind = QLineEdit(), SegmentedControl()
        self._form = Form(label_width=space(14))
        self.store_button, self.drop_button = button("", "primary"), button("", "danger")
        self._adding = False
        self._wanted: str | None = None
        self._build()

    def _build(self) -> None:
        self.place_name.setMaxLength(100)
        self._form.add(lambda: self.tr("Name"), self.place_name)
        self._form.add(lambda: self.tr("Kind"), self.kind)
        self.detail.body.addWidget(self._form)
        self.detail.close_with(self.store_button, rest=(self.drop_button,))
        for widget in (self.up, self.down, self.new):
            self._card.add_title_widget(widget)
        self._card.body.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(space(4))
        row.addWidget(self._card, 1)
        row.addWidget(self.detail, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row, 1)
        self.error = self.detail.error
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._edit)
        self.table.dropped.connect(self.drop)
        self.new.clicked.connect(self.add)
        self.up.clicked.connect(lambda: self.shift(-1))
        self.down.clicked.connect(lambda: self.shift(1))
        self.store_button.clicked.connect(self.store)
        self.drop_button.clicked.connect(self.drop)
        self.detail.accepted.connect(self.store)
        self.detail.rejected.connect(self._leave)
        self.place_name.textChanged.connect(self._review)
        self.kind.changed.connect(lambda _: self._review())

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("PlacesSection", "Places")

    def retranslate(self) -> None:
        """Set every text anew."""
        self._card.set_title(self.tr("Places"), self.tr("in the order of the boards"))
        self._form.retranslate()
        self.kind.set_segments(self._kinds())
        self.up.set_name(self.tr("Move the place up"))
        self.down.set_name(self.tr("Move the place down"))
        self.new.setText(self.tr("New place"))
        self.drop_button.setText(self.tr("Take away"))
        headings = (self.tr("Place"), self.tr("Kind"), self.tr("Coming visits"))
        self.table.name(self.tr("Places"), headings)
        if self.ward.is_open:
            self.show_facts()
        self._name_detail()

    def _kinds(self) -> tuple[tuple[PlaceKind, str], ...]:
        return (
            (PlaceKind.CHAIR, self.tr("Chair")),
            (PlaceKind.BED, self.tr("Bed")),
            (PlaceKind.INJECTION, self.tr("Injection")),
        )

    # facts

    def show_facts(self) -> None:
        """Show the places as stored; what is typed stays."""
        typed = (self.place_name.text(), self.kind.current, self._adding) if self._is_typed() else None
        self._show_rows()
        if typed is not None:
            self._adding = typed[2]
            self.place_name.setText(typed[0])
            self.kind.select(typed[1])
            self._name_detail()
            self._review()
        self._wanted = None

    def _is_typed(self) -> bool:
        return self._wanted is None and self.store_button.isEnabled()

    def _show_rows(self) -> None:
        coming = self._coming()
        words = dict(self._kinds())
        rows = [
            Row(
                place.name,
                (
                    Cell(place.name, "strong"),
                    Cell(words[place.kind], "secondary"),
                    Cell(str(coming.get(place.name, 0)), "secondary"),
                ),
            )
            for place in self.places
        ]
        self.table.show_rows(rows, self._wanted)

    def _coming(self) -> dict[str, int]:
        today = self.ward.today
        found: dict[str, int] = {}
        for visit in self.ward.visits(today, date.max):
            if visit.place is not None and visit.status is AppointmentStatus.BOOKED and visit.dose is None:
                found[visit.place] = found.get(visit.place, 0) + 1
        return found

    @property
    def places(self) -> tuple[Place, ...]:
        """The places as stored."""
        return self.ward.unit.places if self.ward.is_open else ()

    @property
    def chosen(self) -> Place | None:
        """The place whose fields are shown, None while a new one is added."""
        if self._adding:
            return None
        return next((place for place in self.places if place.name == self.table.key), None)

    # fields

    def _choose(self) -> None:
        self._adding = not self.places
        self._fill()

    def _fill(self) -> None:
        place = self.chosen
        self.place_name.setText("" if place is None else place.name)
        self.kind.select(PlaceKind.CHAIR if place is None else place.kind)
        self._name_detail()
        self._review()

    def _name_detail(self) -> None:
        place = self.chosen
        self.detail.set_title(self.tr("New place") if place is None else self.tr("Change {name}"))
        if place is not None:
            self.detail.set_title(self.detail.title.format(name=place.name))
        self.store_button.setText(self.tr("Add") if place is None else self.tr("Save"))
        self.drop_button.setVisible(place is not None)

    def fault(self) -> str:
        """Return what is wrong with the fields, empty when nothing is or nothing is typed yet."""
        typed, place = self.place_name.text().strip(), self.chosen
        others = {other.name for other in self.places if other != place}
        return self.tr("Another place has this name.") if typed in others else ""

    def _review(self) -> None:
        typed, place = self.place_name.text().strip(), self.chosen
        fault = self.fault()
        self.error.say(fault)
        same = place is not None and (typed, self.kind.current) == (place.name, place.kind)
        self.store_button.setEnabled(bool(typed) and not same and not fault)
        self.unsaved.emit(bool(typed) and not same)
        number = self.places.index(place) if place is not None else -1
        self.up.setEnabled(number > 0)
        self.down.setEnabled(0 <= number < len(self.places) - 1)

    def _edit(self) -> None:
        self.place_name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_name.selectAll()

    def _leave(self) -> None:
        self._choose()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # acts

    def add(self) -> None:
        """Empty the fields for a new place."""
        self._adding = True
        self._fill()
        self._edit()

    def store(self) -> None:
        """Add the new place, or change the chosen one."""
        if not self.store_button.isEnabled():
            return
        old, made = self.chosen, Place(self.place_name.text().strip(), PlaceKind(self.kind.current))
        self.store_button.setEnabled(False)
        self._wanted = made.name
        self.save(lambda desk: _stored(desk, old, made), self._done)

    def drop(self) -> None:
        """Take the chosen place away; refused while it has coming visits."""
        place = self.chosen
        if place is not None:
            self._change(tuple(other for other in self.places if other != place))

    def shift(self, by: int) -> None:
        """Move the chosen place up or down."""
        place, places = self.chosen, list(self.places)
        if place is None or not 0 <= places.index(place) + by < len(places):
            return
        number = places.index(place)
        places[number], places[number + by] = places[number + by], places[number]
        self._wanted = place.name
        self._change(places)

    def _change(self, places: Sequence[Place]) -> None:
        self.save(lambda desk: change_unit(desk, replace(desk.unit(), places=tuple(places))), self._done)

    def _done(self, _: Done) -> None:
        self._adding = False
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def failed(self, error: Exception) -> None:
        """Show why it was refused, and let it be tried again."""
        self._wanted = None
        self._review()
        super().failed(error)


def _stored(desk: Desk, old: Place | None, made: Place) -> Done:
    """Add a place, or change one together with its visits."""
    if old is not None:
        return change_place(desk, old.name, made)
    unit = desk.unit()
    return change_unit(desk, replace(unit, places=(*unit.places, made)))

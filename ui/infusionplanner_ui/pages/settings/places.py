"""The places where doses are given: add, rename, change the kind, order, take away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.acts.places import change_place
from infusionplanner.application.unit import change_unit
from infusionplanner.domain.patient import AppointmentStatus
from infusionplanner.domain.unit import Place, PlaceKind
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.pages.settings.lists import ListSection
from infusionplanner_ui.pages.settings.section import SettingsForm
from infusionplanner_ui.panels.form.fields import ChoiceField, TextField
from infusionplanner_ui.widgets.buttons import IconButton, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done
    from infusionplanner_ui.shell.page import Page
    from infusionplanner_ui.shell.ward import Ward

_LONGEST = 100


def _kinds() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        PlaceKind.CHAIR: translate("PlacesSection", "Chair"),
        PlaceKind.BED: translate("PlacesSection", "Bed"),
        PlaceKind.INJECTION: translate("PlacesSection", "Injection"),
    }


class PlaceForm(SettingsForm):
    """One place; its visits follow it under another name."""

    def __init__(self, ward: Ward, about: str | None, drop: Callable[[], None]) -> None:
        super().__init__(ward, about)
        place = next((place for place in self.unit.places if place.name == about), Place(""))
        self.place_name = TextField(place.name)
        self.place_name.edit.setMaxLength(_LONGEST)
        self.kind = ChoiceField(tuple(_kinds().items()), place.kind)
        self.add(self.place_name, lambda: self.tr("Name"), required=True)
        self.add(self.kind, lambda: self.tr("Kind"))
        if about is not None:
            self.add_other_way(drop)
        self.finish(self._store)

    def heading(self) -> str:
        """Return the title."""
        return self.tr("New place") if self.about is None else self.tr("Change {name}").format(name=self.about)

    def action(self) -> str:
        """Return the words of the button."""
        return self.tr("Add") if self.about is None else super().action()

    def retranslate(self) -> None:
        """Set every text."""
        self.kind.set_options(tuple(_kinds().items()))
        self.name_other_way(self.tr("Take away"), "trash-2")
        super().retranslate()

    def fault(self) -> str:
        """Refuse the name of another place."""
        others = {place.name for place in self.ward.unit.places} - {self.about}
        return self.tr("Another place has this name.") if self.place_name.value() in others else ""

    def _store(self) -> Callable[[Desk], Done]:
        old, made = self.about, Place(self.place_name.value(), PlaceKind(self.kind.value()))
        if old is not None:
            return lambda desk: change_place(desk, old, made)
        return lambda desk: _with_places(desk, lambda places: places.append(made))


class PlacesSection(ListSection):
    """The places in the order in which the boards show them. Each change is stored at once and can be undone."""

    def __init__(self, page: Page, ward: Ward) -> None:
        super().__init__(page, ward, {0: 170, 1: 110, 2: 140}, stretch=2)
        self.up, self.down = IconButton("chevron-up", kind="quiet"), IconButton("chevron-down", kind="quiet")
        self.new = button("", icon="plus")
        for widget in (self.up, self.down, self.new):
            self.card.add_title_widget(widget)
        self.table.dropped.connect(self.drop)
        self.table.chosen.connect(self._allow)
        self.new.clicked.connect(self.add)
        self.up.clicked.connect(lambda: self.shift(-1))
        self.down.clicked.connect(lambda: self.shift(1))

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("PlacesSection", "Places")

    def retranslate(self) -> None:
        """Set every text anew."""
        self.card.set_title(self.tr("Places"), self.tr("in the order of the boards"))
        self.up.set_name(self.tr("Move the place up"))
        self.down.set_name(self.tr("Move the place down"))
        self.new.setText(self.tr("New place"))
        headings = (self.tr("Place"), self.tr("Kind"), self.tr("Coming visits"))
        self.table.name(self.tr("Places"), headings)

    def form_of(self, key: str | None) -> PlaceForm:
        """Return the form of a place."""
        return PlaceForm(self.ward, key, self.drop)

    def result(self, form: SettingsForm) -> object:
        """Return the name that the place has now."""
        return form.place_name.value() if isinstance(form, PlaceForm) else form.about

    def rows(self) -> list[Row]:
        """Return the places as stored."""
        coming, words = self._coming(), _kinds()
        return [
            Row(
                place.name,
                (
                    Cell(place.name, "strong"),
                    Cell(words[place.kind], "secondary"),
                    Cell(str(coming.get(place.name, 0)), "secondary"),
                ),
            )
            for place in self.ward.unit.places
        ]

    def _coming(self) -> dict[str, int]:
        today = self.ward.today
        found: dict[str, int] = {}
        for visit in self.ward.visits(today, date.max):
            if visit.place is not None and visit.status is AppointmentStatus.BOOKED and visit.dose is None:
                found[visit.place] = found.get(visit.place, 0) + 1
        return found

    def _allow(self) -> None:
        number = self.table.currentIndex().row()
        self.up.setEnabled(number > 0)
        self.down.setEnabled(0 <= number < self.table.rows.rowCount() - 1)

    # acts beside the form

    def drop(self) -> None:
        """Take the marked place away; refused while it has coming visits."""
        if (key := self.table.key) is not None:
            self.act(lambda desk: _with_places(desk, lambda places: _take_out(places, key)))

    def shift(self, by: int) -> None:
        """Move the marked place up or down."""
        if (key := self.table.key) is not None:
            self.act(lambda desk: _with_places(desk, lambda places: _move(places, key, by)))


def _with_places(desk: Desk, change: Callable[[list[Place]], None]) -> Done:
    """Change the list of places as it is stored at that moment."""
    unit = desk.unit()
    places = list(unit.places)
    change(places)
    return change_unit(desk, replace(unit, places=tuple(places)))


def _take_out(places: list[Place], name: object) -> None:
    places[:] = [place for place in places if place.name != name]


def _move(places: list[Place], name: object, by: int) -> None:
    number = next((number for number, place in enumerate(places) if place.name == name), -1)
    if number >= 0 and 0 <= number + by < len(places):
        places[number], places[number + by] = places[number + by], places[number]

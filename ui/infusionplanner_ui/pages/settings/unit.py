"""The unit: name, telephone, hours, open weekdays, and the days on which it is closed each year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.unit import change_unit
from infusionplanner_ui.pages.settings.fields import WeekdaysField, YearlyField
from infusionplanner_ui.pages.settings.section import FormSection, SettingsForm
from infusionplanner_ui.panels.form.fields import ClockField, TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done
    from infusionplanner.domain.unit import Unit
    from infusionplanner_ui.shell.page import Page
    from infusionplanner_ui.shell.ward import Ward

_WIDTH = 560
_UNIT = "unit"


class _PhoneField(TextField):
    """The telephone, with where it stands."""

    def help(self) -> str:
        """Say what it is for."""
        return self.tr("Stands in the patients' calendars and on their sheets.")


class UnitForm(SettingsForm):
    """What the unit is called and when it is open. Nothing is stored before it is saved."""

    wide = _WIDTH

    def __init__(self, ward: Ward) -> None:
        super().__init__(ward, _UNIT)
        unit = self.unit
        self.unit_name, self.phone = TextField(unit.name), _PhoneField(unit.phone)
        self.opens, self.closes = ClockField(unit.opens), ClockField(unit.closes)
        self.weekdays = WeekdaysField(unit.open_weekdays)
        self.yearly = YearlyField(unit.closed_yearly)
        for field in (self.unit_name, self.phone):
            field.edit.setMaxLength(200)
        self.add(self.unit_name, lambda: self.tr("Name"))
        self.add(self.phone, lambda: self.tr("Telephone"))
        self.add_pair((self.opens, lambda: self.tr("Opens")), (self.closes, lambda: self.tr("Closes")), required=True)
        self.add(self.weekdays, lambda: self.tr("Open on"))
        self.add(self.yearly, lambda: self.tr("Closed each year, besides the public holidays"))
        self.finish(self._store)

    def heading(self) -> str:
        """Return the title."""
        return self.tr("The unit")

    def draft(self) -> Unit:
        """Return the unit as the fields stand."""
        return replace(
            self.unit,
            name=self.unit_name.value(),
            phone=self.phone.value(),
            opens=self.opens.time() or self.unit.opens,
            closes=self.closes.time() or self.unit.closes,
            open_weekdays=self.weekdays.value(),
            closed_yearly=self.yearly.value(),
        )

    def fault(self) -> str:
        """Refuse hours and weeks in which the unit is never open."""
        draft = self.draft()
        if draft.opens >= draft.closes:
            return self.tr("The unit has to open before it closes.")
        return "" if draft.open_weekdays else self.tr("At least one weekday has to be open.")

    def _store(self) -> Callable[[Desk], Done]:
        draft = self.draft()
        names = ("name", "phone", "opens", "closes", "open_weekdays", "closed_yearly")
        changed = {name: getattr(draft, name) for name in names}
        return lambda desk: change_unit(desk, replace(desk.unit(), **changed))


class UnitSection(FormSection):
    """The unit's own form."""

    def __init__(self, page: Page, ward: Ward) -> None:
        super().__init__(page, ward)
        self.column.addWidget(self.host, 1)

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("UnitSection", "The unit")

    def make_form(self) -> UnitForm:
        """Return the form of the unit as it is stored."""
        return UnitForm(self.ward)

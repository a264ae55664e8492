"""The unit: name, telephone, hours, open weekdays, and the days on which it is closed each year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from infusionplanner.application.unit import change_unit
from infusionplanner.text.reading import DateUse, read_date
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.pages.settings.section import NARROW_FIELD, Flow, Form, SaveRow, Section
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.fields import TimeField
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from infusionplanner.domain.unit import Unit
    from infusionplanner_ui.shell.ward import Ward

_MONDAY = date(2026, 11, 23)
_LEAP_YEAR = 2028
_IN_ROW = 3


class UnitSection(Section):
    """What the unit is called and when it is open. Nothing is stored before it is saved."""

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(ward, parent)
        self.unit_name, self.phone = QLineEdit(), QLineEdit()
        self.opens, self.closes = TimeField(""), TimeField("")
        self.weekdays = tuple(QCheckBox() for _ in range(7))
        self.yearly = QLineEdit()
        self._yearly_days: frozenset[tuple[int, int]] = frozenset()
        self._stored: Unit | None = None
        self._about, self._hours, self._closed = Card(), Card(), Card()
        self._about_form, self._hours_form, self._closed_form = Form(), Form(), Form()
        self.chips = Flow(_IN_ROW)
        self._add_yearly = button("", icon="plus")
        self.buttons = SaveRow()
        self._build()
        self.buttons.saved.connect(self.store)
        self.buttons.discarded.connect(self.discard)

    def _build(self) -> None:
        for edit in (self.unit_name, self.phone):
            edit.setMaxLength(200)
        self._about_form.add(lambda: self.tr("Name"), self.unit_name)
        phone_help = partial(self._help_of_phone)
        self._about_form.add(lambda: self.tr("Telephone"), self.phone, help_words=phone_help)
        self._hours_form.add(lambda: self.tr("Opens"), self.opens, width=NARROW_FIELD)
        self._hours_form.add(lambda: self.tr("Closes"), self.closes, width=NARROW_FIELD)
        self._hours_form.add(lambda: self.tr("Open on"), self._row(*self.weekdays), width=space(200))
        line = self._row(self.yearly, self._add_yearly)
        self.yearly.setMaximumWidth(NARROW_FIELD)
        self._closed_form.add(lambda: self.tr("Day and month"), line)
        for card, form in (
            (self._about, self._about_form),
            (self._hours, self._hours_form),
            (self._closed, self._closed_form),
        ):
            if card is self._closed:
                card.body.addWidget(self.chips)
            card.body.addWidget(form)
            self.column.addWidget(card)
        self.column.addWidget(self.error)
        self.column.addWidget(self.buttons)
        self.column.addStretch(1)
        for field in (self.unit_name, self.phone, self.opens, self.closes):
            field.textChanged.connect(self._review)
            field.returnPressed.connect(self.store)
        for box in self.weekdays:
            box.toggled.connect(self._review)
        self._add_yearly.clicked.connect(self.add_yearly)
        self.yearly.returnPressed.connect(self.add_yearly)

    @staticmethod
    def _row(*widgets: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        holder.setFocusProxy(widgets[0])
        return holder

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("UnitSection", "The unit")

    def _help_of_phone(self) -> str:
        return self.tr("Stands in the patients' calendars and on their sheets.")

    def retranslate(self) -> None:
        """Set every text anew."""
        self._about.set_title(self.tr("The unit"))
        self._hours.set_title(self.tr("Opening hours"), self.tr("doses are proposed and booked inside them"))
        self._closed.set_title(self.tr("Closed each year"), self.tr("besides the public holidays"))
        for form in (self._about_form, self._hours_form, self._closed_form):
            form.retranslate()
        for number, box in enumerate(self.weekdays):
            day = _MONDAY.replace(day=_MONDAY.day + number)
            box.setText(text.weekday(day, short=True))
            box.setAccessibleName(text.weekday(day))
        self.yearly.setPlaceholderText(self.tr("e.g. 23.12"))
        self.yearly.setAccessibleName(self.tr("Day and month"))
        self._add_yearly.setText(self.tr("Add"))
        self.buttons.retranslate()
        self._show_chips()

    # facts and draft

    def show_facts(self) -> None:
        """Show the unit as stored, unless something is typed that is not saved."""
        if self._stored is None or not self.is_changed():
            self._fill(self.ward.unit)
        else:
            self._stored = self.ward.unit
        self._review()

    def _fill(self, unit: Unit) -> None:
        self._stored = unit
        self.unit_name.setText(unit.name)
        self.phone.setText(unit.phone)
        self.opens.set_value(unit.opens)
        self.closes.set_value(unit.closes)
        for number, box in enumerate(self.weekdays, start=1):
            box.setChecked(number in unit.open_weekdays)
        self._yearly_days = unit.closed_yearly
        self._show_chips()

    def draft(self) -> Unit | None:
        """Return the unit as it stands in the fields, None when a field cannot be read."""
        stored, opens, closes = self._stored, self.opens.value, self.closes.value
        if stored is None or opens is None or closes is None:
            return None
        return replace(
            stored,
            name=self.unit_name.text().strip(),
            phone=self.phone.text().strip(),
            opens=opens,
            closes=closes,
            open_weekdays=frozenset(number for number, box in enumerate(self.weekdays, start=1) if box.isChecked()),
            closed_yearly=self._yearly_days,
        )

    def is_changed(self) -> bool:
        """Tell whether something is not saved."""
        return self.draft() != self._stored

    def fault(self) -> str:
        """Return what is wrong with the fields, empty when nothing is."""
        draft = self.draft()
        if draft is None:
            return self.tr("Write the times as 08.00.")
        if draft.opens >= draft.closes:
            return self.tr("The unit has to open before it closes.")
        return "" if draft.open_weekdays else self.tr("At least one weekday has to be open.")

    def _review(self) -> None:
        if self._stored is None:
            return
        fault = self.fault()
        self.error.say(fault)
        self.buttons.set_changed(changed=self.is_changed(), possible=not fault)
        self.unsaved.emit(self.is_changed())

    def discard(self) -> None:
        """Go back to what is stored."""
        if self._stored is not None:
            self._fill(self.ward.unit)
            self._review()

    def store(self) -> None:
        """Save what was changed."""
        draft = self.draft()
        if draft is None or not self.buttons.save.isEnabled():
            return
        names = ("name", "phone", "opens", "closes", "open_weekdays", "closed_yearly")
        fields = {name: getattr(draft, name) for name in names}
        self.buttons.set_changed(changed=False)
        self.save(lambda desk: change_unit(desk, replace(desk.unit(), **fields)), lambda _: self.left.emit())

    def failed(self, error: Exception) -> None:
        """Show why it was refused, and let it be tried again."""
        self._review()
        super().failed(error)

    # closed each year

    def add_yearly(self) -> None:
        """Close on one more day each year."""
        day = read_date(f"{self.yearly.text().strip().rstrip('.')}.{_LEAP_YEAR}", DateUse.COMING, _MONDAY)
        if day is None:
            self.error.say(self.tr("Write day and month as 23.12."))
            return
        self._yearly_days |= {(day.month, day.day)}
        self.yearly.clear()
        self._show_chips()
        self._review()

    def _drop_yearly(self, day: tuple[int, int]) -> None:
        self._yearly_days -= {day}
        self._show_chips()
        self._review()
        self.yearly.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chips(self) -> None:
        chips = []
        for month, day in sorted(self._yearly_days):
            words = text.day_month(date(_LEAP_YEAR, month, day))
            named = {(12, 24): self.tr("Christmas Eve"), (12, 31): self.tr("New Year's Eve")}.get((month, day), "")
            chip = button(text.join(words, named), icon="x")
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setAccessibleName(self.tr("Take away {day}").format(day=words))
            chip.setToolTip(chip.accessibleName())
            chip.clicked.connect(partial(self._drop_yearly, (month, day)))
            chips.append(chip)
        self.chips.set_widgets(chips)

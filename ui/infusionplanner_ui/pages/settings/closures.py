"""The days of the coming year on which the unit is closed, and single days that are closed or kept open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infusionplanner.application.unit import change_unit
from infusionplanner.domain.patient import AppointmentStatus
from infusionplanner.domain.unit import HOLIDAY_NAMES, holidays_on
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.pages.settings.lists import DETAIL_WIDTH, RowsTable
from infusionplanner_ui.pages.settings.section import Detail, Form, Section
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.fields import DateField
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from infusionplanner.application.records import Done
    from infusionplanner.domain.unit import Unit
    from infusionplanner_ui.shell.ward import Ward

_YEAR = 365
_LONGEST = 120
_DAY = timedelta(days=1)


class ClosureKind(StrEnum):
    """Why a day stands in the list: a public holiday, closed each year, closed once, or kept open."""

    HOLIDAY = "holiday"
    YEARLY = "yearly"
    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Special:
    """A day that is not as its weekday says."""

    on: date
    kind: ClosureKind
    holiday: str = ""


def specials(unit: Unit, today: date) -> Iterator[Special]:
    """Yield the special days of the coming year, and later ones that the unit set itself, in order.

    Holidays on weekdays that are closed anyway are left out.
    """
    last = today + timedelta(days=_YEAR)
    own = {day for day in unit.closed | unit.open if day >= today}
    coming = {today + timedelta(days=number) for number in range((last - today).days)}
    for day in sorted(coming | own):
        special = _special(unit, day)
        if special is not None:
            yield special


def _special(unit: Unit, day: date) -> Special | None:
    if day in unit.open:
        return Special(day, ClosureKind.OPEN)
    if day in unit.closed:
        return Special(day, ClosureKind.CLOSED)
    closure = unit.closure(day)
    if closure is None or closure == "weekend" or day.isoweekday() not in unit.open_weekdays:
        return None
    yearly = (day.month, day.day) in unit.closed_yearly
    return Special(
        day, ClosureKind.YEARLY if yearly else ClosureKind.HOLIDAY, closure if closure in HOLIDAY_NAMES else ""
    )


class ClosuresSection(Section):
    """The list, and the fields to close days or keep them open. Each change is stored at once and can be undone."""

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(ward, parent)
        self._card = Card(flush=True)
        self.table = RowsTable()
        self.table.prepare({0: 184, 2: 112}, stretch=1)
        self.detail = Detail(DETAIL_WIDTH)
        self.wish = SegmentedControl()
        self._today = ward.today if ward.is_open else date(2000, 1, 1)
        self.first, self.last = (DateField("", DateUse.COMING, self._today) for _ in range(2))
        self._form = Form(label_width=space(14))
        self.read = text_label("", "small", wrap=True)
        self.warning = text_label("", "watch", wrap=True)
        self.add_button = button("", "primary")
        self.drop_button = button("")
        self._wanted: Special | None = None
        self._build()

    def _build(self) -> None:
        self._form.add(lambda: self.tr("The day is"), self.wish)
        self._form.add(lambda: self.tr("From"), self.first, width=space(40))
        self._form.add(lambda: self.tr("To"), self.last, help_words=self._help_of_last, width=space(40))
        self.detail.body.addWidget(self._form)
        self.detail.body.addWidget(self.read)
        self.detail.body.addWidget(self.warning)
        self.detail.close_with(self.add_button)
        self.error = self.detail.error
        self._card.add_title_widget(self.drop_button)
        self._card.body.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(space(4))
        row.addWidget(self._card, 1)
        row.addWidget(self.detail, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row, 1)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.turn)
        self.table.dropped.connect(self.turn)
        self.drop_button.clicked.connect(self.turn)
        self.add_button.clicked.connect(self.store)
        self.detail.accepted.connect(self.store)
        self.detail.rejected.connect(self._leave)
        self.wish.changed.connect(lambda _: self._review())
        for field in (self.first, self.last):
            field.textChanged.connect(self._review)

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("ClosuresSection", "Closed days")

    def _help_of_last(self) -> str:
        return self.tr("Empty for a single day.")

    def retranslate(self) -> None:
        """Set every text anew."""
        self._card.set_title(self.tr("Closed days"), self.tr("the coming year, besides weekends"))
        self.detail.set_title(self.tr("Close days, or keep them open"))
        self._form.retranslate()
        self.wish.set_segments(((ClosureKind.CLOSED, self.tr("Closed")), (ClosureKind.OPEN, self.tr("Open"))))
        self.first.setPlaceholderText(self.tr("e.g. 23.12"))
        self.last.setPlaceholderText("")
        self.add_button.setText(self.tr("Add"))
        self.table.name(self.tr("Closed days"), (self.tr("Day"), self.tr("Why"), self.tr("Booked")))
        if self.ward.is_open:
            self._show_rows()
        self._choose()

    # facts

    def show_facts(self) -> None:
        """Show the days as stored; what is typed stays."""
        if self._today != self.ward.today:
            self._today = self.ward.today
            for field in (self.first, self.last):
                field.set_today(self._today)
            self.retranslate()
        self._show_rows()
        self._wanted = None
        self._review()

    def _show_rows(self) -> None:
        unit, today = self.ward.unit, self.ward.today
        rows = [self._row(special) for special in specials(unit, today)]
        self.table.show_rows(rows, self._wanted)

    def _row(self, special: Special) -> Row:
        booked = self._booked((special.on,))
        state = Cell(str(booked), "secondary") if booked else Cell()
        if booked and special.kind is not ClosureKind.OPEN:
            state = Cell("", badge=self.tr("%n to move", "", booked), tone=Tone.WARN)
        words = self._named(special) if special.holiday else ""
        why = {
            ClosureKind.HOLIDAY: Cell(words, "secondary", note=self.tr("public holiday")),
            ClosureKind.YEARLY: Cell(words or self.tr("Closed"), "secondary", note=self.tr("each year")),
            ClosureKind.CLOSED: Cell(self.tr("Closed"), "strong"),
            ClosureKind.OPEN: Cell("", badge=self.tr("Open"), tone=Tone.OK, note=self._opened(special.on)),
        }[special.kind]
        day = text.day(special.on, year=True)
        return Row(special, (Cell(day, "strong"), why, state))

    def _named(self, special: Special) -> str:
        """Return the name of a holiday, or the names of two that fall on one day."""
        names = holidays_on(special.on) or (special.holiday,)
        wording = self.ward.wording
        return text.sentence(wording.joined(tuple(wording.code("closure", name) for name in names)))

    def _opened(self, day: date) -> str:
        """Return what the day would be if it were not kept open."""
        closed = replace(self.ward.unit, open=self.ward.unit.open - {day}).closure(day)
        return self.ward.wording.code("closure", closed) if closed is not None else ""

    def _booked(self, days: Iterable[date]) -> int:
        wanted = set(days)
        if not wanted:
            return 0
        visits = self.ward.visits(min(wanted), max(wanted))
        return sum(visit.on in wanted and visit.status is AppointmentStatus.BOOKED for visit in visits)

    @property
    def chosen(self) -> Special | None:
        """The day that is marked."""
        key = self.table.key
        return key if isinstance(key, Special) else None

    def _choose(self) -> None:
        special = self.chosen
        self.drop_button.setEnabled(special is not None)
        words = {
            ClosureKind.HOLIDAY: self.tr("Keep open"),
            ClosureKind.YEARLY: self.tr("Keep open"),
            ClosureKind.CLOSED: self.tr("Open again"),
            ClosureKind.OPEN: self.tr("Close again"),
        }
        self.drop_button.setText(words[special.kind if special is not None else ClosureKind.HOLIDAY])

    # fields

    def days(self) -> tuple[date, ...]:
        """Return the days that the fields name: those from the first to the last that are not as wanted already."""
        first, last = self.first.value, self.last.value or self.first.value
        if first is None or last is None or not 0 <= (last - first).days <= _LONGEST:
            return ()
        unit, opening = self.ward.unit, self.wish.current == ClosureKind.OPEN
        span = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return tuple(day for day in span if unit.is_open(day) != opening)

    def fault(self) -> str:
        """Return what is wrong with the fields, empty when nothing is or nothing is typed yet."""
        first, last = self.first.value, self.last.value
        if not self.first.text().strip():
            return ""
        if first is None or not self.last.is_valid:
            return self.tr("Write the day as 23.12.2026.")
        if first < self.ward.today:
            return self.tr("This day has passed.")
        return self._span_fault((last or first) - first)

    def _span_fault(self, length: timedelta) -> str:
        if length.days < 0:
            return self.tr("The last day is before the first.")
        if length.days > _LONGEST:
            return self.tr("At most %n day(s) at a time.", "", _LONGEST)
        if not self.days():
            return self.tr("Closed already.") if self.wish.current == ClosureKind.CLOSED else self.tr("Open already.")
        return ""

    def _review(self) -> None:
        if not self.ward.is_open:
            return
        fault, days = self.fault(), self.days()
        self.error.say(fault)
        self.read.setText(" – ".join(text.long_day(field.value) for field in (self.first, self.last) if field.value))
        booked = self._booked(days) if self.wish.current == ClosureKind.CLOSED and not fault else 0
        told = self.tr("%n booked visit(s) on these days. They stay until they are moved.", "", booked)
        self.warning.setText(told if booked else "")
        self.warning.setVisible(bool(booked))
        self.add_button.setEnabled(bool(days) and not fault)
        self.unsaved.emit(bool(days))

    def _leave(self) -> None:
        self.first.clear()
        self.last.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # acts

    def store(self) -> None:
        """Close or open the days of the fields."""
        if not self.add_button.isEnabled():
            return
        days, opening = frozenset(self.days()), self.wish.current == ClosureKind.OPEN
        self.add_button.setEnabled(False)
        self._wanted = Special(min(days), ClosureKind.OPEN if opening else ClosureKind.CLOSED)

        def changed(unit: Unit) -> Unit:
            if opening:
                own = days & unit.closed
                return _tidied(replace(unit, closed=unit.closed - own, open=unit.open | days))
            return _tidied(replace(unit, closed=unit.closed | days, open=unit.open - days))

        self.save(lambda desk: change_unit(desk, changed(desk.unit())), self._stored)

    def _stored(self, _: Done) -> None:
        self._leave()

    def turn(self) -> None:
        """Keep a closed day open, or take back what the unit set itself."""
        special = self.chosen
        if special is None:
            return
        day = frozenset({special.on})

        def changed(unit: Unit) -> Unit:
            if special.kind is ClosureKind.CLOSED:
                return replace(unit, closed=unit.closed - day)
            if special.kind is ClosureKind.OPEN:
                return replace(unit, open=unit.open - day)
            return replace(unit, open=unit.open | day)

        self.save(lambda desk: change_unit(desk, changed(desk.unit())))


def _tidied(unit: Unit) -> Unit:
    """Return the unit without days that are closed or open anyway."""
    plain = replace(unit, closed=frozenset(), open=frozenset())
    closed = frozenset(day for day in unit.closed if plain.is_open(day) or day in unit.open)
    kept = frozenset(day for day in unit.open if not replace(unit, open=frozenset()).is_open(day))
    return replace(unit, closed=closed, open=kept)

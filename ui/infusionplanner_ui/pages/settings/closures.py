"""The days of the coming year on which the unit is closed, and single days that are closed or kept open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.unit import change_unit
from infusionplanner.domain.patient import AppointmentStatus
from infusionplanner.domain.unit import HOLIDAY_NAMES, holidays_on
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.pages.settings.lists import TableSection
from infusionplanner_ui.pages.settings.section import SettingsForm
from infusionplanner_ui.panels.form.fields import ChoiceField, DateField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done
    from infusionplanner.domain.unit import Unit
    from infusionplanner_ui.shell.page import Page
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


class ClosureForm(SettingsForm):
    """Closes days, or keeps them open."""

    def __init__(self, ward: Ward) -> None:
        super().__init__(ward, None)
        self.made: Special | None = None
        self.becomes = ChoiceField(self._states(), ClosureKind.CLOSED)
        self.first_day, self.last_day = (DateField(DateUse.COMING, self.today) for _ in range(2))
        self.add(self.becomes, lambda: self.tr("The day is"))
        self.add(self.first_day, lambda: self.tr("From"), required=True)
        self.add(self.last_day, lambda: self.tr("To (empty for a single day)"))
        self.finish(self._store)

    def _states(self) -> list[tuple[str, str]]:
        return [(ClosureKind.CLOSED, self.tr("Closed")), (ClosureKind.OPEN, self.tr("Open"))]

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Close days, or keep them open")

    def action(self) -> str:
        """Return the words of the button."""
        return self.tr("Add")

    def retranslate(self) -> None:
        """Set every text."""
        self.becomes.set_options(self._states())
        super().retranslate()

    @property
    def opens(self) -> bool:
        """Whether the days are kept open."""
        return self.becomes.value() == ClosureKind.OPEN

    def days(self) -> tuple[date, ...]:
        """Return the days that the fields name: those from the first to the last that are not as wanted already."""
        first, last = self.first_day.day(), self.last_day.day() or self.first_day.day()
        if first is None or last is None or not 0 <= (last - first).days <= _LONGEST:
            return ()
        span = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return tuple(day for day in span if self.ward.unit.is_open(day) != self.opens)

    def fault(self) -> str:
        """Refuse days that have passed, too many of them, and those that are so already."""
        first, last = self.first_day.day(), self.last_day.day()
        if first is None:
            return ""
        if first < self.today:
            return self.tr("This day has passed.")
        length = (last or first) - first
        if length.days < 0:
            return self.tr("The last day is before the first.")
        if length.days > _LONGEST:
            return self.tr("At most %n day(s) at a time.", "", _LONGEST)
        if not self.days():
            return self.tr("Open already.") if self.opens else self.tr("Closed already.")
        return ""

    def consequences(self) -> Sequence[Said]:
        """Tell which visits are booked on days that are closed."""
        booked = 0 if self.opens else _booked(self.ward, self.days())
        told = self.tr("%n booked visit(s) on these days. They stay until they are moved.", "", booked)
        return [Said(told, Tone.WARN)] if booked else []

    def _store(self) -> Callable[[Desk], Done]:
        days, opening = frozenset(self.days()), self.opens
        self.made = Special(min(days), ClosureKind.OPEN if opening else ClosureKind.CLOSED)

        def changed(unit: Unit) -> Unit:
            if opening:
                own = days & unit.closed
                return _tidied(replace(unit, closed=unit.closed - own, open=unit.open | days))
            return _tidied(replace(unit, closed=unit.closed | days, open=unit.open - days))

        return lambda desk: change_unit(desk, changed(desk.unit()))


class ClosuresSection(TableSection):
    """The list, and the form to close days or keep them open. Each change is stored at once and can be undone."""

    def __init__(self, page: Page, ward: Ward) -> None:
        super().__init__(page, ward, {0: 164, 1: 240, 2: 100}, stretch=1)
        self.drop_button = button("")
        self.card.add_title_widget(self.drop_button)
        self.table.chosen.connect(self._name_turn)
        self.table.opened.connect(self.turn)
        self.table.dropped.connect(self.turn)
        self.drop_button.clicked.connect(self.turn)

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("ClosuresSection", "Closed days")

    def make_form(self) -> ClosureForm:
        """Return the form without days."""
        form = ClosureForm(self.ward)
        form.acted.connect(lambda _: self._want(form))
        return form

    def _want(self, form: ClosureForm) -> None:
        self._wanted = form.made

    def retranslate(self) -> None:
        """Set every text anew."""
        self.card.set_title(self.tr("Closed days"), self.tr("the coming year, besides weekends"))
        self.table.name(self.tr("Closed days"), (self.tr("Day"), self.tr("Why"), self.tr("Booked")))
        self._name_turn()

    # facts

    def rows(self) -> list[Row]:
        """Return the days as stored."""
        return [self._row(special) for special in specials(self.ward.unit, self.ward.today)]

    def _row(self, special: Special) -> Row:
        booked = _booked(self.ward, (special.on,))
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

    @property
    def chosen(self) -> Special | None:
        """The day that is marked."""
        key = self.table.key
        return key if isinstance(key, Special) else None

    def _name_turn(self) -> None:
        special = self.chosen
        self.drop_button.setEnabled(special is not None)
        words = {
            ClosureKind.HOLIDAY: self.tr("Keep open"),
            ClosureKind.YEARLY: self.tr("Keep open"),
            ClosureKind.CLOSED: self.tr("Open again"),
            ClosureKind.OPEN: self.tr("Close again"),
        }
        self.drop_button.setText(words[special.kind if special is not None else ClosureKind.HOLIDAY])

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

        self.act(lambda desk: change_unit(desk, changed(desk.unit())))


def _booked(ward: Ward, days: Iterable[date]) -> int:
    wanted = set(days)
    if not wanted:
        return 0
    visits = ward.visits(min(wanted), max(wanted))
    return sum(visit.on in wanted and visit.status is AppointmentStatus.BOOKED for visit in visits)


def _tidied(unit: Unit) -> Unit:
    """Return the unit without days that are closed or open anyway."""
    plain = replace(unit, closed=frozenset(), open=frozenset())
    closed = frozenset(day for day in unit.closed if plain.is_open(day) or day in unit.open)
    kept = frozenset(day for day in unit.open if not replace(unit, open=frozenset()).is_open(day))
    return replace(unit, closed=closed, open=kept)

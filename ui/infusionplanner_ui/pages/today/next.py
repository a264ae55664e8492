"""The next dose: its proposed time with the window as a bar and the closed days named, booked with one key."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infusionplanner.domain.patient import Setting
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.pages.today.parts import Section
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.label import ElidedLabel, text_label
from infusionplanner_ui.widgets.window_bar import WindowBar, WindowBarData
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from infusionplanner.domain.result import PlannedDose
    from infusionplanner_ui.pages.today.case import VisitCase
    from infusionplanner_ui.shell.ward import Ward

_BEFORE_WINDOW, _AFTER_WINDOW = 4, 7


class NextDoseSection(Section):
    """When the patient comes next. ``book_asked`` wants the proposal booked, ``other_asked`` another time."""

    book_asked = Signal()
    other_asked = Signal()

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        when = QHBoxLayout()
        when.setSpacing(space(2))
        self._when = text_label("", "strong")
        self._where = ElidedLabel("", "muted")
        self._badge = Badge("", Tone.OK)
        when.addWidget(self._when)
        when.addWidget(self._where, 1)
        self.head.addWidget(self._badge)
        self._bar = WindowBar()
        self._note = text_label("", "small", wrap=True)
        self._why_not = text_label("", "muted", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        self.book = button("", "outline")
        self.book.clicked.connect(self.book_asked)
        self.other = button("", "secondary")
        self.other.clicked.connect(self.other_asked)
        buttons.addWidget(self.book, 1)
        buttons.addWidget(self.other)
        self.body.addLayout(when)
        for part in (self._bar, self._note, self._why_not):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.body.setSpacing(space(2))

    def show_case(self, case: VisitCase, *, main: bool) -> None:
        """Show the dose after this visit; with ``main`` booking it is what comes next."""
        self.set_heading(self.tr("Next dose"))
        coming = case.coming
        self.setVisible(coming is not None)
        if coming is None:
            return
        self._show_time(case, coming)
        self._bar.set(self._data(case, coming))
        self._note.setText(text.join(*self._notes(coming)))
        blocked = (
            self.tr("A stop must be cleared before this dose.") if coming.blocked and case.proposal is None else ""
        )
        self._why_not.setText(sentence(case.no_proposal) if case.no_proposal and not coming.booked else blocked)
        self._why_not.setVisible(bool(self._why_not.text()) and coming.setting is Setting.UNIT)
        self.book.setText(self.tr("Book this time"))
        self.book.setVisible(case.proposal is not None)
        set_kind(self.book, "primary" if main else "outline")
        self.other.setText(self.tr("Other …"))
        self.other.setAccessibleName(self.tr("Book another time"))
        self.other.setToolTip(self.other.accessibleName())
        self.other.setVisible(coming is case.plan.next_dose and not coming.booked and coming.setting is Setting.UNIT)

    def _show_time(self, case: VisitCase, coming: PlannedDose) -> None:
        proposal, booked = case.proposal, case.booked
        on = proposal.on if proposal is not None else coming.day
        at = proposal.time if proposal is not None else booked.time if booked is not None else None
        place = proposal.place if proposal is not None else booked.place if booked is not None else None
        day = text.day(on, year=on.year != case.today.year)
        when = day if at is None else self.tr("{day} at {time}").format(day=day, time=text.clock(at))
        self._when.setText(when)
        self._where.setText(text.join((place or "").lower(), text.week(on)))
        away = {Setting.HOME: self.tr("At home"), Setting.OUTSIDE: self.tr("In the municipality")}
        self._badge.set(away.get(coming.setting, self.tr("Booked") if coming.booked else ""), Tone.OK)
        self._badge.setVisible(bool(self._badge.text))

    def _data(self, case: VisitCase, coming: PlannedDose) -> WindowBarData:
        shown = case.proposal.on if case.proposal is not None else coming.day
        first = min(coming.earliest, shown) - timedelta(days=_BEFORE_WINDOW)
        last = max(coming.latest, shown) + timedelta(days=_AFTER_WINDOW)
        closed = tuple((day, self._closure(day)) for day in _days(first, last) if self._is_holiday(day))
        return WindowBarData(first, last, coming.earliest, coming.latest, shown, closed)

    def _notes(self, coming: PlannedDose) -> list[str]:
        window = self.tr("Window {span}").format(span=text.span(coming.earliest, coming.latest))
        notes = [window]
        if coming.due != coming.day and not self._ward.unit.is_open(coming.due):
            said = self.tr("due {day}, which is closed")
            notes.append(said.format(day=text.day_short(coming.due)))
        return [*notes, *self._closed_spans(coming.earliest, coming.latest)]

    def _closed_spans(self, first: date, last: date) -> list[str]:
        """Return the closed stretches other than plain weekends: ``24.12–28.12 stengt (julaften, 1. juledag)``."""
        spans: list[list[date]] = []
        for day in _days(first, last):
            if self._ward.unit.is_open(day):
                continue
            if spans and spans[-1][-1] == day - timedelta(days=1):
                spans[-1].append(day)
            else:
                spans.append([day])
        return [said for span in spans if (said := self._closed_span(span))]

    def _closed_span(self, days: list[date]) -> str:
        closures = [self._ward.unit.closure(day) for day in days]
        names = dict.fromkeys(closure for closure in closures if closure not in {None, "weekend"})
        if not names:
            return ""
        words = ", ".join(self._inside(str(name)) for name in names)
        stretch = text.date_short(days[0]) if len(days) == 1 else text.span(days[0], days[-1])
        return self.tr("{span} closed ({names})").format(span=stretch, names=words)

    def _is_holiday(self, day: date) -> bool:
        """Tell whether the unit is closed for another reason than a plain weekend, which everybody knows."""
        return self._ward.unit.closure(day) not in {None, "weekend"}

    def _inside(self, closure: str) -> str:
        """Return the name of a closed day as it stands inside a sentence: small in bokmål, but for a proper name."""
        name = self._ward.wording.code("closure", closure)
        small = self._ward.language == "nb" and closure != "ascension_day"
        return name[:1].lower() + name[1:] if small else name

    def _closure(self, day: date) -> str:
        return self._ward.wording.label("closure", str(self._ward.unit.closure(day)))


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]

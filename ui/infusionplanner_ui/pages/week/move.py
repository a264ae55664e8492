"""A visit in the hand: how the days suit, and what each place and time would mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.acts.booking import book_visit, move_visit
from infusionplanner.application.records import PatientId
from infusionplanner.application.views.lengths import visit_minutes
from infusionplanner.application.views.moving import Case, DayFit, Window, dose_for, fit, preview, window_for
from infusionplanner.application.views.seats import seated
from infusionplanner.application.views.slots import free_spans, is_free
from infusionplanner.domain.patient import AppointmentKind
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.pages.week import words as week_words
from infusionplanner_ui.pages.week.data import visits_on
from infusionplanner_ui.widgets.boards.board_data import BoardSlot, BoardVisit, Shade, WeekDay, minutes_of, time_of
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from infusionplanner.application.acts.booking import BookingProposal
    from infusionplanner.application.records import Done, Visit
    from infusionplanner_ui.shell.ward import Ward

translate = QCoreApplication.translate

NEW = "new"
"""Key of a visit that is not booked yet."""


@dataclass(frozen=True, slots=True)
class MoveMeaning:
    """What a target means: one sentence in three parts, the badge of the day, and what moves along."""

    lead: str
    strong: str
    rest: str
    badge: str = ""
    tone: Tone = Tone.NEUTRAL
    follows: str = ""


class Move:
    """One visit that is carried: a booked one, or (``visit`` None) the next dose that is booked anew."""

    def __init__(self, ward: Ward, case: Case, visit: Visit | None, window: Window) -> None:
        self._ward = ward
        self._case = case
        self.visit = visit
        self.window = window
        self._followed: dict[date, str] = {}

    @classmethod
    def of_visit(cls, ward: Ward, visit: Visit) -> Move:
        """Return the move of a booked visit."""
        case = ward.case(visit.patient)
        dose = dose_for(case.plan, visit.on) if visit.kind is AppointmentKind.DOSE else None
        return cls(ward, case, visit, window_for(case, dose))

    @classmethod
    def of_next(cls, ward: Ward, patient: PatientId) -> Move:
        """Return the booking of the next dose in the unit."""
        case = ward.case(patient)
        return cls(ward, case, None, window_for(case, case.plan.next_dose))

    @property
    def patient(self) -> PatientId:
        """Who is moved."""
        return PatientId(self._case.patient.id)

    def needs_reason(self, slot: BoardSlot) -> bool:
        """Tell whether the visit is moved to a slot with a reason alone (R-INT-3)."""
        return self.visit is not None and slot.on != self.visit.on and self.fit(slot.on).needs_reason

    def act(self, slot: BoardSlot) -> Callable[..., Done]:
        """Return the use case of a drop on a slot."""
        place = slot.place or None
        if self.visit is None:
            return partial(book_visit, patient=self.patient, on=slot.on, time=slot.start, place=place)
        return partial(move_visit, visit=self.visit.id, on=slot.on, time=slot.start, place=place)

    def fit(self, on: date) -> DayFit:
        """Return how a day suits."""
        return fit(self._case, self.window, on)

    def length(self, on: date) -> tuple[int, int]:
        """Return the minutes of the visit on a day and the observation in them."""
        case, visit = self._case, self.visit
        kind = AppointmentKind.DOSE if visit is None else visit.kind
        needed, observed = visit_minutes(case.patient, case.protocol, case.unit, on, kind)
        return (needed if visit is None or visit.minutes is None else visit.minutes), observed

    def shades(self, days: Iterable[WeekDay]) -> tuple[Shade, ...]:
        """Return how days and hours suit; hours in which no place is free are left unshaded."""
        return tuple(shade for day in days for shade in self._day_shades(day.on))

    def _day_shades(self, on: date) -> list[Shade]:
        suits = self.fit(on)
        note, kind = week_words.day_note(self.window, suits), week_words.FITS[suits.suits]
        whole = Shade(on, week_words.FITS[suits.suits], note)
        if suits.against is not None:
            return [whole]
        route = None if self.window.dose is None else self.window.dose.route
        now = self._ward.desk.now()
        others = [
            seated(row, now) for row in visits_on(self._ward, on) if self.visit is None or row.id != self.visit.id
        ]
        minutes, _ = self.length(on)
        unit = self._case.unit
        spans = free_spans(unit, others, on, minutes, route)
        if not spans:
            full = text.join(note, translate("WeekWords", "full"))
            return [Shade(on, kind, full, unit.opens, unit.opens)]
        return [Shade(on, kind, note, first, time_of(minutes_of(last) + minutes)) for first, last in spans]

    def block(self, name: str, proposal: BookingProposal) -> tuple[BoardVisit, BoardSlot]:
        """Return the block of a dose that is booked anew, and where it is proposed."""
        place, dose = proposal.place or "", proposal.dose
        route = "" if dose.route is None else self._ward.wording.code("route", dose.route)
        detail = text.join(str(dose.number), route)
        visit = BoardVisit(NEW, place, proposal.time, proposal.minutes, name, detail, proposal.observation_minutes)
        return visit, BoardSlot(proposal.on, proposal.time, place)

    # what a target means

    def over(self, slot: BoardSlot, place: str) -> MoveMeaning:
        """Return what a drop on a slot would mean."""
        suits = self.fit(slot.on)
        badge, tone = week_words.verdict(self.window, suits)
        meaning = week_words.meaning(self.window, suits)
        refused = self.refused(slot)
        if refused:
            return MoveMeaning(
                "", refused, "", badge if suits.forbidden else translate("WeekWords", "taken"), Tone.STOP
            )
        minutes, observed = self.length(slot.on)
        at = translate("WeekWords", "{day} at {time}").format(day=text.day_short(slot.on), time=text.clock(slot.start))
        rest = text.join("", meaning, week_words.ends(slot.on, slot.start, minutes, observed))
        strong = f"{at}, {place.lower()}" if place else at
        return MoveMeaning(self._lead(), strong, f"· {rest}", badge, tone, self._follows(slot.on))

    def _lead(self) -> str:
        if self.visit is None:
            return translate("WeekWords", "Drop to book")
        return translate("WeekWords", "Drop to move to")

    def refused(self, slot: BoardSlot) -> str:
        """Return why nothing can be dropped on a slot, or an empty text."""
        suits = self.fit(slot.on)
        if suits.forbidden:
            badge, _ = week_words.verdict(self.window, suits)
            return text.sentence(text.join(badge, week_words.meaning(self.window, suits)))
        minutes, _ = self.length(slot.on)
        if minutes_of(slot.start) + minutes > minutes_of(self._case.unit.closes):
            said = translate("WeekWords", "The visit does not end before the unit closes at {closes}.")
            return said.format(closes=text.clock(self._case.unit.closes))
        taken = self._taken_by(slot, minutes)
        if taken is None:
            return ""
        said = translate("WeekWords", "{place} is taken then.")
        return said.format(place=slot.place)

    def _taken_by(self, slot: BoardSlot, minutes: int) -> Visit | None:
        for row in self._seated(slot.on):
            mine = self.visit is not None and row.id == self.visit.id
            if not mine and slot.place and not is_free((row,), slot.place, minutes_of(slot.start), minutes):
                return row
        return None

    def _seated(self, on: date) -> list[Visit]:
        """Return the visits of a day, each for as long as its place is taken in fact."""
        now = self._ward.desk.now()
        return [seated(row, now) for row in visits_on(self._ward, on)]

    def _follows(self, on: date) -> str:
        if self.window.dose is None:
            return ""
        if on not in self._followed:
            self._followed[on] = week_words.follows(self._ward, preview(self._case, on, self.visit))
        return self._followed[on]

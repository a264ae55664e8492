"""The capacity of the unit in words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from infusionplanner.application.views.capacity import DayLoad, Problem
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.pages.capacity.map import HeatCell, HeatRow
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from datetime import date

    from infusionplanner.catalogue.wording import Wording

_MINUTES_PER_HOUR = 60


class Measure(StrEnum):
    """What the figure of a day is."""

    VISITS = "visits"
    CHAIRS = "chairs"
    NURSES = "nurses"


class CapacityWords(QObject):
    """Words of days and weeks in the language of the windows."""

    def measure(self, measure: Measure) -> str:
        """Return the name of a measure."""
        names = {
            Measure.VISITS: self.tr("Visits"),
            Measure.CHAIRS: self.tr("Place hours"),
            Measure.NURSES: self.tr("Nurse hours"),
        }
        return names[measure]

    def row(self, week: tuple[DayLoad, ...], measure: Measure, today: date, wording: Wording) -> HeatRow:
        """Return one week as a row of the map."""
        first, last = week[0].on, week[-1].on
        cells = tuple(self.cell(day, measure, today, wording) for day in week)
        return HeatRow(text.sentence(text.week(first)), text.span(first, last, years=False), cells)

    def cell(self, day: DayLoad, measure: Measure, today: date, wording: Wording) -> HeatCell:
        """Return one day as a cell of the map."""
        closed = "" if day.closure is None else wording.label("closure", day.closure)
        tone = Tone.NEUTRAL
        if day.problems:
            tone = Tone.STOP if day.problems[0] is Problem.CLOSED else Tone.WARN
        return HeatCell(
            on=day.on,
            figure="" if closed and not day.booked else self.figure(day, measure),
            note=self.share(day) if day.visits else "",
            share=day.share,
            closed=closed,
            tone=tone,
            today=day.on == today,
            spoken=text.join(text.day(day.on), closed, *self.lines(day), *self.problems(day)),
        )

    def figure(self, day: DayLoad, measure: Measure) -> str:
        """Return the figure of a day: visits, or hours with one decimal."""
        if measure is Measure.VISITS:
            return str(day.visits)
        return hours(day.chair_minutes if measure is Measure.CHAIRS else day.nurse_minutes)

    def share(self, day: DayLoad) -> str:
        """Return how full the places are: ``72 %``."""
        return "" if not day.open_minutes else self.tr("{percent} %").format(percent=round(day.share * 100))

    def lines(self, day: DayLoad) -> tuple[str, ...]:
        """Return a day's figures: visits, place hours of how many, nurse hours."""
        visits = self.tr("%n visit(s)", "", day.visits)
        if day.expected:
            visits = self.tr("{visits}, {expected} of them not booked yet").format(visits=visits, expected=day.expected)
        places = self.tr("{taken} place hours of {open}").format(
            taken=hours(day.chair_minutes), open=hours(day.open_minutes)
        )
        return visits, places, self.tr("{hours} nurse hours").format(hours=hours(day.nurse_minutes))

    def problems(self, day: DayLoad) -> tuple[str, ...]:
        """Return why a day is to be looked at, one sentence each."""
        words = {
            Problem.CLOSED: self.tr("%n visit(s) booked on a closed day", "", day.booked),
            Problem.OVER: self.tr("More than the places have time for"),
            Problem.FULL: self.tr("Full: nobody else fits in"),
            Problem.NO_PLACE: self.tr("%n visit(s) without time or place", "", day.no_place),
            Problem.OUTSIDE: self.tr("%n dose(s) outside the window", "", day.outside),
        }
        return tuple(words[problem] for problem in day.problems)


def hours(minutes: int) -> str:
    """Return minutes as hours with one decimal: ``4,5``."""
    return text.number(minutes / _MINUTES_PER_HOUR, 1)

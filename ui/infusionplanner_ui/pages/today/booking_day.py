"""What a day means for a visit that is to be booked: the dose's window, what the rules say of it, the free times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.acts.judgement import may_give
from infusionplanner.application.views.moving import fit, window_for
from infusionplanner.application.views.slots import SlotWish
from infusionplanner.domain.patient import AppointmentKind, Setting
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.form.rule_line import RuleLine, Rules, Said
from infusionplanner_ui.panels.visit import slots_of, window_data, window_said

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from datetime import time as clock_time

    from infusionplanner.application.records import PatientId
    from infusionplanner.domain.result import PlannedDose
    from infusionplanner_ui.shell.ward import Ward
    from infusionplanner_ui.widgets.window_bar import WindowBarData

translate = QCoreApplication.translate

_WINDOW_RULE = "R-INT-3"


@dataclass(frozen=True, slots=True)
class BookingDay:
    """Who is to come on which day and what for."""

    ward: Ward
    patient: PatientId
    kind: AppointmentKind
    on: date

    @property
    def _dose(self) -> PlannedDose | None:
        """The dose that is booked: the next one of the plan in the unit."""
        coming = self.ward.plan(self.patient).next_dose
        is_dose = self.kind is AppointmentKind.DOSE and coming is not None and coming.setting is Setting.UNIT
        return coming if is_dose else None

    @property
    def forbidden(self) -> bool:
        """Whether nothing is booked: the day has passed, is closed, or comes too soon after the last dose (R-INT-3)."""
        case = self.ward.case(self.patient)
        return fit(case, window_for(case, self._dose), self.on).forbidden

    @property
    def refused(self) -> str:
        """Why the unit takes nobody that day, or an empty text; the closed days say it with their name."""
        return translate("VisitWords", "This day has passed.") if self.on < self.ward.today else ""

    def window(self) -> WindowBarData | None:
        """Return the window of the dose with the day in it, None for a visit without a dose."""
        return None if self._dose is None else window_data(self.ward, self._dose, self.on)

    def said(self) -> tuple[Said, ...]:
        """Return what the rules say of the dose on that day: stops first, then the window and the warnings."""
        if self.kind is not AppointmentKind.DOSE:
            return ()
        judged = self.ward.at_desk(may_give, self.patient, self.on, setting=Setting.UNIT)
        stops = [Said(self.ward.wording.finding(row), Tone.STOP, row.rule) for row in judged.stops]
        warnings = [Said(self.ward.wording.finding(row), Tone.WARN, row.rule) for row in judged.warnings]
        window = [] if _WINDOW_RULE in {row.rule for row in judged.stops} else window_said(self._dose, self.on)
        return (*stops, *window, *warnings)

    def lines(self, said: Iterable[Said]) -> list[RuleLine]:
        """Return the lines that show it, each with the way to its rule."""
        rules = Rules(self.ward.protocol(self.patient), self.ward.wording)
        return [RuleLine(rules, each) for each in said]

    def free_times(self, at: clock_time | None, place: str | None, most: int) -> list[clock_time]:
        """Return the free times nearest to a wish, by the clock."""
        slots = slots_of(self.ward, self.patient, self.on, self.kind, SlotWish(time=at, place=place))
        return sorted(list(dict.fromkeys(slot.time for slot in slots))[:most])

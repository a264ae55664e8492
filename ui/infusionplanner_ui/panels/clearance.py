"""A doctor's clearance of the stops of a coming dose, recorded ahead of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.judgement import clear_stops, may_give
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import DateField
from infusionplanner_ui.panels.form.rule_line import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner.domain.finding import Finding
    from infusionplanner_ui.shell.ward import Ward


class ClearancePanel(ActPanel):
    """Shows what stops a dose on a day, and records who has cleared it; the clearance holds for that day alone."""

    act = Act.CLEARANCE
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self._asked: tuple[date, Sequence[Finding]] | None = None
        coming = ward.plan(patient).next_dose
        proposed = self.today if coming is None else max(coming.day, self.today)
        self.on = DateField(DateUse.COMING, self.today, proposed)
        self.add(self.on, lambda: self.tr("For the dose on"), required=True)
        self.finish(self._record)

    def judge(self) -> tuple[Sequence[Finding], Sequence[Finding]]:
        """Return the stops of that day that nobody has cleared."""
        return self._stops(), ()

    def _stops(self) -> Sequence[Finding]:
        on = self.on.day()
        if on is None:
            return ()
        if self._asked is None or self._asked[0] != on:
            _, setting = choices.ordered(self.patient, self.ward.plan(self.who))
            self._asked = on, self.ward.at_desk(may_give, self.who, on, setting=setting).stops
        return self._asked[1]

    def is_complete(self) -> bool:
        """Wait for a day on which something stops the dose."""
        return bool(self._stops())

    def consequences(self) -> Sequence[Said]:
        """Say that the clearance holds for the day alone, or that there is nothing to clear."""
        if not self._stops():
            return [Said(self.tr("Nothing stops a dose on this day, or all of it is cleared."))]
        return [Said(self.tr("The clearance holds for a dose on this day alone."))]

    def _record(self) -> Callable[[Desk], Done]:
        on = self.on.day() or self.today
        return partial(clear_stops, patient=self.who, on=on, clearings=self.findings.clearances())

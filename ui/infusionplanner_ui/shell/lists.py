"""What the pages list of the patients, made once and kept for each until an act changes the patient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infusionplanner.application.views.day import DayReader
from infusionplanner.application.views.home_patients import HomeReader
from infusionplanner.application.views.per_patient import ByPatient
from infusionplanner_ui.models.patient_rows import PatientRow

if TYPE_CHECKING:
    from datetime import date

    from infusionplanner.application.records import PatientId
    from infusionplanner.application.views.day import DayVisit
    from infusionplanner.application.views.home_patients import HomeLists
    from infusionplanner.application.views.overview import Overview


class Lists:
    """The lists of the unit that is open. May be asked in any thread."""

    def __init__(self) -> None:
        self._home = HomeReader()
        self._rows: ByPatient[PatientRow] = ByPatient()
        self._day = DayReader()

    def home(self, overview: Overview) -> HomeLists:
        """Return the lists of home treatment."""
        return self._home.read(overview)

    def day(self, overview: Overview, on: date) -> tuple[DayVisit, ...]:
        """Return the visits of a day with what the rules say of them."""
        return self._day.read(overview, on)

    def rows(self, overview: Overview) -> dict[PatientId, PatientRow]:
        """Return a line for every patient, in no order."""
        patients, plans, today = overview.patients, overview.plans, overview.as_of
        return self._rows.of(overview, lambda who: PatientRow(who, patients[who], plans[who], today))

    def prepare(self, overview: Overview) -> None:
        """Make what takes longest before a page asks for it; called in the worker thread."""
        self.home(overview)
        for row in self.rows(overview).values():
            row.prepare()

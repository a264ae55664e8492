"""The lists of the patients at home, read together; what did not change since they were last read is not made again."""

from collections.abc import Mapping
from dataclasses import dataclass

from infusionplanner.application.records import PatientId
from infusionplanner.application.views.home import (
    HomeRow,
    SoonRow,
    call_list,
    home_row,
    in_order,
    running_out,
    soon_row,
    soonest,
)
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.per_patient import ByPatient
from infusionplanner.application.views.renewal import Renewal, first_needed, renewal_in


@dataclass(frozen=True, slots=True)
class HomeLists:
    """Who is at home, who is to be called, who must order or renew, who may go home soon, and every open renewal."""

    at_home: tuple[HomeRow, ...]
    calls: tuple[HomeRow, ...]
    supply: tuple[HomeRow, ...]
    soon: tuple[SoonRow, ...]
    renewals: Mapping[PatientId, Renewal]


class HomeReader:
    """Reads the lists of an overview, and keeps the rows of each patient for the next reading."""

    def __init__(self) -> None:
        self._home: ByPatient[HomeRow | None] = ByPatient()
        self._soon: ByPatient[SoonRow | None] = ByPatient()
        self._renewals: ByPatient[Renewal | None] = ByPatient()

    def read(self, overview: Overview) -> HomeLists:
        """Return the lists as of an overview."""
        patients, plans = overview.patients, overview.plans
        with overview.desk.store.reading() as reading:
            steps = reading.all_renewal_steps()
        home = in_order(self._home.of(overview, lambda who: home_row(who, patients[who], plans[who])).values())
        renewals = self._renewals.of(overview, lambda who: renewal_in(overview, who, steps.get(who, ())))
        return HomeLists(
            at_home=home,
            calls=call_list(home),
            supply=running_out(home),
            soon=soonest(self._soon.of(overview, lambda who: soon_row(who, plans[who])).values()),
            renewals={row.patient: row for row in first_needed(renewals.values(), overview)},
        )

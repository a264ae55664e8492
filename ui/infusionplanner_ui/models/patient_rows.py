"""One line for each patient of the unit: what the list shows, searches, filters and sorts by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from infusionplanner.application.names import shown_name, sort_key
from infusionplanner.application.search import Searchable, SearchQuery, searchable
from infusionplanner.application.views.work_items import Band, WorkItem, items
from infusionplanner.domain.finding import Level
from infusionplanner.domain.patient import AWAY, Patient

if TYPE_CHECKING:
    from datetime import date

    from infusionplanner.application.records import PatientId
    from infusionplanner.domain.result import Plan


class Show(StrEnum):
    """Which patients the list shows."""

    ALL = "all"
    UNIT = "unit"
    HOME = "home"
    FIRST = "first"
    BEFORE = "before"
    STOPPED = "stopped"
    ATTENTION = "attention"


@dataclass(frozen=True)
class PatientRow:
    """A patient with the plan, and what is worked out of them once."""

    id: PatientId
    patient: Patient
    plan: Plan
    today: date

    @cached_property
    def name(self) -> str:
        """Return the name as lists show it."""
        return shown_name(self.patient)

    @cached_property
    def sort_key(self) -> str:
        """Return the key of the Norwegian order."""
        return sort_key(self.name)

    @cached_property
    def work(self) -> tuple[WorkItem, ...]:
        """Return what is to be done for this patient, most urgent first."""
        return items({self.id: self.plan}, self.today) if self.plan.findings else ()

    @property
    def needs_attention(self) -> bool:
        """Tell whether something stops or is overdue."""
        return bool(self.work) and self.work[0].band is Band.OVERDUE

    @property
    def stage(self) -> Show:
        """Return where in the treatment the patient is."""
        if self.patient.course.stop is not None:
            return Show.STOPPED
        if not self.plan.doses_completed:
            return Show.BEFORE
        coming = self.plan.next_dose
        return Show.HOME if coming is not None and coming.setting in AWAY else Show.UNIT

    @property
    def is_new(self) -> bool:
        """Tell whether the first doses, with full observation, are not over."""
        coming = self.plan.next_dose
        seen = coming.observation if coming is not None else None
        started = self.stage in {Show.UNIT, Show.HOME}
        return started and seen is not None and seen.counted < seen.of

    @cached_property
    def choices(self) -> frozenset[Show]:
        """Return the choices of the list that the patient belongs to."""
        more = {Show.FIRST: self.is_new, Show.ATTENTION: self.needs_attention}
        return frozenset({Show.ALL, self.stage, *(show for show, belongs in more.items() if belongs)})

    @cached_property
    def urgency(self) -> tuple[int, int, int]:
        """Return the order by what is most urgent: band, stops before the rest, and how much there is."""
        if not self.work:
            return len(_BANDS), 1, 0
        first = self.work[0]
        return _BANDS[first.band], first.finding.level is not Level.STOP, -len(self.work)

    def prepare(self) -> None:
        """Work out what is asked of every line, so that the first letter of a search finds as fast as the next."""
        _ = self.sort_key, self.choices, self.search

    @cached_property
    def search(self) -> Searchable:
        """Return what the search looks at."""
        return searchable(self.patient)

    def rank(self, wanted: SearchQuery) -> int | None:
        """Return how well the patient answers a search: 0 best, None not at all."""
        return self.search.rank(wanted)


_BANDS = {band: number for number, band in enumerate(Band)}

"""Everything that the page of one patient shows, read once for each refresh."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from infusionplanner.application.records import PatientId, VisitState
from infusionplanner.application.views.stored import acts_of
from infusionplanner.application.views.work_items import items
from infusionplanner.domain.counting import count
from infusionplanner.domain.finding import Level
from infusionplanner.domain.history import View, is_completed
from infusionplanner.domain.observation import first_doses
from infusionplanner.domain.patient import AppointmentKind, AppointmentStatus, Dose, DoseStatus, Reaction
from infusionplanner_ui.models.patient_words import PatientWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from infusionplanner.application.journal import JournalAct
    from infusionplanner.application.records import (
        DoseDetail,
        FactId,
        PatientRecord,
        RenewalStep,
        Visit,
    )
    from infusionplanner.application.views.patient_file import PatientFile
    from infusionplanner.catalogue.wording import Wording
    from infusionplanner.domain.finding import Finding
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.protocol import Protocol
    from infusionplanner.domain.result import Plan
    from infusionplanner.domain.unit import Unit
    from infusionplanner_ui.shell.ward import Ward

_HARMLESS = frozenset({None, Reaction.NONE, Reaction.LOCAL})


@dataclass(frozen=True, slots=True)
class GivenDose:
    """A recorded dose with its number among the completed ones, and whether it was observed in full."""

    fact: FactId
    dose: Dose
    number: int | None
    observed: bool


@dataclass(frozen=True)
class PatientFacts:
    """One patient as the page shows it."""

    id: PatientId
    record: PatientRecord
    plan: Plan
    protocol: Protocol
    unit: Unit
    today: date
    wording: Wording
    visits: tuple[Visit, ...]
    details: Mapping[FactId, DoseDetail]
    renewals: tuple[RenewalStep, ...]
    names: Mapping[str, str]
    journal: Callable[[], tuple[JournalAct, ...]]
    shielded: bool = False

    @classmethod
    def of(cls, ward: Ward, known: PatientFile, *, shielded: bool = False) -> PatientFacts:
        """Return a patient as kept, with what the rules say today."""
        patient = PatientId(known.patient.id)
        return cls(
            patient,
            known.record,
            ward.plan(patient),
            ward.protocol(patient),
            ward.unit,
            ward.today,
            ward.wording,
            known.visits,
            known.details,
            known.renewals,
            ward.state.names,
            partial(ward.get, acts_of, patient),
            shielded,
        )

    @property
    def patient(self) -> Patient:
        """The recorded facts."""
        return self.record.patient

    @cached_property
    def acts(self) -> tuple[JournalAct, ...]:
        """The acts that changed this patient, newest first; read when the history is looked at."""
        return self.journal()

    @cached_property
    def view(self) -> View:
        """The facts as they stand today."""
        return View(self.patient, self.protocol, self.unit, self.today)

    @property
    def words(self) -> PatientWords:
        """The words of the treatment."""
        return PatientWords(self.wording, str)

    @cached_property
    def doses(self) -> tuple[GivenDose, ...]:
        """The recorded doses with their numbers, oldest first."""
        return tuple(self._numbered())

    def _numbered(self) -> Iterator[GivenDose]:
        view = self.view
        number = view.earlier.number if view.earlier else 0
        completed: list[Dose] = []
        for fact, dose in zip(self.record.ids["doses"], self.patient.course.doses, strict=True):
            counts = is_completed(dose)
            observed = self._is_first(completed, dose)
            if counts:
                number += 1
                completed.append(dose)
            yield GivenDose(fact, dose, number if counts else None, observed)

    def _is_first(self, completed: list[Dose], dose: Dose) -> bool:
        """Tell whether a dose is one of the first ones, which are observed in full (R-OBS-1)."""
        rules = self.protocol.observation
        if rules is None:
            return False
        counted = count([*completed, dose], self.view.earlier, self.protocol.gap)
        have, need, _ = first_doses(counted, dose.route, rules)
        return have <= need

    def coming_visits(self) -> tuple[Visit, ...]:
        """Return the booked visits from today on that have not begun."""
        return tuple(
            visit
            for visit in self.visits
            if visit.on >= self.today
            and visit.status is AppointmentStatus.BOOKED
            and visit.state in {VisitState.PLANNED, VisitState.ARRIVED}
        )

    def dose_visit(self, on: date) -> Visit | None:
        """Return the booked dose visit of a day."""
        visits = (visit for visit in self.coming_visits() if visit.kind is AppointmentKind.DOSE)
        return next((visit for visit in visits if visit.on == on), None)

    def findings(self) -> tuple[Finding, ...]:
        """Return what is to be done, most urgent first, then what is good to know."""
        to_do = tuple(item.finding for item in items({self.id: self.plan}, self.today))
        return (*to_do, *(row for row in self.plan.findings if row.level is Level.INFO))

    def reactions(self) -> int:
        """Return how many doses had a reaction that counts (R-OBS-3)."""
        return sum(reaction not in _HARMLESS for reaction in self._had)

    def local_reactions(self) -> int:
        """Return how many doses had a local reaction, which does not count."""
        return sum(reaction is Reaction.LOCAL for reaction in self._had)

    @property
    def _had(self) -> Iterator[Reaction | None]:
        return (dose.reaction for dose in self.patient.course.doses if dose.status is not DoseStatus.MISSED)

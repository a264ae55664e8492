"""One day of the unit: its visits, each with what the rules say of a dose that is still to be given."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from infusionplanner.application.acts.judgement import AskedDose, Judgement, judge
from infusionplanner.application.records import Visit, VisitId, VisitState
from infusionplanner.application.sheets.values import Names, SheetWard
from infusionplanner.application.sheets.visits import VisitFacts, visit_facts
from infusionplanner.application.views.overview import Overview
from infusionplanner.domain.finding import Finding
from infusionplanner.domain.patient import AppointmentKind, Patient, Setting

_FAR = 14
_IN_UNIT = frozenset({AppointmentKind.DOSE, AppointmentKind.TRAINING})
_COMING = frozenset({VisitState.PLANNED, VisitState.ARRIVED, VisitState.STARTED})


@dataclass(frozen=True, slots=True)
class DayVisit:
    """One visit of the day. ``judgement`` is there for a dose that is still to be given."""

    visit: Visit
    patient: Patient
    facts: VisitFacts
    judgement: Judgement | None = None

    @property
    def is_dose(self) -> bool:
        """Tell whether a dose is to be given."""
        return self.visit.kind is AppointmentKind.DOSE

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Return the stops and warnings that nobody has answered yet, stops first."""
        return () if self.judgement is None else (*self.judgement.stops, *self.judgement.warnings)


class DayReader:
    """Reads a day, and keeps what the rules said of each visit until an act changes its patient or the unit."""

    def __init__(self) -> None:
        self._unit: object = None
        self._judged: dict[VisitId, DayVisit] = {}

    def read(self, overview: Overview, on: date) -> tuple[DayVisit, ...]:
        """Return the visits in the unit on a day, by time."""
        with overview.desk.store.reading() as reading:
            booked = reading.visits(on, on)
        before = self._judged if overview.unit is self._unit else {}
        found = {fact.visit.id: self._visit(overview, fact, before) for fact in _in_unit(overview, booked)}
        self._unit, self._judged = overview.unit, found
        return tuple(found.values())

    @staticmethod
    def _visit(overview: Overview, fact: VisitFacts, before: dict[VisitId, DayVisit]) -> DayVisit:
        visit, patient = fact.visit, overview.patients[fact.visit.patient]
        known = before.get(visit.id)
        if known is not None and known.patient is patient and known.visit == visit:
            return DayVisit(visit, patient, fact, known.judgement)
        if visit.kind is not AppointmentKind.DOSE or visit.state not in _COMING:
            return DayVisit(visit, patient, fact)
        with overview.desk.store.reading() as reading:
            judged = judge(overview.desk, reading, AskedDose(patient, visit.on, setting=Setting.UNIT))
        return DayVisit(visit, patient, fact, judged)


def neighbour(overview: Overview, on: date, step: int) -> date:
    """Return the next day in a direction on which the unit is open or somebody is booked, at most two weeks away."""
    with overview.desk.store.reading() as reading:
        for _ in range(_FAR):
            on += timedelta(days=step)
            if overview.unit.is_open(on) or reading.visits(on, on):
                break
    return on


def _in_unit(overview: Overview, booked: tuple[Visit, ...]) -> Iterator[VisitFacts]:
    """Yield the visits that take place in the unit, of patients that are known."""
    places = {place.name for place in overview.unit.places}
    ward = SheetWard(overview.unit, overview.protocols, overview.patients, overview.plans)
    for fact in visit_facts(booked, ward, Names.CODE):
        here = fact.visit.kind in _IN_UNIT or fact.visit.place in places
        if here and fact.visit.patient in overview.patients:
            yield fact

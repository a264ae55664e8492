"""One visit with all that its panel shows and decides on; and the one step that comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from infusionplanner.application.records import VisitState
from infusionplanner.application.views.lengths import ordered_route
from infusionplanner.application.views.seats import waiting_for
from infusionplanner.domain.counting import before
from infusionplanner.domain.history import View
from infusionplanner.domain.observation import observe
from infusionplanner.domain.patient import AppointmentStatus, ResultKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from infusionplanner.application.acts.booking import BookingProposal
    from infusionplanner.application.records import Batch, DoseDetail, FactId, Visit
    from infusionplanner.application.views.around_visit import AroundVisit
    from infusionplanner.application.views.day import DayVisit
    from infusionplanner.domain.patient import Checklist, Dose, Result, Route
    from infusionplanner.domain.protocol import Protocol
    from infusionplanner.domain.result import Observation, Plan, PlannedDose
    from infusionplanner_ui.shell.ward import Ward


class Step(Enum):
    """What comes next for a visit; the main button and Enter do it."""

    NONE = auto()
    ARRIVE = auto()
    CLEAR = auto()
    ANSWER = auto()
    START = auto()
    ACKNOWLEDGE = auto()
    GIVE = auto()
    LEAVE = auto()
    BOOK = auto()


@dataclass(frozen=True)
class VisitCase:
    """A visit of the day with what is known around it.

    ``observation`` is what the rules ask after this dose; ``dose`` the dose recorded at the visit, ``dose_id`` its id.
    ``coming`` is the next dose after this visit and ``booked`` its visit; ``proposal`` where it would be booked.
    """

    row: DayVisit
    plan: Plan
    protocol: Protocol
    today: date
    now: datetime
    route: Route | None
    observation: Observation | None = None
    dose: Dose | None = None
    dose_id: FactId | None = None
    detail: DoseDetail | None = None
    batch: Batch | None = None
    coming: PlannedDose | None = None
    booked: Visit | None = None
    proposal: BookingProposal | None = None
    no_proposal: Exception | None = None
    sites: tuple[str, ...] = ()

    @property
    def visit(self) -> Visit:
        """Return the visit."""
        return self.row.visit

    @property
    def is_today(self) -> bool:
        """Tell whether the visit is today, so that it can go on step by step."""
        return self.visit.on == self.today

    @property
    def checklist(self) -> Checklist | None:
        """Return the answers for this dose, when they were given."""
        rows = (row for row in self.row.patient.course.checklists if row.for_ == self.visit.on)
        return max(rows, key=lambda row: row.answered_on, default=None)

    @property
    def bloods(self) -> Result | None:
        """Return the newest blood tests of the patient."""
        rows = [row for row in self.row.patient.results if row.kind is ResultKind.BLOODS and row.on <= self.visit.on]
        return max(rows, key=lambda row: row.on, default=None)

    @property
    def jcv(self) -> Result | None:
        """Return the newest JCV answer of the patient."""
        rows = [row for row in self.row.patient.results if row.kind is ResultKind.JCV and row.on <= self.today]
        return max(rows, key=lambda row: row.on, default=None)

    @property
    def may_be_recorded(self) -> bool:
        """Tell whether a dose can be recorded at this visit: it is due, today or earlier, and none is recorded."""
        open_ = self.visit.state not in {VisitState.DONE, VisitState.NOT_GIVEN}
        return self.row.is_dose and self.dose is None and open_ and self.visit.on <= self.today

    def remaining(self, now: datetime) -> float | None:
        """Return the seconds of observation that are left, below 0 after its end; None when nobody is observed."""
        until = waiting_for(self.visit)
        if until is None or self.visit.state is not VisitState.OBSERVING:
            return None
        return (until - now).total_seconds()

    def step(self, now: datetime) -> Step:
        """Return what comes next."""
        state = self.visit.state
        if state in {VisitState.DONE, VisitState.NOT_GIVEN}:
            return Step.BOOK if self.proposal is not None else Step.NONE
        if not self.is_today:
            return self._step_on_another_day()
        if state is VisitState.PLANNED:
            return Step.ARRIVE
        if not self.row.is_dose:
            return Step.LEAVE
        if state is VisitState.ARRIVED:
            return self._step_before_dose()
        return self._step_with_dose(now)

    def _step_on_another_day(self) -> Step:
        if self.dose is not None and self.visit.state is VisitState.OBSERVING:
            return Step.LEAVE
        if not self.may_be_recorded:
            return Step.NONE
        if self.row.judgement is None or self.row.judgement.may_go_on:
            return Step.GIVE
        return Step.CLEAR if self.row.judgement.stops else Step.ACKNOWLEDGE

    def _step_before_dose(self) -> Step:
        if self.checklist is None and self.protocol.questions:
            return Step.ANSWER
        return Step.CLEAR if self.row.judgement is not None and self.row.judgement.stops else Step.START

    def _step_with_dose(self, now: datetime) -> Step:
        if self.dose is None:
            judgement = self.row.judgement
            if judgement is not None and judgement.stops:
                return Step.CLEAR
            return Step.ACKNOWLEDGE if judgement is not None and judgement.warnings else Step.GIVE
        remaining = self.remaining(now)
        running = remaining is not None and remaining > 0
        return Step.BOOK if running and self.proposal is not None else Step.LEAVE


def case_of(ward: Ward, row: DayVisit, around: AroundVisit) -> VisitCase:
    """Return a visit with all that its panel shows."""
    visit, patient, known = row.visit, row.patient, around.file
    protocol, plan, now = ward.protocol(visit.patient), ward.plan(visit.patient), ward.desk.now()
    doses = dict(zip(known.record.ids.get("doses", ()), known.patient.course.doses, strict=True))
    dose = doses.get(visit.dose) if visit.dose is not None else None
    route = ordered_route(patient, protocol, ward.unit, visit.on)
    coming, booked = _coming(plan, visit, known.visits, now.date())
    is_next = coming is not None and coming is plan.next_dose
    return VisitCase(
        row=row,
        plan=plan,
        protocol=protocol,
        today=ward.today,
        now=now,
        route=dose.route if dose is not None and dose.route is not None else route,
        observation=_observation(ward, row, protocol, route),
        dose=dose,
        dose_id=visit.dose,
        detail=known.details.get(visit.dose) if visit.dose is not None else None,
        batch=around.batch,
        coming=coming,
        booked=booked,
        proposal=around.proposal if is_next else None,
        no_proposal=around.no_proposal if is_next else None,
        sites=_sites(doses, known.details),
    )


def _sites(doses: Mapping[FactId, Dose], details: Mapping[FactId, DoseDetail]) -> tuple[str, ...]:
    """Return the sites of this patient's doses, newest first, each once."""
    newest = sorted((fact for fact in details if fact in doses), key=lambda fact: doses[fact].on, reverse=True)
    return tuple(dict.fromkeys(details[fact].site for fact in newest if details[fact].site))


def _observation(ward: Ward, row: DayVisit, protocol: Protocol, route: Route | None) -> Observation | None:
    if not row.is_dose:
        return None
    view = View(row.patient, protocol, ward.unit, row.visit.on, before=True)
    return observe(view, before(view.counted, row.visit.on, protocol.gap), route)


def _coming(
    plan: Plan, visit: Visit, visits: tuple[Visit, ...], today: date
) -> tuple[PlannedDose | None, Visit | None]:
    """Return the dose after this visit, and its visit when it is booked."""
    after = max(visit.on, today - timedelta(days=1))
    coming = next((dose for dose in plan.doses if dose.day > after), None)
    if coming is None:
        return None, None
    stands = (row for row in visits if row.status is AppointmentStatus.BOOKED and row.kind is visit.kind.DOSE)
    return coming, next((row for row in stands if row.on == coming.day and coming.booked), None)

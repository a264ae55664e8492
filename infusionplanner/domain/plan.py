"""plan(): ask each rule family, in one readable order.

It is pure: the same facts, protocol, unit and day always give the same plan, and no valid patient makes it raise.
``check`` (may a dose be given on a day) is offered here too, from ``checking``.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from infusionplanner.domain import (
    bridging,
    gap,
    holds,
    home,
    interval,
    monitoring,
    observation,
    pregnancy,
    risk,
    start,
    supply,
    transition,
)
from infusionplanner.domain.checking import check
from infusionplanner.domain.dates import add_days, add_months
from infusionplanner.domain.finding import Finding, Level, Scope, urgency
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Patient, Setting
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Plan, PlannedDose, Rebound
from infusionplanner.domain.schedule import closed_findings, coming_doses, passed_appointment
from infusionplanner.domain.unit import Unit

__all__ = ["check", "plan"]


def plan(patient: Patient, protocol: Protocol, unit: Unit, as_of: date, *, months: int = 12) -> Plan:
    """Return the plan of one patient as of a day, with the coming doses ``months`` ahead."""
    view = View(patient, protocol, unit, as_of)
    horizon = add_months(as_of, months)
    ahead = tuple(coming_doses(view, max(horizon, _needed_until(view))))
    stock = supply.supply(view, ahead)
    controls = monitoring.monitoring(view, ahead)
    at_home = home.home(view, ahead, controls, stock)
    estimate = risk.pml(view)
    clock = interval.rebound(view)
    change = transition.transition(view)
    follow_up = transition.surveillance(view)
    coming = ahead[0] if ahead else None
    found = [
        *_dose_findings(view, coming, ahead, clock),
        *home.findings(view, at_home, coming),
        *supply.findings(view, stock, coming),
        *monitoring.findings(view, controls),
        *risk.findings(view, estimate),
        *transition.findings(view, change, follow_up),
    ]
    findings = tuple(sorted(found, key=urgency))
    marked = tuple(_blocked(ahead, findings))
    return Plan(
        patient=patient.id,
        as_of=as_of,
        protocol=protocol.label,
        doses_completed=view.doses_completed,
        next_dose=marked[0] if marked else None,
        doses=tuple(dose for dose in marked if dose.proposed <= horizon),
        home=at_home,
        supply=stock,
        monitoring=controls,
        pml=estimate,
        rebound=clock,
        transition=change,
        surveillance=follow_up,
        findings=findings,
    )


def _needed_until(view: View) -> date:
    """Return how far the controls and the supply need the coming doses, however few months are asked for.

    Bloods are planned for the doses up to number 6, and two doses tell the rhythm. Home doses go on by their interval
    beyond the projection, unless a regimen that is still to come or a pregnancy changes them while a prescription
    is valid.
    """
    controls, rules = view.protocol.monitoring, view.protocol.supply
    ends = view.pregnancy is not None or view.course.stop is not None
    changes = ends or any(row.from_ > view.as_of for row in view.course.regimens)
    if changes and rules is not None and supply.is_supplied(view):
        return add_months(view.as_of, rules.valid_months)
    first_doses = max(controls.bloods_before_doses) - view.doses_completed if controls is not None else 0
    return add_days(view.as_of, max(first_doses, 2) * view.protocol.interval.extended_days)


def _dose_findings(
    view: View, coming: PlannedDose | None, ahead: Sequence[PlannedDose], clock: Rebound | None
) -> list[Finding]:
    """Ask the families that speak of the coming dose: holds, interval, gap, observation, start, pregnancy, bridging."""
    last_before_birth = ahead[-1].proposed if ahead and pregnancy.last_day(view) is not None else None
    found = [*interval.rebound_findings(clock), *pregnancy.findings(view, clock, last_before_birth)]
    if view.stopped:
        return found
    found += [*holds.findings(view), *interval.incomplete_findings(view), *observation.findings(view)]
    found += bridging.findings(view)
    if coming is None:
        return found if view.course.regimens or view.last_completed else [*found, _not_ordered(view)]
    order = interval.next_order(view, interval.regimens_in_order(view), view.last_completed)
    found += [] if order is None else interval.order_findings(view, order[0])
    found += interval.late_findings(view, coming.due, coming.proposed)
    found += interval.early_findings(view, coming.due, coming.proposed)
    found += gap.findings(view, coming.proposed)
    found += start.findings(view, coming.proposed)
    found += [*closed_findings(view.unit, coming.proposed, coming.setting), *home.no_route(view, coming.route)]
    return [*found, *_unrecorded(view)]


def _not_ordered(view: View) -> Finding:
    return Finding("R-START-1", Level.TASK, "start.not_ordered", view.as_of)


def _unrecorded(view: View) -> list[Finding]:
    passed = passed_appointment(view)
    if passed is None:
        return []
    return [Finding("R-INT-10", Level.TASK, "visit.unrecorded", passed.on, {"day": passed.on})]


def _blocked(doses: Iterable[PlannedDose], findings: Sequence[Finding]) -> Iterable[PlannedDose]:
    """Mark the doses on which a stop bears: all, the home doses, or the next one only."""
    scopes = {finding.scope for finding in findings if finding.stops}
    for n, dose in enumerate(doses):
        bears = (
            Scope.ALL in scopes
            or (Scope.NEXT in scopes and n == 0)
            or (Scope.HOME in scopes and dose.setting is Setting.HOME)
        )
        yield dose.block() if bears else dose

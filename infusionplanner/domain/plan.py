"""plan(): ask each rule family, in one readable order.

It is pure: the same facts, protocol, unit and day always give the same plan, and no valid patient makes it raise.
``check`` (may a dose be given on a day) is offered here too, from ``checking``.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from infusionplanner.domain import interval, transition
from infusionplanner.domain.asked import Asked
from infusionplanner.domain.away import home, supply
from infusionplanner.domain.checking import check
from infusionplanner.domain.controls import monitoring, risk
from infusionplanner.domain.dates import add_days, add_months
from infusionplanner.domain.families import Computed, by_urgency, findings, of_course
from infusionplanner.domain.finding import Finding, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import AWAY, Patient
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Home, Plan, PlannedDose
from infusionplanner.domain.schedule import Series, coming_series
from infusionplanner.domain.unit import Unit

__all__ = ["check", "plan"]


def plan(patient: Patient, protocol: Protocol, unit: Unit, as_of: date, *, months: int = 12) -> Plan:
    """Return the plan of one patient as of a day, with the coming doses ``months`` ahead."""
    view = View(patient, protocol, unit, as_of)
    horizon = add_months(as_of, months)
    series = coming_series(view, max(horizon, _needed_until(view)))
    stock = supply.supply(view, series.supposed)
    controls = monitoring.monitoring(view, series.supposed)
    at_home = home.home(view, series.doses, controls, stock)
    has = Computed(
        series,
        controls,
        stock,
        estimate=risk.pml(view),
        change=transition.transition(view, series.unreported),
        follow_up=transition.surveillance(view),
    )
    found = by_urgency([*findings(view, _asked(view, series, at_home)), *of_course(view, has)])
    doses = tuple(_blocked(series.doses, found))
    return Plan(
        patient=patient.id,
        as_of=as_of,
        protocol=protocol.label,
        doses_completed=view.doses_completed,
        next_dose=doses[0] if doses else None,
        doses=tuple(dose for dose in doses if dose.day <= horizon),
        home=at_home,
        supply=stock,
        monitoring=controls,
        pml=has.estimate,
        rebound=interval.rebound(view),
        transition=has.change,
        surveillance=has.follow_up,
        findings=found,
        unreported=series.unreported,
    )


def _asked(view: View, series: Series, at_home: Home | None) -> Asked | None:
    """Return the coming dose as the families are asked of it."""
    if not series.doses:
        return None
    coming = series.doses[0]
    order = interval.next_order(view, interval.regimens_in_order(view), view.anchor)
    return Asked(
        max(coming.day, view.as_of),
        coming.due,
        coming.route,
        coming.setting,
        None if order is None else order[0],
        planned=True,
        unreported=series.unreported,
        conditions=at_home.conditions if at_home is not None else (),
        doses=series.doses,
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


def _blocked(doses: Sequence[PlannedDose], found: Sequence[Finding]) -> Iterable[PlannedDose]:
    """Mark the doses on which a stop bears: all, those away from the unit, the next one, or the last one."""
    scopes = {finding.scope for finding in found if finding.stops}
    for n, dose in enumerate(doses):
        bears = (
            Scope.ALL in scopes
            or (Scope.NEXT in scopes and n == 0)
            or (Scope.HOME in scopes and dose.setting in AWAY)
            or (Scope.LAST in scopes and n == len(doses) - 1)
        )
        yield dose.block() if bears else dose

"""check(): may a dose be given on a day."""

from collections.abc import Iterable
from datetime import date

from infusionplanner.domain import interval
from infusionplanner.domain.asked import Asked
from infusionplanner.domain.away.conditions import conditions
from infusionplanner.domain.away.unreported import unreported_days
from infusionplanner.domain.controls.monitoring import monitoring
from infusionplanner.domain.counting import before
from infusionplanner.domain.dates import days_between
from infusionplanner.domain.families import by_urgency, findings
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.pack import Pack
from infusionplanner.domain.patient import AWAY, Patient, Route, Setting
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import CheckAnswer, Condition, Verdict
from infusionplanner.domain.schedule import bookings
from infusionplanner.domain.unit import Unit


def check(  # noqa: PLR0913 - the question has this many parts
    patient: Patient,
    protocol: Protocol,
    unit: Unit,
    on: date,
    *,
    route: Route | None = None,
    setting: Setting | None = None,
    taken: Pack | None = None,
    today: date | None = None,
    reported: bool = False,
) -> CheckAnswer:
    """Tell whether a dose may be given on ``on``, by ``route`` and in ``setting`` (default: as ordered or booked).

    Judged beside the recorded doses on both sides of that day, and a home dose that is unreported ``today`` (None: on
    that day); not when the dose in question is the report of it. Information and tasks do not change the verdict.
    """
    view = View(patient, protocol, unit, on, before=True)
    last = view.last_administered
    order, due = interval.next_order(view, interval.regimens_in_order(view), view.anchor) or (None, on)
    if order is not None and view.anchor is not None:
        order, due = interval.by_route(view, order, route, view.anchor) or (order, due)
    where = setting or (Setting.UNIT if order is None or on in bookings(view) else order.setting)
    asked = Asked(
        on,
        due,
        route or (order.route if order is not None else None),
        where,
        order,
        planned=False,
        unreported=() if reported else unreported_days(view, min(on, today or on)),
        conditions=_conditions(view, on, where),
        taken=taken,
    )
    found = by_urgency(findings(view, asked))
    return CheckAnswer(verdict(found), on, days_between(last, on) if last is not None else None, found)


def verdict(found: Iterable[Finding]) -> Verdict:
    """Return the strictest answer that the findings give."""
    levels = {finding.level for finding in found}
    if Level.STOP in levels:
        return Verdict.STOP
    return Verdict.WARN if Level.WARN in levels else Verdict.OK


def _conditions(view: View, on: date, setting: Setting) -> tuple[Condition, ...]:
    """R-HOME-1, R-HOME-9 Return the conditions of a dose away from the unit; in the unit there are none."""
    if setting not in AWAY:
        return ()
    counted = before(view.counted, on, view.protocol.gap)
    return tuple(conditions(view, counted, monitoring(view, ()), setting))

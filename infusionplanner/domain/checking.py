"""check(): may a dose be given on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from infusionplanner.domain import bridging, gap, holds, home, interval, observation, pack, pregnancy, start
from infusionplanner.domain.counting import before
from infusionplanner.domain.dates import add_days, days_between
from infusionplanner.domain.finding import Facts, Finding, Level, Scope, urgency
from infusionplanner.domain.history import View
from infusionplanner.domain.monitoring import has_bloods, monitoring
from infusionplanner.domain.pack import Pack
from infusionplanner.domain.patient import Patient, Route, Setting
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import CheckAnswer, Verdict
from infusionplanner.domain.schedule import closed_findings
from infusionplanner.domain.unit import Unit


@dataclass(frozen=True, slots=True)
class Asked:
    """The question: a dose on a day, by a route, in a setting, due on another day by the order in force."""

    on: date
    due: date
    route: Route | None
    setting: Setting
    order: interval.Order | None


def check(  # noqa: PLR0913 - the question has this many parts
    patient: Patient,
    protocol: Protocol,
    unit: Unit,
    on: date,
    *,
    route: Route | None = None,
    setting: Setting | None = None,
    taken: Pack | None = None,
) -> CheckAnswer:
    """Tell whether a dose may be given on ``on``, by ``route`` and in ``setting`` (default: as ordered), from a pack.

    Judged by the facts up to that day, without the dose that may already be recorded for the day itself. Information
    and tasks do not change the verdict.
    """
    view = View(patient, protocol, unit, on, before=True)
    last = view.last_completed
    order, due = interval.next_order(view, interval.regimens_in_order(view), last) or (None, on)
    if order is not None and last is not None:
        order, due = interval.by_route(view, order, route, last) or (order, due)
    ordered = order.setting if order is not None else Setting.UNIT
    asked = Asked(on, due, route or (order.route if order is not None else None), setting or ordered, order)
    found = [*_dose(view, asked), *_safety(view, asked), *_place(view, asked)]
    found += [] if taken is None else pack.findings(view.course.product, taken, on)
    findings = tuple(sorted(found, key=urgency))
    return CheckAnswer(verdict(findings), on, days_between(last, on) if last is not None else None, findings)


def verdict(findings: Iterable[Finding]) -> Verdict:
    """Return the strictest answer that the findings give."""
    levels = {finding.level for finding in findings}
    if Level.STOP in levels:
        return Verdict.STOP
    return Verdict.WARN if Level.WARN in levels else Verdict.OK


def _dose(view: View, asked: Asked) -> list[Finding]:
    """R-INT and R-GAP: the day, counted from the last dose, the rebound clock, and the order in force."""
    found = interval.rebound_findings(interval.rebound(view))
    found += interval.early_findings(view, asked.due, asked.on)
    found += interval.late_findings(view, asked.due, asked.on)
    found += interval.incomplete_findings(view)
    found += [] if asked.order is None else interval.order_findings(view, asked.order)
    return [*found, *gap.findings(view, asked.on), *bridging.complete(view)]


def _safety(view: View, asked: Asked) -> list[Finding]:
    """R-PML-6, R-PREG, R-OBS-3, R-START, R-STOP-1 and R-MON-1: what stops or marks a dose wherever it is given."""
    found = [*holds.findings(view), *observation.findings(view), *bridging.findings(view)]
    found += holds.answered_yes(view, (asked.on, asked.due))
    found += pregnancy.findings(view, None, None) + pregnancy.after_limit(view)
    found += start.findings(view, asked.on)
    if view.stopped and view.course.stop is not None:
        found.append(Finding("R-STOP-1", Level.STOP, "treatment.stopped", facts={"on": view.course.stop.on}))
    return [*found, *bloods_missing(view, asked.on)]


def bloods_missing(view: View, on: date) -> list[Finding]:
    """R-MON-1 Bloods at most 14 days old, and seen, before doses 2, 3 and 6; before the first they are in the gate."""
    rules, number = view.protocol.monitoring, view.doses_completed + 1
    if rules is None or number == 1 or number not in rules.bloods_before_doses or has_bloods(view, on, rules):
        return []
    facts: Facts = {"number": number, "oldest": add_days(on, -rules.bloods_max_age_days)}
    return [Finding("R-MON-1", Level.WARN, "bloods.missing", facts=facts, scope=Scope.NEXT)]


def _place(view: View, asked: Asked) -> list[Finding]:
    """R-INT-4 and R-HOME: an open day in the unit, or the conditions and the checklist of a home dose."""
    found = [*closed_findings(view.unit, asked.on, asked.setting), *_route(view, asked)]
    rules = view.protocol.home
    if asked.setting is not Setting.HOME or rules is None:
        return found
    counted = before(view.counted, asked.on, view.protocol.gap)
    rows = home.conditions(view, counted, monitoring(view, ()), rules)
    found += [*home.not_eligible(rows), *home.not_sc(asked.route)]
    answered = [row for row in view.course.checklists if row.for_ in (asked.on, asked.due)]
    if not answered:
        facts: Facts = {"due": asked.on}
        found.append(Finding("R-HOME-6", Level.WARN, "home.checklist_missing", facts=facts))
    elif said_yes := [row.yes for row in answered if row.yes]:
        yes: Facts = {"questions": said_yes[-1]}
        found.append(Finding("R-HOME-6", Level.STOP, "home.checklist_yes", facts=yes, scope=Scope.HOME))
    return found


def _route(view: View, asked: Asked) -> list[Finding]:
    """R-HOME-2, R-HOME-3 The brand has no form for this route; or the first s.c. dose after i.v. alone."""
    if no_route := home.no_route(view, asked.route):
        return no_route
    if asked.route is Route.SC and asked.setting is Setting.HOME and home.all_doses_iv(view):
        return [Finding("R-HOME-3", Level.WARN, "home.first_sc_in_unit")]
    return []

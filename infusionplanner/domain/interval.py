"""R-INT: the ordered interval, the window, and the rebound clock."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from infusionplanner.domain.dates import add_days, add_months, days_between
from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import DoseStatus, Regimen, Route, Setting
from infusionplanner.domain.pregnancy import during_pregnancy, was_forbidden
from infusionplanner.domain.protocol import IntervalRules
from infusionplanner.domain.result import Rebound, ReboundLevel


class Order(NamedTuple):
    """What holds for one coming dose: route, setting and days since the dose before, and the regimen it comes from.

    ``too_short`` is the interval as ordered when it is under the minimum, which then holds (R-INT-5).
    """

    route: Route | None
    setting: Setting
    interval_days: int
    regimen: Regimen | None = None
    rule: str = "R-INT-2"
    too_short: int | None = None


def regimens_in_order(view: View) -> tuple[Regimen, ...]:
    """Return the regimens by the day they take effect; of two from one day the later written one holds."""
    return tuple(sorted(view.course.regimens, key=_from))


def _from(regimen: Regimen) -> date:
    return regimen.from_


def order_for(
    view: View, regimens: Sequence[Regimen], anchor: date | None, late_until: date
) -> tuple[Order, date] | None:
    """Return the order that holds for the dose after ``anchor`` and the day it is due; None when nothing is known.

    R-INT-2 Due is the last completed dose plus the ordered interval. A regimen that takes effect on or before the due
    day (or ``late_until``, when the dose is late) decides; the first dose is due on the day the first regimen starts.
    """
    if anchor is None:
        return first_order(view, regimens, late_until)
    order = to_order(view, in_force(regimens, anchor))
    due = add_days(anchor, order.interval_days)
    if not regimens or regimens[-1].from_ <= anchor:
        return order, due
    for regimen in regimens:
        if regimen.from_ > max(due, late_until):
            break
        if regimen.from_ > anchor:
            order = to_order(view, regimen)
            due = add_days(anchor, order.interval_days)
    return order, due


def first_order(view: View, regimens: Sequence[Regimen], late_until: date) -> tuple[Order, date] | None:
    """Return the order and the day of the very first dose: the day the first regimen starts."""
    if not regimens:
        return None
    due = regimens[0].from_
    return to_order(view, in_force(regimens, max(due, late_until))), due


def in_force(regimens: Sequence[Regimen], day: date) -> Regimen | None:
    """Return the regimen in force on a day; before the first one, the first."""
    found = regimens[0] if regimens else None
    for regimen in regimens:
        if regimen.from_ <= day:
            found = regimen
    return found


def to_order(view: View, regimen: Regimen | None) -> Order:
    """R-INT-1, R-INT-8, R-INT-12 Return what a regimen orders; without an interval the standard one holds.

    A regimen carries route and interval together, so a new route without a new interval falls back to the standard.
    """
    rules = view.protocol.interval
    if regimen is None:
        route = view.administered[-1].route if view.administered else None
        return Order(route, Setting.UNIT, rules.standard_days, rule="R-INT-1")
    days = regimen.interval_days or rules.standard_days
    if view.course.bridging is not None:
        days = min(days, rules.standard_days)
    too_short = days if days < rules.minimum_days else None
    return Order(
        regimen.route, regimen.setting or Setting.UNIT, max(days, rules.minimum_days), regimen, "R-INT-2", too_short
    )


def is_extended(order: Order, rules: IntervalRules) -> bool:
    """Tell whether an interval is longer than the standard one."""
    return order.interval_days > rules.standard_days


def next_order(
    view: View, regimens: Sequence[Regimen], anchor: date | None, late_until: date | None = None
) -> tuple[Order, date] | None:
    """Return what holds for the dose after ``anchor``: the order, or the doctor's plan for a pregnancy (R-PREG-1).

    The plan sets the interval; route and setting are those of the regimen in force on the day that it gives. A dose
    that is late follows the regimen in force on ``late_until`` (None: today).
    """
    late = late_until or view.as_of
    days = during_pregnancy(view)
    if days is None or anchor is None:
        return order_for(view, regimens, anchor, late)
    due = add_days(anchor, max(days, view.protocol.interval.minimum_days))
    order = to_order(view, in_force(regimens, max(due, late)))
    return order._replace(interval_days=days_between(anchor, due), regimen=None, rule="R-PREG-1", too_short=None), due


def by_route(view: View, order: Order, route: Route | None, last: date) -> tuple[Order, date] | None:
    """R-INT-8 Return what holds for another route than an extended order's own: the standard interval; else None."""
    days = view.protocol.interval.standard_days
    if route in (None, order.route) or order.route is None or order.regimen is None:
        return None
    if not is_extended(order, view.protocol.interval):
        return None
    return Order(route, order.setting, days, rule="R-INT-8"), add_days(last, days)


def order_findings(view: View, order: Order) -> list[Finding]:
    """R-INT-5 to R-INT-8 What is to be said of the order that holds for the coming dose."""
    rules = view.protocol.interval
    regimen = order.regimen
    limit = extended_from(view)
    if order.rule == "R-INT-8":
        return [_falls_back(view.as_of, order)]
    if order.rule == "R-PREG-1":
        return []
    if regimen is None or not is_extended(order, rules):
        short = [] if regimen is None else _short_order(view, order, regimen)
        return [*short, *_consider(view, order, limit), *_fell_back(view, order)]
    found = _incomplete_order(view, order, regimen)
    if order.interval_days > rules.extended_days:
        beyond: Facts = {"interval_days": order.interval_days, "extended_days": rules.extended_days}
        found.append(Finding("R-INT-5", Level.WARN, "interval.beyond_extended", facts=beyond))
    if order.route is not Route.IV and regimen.reason is None:
        days: Facts = {"interval_days": order.interval_days}
        found.append(Finding("R-INT-7", Level.STOP, "interval.reason_missing", facts=days))
    return [*found, *_before_limit(order, limit, view.as_of)]


def _short_order(view: View, order: Order, regimen: Regimen) -> list[Finding]:
    """R-INT-5 The handbook knows no interval under the standard one: a warning. Under the minimum it is a stop."""
    rules = view.protocol.interval
    if order.interval_days >= rules.standard_days and order.too_short is None:
        return []
    facts: Facts = {"from": regimen.from_, "interval_days": order.too_short or order.interval_days}
    if order.too_short is not None:
        under: Facts = {**facts, "minimum_days": rules.minimum_days}
        short = Finding("R-INT-5", Level.STOP, "interval.under_minimum", facts=under)
    else:
        usual: Facts = {**facts, "standard_days": rules.standard_days}
        short = Finding("R-INT-5", Level.WARN, "interval.shorter", facts=usual)
    return [short, *_incomplete_order(view, order, regimen)]


def _incomplete_order(view: View, order: Order, regimen: Regimen) -> list[Finding]:
    """R-INT-5 An order names who and when (else a warning), reason and review date (else information)."""
    facts: Facts = {"from": regimen.from_, "interval_days": order.interval_days}
    found = []
    if not regimen.ordered_by or regimen.ordered_on is None:
        found.append(Finding("R-INT-5", Level.WARN, "interval.no_order", facts=facts))
    lacking = tuple(name for name in ("reason", "review_on") if getattr(regimen, name) is None)
    if lacking:
        found.append(Finding("R-INT-5", Level.INFO, "interval.order_incomplete", facts={**facts, "missing": lacking}))
    if regimen.review_on is not None and regimen.review_on <= view.as_of:
        due: Facts = {"review_on": regimen.review_on}
        found.append(Finding("R-INT-5", Level.TASK, "interval.review_due", regimen.review_on, due))
    return found


def extended_from(view: View) -> date | None:
    """R-INT-6 Return the day two years after the first dose ever, or None when no dose is known.

    When the day of the first dose elsewhere is not documented, the first one known sets the limit: it is not too early.
    """
    first = view.first_counted
    return None if first is None else add_months(first, view.protocol.interval.extended_from_months)


def _before_limit(order: Order, limit: date | None, on: date) -> list[Finding]:
    if limit is not None and on >= limit:
        return []
    facts: Facts = {"limit": limit, "interval_days": order.interval_days}
    return [Finding("R-INT-6", Level.WARN, "interval.before_limit", facts=facts)]


def _consider(view: View, order: Order, limit: date | None) -> list[Finding]:
    decided = any(row.ordered_by and limit is not None and row.from_ >= limit for row in view.course.regimens)
    if order.route is not Route.IV or limit is None or view.as_of < limit or decided or view.course.bridging:
        return []
    return [Finding("R-INT-6", Level.TASK, "interval.consider", limit, {"limit": limit})]


def _fell_back(view: View, order: Order) -> list[Finding]:
    regimen = order.regimen
    if regimen is None:
        return []
    previous = next((row for row in reversed(regimens_in_order(view)) if row.from_ < regimen.from_), None)
    standard = view.protocol.interval.standard_days
    if previous is None or previous.route is order.route or (previous.interval_days or standard) <= standard:
        return []
    return [_falls_back(regimen.from_, order)]


def _falls_back(from_: date, order: Order) -> Finding:
    facts: Facts = {"from": from_, "interval_days": order.interval_days}
    return Finding("R-INT-8", Level.INFO, "interval.fell_back", facts=facts)


def late_findings(view: View, due: date, on: date) -> list[Finding]:
    """R-INT-3 and R-INT-10 What is to be said when the coming dose is given on ``on``: late, or over 56 days."""
    rules = view.protocol.interval
    last = view.anchor
    found = []
    if (late := days_between(due, on)) > rules.window_days and not was_forbidden(view, due):
        found.append(Finding("R-INT-3", Level.WARN, "interval.late", facts={"due": due, "days_late": late}))
    if last is not None and (days := days_between(last, on)) > rules.rebound_warn_days:
        facts: Facts = {"last": last, "days": days}
        found.append(Finding("R-INT-10", Level.STOP, "dose.late", facts=facts, scope=Scope.NEXT))
    return found


def early_findings(view: View, due: date, on: date) -> list[Finding]:
    """R-INT-3 Sooner than 21 days after the last dose is a stop; before the window a warning."""
    rules = view.protocol.interval
    last = view.last_administered
    if last is None:
        return []
    if (days := days_between(last, on)) < rules.minimum_days:
        earliest = add_days(last, rules.minimum_days)
        facts: Facts = {"last": last, "days": days, "minimum_days": rules.minimum_days, "earliest": earliest}
        return [Finding("R-INT-3", Level.STOP, "interval.too_soon", facts=facts, scope=Scope.NEXT)]
    if days_between(on, due) > rules.window_days:
        earliest, latest = add_days(due, -rules.window_days), add_days(due, rules.window_days)
        outside: Facts = {"due": due, "earliest": earliest, "latest": latest, "days": days}
        return [Finding("R-INT-3", Level.WARN, "interval.outside_window", facts=outside)]
    return []


def recorded_beside(view: View, on: date) -> list[Finding]:
    """R-INT-14 A day on which a dose is recorded, or sooner than 21 days before a recorded one, is a stop."""
    rules = view.protocol.interval
    days = [dose.on for course in view.courses for dose in course.doses if dose.status is not DoseStatus.MISSED]
    later = min((day for day in days if day >= on), default=None)
    if later == on:
        return [Finding("R-INT-14", Level.STOP, "dose.same_day", facts={"day": on}, scope=Scope.NEXT)]
    if later is None or (apart := days_between(on, later)) >= rules.minimum_days:
        return []
    facts: Facts = {"next": later, "days": apart, "minimum_days": rules.minimum_days}
    return [Finding("R-INT-14", Level.STOP, "dose.before_recorded", facts=facts, scope=Scope.NEXT)]


def last_dose_findings(view: View) -> list[Finding]:
    """R-INT-11, R-INT-14 What the last dose asks for: the doctor's date when it is not whole, a look at its amount."""
    if not view.administered:
        return []
    last, full = view.administered[-1], view.protocol.dose.mg
    facts: Facts = {"day": last.on, "mg": last.mg}
    if view.incomplete is not None:
        key = "dose.unknown" if last.status is None else "dose.incomplete"
        return [Finding("R-INT-11", Level.STOP, key, facts=facts, scope=Scope.NEXT)]
    if last.mg is None or last.mg == full:
        return []
    return [Finding("R-INT-14", Level.WARN, "dose.other_amount", facts={**facts, "usual": full}, scope=Scope.NEXT)]


def after_stop(view: View) -> list[Finding]:
    """R-INT-14 A dose that is recorded after the stop: was the treatment resumed?"""
    stop = view.course.stop
    given = view.administered[-1].on if view.administered else None
    if not view.stopped or stop is None or given is None or given <= stop.on:
        return []
    return [Finding("R-INT-14", Level.TASK, "dose.after_stop", given, {"day": given, "stopped_on": stop.on})]


def rebound(view: View) -> Rebound | None:
    """R-INT-9 Return the rebound clock: days since the last dose, until another treatment is recorded as started.

    It runs for every patient whose last event is a dose, also when stopped, pregnant or inactive. Exactly 56 or 70
    days is not over.
    """
    last = view.last_administered
    if last is None or _followed(view, last):
        return None
    rules = view.protocol.interval
    days = days_between(last, view.as_of)
    level = ReboundLevel.NONE
    if days > rules.rebound_warn_days:
        level = ReboundLevel.CRITICAL if days > rules.rebound_critical_days else ReboundLevel.WARN
    warn_on = add_days(last, rules.rebound_warn_days + 1)
    return Rebound(last, days, level, warn_on, add_days(last, rules.rebound_critical_days + 1))


def _followed(view: View, last: date) -> bool:
    """R-INT-9 Tell whether another treatment has started since a day: as recorded with a stop, or by its first dose."""
    following = [course.stop.next for course in view.courses if course.stop is not None]
    started = [row.started_on for row in following if row is not None]
    others = [course for course in view.patient.earlier_courses if course.protocol != view.course.protocol]
    started += [dose.on for course in others for dose in course.doses if dose.status is DoseStatus.GIVEN]
    return any(day is not None and last <= day <= view.as_of for day in started)


def rebound_findings(clock: Rebound | None) -> list[Finding]:
    """R-INT-9 Over 56 days a warning, over 70 days critical."""
    if clock is None or clock.level is ReboundLevel.NONE:
        return []
    facts: Facts = {"last": clock.last_dose, "days": clock.days, "critical_on": clock.critical_on}
    if clock.level is ReboundLevel.WARN:
        return [Finding("R-INT-9", Level.WARN, "rebound.warn", facts=facts)]
    del facts["critical_on"]
    return [Finding("R-INT-9", Level.STOP, "rebound.critical", facts=facts, scope=Scope.NEXT)]

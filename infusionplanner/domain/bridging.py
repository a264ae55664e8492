"""R-INT-12: a short course before another treatment."""

from datetime import date

from infusionplanner.domain.counting import count
from infusionplanner.domain.dates import add_days, days_between
from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Bridging


def given(view: View, bridging: Bridging) -> int:
    """R-INT-12 Return the doses that count toward the bridge: from its first day on, or since the last restart.

    Doses of an earlier course never count, nor do doses elsewhere that may lie before the bridge.
    """
    own = [dose for dose in view.completed if dose in view.course.doses]
    if bridging.from_ is not None:
        return sum(dose.on >= bridging.from_ for dose in own)
    return count(own, view.earlier if len(view.courses) == 1 else None, view.protocol.gap).total


def left_of_bridge(view: View) -> int | None:
    """R-INT-12 Return how many doses of a bridging course are left to plan; None when this is none."""
    bridging = view.course.bridging
    return None if bridging is None else max(0, bridging.planned_doses - given(view, bridging))


def findings(view: View, on: date | None) -> list[Finding]:
    """R-INT-12 A bridging course has a planned number of doses and a mandatory date for the next treatment.

    ``on`` is the day of the dose in question, or None when none comes.
    """
    bridging = view.course.bridging
    if bridging is None:
        return []
    number = given(view, bridging)
    facts: Facts = {"planned": bridging.planned_doses, "given": number, "next_on": bridging.next_on}
    found = []
    if not view.stopped:
        course = Finding("R-INT-12", Level.INFO, "bridging.course", facts=facts)
        missing = Finding("R-INT-12", Level.STOP, "bridging.next_date_missing")
        found.append(missing if bridging.next_on is None else course)
    if number > bridging.planned_doses:
        found.append(Finding("R-INT-12", Level.TASK, "bridging.more_than_planned", view.as_of, facts))
    if on is not None and number >= bridging.planned_doses:
        planned: Facts = {"planned": bridging.planned_doses}
        found.append(Finding("R-INT-12", Level.STOP, "bridging.complete", facts=planned, scope=Scope.NEXT))
    return found if bridging.next_on is None else [*found, *_next_treatment(view, bridging.next_on, on)]


def _next_treatment(view: View, next_on: date, on: date | None) -> list[Finding]:
    """R-INT-12 A dose on the next treatment's day or later is warned of; that day passed without a start is a task.

    From the day on which the rebound clock is critical it is a stop.
    """
    found, last = [], view.last_administered
    if on is not None and on >= next_on:
        after: Facts = {"next_on": next_on, "day": on}
        found.append(Finding("R-INT-12", Level.WARN, "bridging.after_next", facts=after, scope=Scope.NEXT))
    if next_on >= view.as_of or has_started(view):
        return found
    facts: Facts = {"next_on": next_on}
    found.append(Finding("R-INT-12", Level.TASK, "bridging.not_started", next_on, facts))
    critical = view.protocol.interval.rebound_critical_days
    if last is not None and days_between(last, view.as_of) > critical:
        facts = {**facts, "critical_on": add_days(last, critical + 1)}
        found.append(Finding("R-INT-12", Level.STOP, "bridging.not_started_critical", next_on, facts))
    return found


def has_started(view: View) -> bool:
    """R-INT-9 Tell whether the treatment that follows is recorded as started."""
    stop = view.course.stop
    started = stop.next.started_on if stop is not None and stop.next is not None else None
    return started is not None and started <= view.as_of

"""R-GAP: what a long gap between doses does to the counts."""

from datetime import date

from infusionplanner.domain.dates import add_months, days_between
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.history import Counted, View
from infusionplanner.domain.protocol import GapRules


def restarts(last: date | None, on: date, rules: GapRules | None) -> bool:
    """R-GAP-1 Two consecutive doses at least ``restart_after_months`` apart start the counts again at the later one."""
    return rules is not None and last is not None and add_months(last, rules.restart_after_months) <= on


def count(view: View) -> Counted:
    """Return the completed doses that observation and home treatment count: since the start or the last restart."""
    rules = view.protocol.gap
    counted = Counted()
    earlier = view.earlier
    if earlier and earlier.sc + earlier.iv:
        counted = Counted(earlier.sc + earlier.iv, earlier.iv, earlier.last_on, last_unknown=earlier.last_on is None)
    for dose in view.completed:
        counted = at(counted, dose.on, rules).add(dose.on, dose.route)
    return counted


def at(counted: Counted, on: date, rules: GapRules | None) -> Counted:
    """Return the count as it stands before a dose on ``on``: zero when that dose is a restart (R-GAP-1).

    Documented doses without the day of the last one may lie behind such a gap, so they count as before a restart.
    """
    if counted.last_unknown or restarts(counted.last_on, on, rules):
        return Counted(last_on=counted.last_on)
    return counted


def findings(view: View, counted: Counted, on: date, rebound_critical_days: int) -> list[Finding]:
    """R-GAP-1, R-GAP-2 and R-GAP-3 for a coming dose on ``on``."""
    rules = view.protocol.gap
    if rules is None:
        return []
    found = []
    if counted.last_unknown:
        found.append(Finding("R-GAP-1", Level.WARN, "gap.unknown"))
    last = view.last_completed
    if last is None:
        return found
    if view.doses_completed and restarts(last, on, rules):
        found.append(Finding("R-GAP-1", Level.WARN, "gap.restart", facts={"last": last, "day": on}))
    found += short_exposure(view, last, on, rules)
    if (days := days_between(last, on)) > rebound_critical_days:
        found.append(Finding("R-GAP-3", Level.TASK, "gap.checklist", due=on, facts={"last": last, "days": days}))
    return found


def short_exposure(view: View, last: date, on: date, rules: GapRules) -> list[Finding]:
    """R-GAP-2 At most 2 doses ever, then at least 3 months: risk of hypersensitivity."""
    doses = view.doses_completed
    if doses > rules.short_exposure_doses or add_months(last, rules.short_exposure_gap_months) > on:
        return []
    return [Finding("R-GAP-2", Level.WARN, "gap.short_exposure", facts={"last": last, "doses": doses})]

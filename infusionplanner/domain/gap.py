"""R-GAP: what a long gap between doses does to the counts."""

from datetime import date

from infusionplanner.domain.counting import restarts
from infusionplanner.domain.dates import add_months, days_between
from infusionplanner.domain.finding import Finding, Level, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.protocol import GapRules


def findings(view: View, on: date) -> list[Finding]:
    """R-GAP-1, R-GAP-2 and R-GAP-3 for a coming dose on ``on``."""
    rules = view.protocol.gap
    if rules is None:
        return []
    found = []
    if view.counted.last_unknown or view.last_unknown:
        found.append(Finding("R-GAP-1", Level.STOP, "gap.unknown", scope=Scope.NEXT))
    last = view.anchor
    if last is None:
        return found
    if view.doses_completed and restarts(last, on, rules):
        found.append(Finding("R-GAP-1", Level.WARN, "gap.restart", facts={"last": last, "day": on}))
    found += short_exposure(view, last, on, rules)
    if (days := days_between(last, on)) > view.protocol.interval.rebound_critical_days:
        found.append(Finding("R-GAP-3", Level.TASK, "gap.checklist", due=on, facts={"last": last, "days": days}))
    return found


def short_exposure(view: View, last: date, on: date, rules: GapRules) -> list[Finding]:
    """R-GAP-2 At most 2 doses ever, then at least 3 months: risk of hypersensitivity."""
    doses = view.doses_completed
    if doses > rules.short_exposure_doses or add_months(last, rules.short_exposure_gap_months) > on:
        return []
    return [Finding("R-GAP-2", Level.WARN, "gap.short_exposure", facts={"last": last, "doses": doses})]

"""R-MON-1: the bloods that a dose asks for."""

from datetime import date

from infusionplanner.domain.dates import add_days
from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import ResultKind
from infusionplanner.domain.protocol import MonitoringRules


def has_bloods(view: View, dose_on: date, rules: MonitoringRules) -> bool:
    """R-MON-1 Tell whether bloods at most 14 days old, and seen, exist for a dose on a day."""
    oldest = add_days(dose_on, -rules.bloods_max_age_days)
    rows = view.results(ResultKind.BLOODS)
    return any(oldest <= row.on <= dose_on and row.seen_on is not None and row.seen_on <= dose_on for row in rows)


def findings(view: View, on: date) -> list[Finding]:
    """R-MON-1 Bloods at most 14 days old, and seen, before doses 2, 3 and 6; before the first they are in the gate."""
    rules, number = view.protocol.monitoring, view.doses_completed + 1
    if rules is None or number == 1 or number not in rules.bloods_before_doses or has_bloods(view, on, rules):
        return []
    facts: Facts = {"number": number, "oldest": add_days(on, -rules.bloods_max_age_days)}
    return [Finding("R-MON-1", Level.WARN, "bloods.missing", facts=facts, scope=Scope.NEXT)]

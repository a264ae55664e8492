"""R-INT-12: a short course before another treatment."""

from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.history import View


def findings(view: View) -> list[Finding]:
    """R-INT-12 A bridging course has a planned number of doses and a mandatory date for the next treatment."""
    bridging = view.course.bridging
    if bridging is None:
        return []
    if bridging.next_on is None:
        return [Finding("R-INT-12", Level.STOP, "bridging.next_date_missing")]
    given = view.doses_completed
    facts: Facts = {"planned": bridging.planned_doses, "given": given, "next_on": bridging.next_on}
    return [Finding("R-INT-12", Level.INFO, "bridging.course", facts=facts)]


def complete(view: View) -> list[Finding]:
    """R-INT-12 All planned doses are given: one more is a doctor's decision."""
    bridging = view.course.bridging
    if bridging is None or view.doses_completed < bridging.planned_doses:
        return []
    planned: Facts = {"planned": bridging.planned_doses}
    return [Finding("R-INT-12", Level.STOP, "bridging.complete", facts=planned, scope=Scope.NEXT)]

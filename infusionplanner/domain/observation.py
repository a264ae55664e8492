"""R-OBS: how long a patient is observed after a dose."""

from infusionplanner.domain.counting import Counted
from infusionplanner.domain.finding import Facts, Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Dose, Route
from infusionplanner.domain.protocol import ObservationRules
from infusionplanner.domain.reaction import SERIOUS
from infusionplanner.domain.result import Observation, ObservationStatus


def observe(view: View, counted: Counted, route: Route | None) -> Observation | None:
    """Return the observation after a coming dose, given the completed doses that count before it."""
    rules = view.protocol.observation
    if rules is None:
        return None
    have, need, rule = first_doses(counted, route, rules)
    if view.reaction is not None or view.serious is not None:
        return Observation(ObservationStatus.REQUIRED, rules.minutes, have, need, "R-OBS-3")
    if view.course.bridging is not None:
        return Observation(ObservationStatus.REQUIRED, rules.minutes, have, need, "R-INT-12")
    if have < need:
        return Observation(ObservationStatus.REQUIRED, rules.minutes, have, need, rule)
    return Observation(ObservationStatus.REDUCIBLE, reduced_minutes(route, rules), have, need, "R-OBS-2")


def first_doses(counted: Counted, route: Route | None, rules: ObservationRules) -> tuple[int, int, str]:
    """R-OBS-1 and R-OBS-4 Return how many of how many first doses are completed, and the rule that decides.

    Both routes count together toward the smaller number. Where the unit asks for more i.v. doses, i.v. doses alone
    count toward that: it is the stricter rule from the first dose on. An unknown route is judged as the stricter route.
    """
    if route is not Route.SC and rules.first_doses_iv > rules.first_doses_sc:
        return counted.iv, rules.first_doses_iv, "R-OBS-4"
    together = min(rules.first_doses_sc, rules.first_doses_iv) if route is Route.IV else rules.first_doses_sc
    return counted.total, together, "R-OBS-1"


def reduced_minutes(route: Route | None, rules: ObservationRules) -> int:
    """R-OBS-2 Return the unit's reduced minutes for a route; the longer one when the route is unknown."""
    if route is None:
        return max(rules.reduced_minutes_sc, rules.reduced_minutes_iv)
    return rules.reduced_minutes_iv if route is Route.IV else rules.reduced_minutes_sc


def findings(view: View) -> list[Finding]:
    """R-OBS-1 and R-OBS-3: earlier doses that are not known or not documented, and reactions that still bind."""
    if view.protocol.observation is None:
        return []
    found, earlier = [], view.course.earlier_doses
    if earlier is None:
        found.append(Finding("R-OBS-1", Level.INFO, "earlier_doses.unknown", facts={"counted": view.counted.total}))
    elif not earlier.source and earlier.number:
        found.append(Finding("R-OBS-1", Level.WARN, "earlier_doses.undocumented", facts={"doses": earlier.number}))
    if view.reaction is not None:
        found.append(reaction_finding(view.reaction))
    elif view.serious is not None:
        facts: Facts = {"day": view.serious.on, "reaction": str(view.serious.reaction)}
        found.append(Finding("R-OBS-3", Level.INFO, "reaction.for_good", facts=facts))
    return found


def reaction_finding(dose: Dose) -> Finding:
    """R-OBS-3 Say what an unlifted reaction means: a serious one stops, an unknown one keeps the full observation."""
    if dose.reaction is None:
        return Finding("R-OBS-3", Level.WARN, "reaction.unknown", facts={"day": dose.on})
    facts: Facts = {"day": dose.on, "reaction": dose.reaction.value}
    if dose.reaction in SERIOUS:
        return Finding("R-OBS-3", Level.STOP, "reaction.serious", facts=facts)
    return Finding("R-OBS-3", Level.WARN, "reaction.unlifted", facts=facts)

"""R-HOME: may this patient inject at home, from when, and what is missing."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from infusionplanner.domain.counting import Counted, before
from infusionplanner.domain.dates import add_days
from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.holds import open_holds
from infusionplanner.domain.patient import Checklist, Dose, ResultKind, Route, Setting
from infusionplanner.domain.pregnancy import has_plan
from infusionplanner.domain.protocol import HomeRules
from infusionplanner.domain.result import (
    Condition,
    ConditionState,
    Home,
    Monitoring,
    MonitoringStatus,
    PlannedDose,
    Supply,
)

_COUNTED_FROM_FIRST_DOSE = (ResultKind.NAB, ResultKind.EDSS, ResultKind.MRI)
MET, NOT_MET, UNKNOWN = ConditionState.MET, ConditionState.NOT_MET, ConditionState.UNKNOWN


def home(
    view: View, doses: Sequence[PlannedDose], monitoring: Sequence[Monitoring], supply: Supply | None
) -> Home | None:
    """R-HOME-5 List every condition with its figure, and the day on which the patient becomes eligible."""
    rules = view.protocol.home
    if rules is None or view.stopped:
        return None
    counted = current_count(view, doses)
    rows = conditions(view, counted, monitoring, rules)
    eligible = all(row.state is MET for row in rows)
    ready = eligible and is_at_hand(view, supply) and bool(doses) and checklist_answered(view, doses[0])
    return Home(eligible, ready, None if eligible else eligible_from(rows, counted, doses, rules), tuple(rows))


def current_count(view: View, doses: Sequence[PlannedDose]) -> Counted:
    """R-HOME-1, R-GAP-1 Return the completed doses that count, as they stand before the coming dose."""
    on = doses[0].proposed if doses else view.as_of
    return before(view.counted, on, view.protocol.gap)


def conditions(view: View, counted: Counted, monitoring: Sequence[Monitoring], rules: HomeRules) -> list[Condition]:
    """R-HOME-1, R-HOME-2, R-HOME-4 Return the six conditions; the first to be missing is the one to name."""
    enough = MET if counted.total >= rules.minimum_doses else NOT_MET
    trained = training_day(view)
    return [
        Condition("R-HOME-1", "doses", enough, counted.total, rules.minimum_doses),
        Condition("R-HOME-1", "training", NOT_MET if trained is None else MET, on=trained),
        Condition("R-HOME-2", "product", product_state(view)),
        Condition("R-HOME-4", "reaction", reaction_state(view)),
        Condition("R-HOME-4", "hold", NOT_MET if is_held(view) else MET),
        Condition("R-HOME-4", "controls", controls_state(view, monitoring, rules)),
    ]


def training_day(view: View) -> date | None:
    """R-HOME-1 Return the day of the newest signed training, or None."""
    return max((row.on for row in view.course.training if row.signed_by and row.on <= view.as_of), default=None)


def product_state(view: View) -> ConditionState:
    """R-HOME-2 Only a product with a s.c. form can be injected at home."""
    product = view.protocol.product(view.course.product)
    if product is None:
        return UNKNOWN
    return MET if Route.SC in product.routes else NOT_MET


def no_route(view: View, route: Route | None) -> list[Finding]:
    """R-HOME-2 The brand has no form for a route, wherever the dose is given."""
    product = view.protocol.product(view.course.product)
    if product is None or route is None or route in product.routes:
        return []
    facts: Facts = {"product": product.product.value, "route": route.value}
    return [Finding("R-HOME-2", Level.STOP, "product.no_route", facts=facts)]


def reaction_state(view: View) -> ConditionState:
    """R-HOME-4 Not with an unlifted reaction; a dose whose reaction was never recorded leaves it unknown."""
    if view.reaction is None:
        return MET
    return UNKNOWN if view.reaction.reaction is None else NOT_MET


def is_held(view: View) -> bool:
    """R-HOME-4, R-INT-12 An open hold, a pregnancy without a plan, or a bridging course."""
    unplanned = view.pregnancy is not None and not has_plan(view.pregnancy, view.as_of)
    return bool(open_holds(view)) or unplanned or view.course.bridging is not None


def controls_state(view: View, monitoring: Sequence[Monitoring], rules: HomeRules) -> ConditionState:
    """R-HOME-4 Paused when a control is overdue by more than 30 days; it comes back when the control is done."""
    late = (MonitoringStatus.OVERDUE, MonitoringStatus.UNKNOWN)
    if any(row.status in late and add_days(row.due, rules.controls_grace_days) < view.as_of for row in monitoring):
        return NOT_MET
    return UNKNOWN if any(_never_done(view, row) for row in monitoring) else MET


def _never_done(view: View, row: Monitoring) -> bool:
    """Tell whether a control that is needed was never done, also when it has to wait (R-MON-3).

    The first NAb sample, EDSS and MRI of the treatment have a day of their own, counted from the first dose: when that
    is known, they are late like any other.
    """
    if row.kind in _COUNTED_FROM_FIRST_DOSE and view.first_documented is not None:
        return False
    waits = row.status is MonitoringStatus.BLOCKED and row.last is None
    return waits or row.status is MonitoringStatus.UNKNOWN


def eligible_from(
    rows: Sequence[Condition], counted: Counted, doses: Sequence[PlannedDose], rules: HomeRules
) -> date | None:
    """R-HOME-5 Return the proposed day of the dose that completes the count, when nothing else is missing."""
    if any(row.state is not MET and row.key != "doses" for row in rows):
        return None
    missing = rules.minimum_doses - counted.total
    return doses[missing - 1].proposed if 0 < missing <= len(doses) else None


def is_at_hand(view: View, supply: Supply | None) -> bool:
    """R-HOME-6 Tell whether there is a dose at home, or a prescription that still authorises one and is valid."""
    if supply is None or supply.doses_at_home > 0:
        return supply is not None
    valid = supply.last_safe_day is not None and supply.last_safe_day >= view.as_of
    return valid and supply.doses_authorised_left > 0


def checklist_answered(view: View, coming: PlannedDose) -> bool:
    """R-HOME-6 The checklist is answered before every home dose, and any yes stops it."""
    rows = checklists_for(view, coming)
    return bool(rows) and not any(row.yes for row in rows)


def checklists_for(view: View, coming: PlannedDose) -> list[Checklist]:
    """Return the checklists answered for a coming dose, by the day it is due or the day it is proposed for."""
    days = (coming.due, coming.proposed)
    return [row for row in view.course.checklists if row.for_ in days and row.answered_on <= view.as_of]


def findings(view: View, state: Home | None, coming: PlannedDose | None) -> list[Finding]:
    """R-HOME-1 to R-HOME-8: what stops or marks the coming home dose."""
    rules = view.protocol.home
    if rules is None or state is None:
        return []
    found = second_syringe(view, rules)
    if coming is None:
        return found
    near = coming.route is Route.SC or state.eligible
    if near and all_doses_iv(view) and view.doses_completed >= rules.minimum_doses:
        found.append(Finding("R-HOME-3", Level.WARN, "home.first_sc_in_unit"))
    if coming.setting is not Setting.HOME:
        return found
    found += [*not_eligible(state.conditions), *not_sc(coming.route)]
    found += answered_yes(view, coming)
    if view.as_of > add_days(coming.due, rules.report_grace_days) and not is_reported(view, coming):
        facts: Facts = {"due": coming.due}
        found.append(Finding("R-HOME-7", Level.TASK, "home.unreported", coming.due, facts))
    return found


def is_reported(view: View, coming: PlannedDose) -> bool:
    """R-HOME-7 Tell whether the ward knows what became of a home dose: also that it was not taken is a report.

    Such a dose still does not count and stays the next one, now late: R-INT-3, R-INT-10 and R-INT-9 ask for it. Only
    what is recorded for the due day or later is about this dose.
    """
    return any(coming.due <= dose.on <= view.as_of for dose in view.course.doses)


def not_eligible(rows: Sequence[Condition]) -> list[Finding]:
    """R-HOME-1, R-HOME-2, R-HOME-4 A home dose stops while a condition is not met; in the unit it may be given."""
    missing = [row for row in rows if row.state is not MET]
    if not missing:
        return []
    facts: Facts = {"missing": tuple(row.key for row in missing)}
    return [Finding(missing[0].rule, Level.STOP, "home.not_eligible", facts=facts, scope=Scope.HOME)]


def not_sc(route: Route | None) -> list[Finding]:
    """R-HOME-2 Only s.c. prefilled syringes are given at home; of an unknown route nobody knows that they are."""
    if route is Route.SC:
        return []
    return [Finding("R-HOME-2", Level.STOP, "home.not_sc", scope=Scope.HOME)]


def answered_yes(view: View, coming: PlannedDose) -> list[Finding]:
    """R-HOME-6 Any yes on the checklist stops the home dose."""
    rows = [row for row in checklists_for(view, coming) if row.yes]
    if not rows:
        return []
    questions: Facts = {"questions": rows[-1].yes}
    return [Finding("R-HOME-6", Level.STOP, "home.checklist_yes", facts=questions, scope=Scope.HOME)]


def all_doses_iv(view: View) -> bool:
    """R-HOME-3 Tell whether every dose so far was given i.v., or may have been when its route is unknown."""
    earlier = view.earlier
    elsewhere_sc = earlier.sc if earlier else 0
    elsewhere_iv = earlier.iv if earlier else 0
    sc = any(dose.route is Route.SC for dose in view.administered)
    return not sc and not elsewhere_sc and bool(view.administered or elsewhere_iv)


def second_syringe(view: View, rules: HomeRules) -> list[Finding]:
    """R-HOME-8 The second syringe later than 30 minutes after the first is a deviation."""
    at_home = [dose for dose in view.administered if dose.setting is Setting.HOME]
    if not at_home or (minutes := minutes_between(at_home[-1])) is None or minutes <= rules.second_syringe_minutes:
        return []
    facts: Facts = {"day": at_home[-1].on, "minutes": minutes, "limit": rules.second_syringe_minutes}
    return [Finding("R-HOME-8", Level.WARN, "home.second_syringe_late", facts=facts)]


def minutes_between(dose: Dose) -> int | None:
    """Return the minutes from the first syringe to the second, or None when a time is missing."""
    if dose.time is None or dose.ended is None:
        return None
    span = datetime.combine(dose.on, dose.ended) - datetime.combine(dose.on, dose.time)
    return span // timedelta(minutes=1)


def too_long_at_room_temperature(hours: float, rules: HomeRules) -> bool:
    """R-HOME-8 Over 24 hours in total at room temperature (label), the dose is discarded; exactly 24 is not over."""
    return hours > rules.room_temperature_hours

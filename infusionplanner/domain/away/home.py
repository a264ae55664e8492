"""R-HOME: may this patient inject at home, from when, and what is missing."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from infusionplanner.domain.asked import Asked
from infusionplanner.domain.away.conditions import MET, conditions
from infusionplanner.domain.counting import Counted, before
from infusionplanner.domain.dates import days_between
from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.interval import regimens_in_order
from infusionplanner.domain.patient import AWAY, Checklist, Dose, Route, Setting
from infusionplanner.domain.protocol import HomeRules
from infusionplanner.domain.result import (
    Condition,
    Home,
    Monitoring,
    PlannedDose,
    Supply,
)


def home(
    view: View, doses: Sequence[PlannedDose], monitoring: Sequence[Monitoring], supply: Supply | None
) -> Home | None:
    """R-HOME-5 List every condition with its figure, and the day on which the patient becomes eligible."""
    rules = view.protocol.home
    if rules is None or view.stopped:
        return None
    counted = current_count(view, doses)
    rows = conditions(view, counted, monitoring, ordered_setting(view))
    eligible = all(row.state is MET for row in rows)
    ready = eligible and is_at_hand(view, supply) and bool(doses) and checklist_answered(view, doses[0])
    return Home(eligible, ready, None if eligible else eligible_from(rows, counted, doses, rules), tuple(rows))


def current_count(view: View, doses: Sequence[PlannedDose]) -> Counted:
    """R-HOME-1, R-GAP-1 Return the completed doses that count, as they stand before the coming dose."""
    on = doses[0].day if doses else view.as_of
    return before(view.counted, on, view.protocol.gap)


def ordered_setting(view: View) -> Setting:
    """R-HOME-9 Return where away from the unit the patient is, or would be, treated: the newest such order tells."""
    away = [row.setting for row in regimens_in_order(view) if row.setting in AWAY]
    return away[-1] or Setting.HOME if away else Setting.HOME


def no_route(view: View, route: Route | None) -> list[Finding]:
    """R-HOME-2 The brand has no form for a route, wherever the dose is given."""
    product = view.protocol.product(view.course.product)
    if product is None or route is None or route in product.routes:
        return []
    facts: Facts = {"product": product.product.value, "route": route.value}
    return [Finding("R-HOME-2", Level.STOP, "product.no_route", facts=facts)]


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
    """R-HOME-6 The checklist is answered before every home dose, at most 3 days before it, and any yes stops it."""
    given_on = max(coming.day, view.as_of)
    rows = checklists_for(view, (coming.due, given_on))
    return any(counts(view, row, given_on) for row in rows) and not any(row.yes for row in rows)


def counts(view: View, answered: Checklist, given_on: date) -> bool:
    """R-HOME-6 Tell whether the answers still count for a dose that is given on a day."""
    rules = view.protocol.home
    return rules is not None and days_between(answered.answered_on, given_on) <= rules.checklist_valid_days


def checklists_for(view: View, days: Collection[date]) -> list[Checklist]:
    """Return the checklists answered for a dose, by the day it is due or the day it is given."""
    return [row for row in view.course.checklists if row.for_ in days and row.answered_on <= view.as_of]


def of_dose(view: View, asked: Asked) -> list[Finding]:
    """R-HOME-2, R-HOME-3, R-HOME-4, R-HOME-6, R-HOME-10: what stops or marks a dose on a day, by where it is given."""
    if view.protocol.home is None:
        return []
    found = [*no_route(view, asked.route), *first_sc(view, asked)]
    if asked.setting not in AWAY:
        return found
    found += [*not_eligible(asked.conditions), *not_sc(asked.route), *checklist(view, asked)]
    return [*found, *label_differs(asked)]


def first_sc(view: View, asked: Asked) -> list[Finding]:
    """R-HOME-3 The first s.c. dose of a patient who has had i.v. doses alone belongs in the unit."""
    rules = view.protocol.home
    if asked.planned:
        eligible = bool(asked.conditions) and all(row.state is MET for row in asked.conditions)
        enough = rules is not None and view.doses_completed >= rules.minimum_doses
        near = enough and (eligible or asked.route is Route.SC)
    else:
        near = asked.route is Route.SC and asked.setting in AWAY
    return [Finding("R-HOME-3", Level.WARN, "home.first_sc_in_unit")] if near and all_doses_iv(view) else []


def label_differs(asked: Asked) -> list[Finding]:
    """R-HOME-10 Who may inject at home: the handbook names the patient, the label health personnel. Both are shown."""
    return [Finding("R-HOME-10", Level.INFO, "home.who_injects")] if asked.setting is Setting.HOME else []


def checklist(view: View, asked: Asked) -> list[Finding]:
    """R-HOME-6 Any yes stops the home dose; without answers that count it is warned of when it is to be given."""
    rows = checklists_for(view, (asked.on, asked.due))
    yes: Facts = {"questions": next((row.yes for row in reversed(rows) if row.yes), ())}
    if yes["questions"]:
        return [Finding("R-HOME-6", Level.STOP, "home.checklist_yes", facts=yes, scope=Scope.HOME)]
    if asked.planned or any(counts(view, row, asked.on) for row in rows):
        return []
    return [Finding("R-HOME-6", Level.WARN, "home.checklist_missing", facts={"due": asked.on})]


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


def all_doses_iv(view: View) -> bool:
    """R-HOME-3 Tell whether every dose so far was given i.v., or may have been when its route is unknown."""
    earlier = view.earlier
    sc = any(dose.route is Route.SC for dose in view.administered) or bool(earlier and earlier.number_sc)
    return not sc and bool(view.administered or (earlier and earlier.number))


def second_syringe(view: View) -> list[Finding]:
    """R-HOME-8 The second syringe later than 30 minutes after the first is a deviation."""
    rules = view.protocol.home
    at_home = [dose for dose in view.administered if dose.setting in AWAY]
    if (
        rules is None
        or not at_home
        or (minutes := minutes_between(at_home[-1])) is None
        or minutes <= rules.second_syringe_minutes
    ):
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

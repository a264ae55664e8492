"""R-RX: the H-prescription, the syringes at home, and when both must be renewed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from infusionplanner.domain.dates import add_days, add_months
from infusionplanner.domain.finding import Facts, Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.interval import in_force, regimens_in_order
from infusionplanner.domain.patient import AWAY, Dispensing, Dose, Prescription, Route
from infusionplanner.domain.pregnancy import last_day
from infusionplanner.domain.protocol import SupplyRules
from infusionplanner.domain.result import PlannedDose, Supply
from infusionplanner.domain.unit import Unit, holidays

_FRIDAY = 5
_MOST_DOSES = 400
"""Thirty years of doses: more than that at home is a typing error that must not run the calendar out of years."""


def current_prescription(view: View) -> Prescription | None:
    """Return the newest prescription that has not been withdrawn."""
    valid = [
        row
        for row in view.course.prescriptions
        if row.issued_on <= view.as_of and (row.withdrawn_on is None or row.withdrawn_on > view.as_of)
    ]
    return max(valid, key=_issued, default=None)


def _issued(prescription: Prescription) -> date:
    return prescription.issued_on


def last_safe_day(prescription: Prescription, rules: SupplyRules) -> date:
    """R-RX-1 Valid 12 months; the last safe day is the day before the anniversary (29 February: 27 February)."""
    return add_days(add_months(prescription.issued_on, rules.valid_months), -1)


def doses_per_dispensing(interval_days: int, rules: SupplyRules) -> int:
    """R-RX-2 Doses for three months: floor(91 / interval), 3 at 28 days and 2 at 42; never less than one."""
    return max(1, rules.dispensing_days // interval_days)


def stock(view: View) -> int:
    """R-RX-4 Doses at home: the last count in pairs, or none, plus dispensed, less home doses and discarded since.

    Without a count, home doses are taken off from the day of the first dispensing on; less than none is a mismatch.
    """
    course, as_of = view.course, view.as_of
    counts = [row for row in course.stock_counts if row.on <= as_of]
    first = min((row.on for row in course.dispensings), default=as_of)
    home = [dose.on for dose in view.administered if _is_from_home(dose)]
    if counts:
        last = max(counts, key=lambda row: row.on)
        pairs, since = last.syringes // view.protocol.dose.syringes, add_days(last.on, 1)
    else:
        pairs, since = 0, first
    dispensed = sum(row.doses for row in course.dispensings if since <= row.on <= as_of)
    discarded = sum(row.doses for row in course.discarded if since <= row.on <= as_of)
    return pairs + dispensed - discarded - sum(since <= day for day in home)


def _is_from_home(dose: Dose) -> bool:
    """R-RX-8 Tell whether a dose left the supply at home; one of an unknown place may have, unless it was given i.v."""
    return dose.setting in AWAY or (dose.setting is None and dose.route is not Route.IV)


def authorised_left(view: View, prescription: Prescription | None) -> int:
    """R-RX-3 Doses that the prescription still authorises; an unknown number authorises none."""
    if prescription is None or prescription.doses is None:
        return 0
    taken = sum(row.doses for row in view.course.dispensings if prescription.issued_on <= row.on <= view.as_of)
    return max(0, prescription.doses - taken)


def home_due_days(view: View, doses: Sequence[PlannedDose]) -> Callable[[int], date | None]:
    """Return a function that gives the due day of the n-th coming home dose (0 is the next), or None.

    A home dose stays on its due day, so beyond the projection the days go on by the interval; not when the doses end
    with a pregnancy (R-PREG-2) or a stop that is already recorded.
    """
    days = [dose.due for dose in doses if dose.setting in AWAY]
    ends = last_day(view) is not None or view.course.stop is not None
    step = doses[-1].interval_days if doses and doses[-1].setting in AWAY and not ends else None

    def due(n: int) -> date | None:
        if n < len(days):
            return days[n]
        return add_days(days[-1], (n - len(days) + 1) * step) if step is not None else None

    return due


def is_supplied(view: View) -> bool:
    """Tell whether supply is a question at all: a prescription, a dispensing or a home regimen."""
    course = view.course
    return bool(course.prescriptions or course.dispensings) or any(row.setting in AWAY for row in course.regimens)


def supply(view: View, doses: Sequence[PlannedDose]) -> Supply | None:
    """R-RX-1 to R-RX-6 Return the supply of a patient with a prescription, a dispensing or a home regimen."""
    rules, course = view.protocol.supply, view.course
    if rules is None or not is_supplied(view):
        return None
    prescription = current_prescription(view)
    left = authorised_left(view, prescription)
    at_hand = min(max(0, stock(view)), _MOST_DOSES)
    interval = doses[0].interval_days if doses else view.protocol.interval.standard_days
    portion = doses_per_dispensing(interval, rules)
    due = home_due_days(view, doses)
    safe = last_safe_day(prescription, rules) if prescription is not None else None
    needed_by = due(at_hand)
    return Supply(
        doses_at_home=at_hand,
        doses_per_dispensing=portion,
        covers_through=due(at_hand - 1) if at_hand else None,
        next_dispensing_by=needed_by,
        order_by=None if needed_by is None else order_day(needed_by, rules, view.unit),
        earliest_dispensing=earliest_dispensing(course.dispensings, portion, view.as_of, rules),
        last_safe_day=safe,
        doses_authorised_left=left,
        renew_by=renew_by(due, at_hand, left, portion, safe),
        first_dose_without_authorisation=first_without(due(at_hand + min(left, _MOST_DOSES)), safe),
    )


def order_day(needed_by: date, rules: SupplyRules, unit: Unit) -> date:
    """R-RX-4 Order at the pharmacy 7 days before, on an open day (the open day before when that one is closed)."""
    day = add_days(needed_by, -rules.pharmacy_lead_days)
    for _ in range(rules.dispensing_days):
        if unit.is_open(day):
            break
        day = add_days(day, -1)
    return day


def collect_by(dose_on: date, as_of: date) -> date | None:
    """R-RX-9 Return the last weekday that is no holiday before a dose's day; None when it has passed: call the unit."""
    day = add_days(dose_on, -1)
    while day.isoweekday() > _FRIDAY or day in holidays(day.year):
        day = add_days(day, -1)
    return day if day >= as_of else None


def ask_by(state: Supply, as_of: date, rules: SupplyRules) -> date | None:
    """R-RX-9 Return the day to ask for a new prescription by, 30 days before it is needed and not past its last day.

    None when none is needed, or when the day has passed: call the unit.
    """
    days = [add_days(state.renew_by, -rules.renewal_lead_days)] if state.renew_by is not None else []
    days += [state.last_safe_day] if days and state.last_safe_day is not None else []
    return min(days) if days and min(days) >= as_of else None


def earliest_dispensing(
    dispensings: Iterable[Dispensing], portion: int, as_of: date, rules: SupplyRules
) -> date | None:
    """R-RX-6 Return the day 76 days after the last full dispensing while it lies ahead."""
    full = [row.on for row in dispensings if row.doses >= portion and row.on <= as_of]
    earliest = add_days(max(full), rules.minimum_gap_days) if full else None
    return earliest if earliest is not None and earliest > as_of else None


def renew_by(
    due: Callable[[int], date | None], at_hand: int, left: int, portion: int, safe: date | None
) -> date | None:
    """R-RX-5 Return the first needed dispensing after the last safe day, or that finds no authorised doses left.

    Syringes fetched before the prescription runs out may be used after it, so the deadline is the dispensing.
    """
    reached = at_hand
    left = min(left, _MOST_DOSES)
    while (needed := due(reached)) is not None:
        if left <= 0 or safe is None or needed > safe:
            return needed
        taken = min(portion, left)
        reached, left = reached + taken, left - taken
    return None


def first_without(day: date | None, safe: date | None) -> date | None:
    """R-RX-3 Return the first home dose up to the last safe day that the authorised doses do not reach."""
    return day if day is not None and safe is not None and day <= safe else None


def findings(view: View, state: Supply | None, coming: PlannedDose | None) -> list[Finding]:
    """R-RX-3 to R-RX-8: what to order, renew, count again or withdraw."""
    rules = view.protocol.supply
    if rules is None or state is None:
        return []
    found = _counts(view)
    prescription = current_prescription(view)
    if prescription is not None and not _can_be_used(view, prescription, coming):
        facts: Facts = {"issued_on": prescription.issued_on}
        found.append(Finding("R-RX-8", Level.TASK, "prescription.withdraw", view.as_of, facts))
        return found
    if prescription is not None and state.first_dose_without_authorisation is not None:
        found.append(_too_few(state, prescription, state.first_dose_without_authorisation))
    return [*found, *_dispensing(view, state, rules), *_renewal(view, state, prescription, rules)]


def _can_be_used(view: View, prescription: Prescription, coming: PlannedDose | None) -> bool:
    """R-RX-8 A stop, a change to i.v. or to a brand without a s.c. form leaves the prescription without use.

    One that was issued on the way home, while i.v. was still ordered, waits for the change to s.c.: nothing changed.
    """
    product = view.protocol.product(view.course.product)
    without_sc = product is not None and Route.SC not in product.routes
    changed = coming is not None and coming.route is Route.IV and _was_for_home(view, prescription)
    return not (view.stopped or without_sc or changed)


def _was_for_home(view: View, prescription: Prescription) -> bool:
    """Tell whether another route than i.v. was ordered when a prescription was issued, or has been since."""
    regimens = regimens_in_order(view)
    before = in_force(regimens, add_days(prescription.issued_on, -1))
    since = (row for row in regimens if prescription.issued_on <= row.from_ <= view.as_of)
    return before is None or any(row.route is not Route.IV for row in (before, *since))


def _counts(view: View) -> list[Finding]:
    found = []
    counts = [row for row in view.course.stock_counts if row.on <= view.as_of]
    last = max(counts, key=lambda row: row.on, default=None)
    if last is not None and last.syringes % view.protocol.dose.syringes:
        facts: Facts = {"syringes": last.syringes, "day": last.on}
        found.append(Finding("R-RX-7", Level.WARN, "stock.odd", facts=facts))
    if (doses := stock(view)) < 0:
        found.append(Finding("R-RX-7", Level.WARN, "stock.mismatch", facts={"doses": -doses}))
    return found


def _too_few(state: Supply, prescription: Prescription, day: date) -> Finding:
    """R-RX-3 A home dose that the prescription does not reach; of an unknown number nobody can tell."""
    if prescription.doses is None:
        unknown: Facts = {"issued_on": prescription.issued_on, "first_without": day}
        return Finding("R-RX-3", Level.WARN, "prescription.count_unknown", day, unknown)
    facts: Facts = {"authorised": prescription.doses, "left": state.doses_authorised_left, "first_without": day}
    return Finding("R-RX-3", Level.WARN, "prescription.too_few", day, facts)


def _dispensing(view: View, state: Supply, rules: SupplyRules) -> list[Finding]:
    found = []
    if state.earliest_dispensing is not None:
        facts: Facts = {"earliest": state.earliest_dispensing}
        found.append(Finding("R-RX-6", Level.INFO, "dispensing.early", facts=facts))
    needed, order = state.next_dispensing_by, state.order_by
    if needed is None or order is None:
        return found
    if add_days(needed, -rules.pharmacy_lead_days) < view.as_of:
        found.append(Finding("R-RX-4", Level.WARN, "supply.missing", needed, {"needed_by": needed}))
    elif add_days(order, -rules.renewal_lead_days) <= view.as_of:
        both: Facts = {"order_by": order, "needed_by": needed}
        found.append(Finding("R-RX-4", Level.TASK, "supply.order", order, both))
    return found


def _renewal(view: View, state: Supply, prescription: Prescription | None, rules: SupplyRules) -> list[Finding]:
    """R-RX-5 Warn 30 days before the dispensing that the prescription cannot serve."""
    deadline = state.renew_by
    if deadline is None or add_days(deadline, -rules.renewal_lead_days) > view.as_of:
        return []
    due = add_days(deadline, -rules.renewal_lead_days)
    if prescription is None:
        return [Finding("R-RX-5", Level.TASK, "prescription.missing", due, {"needed_by": deadline})]
    facts: Facts = {"renew_by": deadline, "last_safe_day": state.last_safe_day}
    return [Finding("R-RX-5", Level.TASK, "prescription.renew", due, facts)]

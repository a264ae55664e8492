"""R-PREG: pregnancy, birth and breastfeeding."""

from datetime import date

from infusionplanner.domain.dates import DAYS_PER_WEEK, add_days, days_between
from infusionplanner.domain.finding import Facts, Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import GestationalAge, Pregnancy
from infusionplanner.domain.result import Rebound


def has_plan(pregnancy: Pregnancy, as_of: date) -> bool:
    """R-PREG-1 Tell whether a named doctor has entered a plan by that day."""
    plan = pregnancy.plan
    return plan is not None and bool(plan.by) and (plan.on is None or plan.on <= as_of)


def during_pregnancy(view: View) -> int | None:
    """R-PREG-1 Return the doctor's interval in days while a pregnancy with a plan is under way, else None."""
    rules, pregnancy = view.protocol.pregnancy, view.pregnancy
    if rules is None or pregnancy is None or pregnancy.plan is None or not has_plan(pregnancy, view.as_of):
        return None
    return pregnancy.plan.interval_days or rules.interval_days


def last_day(view: View) -> date | None:
    """R-PREG-2 Return the day of 34+0, before which the last dose is planned; None when no plan or no age is known.

    Counted from the recorded gestational age and its day, never from the due date of birth (280 and 283 days differ).
    """
    rules, pregnancy = view.protocol.pregnancy, view.pregnancy
    if rules is None or pregnancy is None or not has_plan(pregnancy, view.as_of) or pregnancy.gestational_age is None:
        return None
    return at_age(pregnancy.recorded_on, pregnancy.gestational_age, rules.last_week)


def at_age(recorded_on: date, age: GestationalAge, weeks: int) -> date:
    """Return the day on which a gestational age of ``weeks`` + 0 is reached."""
    return add_days(recorded_on, weeks * DAYS_PER_WEEK - (age.weeks * DAYS_PER_WEEK + age.days))


def age_on(recorded_on: date, age: GestationalAge, day: date) -> GestationalAge:
    """Return the gestational age on another day."""
    weeks, days = divmod(age.weeks * DAYS_PER_WEEK + age.days + days_between(recorded_on, day), DAYS_PER_WEEK)
    return GestationalAge(weeks, days)


def findings(view: View, clock: Rebound | None, last_dose: date | None) -> list[Finding]:
    """R-PREG-1 to R-PREG-4. ``last_dose`` is the last dose planned before 34+0."""
    if view.protocol.pregnancy is None:
        return []
    found = [] if view.pregnancy is None or view.stopped else _under_way(view, view.pregnancy, last_dose)
    births = [row for row in view.patient.pregnancies if row.birth_on is not None and row.birth_on <= view.as_of]
    newest = max(births, key=_birth, default=None)
    if newest is not None and newest.birth_on is not None:
        found += _after_birth(view, newest, newest.birth_on, clock)
    for row in view.patient.pregnancies:
        found += _third_trimester(view, row)
    return found


def _birth(pregnancy: Pregnancy) -> date:
    return pregnancy.birth_on or pregnancy.recorded_on


def _under_way(view: View, pregnancy: Pregnancy, last_dose: date | None) -> list[Finding]:
    recorded: Facts = {"recorded_on": pregnancy.recorded_on}
    if not has_plan(pregnancy, view.as_of):
        return [Finding("R-PREG-1", Level.STOP, "pregnancy.no_plan", facts=recorded)]
    limit = last_day(view)
    if limit is None:
        return [Finding("R-PREG-2", Level.STOP, "pregnancy.age_missing", facts=recorded)]
    if limit <= view.as_of:
        return [Finding("R-PREG-3", Level.TASK, "pregnancy.birth_unrecorded", facts={"limit": limit})]
    facts: Facts = {"limit": limit, "last": last_dose}
    return [Finding("R-PREG-2", Level.INFO, "pregnancy.last_dose", facts=facts)]


def _after_birth(view: View, pregnancy: Pregnancy, birth: date, clock: Rebound | None) -> list[Finding]:
    """R-PREG-3 Resume before day 56 since the last dose where possible, else as soon as possible; R-PREG-4.

    While the treatment waits to be resumed, both sources on breastfeeding are shown also when nobody has asked.
    """
    found = []
    last = view.last_administered
    if clock is not None and not view.stopped and last is not None and last <= birth:
        before = add_days(clock.warn_on, -1)
        facts: Facts = {"birth_on": birth, "before": before, "critical": add_days(clock.critical_on, -1)}
        due = max(before, view.as_of)
        found.append(Finding("R-PREG-3", Level.TASK, "pregnancy.resume", due, facts))
    if pregnancy.breastfeeding or (pregnancy.breastfeeding is None and found):
        found.append(Finding("R-PREG-4", Level.INFO, "pregnancy.breastfeeding"))
    return found


def _third_trimester(view: View, pregnancy: Pregnancy) -> list[Finding]:
    """R-PREG-4 A dose in the third trimester is told to maternity and paediatrics."""
    rules, age = view.protocol.pregnancy, pregnancy.gestational_age
    if rules is None or age is None:
        return []
    start = at_age(pregnancy.recorded_on, age, rules.third_trimester_week)
    until = min(pregnancy.birth_on or view.as_of, view.as_of)
    exposed = [dose.on for dose in view.administered if start <= dose.on <= until]
    if not exposed:
        return []
    facts: Facts = {"day": exposed[-1], "weeks": str(age_on(pregnancy.recorded_on, age, exposed[-1]))}
    return [Finding("R-PREG-4", Level.INFO, "pregnancy.third_trimester", facts=facts)]


def after_limit(view: View) -> list[Finding]:
    """R-PREG-2 A dose at 34+0 or later is a doctor's decision."""
    limit = last_day(view)
    if limit is None or view.as_of < limit:
        return []
    return [Finding("R-PREG-2", Level.STOP, "pregnancy.after_limit", facts={"limit": limit})]

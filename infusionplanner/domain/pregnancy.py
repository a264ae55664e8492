"""R-PREG: pregnancy, birth and breastfeeding."""

from collections.abc import Sequence
from datetime import date

from infusionplanner.domain.dates import DAYS_PER_WEEK, add_days, days_between
from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import AWAY, GestationalAge, Pregnancy
from infusionplanner.domain.result import PlannedDose, Rebound


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


def was_forbidden(view: View, due: date) -> bool:
    """R-PREG-2 Tell whether a day lay in the weeks of a pregnancy in which no dose is planned: it is not late then."""
    rules = view.protocol.pregnancy
    if rules is None:
        return False
    return any(
        row.gestational_age is not None
        and has_plan(row, view.as_of)
        and at_age(row.recorded_on, row.gestational_age, rules.last_week) <= due
        and due <= (ended_on(row) or view.as_of)
        for row in view.patient.pregnancies
        if row.recorded_on <= view.as_of
    )


def ended_on(pregnancy: Pregnancy) -> date | None:
    """R-PREG-3, R-PREG-5 Return the day on which a pregnancy ended, by birth or otherwise; None while none is known."""
    return pregnancy.birth_on or pregnancy.ended_on


def findings(view: View, clock: Rebound | None, doses: Sequence[PlannedDose]) -> list[Finding]:
    """R-PREG-1 to R-PREG-5. ``doses`` are the coming ones, of which the last may be the last before 34+0."""
    if view.protocol.pregnancy is None:
        return []
    found = [] if view.pregnancy is None or view.stopped else _under_way(view, view.pregnancy, doses)
    ends = [(day, row) for row in view.patient.pregnancies if (day := ended_on(row)) is not None and day <= view.as_of]
    newest = max(ends, key=lambda end: end[0], default=None)
    if newest is not None and view.pregnancy is None:
        found += _after_end(view, newest[1], newest[0], clock)
    for row in view.patient.pregnancies:
        if row.ended_on is None:
            found += _third_trimester(view, row)
    return found


def _under_way(view: View, pregnancy: Pregnancy, doses: Sequence[PlannedDose]) -> list[Finding]:
    recorded: Facts = {"recorded_on": pregnancy.recorded_on}
    if not has_plan(pregnancy, view.as_of):
        return [Finding("R-PREG-1", Level.STOP, "pregnancy.no_plan", facts=recorded)]
    limit = last_day(view)
    if limit is None:
        return [Finding("R-PREG-2", Level.STOP, "pregnancy.age_missing", facts=recorded)]
    if limit <= view.as_of:
        return [Finding("R-PREG-3", Level.TASK, "pregnancy.birth_unrecorded", facts={"limit": limit})]
    last = doses[-1] if doses else None
    facts: Facts = {"limit": limit, "last": last.proposed if last is not None else None}
    found = [Finding("R-PREG-2", Level.INFO, "pregnancy.last_dose", facts=facts)]
    return found if last is None or not is_without_day(view, last) else [*found, *_no_day(last, limit)]


def is_without_day(view: View, dose: PlannedDose) -> bool:
    """R-PREG-2 Tell whether a dose has no open day before 34+0: nothing is proposed, and the doctor decides."""
    limit = last_day(view)
    return dose.proposed is None and limit is not None and (dose.due >= view.as_of or dose.setting not in AWAY)


def _no_day(dose: PlannedDose, limit: date) -> list[Finding]:
    facts: Facts = {"due": dose.due, "limit": limit}
    return [
        Finding("R-PREG-2", Level.STOP, "pregnancy.no_day", facts=facts, scope=Scope.LAST),
        Finding("R-PREG-2", Level.TASK, "pregnancy.day_by_doctor", dose.due, facts),
    ]


def _after_end(view: View, pregnancy: Pregnancy, end: date, clock: Rebound | None) -> list[Finding]:
    """R-PREG-3 Resume before day 56 since the last dose where possible, else as soon as possible; R-PREG-4, R-PREG-5.

    After a birth both sources on breastfeeding are shown while the treatment waits to be resumed, also when nobody has
    asked. After another end nothing of the kind is said.
    """
    found = []
    last, born = view.last_administered, pregnancy.birth_on is not None
    if clock is not None and not view.stopped and last is not None and last <= end:
        before = add_days(clock.warn_on, -1)
        facts: Facts = {"birth_on" if born else "ended_on": end, "before": before}
        facts["critical"] = add_days(clock.critical_on, -1)
        rule = "R-PREG-3" if born else "R-PREG-5"
        found.append(Finding(rule, Level.TASK, "pregnancy.resume", max(before, view.as_of), facts))
    if born and (pregnancy.breastfeeding or (pregnancy.breastfeeding is None and found)):
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

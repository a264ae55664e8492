"""R-HOME-7: a home dose whose day has passed and that nobody has reported may have been taken."""

from datetime import date

from infusionplanner.domain.dates import add_days, days_between
from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.interval import next_order, regimens_in_order
from infusionplanner.domain.patient import AWAY
from infusionplanner.domain.pregnancy import last_day


def unreported_days(view: View, until: date) -> tuple[date, ...]:
    """R-HOME-7 Return the due days before ``until`` of doses away from the unit of which nothing is recorded.

    Each counts from the one before it as if that had been taken. A dose that is reported as missed is settled.
    """
    if view.protocol.home is None or not any(row.setting in AWAY for row in view.course.regimens):
        return ()
    regimens, anchor = regimens_in_order(view), view.anchor
    stop, limit = view.course.stop, last_day(view)
    ends = min(day for day in (until, stop.on if stop is not None else None, limit) if day is not None)
    days: list[date] = []
    while True:
        found = next_order(view, regimens, anchor, date.min)
        if found is None or found[1] >= ends or found[0].setting not in AWAY:
            return tuple(days)
        anchor = found[1]
        if _is_settled(view, anchor, add_days(anchor, found[0].interval_days)):
            return tuple(days)
        days.append(anchor)


def _is_settled(view: View, due: date, following: date) -> bool:
    """R-HOME-7 Tell whether the ward knows what became of a dose: also that it was not taken is a report.

    Such a dose still does not count and stays the next one, now late: R-INT-3, R-INT-10 and R-INT-9 ask for it.
    """
    return any(due <= dose.on < following and dose.on <= view.as_of for dose in view.course.doses)


def of_plan(view: View, days: tuple[date, ...]) -> list[Finding]:
    """R-HOME-7 Say why no date is proposed; from two days after the first such day on the patient is called."""
    rules = view.protocol.home
    if rules is None or not days:
        return []
    facts: Facts = {"due": days[-1], "earlier": days[:-1]}
    if view.as_of > add_days(days[0], rules.report_grace_days):
        return [Finding("R-HOME-7", Level.TASK, "home.unreported", days[-1], facts)]
    return [Finding("R-HOME-7", Level.INFO, "home.not_yet_reported", days[-1], facts)]


def of_dose(view: View, days: tuple[date, ...], on: date) -> list[Finding]:
    """R-HOME-7 A dose on a day: sooner than 21 days after one that may have been taken the patient is asked first."""
    if not days or on <= days[-1]:
        return []
    minimum = view.protocol.interval.minimum_days
    facts: Facts = {"due": days[-1], "days_since": days_between(days[-1], on), "minimum_days": minimum}
    if days_between(days[-1], on) < minimum:
        return [Finding("R-HOME-7", Level.STOP, "home.ask_first", facts=facts, scope=Scope.NEXT)]
    return [Finding("R-HOME-7", Level.WARN, "home.may_be_taken", facts=facts, scope=Scope.NEXT)]

"""R-MON-2: neutralising antibodies: when the next sample is due, and what the answers say."""

from collections.abc import Iterator, Sequence
from datetime import date

from infusionplanner.domain.dates import add_days, add_months, days_between
from infusionplanner.domain.finding import Facts, Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Answer, DecisionKind, EventKind, Result, ResultKind
from infusionplanner.domain.protocol import MonitoringRules
from infusionplanner.domain.reaction import KEEPS_OBSERVATION

_FAILING = frozenset({EventKind.RELAPSE, EventKind.SUSPECTED_FAILURE})


def nab_due(view: View, rules: MonitoringRules) -> date | None:
    """R-MON-2 Return the day of the next sample: to repeat a positive one, on suspicion, or at its milestone."""
    rows = view.results(ResultKind.NAB)
    open_ = unconfirmed_positive(rows, rules) or unsure(rows)
    again = add_days(open_.on, rules.nab_confirm_days) if open_ is not None else None
    days = (again, suspected_on(view, rows), None if again is not None else _milestone(view, rows, rules))
    return min((day for day in days if day is not None), default=None)


def _milestone(view: View, rows: Sequence[Result], rules: MonitoringRules) -> date | None:
    """R-MON-2 Return the next of 6 and 12 months; a sample up to 30 days early counts for it.

    R-PML-3 When the day of the first dose is unknown, one that was never taken is due now.
    """
    first, early = view.treated_since, rules.due_soon_days
    if first is None:
        return view.as_of if view.may_be_treated and not rows else None
    milestones = (add_months(first, months) for months in rules.nab_months)
    return next((day for day in milestones if not any(row.on >= add_days(day, -early) for row in rows)), None)


def suspected_on(view: View, rows: Sequence[Result]) -> date | None:
    """R-MON-2 Return the first day of a suspicion that no later sample has answered, or None."""
    last = rows[-1].on if rows else date.min
    return min((day for day in _suspicions(view) if day >= last), default=None)


def _suspicions(view: View) -> Iterator[date]:
    """Yield the days of what asks for a sample at once: a reaction, a relapse, a suspicion of failing effect."""
    for dose in view.administered:
        if dose.reaction in KEEPS_OBSERVATION:
            yield dose.on
    for course in view.courses:
        for event in course.events:
            if event.kind in _FAILING and event.on <= view.as_of:
                yield event.on


def unconfirmed_positive(rows: Sequence[Result], rules: MonitoringRules) -> Result | None:
    """R-MON-2 Return the first positive that no sample 42 days later has answered, or None.

    A sample whose answer nobody has entered may be a positive one.
    """
    for row in rows:
        if row.answer in (Answer.POSITIVE, None):
            answered = any(later.on >= add_days(row.on, rules.nab_confirm_days) for later in rows)
            if row.answer is Answer.POSITIVE or not answered:
                return None if answered else row
    return None


def unsure(rows: Sequence[Result]) -> Result | None:
    """R-MON-2 Return the newest sample when it is indeterminate: it may be a positive one, so it is taken again."""
    return rows[-1] if rows and rows[-1].answer is Answer.INDETERMINATE else None


def confirmed(rows: Sequence[Result], rules: MonitoringRules) -> tuple[Result, Result] | None:
    """R-MON-2 Return two positives at least 42 days apart, or None."""
    positive = [row for row in rows if row.answer is Answer.POSITIVE]
    if positive and days_between(positive[0].on, positive[-1].on) >= rules.nab_confirm_days:
        return positive[0], positive[-1]
    return None


def is_settled(view: View, last: Result, rows: Sequence[Result], rules: MonitoringRules) -> bool:
    """R-MON-2 Tell whether a confirmed answer is closed: by a named doctor since, or by two negatives 42 days apart."""
    decided = any(
        row.kind is DecisionKind.NAB_CONFIRMED and row.by and last.on <= row.on <= view.as_of
        for course in view.courses
        for row in course.decisions
    )
    later = [row.on for row in rows if row.on > last.on and row.answer is Answer.NEGATIVE]
    return decided or (bool(later) and days_between(later[0], later[-1]) >= rules.nab_confirm_days)


def findings(view: View, rules: MonitoringRules) -> list[Finding]:
    """R-MON-2 Two positives at least 42 days apart are confirmed: a task for the doctor. One positive: a new sample."""
    rows = view.results(ResultKind.NAB)
    pair = confirmed(rows, rules)
    if pair is not None and not is_settled(view, pair[1], rows, rules):
        facts: Facts = {"first": pair[0].on, "second": pair[1].on}
        return [Finding("R-MON-2", Level.TASK, "nab.confirmed", pair[1].on, facts)]
    if (row := unconfirmed_positive(rows, rules)) is not None:
        again = add_days(row.on, rules.nab_confirm_days)
        if row.answer is None:
            return [Finding("R-MON-2", Level.TASK, "nab.unanswered", again, {"on": row.on, "from": again})]
        return [Finding("R-MON-2", Level.TASK, "nab.repeat", again, {"positive": row.on, "from": again})]
    if (row := unsure(rows)) is not None:
        again = add_days(row.on, rules.nab_confirm_days)
        return [Finding("R-MON-2", Level.TASK, "nab.unsure", again, {"on": row.on, "from": again})]
    return []

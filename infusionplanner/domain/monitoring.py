"""R-MON: bloods, NAb, JCV, EDSS and MRI: the next of each kind, and on which visit it fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from infusionplanner.domain.dates import add_days, add_months, completed_months, days_between
from infusionplanner.domain.finding import Facts, Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Answer, Assay, ExposureKind, Result, ResultKind, Setting
from infusionplanner.domain.protocol import MonitoringRules
from infusionplanner.domain.result import Monitoring, MonitoringStatus, PlannedDose, Tier
from infusionplanner.domain.risk import tier

RULES = {"bloods": "R-MON-1", "nab": "R-MON-2", "jcv": "R-MON-3", "edss": "R-MON-5", "mri": "R-MON-6"}
"""The rule that asks for each kind of control."""


def monitoring(view: View, doses: Sequence[PlannedDose]) -> tuple[Monitoring, ...]:
    """Return the next control of each kind, soonest rules first; none after a stop (R-STOP-4 takes over)."""
    rules = view.protocol.monitoring
    if rules is None or view.stopped:
        return ()
    rows = [bloods(view, doses, rules), nab(view, rules), jcv(view, doses, rules), edss(view, rules), mri(view, rules)]
    visits = [dose.proposed for dose in doses if dose.setting is Setting.UNIT]
    return tuple(on_visit(row, visits, rules) for row in rows if row is not None)


@dataclass(frozen=True, slots=True)
class Span:
    """When a control is due: the day, and where they apply the first day of its window and the first reliable day."""

    due: date
    window_from: date | None = None
    not_before: date | None = None
    before_dose: int | None = None


def entry(view: View, kind: ResultKind, span: Span, last: Result | None, rules: MonitoringRules) -> Monitoring:
    """Return one control with its status on ``as_of``; ``last`` is the test that it is counted from or follows.

    A control that had to wait for ``not_before`` is due on that day, once it has come (R-MON-3: then the later date).
    """
    blocked = span.not_before is not None and max(span.due, view.as_of) < span.not_before
    blocked_until = span.not_before if blocked else None
    due = span.due if blocked else max(span.due, span.not_before or span.due)
    return Monitoring(
        kind=kind.value,
        due=due,
        status=MonitoringStatus.BLOCKED if blocked else status(view.as_of, due, last, rules),
        last=last.on if last is not None else None,
        window_from=span.window_from,
        not_before=blocked_until,
        before_dose=span.before_dose,
        on_visit=None,
        rule=RULES[kind.value],
    )


def status(as_of: date, due: date, last: Result | None, rules: MonitoringRules) -> MonitoringStatus:
    """Return how near a control is; never done and needed now is unknown."""
    if due <= as_of and last is None:
        return MonitoringStatus.UNKNOWN
    if due < as_of:
        return MonitoringStatus.OVERDUE
    return MonitoringStatus.DUE if due <= add_days(as_of, rules.due_soon_days) else MonitoringStatus.OK


def bloods(view: View, doses: Sequence[PlannedDose], rules: MonitoringRules) -> Monitoring | None:
    """R-MON-1 Bloods before doses 1, 2, 3 and 6, then every 6 calendar months from the sample for dose 6."""
    for dose in doses:
        if dose.number in rules.bloods_before_doses and not has_bloods(view, dose.proposed, rules):
            span = Span(dose.proposed, before_dose=dose.number)
            return entry(view, ResultKind.BLOODS, span, view.latest(ResultKind.BLOODS), rules)
        if dose.number > max(rules.bloods_before_doses):
            break
    last = max(rules.bloods_before_doses)
    if view.doses_completed >= last:
        since = _sample_for_last_counted_dose(view, rules)
    elif any(dose.number == last for dose in doses):
        since = next(add_days(dose.proposed, -rules.bloods_max_age_days) for dose in doses if dose.number == last)
    else:
        return None
    samples = [row for row in view.results(ResultKind.BLOODS) if since is None or row.on >= since]
    if samples:
        due = add_months(samples[-1].on, rules.bloods_interval_months)
        return entry(view, ResultKind.BLOODS, Span(due), samples[-1], rules)
    needed = view.as_of if since is None else min(view.as_of, add_days(since, rules.bloods_max_age_days))
    return entry(view, ResultKind.BLOODS, Span(needed), view.latest(ResultKind.BLOODS), rules)


def _sample_for_last_counted_dose(view: View, rules: MonitoringRules) -> date | None:
    """Return the first day on which a sample counts for dose 6, or None when dose 6 was given elsewhere."""
    elsewhere = view.doses_completed - len(view.completed)
    position = max(rules.bloods_before_doses) - elsewhere - 1
    return add_days(view.completed[position].on, -rules.bloods_max_age_days) if position >= 0 else None


def has_bloods(view: View, dose_on: date, rules: MonitoringRules) -> bool:
    """R-MON-1 Tell whether bloods at most 14 days old, and seen, exist for a dose on a day."""
    oldest = add_days(dose_on, -rules.bloods_max_age_days)
    rows = view.results(ResultKind.BLOODS)
    return any(oldest <= row.on <= dose_on and row.seen_on is not None and row.seen_on <= dose_on for row in rows)


def nab(view: View, rules: MonitoringRules) -> Monitoring | None:
    """R-MON-2 NAb at 6 and 12 months; after one positive, or an indeterminate one, a new sample 42 days later."""
    rows = view.results(ResultKind.NAB)
    due = nab_due(view, rows, rules)
    return None if due is None else entry(view, ResultKind.NAB, Span(due), rows[-1] if rows else None, rules)


def nab_due(view: View, rows: Sequence[Result], rules: MonitoringRules) -> date | None:
    """R-MON-2 Return the day of the next NAb sample; one taken up to 30 days early counts for its milestone."""
    open_, first = unconfirmed_positive(rows, rules) or unsure(rows), view.first_documented
    if open_ is not None:
        return add_days(open_.on, rules.nab_confirm_days)
    if first is None:
        return view.as_of if view.doses_completed and not rows else None
    milestones = (add_months(first, months) for months in rules.nab_months)
    early = rules.due_soon_days
    return next((day for day in milestones if not any(row.on >= add_days(day, -early) for row in rows)), None)


def unconfirmed_positive(rows: Sequence[Result], rules: MonitoringRules) -> Result | None:
    """R-MON-2 Return the first positive that no sample 42 days later has answered, or None."""
    for row in rows:
        if row.answer is Answer.POSITIVE:
            answered = any(later.on >= add_days(row.on, rules.nab_confirm_days) for later in rows)
            return None if answered else row
    return None


def unsure(rows: Sequence[Result]) -> Result | None:
    """R-MON-2 Return the newest sample when it is indeterminate: it may be a positive one, so it is taken again."""
    return rows[-1] if rows and rows[-1].answer is Answer.INDETERMINATE else None


def confirmed_nab(rows: Sequence[Result], rules: MonitoringRules) -> tuple[Result, Result] | None:
    """R-MON-2 Return two positives at least 42 days apart, or None."""
    positive = [row for row in rows if row.answer is Answer.POSITIVE]
    if positive and days_between(positive[0].on, positive[-1].on) >= rules.nab_confirm_days:
        return positive[0], positive[-1]
    return None


def jcv(view: View, doses: Sequence[PlannedDose], rules: MonitoringRules) -> Monitoring | None:
    """R-MON-3 JCV every 6 months from the last test of the brand's assay, later after plasma exchange or IVIg."""
    assay = assay_of(view)
    rows = [row for row in view.results(ResultKind.JCV) if row.assay is assay and row.answer is not None]
    not_before = jcv_not_before(view, rules)
    if rows:
        due = add_months(rows[-1].on, rules.jcv_interval_months)
        return entry(view, ResultKind.JCV, Span(due, not_before=not_before), rows[-1], rules)
    since = needed_with_product(view, doses)
    return None if since is None else entry(view, ResultKind.JCV, Span(since, not_before=not_before), None, rules)


def assay_of(view: View) -> Assay | None:
    """R-MON-3, R-BR-2 Return the assay of the brand in use; of an unknown brand, the one of the PML table."""
    product = view.protocol.product(view.course.product)
    return product.assay if product is not None else view.protocol.pml_assay


def needed_with_product(view: View, doses: Sequence[PlannedDose]) -> date | None:
    """R-BR-2, R-START-1 Return the day from which a JCV test of this brand's assay is needed: its first dose."""
    given = [dose.on for dose in view.administered if dose.product is view.course.product]
    if given:
        return given[0]
    if view.doses_completed:
        return view.as_of
    return doses[0].proposed if doses else None


def jcv_not_before(view: View, rules: MonitoringRules) -> date | None:
    """R-MON-3 Return the first reliable day for a JCV test: 14 days after plasma exchange, 6 months after IVIg."""
    days = [
        add_days(row.on, rules.jcv_blocked_plasma_exchange_days)
        if row.kind is ExposureKind.PLASMA_EXCHANGE
        else add_months(row.on, rules.jcv_blocked_ivig_months)
        for row in view.patient.exposures
        if row.on <= view.as_of
    ]
    return max(days, default=None)


def edss(view: View, rules: MonitoringRules) -> Monitoring | None:
    """R-MON-5 Clinical control with EDSS at 6 months, then 12 months after the last one."""
    if not view.doses_completed:
        return None
    first, last = view.first_documented, view.latest(ResultKind.EDSS)
    at_six_months = add_months(first, rules.edss_first_months) if first is not None else view.as_of
    counts_from = add_days(at_six_months, -rules.due_soon_days) if first is not None else date.min
    counts = last is not None and last.on >= counts_from
    due = add_months(last.on, rules.edss_then_months) if last is not None and counts else at_six_months
    return entry(view, ResultKind.EDSS, Span(due), last, rules)


def mri(view: View, rules: MonitoringRules) -> Monitoring | None:
    """R-MON-6 MRI: rebaseline 3 to 6 months after the first dose, then by tier; 3 to 6 months in the high tier.

    An unknown tier is followed like the high one.
    """
    if not view.doses_completed:
        return None
    first, last = view.first_documented, view.latest(ResultKind.MRI)
    from_months, to_months = rules.mri_rebaseline_months
    opens = add_months(first, from_months) if first is not None else None
    if last is None or (opens is not None and last.on < opens):
        due = add_months(first, to_months) if first is not None else view.as_of
        return entry(view, ResultKind.MRI, Span(due, opens), last, rules)
    return entry(view, ResultKind.MRI, mri_span(view, last.on, rules), last, rules)


def mri_span(view: View, last: date, rules: MonitoringRules) -> Span:
    """R-MON-6 Return when the next MRI is due after one on ``last``, by the PML risk tier."""
    level = tier(view, view.protocol.pml) if view.protocol.pml is not None else Tier.LOW
    if level is Tier.LOW:
        return Span(add_months(last, rules.mri_low_months))
    if level is Tier.MID:
        return Span(add_months(last, rules.mri_mid_months))
    return Span(add_months(last, rules.mri_high_latest_months), add_months(last, rules.mri_high_months))


def on_visit(row: Monitoring, visits: Sequence[date], rules: MonitoringRules) -> Monitoring:
    """R-MON-8 Group a control onto a visit in the unit: the last one in its window, or the next one when it is late."""
    if row.status in (MonitoringStatus.OVERDUE, MonitoringStatus.UNKNOWN):
        day = visits[0] if visits else None
    else:
        opens = row.window_from or add_days(row.due, -rules.due_soon_days)
        opens = max(opens, row.not_before or opens)
        day = max((day for day in visits if opens <= day <= row.due), default=None)
    return row if day is None else replace(row, on_visit=day)


def findings(view: View, rows: Sequence[Monitoring]) -> list[Finding]:
    """R-MON-1 to R-MON-6: what is due, overdue, unknown or blocked, and what the results say."""
    rules = view.protocol.monitoring
    if rules is None or view.stopped:
        return []
    found = [said for row in rows if (said := _control_finding(view.as_of, row)) is not None]
    return [*found, *nab_findings(view, rules), *_negative_age(view), *serum_findings(view), *brand_findings(view)]


def _control_finding(as_of: date, row: Monitoring) -> Finding | None:
    """Return the task for one control; a window that has opened is named before its last day comes near."""
    facts: Facts = {"due": row.due, "last": row.last}
    if row.status is MonitoringStatus.BLOCKED:
        blocked: Facts = {"due": row.due, "not_before": row.not_before}
        return Finding(row.rule, Level.INFO, f"{row.kind}.blocked", row.not_before, blocked)
    if row.status is MonitoringStatus.OVERDUE:
        facts["days"] = days_between(row.due, as_of)
    if row.status is not MonitoringStatus.OK:
        return Finding(row.rule, Level.TASK, f"{row.kind}.{row.status}", row.due, facts)
    if row.window_from is not None and row.window_from <= as_of:
        window: Facts = {"window_from": row.window_from, "due": row.due}
        return Finding(row.rule, Level.TASK, f"{row.kind}.window_open", row.due, window)
    return None


def nab_findings(view: View, rules: MonitoringRules) -> list[Finding]:
    """R-MON-2 Two positives at least 42 days apart are confirmed: a task for the doctor. One positive: a new sample."""
    rows = view.results(ResultKind.NAB)
    pair = confirmed_nab(rows, rules)
    if pair is not None:
        facts: Facts = {"first": pair[0].on, "second": pair[1].on}
        return [Finding("R-MON-2", Level.TASK, "nab.confirmed", facts=facts)]
    if (positive := unconfirmed_positive(rows, rules)) is not None:
        again = add_days(positive.on, rules.nab_confirm_days)
        return [Finding("R-MON-2", Level.TASK, "nab.repeat", again, {"positive": positive.on, "from": again})]
    if (row := unsure(rows)) is not None:
        again = add_days(row.on, rules.nab_confirm_days)
        return [Finding("R-MON-2", Level.TASK, "nab.unsure", again, {"on": row.on, "from": again})]
    return []


def _negative_age(view: View) -> list[Finding]:
    """R-MON-3 A negative JCV is always shown with its age, since it may change."""
    latest = view.latest(ResultKind.JCV)
    if latest is None or latest.answer is not Answer.NEGATIVE:
        return []
    facts: Facts = {"on": latest.on, "months": completed_months(latest.on, view.as_of)}
    return [Finding("R-MON-3", Level.INFO, "jcv.negative_age", facts=facts)]


_PER_LITRE = {"mg/l": 1.0, "µg/ml": 1.0, "μg/ml": 1.0, "ug/ml": 1.0, "µg/l": 0.001, "μg/l": 0.001, "ug/l": 0.001}
"""Serum units as milligrams per litre; both signs for micro are in use."""


def mg_per_litre(value: float, unit: str) -> float | None:
    """R-MON-4 Return a serum concentration in mg/L, or None when the unit is not known."""
    factor = _PER_LITRE.get(unit.strip().casefold())
    return None if factor is None else value * factor


def serum_findings(view: View) -> list[Finding]:
    """R-MON-4 The newest serum concentration in mg/L; an unknown unit, or µg/L (a factor of 1000), is warned of."""
    latest = view.latest(ResultKind.SERUM)
    if latest is None or latest.value is None:
        return []
    normal = mg_per_litre(latest.value, latest.unit or "")
    facts: Facts = {"on": latest.on, "value": latest.value, "unit": latest.unit or ""}
    warn = [Finding("R-MON-4", Level.WARN, "serum.unit", facts=facts)]
    if normal is None:
        return warn
    shown = Finding("R-MON-4", Level.INFO, "serum.shown", facts={"on": latest.on, "mg_per_litre": normal})
    return [shown] if normal >= latest.value else [*warn, shown]


def brand_findings(view: View) -> list[Finding]:
    """R-BR-1 and R-BR-2: a dose without product or batch; a change of brand starts a new JCV series."""
    if not view.administered:
        return []
    last = view.administered[-1]
    found = []
    if last.product is None or not last.batches:
        found.append(Finding("R-BR-1", Level.INFO, "batch.missing", facts={"day": last.on}))
    product = view.course.product
    others = [dose for dose in view.administered if dose.product is not None and dose.product is not product]
    tested = any(row.assay is assay_of(view) for row in view.results(ResultKind.JCV))
    if product is not None and others and not tested:
        facts: Facts = {"from": str(others[-1].product), "to": product.value, "on": needed_with_product(view, ())}
        found.append(Finding("R-BR-2", Level.TASK, "brand.changed", view.as_of, facts))
    return found

"""R-MON: bloods, NAb, JCV, EDSS and MRI: the next of each kind, and on which visit it fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from infusionplanner.domain.controls import brand, clinical
from infusionplanner.domain.controls import nab as nab_rules
from infusionplanner.domain.controls.bloods import has_bloods
from infusionplanner.domain.controls.brand import assay_of, needed_with_product
from infusionplanner.domain.controls.jcv import JcvTest, reliable_from
from infusionplanner.domain.controls.risk import tier
from infusionplanner.domain.dates import add_days, add_months, completed_months, days_between
from infusionplanner.domain.finding import Facts, Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Answer, Assay, Exposure, Result, ResultKind, Setting
from infusionplanner.domain.protocol import MonitoringRules
from infusionplanner.domain.result import Monitoring, MonitoringStatus, PlannedDose, Tier

RULES = {"bloods": "R-MON-1", "nab": "R-MON-2", "jcv": "R-MON-3", "edss": "R-MON-5", "mri": "R-MON-6"}
"""The rule that asks for each kind of control."""


def monitoring(view: View, doses: Sequence[PlannedDose]) -> tuple[Monitoring, ...]:
    """Return the next control of each kind, soonest rules first; none after a stop (R-STOP-4 takes over)."""
    rules = view.protocol.monitoring
    if rules is None or view.stopped:
        return ()
    rows = [bloods(view, doses, rules), nab(view, rules), jcv(view, doses, rules), edss(view, rules), mri(view, rules)]
    visits = [dose.proposed for dose in doses if dose.setting is Setting.UNIT and dose.proposed is not None]
    return tuple(on_visit(row, visits, rules) for row in rows if row is not None)


@dataclass(frozen=True, slots=True)
class Span:
    """When a control is due: the day, and where they apply the first day of its window and the first reliable day."""

    due: date
    window_from: date | None = None
    not_before: date | None = None
    before_dose: int | None = None


def entry(
    view: View, kind: ResultKind, span: Span, last: Result | JcvTest | None, rules: MonitoringRules
) -> Monitoring:
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


def status(as_of: date, due: date, last: Result | JcvTest | None, rules: MonitoringRules) -> MonitoringStatus:
    """Return how near a control is; never done and needed now is unknown."""
    if due <= as_of and last is None:
        return MonitoringStatus.UNKNOWN
    if due < as_of:
        return MonitoringStatus.OVERDUE
    return MonitoringStatus.DUE if due <= add_days(as_of, rules.due_soon_days) else MonitoringStatus.OK


def bloods(view: View, doses: Sequence[PlannedDose], rules: MonitoringRules) -> Monitoring | None:
    """R-MON-1 Bloods before doses 1, 2, 3 and 6, then every 6 calendar months from the sample for dose 6.

    When there may have been more doses than are counted, the sooner of both is asked for.
    """
    by_number = _bloods_by_number(view, doses, rules)
    if not view.may_be_more:
        return by_number
    last = view.latest(ResultKind.BLOODS)
    due = add_months(last.on, rules.bloods_interval_months) if last is not None else view.as_of
    by_time = entry(view, ResultKind.BLOODS, Span(due), last, rules)
    return by_time if by_number is None or by_time.due < by_number.due else by_number


def _bloods_by_number(view: View, doses: Sequence[PlannedDose], rules: MonitoringRules) -> Monitoring | None:
    for dose in doses:
        if dose.number in rules.bloods_before_doses and not has_bloods(view, dose.day, rules):
            span = Span(dose.day, before_dose=dose.number)
            return entry(view, ResultKind.BLOODS, span, view.latest(ResultKind.BLOODS), rules)
        if dose.number > max(rules.bloods_before_doses):
            break
    last = max(rules.bloods_before_doses)
    if view.doses_completed >= last:
        since = _sample_for_last_counted_dose(view, rules)
    elif any(dose.number == last for dose in doses):
        since = next(add_days(dose.day, -rules.bloods_max_age_days) for dose in doses if dose.number == last)
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


def nab(view: View, rules: MonitoringRules) -> Monitoring | None:
    """R-MON-2 NAb at 6 and 12 months and on suspicion; after one positive a new sample 42 days later."""
    due = nab_rules.nab_due(view, rules)
    return None if due is None else entry(view, ResultKind.NAB, Span(due), view.latest(ResultKind.NAB), rules)


def jcv(view: View, doses: Sequence[PlannedDose], rules: MonitoringRules) -> Monitoring | None:
    """R-MON-3 JCV every 6 months from the last valid test of the brand's assay, not too soon after an exposure.

    A sample that counts for nothing asks for a new one when its time ends.
    """
    assay = assay_of(view)
    last = view.jcv.answered(assay)
    due = add_months(last.on, rules.jcv_interval_months) if last is not None else needed_with_product(view, doses)
    if due is None:
        return None
    again = [row.until for row in view.jcv.invalid if row.assay is assay and (last is None or row.on > last.on)]
    not_before = max((reliable_from(row, rules) for row in exposures(view)), default=None)
    span = Span(min([due, *again]) if last is not None else due, not_before=not_before)
    return entry(view, ResultKind.JCV, span, last, rules)


def exposures(view: View) -> list[Exposure]:
    """Return the exposures up to ``as_of``."""
    return [row for row in view.patient.exposures if row.on <= view.as_of]


def edss(view: View, rules: MonitoringRules) -> Monitoring | None:
    """R-MON-5 Clinical control with EDSS at 6 months, then 12 months after the last one.

    R-PML-3 When the day of the first dose is unknown, a recorded one counts, and one that was never done is due now.
    """
    if not view.may_be_treated:
        return None
    first, last = view.treated_since, view.latest(ResultKind.EDSS)
    at_six_months = add_months(first, rules.edss_first_months) if first is not None else view.as_of
    counts_from = add_days(at_six_months, -rules.due_soon_days) if first is not None else date.min
    counts = last is not None and last.on >= counts_from
    due = add_months(last.on, rules.edss_then_months) if last is not None and counts else at_six_months
    return entry(view, ResultKind.EDSS, Span(due), last, rules)


def mri(view: View, rules: MonitoringRules) -> Monitoring | None:
    """R-MON-6 MRI: rebaseline 3 to 6 months after the first dose, then by tier; 3 to 6 months in the high tier.

    An unknown tier is followed like the high one. R-PML-3 as for EDSS.
    """
    if not view.may_be_treated:
        return None
    first, last = view.treated_since, view.latest(ResultKind.MRI)
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
    found = [said for row in rows if (said := _control_finding(view, row)) is not None]
    found += [*nab_rules.findings(view, rules), *jcv_findings(view), *clinical.findings(view)]
    return [*found, *serum_findings(view), *brand.findings(view)]


def _control_finding(view: View, row: Monitoring) -> Finding | None:
    """Return the task for one control; a window that has opened is named before its last day comes near."""
    facts: Facts = {"due": row.due, "last": row.last}
    if row.kind == ResultKind.JCV:
        facts["assay"] = _word(assay_of(view))
    if row.status is MonitoringStatus.BLOCKED:
        del facts["last"]
        facts["not_before"] = row.not_before
        return Finding(row.rule, Level.INFO, f"{row.kind}.blocked", row.not_before, facts)
    if row.status is MonitoringStatus.OVERDUE:
        facts["days"] = days_between(row.due, view.as_of)
    if row.status is not MonitoringStatus.OK:
        return Finding(row.rule, Level.TASK, f"{row.kind}.{row.status}", row.due, facts)
    if row.window_from is not None and row.window_from <= view.as_of:
        window: Facts = {"window_from": row.window_from, "due": row.due}
        return Finding(row.rule, Level.TASK, f"{row.kind}.window_open", row.due, window)
    return None


def jcv_findings(view: View) -> list[Finding]:
    """R-MON-3 What the tests say for themselves: a negative's age, what is not valid, what stays after a positive."""
    found = []
    latest = view.jcv.valid[-1] if view.jcv.valid else None
    if latest is not None and latest.answer is Answer.NEGATIVE:
        months = completed_months(latest.on, view.as_of)
        facts: Facts = {"on": latest.on, "months": months, "assay": _word(latest.assay)}
        found.append(Finding("R-MON-3", Level.INFO, "jcv.negative_age", facts=facts))
    for assay, newest in view.jcv.newest.items():
        stands = view.jcv.standing[assay]
        named: Facts = {"on": newest.on, "assay": _word(assay)}
        if newest.contradicts:
            found.append(Finding("R-MON-3", Level.WARN, "jcv.contradiction", facts={**named, "index": newest.index}))
        if newest.index_dropped:
            found.append(Finding("R-MON-3", Level.INFO, "jcv.index_not_valid", facts=named))
        if stands is not newest and newest.answer is Answer.NEGATIVE:
            kept: Facts = {"positive": stands.on, "index": stands.index, **named}
            found.append(Finding("R-MON-3", Level.INFO, "jcv.positive_stays", facts=kept))
    return [*found, *_not_valid(view)]


def _not_valid(view: View) -> list[Finding]:
    """R-MON-3 Show the samples that count for nothing while no valid one of their assay has been taken since."""
    return [
        Finding(
            "R-MON-3",
            Level.INFO,
            "jcv.not_valid",
            facts={"on": row.on, "assay": _word(row.assay), "exposure": row.exposure.kind.value, "until": row.until},
        )
        for row in view.jcv.invalid
        if (newest := view.jcv.newest.get(row.assay)) is None or newest.on < row.on
    ]


def _word(assay: Assay | None) -> str | None:
    return None if assay is None else assay.value


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

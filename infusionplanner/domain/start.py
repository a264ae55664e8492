"""R-START: what must be in place before the first dose."""

from datetime import date

from infusionplanner.domain.controls.bloods import has_bloods
from infusionplanner.domain.controls.brand import assay_of
from infusionplanner.domain.dates import add_months
from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.holds import open_holds
from infusionplanner.domain.patient import Answer, HoldKind, ResultKind
from infusionplanner.domain.protocol import MonitoringRules

INFECTIONS = (ResultKind.IGRA, ResultKind.HBV, ResultKind.HCV, ResultKind.HIV)
"""Tests of the immune status; a positive answer warns and does not stop (R-START-1)."""


def gate(view: View, on: date, rules: MonitoringRules) -> dict[str, bool]:
    """R-START-1 Return each item of the gate by its key: closed (True) or open, for a first dose on ``on``."""
    course = view.course.gate
    jcv = view.jcv.answered(assay_of(view))
    brand_known = view.protocol.product(view.course.product) is not None or not view.protocol.products
    items = {
        "reviewed": course.reviewed is not None and course.reviewed <= view.as_of,
        "informed": course.informed is not None and course.informed <= view.as_of,
        "bloods": has_bloods(view, on, rules),
        "jcv": brand_known and jcv is not None and jcv.answer is not Answer.INDETERMINATE,
    }
    for kind in INFECTIONS:
        items[kind.value] = any(row.answer is not None for row in view.results(kind))
    items["edss"] = view.latest(ResultKind.EDSS) is not None
    scan = view.latest(ResultKind.MRI)
    items["mri"] = scan is not None and add_months(scan.on, rules.mri_baseline_months) > on
    items["prior_immunosuppression"] = view.course.prior_immunosuppression is not None
    return items


def findings(view: View, on: date) -> list[Finding]:
    """R-START-1 and R-START-2 for a first dose on ``on``; once a dose is completed, what was never asked is a task."""
    rules = view.protocol.monitoring
    if rules is None:
        return []
    if view.doses_completed:
        return during_treatment(view)
    found = []
    missing = tuple(key for key, closed in gate(view, on, rules).items() if not closed)
    if missing:
        found.append(Finding("R-START-1", Level.STOP, "gate.open", on, {"missing": missing}, Scope.NEXT))
    positive = tuple(
        kind.value for kind in INFECTIONS if any(row.answer is Answer.POSITIVE for row in view.results(kind))
    )
    if positive:
        found.append(Finding("R-START-1", Level.WARN, "gate.positive", facts={"positive": positive}))
    unsure = tuple(kind.value for kind in INFECTIONS if kind.value not in positive and _is_unsure(view, kind))
    if unsure:
        found.append(Finding("R-START-1", Level.WARN, "gate.indeterminate", facts={"indeterminate": unsure}))
    jcv = view.jcv.positive
    if jcv is not None:
        facts: Facts = {"day": jcv.on, "index": jcv.index}
        found.append(Finding("R-START-2", Level.STOP, "start.jcv_positive", facts=facts, scope=Scope.NEXT))
    for hold in open_holds(view):
        if hold.kind is HoldKind.PML_SUSPICION:
            since: Facts = {"from": hold.from_}
            found.append(Finding("R-START-2", Level.STOP, "start.pml_suspicion", facts=since, scope=Scope.NEXT))
    return found


def during_treatment(view: View) -> list[Finding]:
    """R-START-1 Earlier immunosuppression that nobody has asked about is a task during the treatment."""
    if view.course.prior_immunosuppression is not None:
        return []
    return [Finding("R-START-1", Level.TASK, "start.prior_unknown", view.as_of)]


def _is_unsure(view: View, kind: ResultKind) -> bool:
    """Tell whether the newest answer of a test is indeterminate, which may be a positive one."""
    answers = [row.answer for row in view.results(kind) if row.answer is not None]
    return bool(answers) and answers[-1] is Answer.INDETERMINATE

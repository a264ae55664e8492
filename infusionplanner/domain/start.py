"""R-START: what must be in place before the first dose."""

from datetime import date

from infusionplanner.domain.dates import add_months
from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.holds import open_holds
from infusionplanner.domain.monitoring import assay_of, has_bloods
from infusionplanner.domain.patient import Answer, HoldKind, Result, ResultKind
from infusionplanner.domain.protocol import MonitoringRules

INFECTIONS = (ResultKind.IGRA, ResultKind.HBV, ResultKind.HCV, ResultKind.HIV)
"""Tests of the immune status; a positive answer warns and does not stop (R-START-1)."""


def gate(view: View, on: date, rules: MonitoringRules) -> dict[str, bool]:
    """R-START-1 Return each item of the gate by its key: closed (True) or open, for a first dose on ``on``."""
    course = view.course.gate
    newest = {row.assay: row.answer for row in view.results(ResultKind.JCV) if row.answer is not None}
    answered = {assay for assay, answer in newest.items() if answer is not Answer.INDETERMINATE}
    brand_known = view.protocol.product(view.course.product) is not None or not view.protocol.products
    items = {
        "reviewed": course.reviewed is not None and course.reviewed <= view.as_of,
        "informed": course.informed is not None and course.informed <= view.as_of,
        "bloods": has_bloods(view, on, rules),
        "jcv": brand_known and assay_of(view) in answered,
    }
    for kind in INFECTIONS:
        items[kind.value] = any(row.answer is not None for row in view.results(kind))
    items["edss"] = view.latest(ResultKind.EDSS) is not None
    scan = view.latest(ResultKind.MRI)
    items["mri"] = scan is not None and add_months(scan.on, rules.mri_baseline_months) > on
    return items


def findings(view: View, on: date) -> list[Finding]:
    """R-START-1 and R-START-2 for a first dose on ``on``; silent once a dose is completed."""
    rules = view.protocol.monitoring
    if rules is None or view.doses_completed:
        return []
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
    jcv = positive_jcv(view)
    if jcv is not None:
        facts: Facts = {"day": jcv.on, "index": jcv.index}
        found.append(Finding("R-START-2", Level.STOP, "start.jcv_positive", facts=facts, scope=Scope.NEXT))
    for hold in open_holds(view):
        if hold.kind is HoldKind.PML_SUSPICION:
            since: Facts = {"from": hold.from_}
            found.append(Finding("R-START-2", Level.STOP, "start.pml_suspicion", facts=since, scope=Scope.NEXT))
    return found


def _is_unsure(view: View, kind: ResultKind) -> bool:
    """Tell whether the newest answer of a test is indeterminate, which may be a positive one."""
    answers = [row.answer for row in view.results(kind) if row.answer is not None]
    return bool(answers) and answers[-1] is Answer.INDETERMINATE


def positive_jcv(view: View) -> Result | None:
    """R-START-2, R-PML-5 Return the test that makes a patient JCV positive: of the newest of each assay, or None.

    A negative of one assay does not take back what another has shown.
    """
    newest = {row.assay: row for row in view.results(ResultKind.JCV)}
    rows = [row for row in newest.values() if row.answer is Answer.POSITIVE]
    return max(rows, key=lambda row: row.on, default=None)

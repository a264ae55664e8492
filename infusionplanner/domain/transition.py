"""R-STOP: the end of the treatment, the change to another one, and the follow-up afterwards."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from infusionplanner.domain.controls.risk import tier
from infusionplanner.domain.dates import add_days, add_months
from infusionplanner.domain.finding import Facts, Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import NextTreatment, ResultKind
from infusionplanner.domain.protocol import Protocol, SwitchRules
from infusionplanner.domain.result import Surveillance, Tier, Transition
from infusionplanner.domain.schedule import Allowed, propose

NONE, OTHER = "none", "other"
"""Codes of a next treatment that every protocol knows: decided to give nothing, and one that has no code."""

_NONE_IN_OLDER_FILES = "ingen"


def code_of(treatment: str, protocol: Protocol) -> str:
    """R-STOP-2 Return the code of a next treatment; a text that is no code of the protocol is another treatment."""
    code = treatment.strip().lower()
    if code in {NONE, _NONE_IN_OLDER_FILES}:
        return NONE
    return code if any(row.key == code for row in protocol.next_treatments) else OTHER


def transition(view: View, unreported: Sequence[date]) -> Transition | None:
    """R-STOP-2, R-INT-12 Return the first dose of the treatment that follows, until it is recorded as started.

    R-HOME-7 While a home dose may have been taken, the day is due and nothing is proposed.
    """
    rules, stop, bridging = view.protocol.switch, view.course.stop, view.course.bridging
    if rules is None:
        return None
    if view.stopped and stop is not None:
        change = None if stop.next is None else after_stop(view, stop.next, rules)
        return change if change is None or not unreported else replace(change, proposed=None)
    if bridging is None or bridging.next_treatment is None:
        return None
    code = code_of(bridging.next_treatment, view.protocol)
    dose_mg = rules.dose_mg if code == rules.treatment else None
    return None if code == NONE else proposed(view, code, dose_mg, bridging.next_on, "R-INT-12")


def after_stop(view: View, following: NextTreatment, rules: SwitchRules) -> Transition | None:
    """R-STOP-2 Rituximab 1000 mg 28 days after the last given dose, on an open day; other treatments have no date."""
    code = code_of(following.treatment, view.protocol)
    if code == NONE or (following.started_on is not None and following.started_on <= view.as_of):
        return None
    last = view.last_administered
    if code != rules.treatment or last is None:
        return Transition(code, None, None, None, "R-STOP-2")
    return proposed(view, code, rules.dose_mg, add_days(last, rules.after_days), "R-STOP-2")


def proposed(view: View, treatment: str, dose_mg: int | None, due: date | None, rule: str) -> Transition:
    """R-INT-4 Put the change of treatment on an open day, never before today."""
    if due is None:
        return Transition(treatment, dose_mg, None, None, rule)
    day = propose(due, Allowed(view.as_of), view.protocol.interval.window_days, view.unit).day
    return Transition(treatment, dose_mg, due, day, rule)


def name_of(following: NextTreatment) -> str | None:
    """R-STOP-2 Return the name of a treatment without a code; an older file has it in the place of the code."""
    treatment = following.treatment.strip()
    return following.text or (treatment if treatment.lower() != OTHER else None)


def high_risk(view: View) -> bool:
    """R-STOP-4 Index above 1.5, earlier immunosuppression and JCV positive, JCV unknown, or the doctor's flag.

    Unknown earlier immunosuppression counts as earlier immunosuppression, and an index of another assay than the
    table's tells nothing of the height of the risk.
    """
    stop, rules = view.course.stop, view.protocol.pml
    if stop is not None and stop.high_risk:
        return True
    if rules is None:
        return False
    jcv = view.jcv.positive
    foreign = jcv is not None and jcv.assay is not view.protocol.pml_assay
    return foreign or tier(view, rules) in (Tier.HIGH, Tier.UNKNOWN)


def surveillance(view: View) -> Surveillance | None:
    """R-STOP-4 Return the follow-up of a stopped high-risk patient: to last dose + 6 months, MRI every 3 months."""
    rules, last = view.protocol.switch, view.last_administered
    if rules is None or last is None or not view.stopped or not high_risk(view):
        return None
    until = add_months(last, rules.surveillance_months)
    if until < view.as_of:
        return None
    step = rules.surveillance_interval_months
    months = range(step, rules.surveillance_months + 1, step)
    return Surveillance(until, tuple(add_months(last, n) for n in months), "R-STOP-4")


def findings(view: View, change: Transition | None, follow_up: Surveillance | None) -> list[Finding]:
    """R-STOP-1 to R-STOP-4: a missing reason, the change that is due, no follow-on treatment, the follow-up."""
    rules, stop = view.protocol.switch, view.course.stop
    if rules is None or stop is None or not view.stopped:
        return []
    found = []
    if stop.reason is None:
        found.append(Finding("R-STOP-1", Level.TASK, "stop.reason_missing", stop.on))
    if stop.next is None:
        found.append(Finding("R-STOP-3", Level.WARN, "stop.no_next", facts={"on": stop.on}))
    elif code_of(stop.next.treatment, view.protocol) == NONE:
        found.append(Finding("R-STOP-3", Level.WARN, "stop.nothing_follows", facts={"on": stop.on}))
    if change is not None and stop.next is not None:
        facts: Facts = {"treatment": change.treatment, "due": change.due, "proposed": change.proposed}
        facts["text"] = name_of(stop.next) if change.treatment == OTHER else None
        found.append(Finding("R-STOP-2", Level.TASK, "switch.due", change.proposed or view.as_of, facts))
    return found if follow_up is None else [*found, *_follow_up(view, follow_up)]


def _follow_up(view: View, follow_up: Surveillance) -> list[Finding]:
    running = Finding("R-STOP-4", Level.INFO, "surveillance.running", follow_up.until, {"until": follow_up.until})
    soon = view.protocol.monitoring.due_soon_days if view.protocol.monitoring is not None else 0
    scans = view.results(ResultKind.MRI)
    for day in follow_up.mri:
        opens = add_days(day, -soon)
        if opens <= view.as_of and not any(scan.on >= opens for scan in scans):
            return [running, Finding("R-STOP-4", Level.TASK, "surveillance.mri", day, {"due": day})]
    return [running]

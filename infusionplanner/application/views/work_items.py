"""The unit's work list: what the plans of all patients say is to be done, most urgent first. Pure."""

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from infusionplanner.application.names import shown_name, sort_key
from infusionplanner.application.records import PatientId
from infusionplanner.application.views.overview import Overview
from infusionplanner.domain.finding import Finding, Level, urgency
from infusionplanner.domain.patient import Patient
from infusionplanner.domain.result import Plan

MONTH_DAYS = 30
REBOUND = "R-INT-9"
RENEWAL = "R-RX-5"


class Band(StrEnum):
    """How near a task is. This week ends on Sunday."""

    OVERDUE = "overdue"
    THIS_WEEK = "this_week"
    MONTH = "30_days"
    LATER = "later"


_Urgency: TypeAlias = tuple[int, bool, bool, int, date, str]

_BANDS = {band: number for number, band in enumerate(Band)}


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One thing to do for one patient."""

    patient: PatientId
    finding: Finding
    band: Band


def work_list(overview: Overview) -> tuple[WorkItem, ...]:
    """Return what is to be done, each thing once per patient: stops and rebound first, then warnings, tasks by day."""
    return tuple(sorted(items(overview.plans, overview.as_of), key=_by_name(overview.patients)))


def work_list_after(
    work: Iterable[WorkItem], overview: Overview, changed: Collection[PatientId]
) -> tuple[WorkItem, ...]:
    """Return the work list of an overview from the one before an act that changed some patients, and the unit not."""
    order = _by_name(overview.patients)
    found = [item for item in work if item.patient not in changed]
    for item in items({who: overview.plans[who] for who in changed if who in overview.plans}, overview.as_of):
        insort(found, item, key=order)
    return tuple(found)


def items(plans: Mapping[PatientId, Plan], today: date) -> tuple[WorkItem, ...]:
    """Return what is to be done by these plans as of a day."""
    found = [
        WorkItem(patient, finding, band_of(finding, today))
        for patient, plan in plans.items()
        for finding in _once(plan.findings)
    ]
    found.sort(key=_order)
    return tuple(found)


def deadline(finding: Finding) -> date | None:
    """Return the day by which something is to be done, None when it has none.

    A renewal is due from the day on which it is first told (R-RX-5); the day by which it is needed is in its facts.
    """
    needed = finding.facts.get("renew_by", finding.facts.get("needed_by")) if finding.rule == RENEWAL else None
    return needed if isinstance(needed, date) else finding.due


def band_of(finding: Finding, today: date) -> Band:
    """Return how near a finding is. A stop and the rebound clock are dealt with now; what has no day, this week."""
    now, by = finding.level is Level.STOP or finding.rule == REBOUND, deadline(finding)
    if now or (by is not None and by < today):
        return Band.OVERDUE
    sunday = today + timedelta(days=7 - today.isoweekday())
    if by is None or by <= sunday:
        return Band.THIS_WEEK
    return Band.MONTH if by <= today + timedelta(days=MONTH_DAYS) else Band.LATER


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what asks for something to be done, each key once: the strictest, of those the one that is due first."""
    seen = set()
    for finding in sorted(findings, key=lambda row: (urgency(row), row.due or date.min)):
        if finding.level is not Level.INFO and finding.key not in seen:
            seen.add(finding.key)
            yield finding


def _by_name(patients: Mapping[PatientId, Patient]) -> Callable[[WorkItem], tuple[_Urgency, str, PatientId]]:
    """Return the order of a list of many patients: what is equally urgent by name."""
    return lambda item: (_order(item), sort_key(shown_name(patients[item.patient])), item.patient)


def _order(item: WorkItem) -> _Urgency:
    """Sort by band; in it stops, the rebound clock, warnings, and tasks by day."""
    finding = item.finding
    return (
        _BANDS[item.band],
        finding.level is not Level.STOP,
        finding.rule != REBOUND,
        urgency(finding),
        deadline(finding) or date.min,
        finding.key,
    )

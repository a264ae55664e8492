"""The rule families, in one readable order: what a plan says and what ``check`` says come from this one list."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from infusionplanner.domain import bridging, gap, holds, interval, observation, pack, pregnancy, start, transition
from infusionplanner.domain.asked import Asked
from infusionplanner.domain.away import home, supply, unreported
from infusionplanner.domain.controls import bloods, monitoring, risk
from infusionplanner.domain.finding import Finding, Level, urgency
from infusionplanner.domain.history import View
from infusionplanner.domain.result import Monitoring, Pml, Supply, Surveillance, Transition
from infusionplanner.domain.schedule import Series, closed_findings, unrecorded, unused_findings

Family = Callable[[View, Asked | None], list[Finding]]
"""What a family says of a patient and of the dose in question; None when no dose comes."""


def findings(view: View, asked: Asked | None) -> list[Finding]:
    """Ask every family. Of a treatment that has ended only the families that go on are asked, unless for a dose."""
    families = AFTER_A_STOP if asked is None and view.stopped else (*AFTER_A_STOP, *DURING_TREATMENT)
    return [finding for family in families for finding in family(view, asked)]


def by_urgency(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as they are listed: stops first, then warnings, tasks, information."""
    return tuple(sorted(found, key=urgency))


def _rebound(view: View, _: Asked | None) -> list[Finding]:
    """R-INT-9."""
    return interval.rebound_findings(interval.rebound(view))


def _after_stop(view: View, _: Asked | None) -> list[Finding]:
    """R-INT-14."""
    return interval.after_stop(view)


def _bridging(view: View, asked: Asked | None) -> list[Finding]:
    """R-INT-12."""
    return bridging.findings(view, asked.on if asked is not None else None)


def _last_dose(view: View, _: Asked | None) -> list[Finding]:
    """R-INT-11, R-INT-14."""
    return interval.last_dose_findings(view)


def _holds(view: View, asked: Asked | None) -> list[Finding]:
    """R-PML-6, R-START-2, R-CHK-1."""
    yes = holds.answered_yes(view, (asked.on, asked.due)) if asked is not None else []
    return [*holds.findings(view), *yes]


def _observation(view: View, _: Asked | None) -> list[Finding]:
    """R-OBS-1, R-OBS-3."""
    return observation.findings(view)


def _interval(view: View, asked: Asked | None) -> list[Finding]:
    """R-INT-3 to R-INT-8 and R-INT-10. While a home dose may have been taken, no day is judged early or late."""
    if asked is None:
        return []
    found = [] if asked.order is None else interval.order_findings(view, asked.order)
    if asked.planned and asked.unreported:
        return found
    found += interval.late_findings(view, asked.due, asked.on)
    return [*found, *interval.early_findings(view, asked.due, asked.on)]


def _gap(view: View, asked: Asked | None) -> list[Finding]:
    """R-GAP-1 to R-GAP-3."""
    return gap.findings(view, asked.on) if asked is not None else []


def _start(view: View, asked: Asked | None) -> list[Finding]:
    """R-START-1, R-START-2."""
    if asked is not None:
        return start.findings(view, asked.on)
    if view.course.regimens or view.anchor is not None:
        return start.during_treatment(view)
    return [Finding("R-START-1", Level.TASK, "start.not_ordered", view.as_of)]


def _pregnancy(view: View, asked: Asked | None) -> list[Finding]:
    """R-PREG-1 to R-PREG-5."""
    found = pregnancy.findings(view, interval.rebound(view), asked.doses if asked is not None else ())
    return found if asked is None or asked.planned else [*found, *pregnancy.after_limit(view)]


def _place(view: View, asked: Asked | None) -> list[Finding]:
    """R-INT-4, R-HOME: an open day in the unit, or the conditions and the checklist of a dose away from it."""
    if asked is None:
        return []
    return [*closed_findings(view.unit, asked.on, asked.setting), *home.of_dose(view, asked)]


def _given(view: View, asked: Asked | None) -> list[Finding]:
    """R-HOME-7, R-INT-14, R-STOP-1, R-MON-1, R-BR: what is asked when a dose is to be given on a day."""
    if asked is None or asked.planned:
        return []
    found = [*unreported.of_dose(view, asked.unreported, asked.on), *interval.recorded_beside(view, asked.on)]
    if view.stopped and view.course.stop is not None:
        found.append(Finding("R-STOP-1", Level.STOP, "treatment.stopped", facts={"on": view.course.stop.on}))
    found += bloods.findings(view, asked.on)
    return found if asked.taken is None else [*found, *pack.findings(view.course.product, asked.taken, asked.on)]


AFTER_A_STOP: tuple[Family, ...] = (_rebound, _pregnancy, _bridging, _after_stop)
DURING_TREATMENT: tuple[Family, ...] = (
    _holds,
    _last_dose,
    _observation,
    _interval,
    _gap,
    _start,
    _place,
    _given,
)


class Computed(NamedTuple):
    """What a plan holds beside its doses, which some families speak of."""

    series: Series
    controls: Sequence[Monitoring]
    stock: Supply | None
    estimate: Pml | None
    change: Transition | None
    follow_up: Surveillance | None


def of_course(view: View, has: Computed) -> list[Finding]:
    """Ask the families that speak of the course and of no day: only a plan does."""
    coming = has.series.doses[0] if has.series.doses else None
    return [
        *unreported.of_plan(view, has.series.unreported),
        *unused_findings(has.series.unused),
        *unrecorded(view),
        *home.second_syringe(view),
        *supply.findings(view, has.stock, coming),
        *monitoring.findings(view, has.controls),
        *risk.findings(view, has.estimate),
        *transition.findings(view, has.change, has.follow_up),
    ]

"""A plan and an answer as text for a person, in the chosen language."""

from collections.abc import Iterable, Iterator

from infusionplanner.application.names import shown_name
from infusionplanner.application.views.renewal import authorised_left
from infusionplanner.catalogue.wording import Wording
from infusionplanner.domain.finding import Finding
from infusionplanner.domain.patient import Patient
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import CheckAnswer, Home, Monitoring, Plan, PlannedDose, Supply


def plan_text(plan: Plan, patient: Patient, protocol: Protocol, said: Wording) -> str:
    """Return a plan as lines of text: head, doses, home, supply, controls, findings with their rules."""
    lines = [
        " · ".join(
            (
                shown_name(patient),
                protocol.name.in_language(said.language),
                f"{said.code('plan', 'as_of')} {said.formats.date(plan.as_of)}",
                f"{said.quantity(plan.doses_completed, 'doses')} {said.code('dose_status', 'given')}",
            )
        ),
        *_section(said, "doses", (_dose(dose, said) for dose in plan.doses)),
        *_section(said, "home", () if plan.home is None else _home(plan.home, said)),
        *_section(said, "supply", () if plan.supply is None else _supply(plan.supply, patient, said)),
        *_section(said, "controls", (_control(row, said) for row in plan.monitoring)),
        *_section(said, "follow_up", _follow_up(plan, said)),
        *_section(said, "findings", (_finding(finding, said) for finding in plan.findings)),
    ]
    return "\n".join(lines)


def check_text(answer: CheckAnswer, patient: Patient, said: Wording) -> str:
    """Return an answer as text: the verdict, then what it rests on."""
    days = answer.days_since_last
    head = (
        shown_name(patient),
        said.formats.day(answer.date, year=True),
        said.code("verdict", answer.verdict.value),
        "" if days is None else f"{said.quantity(days, 'days')} {said.code('plan', 'days_since')}",
    )
    return "\n".join([" · ".join(filter(None, head)), *(f"  {_finding(finding, said)}" for finding in answer.findings)])


def _section(said: Wording, key: str, lines: Iterable[str]) -> Iterator[str]:
    rows = [f"  {line}" for line in lines]
    if rows:
        yield ""
        yield said.code("plan", key)
        yield from rows


def _dose(dose: PlannedDose, said: Wording) -> str:
    route = said.code("route", dose.route.value) if dose.route is not None else "?"
    parts = [
        f"{dose.number:>3}  {'–' if dose.proposed is None else said.formats.day(dose.proposed, year=True):28}",
        f"{route} {said.code('setting', dose.setting.value)}",
        f"{said.formats.date(dose.earliest)}–{said.formats.date(dose.latest)}",
    ]
    if dose.due != dose.proposed:
        parts.append(f"{said.code('plan', 'due')} {said.formats.date(dose.due)}")
    if dose.observation is not None:
        parts.append(f"{said.code('plan', 'observation')} {dose.observation.minutes} min")
    parts += [said.code("plan", word) for word, holds in (("booked", dose.booked), ("blocked", dose.blocked)) if holds]
    return " · ".join(parts)


def _home(home: Home, said: Wording) -> Iterator[str]:
    since = "" if home.eligible_from is None else said.formats.date(home.eligible_from)
    state = said.code("plan", "eligible" if home.eligible else "not_eligible")
    yield f"{state} ({said.code('plan', 'from')} {since})" if since else state
    for row in home.conditions:
        words = f"{said.condition(row.key, row.state)} {said.figure(row.have, row.need)}".rstrip()
        yield f"{said.code('condition_state', row.state):12} {words} [{row.rule}]"


def _supply(supply: Supply, patient: Patient, said: Wording) -> Iterator[str]:
    yield f"{said.code('plan', 'doses_at_home')} {supply.doses_at_home}"
    dates = (
        ("covers_through", supply.covers_through),
        ("order_by", supply.order_by),
        ("next_dispensing_by", supply.next_dispensing_by),
        ("last_safe_day", supply.last_safe_day),
        ("renew_by", supply.renew_by),
    )
    yield from (f"{said.code('plan', key)} {said.formats.date(day)}" for key, day in dates if day is not None)
    yield f"{said.code('plan', 'doses_authorised_left')} {said.shown(authorised_left(patient.course, supply))}"


def _control(row: Monitoring, said: Wording) -> str:
    last = "" if row.last is None else f" · {said.code('plan', 'last')} {said.formats.date(row.last)}"
    visit = "" if row.on_visit is None else f" · {said.code('plan', 'on_visit')} {said.formats.date(row.on_visit)}"
    status = said.code("monitoring", row.status.value)
    return f"{said.code('result', row.kind):24} {said.formats.date(row.due)} · {status}{last}{visit} [{row.rule}]"


def _follow_up(plan: Plan, said: Wording) -> Iterator[str]:
    if plan.pml is not None and plan.pml.per_1000 is not None:
        yield f"{said.code('plan', 'pml')} {said.formats.number(plan.pml.per_1000)} {said.code('plan', 'per_1000')}"
    if plan.rebound is not None:
        ago = f"{said.quantity(plan.rebound.days, 'days')} {said.code('plan', 'days_ago')}"
        yield f"{said.code('plan', 'last_dose')} {said.formats.date(plan.rebound.last_dose)}, {ago}"
    if plan.transition is not None:
        day = plan.transition.proposed
        following = said.code("treatment", plan.transition.treatment)
        yield f"{following} {said.formats.date(day) if day is not None else ''}".rstrip()
    if plan.surveillance is not None:
        yield f"{said.code('plan', 'surveillance')} {said.formats.date(plan.surveillance.until)}"


def _finding(finding: Finding, said: Wording) -> str:
    due = "" if finding.due is None else f"{said.formats.date(finding.due)} "
    return f"{said.code('level_short', finding.level.value)}: {due}{said.finding(finding)} [{finding.rule}]"

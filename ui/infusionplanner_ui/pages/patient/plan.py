"""The plan of one patient as lines: when, what, window, how it stands, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.domain.patient import AWAY, AppointmentKind, ResultKind, Setting
from infusionplanner.domain.result import Monitoring, MonitoringStatus, PlannedDose
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.patient_counts import counts
from infusionplanner_ui.models.patient_words import NextDose, dose_state, next_dose
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.models.tones import control_tone, tone_among
from infusionplanner_ui.panels.acts.spec import Act, Wish
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from infusionplanner_ui.pages.patient.facts import PatientFacts

WHY_COLUMN = 5


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of the plan, the rule behind it, and the act that does it."""

    on: date
    what: str
    window: str
    state: str
    tone: Tone
    why: str
    rule: str
    wish: Wish | None = None


def plan_headings() -> tuple[str, ...]:
    """Return the headings of the plan; the last column, *why?*, needs none."""
    return (
        QCoreApplication.translate("PatientPlan", "When"),
        QCoreApplication.translate("PatientPlan", "What"),
        QCoreApplication.translate("PatientPlan", "Window"),
        QCoreApplication.translate("PatientPlan", "State"),
        QCoreApplication.translate("PatientPlan", "Comes from"),
        "",
    )


def plan_rows(facts: PatientFacts) -> tuple[Row, ...]:
    """Return the lines of the plan as rows of a table, by day."""
    asked = QCoreApplication.translate("PatientPlan", "why?")
    rows = []
    for line in plan_lines(facts):
        tone = "error" if line.on < facts.today else ""
        cells = (
            Cell(text.near_day(line.on, facts.today), tone, tip=text.long_day(line.on)),
            Cell(line.what, "strong"),
            Cell(line.window, "secondary"),
            Cell("", "", line.state, line.tone),
            Cell(line.why, "muted"),
            Cell(asked, "link", tip=line.rule),
        )
        rows.append(Row(line, cells))
    return tuple(rows)


def plan_lines(facts: PatientFacts) -> tuple[PlanLine, ...]:
    """Return everything that the plan holds, by day; the doses come last on their day."""
    lines = [*_supply(facts), *_controls(facts), *_after(facts), *_unused(facts), *_doses(facts)]
    return tuple(sorted(lines, key=lambda line: line.on))


def _doses(facts: PatientFacts) -> Iterator[PlanLine]:
    before = facts.view.anchor
    for dose in facts.plan.doses:
        name = QCoreApplication.translate("PatientPlan", "Dose {n}").format(n=dose.number)
        if dose.setting is Setting.HOME:
            name = QCoreApplication.translate("PatientPlan", "Dose {n}, at home").format(n=dose.number)
        elif dose.setting is Setting.OUTSIDE:
            name = QCoreApplication.translate("PatientPlan", "Dose {n}, in the municipality").format(n=dose.number)
        first = dose.number == facts.plan.doses[0].number
        state, tone = dose_state(dose, facts.today)
        found = next_dose(facts.patient, facts.plan, dose, facts.today) if first else NextDose(dose.day, state, tone)
        yield PlanLine(
            found.day,
            name,
            _span(dose.earliest, dose.latest),
            found.state,
            found.tone,
            _why_dose(facts, dose, before if first else None),
            dose.rule,
            _wish(facts, dose),
        )


def _wish(facts: PatientFacts, dose: PlannedDose) -> Wish:
    """Return what is done of a dose: one at home is reported, a booked one moved, another booked."""
    if dose.setting in AWAY:
        return Wish(Act.DOSE)
    visit = facts.dose_visit(dose.day) if dose.booked else None
    return Wish(Act.BOOK, on=dose.day) if visit is None else Wish(Act.VISIT, visit=visit.id)


def _unused(facts: PatientFacts) -> Iterator[PlanLine]:
    """R-INT-13 Yield the booked times that no coming dose takes: to be moved or cancelled, not booked again."""
    taken = {dose.day for dose in facts.plan.doses if dose.booked and dose.setting is Setting.UNIT}
    for visit in facts.coming_visits():
        if visit.kind is AppointmentKind.DOSE and visit.on not in taken:
            yield PlanLine(
                visit.on,
                QCoreApplication.translate("PatientPlan", "Booked visit"),
                text.join("" if visit.time is None else text.clock(visit.time), visit.place or ""),
                QCoreApplication.translate("PatientPlan", "fits no dose"),
                Tone.WARN,
                QCoreApplication.translate("PatientPlan", "cancel or move it"),
                "R-INT-13",
                Wish(Act.VISIT, visit=visit.id),
            )


def _span(first: date, last: date) -> str:
    """Return a window without years, which the day beside it tells."""
    return text.span(first, last, years=False)


def _why_dose(facts: PatientFacts, dose: PlannedDose, before: date | None) -> str:
    """Return where a dose's day comes from: the interval, and the closed day that moved it."""
    days = dose.interval_days
    if before is not None:
        said = QCoreApplication.translate("PatientPlan", "{days} after {day}")
        words = said.format(days=counts.days(days), day=text.near(before, facts.today))
    elif dose.number > 1 and dose.number != facts.plan.doses[0].number:
        said = QCoreApplication.translate("PatientPlan", "{days} after dose {n}")
        words = said.format(days=counts.days(days), n=dose.number - 1)
    else:
        words = QCoreApplication.translate("PatientPlan", "ordered start")
    if dose.due == dose.day:
        return words
    return text.join(words, _why_not_due(facts, dose))


def _why_not_due(facts: PatientFacts, dose: PlannedDose) -> str:
    """Return why a dose is proposed on another day than it is due."""
    closure = facts.unit.closure(dose.due)
    if dose.booked:
        return QCoreApplication.translate("PatientPlan", "booked time")
    if dose.due < facts.today <= dose.day:
        return QCoreApplication.translate("PatientPlan", "overdue since {day}").format(
            day=text.near(dose.due, facts.today)
        )
    if closure is None:
        return QCoreApplication.translate("PatientPlan", "first day possible")
    moved = QCoreApplication.translate("PatientPlan", "{day} closed ({why})")
    return moved.format(day=text.date_short(dose.due), why=facts.wording.code("closure", closure))


def _controls(facts: PatientFacts) -> Iterator[PlanLine]:
    for row in facts.plan.monitoring:
        kind = ResultKind(row.kind)
        on = row.not_before if row.status is MonitoringStatus.BLOCKED and row.not_before else row.due
        state = facts.wording.code("monitoring", row.status)
        if row.status is MonitoringStatus.OK:
            state = QCoreApplication.translate("PatientPlan", "planned")
        yield PlanLine(
            on,
            _control_name(facts, row),
            _control_window(row, facts.today),
            state,
            control_tone(facts.plan.findings, row.kind, row.status, facts.today),
            _why_control(row, facts.today),
            row.rule,
            Wish(Act.RESULT, kind=kind),
        )


def _control_name(facts: PatientFacts, row: Monitoring) -> str:
    return facts.wording.label("appointment", row.kind)


def _control_window(row: Monitoring, today: date) -> str:
    if row.on_visit is not None:
        return QCoreApplication.translate("PatientPlan", "at the visit {day}").format(
            day=text.near(row.on_visit, today)
        )
    if row.window_from is not None:
        return _span(row.window_from, row.due)
    if row.before_dose is not None:
        return QCoreApplication.translate("PatientPlan", "before dose {n}").format(n=row.before_dose)
    return ""


def _why_control(row: Monitoring, today: date) -> str:
    if row.status is MonitoringStatus.BLOCKED:
        said = QCoreApplication.translate("PatientPlan", "due {day}, blocked until then")
        return said.format(day=text.near(row.due, today))
    if row.last is None:
        return QCoreApplication.translate("PatientPlan", "not registered")
    return QCoreApplication.translate("PatientPlan", "last {day}").format(day=text.date(row.last))


def _supply(facts: PatientFacts) -> Iterator[PlanLine]:
    supply, rules = facts.plan.supply, facts.protocol.supply
    if supply is None or rules is None:
        return
    findings = facts.plan.findings
    if supply.order_by is not None and supply.next_dispensing_by is not None:
        said = QCoreApplication.translate("PatientPlan", "before dispensing {day}")
        state = _urgency(supply.order_by, facts.today, rules.pharmacy_lead_days)
        yield PlanLine(
            supply.order_by,
            QCoreApplication.translate("PatientPlan", "Order at the pharmacy"),
            said.format(day=text.near(supply.next_dispensing_by, facts.today)),
            state,
            tone_among(findings, ("supply.missing", "supply.order"), facts.today, otherwise=Tone.NEUTRAL),
            QCoreApplication.translate("PatientPlan", "the pharmacy needs {days}").format(
                days=counts.days(rules.pharmacy_lead_days)
            ),
            "R-RX-4",
            Wish(Act.DISPENSING),
        )
    if supply.renew_by is not None:
        state = _urgency(supply.renew_by, facts.today, rules.renewal_lead_days)
        renewal = ("prescription.missing", "prescription.renew")
        safe = supply.last_safe_day
        expires = QCoreApplication.translate("PatientPlan", "valid through {day}")
        yield PlanLine(
            supply.renew_by,
            QCoreApplication.translate("PatientPlan", "Renew H-prescription"),
            expires.format(day=text.near(safe, facts.today)) if safe is not None else "",
            state,
            tone_among(findings, renewal, facts.today, otherwise=Tone.NEUTRAL),
            _why_renew(facts),
            "R-RX-5",
            Wish(Act.PRESCRIPTION),
        )


def _urgency(by: date, today: date, lead_days: int) -> str:
    if by < today:
        return QCoreApplication.translate("PatientPlan", "overdue")
    if by <= today + timedelta(days=lead_days):
        return QCoreApplication.translate("PatientPlan", "due")
    return QCoreApplication.translate("PatientPlan", "coming")


def _why_renew(facts: PatientFacts) -> str:
    supply = facts.plan.supply
    if supply is None or supply.last_safe_day is None:
        return QCoreApplication.translate("PatientPlan", "no valid prescription")
    if not supply.doses_authorised_left:
        return QCoreApplication.translate("PatientPlan", "no doses left on the prescription")
    return QCoreApplication.translate("PatientPlan", "a dispensing falls after it expires")


def _after(facts: PatientFacts) -> Iterator[PlanLine]:
    """Return what follows a stopped treatment: the switch, and the surveillance."""
    change, follow = facts.plan.transition, facts.plan.surveillance
    if change is not None and change.proposed is not None:
        name = facts.wording.label("treatment", change.treatment)
        dose = f"{name} {change.dose_mg} mg" if change.dose_mg else name
        moved = change.due is not None and change.due != change.proposed
        due = QCoreApplication.translate("PatientPlan", "due {day}")
        yield PlanLine(
            change.proposed,
            dose,
            due.format(day=text.near(change.due, facts.today)) if moved and change.due else "",
            QCoreApplication.translate("PatientPlan", "planned"),
            Tone.NEUTRAL,
            QCoreApplication.translate("PatientPlan", "switch of treatment"),
            change.rule,
            Wish(Act.NEXT_TREATMENT),
        )
    overdue = QCoreApplication.translate("PatientPlan", "overdue")
    planned = QCoreApplication.translate("PatientPlan", "planned")
    for on in follow.mri if follow is not None else ():
        past = on < facts.today
        yield PlanLine(
            on,
            QCoreApplication.translate("PatientPlan", "Follow-up with MRI"),
            "",
            overdue if past else planned,
            tone_among(facts.plan.findings, ("surveillance.mri",), facts.today, otherwise=Tone.WARN)
            if past
            else Tone.NEUTRAL,
            QCoreApplication.translate("PatientPlan", "follow-up after the stop"),
            follow.rule if follow is not None else "",
            Wish(Act.RESULT, kind=ResultKind.MRI),
        )

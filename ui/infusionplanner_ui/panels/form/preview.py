"""What an act would mean: the plan with it beside the plan without it, as lines of a panel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.views.wrong_visits import made_wrong_by
from infusionplanner.domain.plan import plan
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.tones import tone_of
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.result import Plan
    from infusionplanner_ui.panels.form.base import ActPanel
    from infusionplanner_ui.panels.form.visits_field import VisitsField


def planned(panel: ActPanel, patient: Patient) -> Plan:
    """Return the plan of a patient as the act would leave it."""
    return plan(patient, panel.protocol, panel.ward.unit, panel.today)


def with_course(patient: Patient, **changed: Any) -> Patient:  # noqa: ANN401 - the fields of a course, as replace takes them
    """Return a patient with other facts of the course."""
    return replace(patient, course=replace(patient.course, **changed))


def news(panel: ActPanel, after: Plan, *, less: frozenset[str] = frozenset()) -> list[Said]:
    """Return what the rules would say that they do not say now, ``less`` the keys that the panel says itself."""
    known = {(row.rule, row.key) for row in panel.ward.plan(panel.who).findings}
    wording = panel.ward.wording
    new = (row for row in after.findings if (row.rule, row.key) not in known and row.key not in less)
    return [Said(wording.finding(row), tone_of(row, panel.today), row.rule) for row in new]


def outcome(panel: ActPanel, after: Plan) -> list[Said]:
    """Return what changes of the next dose and of home treatment, then what the rules would say."""
    return [*next_dose(panel, after), *home(panel, after), *news(panel, after)]


def ask_of_visits(panel: ActPanel, field: VisitsField, changed: Patient | None) -> None:
    """Let a field ask what becomes of the visits that an act makes wrong; hidden when there are none."""
    wrong = () if changed is None else panel.ward.at_desk(made_wrong_by, changed)
    field.set_visits(wrong)
    panel.show_field(field, bool(wrong))


def next_dose(panel: ActPanel, after: Plan) -> list[Said]:
    """Return the next dose when it moves, or that none is planned any more."""
    before, coming = panel.ward.plan(panel.who).next_dose, after.next_dose
    if coming is None:
        words = QCoreApplication.translate("Preview", "No more doses are planned.")
        return [Said(words, Tone.WARN)] if before is not None else []
    if before is not None and (before.day, before.blocked) == (coming.day, coming.blocked):
        return []
    words = QCoreApplication.translate("Preview", "Next dose: {day}").format(day=text.day(coming.day, year=True))
    if coming.blocked:
        words = QCoreApplication.translate("Preview", "Next dose {day} waits for a doctor.").format(
            day=text.day(coming.day, year=True)
        )
    return [Said(words, Tone.STOP if coming.blocked else Tone.NEUTRAL, coming.rule)]


def home(panel: ActPanel, after: Plan) -> list[Said]:
    """Return what changes of home treatment."""
    before, state = panel.ward.plan(panel.who).home, after.home
    if before is None or state is None or before.eligible == state.eligible:
        return []
    if state.eligible:
        return [Said(QCoreApplication.translate("Preview", "Can have home treatment."), Tone.OK, "R-HOME-1")]
    if any(finding.key == "home.not_eligible" for finding in after.findings):
        return []
    missing = next((row.rule for row in state.conditions if row.state != "met"), "R-HOME-4")
    return [Said(QCoreApplication.translate("Preview", "Cannot have home treatment."), Tone.WARN, missing)]

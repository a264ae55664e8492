"""Panels of acts in tests: who a patient of the demo unit is, and accepting what is filled in."""

from collections.abc import Callable
from datetime import date

from infusionplanner.application.records import PatientId
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.visits_field import VisitsField
from infusionplanner_ui.shell.ward import Ward

TODAY = date(2026, 11, 23)
"""The day of the demo unit."""

OpenPanel = Callable[..., ActPanel]
"""Shows a panel: its class, the family name of the patient, and what the panel is about."""


def who(ward: Ward, family: str) -> PatientId:
    """Return the patient of the demo unit with a family name."""
    patients = ward.overview.patients.items()
    return next(found for found, row in patients if row.name is not None and row.name.family == family)


def do(panel: ActPanel) -> None:
    """Accept a panel that is ready, and wait for its act."""
    assert panel.is_ready, (panel.error_text, panel.findings.missing())
    panel.accepted.emit()
    assert panel.ward.operations.wait()
    assert panel.error_text == ""


def keys(panel: ActPanel) -> tuple[list[str], list[str]]:
    """Return the keys of the stops and warnings that a panel asks to be answered."""
    stops, warnings = panel.judge()
    return [row.key for row in stops], [row.key for row in warnings]


def keep_visits(panel: ActPanel) -> None:
    """Keep every booked visit that an act makes wrong."""
    for field in panel.findChildren(VisitsField):
        for row in tuple(field._rows):
            field.choose(row.visit, "keep")

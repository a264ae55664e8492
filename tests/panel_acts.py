"""Panels of acts in tests: who a patient of the demo unit is, and accepting what is filled in."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QStackedWidget

from infusionplanner.application.records import PatientId
from infusionplanner_ui.panels.acts.spec import Act, ActSpec, Wish
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import (
    ChoiceField,
    ClockField,
    DateField,
    Field,
    ListField,
    NumberField,
    TextField,
)
from infusionplanner_ui.panels.form.questions import QuestionsField
from infusionplanner_ui.panels.form.visits_field import VisitsField
from infusionplanner_ui.panels.opening import panel as panel_of
from infusionplanner_ui.shell.ward import Ward

TODAY = date(2026, 11, 23)
"""The day of the demo unit."""

OpenPanel = Callable[..., ActPanel]
"""Shows a panel: its class, the family name of the patient, and what the panel is about."""


def who(ward: Ward, family: str) -> PatientId:
    """Return the patient of the demo unit with a family name."""
    patients = ward.overview.patients.items()
    return next(found for found, row in patients if row.name is not None and row.name.family == family)


def ready_panel(spec: ActSpec, ward: Ward, place: QStackedWidget) -> ActPanel:
    """Open the panel of an act for a patient who can have it, filled in and ready to be sent."""
    record = ward.desk.record(who(ward, "Berg"))
    fact = {Act.DOSE_CORRECTION: record.ids["doses"][-1], Act.RESULT_CORRECTION: record.ids["results"][-1]}
    able = [found for found, patient in ward.overview.patients.items() if spec.offered(patient, ward.plan(found))]
    for patient in [PatientId(record.patient.id)] if spec.act in fact else able:
        panel = panel_of(ward, patient, Wish(spec.act, fact=fact.get(spec.act)))
        place.addWidget(panel)
        place.setCurrentWidget(panel)
        fill(panel)
        if panel.is_ready and ward.today not in {dose.on for dose in panel.patient.course.doses}:
            break
    assert panel.is_ready, (panel.missing_text, panel.error_text)
    return panel


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


def fill(panel: ActPanel) -> None:
    """Fill in whatever a panel still waits for: a choice, a doctor, a number, today; and answer its findings."""
    for field in panel.shown_fields:
        _fill_field(field, panel)
    panel.review()
    for field in panel.shown_fields:
        _fill_field(field, panel)
    for box in (*panel.findings._seen.values(), *panel.findings._cleared.values()):
        box.setChecked(True)
    panel.findings.doctor.set_value("S. Brox")
    panel.findings.reason.set_value("Avklart")
    panel.review()
    if panel.edits and not panel.touched:
        _change_first(panel)
    if panel.error_text:
        for day in [field for field in panel.shown_fields if isinstance(field, DateField)][:1]:
            day.set_day(panel.today)
    if not panel.is_complete():
        for number in [field for field in panel.shown_fields if isinstance(field, NumberField)][:1]:
            number.set_value("2")


def _fill_field(field: Field, panel: ActPanel) -> None:
    if not (field.required and field.is_empty()):
        return
    match field:
        case QuestionsField():
            field.set_answers(dict.fromkeys(field.rows, False))
        case VisitsField():
            keep_visits(panel)
        case ListField():
            field.box.setCurrentIndex(min(2, field.box.count() - 1))
        case ChoiceField():
            field.set_value(field.segments.keys[-1])
        case DateField():
            field.set_day(panel.today)
        case NumberField():
            field.set_value("1" if field.whole() is None else "2")
        case ClockField():
            field.set_value("09.00")
        case TextField():
            field.set_value("AB12")


def _change_first(panel: ActPanel) -> None:
    first = panel.shown_fields[0]
    match first:
        case DateField():
            first.set_day(panel.today)
        case NumberField():
            first.set_value("2")
        case TextField():
            first.set_value(f"{first.value()}b")

"""R-MON-5: the clinical control: what it holds beside EDSS, and what it lacks."""

from datetime import date

from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import EventKind, Patient, Result, ResultKind

_ASKED = ("value", "relapses", "side_effects", "infections")
"""What is asked at a clinical control, in the order of the form."""


def lacking(control: Result) -> tuple[str, ...]:
    """R-MON-5 Return what a clinical control lacks: EDSS, relapses, side effects, infections."""
    return tuple(name for name in _ASKED if getattr(control, name) is None)


def findings(view: View) -> list[Finding]:
    """R-MON-5 An EDSS alone is the control; what the last one of the treatment lacks is a task."""
    last, since = view.latest(ResultKind.EDSS), view.first_known
    if last is None or not view.may_be_treated or (since is not None and last.on <= since and not view.first_unknown):
        return []
    missing = lacking(last)
    if not missing:
        return []
    return [Finding("R-MON-5", Level.TASK, "edss.incomplete", last.on, {"on": last.on, "missing": missing})]


def relapses_since_control(patient: Patient, on: date) -> int:
    """R-MON-5 Return the relapses recorded since the last clinical control before a day: never fewer are entered."""
    controls = [row.on for row in patient.results if row.kind is ResultKind.EDSS and row.on < on]
    since = max(controls, default=date.min)
    courses = (*patient.earlier_courses, patient.course)
    return sum(row.kind is EventKind.RELAPSE and since < row.on <= on for course in courses for row in course.events)

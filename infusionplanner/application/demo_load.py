"""Store the demo unit: everything in one act, so that undoing or reading the journal knows one beginning."""

from dataclasses import replace
from datetime import datetime

from infusionplanner.application.demo import DemoUnit
from infusionplanner.application.ports import Store, Writing
from infusionplanner.application.records import FactId, PatientId, Visit, VisitState
from infusionplanner.domain.patient import Patient

KIND = "demo.load"
"""Name of the act in the journal."""

_RECORDED = (VisitState.OBSERVING, VisitState.DONE, VisitState.NOT_GIVEN)


def load_demo(store: Store, demo: DemoUnit, at: datetime) -> None:
    """Store the unit, its users, patients and visits, all in one act of the first user at ``at``.

    Raises:
        DuplicatePatientError: The store already holds patients of a demo; nothing is stored then.
    """
    with store.writing(KIND, demo.users[0].initials, at) as writing:
        writing.put_unit(demo.unit)
        for user in demo.users:
            writing.put_user(user)
        for patient in demo.patients:
            writing.add_patient(_without_times(patient))
        _add_visits(writing, demo)


def _without_times(patient: Patient) -> Patient:
    """Return the patient without the booked times, which are stored as visits with their places."""
    return replace(patient, course=replace(patient.course, appointments=()))


def _add_visits(writing: Writing, demo: DemoUnit) -> None:
    patients = {patient.id: patient for patient in demo.patients}
    for visit in demo.visits:
        dose = _dose_of(writing, visit, patients[visit.patient]) if visit.state in _RECORDED else None
        writing.add_visit(replace(visit, dose=dose))


def _dose_of(writing: Writing, visit: Visit, patient: Patient) -> FactId:
    """Return the stored dose of a visit that is over or under observation."""
    days = [dose.on for dose in patient.course.doses]
    return writing.record(PatientId(patient.id)).ids["doses"][days.index(visit.on)]

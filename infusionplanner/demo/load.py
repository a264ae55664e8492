"""Store the demo unit: everything in one act, so that undoing or reading the journal knows one beginning."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.journal import Actor, NewAct
from infusionplanner.application.ports import Store, Writing
from infusionplanner.application.records import DoseDetail, VisitState
from infusionplanner.demo.calendars import hand_out_earlier
from infusionplanner.demo.history import expiry
from infusionplanner.demo.unit import DemoUnit
from infusionplanner.domain.patient import Patient, Route
from infusionplanner.domain.protocol import Protocol

_SITES = {Route.SC: "høyre og venstre lår", Route.IV: "venstre underarm"}
_RECORDED = (VisitState.OBSERVING, VisitState.DONE, VisitState.NOT_GIVEN)


def load_demo(store: Store, demo: DemoUnit, at: datetime, protocols: Mapping[str, Protocol] | None = None) -> None:
    """Store the unit, its users, patients and visits, all in one act of the first user at ``at``.

    With ``protocols`` it has handed out calendars too, some of which are not true any more.

    Raises:
        DuplicatePatientError: The store already holds patients of a demo; nothing is stored then.
    """
    with store.writing(NewAct(ActKind.LOAD_DEMO, Actor(demo.users[0].initials), at)) as writing:
        writing.put_unit(demo.unit)
        for user in demo.users:
            writing.put_user(user)
        for patient in demo.patients:
            writing.add_patient(_without_times(patient))
        _add_visits(writing, demo)
        if protocols is not None:
            hand_out_earlier(writing, demo, at, protocols)


def _without_times(patient: Patient) -> Patient:
    """Return the patient without the booked times, which are stored as visits with their places."""
    return replace(patient, course=replace(patient.course, appointments=()))


def _add_visits(writing: Writing, demo: DemoUnit) -> None:
    patients = {patient.id: patient for patient in demo.patients}
    for visit in demo.visits:
        if visit.state not in _RECORDED:
            writing.add_visit(visit)
            continue
        days = [dose.on for dose in patients[visit.patient].course.doses]
        dose = writing.record(visit.patient).ids["doses"][days.index(visit.on)]
        writing.add_visit(replace(visit, dose=dose))
        if visit.state is not VisitState.NOT_GIVEN:
            route = patients[visit.patient].course.doses[days.index(visit.on)].route
            writing.put_dose_detail(visit.patient, DoseDetail(dose, _SITES[route or Route.IV], expiry(visit.on)))

"""Recording, correcting and reporting doses."""

from collections.abc import Iterable
from dataclasses import replace

from infusionplanner.application.acts.booking import how_far
from infusionplanner.application.acts.checklists import put_checklist
from infusionplanner.application.acts.facts import numbered, stored
from infusionplanner.application.acts.judgement import Answers, Asked, Clearing, demand
from infusionplanner.application.acts.visits import recorded
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import dose_can_be, entered
from infusionplanner.application.errors import VisitDayError, VisitMismatchError, VisitStateError
from infusionplanner.application.ports import Writing
from infusionplanner.application.records import (
    Batch,
    Done,
    DoseDetail,
    FactId,
    PatientId,
    PatientRecord,
    Visit,
    VisitId,
    VisitState,
)
from infusionplanner.application.views.lengths import observation_minutes
from infusionplanner.domain.patient import (
    AppointmentKind,
    AppointmentStatus,
    Checklist,
    Dose,
    DoseStatus,
    Patient,
    Product,
    Reaction,
    Reporter,
    Route,
    Setting,
    StockCount,
)

_HARMLESS = frozenset({None, Reaction.NONE, Reaction.LOCAL})
_NOT_OVER = frozenset({VisitState.PLANNED, VisitState.ARRIVED, VisitState.STARTED, VisitState.OBSERVING})


def record_dose(  # noqa: PLR0913 - what is recorded of a dose
    desk: Desk,
    patient: PatientId,
    dose: Dose,
    *,
    visit: VisitId | None = None,
    clearances: Iterable[Clearing] = (),
    acknowledged: Iterable[tuple[str, str]] = (),
    detail: DoseDetail | None = None,
) -> Done:
    """Record a dose that was given, begun or missed. With ``visit`` the dose has ended there, and observation begins.

    Args:
        desk: Where, when and by whom.
        patient: Who got it.
        dose: What was given.
        visit: The visit at which it was given.
        clearances: The doctor's clearances of the stops.
        acknowledged: Rule and key of the warnings that are acknowledged.
        detail: Site, expiry date and note.

    Raises:
        RefusedError: A stop is not cleared, or a warning is not acknowledged.
        InvalidActError: The dose cannot be: in the future, before birth, or a second one that day.
    """
    entered((dose, detail), "dose")
    with desk.act("record_dose", patient) as work:
        record = work.record(patient)
        known = _without_missed(record.patient, dose)
        dose_can_be(dose, known, desk.today(), known.course.doses)
        booked = _booked(work, visit, patient, dose)
        if dose.status is not DoseStatus.MISSED:
            asked = Asked(known, dose.on, dose.route, dose.setting)
            demand(desk, work, asked, Answers(clearances, acknowledged))
        fact = _put(work, record, dose, detail)
        if booked is not None and dose.status is DoseStatus.MISSED:
            work.update_visit(replace(booked, dose=fact, not_given=booked.not_given or DoseStatus.MISSED.value))
        elif booked is not None:
            recorded(work, replace(booked, dose=fact), dose, desk.now(), _observation(desk, work, known, dose))
        return work.done()


def correct_dose(
    desk: Desk, patient: PatientId, dose_id: FactId, dose: Dose, *, detail: DoseDetail | None = None
) -> Done:
    """Correct a recorded dose; the journal keeps the old values."""
    entered((dose, detail), "dose")
    with desk.act("correct_dose", patient) as work:
        record = work.record(patient)
        stored(record, dose_id, Dose)
        others = tuple(row for fact, row in numbered(record, Dose).items() if fact != dose_id)
        dose_can_be(dose, record.patient, desk.today(), others)
        work.replace(dose_id, dose)
        if detail is not None:
            work.put_dose_detail(patient, replace(detail, dose=dose_id))
        return work.done()


def remove_dose(desk: Desk, patient: PatientId, dose_id: FactId) -> Done:
    """Take out a dose that was recorded by mistake; its visit goes back to where it was before the dose ended."""
    with desk.act("remove_dose", patient) as work:
        stored(work.record(patient), dose_id, Dose)
        for visit in work.visits_of(patient):
            if visit.dose == dose_id:
                work.update_visit(replace(visit, dose=None, ended_at=None, left_at=None, not_given=None))
        work.remove(dose_id, Dose)
        return work.done()


def report_home_dose(  # noqa: PLR0913 - what is asked on the telephone
    desk: Desk,
    patient: PatientId,
    dose: Dose,
    *,
    yes: tuple[str, ...] | None = None,
    syringes_left: int | None = None,
    clearances: Iterable[Clearing] = (),
    acknowledged: Iterable[tuple[str, str]] = (),
    detail: DoseDetail | None = None,
) -> Done:
    """R-HOME-7 Record a home dose as reported by the patient, with the checklist and the stock if they were asked.

    ``yes`` holds the questions answered yes, None when they were not asked. A yes opens its hold for the coming doses;
    the dose that is reported has been taken and is not stopped by it.
    """
    entered((dose, detail, yes, syringes_left), "report")
    reported = replace(dose, setting=Setting.HOME, route=Route.SC, reported_by=Reporter.PATIENT)
    with desk.act("report_home_dose", patient) as work:
        record = work.record(patient)
        known = _without_missed(record.patient, reported)
        dose_can_be(reported, known, desk.today(), known.course.doses)
        if reported.status is not DoseStatus.MISSED:
            before = known if yes is None else _answered_no(known, reported, desk)
            asked = Asked(before, reported.on, Route.SC, Setting.HOME)
            demand(desk, work, asked, Answers(clearances, acknowledged))
        _put(work, record, reported, detail)
        if yes is not None:
            put_checklist(desk, work, patient, Checklist(reported.on, desk.today(), yes))
        if syringes_left is not None:
            work.add(patient, StockCount(desk.today(), syringes_left))
        return work.done()


def last_batch(desk: Desk, product: Product) -> Batch | None:
    """R-BR-1 Return the batch of a product that the unit used last, to be proposed for the next dose."""
    with desk.store.reading() as reading:
        return reading.last_batch(product)


def _answered_no(patient: Patient, dose: Dose, desk: Desk) -> Patient:
    """Return the patient as if all questions were answered no: what is answered now does not stop what was taken."""
    course = patient.course
    if any(row.for_ == dose.on for row in course.checklists):
        return patient
    answered = (*course.checklists, Checklist(dose.on, desk.today()))
    return replace(patient, course=replace(course, checklists=answered))


def _without_missed(patient: Patient, dose: Dose) -> Patient:
    """Return the patient without the missed dose of that day, whose place a dose takes that was given after all."""
    if dose.status is DoseStatus.MISSED:
        return patient
    kept = tuple(row for row in patient.course.doses if not _is_missed(row, dose))
    return replace(patient, course=replace(patient.course, doses=kept))


def _is_missed(stored: Dose, dose: Dose) -> bool:
    return stored.on == dose.on and stored.status is DoseStatus.MISSED


def _put(work: Writing, record: PatientRecord, dose: Dose, detail: DoseDetail | None) -> FactId:
    """Store a dose: anew, or in the place of the missed one of that day."""
    patient = PatientId(record.patient.id)
    missed = [fact for fact, row in numbered(record, Dose).items() if _is_missed(row, dose)]
    if missed:
        work.replace(missed[0], dose)
    fact = missed[0] if missed else work.add(patient, dose)
    if detail is not None:
        work.put_dose_detail(patient, replace(detail, dose=fact))
    return fact


def _booked(work: Writing, visit: VisitId | None, patient: PatientId, dose: Dose) -> Visit | None:
    """Return the visit that a dose is recorded at, if it can be."""
    if visit is None:
        return None
    booked = work.visit(visit)
    if booked.patient != patient or booked.kind is not AppointmentKind.DOSE:
        raise VisitMismatchError(visit, patient)
    if booked.on != dose.on:
        raise VisitDayError(visit, booked.on, dose.on)
    over = booked.state not in _NOT_OVER or booked.dose is not None
    if over or booked.status is AppointmentStatus.CANCELLED:
        raise VisitStateError(visit, "record_dose", how_far(booked))
    return booked


def _observation(desk: Desk, work: Writing, patient: Patient, dose: Dose) -> int:
    """Return the minutes of observation after a dose; after a reaction at this dose they are the full ones."""
    unit = work.unit()
    protocol = desk.protocol(patient.course.protocol, unit)
    if dose.reaction not in _HARMLESS and protocol.observation is not None:
        return protocol.observation.minutes
    return observation_minutes(patient, protocol, unit, dose.on, dose.route)

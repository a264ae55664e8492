"""Recording, correcting and reporting doses."""

from collections.abc import Iterable
from dataclasses import replace

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.booking import how_far
from infusionplanner.application.acts.checklists import put_checklist
from infusionplanner.application.acts.judgement import Answers, AskedDose, Clearing, Demand, demand
from infusionplanner.application.acts.recorded_facts import numbered, stored
from infusionplanner.application.acts.visits import corrected, recorded
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import dose_can_be, entered, filled
from infusionplanner.application.errors import (
    AmountError,
    EmptyFieldError,
    VisitDayError,
    VisitMismatchError,
    VisitStateError,
)
from infusionplanner.application.ports import Reading, Writing
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
from infusionplanner.application.views.lengths import observation_minutes, ordered_route
from infusionplanner.domain.finding import Finding
from infusionplanner.domain.pack import Pack
from infusionplanner.domain.patient import (
    AWAY,
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
from infusionplanner.domain.reaction import SERIOUS

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
    late_reason: str = "",
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
        late_reason: Why it is late, where it is (R-INT-3).
        detail: Site, expiry date, note, and the doctor who was told of a serious reaction.

    Raises:
        RefusedError: A stop is not cleared, or a warning is not acknowledged.
        InvalidActError: The dose cannot be: in the future, before birth, a second one that day, or not complete.
    """
    answers = Answers(clearances, acknowledged, late_reason)
    entered((dose, detail, late_reason), "dose")
    with desk.act(ActKind.RECORD_DOSE, patient) as work:
        record = work.record(patient)
        known = _without_missed(record.patient, dose)
        dose_can_be(dose, known, desk.today(), known.course.doses)
        booked = _booked(work, visit, patient, dose)
        _demand(desk, work, known, (dose, detail), answers)
        fact = _put(work, record, dose, detail)
        if booked is not None and dose.status is DoseStatus.MISSED:
            work.update_visit(replace(booked, dose=fact, not_given=booked.not_given or DoseStatus.MISSED.value))
        elif booked is not None:
            recorded(
                work, replace(booked, dose=fact), dose, desk.now(), _observation(desk, work, (known, booked), dose)
            )
        return work.done()


def correct_dose(  # noqa: PLR0913 - what is recorded of a dose
    desk: Desk,
    patient: PatientId,
    dose_id: FactId,
    dose: Dose,
    *,
    clearances: Iterable[Clearing] = (),
    acknowledged: Iterable[tuple[str, str]] = (),
    late_reason: str = "",
    detail: DoseDetail | None = None,
) -> Done:
    """Correct a recorded dose; the journal keeps the old values. What a correction brings is demanded as of a new dose.

    Its visit follows the times of the dose.

    Raises:
        RefusedError: It brings a stop that is not cleared, or a warning that is not acknowledged.
        InvalidActError: The dose cannot be so.
    """
    entered((dose, detail, late_reason), "dose")
    with desk.act(ActKind.CORRECT_DOSE, patient) as work:
        alone, before = _without(work, patient, dose_id)
        dose_can_be(dose, alone, desk.today(), alone.course.doses)
        answers = Answers(clearances, acknowledged, late_reason)
        _demand(desk, work, alone, (dose, before[1] if detail is None else detail), answers, before)
        work.replace(dose_id, dose)
        if detail is not None:
            work.put_dose_detail(patient, replace(detail, dose=dose_id))
        for visit in work.visits_of(patient):
            if visit.dose == dose_id:
                corrected(work, visit, (before[0], dose), desk.now())
        return work.done()


def remove_dose(desk: Desk, patient: PatientId, dose_id: FactId) -> Done:
    """Take out a dose that was recorded by mistake; its visit goes back to where it was before the dose ended."""
    with desk.act(ActKind.REMOVE_DOSE, patient) as work:
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
    late_reason: str = "",
    detail: DoseDetail | None = None,
) -> Done:
    """R-HOME-7, R-HOME-9 Record a home dose as reported, with the checklist and the stock if they were asked.

    The patient reports one taken at home, who gave it one outside the specialist service.

    ``yes`` holds the questions answered yes, None when they were not asked. A yes opens its hold for the coming doses;
    the dose that is reported has been taken and is not stopped by it.
    """
    answers = Answers(clearances, acknowledged, late_reason)
    entered((dose, detail, yes, syringes_left, late_reason), "report")
    outside = dose.setting is Setting.OUTSIDE
    told = (Setting.OUTSIDE, Reporter.CARER) if outside else (Setting.HOME, Reporter.PATIENT)
    reported = replace(dose, setting=told[0], route=Route.SC, reported_by=told[1])
    with desk.act(ActKind.REPORT_HOME_DOSE, patient) as work:
        record = work.record(patient)
        known = _without_missed(record.patient, reported)
        dose_can_be(reported, known, desk.today(), known.course.doses)
        asked_before = known if yes is None else _answered_no(known, reported)
        _demand(desk, work, asked_before, (reported, detail), answers)
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


def open_findings(
    desk: Desk, patient: PatientId, dose: Dose, detail: DoseDetail | None = None, *, corrects: FactId | None = None
) -> tuple[list[Finding], list[Finding]]:
    """Return the stops and warnings to be answered before a dose is stored, to be shown while it is filled in.

    With ``corrects`` they are those that the correction of a recorded dose brings.
    """
    if dose.status is DoseStatus.MISSED:
        return [], []
    with desk.store.reading() as reading:
        if corrects is None:
            known, before = _without_missed(reading.record(patient).patient, dose), None
        else:
            known, before = _without(reading, patient, corrects)
        return _demanded(known, (dose, detail), before).open(desk, reading)


_Recorded = tuple[Dose, DoseDetail | None]


def _demand(  # noqa: PLR0913, PLR0917 - the dose as it is recorded and as it was
    desk: Desk, work: Writing, known: Patient, given: _Recorded, answers: Answers, before: _Recorded | None = None
) -> None:
    """Demand what every record of a dose must have, from whichever form; of a correction what it changes."""
    dose, detail = given
    if dose.status is DoseStatus.MISSED:
        return
    was = None if before is None else before[0]
    most = desk.protocol(known.course.protocol, work.unit()).dose.mg
    if dose.reaction is None and (was is None or was.reaction is not None):
        raise EmptyFieldError(field="reaction")
    if dose.reaction in SERIOUS and (was is None or was.reaction is not dose.reaction):
        filled(None if detail is None else detail.told, "told")
    if dose.status is DoseStatus.INCOMPLETE and dose.mg is not None and dose.mg > most:
        raise AmountError(field="mg", value=dose.mg, lowest=0, highest=most)
    demand(desk, work, _demanded(known, given, before), answers)


def _demanded(known: Patient, given: _Recorded, before: _Recorded | None) -> Demand:
    return Demand(_asked(known, given), None if before is None else _asked(known, before))


def _asked(known: Patient, given: _Recorded) -> AskedDose:
    dose, detail = given
    pack = Pack(dose.product, dose.batches, None if detail is None else detail.expires_on)
    return AskedDose(known, dose.on, dose.route, dose.setting, pack, reported=dose.setting in AWAY)


def _without(reading: Reading, patient: PatientId, dose_id: FactId) -> tuple[Patient, _Recorded]:
    """Return a patient without a recorded dose, and that dose with its detail."""
    record = reading.record(patient)
    before = stored(record, dose_id, Dose), reading.dose_details(patient).get(dose_id)
    others = tuple(row for fact, row in numbered(record, Dose).items() if fact != dose_id)
    return replace(record.patient, course=replace(record.patient.course, doses=others)), before


def _answered_no(patient: Patient, dose: Dose) -> Patient:
    """Return the patient as if all questions were answered no: what is answered now does not stop what was taken."""
    course = patient.course
    if any(row.for_ == dose.on for row in course.checklists):
        return patient
    answered = (*course.checklists, Checklist(dose.on, dose.on))
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


def _observation(desk: Desk, work: Writing, at: tuple[Patient, Visit], dose: Dose) -> int:
    """Return the least minutes of observation after a dose: what the visit started with, full ones after a reaction."""
    (patient, visit), unit = at, work.unit()
    protocol = desk.protocol(patient.course.protocol, unit)
    if dose.reaction not in _HARMLESS and protocol.observation is not None:
        return protocol.observation.minutes
    if visit.started_at is not None and dose.route is ordered_route(patient, protocol, unit, dose.on):
        return visit.observation_minutes
    return observation_minutes(patient, protocol, unit, dose.on, dose.route)

"""Orders: interval, route, setting and brand; stop, switch and restart; doses given elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.judgement import Answers, Clearing, keep_answers
from infusionplanner.application.acts.recorded_facts import numbered
from infusionplanner.application.acts.visit_changes import VisitChange, change_visits
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import dose_can_be, entered, filled, happened
from infusionplanner.application.errors import (
    AlreadyStoppedError,
    NotStoppedError,
    OrderIncompleteError,
    RefusedError,
)
from infusionplanner.application.ports import Reading, Writing
from infusionplanner.application.records import Done, DoseDetail, FactId, PatientId, Visit, VisitState
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.patient import (
    AppointmentKind,
    AppointmentStatus,
    Dose,
    EarlierDoses,
    NextTreatment,
    Patient,
    Prescription,
    Product,
    Regimen,
    Stop,
)
from infusionplanner.domain.plan import check, plan

_OF_THE_TREATMENT = frozenset({AppointmentKind.DOSE, AppointmentKind.TRAINING})
"""Visits that fall away with the treatment; tests and controls go on after it (R-STOP-4)."""

_NO_ROUTE = "product.no_route"
"""Key of the finding that the brand has no form for a route (R-HOME-2)."""

_OF_THE_ROUTE = frozenset({_NO_ROUTE, "home.not_sc"})
"""Keys of what is wrong with a route wherever, or at home, and therefore with the order itself (R-HOME-2)."""


@dataclass(frozen=True, slots=True)
class StopPreview:
    """What stopping withdraws (R-STOP-1): coming visits and the prescriptions in force."""

    visits: tuple[Visit, ...]
    prescriptions: tuple[Prescription, ...]


def preview_order(desk: Desk, patient: PatientId, regimen: Regimen, *, restart: bool = False) -> tuple[Finding, ...]:
    """Return the stops and warnings that an order would bring, for the window to show while it is chosen.

    With ``restart`` the order takes up a stopped treatment again.
    """
    with desk.store.reading() as reading:
        known = reading.record(patient).patient
        return _brought(desk, reading, _taken_up(known) if restart else known, regimen)


def order_regimen(  # noqa: PLR0913 - an order with the answers to what it brings
    desk: Desk,
    patient: PatientId,
    regimen: Regimen,
    *,
    clearances: Iterable[Clearing] = (),
    acknowledged: Iterable[tuple[str, str]] = (),
    visits: Iterable[VisitChange] = (),
) -> Done:
    """Order route, interval and setting from a day on (R-INT-5 to R-INT-8).

    Of what ``preview_order`` shows, the rules of the interval (R-INT) and of the brand's form bind the order itself;
    the rest is asked for when a dose is given. ``visits`` are those that the order makes wrong, to cancel or move.

    Raises:
        OrderIncompleteError: The interval is not the standard one, and who ordered it or when is missing.
        RefusedError: The order brings a stop that is not cleared, or a warning that is not acknowledged.
    """
    entered(regimen, "order")
    with desk.act(ActKind.ORDER_REGIMEN, patient) as work:
        _order(desk, work, patient, regimen, Answers(clearances, acknowledged))
        change_visits(desk, work, patient, visits)
        return work.done()


def change_product(desk: Desk, patient: PatientId, product: Product, *, visits: Iterable[VisitChange] = ()) -> Done:
    """R-BR-2 Change the brand for coming doses; what follows of JCV series and home treatment is computed.

    ``visits`` are those that the change makes wrong, to cancel or move.
    """
    with desk.act(ActKind.CHANGE_PRODUCT, patient) as work:
        known = work.record(patient).patient
        work.update_patient(replace(known, course=replace(known.course, product=product)))
        change_visits(desk, work, patient, visits)
        return work.done()


def preview_stop(desk: Desk, patient: PatientId) -> StopPreview:
    """R-STOP-1 Return what stopping the treatment today would withdraw."""
    with desk.store.reading() as reading:
        visits, prescriptions = _withdrawn(desk, reading, patient)
        return StopPreview(visits, tuple(prescriptions.values()))


def stop_treatment(desk: Desk, patient: PatientId, stop: Stop) -> Done:
    """R-STOP-1 Stop the treatment: coming visits are cancelled and prescriptions withdrawn in the same act."""
    entered(stop, "stop")
    happened("stop", stop.on, desk.today())
    with desk.act(ActKind.STOP_TREATMENT, patient) as work:
        known = work.record(patient).patient
        if known.course.stop is not None:
            raise AlreadyStoppedError(patient, known.course.stop.on)
        visits, prescriptions = _withdrawn(desk, work, patient)
        work.update_patient(replace(known, course=replace(known.course, stop=stop)))
        for visit in visits:
            work.update_visit(replace(visit, status=AppointmentStatus.CANCELLED))
        for fact, prescription in prescriptions.items():
            work.replace(fact, replace(prescription, withdrawn_on=desk.today()))
        return work.done()


def record_next_treatment(desk: Desk, patient: PatientId, next_: NextTreatment) -> Done:
    """R-INT-9 Record what follows the treatment; once it has started, the rebound clock ends."""
    entered(next_, "next")
    filled(next_.treatment, "treatment")
    happened("started_on", next_.started_on, desk.today())
    with desk.act(ActKind.RECORD_NEXT_TREATMENT, patient) as work:
        known, stop = _stopped(work, patient)
        work.update_patient(replace(known, course=replace(known.course, stop=replace(stop, next=next_))))
        return work.done()


def restart_treatment(  # noqa: PLR0913 - an order with the answers to what it brings
    desk: Desk,
    patient: PatientId,
    regimen: Regimen,
    *,
    clearances: Iterable[Clearing] = (),
    acknowledged: Iterable[tuple[str, str]] = (),
    visits: Iterable[VisitChange] = (),
) -> Done:
    """R-GAP Take up a stopped treatment again with a new order; the journal keeps the stop.

    The same rules bind the order as in ``order_regimen``, with the same errors.
    """
    entered(regimen, "order")
    with desk.act(ActKind.RESTART_TREATMENT, patient) as work:
        known, _ = _stopped(work, patient)
        work.update_patient(_taken_up(known))
        _order(desk, work, patient, regimen, Answers(clearances, acknowledged))
        change_visits(desk, work, patient, visits)
        return work.done()


def _taken_up(patient: Patient) -> Patient:
    """Return a patient whose treatment is not stopped any more."""
    return replace(patient, course=replace(patient.course, stop=None))


def transfer_in(
    desk: Desk,
    patient: PatientId,
    earlier: EarlierDoses | None,
    doses: tuple[Dose, ...] = (),
    *,
    hospital: str = "",
) -> Done:
    """R-OBS-1 Record what was given elsewhere: the number of doses with their source, and dated doses one by one.

    Doses without a source are shown and not counted. They are facts of another hospital, so no rule refuses them. Each
    dated dose keeps the ``hospital`` and the source; without ``earlier`` the hospital itself told of it.
    """
    entered((earlier, doses, hospital), "earlier_doses")
    source = filled(hospital, "hospital") if earlier is None else (earlier.source or "").strip()
    if earlier is not None:
        for on in (earlier.first_on, earlier.last_on):
            happened("earlier_doses", on, desk.today())
    with desk.act(ActKind.TRANSFER_IN, patient) as work:
        known = work.record(patient).patient
        if earlier is not None:
            work.update_patient(replace(known, course=replace(known.course, earlier_doses=earlier)))
        there = known.course.doses
        for dose in doses:
            dose_can_be(dose, known, desk.today(), there)
            fact = work.add(patient, dose)
            work.put_dose_detail(patient, DoseDetail(fact, hospital=hospital.strip(), source=source))
            there = (*there, dose)
        return work.done()


def _order(desk: Desk, work: Writing, patient: PatientId, regimen: Regimen, answers: Answers) -> None:
    known = work.record(patient).patient
    complete(desk, known, work, regimen)
    found = [row for row in _brought(desk, work, known, regimen) if _binds(row)]
    stops = [row for row in found if row.level is Level.STOP]
    warnings = [row for row in found if row.level is Level.WARN]
    left = keep_answers(desk, work, (patient, regimen.from_), (stops, warnings), answers)
    if any(left):
        raise RefusedError(regimen.from_, *left)
    work.add(patient, regimen)


def complete(desk: Desk, patient: Patient, reading: Reading, regimen: Regimen) -> None:
    """R-INT-5 Refuse an interval of its own without the doctor who ordered it and the day."""
    happened("ordered_on", regimen.ordered_on, desk.today())
    protocol = desk.protocol(patient.course.protocol, reading.unit())
    if regimen.interval_days in {None, protocol.interval.standard_days}:
        return
    for field, value in (("ordered_by", (regimen.ordered_by or "").strip()), ("ordered_on", regimen.ordered_on)):
        if not value:
            raise OrderIncompleteError(field)


def _brought(desk: Desk, reading: Reading, patient: Patient, regimen: Regimen) -> tuple[Finding, ...]:
    """Return the stops and warnings that are there with an order and not without it, on the day it takes effect."""
    course = patient.course
    ordered = replace(patient, course=replace(course, regimens=(*course.regimens, regimen)))
    before = {(row.rule, row.key) for row in _said(desk, reading, patient, regimen)}
    after = _said(desk, reading, ordered, regimen)
    return tuple(row for row in after if (row.rule, row.key) not in before)


def _said(desk: Desk, reading: Reading, patient: Patient, regimen: Regimen) -> list[Finding]:
    """Judge the order by itself: a visit that is booked already would make the next dose one in the unit (R-HOME-4)."""
    patient = replace(patient, course=replace(patient.course, appointments=()))
    unit, on = reading.unit(), max(desk.today(), regimen.from_)
    protocol = desk.protocol(patient.course.protocol, unit)
    asked = check(patient, protocol, unit, on).findings
    found = plan(patient, protocol, unit, on, months=0).findings
    no_route = [row for row in asked if row.key == _NO_ROUTE and row not in found]
    return [row for row in (*found, *no_route) if row.level in {Level.STOP, Level.WARN}]


def _binds(finding: Finding) -> bool:
    """Tell whether a finding is about the order itself; what it means for the coming dose is said at the dose."""
    return finding.key in _OF_THE_ROUTE or finding.rule.startswith("R-INT-")


def _withdrawn(
    desk: Desk, reading: Reading, patient: PatientId
) -> tuple[tuple[Visit, ...], dict[FactId, Prescription]]:
    """Return the visits and prescriptions that a stop withdraws."""
    record, today = reading.record(patient), desk.today()
    visits = tuple(
        visit
        for visit in reading.visits_of(patient)
        if visit.on >= today
        and visit.kind in _OF_THE_TREATMENT
        and visit.status is AppointmentStatus.BOOKED
        and visit.state is VisitState.PLANNED
    )
    issued = numbered(record, Prescription)
    return visits, {fact: row for fact, row in issued.items() if row.withdrawn_on is None}


def _stopped(reading: Reading, patient: PatientId) -> tuple[Patient, Stop]:
    known = reading.record(patient).patient
    if known.course.stop is None:
        raise NotStoppedError(patient)
    return known, known.course.stop

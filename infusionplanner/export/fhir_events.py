"""What happened and what is booked, as FHIR R4 resources: doses given, appointments to come, JCV antibody tests."""

from collections.abc import Iterator, Mapping

from infusionplanner.domain.patient import (
    Appointment,
    AppointmentStatus,
    Dose,
    DoseStatus,
    Patient,
    Reporter,
    Result,
    ResultKind,
    Route,
    Setting,
)
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Plan
from infusionplanner.export.fhir_values import (
    Json,
    Resource,
    answer,
    coding,
    concept,
    identity,
    known,
    lasting,
    milligrams,
    moment,
    period,
    ratio,
    reference,
    route,
    span,
)

_STATUS: Mapping[DoseStatus | None, str] = {
    DoseStatus.GIVEN: "completed",
    DoseStatus.INCOMPLETE: "stopped",
    DoseStatus.MISSED: "not-done",
    None: "unknown",
}
_CATEGORY = "http://terminology.hl7.org/CodeSystem/medication-admin-category"
_PLACES: Mapping[Setting, tuple[str, str]] = {
    Setting.UNIT: ("outpatient", "Outpatient"),
    Setting.HOME: ("community", "Community"),
    Setting.OUTSIDE: ("community", "Community"),
}
_MEDICATION = "medication"


def administrations(patient: Patient, protocol: Protocol) -> Iterator[Resource]:
    """Yield every recorded dose, missed ones too."""
    for number, dose in enumerate(patient.course.doses):
        subject = reference(identity(patient.id, "patient"))
        by_patient = dose.reported_by is Reporter.PATIENT
        yield known(
            {
                "resourceType": "MedicationAdministration",
                "id": identity(patient.id, "dose", number),
                "contained": [_medication(dose, protocol)],
                "status": _STATUS[dose.status],
                "category": None if dose.setting is None else _place(dose.setting),
                "medicationReference": {"reference": f"#{_MEDICATION}"},
                "subject": subject,
                **_when(dose),
                "performer": [{"actor": subject}] if by_patient else None,
                "note": [{"text": text} for text in _notes(dose)],
                "dosage": None if dose.mg is None else _given(dose.mg, dose.route),
            }
        )


def _medication(dose: Dose, protocol: Protocol) -> Resource:
    """Return the brand with its batch; two batches of one dose are told in a note instead."""
    brand = protocol.product(dose.product)
    name = protocol.name.en if brand is None else f"{protocol.name.en} ({brand.name})"
    batches = set(dose.batches)
    batch: Resource | None = {"lotNumber": batches.pop()} if len(batches) == 1 else None
    return known({"resourceType": "Medication", "id": _MEDICATION, "code": concept(name), "batch": batch})


def _place(setting: Setting) -> Resource:
    code, display = _PLACES[setting]
    return concept(display, coding(_CATEGORY, code, display))


def _when(dose: Dose) -> Resource:
    if dose.time is None or dose.ended is None:
        return {"effectiveDateTime": moment(dose.on, dose.time)}
    return {"effectivePeriod": span(dose.on, dose.time, dose.ended)}


def _notes(dose: Dose) -> Iterator[str]:
    if len(set(dose.batches)) > 1:
        yield f"Batches: {', '.join(dose.batches)}"
    if dose.reaction is not None:
        yield f"Reaction: {dose.reaction.value}"


def _given(mg: int, way: Route | None) -> Resource:
    return known({"route": None if way is None else route(way), "dose": milligrams(mg)})


def appointments(patient: Patient, plan: Plan, protocol: Protocol) -> Iterator[Resource]:
    """Yield the appointments from the day of the plan on, cancelled ones too."""
    coming = [row for row in patient.course.appointments if row.on >= plan.as_of]
    for number, row in enumerate(coming):
        participant: Json = {"actor": reference(identity(patient.id, "patient")), "status": "accepted"}
        yield {
            "resourceType": "Appointment",
            "id": identity(patient.id, "appointment", number),
            "serviceType": [concept(row.kind.value)],
            **_booked(row, _minutes(plan, protocol)),
            "participant": [participant],
        }


def _booked(row: Appointment, minutes: int) -> Resource:
    """Return status and time. FHIR lets only a proposed or a cancelled appointment be without a time of day."""
    cancelled = row.status is AppointmentStatus.CANCELLED
    if row.time is not None:
        return {"status": "cancelled" if cancelled else "booked", **lasting(row.on, row.time, minutes)}
    day = period(row.on, row.on) or {}
    return {"status": "cancelled" if cancelled else "proposed", "requestedPeriod": [day]}


def _minutes(plan: Plan, protocol: Protocol) -> int:
    by_vein = plan.next_dose is not None and plan.next_dose.route is Route.IV
    return protocol.visit.minutes_iv if by_vein else protocol.visit.minutes_sc


def observations(patient: Patient) -> Iterator[Resource]:
    """Yield the JCV antibody tests; one without an answer yet is registered only."""
    tests = (row for row in patient.results if row.kind is ResultKind.JCV)
    for number, row in enumerate(tests):
        yield known(
            {
                "resourceType": "Observation",
                "id": identity(patient.id, "jcv", number),
                "status": "registered" if row.answer is None and row.index is None else "final",
                "code": concept("JC virus antibody"),
                "subject": reference(identity(patient.id, "patient")),
                "effectiveDateTime": row.on.isoformat(),
                "valueCodeableConcept": None if row.answer is None else answer(row.answer),
                "method": None if row.assay is None else concept(row.assay.value),
                "component": _index(row),
            }
        )


def _index(row: Result) -> list[Json]:
    if row.index is None:
        return []
    return [{"code": concept("JC virus antibody index"), "valueQuantity": ratio(row.index)}]

"""One patient's plan as a FHIR R4 bundle, for systems that read no patient file. Written by hand; nothing is read back.

A collection of Patient, CarePlan, MedicationRequest (the order, and each prescription), MedicationAdministration (each
dose), Appointment (the booked times to come) and Observation (JCV antibody). Codes are those of FHIR itself, SNOMED CT
for routes and answers and UCUM for units; everything else is text, since a wrong code is worse than none.
"""

import json
from collections.abc import Iterator

from infusionplanner.application.identity import NationalIdError, NumberKind, national_id, standard_number
from infusionplanner.domain.away.supply import last_safe_day
from infusionplanner.domain.patient import Language, Patient, PersonName, Prescription, Regimen
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Monitoring, Plan, PlannedDose
from infusionplanner.export.fhir_events import administrations, appointments, observations
from infusionplanner.export.fhir_values import (
    Json,
    Resource,
    address,
    coding,
    concept,
    identity,
    known,
    milligrams,
    period,
    reference,
    route,
)

_NATIONAL_IDS = {
    NumberKind.NATIONAL: "urn:oid:2.16.578.1.12.4.1.4.1",
    NumberKind.D_NUMBER: "urn:oid:2.16.578.1.12.4.1.4.2",
    NumberKind.HELP: "urn:oid:2.16.578.1.12.4.1.4.3",
}
"""The systems of Norwegian identity numbers: fødselsnummer, D-nummer and felles hjelpenummer."""

LOCAL_ID = "urn:infusionplanner:patient"
"""The patient's id in this program's files."""

_LANGUAGES = {Language.NB: "Norwegian Bokmål", Language.EN: "English"}


def bundle(patient: Patient, plan: Plan, protocol: Protocol) -> Resource:
    """Return the bundle of a patient; the same facts give the same bundle, ids included."""
    order = _order(patient, plan, protocol)
    resources = [
        _patient(patient),
        _care_plan(patient, plan, protocol, order),
        *([] if order is None else [order]),
        *_prescriptions(patient, plan, protocol),
        *administrations(patient, protocol),
        *appointments(patient, plan, protocol),
        *observations(patient),
    ]
    entries: list[Json] = [{"fullUrl": address(str(each["id"])), "resource": each} for each in resources]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def dump_bundle(patient: Patient, plan: Plan, protocol: Protocol) -> str:
    """Return the bundle as JSON text, indented, every letter as it is read."""
    return json.dumps(bundle(patient, plan, protocol), ensure_ascii=False, indent=2) + "\n"


def _patient(patient: Patient) -> Resource:
    identifiers: list[Json] = [{"use": "usual", "system": LOCAL_ID, "value": patient.id}]
    if patient.national_id:
        identifiers.append(_official(standard_number(patient.national_id)))
    name = _name(patient.name)
    return known(
        {
            "resourceType": "Patient",
            "id": identity(patient.id, "patient"),
            "identifier": identifiers,
            "name": [name] if name else None,
            "telecom": [{"system": "phone", "value": patient.phone}] if patient.phone else None,
            "birthDate": None if patient.birth_date is None else patient.birth_date.isoformat(),
            "communication": [_spoken(patient.language)] if patient.language else None,
        }
    )


def _official(number: str) -> Resource:
    """Return a national id under the system of its kind; what can be none is handed on without a system."""
    try:
        return {"use": "official", "system": _NATIONAL_IDS[national_id(number).kind], "value": number}
    except NationalIdError:
        return {"use": "official", "value": number}


def _name(name: PersonName | None) -> Resource:
    if name is None:
        return {}
    return known({"family": name.family, "given": [name.given] if name.given else None})


def _spoken(language: Language) -> Resource:
    name = _LANGUAGES[language]
    return {"language": concept(name, coding("urn:ietf:bcp:47", language.value, name)), "preferred": True}


def _care_plan(patient: Patient, plan: Plan, protocol: Protocol, order: Resource | None) -> Resource:
    course = patient.course
    first = min((dose.on for dose in course.doses), default=None)
    activities: list[Json] = []
    if order is not None:
        activities.append({"reference": reference(str(order["id"]))})
    activities += [{"detail": _coming_dose(dose)} for dose in plan.doses]
    activities += [{"detail": _coming_control(control)} for control in plan.monitoring]
    return known(
        {
            "resourceType": "CarePlan",
            "id": identity(patient.id, "care-plan"),
            "status": "active" if course.stop is None else "revoked",
            "intent": "plan",
            "title": protocol.name.en,
            "subject": reference(identity(patient.id, "patient")),
            "period": period(first, None if course.stop is None else course.stop.on),
            "created": plan.as_of.isoformat(),
            "activity": activities,
            "note": [{"text": note} for note in _notes(patient)],
        }
    )


def _coming_dose(dose: PlannedDose) -> Resource:
    how = "" if dose.route is None else f", {dose.route.value}"
    return {
        "kind": "MedicationRequest",
        "status": "on-hold" if dose.blocked else "scheduled" if dose.booked else "not-started",
        "scheduledTiming": {"event": [dose.day.isoformat()]},
        "description": f"Dose {dose.number}{how}, {dose.setting.value}; "
        f"due {dose.due}, from {dose.earliest} to {dose.latest}",
    }


def _coming_control(control: Monitoring) -> Resource:
    day = control.on_visit or max(control.due, control.not_before or control.due)
    return {
        "kind": "ServiceRequest",
        "status": "not-started",
        "scheduledTiming": {"event": [day.isoformat()]},
        "description": f"Control {control.kind}, due {control.due} ({control.status.value})",
    }


def _notes(patient: Patient) -> Iterator[str]:
    earlier = patient.course.earlier_doses
    if earlier is None:
        yield "Earlier doses elsewhere: not known whether there were any"
    elif earlier.number:
        source = f", source: {earlier.source}" if earlier.source else ", not documented"
        unknown = earlier.number - earlier.number_sc - earlier.number_iv
        routes = f", {unknown} of unknown route" if unknown else ""
        yield f"Earlier doses elsewhere: {earlier.number_sc} s.c., {earlier.number_iv} i.v.{routes}{source}"
    stop = patient.course.stop
    if stop is not None and stop.next is not None:
        yield f"Treatment that follows: {stop.next.treatment}"


def _order(patient: Patient, plan: Plan, protocol: Protocol) -> Resource | None:
    """Return the order that holds on the day of the plan, None where nothing is ordered."""
    begun = [row for row in patient.course.regimens if row.from_ <= plan.as_of] or list(patient.course.regimens)
    if not begun:
        return None
    newest = max(begun, key=lambda row: row.from_)
    return known(
        {
            "resourceType": "MedicationRequest",
            "id": identity(patient.id, "order"),
            "status": "active" if patient.course.stop is None else "stopped",
            "intent": "order",
            "medicationCodeableConcept": _medication(patient, protocol),
            "subject": reference(identity(patient.id, "patient")),
            "authoredOn": (newest.ordered_on or newest.from_).isoformat(),
            "requester": {"display": newest.ordered_by} if newest.ordered_by else None,
            "reasonCode": [concept(newest.reason.value)] if newest.reason else None,
            "dosageInstruction": [_dosage(newest, protocol)],
        }
    )


def _dosage(regimen: Regimen, protocol: Protocol) -> Resource:
    interval = regimen.interval_days or protocol.interval.standard_days
    repeat: Resource = {
        "boundsPeriod": {"start": regimen.from_.isoformat()},
        "frequency": 1,
        "period": interval,
        "periodUnit": "d",
    }
    return known(
        {
            "text": f"{protocol.dose.mg} mg every {interval} days",
            "timing": {"repeat": repeat},
            "route": None if regimen.route is None else route(regimen.route),
            "doseAndRate": [{"doseQuantity": milligrams(protocol.dose.mg)}],
        }
    )


def _prescriptions(patient: Patient, plan: Plan, protocol: Protocol) -> Iterator[Resource]:
    """R-RX-1 Yield the prescriptions for use at home; one that is past its last safe day is completed."""
    for number, row in enumerate(patient.course.prescriptions):
        last = None if protocol.supply is None else last_safe_day(row, protocol.supply)
        dispense = known({"validityPeriod": period(row.issued_on, last), "quantity": _authorised(row)})
        ended = last is not None and last < plan.as_of
        yield {
            "resourceType": "MedicationRequest",
            "id": identity(patient.id, "prescription", number),
            "status": "stopped" if row.withdrawn_on else "completed" if ended else "active",
            "intent": "order",
            "category": [concept("Community", coding(_REQUEST_CATEGORY, "community", "Community"))],
            "medicationCodeableConcept": _medication(patient, protocol),
            "subject": reference(identity(patient.id, "patient")),
            "authoredOn": row.issued_on.isoformat(),
            "dispenseRequest": dispense,
        }


_REQUEST_CATEGORY = "http://terminology.hl7.org/CodeSystem/medicationrequest-category"


def _authorised(row: Prescription) -> Resource | None:
    return None if row.doses is None else {"value": row.doses, "unit": "dose"}


def _medication(patient: Patient, protocol: Protocol) -> Resource:
    brand = protocol.product(patient.course.product)
    return concept(protocol.name.en if brand is None else f"{protocol.name.en} ({brand.name})")

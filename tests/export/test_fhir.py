"""One patient's plan as FHIR R4: valid by the models of fhir.resources, and the facts in the right places.

fhir.resources has R4B in the place of R4; none of the resources used here differs between the two.
"""

import json
from collections import Counter
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from builders import HOME, IV, d, dose, patient, regimen
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from strategies import patients

from infusionplanner.catalogue.protocol_file import builtin_protocols
from infusionplanner.demo.unit import make_demo
from infusionplanner.domain.patient import (
    Answer,
    Appointment,
    AppointmentKind,
    AppointmentStatus,
    Assay,
    DoseStatus,
    EarlierDoses,
    IntervalReason,
    Language,
    NextTreatment,
    Patient,
    PersonName,
    Prescription,
    Reaction,
    Reporter,
    Result,
    ResultKind,
    Stop,
)
from infusionplanner.domain.plan import plan
from infusionplanner.domain.unit import Unit
from infusionplanner.export.fhir import bundle, dump_bundle

PROTOCOL = builtin_protocols()["natalizumab"]
TODAY = d("2026-11-23")


def exported(known: Patient, on: date = TODAY) -> dict[str, Any]:
    """Return a bundle that is valid."""
    made: dict[str, Any] = json.loads(dump_bundle(known, plan(known, PROTOCOL, Unit(), on), PROTOCOL))
    Bundle.model_validate(made)
    return made


def resources(known: Patient, kind: str) -> list[dict[str, Any]]:
    entries = exported(known)["entry"]
    return [entry["resource"] for entry in entries if entry["resource"]["resourceType"] == kind]


def only(known: Patient, kind: str) -> dict[str, Any]:
    (found,) = resources(known, kind)
    return found


@given(patients(TODAY))
def test_any_patient_is_valid(known: Patient) -> None:
    made = exported(known)
    addresses = [entry["fullUrl"] for entry in made["entry"]]
    assert len(set(addresses)) == len(addresses)
    assert all(entry["fullUrl"] == f"urn:uuid:{entry['resource']['id']}" for entry in made["entry"])
    assert _references(made) <= set(addresses)


def _references(value: Any) -> set[str]:
    """Return all that is referred to outside of the resource itself."""
    if isinstance(value, dict):
        own = {value["reference"]} if isinstance(value.get("reference"), str) else set()
        return {each for each in own if not each.startswith("#")} | _references(list(value.values()))
    return set[str]().union(*map(_references, value)) if isinstance(value, list) else set()


def test_the_whole_demo_unit_is_valid() -> None:
    demo = make_demo(TODAY, patients=40)
    kinds = Counter(entry["resource"]["resourceType"] for known in demo.patients for entry in exported(known)["entry"])
    assert set(kinds) == {
        "Patient",
        "CarePlan",
        "MedicationRequest",
        "MedicationAdministration",
        "Appointment",
        "Observation",
    }


def test_the_same_facts_give_the_same_bundle() -> None:
    known = patient([dose("2026-10-26")])
    found = plan(known, PROTOCOL, Unit(), TODAY)
    assert bundle(known, found, PROTOCOL) == bundle(known, found, PROTOCOL)


def test_the_patient() -> None:
    known = Patient(
        "ex-01",
        name=PersonName("Ingrid", "Eksempel"),
        birth_date=d("1991-05-02"),
        national_id="028591 22267",
        phone="900 00 000",
        language=Language.NB,
    )
    found = only(known, "Patient")
    assert found["identifier"] == [
        {"use": "usual", "system": "urn:infusionplanner:patient", "value": "ex-01"},
        {"use": "official", "system": "urn:oid:2.16.578.1.12.4.1.4.1", "value": "02859122267"},
    ]
    assert found["name"] == [{"family": "Eksempel", "given": ["Ingrid"]}]
    assert (found["birthDate"], found["telecom"]) == ("1991-05-02", [{"system": "phone", "value": "900 00 000"}])
    assert found["communication"][0]["language"]["coding"][0]["code"] == "nb"


@pytest.mark.parametrize(
    ("number", "system"),
    [
        ("41859100013", {"system": "urn:oid:2.16.578.1.12.4.1.4.2"}),
        ("81234500090", {"system": "urn:oid:2.16.578.1.12.4.1.4.3"}),
        ("12345", {}),
    ],
)
def test_a_national_id_leaves_under_the_system_of_its_kind(number: str, system: dict[str, str]) -> None:
    found = only(Patient("ex-01", national_id=number), "Patient")
    assert found["identifier"][1] == {"use": "official", **system, "value": number}


def test_an_unknown_patient_says_nothing_more_than_the_id() -> None:
    assert only(Patient("ex-02"), "Patient").keys() == {"resourceType", "id", "identifier"}
    assert only(Patient("ex-02", name=PersonName("", "Lie")), "Patient")["name"] == [{"family": "Lie"}]


def test_the_plan_lists_doses_and_controls() -> None:
    known = patient([dose("2026-10-26")], appointments=(Appointment(d("2026-11-23"), time(9)),))
    found = only(known, "CarePlan")
    assert (found["status"], found["intent"], found["created"]) == ("active", "plan", "2026-11-23")
    assert found["period"] == {"start": "2026-10-26"}
    order, first, second = found["activity"][:3]
    assert order["reference"]["reference"] == f"urn:uuid:{only(known, 'MedicationRequest')['id']}"
    assert first["detail"]["description"] == "Dose 2, sc, unit; due 2026-11-23, from 2026-11-18 to 2026-11-28"
    assert first["detail"]["scheduledTiming"] == {"event": ["2026-11-23"]}
    assert {first["detail"]["status"], second["detail"]["status"]} <= {"on-hold", "scheduled", "not-started"}
    controls = [row["detail"] for row in found["activity"][1:] if row["detail"]["kind"] == "ServiceRequest"]
    assert [row["description"].split(",")[0] for row in controls][:2] == ["Control bloods", "Control nab"]


def test_a_stopped_treatment_tells_what_follows() -> None:
    stop = Stop(d("2026-11-02"), next=NextTreatment("rituximab"))
    known = patient([dose("2026-10-26")], stop=stop, earlier_doses=EarlierDoses(sc=1, iv=2, source="epikrise"))
    found = only(known, "CarePlan")
    assert (found["status"], found["period"]["end"]) == ("revoked", "2026-11-02")
    assert [note["text"] for note in found["note"]] == [
        "Earlier doses elsewhere: 1 s.c., 2 i.v., source: epikrise",
        "Treatment that follows: rituximab",
    ]
    assert only(known, "MedicationRequest")["status"] == "stopped"
    unsourced = only(patient(earlier_doses=EarlierDoses(iv=3)), "CarePlan")
    assert unsourced["note"][0]["text"] == "Earlier doses elsewhere: 0 s.c., 3 i.v., not documented"
    routes = only(patient(earlier_doses=EarlierDoses(sc=1, total=3, source="epikrise")), "CarePlan")
    assert routes["note"][0]["text"] == "Earlier doses elsewhere: 1 s.c., 2 i.v., source: epikrise"
    counted = only(patient(earlier_doses=EarlierDoses(total=3, source="epikrise")), "CarePlan")
    assert counted["note"][0]["text"] == "Earlier doses elsewhere: 0 s.c., 0 i.v., 3 of unknown route, source: epikrise"
    unknown = only(patient(earlier_doses=None), "CarePlan")
    assert unknown["note"][0]["text"] == "Earlier doses elsewhere: not known whether there were any"


def test_the_order_that_holds_today() -> None:
    extended = regimen(
        "2026-11-01",
        route=IV,
        interval_days=42,
        reason=IntervalReason.HIGH_SERUM,
        ordered_by="Dr. E",
        ordered_on=d("2026-10-30"),
    )
    known = patient([dose("2026-10-26")], regimens=[regimen("2026-01-05"), extended, regimen("2027-01-01")])
    found = only(known, "MedicationRequest")
    assert (found["authoredOn"], found["requester"]) == ("2026-10-30", {"display": "Dr. E"})
    (dosage,) = found["dosageInstruction"]
    assert dosage["timing"]["repeat"] == {
        "boundsPeriod": {"start": "2026-11-01"},
        "frequency": 1,
        "period": 42,
        "periodUnit": "d",
    }
    assert dosage["route"]["coding"][0] == {
        "system": "http://snomed.info/sct",
        "code": "47625008",
        "display": "Intravenous route",
    }
    assert dosage["doseAndRate"][0]["doseQuantity"] == {
        "value": 300,
        "unit": "mg",
        "system": "http://unitsofmeasure.org",
        "code": "mg",
    }
    assert found["medicationCodeableConcept"] == {"text": "Natalizumab (Tysabri)"}
    assert found["reasonCode"] == [{"text": "high_serum"}]


def test_an_order_of_the_future_is_the_order_when_there_is_no_other() -> None:
    found = only(patient(regimens=[regimen("2027-01-04", route=None)]), "MedicationRequest")
    assert found["authoredOn"] == "2027-01-04"
    assert "route" not in found["dosageInstruction"][0]


def test_prescriptions_with_their_year() -> None:
    issued = (
        Prescription(d("2025-01-06"), 13),
        Prescription(d("2026-01-05"), 13, withdrawn_on=d("2026-02-01")),
        Prescription(d("2026-02-02")),
    )
    found = [row for row in resources(patient(prescriptions=issued), "MedicationRequest") if "category" in row]
    assert [row["status"] for row in found] == ["completed", "stopped", "active"]
    assert found[0]["dispenseRequest"] == {
        "validityPeriod": {"start": "2025-01-06", "end": "2026-01-05"},
        "quantity": {"value": 13, "unit": "dose"},
    }
    assert found[2]["dispenseRequest"] == {"validityPeriod": {"start": "2026-02-02", "end": "2027-02-01"}}


def test_a_protocol_without_supply_knows_no_last_day() -> None:
    known = patient(prescriptions=(Prescription(d("2025-01-06"), 13),))
    bare = replace(PROTOCOL, supply=None)
    made = bundle(known, plan(known, bare, Unit(), TODAY), bare)
    assert '"validityPeriod": {"start": "2025-01-06"}' in json.dumps(made)


def test_every_dose_with_its_time_and_batch() -> None:
    doses = [
        dose("2026-01-05", time=time(10, 5), ended=time(10, 40)),
        dose("2026-07-05", time=time(23, 50), ended=time(0, 20), batches=("A1", "B2"), reaction=Reaction.LOCAL),
        dose("2026-08-03", status=DoseStatus.MISSED, mg=None, batches=(), reaction=None, product=None, setting=None),
        dose("2026-08-31", status=DoseStatus.INCOMPLETE, mg=150, route=None, time=time(9)),
        dose("2026-10-05", status=None, setting=HOME, reported_by=Reporter.PATIENT),
    ]
    first, second, missed, part, home = resources(patient(doses), "MedicationAdministration")
    assert first["effectivePeriod"] == {"start": "2026-01-05T10:05:00+01:00", "end": "2026-01-05T10:40:00+01:00"}
    assert first["contained"][0] == {
        "resourceType": "Medication",
        "id": "medication",
        "code": {"text": "Natalizumab (Tysabri)"},
        "batch": {"lotNumber": "AB123"},
    }
    assert second["effectivePeriod"] == {"start": "2026-07-05T23:50:00+02:00", "end": "2026-07-06T00:20:00+02:00"}
    assert [note["text"] for note in second["note"]] == ["Batches: A1, B2", "Reaction: local"]
    assert [row["status"] for row in (first, missed, part, home)] == ["completed", "not-done", "stopped", "unknown"]
    assert missed["contained"][0]["code"] == {"text": "Natalizumab"}
    assert missed.keys().isdisjoint({"dosage", "category", "note", "performer"})
    assert missed["effectiveDateTime"] == "2026-08-03"
    assert part["effectiveDateTime"] == "2026-08-31T09:00:00+02:00"
    assert part["dosage"]["dose"]["value"] == 150
    assert home["performer"] == [{"actor": home["subject"]}]
    assert home["category"]["coding"][0]["code"] == "community"


@pytest.mark.parametrize(
    ("booked", "expected"),
    [
        (
            Appointment(d("2026-12-21"), time(10)),
            {"status": "booked", "start": "2026-12-21T10:00:00+01:00", "end": "2026-12-21T10:30:00+01:00"},
        ),
        (
            Appointment(d("2026-12-21"), kind=AppointmentKind.MRI),
            {"status": "proposed", "requestedPeriod": [{"start": "2026-12-21", "end": "2026-12-21"}]},
        ),
        (
            Appointment(d("2027-06-21"), time(10), status=AppointmentStatus.CANCELLED),
            {"status": "cancelled", "start": "2027-06-21T10:00:00+02:00"},
        ),
        (
            Appointment(d("2027-06-21"), status=AppointmentStatus.CANCELLED),
            {"status": "cancelled", "requestedPeriod": [{"start": "2027-06-21", "end": "2027-06-21"}]},
        ),
    ],
)
def test_appointments_to_come(booked: Appointment, expected: dict[str, Any]) -> None:
    passed = Appointment(d("2026-10-26"), time(10))
    found = only(patient([dose("2026-10-26")], appointments=(passed, booked)), "Appointment")
    assert found["serviceType"] == [{"text": booked.kind.value}]
    assert {key: found[key] for key in expected} == expected


def test_an_infusion_takes_its_own_time() -> None:
    known = patient(
        [dose("2026-10-26", route=IV)],
        regimens=[regimen("2026-10-26", route=IV)],
        appointments=(Appointment(d("2026-12-21"), time(10)),),
    )
    assert only(known, "Appointment")["end"] == "2026-12-21T11:30:00+01:00"


def test_jcv_tests_with_index_and_assay() -> None:
    tests = [
        Result(ResultKind.JCV, d("2026-01-02"), assay=Assay.STRATIFY, answer=Answer.POSITIVE, index=0.9),
        Result(ResultKind.JCV, d("2026-11-20")),
        Result(ResultKind.BLOODS, d("2026-11-20")),
        Result(ResultKind.JCV, d("2026-10-20"), index=0.3),
    ]
    first, pending, figure = resources(patient(results=tests), "Observation")
    assert first["valueCodeableConcept"]["coding"][0]["code"] == "10828004"
    assert (first["method"], first["effectiveDateTime"]) == ({"text": "stratify"}, "2026-01-02")
    assert first["component"][0]["valueQuantity"]["value"] == 0.9
    assert (pending["status"], figure["status"], first["status"]) == ("registered", "final", "final")
    assert pending.keys().isdisjoint({"valueCodeableConcept", "method", "component"})

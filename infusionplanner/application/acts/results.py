"""Tests and controls: results, and what was seen and done before the start."""

from dataclasses import replace
from datetime import date

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.recorded_facts import stored
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import entered, happened, result_can_be
from infusionplanner.application.records import Done, FactId, PatientId
from infusionplanner.domain.patient import Gate, Result


def register_result(desk: Desk, patient: PatientId, result: Result) -> Done:
    """Register the result of a test or control."""
    _possible(desk, result)
    with desk.act(ActKind.REGISTER_RESULT, patient) as work:
        work.add(patient, result)
        return work.done()


def correct_result(desk: Desk, patient: PatientId, fact: FactId, result: Result) -> Done:
    """Correct a registered result; the journal keeps the old values."""
    _possible(desk, result)
    with desk.act(ActKind.CORRECT_RESULT, patient) as work:
        stored(work.record(patient), fact, Result)
        work.replace(fact, result)
        return work.done()


def remove_result(desk: Desk, patient: PatientId, fact: FactId) -> Done:
    """Take out a result that was registered by mistake; the journal keeps it."""
    with desk.act(ActKind.REMOVE_RESULT, patient) as work:
        stored(work.record(patient), fact, Result)
        work.remove(fact, Result)
        return work.done()


def mark_seen(desk: Desk, patient: PatientId, fact: FactId, on: date | None = None) -> Done:
    """R-MON-1 Note that the answer of a blood sample has been seen, today unless ``on`` says otherwise."""
    seen = on or desk.today()
    happened("seen_on", seen, desk.today())
    with desk.act(ActKind.MARK_SEEN, patient) as work:
        result = stored(work.record(patient), fact, Result)
        work.replace(fact, replace(result, seen_on=seen))
        return work.done()


def record_gate(desk: Desk, patient: PatientId, gate: Gate) -> Done:
    """R-START-1 Note when indication and contraindications were reviewed and the patient was informed."""
    entered(gate, "gate")
    for on in (gate.reviewed, gate.informed):
        happened("gate", on, desk.today())
    with desk.act(ActKind.RECORD_GATE, patient) as work:
        known = work.record(patient).patient
        work.update_patient(replace(known, course=replace(known.course, gate=gate)))
        return work.done()


def _possible(desk: Desk, result: Result) -> None:
    entered(result, "result")
    happened("result", result.on, desk.today())
    happened("seen_on", result.seen_on, desk.today())
    result_can_be(result)

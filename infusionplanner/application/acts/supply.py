"""Home treatment: training, prescription, and what the patient has at home."""

from dataclasses import replace
from datetime import date

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.recorded_facts import add_fact, stored
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import filled, happened
from infusionplanner.application.records import Done, FactId, PatientId
from infusionplanner.domain.patient import Discard, Dispensing, Prescription, StockCount, Training


def sign_training(desk: Desk, patient: PatientId, training: Training) -> Done:
    """R-HOME-1 Sign that the patient has been trained in self-injection."""
    filled(training.signed_by, "signed_by")
    return add_fact(desk, ActKind.SIGN_TRAINING, patient, training, training.on)


def issue_prescription(desk: Desk, patient: PatientId, prescription: Prescription) -> Done:
    """R-RX-1 Record an H-prescription and the doses that it authorises."""
    return add_fact(desk, ActKind.ISSUE_PRESCRIPTION, patient, prescription, prescription.issued_on)


def withdraw_prescription(desk: Desk, patient: PatientId, fact: FactId, on: date | None = None) -> Done:
    """R-RX-8 Record that a prescription was withdrawn, today unless ``on`` says otherwise."""
    withdrawn = on or desk.today()
    happened("withdrawn_on", withdrawn, desk.today())
    with desk.act(ActKind.WITHDRAW_PRESCRIPTION, patient) as work:
        prescription = stored(work.record(patient), fact, Prescription)
        work.replace(fact, replace(prescription, withdrawn_on=withdrawn))
        return work.done()


def record_dispensing(desk: Desk, patient: PatientId, dispensing: Dispensing) -> Done:
    """R-RX-4 Record doses that the pharmacy has handed out."""
    return add_fact(desk, ActKind.RECORD_DISPENSING, patient, dispensing, dispensing.on)


def discard_doses(desk: Desk, patient: PatientId, discard: Discard) -> Done:
    """R-HOME-8 Record doses that had to be thrown away at home; they leave the stock."""
    return add_fact(desk, ActKind.DISCARD_DOSES, patient, discard, discard.on)


def count_stock(desk: Desk, patient: PatientId, count: StockCount) -> Done:
    """R-RX-7 Record the syringes counted at home."""
    return add_fact(desk, ActKind.COUNT_STOCK, patient, count, count.on)

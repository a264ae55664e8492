"""Patients as persons: entering, editing, importing and handing out their record."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import patient_can_be
from infusionplanner.application.errors import (
    DuplicatePatientError,
    ImportRefusedError,
    InvalidActError,
    Problem,
    UnknownProtocolError,
)
from infusionplanner.application.ports import Reading
from infusionplanner.application.records import Done, PatientId
from infusionplanner.domain.patient import Patient


def add_patient(desk: Desk, patient: Patient) -> Done:
    """Enter a new patient with all that is known."""
    added = _tidy(patient)
    _possible(desk, added)
    with desk.act("add_patient", PatientId(added.id)) as work:
        work.add_patient(added)
        return work.done()


def edit_patient(desk: Desk, patient: Patient) -> Done:
    """Store changed single values: name, birth date, telephone, notes, brand, gate, bridging course; not the lists."""
    edited = _tidy(patient)
    with desk.act("edit_patient", PatientId(edited.id)) as work:
        stored = work.record(PatientId(edited.id)).patient
        kept = {name: getattr(stored.course, name) for name in _LISTS}
        own = {name: getattr(stored, name) for name in ("results", "exposures", "pregnancies")}
        whole = replace(edited, course=replace(edited.course, **kept), **own)
        _possible(desk, whole)
        work.update_patient(whole)
        return work.done()


def preview_import(desk: Desk, patients: Sequence[Patient]) -> tuple[Problem, ...]:
    """Return what is wrong with the patients of an import; nothing when all can be stored."""
    with desk.store.reading() as reading:
        return tuple(_problems(desk, reading, patients))


def import_patients(desk: Desk, patients: Sequence[Patient]) -> Done:
    """Store all patients in one act, or none. Raises ``ImportRefusedError`` with every problem."""
    with desk.act("import_patients") as work:
        if problems := tuple(_problems(desk, work, patients)):
            raise ImportRefusedError(problems)
        for patient in patients:
            work.add_patient(_tidy(patient))
        return work.done()


def export_patient(desk: Desk, patient: PatientId) -> Patient:
    """Return everything that is recorded of a patient, in the form of the patient file."""
    return desk.patient(patient)


_LISTS = (
    "regimens",
    "doses",
    "reactions_lifted",
    "training",
    "prescriptions",
    "dispensings",
    "discarded",
    "stock_counts",
    "appointments",
    "holds",
    "checklists",
)
"""Lists of a course, which have use cases of their own."""


def _problems(desk: Desk, reading: Reading, patients: Sequence[Patient]) -> Iterator[Problem]:
    ids: set[str] = set(reading.patient_ids())
    numbers = {known.national_id for known in reading.patients().values()}
    for index, patient in enumerate(map(_tidy, patients)):
        try:
            _possible(desk, patient)
            if patient.id in ids:
                raise DuplicatePatientError(patient.id)
            if patient.national_id is not None and patient.national_id in numbers:
                raise DuplicatePatientError(patient.id, field="national_id")
        except InvalidActError as error:
            yield Problem(index, patient.id, str(error))
        ids.add(patient.id)
        numbers.add(patient.national_id)


def _possible(desk: Desk, patient: Patient) -> None:
    if patient.course.protocol not in desk.protocols:
        raise UnknownProtocolError(patient.course.protocol)
    patient_can_be(patient, desk.today())


def _tidy(patient: Patient) -> Patient:
    """Return the patient with a blank number or telephone as unknown, so that two blanks are not the same number."""
    number = (patient.national_id or "").replace(" ", "") or None
    return replace(patient, national_id=number, phone=(patient.phone or "").strip() or None)

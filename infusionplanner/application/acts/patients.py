"""Patients as persons: entering, editing, importing and handing out their record."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

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


class ChangedMeanwhileError(InvalidActError):
    """Somebody else has changed the same value since it was shown."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(f"{field} has been changed by somebody else meanwhile. Look at the patient again, then edit.")


def add_patient(desk: Desk, patient: Patient) -> Done:
    """Enter a new patient with all that is known."""
    added = _tidy(patient)
    _possible(desk, added)
    with desk.act("add_patient", PatientId(added.id)) as work:
        work.add_patient(added)
        return work.done()


def edit_patient(desk: Desk, known: Patient, edited: Patient) -> Done:
    """Store the single values in which ``edited`` differs from ``known``, the patient as it was shown.

    They are name, birth date, numbers, language, notes, earlier immunosuppression and the bridging course; all else has
    use cases of its own. What somebody else has stored meanwhile is kept.

    Raises:
        ChangedMeanwhileError: Somebody else has stored another value in one of these fields.
    """
    before, after = _tidy(known), _tidy(edited)
    with desk.act("edit_patient", PatientId(after.id)) as work:
        stored = work.record(PatientId(after.id)).patient
        course = replace(stored.course, **_changes(stored.course, before.course, after.course, _OF_THE_COURSE))
        whole = replace(stored, course=course, **_changes(stored, before, after, _OF_THE_PERSON))
        _possible(desk, whole)
        work.update_patient(whole)
        return work.done()


def _changes(stored: object, before: object, after: object, names: Sequence[str]) -> dict[str, Any]:
    """Return the values that were changed, by field."""
    changed = {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}
    for name, value in changed.items():
        if getattr(stored, name) not in {getattr(before, name), value}:
            raise ChangedMeanwhileError(name)
    return changed


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


_OF_THE_PERSON = ("name", "birth_date", "national_id", "phone", "language", "notes")
_OF_THE_COURSE = ("prior_immunosuppression", "bridging")
"""The fields that are edited as they stand."""


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

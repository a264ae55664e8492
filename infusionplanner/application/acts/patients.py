"""Patients as persons: entering, editing, importing and handing out their record."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.judgement import Answers, keep_answers
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import change_can_be, patient_can_be
from infusionplanner.application.errors import (
    DuplicatePatientError,
    ImportProblem,
    ImportRefusedError,
    InvalidActError,
    RefusedError,
    UnknownProtocolError,
)
from infusionplanner.application.identity import (
    composed,
    identity_of,
    namesakes,
    national_id,
    questions,
    standard_number,
)
from infusionplanner.application.ports import Reading, Writing
from infusionplanner.application.records import Done, PatientId
from infusionplanner.domain.finding import Finding
from infusionplanner.domain.patient import Patient

Acknowledged = Collection[tuple[str, str]]
"""Findings that somebody has seen, by rule and key."""


def add_patient(desk: Desk, patient: Patient, *, acknowledged: Acknowledged = ()) -> Done:
    """Enter a new patient with all that is known.

    Raises:
        NationalIdError: The national id cannot be one.
        RefusedError: Something about the person is asked that is not among the ``acknowledged`` findings.
    """
    added = _tidy(patient)
    _possible(desk, added)
    with desk.act(ActKind.ADD_PATIENT, PatientId(added.id)) as work:
        asked = _questions(work, added)
        work.add_patient(added)
        _answer(desk, work, added, asked, acknowledged)
        return work.done()


def edit_patient(desk: Desk, known: Patient, edited: Patient, *, acknowledged: Acknowledged = ()) -> Done:
    """Store the single values in which ``edited`` differs from ``known``, the patient as it was shown.

    They are name, birth date, numbers, language, notes, earlier immunosuppression and the bridging course; all else has
    use cases of its own. What somebody else has stored in other fields is kept.

    Raises:
        NationalIdError: The national id is another than it was, and cannot be one.
        RefusedError: Something about the person is asked that was not so before, and is not ``acknowledged``.
    """
    before, after = _tidy(known), _tidy(edited)
    with desk.act(ActKind.EDIT_PATIENT, PatientId(after.id)) as work:
        stored = work.record(PatientId(after.id)).patient
        of_course = _changes(before.course, after.course, _OF_THE_COURSE)
        of_person = _changes(before, after, _OF_THE_PERSON)
        whole = replace(stored, course=replace(stored.course, **of_course), **of_person)
        change_can_be(whole, (*of_course, *of_person), desk.today())
        if "national_id" in of_person and whole.national_id is not None:
            national_id(whole.national_id)
        before_it = _questions(work, stored)
        work.update_patient(whole)
        _answer(desk, work, whole, [row for row in _questions(work, whole) if row not in before_it], acknowledged)
        return work.done()


def _changes(before: object, after: object, names: Sequence[str]) -> dict[str, Any]:
    """Return the values that were changed, by field."""
    return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}


def preview_import(desk: Desk, patients: Sequence[Patient]) -> tuple[ImportProblem, ...]:
    """Return what is wrong with the patients of an import, and what is asked; nothing when all can be stored."""
    with desk.store.reading() as reading:
        return tuple(_problems(desk, reading, patients))


def import_patients(desk: Desk, patients: Sequence[Patient], *, confirmed: bool = False) -> Done:
    """Store all patients in one act, or none.

    Args:
        desk: The desk.
        patients: Whom to store.
        confirmed: Whether somebody has looked at what is asked about them (``ImportProblem.is_question``).

    Raises:
        ImportRefusedError: With every problem.
    """
    with desk.act(ActKind.IMPORT_PATIENTS) as work:
        problems = [row for row in _problems(desk, work, patients) if not (confirmed and row.is_question)]
        if problems:
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


def _problems(desk: Desk, reading: Reading, patients: Sequence[Patient]) -> Iterator[ImportProblem]:
    known = reading.identities()
    ids: set[str] = {person.patient for person in known}
    numbers = {person.national_id for person in known}
    people = namesakes(known)
    for index, patient in enumerate(map(_tidy, patients)):
        person = identity_of(patient)
        try:
            _possible(desk, patient)
            if patient.id in ids:
                raise DuplicatePatientError(patient.id)
            if patient.national_id is not None and patient.national_id in numbers:
                raise DuplicatePatientError(patient.id, field="national_id")
        except InvalidActError as error:
            yield ImportProblem(index, patient.id, str(error), error=error)
        else:
            if asked := questions(person, people):
                refused = RefusedError(desk.today(), (), asked)
                yield ImportProblem(index, patient.id, str(refused), is_question=True, error=refused)
        ids.add(patient.id)
        numbers.add(patient.national_id)
        people |= namesakes([person])


def _questions(reading: Reading, patient: Patient) -> tuple[Finding, ...]:
    others = (person for person in reading.identities() if person.patient != patient.id)
    return questions(identity_of(patient), namesakes(others))


def _answer(desk: Desk, work: Writing, patient: Patient, asked: Sequence[Finding], answers: Acknowledged) -> None:
    """Keep the answers to what is asked about a person. Raises ``RefusedError`` while one is missing."""
    about = PatientId(patient.id), desk.today()
    _, left = keep_answers(desk, work, about, ((), asked), Answers(acknowledged=answers))
    if left:
        raise RefusedError(desk.today(), (), left)


def _possible(desk: Desk, patient: Patient) -> None:
    if patient.course.protocol not in desk.protocols:
        raise UnknownProtocolError(patient.course.protocol)
    if patient.national_id is not None:
        national_id(patient.national_id)
    patient_can_be(patient, desk.today())


def _tidy(patient: Patient) -> Patient:
    """Return the patient with composed letters, and a blank number or telephone as unknown."""
    number = standard_number(patient.national_id or "") or None
    return replace(composed(patient), national_id=number, phone=composed(patient.phone or "").strip() or None)

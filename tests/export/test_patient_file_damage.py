"""Whatever happens to a patient file, it is read or refused in a sentence; nothing else ever comes out."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from patient_documents import EXAMPLE, JSON, damaged
from strategies import TODAY, patients

from infusionplanner.domain.patient import Patient
from infusionplanner.export.patient_file import PatientFileError, dump_patient, read_patients


def read_or_refuse(text: str | bytes) -> None:
    """Read a text, or look at the sentence with which it is refused."""
    sentence = "Read."
    try:
        read_patients(text, source="file", today=TODAY)
    except PatientFileError as error:
        sentence = str(error)
    assert sentence.isprintable()
    assert sentence.endswith(".")


@settings(deadline=None)
@given(st.data())
def test_a_damaged_document_is_read_or_refused(data: st.DataObject) -> None:
    wrong = data.draw(damaged(EXAMPLE))
    read_or_refuse(json.dumps(wrong))


@settings(deadline=None, max_examples=30)
@given(patients(), st.data())
def test_any_damaged_patient_is_read_or_refused(patient: Patient, data: st.DataObject) -> None:
    read_or_refuse(json.dumps(data.draw(damaged(json.loads(dump_patient(patient))))))


@settings(deadline=None)
@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    read_or_refuse(json.dumps(value))


@given(st.one_of(st.text(st.characters()), st.binary()))
def test_any_text_is_read_or_refused(text: str | bytes) -> None:
    read_or_refuse(text)


@settings(deadline=None)
@given(st.integers(0), st.integers(0, 5), st.one_of(st.text(st.characters(), max_size=5), st.just("\n")))
def test_any_slip_in_the_text_is_read_or_refused(start: int, length: int, slip: str) -> None:
    text = json.dumps(EXAMPLE)
    start %= len(text)
    read_or_refuse(text[:start] + slip + text[start + length :])
    read_or_refuse(text[:start])

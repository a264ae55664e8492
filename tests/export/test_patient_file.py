"""Patient files that are as they should be: what is read, what is written, and that both are the same."""

import json
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from patient_documents import EXAMPLE, EXAMPLE_FILE
from strategies import TODAY, patients

from infusionplanner.domain.patient import (
    Checklist,
    Course,
    Dose,
    Patient,
    PersonName,
    Product,
    Regimen,
    ResultKind,
    Route,
    Setting,
)
from infusionplanner.export import json_text
from infusionplanner.export.patient_file import (
    PatientFileError,
    dump_patient,
    open_patients,
    read_patient,
    read_patients,
    write_patient,
)


@settings(deadline=None)
@given(patients())
def test_every_patient_comes_back_the_same(patient: Patient) -> None:
    assert read_patients(dump_patient(patient), source="file", today=TODAY) == (patient,)


def test_the_example_is_written_as_it_was_read() -> None:
    patient = read_patient(EXAMPLE, source="ex-01.json", today=TODAY)
    assert dump_patient(patient) == EXAMPLE_FILE.read_text(encoding="utf-8")


def test_the_example_is_read_in_full() -> None:
    patient = read_patient(EXAMPLE, source="ex-01.json")
    assert patient.id == "ex-01"
    assert patient.name == PersonName("Ingrid", "Eksempel")
    assert patient.birth_date == date(1991, 5, 2)
    assert patient.course.regimens == (Regimen(date(2026, 1, 5), Route.SC, 28, Setting.UNIT),)
    assert patient.course.doses[0].ended == time(10, 10)
    assert patient.course.doses[0].batches == ("AB123",)
    assert str(patient.pregnancies[0].gestational_age) == "5+0"
    assert [result.kind for result in patient.results] == list(ResultKind)


def test_what_is_absent_is_unknown() -> None:
    document = {"format": "infusionplanner.patient/1", "id": "ex-02", "course": {}}
    assert read_patient(document, source="ex-02.json") == Patient(id="ex-02")


def test_whole_numbers_may_be_written_as_other_programs_do() -> None:
    course = {"regimens": [{"from": "2026-01-05", "interval_days": 42.0}]}
    document = {
        "format": "infusionplanner.patient/1",
        "id": "ex-02",
        "course": course,
        "results": [{"kind": "edss", "on": "2026-01-05", "value": 2}],
    }
    patient = read_patient(document, source="ex-02.json")
    assert repr(patient.course.regimens[0].interval_days) == "42"
    assert repr(patient.results[0].value) == "2.0"


def test_checklists_are_written_when_there_are_any() -> None:
    patient = Patient("ex-03", Course(checklists=(Checklist(date(2026, 6, 15), date(2026, 6, 14), ("infection",)),)))
    document = write_patient(patient)
    assert document["course"] == write_patient(Patient("ex-03"))["course"] | {  # type: ignore[operator] # an object
        "checklists": [{"for": "2026-06-15", "answered_on": "2026-06-14", "yes": ["infection"]}]
    }
    assert read_patient(document, source="ex-03.json") == patient


def test_letters_are_written_as_they_are_read() -> None:
    patient = Patient("å", name=PersonName("Åse 💉", 'Ødegård "Æ"'), notes="a\n\tb")
    text = dump_patient(patient)
    assert '"given": "Åse 💉"' in text
    assert read_patients(text, source="file") == (patient,)


def test_times_are_written_to_the_minute() -> None:
    dose = Dose(date(2026, 1, 5), time=time(10, 5, 59), product=Product.TYRUKO)
    course: dict[str, Any] = json.loads(dump_patient(Patient("ex-04", Course(doses=(dose,)))))["course"]
    assert course["doses"][0]["time"] == "10:05"


def test_json_lines_hold_one_patient_each() -> None:
    other = {"format": "infusionplanner.patient/1", "id": "ex-05", "course": {}}
    text = f"{json.dumps(EXAMPLE)}\r\n\n{json.dumps(other)}\n"
    assert [patient.id for patient in read_patients(text, source="list.jsonl")] == ["ex-01", "ex-05"]


def test_line_separators_inside_a_text_do_not_end_a_line() -> None:
    written = [Patient(name, notes="before\u2028after\u2029") for name in ("ex-06", "ex-07")]
    text = "\n".join(json.dumps(write_patient(patient), ensure_ascii=False) for patient in written)
    assert read_patients(text, source="list.jsonl") == tuple(written)


def test_an_error_in_json_lines_names_the_line() -> None:
    good = json.dumps(write_patient(Patient("ex-08")))
    bad = json.dumps(write_patient(Patient("")))
    with pytest.raises(PatientFileError, match=r"^list\.jsonl, line 3: id is an empty text; write"):
        read_patients(f"{good}\n{good}\n{bad}\n", source="list.jsonl")


@pytest.mark.parametrize("encode", [str, lambda text: text.encode(), lambda text: text.encode("utf-8-sig")])
def test_texts_and_bytes_are_read_alike(encode: Callable[[str], str | bytes]) -> None:
    patient = Patient("ex-09", name=PersonName("Åse", "Ødegård"))
    assert read_patients(encode(dump_patient(patient)), source="file") == (patient,)


def test_files_are_read_by_their_name(tmp_path: Path) -> None:
    path = tmp_path / "ex-10.json"
    path.write_bytes(b"\xef\xbb\xbf" + dump_patient(Patient("ex-10")).encode())
    assert open_patients(path) == (Patient("ex-10"),)
    path.write_text("", encoding="utf-8")
    with pytest.raises(PatientFileError, match=r"^ex-10\.json: is empty;"):
        open_patients(path)


def test_a_file_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(PatientFileError) as error:
        open_patients(tmp_path / "ex-11.json")
    sentence = (
        f"{tmp_path / 'ex-11.json'}: cannot be opened (no such file or directory); check the name and the folder."
    )
    assert str(error.value) == sentence


def test_many_patients_may_be_larger_than_one_may(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps(write_patient(Patient("ex-12")))
    monkeypatch.setattr(json_text, "MAX_DOCUMENT", len(line))
    assert len(read_patients(f"{line}\n" * 3, source="list.jsonl")) == 3

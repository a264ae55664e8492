"""Texts that are no patient file: cut off, not JSON, too deep, too large, with keys written twice."""

import json

import pytest
from patient_documents import EXAMPLE

from infusionplanner.catalogue.wording import wording
from infusionplanner.domain.patient import Patient
from infusionplanner.export import json_text
from infusionplanner.export.patient_file import PatientFileError, dump_patient, read_patients

MEND = "put it right there, or write the file again with export."
ONE_EACH = "write one patient a file, or each patient on one line of its own."


def syntax(text: str | bytes) -> str:
    """Return the sentence that reading a text raises."""
    with pytest.raises(PatientFileError) as caught:
        read_patients(text, source="ex-01.json")
    assert caught.value.source == "ex-01.json"
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty; write a patient file with export, or choose another file."),
        ("\ufeff \n", "is empty; write a patient file with export, or choose another file."),
        (
            '{"format": "infusionplanner.patient/1",\n "id": "ex-0',
            "ends in the middle, at line 2, column 8; it was cut off: fetch the whole file again from where it came.",
        ),
        (
            '{"format": "infusionplanner.patient/1",\n ',
            "ends in the middle, at line 2, column 2; it was cut off: fetch the whole file again from where it came.",
        ),
        (
            '{"id": "ex-01", "course": nothing}',
            "is not JSON at line 1, column 27 (expecting value); " + MEND,
        ),
        (
            '{\n"id": "a\tb"}',
            "is not JSON at line 2, column 9 (invalid control character); " + MEND,
        ),
        (
            '{\n"id": "ex-01"}\n{\n"id": "ex-02"}\n',
            "goes on at line 3, column 1 after the end of the patient; " + ONE_EACH,
        ),
        ("[" * 100_000, "is nested far too deeply; check that it is a patient file."),
        ('{"id": ' + "1" * 5000 + "}", "holds a number of thousands of digits; check that it is a patient file."),
        (b'{"id": "\xe5"}', "is not UTF-8 text (byte 9); save it again with the encoding UTF-8."),
        (
            '{"id": "ex-01", "course": {}, "id": "ex-02"}',
            'id is written twice; keep one "id" and take the other out.',
        ),
        (
            '{"id": "ex-01", "results": [1, {"kind": "jcv", "on": "2026-01-02", "on": "2026-01-03"}], "phone": null}',
            'results[1].on is written twice; keep one "on" and take the other out.',
        ),
    ],
)
def test_a_broken_text_is_refused_with_its_place_and_the_way_out(text: str | bytes, sentence: str) -> None:
    assert syntax(text) == f"ex-01.json: {sentence}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "er tom; skriv en pasientfil med export, eller velg en annen fil."),
        (
            '{"format": "infusionplanner.patient/1",\n "id": "ex-0',
            "slutter midt i, i linje 2, kolonne 8; noe av filen mangler: Hent hele filen på nytt derfra den kom.",
        ),
        (
            '{"id": "ex-01", "course": nothing}',
            "er ikke JSON i linje 1, kolonne 27; rett det der, eller skriv filen på nytt med export.",
        ),
        (
            '{"id": "ex-01", "course": {}, "id": "ex-02"}',
            'id står to ganger; behold én "id" og ta ut den andre.',
        ),
        (b'{"id": "\xe5"}', "er ikke tekst i UTF-8 (byte 9); lagre den på nytt med tegnkodingen UTF-8."),
    ],
)
def test_a_broken_text_is_told_in_bokmal(text: str | bytes, said: str) -> None:
    with pytest.raises(PatientFileError) as caught:
        read_patients(text, source="standard input")
    assert wording("nb").error(caught.value) == f"standard inndata: {said}"


def test_a_broken_line_of_json_lines_is_named() -> None:
    line = json.dumps(EXAMPLE)
    with pytest.raises(PatientFileError) as caught:
        read_patients(f"{line}\n{line[:200]}\n", source="list.jsonl")
    assert wording("nb").error(caught.value) == (
        "list.jsonl, linje 2: slutter midt i, i kolonne 201; "
        "noe av filen mangler: Hent hele filen på nytt derfra den kom."
    )
    assert str(caught.value) == (
        "list.jsonl, line 2: ends in the middle, at column 201; "
        "it was cut off: fetch the whole file again from where it came."
    )


def test_a_line_that_is_no_patient_ends_the_list() -> None:
    line = json.dumps(EXAMPLE)
    assert "goes on at line 2, column 1 after the end of the patient" in syntax(f"{line}\nthat was all\n")


def test_a_huge_document_is_refused() -> None:
    text = dump_patient(Patient("ex-02")) + " " * json_text.MAX_DOCUMENT
    assert syntax(text) == (
        "ex-01.json: holds more than 20 MB for one patient; check that it is a patient file, "
        "which is a thousand times smaller."
    )


def test_a_huge_text_is_refused_before_it_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MAX_TEXT", 1_000_000)
    assert syntax(b"\n" * 1_000_001).startswith("ex-01.json: holds more than 1 MB; check that it is a patient file")


def test_a_file_of_any_name_is_named_in_print() -> None:
    with pytest.raises(PatientFileError) as caught:
        read_patients("", source="a\u202eb\udcff.json")
    assert str(caught.value).startswith(r"a\u202eb\udcff.json: is empty;")

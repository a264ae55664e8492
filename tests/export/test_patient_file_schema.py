"""The JSON Schema of patient files says what the reader does, as far as a schema can say it."""

import json
import re
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from patient_documents import BAD_FIELDS, EXAMPLE, changed, damaged
from strategies import patients

from infusionplanner.application.bounds import RULES, NumberRule
from infusionplanner.domain.patient import GestationalAge, Patient
from infusionplanner.export.encoding import file_key
from infusionplanner.export.patient_file import FORMAT, PatientFileError, read_patient, write_patient
from infusionplanner_resources import resource

SCHEMA: dict[str, Any] = json.loads(resource("schemas", "patient-1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())

BEYOND_SCHEMA = re.compile(
    r"course\.doses\[\d+\]\.on is [0-9-]+, (as is the dose before it|before the dose above it)"
    r"|course\.doses\[\d+\]\.ended is [0-9:]+, before the dose began"
    r"|birth_date is [0-9-]+, after the first dose"
)
"""What a schema cannot say: facts that contradict each other."""


def refusal(document: object) -> str | None:
    """Return the sentence with which the reader refuses a document, without its beginning."""
    try:
        read_patient(document, source="file")
    except PatientFileError as error:
        return str(error).removeprefix("file: ")
    return None


def agree(document: object) -> None:
    """Check that reader and schema say the same of a document."""
    sentence = refusal(document)
    if sentence is None or BEYOND_SCHEMA.match(sentence):
        assert [error.message for error in VALIDATOR.iter_errors(document)] == []
    else:
        assert not VALIDATOR.is_valid(document), sentence


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """Follow references, and the first of two branches, to what describes a value."""
    while True:
        if "$ref" in schema:
            schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        elif "anyOf" in schema:
            schema = schema["anyOf"][0]
        else:
            return schema


def described(cls: type, schema: dict[str, Any]) -> list[tuple[type, dict[str, Any]]]:
    """Return the dataclasses below ``cls``, each with the part of the schema that describes it."""
    found = [(cls, schema)]
    for name, hint in get_type_hints(cls).items():
        for arm in (hint, *get_args(hint)):
            if isinstance(arm, type) and is_dataclass(arm) and arm is not GestationalAge:
                part = resolved(schema["properties"][file_key(name)])
                found += described(arm, resolved(part["items"]) if "items" in part else part)
    return found


DESCRIBED = described(Patient, SCHEMA)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["format"] == {"const": FORMAT}


@pytest.mark.parametrize(("cls", "schema"), DESCRIBED, ids=[cls.__name__ for cls, _ in DESCRIBED])
def test_the_schema_knows_every_field_and_no_other(cls: type, schema: dict[str, Any]) -> None:
    own = {"format"} if cls is Patient else set()
    assert set(schema["properties"]) == {file_key(field.name) for field in fields(cls)} | own
    needed = {file_key(f.name) for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING}
    assert set(schema.get("required", ())) == needed | (own and {"format", "course"})
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize(("cls", "schema"), DESCRIBED, ids=[cls.__name__ for cls, _ in DESCRIBED])
def test_the_schema_has_the_readers_bounds(cls: type, schema: dict[str, Any]) -> None:
    rules = {name: rule for (owner, name), rule in RULES.items() if owner is cls and isinstance(rule, NumberRule)}
    bounds = {name: resolved(schema["properties"][name]) for name in rules}
    assert {name: (part["minimum"], part["maximum"]) for name, part in bounds.items()} == {
        name: (rule.low, rule.high) for name, rule in rules.items()
    }


def test_the_example_is_valid() -> None:
    assert VALIDATOR.is_valid(EXAMPLE)
    assert VALIDATOR.is_valid({"format": FORMAT, "id": "ex-02", "course": {}})


@settings(deadline=None, max_examples=50)
@given(patients())
def test_every_patient_is_valid(patient: Patient) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(write_patient(patient))] == []


@pytest.mark.parametrize(("path", "value", "sentence"), BAD_FIELDS, ids=[row[0][:40] for row in BAD_FIELDS])
def test_reader_and_schema_refuse_the_same_fields(path: str, value: object, sentence: str) -> None:
    document = changed(path, value)
    assert sentence in (refusal(document) or "")
    # What JSON has no number for: NaN is in no order, and jsonschema cannot name numbers of thousands of digits.
    if not isinstance(value, int | float) or abs(value) < 10**18 or value == float("inf"):
        agree(document)


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_reader_and_schema_say_the_same_of_any_damage(data: st.DataObject) -> None:
    document = data.draw(damaged(EXAMPLE))
    text = json.dumps(document)
    assume("NaN" not in text)
    assume("Infinity" not in text)
    agree(document)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("notes", "a\n\tb"),
        ("notes", "a" * 20_000),
        ("name.given", "a" * 500),
        ("name.given", ""),
        ("id", "a" * 100),
        ("id", "a:b*c?"),
        ("birth_date", "1900-01-01"),
        ("course.holds[0].from", "2200-12-31"),
        ("course.regimens[0].interval_days", 7),
        ("course.regimens[0].interval_days", 365),
        ("course.regimens[0].interval_days", 42.0),
        ("course.doses[0].ended", "10:05"),
        ("course.doses[0].mg", None),
        ("pregnancies[0].gestational_age", "43+6"),
        ("results[2].index", None),
        ("results[4].value", 10),
        ("results[2].seen_on", "2026-07-06"),
    ],
)
def test_what_is_just_possible_is_read(path: str, value: object) -> None:
    document = changed(path, value)
    assert refusal(document) is None
    agree(document)

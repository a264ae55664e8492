"""Patient files with a wrong field: each is refused in one sentence that names the file, the field and the way out."""

from datetime import date

import pytest
from patient_documents import BAD_FIELDS, changed

from infusionplanner.application.errors import PlannerError
from infusionplanner.export.patient_file import PatientFileError, read_patient

FUTURE_FACTS: list[tuple[str, object]] = [
    ("course.doses[1].on", "2026-11-24"),
    ("course.reactions_lifted[0].on", "2026-11-24"),
    ("course.dispensings[0].on", "2026-11-24"),
    ("course.discarded[0].on", "2026-11-24"),
    ("course.stock_counts[0].on", "2026-11-24"),
    ("results[0].on", "2026-11-24"),
    ("results[1].seen_on", "2026-11-24"),
    ("pregnancies[0].recorded_on", "2026-11-24"),
    ("pregnancies[0].birth_on", "2026-11-24"),
]


def refusal(document: object, today: date | None = None) -> PatientFileError:
    """Return the error that reading a document raises."""
    with pytest.raises(PatientFileError) as caught:
        read_patient(document, source="ex-01.json", today=today)
    return caught.value


@pytest.mark.parametrize(("path", "value", "sentence"), BAD_FIELDS, ids=[row[0][:40] for row in BAD_FIELDS])
def test_a_bad_field_is_refused_with_its_place_and_the_way_out(path: str, value: object, sentence: str) -> None:
    error = refusal(changed(path, value))
    assert sentence in str(error)
    assert str(error).startswith(f"ex-01.json: {error.path} ")
    assert len(str(error)) < 400
    assert str(error).isprintable()
    if len(path) < 40:
        assert error.path == path.replace("\n", r"\n")


@pytest.mark.parametrize(("path", "day"), FUTURE_FACTS, ids=[path for path, _ in FUTURE_FACTS])
def test_what_is_recorded_has_happened(path: str, day: object) -> None:
    document = changed(path, day)
    assert str(refusal(document, date(2026, 11, 23))) == (
        f"ex-01.json: {path} is 2026-11-24, which is after 2026-11-23, the day taken as today; "
        "correct the date, or leave out what has not happened yet."
    )
    read_patient(document, source="ex-01.json", today=date(2026, 11, 24))
    read_patient(document, source="ex-01.json")


def test_a_birth_in_the_future_is_refused() -> None:
    document = {"format": "infusionplanner.patient/1", "id": "ex-02", "course": {}, "birth_date": "2026-11-24"}
    assert refusal(document, date(2026, 11, 23)).path == "birth_date"


def test_a_checklist_is_answered_before_today() -> None:
    checklist = {"for": "2026-12-14", "answered_on": "2026-11-24"}
    error = refusal(changed("course.checklists", [checklist]), date(2026, 11, 23))
    assert error.path == "course.checklists[0].answered_on"


def test_a_result_is_seen_when_it_is_taken_or_later() -> None:
    error = refusal(changed("results", [{"kind": "bloods", "on": "2026-11-20", "seen_on": "2026-11-19"}]))
    assert (error.path, error.what) == ("results[0].seen_on", "is 2026-11-19, which cannot be before 2026-11-20")
    assert error.way_out == "correct one of the two dates"


def test_the_error_holds_its_parts() -> None:
    error = refusal(changed("course.doses[0].on", "2026-02-30"))
    assert isinstance(error, PlannerError)
    assert (error.source, error.path) == ("ex-01.json", "course.doses[0].on")
    assert error.what == 'is "2026-02-30", a day that does not exist'
    assert error.way_out == "write year-month-day, such as 2026-11-23"
    assert str(error) == f"ex-01.json: course.doses[0].on {error.what}; {error.way_out}."


@pytest.mark.parametrize("document", [None, [], "x", 3, True])
def test_a_document_that_is_no_object_is_refused(document: object) -> None:
    assert str(refusal(document)).endswith(", not the object of one patient; write one patient a file, or one a line.")

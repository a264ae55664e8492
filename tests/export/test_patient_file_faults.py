"""Patient files with a wrong field: each is refused in one sentence that names the file, the field and the way out."""

from datetime import date

import pytest
from patient_documents import BAD_FIELDS, GONE, changed

from infusionplanner.application.errors import PlannerError
from infusionplanner.catalogue.wording import wording
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


@pytest.mark.parametrize(("path", "value", "sentence"), BAD_FIELDS, ids=[row[0][:40] for row in BAD_FIELDS])
def test_every_fault_of_a_field_has_a_sentence_in_both_languages(path: str, value: object, sentence: str) -> None:
    error = refusal(changed(path, value))
    in_bokmal, in_english = wording("nb").error(error), wording("en").error(error)
    assert in_bokmal.startswith(f"ex-01.json: {error.path} ")
    assert in_bokmal.removeprefix(f"ex-01.json: {error.path} ").split()[0] in {
        "er",
        "har",
        "mangler",
        "mangler;",
        "hører",
    }
    assert sentence in in_english
    assert "patient_file" not in in_bokmal


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (
            "course.doses[0].on",
            "2026-02-30",
            'course.doses[0].on er "2026-02-30", en dag som ikke finnes; skriv år-måned-dag, som 2026-11-23.',
        ),
        (
            "phnoe",
            "1",
            'phnoe er ikke noe felt i dette formatet; skriv "phone" hvis det var det som var ment, eller ta det ut.',
        ),
        ("course", [], "course er en liste, ikke et objekt; skriv det som felt i krøllparenteser."),
        (
            "course.doses",
            None,
            "course.doses er null, ikke en liste; skriv det i hakeparenteser, [] når det ikke er noe.",
        ),
        ("course", GONE, 'course mangler; legg til "course": {} når ingenting er kjent om behandlingen.'),
        (
            "course.product",
            "aspirin",
            'course.product er "aspirin", som ikke er kjent her; skriv en av tysabri, tyruko eller null.',
        ),
        (
            "course.doses[1].on",
            "2026-01-05",
            "course.doses[1].on er 2026-01-05, samme dag som dosen før; behold én dose per dag, eller rett datoen.",
        ),
        (
            "course.doses[0].mg",
            10**30,
            (
                "course.doses[0].mg er et tall som er for langt til å vises, utenfor det mulige; "
                "skriv et helt tall fra 1 til 2000."
            ),
        ),
        (
            "course.earlier_doses",
            {"total": 3, "sc": 2, "iv": 2},
            (
                "course.earlier_doses.total er 3, men sc og iv er 4 til sammen; "
                "rett ett av tallene, eller utelat det som ikke er kjent."
            ),
        ),
        (
            "earlier_courses",
            [{"doses": [{"on": "2020-01-06"}]}],
            "earlier_courses[0].stop mangler; skriv når og hvorfor behandlingsforløpet tok slutt.",
        ),
        (
            "earlier_courses",
            [{"doses": [{"on": "2026-01-05"}], "stop": {"on": "2026-01-06", "reason": "other"}}],
            (
                "course.doses[0].on er 2026-01-05, men behandlingsforløpet før varer til 2026-01-05; "
                "før opp forløpene i rekkefølge, det eldste først."
            ),
        ),
        (
            "pregnancies",
            [{"recorded_on": "2026-01-05", "birth_on": "2026-08-01", "ended_on": "2026-08-02"}],
            (
                "pregnancies[0].ended_on er 2026-08-02, men det er også registrert en fødsel (2026-08-01); "
                "behold en av de to."
            ),
        ),
    ],
)
def test_a_nurse_reads_file_field_and_way_out_in_bokmal(path: str, value: object, said: str) -> None:
    assert wording("nb").error(refusal(changed(path, value))) == f"ex-01.json: {said}"


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
    assert str(error) == (
        "ex-01.json: results[0].seen_on is 2026-11-19, which cannot be before 2026-11-20; correct one of the two dates."
    )


def test_the_error_holds_its_parts() -> None:
    error = refusal(changed("course.doses[0].on", "2026-02-30"))
    assert isinstance(error, PlannerError)
    assert (error.source, error.path) == ("ex-01.json", "course.doses[0].on")
    assert (error.fault.key, error.fault.facts) == ("patient_file_no_day", {"found": '"2026-02-30"'})
    assert str(error) == (
        'ex-01.json: course.doses[0].on is "2026-02-30", a day that does not exist; '
        "write year-month-day, such as 2026-11-23."
    )


@pytest.mark.parametrize("document", [None, [], "x", 3, True])
def test_a_document_that_is_no_object_is_refused(document: object) -> None:
    assert str(refusal(document)).endswith(", not the object of one patient; write one patient a file, or one a line.")

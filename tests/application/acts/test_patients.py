"""Patients are entered, edited, imported all or none, and handed out as they are."""

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from builders import d, dose, jcv, patient, result, series
from desks import INGRID, OLA, SIX_DOSES, TODAY, Bench
from hypothesis import given
from strategies import TODAY as STRATEGY_TODAY
from strategies import patients

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.doses import correct_dose
from infusionplanner.application.acts.orders import stop_treatment
from infusionplanner.application.acts.patients import (
    add_patient,
    edit_patient,
    export_patient,
    import_patients,
    preview_import,
)
from infusionplanner.application.acts.results import remove_result
from infusionplanner.application.entries import EdssError, patient_can_be
from infusionplanner.application.errors import (
    AmountError,
    ControlCharacterError,
    DateInFutureError,
    DateOrderError,
    DoseBeforeBirthError,
    DoseInFutureError,
    DosesOutOfOrderError,
    DuplicateDoseError,
    DuplicatePatientError,
    EmptyFieldError,
    ForbiddenCharacterError,
    ImportProblem,
    ImportRefusedError,
    InvalidActError,
    RefusedError,
    TextTooLongError,
    UnknownPatientError,
    UnknownProtocolError,
)
from infusionplanner.application.identity import NationalIdError
from infusionplanner.application.journal import StaleError
from infusionplanner.application.records import PatientId
from infusionplanner.application.views.overview import Overview
from infusionplanner.domain.finding import Level
from infusionplanner.domain.patient import (
    Bridging,
    Course,
    Dispensing,
    EarlierDoses,
    Gate,
    Patient,
    PersonName,
    Pregnancy,
    Regimen,
    Result,
    ResultKind,
    Stop,
    StopReason,
)

KARI = Patient("kari", name=PersonName("Kari", "Prøve"), national_id="018591 22228", phone=" 900 00 000 ")
TIDY = replace(KARI, national_id="01859122228", phone="900 00 000")


def with_course(**fields: object) -> Patient:
    return replace(KARI, course=Course(**fields))  # type: ignore[arg-type] # fields of the course


def test_a_patient_is_entered_and_handed_out(bench: Bench) -> None:
    add_patient(bench.desk, KARI)
    assert export_patient(bench.desk, PatientId("kari")) == TIDY


def test_blank_numbers_are_unknown_numbers(bench: Bench) -> None:
    add_patient(bench.desk, Patient("a", national_id=" ", phone=""))
    add_patient(bench.desk, Patient("b", national_id=""))
    assert bench.patient(PatientId("a")) == Patient("a")


def test_single_values_are_edited_and_lists_are_not(bench: Bench) -> None:
    before = bench.patient()
    edited = replace(
        before, phone="911 11 111", course=replace(before.course, prior_immunosuppression=True, doses=()), results=()
    )
    edit_patient(bench.desk, before, edited)
    after = bench.patient()
    assert (after.phone, after.course.prior_immunosuppression, after.course.doses) == ("911 11 111", True, SIX_DOSES)
    with pytest.raises(UnknownPatientError):
        edit_patient(bench.desk, Patient("nobody"), Patient("nobody", phone="911 11 111"))


def test_an_edit_keeps_what_others_stored_meanwhile(bench: Bench) -> None:
    shown = bench.patient()
    stop_treatment(bench.desk.signed("BB"), INGRID, Stop(TODAY, StopReason.PATIENT_WISH))
    edit_patient(bench.desk.signed("BB"), shown, replace(shown, notes="Ring før kl. 14."))
    edit_patient(bench.desk, shown, replace(shown, phone="911 11 111"))
    after = bench.patient()
    assert (after.phone, after.notes) == ("911 11 111", "Ring før kl. 14.")
    assert after.course.stop == Stop(TODAY, StopReason.PATIENT_WISH)


def test_an_edit_of_what_somebody_else_changed_is_refused(bench: Bench) -> None:
    shown, desk = bench.patient(), bench.desk.based_on(bench.record().revision)
    edit_patient(bench.desk.signed("BB"), shown, replace(shown, phone="922 22 222"))
    edit_patient(desk, shown, replace(shown, phone="922 22 222"))
    with pytest.raises(StaleError, match=r"^BB has changed the same meanwhile, at 08:00 \(phone\)") as refused:
        edit_patient(desk, shown, replace(shown, phone="933 33 333", notes="Ring før kl. 14."))
    assert [change.new for change in (*refused.value.theirs, *refused.value.ours)] == ["922 22 222", "933 33 333"]
    assert (bench.patient().phone, bench.patient().notes) == ("922 22 222", shown.notes)


@pytest.mark.parametrize(
    ("wrong", "error", "sentence"),
    [
        (replace(KARI, id=" "), EmptyFieldError, "id is empty"),
        (
            replace(KARI, name=PersonName("K" * 501, "")),
            TextTooLongError,
            r"name\.given has 501 characters; at most 500",
        ),
        (replace(KARI, notes="x" * 20_001), TextTooLongError, "notes has 20001 characters; at most 20000"),
        (replace(KARI, name=PersonName("K\nari", "")), ControlCharacterError, r"name\.given holds .* U\+000A"),
        (replace(KARI, notes="\x9b"), ControlCharacterError, r"U\+009B"),
        (replace(KARI, notes="\ud800"), ControlCharacterError, r"U\+D800"),
        (with_course(protocol="aspirin"), UnknownProtocolError, "no protocol 'aspirin'"),
        (with_course(doses=(dose("2026-11-24"),)), DoseInFutureError, "2026-11-24"),
        (with_course(doses=series("2026-10-26", 2, every=0)), DuplicateDoseError, "2026-10-26"),
        (
            with_course(doses=series("2026-10-26", 2, every=-28)),
            DosesOutOfOrderError,
            "2026-09-28 stands after 2026-10",
        ),
        (with_course(dispensings=(Dispensing(d("2026-11-24"), 3),)), DateInFutureError, r"course\.dispensings\.0\.on"),
        (
            with_course(earlier_doses=EarlierDoses(6, 0, d("2026-01-01"), d("2026-12-01"), "Nordby sykehus")),
            DateInFutureError,
            r"course\.earlier_doses\.last_on: 2026-12-01",
        ),
        (with_course(gate=Gate(reviewed=d("2026-11-24"))), DateInFutureError, r"course\.gate\.reviewed"),
        (
            with_course(earlier_doses=EarlierDoses(6, 0, d("2026-03-01"), d("2026-02-01"), "Nordby sykehus")),
            DateOrderError,
            r"earlier_doses\.last_on is 2026-02-01, which cannot be before 2026-03-01",
        ),
        (
            replace(KARI, results=(result("bloods", "2026-11-20", seen_on=d("2026-11-19")),)),
            DateOrderError,
            r"results\.0\.seen_on is 2026-11-19",
        ),
        (
            replace(KARI, pregnancies=(Pregnancy(d("2026-11-01"), birth_on=d("2025-12-27")),)),
            DateOrderError,
            r"pregnancies\.0\.birth_on is 2025-12-27, which cannot be before 2025-12-28",
        ),
        (replace(KARI, results=(jcv("2026-11-24"),)), DateInFutureError, r"results\.0\.on: 2026-11-24"),
        (replace(KARI, results=(result("edss", "2026-11-20", value=11),)), EdssError, r"results\[0\]\.value is 11"),
        (replace(KARI, id="a/b"), ForbiddenCharacterError, "id holds '/'"),
        (replace(KARI, id=".."), ForbiddenCharacterError, "id holds '..'"),
        (
            with_course(regimens=(Regimen(d("2026-11-24"), interval_days=-28),)),
            InvalidActError,
            r"regimens\[0\]\.interval",
        ),
    ],
)
def test_what_cannot_be_is_not_entered(bench: Bench, wrong: Patient, error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        add_patient(bench.desk, wrong)
    with bench.desk.store.reading() as reading:
        assert reading.patient_ids() == (INGRID,)


def test_a_national_id_that_can_be_none_is_refused_and_one_that_is_stored_stays(bench: Bench) -> None:
    with pytest.raises(NationalIdError, match=r"^'01859122229' is no national id\. Its control figures do not fit"):
        add_patient(bench.desk, replace(KARI, national_id="01859122229"))
    stored = Patient("old", national_id="12345")
    with bench.desk.act(ActKind.ADD_PATIENT, PatientId("old")) as work:
        work.add_patient(stored)
    edit_patient(bench.desk, stored, replace(stored, phone="911 11 111"))
    with pytest.raises(NationalIdError, match="It has eleven figures"):
        edit_patient(bench.desk, stored, replace(stored, national_id="123456"))
    assert bench.patient(PatientId("old")) == replace(stored, phone="911 11 111")


def test_a_second_patient_of_one_name_and_birth_date_is_asked_about_and_the_answer_is_kept(bench: Bench) -> None:
    born = d("1991-05-01")
    add_patient(bench.desk, replace(KARI, birth_date=born))
    twin = replace(KARI, id="twin", national_id=None, birth_date=born)
    with pytest.raises(RefusedError) as refused:
        add_patient(bench.desk, twin)
    assert [row.key for row in refused.value.warnings] == ["identity.same_person"]
    with bench.desk.store.reading() as reading:
        assert PatientId("twin") not in reading.patient_ids()
    add_patient(bench.desk, twin, acknowledged=[("", "identity.same_person")])
    with bench.desk.store.reading() as reading:
        (seen,) = reading.acknowledgements(PatientId("twin"))
    assert (seen.key, seen.for_date) == ("identity.same_person", TODAY)


def test_an_edit_asks_about_what_is_new_only(bench: Bench) -> None:
    odd = replace(KARI, birth_date=d("1991-01-05"))
    add_patient(bench.desk, odd, acknowledged=[("", "identity.birth_date")])
    edit_patient(bench.desk, odd, replace(odd, phone="911 11 111"))
    before = bench.patient(PatientId("kari"))
    with pytest.raises(RefusedError):
        edit_patient(bench.desk, before, replace(before, birth_date=d("1991-01-06")))
    edit_patient(bench.desk, before, replace(before, birth_date=d("1991-05-01")))


def test_names_are_kept_in_composed_letters(bench: Bench) -> None:
    add_patient(bench.desk, Patient("a", name=PersonName(unicodedata.normalize("NFD", "Åse"), "Moen")))
    assert bench.patient(PatientId("a")).name == PersonName("Åse", "Moen")


def test_notes_may_have_lines(bench: Bench) -> None:
    add_patient(bench.desk, replace(KARI, notes="Ringer.\n\tKommer."))
    assert bench.patient(PatientId("kari")).notes == "Ringer.\n\tKommer."


def test_nobody_is_entered_twice(bench: Bench) -> None:
    add_patient(bench.desk, KARI)
    with pytest.raises(DuplicatePatientError, match="already has this national_id"):
        add_patient(bench.desk, replace(KARI, id="kari-2", national_id="018591-22228"))


class TestImport:
    """All or none."""

    def test_all_are_stored_in_one_act(self, bench: Bench) -> None:
        two = (KARI, replace(patient(SIX_DOSES), id=OLA))
        assert preview_import(bench.desk, two) == ()
        done = import_patients(bench.desk, two)
        assert done.patients == {PatientId("kari"), OLA}
        assert bench.patient(OLA) == two[1]

    def test_one_that_cannot_be_stored_keeps_all_out_and_every_problem_is_told(self, bench: Bench) -> None:
        wrong = (
            KARI,
            replace(patient(SIX_DOSES), id=INGRID),
            replace(KARI, id="kari-2"),
            Patient("ola", course=Course(protocol="aspirin")),
        )
        problems = preview_import(bench.desk, wrong)
        assert [(problem.index, problem.patient) for problem in problems] == [
            (1, "ingrid"),
            (2, "kari-2"),
            (3, "ola"),
        ]
        with pytest.raises(ImportRefusedError) as refused:
            import_patients(bench.desk, wrong)
        assert refused.value.problems == problems
        assert str(refused.value).splitlines() == [
            "Nothing was imported; 3 to correct.",
            "Patient 2 (ingrid): Patient 'ingrid': another patient already has this id. Open that patient instead.",
            f"Patient 3 (kari-2): {DuplicatePatientError('kari-2', 'national_id')}",
            "Patient 4 (ola): There is no protocol 'aspirin'. Correct the name, or install a version that has it.",
        ]
        with bench.desk.store.reading() as reading:
            assert reading.patient_ids() == (INGRID,)

    def test_what_is_asked_about_is_told_and_can_be_confirmed(self, bench: Bench) -> None:
        born = d("1991-05-01")
        twins = (replace(KARI, birth_date=born), replace(KARI, id="twin", national_id=None, birth_date=born))
        (asked,) = preview_import(bench.desk, twins)
        assert (asked.index, asked.is_question) == (1, True)
        with pytest.raises(ImportRefusedError):
            import_patients(bench.desk, twins)
        assert len(import_patients(bench.desk, twins, confirmed=True).patients) == 2
        with pytest.raises(ImportRefusedError):
            import_patients(bench.desk, twins, confirmed=True)

    def test_a_patient_twice_in_one_import_is_told(self, bench: Bench) -> None:
        (problem,) = preview_import(bench.desk, (KARI, replace(KARI, national_id=None)))
        assert problem == ImportProblem(1, "kari", str(DuplicatePatientError("kari")))


@given(patients())
def test_what_a_patient_file_may_hold_can_be_stored(patient_file: Patient) -> None:
    patient_can_be(patient_file, STRATEGY_TODAY)


def test_a_telephone_number_is_corrected_beside_a_dose_that_is_dated_in_the_future(bench: Bench) -> None:
    """The clock of another machine ran two months ahead when the last dose was recorded there."""
    with bench.desk.act(ActKind.RECORD_DOSE, INGRID) as work:
        work.add(INGRID, dose("2027-01-25"))
        work.add(INGRID, Result(ResultKind.BLOODS, d("2027-01-20")))
    shown = bench.patient()
    edit_patient(bench.desk, shown, replace(shown, phone="911 11 111", notes="Ringer fra utlandet"))
    assert bench.patient().phone == "911 11 111"
    found = [row for row in Overview.of(bench.desk).plans[INGRID].findings if row.key == "recorded.in_future"]
    assert [(row.level, dict(row.facts)) for row in found] == [(Level.TASK, {"day": d("2027-01-20"), "number": 2})]
    record = bench.record()
    correct_dose(bench.desk, INGRID, record.ids["doses"][-1], dose("2026-11-23"))
    remove_result(bench.desk, INGRID, record.ids["results"][-1])
    assert "recorded.in_future" not in {row.key for row in Overview.of(bench.desk).plans[INGRID].findings}


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"birth_date": d("2027-01-01")}, DateInFutureError),
        ({"birth_date": d("2026-06-09")}, DoseBeforeBirthError),
        ({"phone": "9" * 501}, TextTooLongError),
        ({"birth_date": d("1890-01-01")}, AmountError),
    ],
)
def test_what_is_changed_is_judged(bench: Bench, changed: dict[str, Any], error: type[Exception]) -> None:
    shown = bench.patient()
    with pytest.raises(error):
        edit_patient(bench.desk, shown, replace(shown, **changed))


def test_the_bridging_course_is_judged_as_it_is_changed(bench: Bench) -> None:
    shown = bench.patient()
    course = replace(shown.course, bridging=Bridging(0), prior_immunosuppression=True)
    with pytest.raises(AmountError):
        edit_patient(bench.desk, shown, replace(shown, course=course))
    edit_patient(bench.desk, shown, replace(shown, birth_date=None))
    assert bench.patient().birth_date is None

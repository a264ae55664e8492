"""Home treatment: what is signed, issued, handed out, counted, thrown away and answered."""

from datetime import date

import pytest
from builders import d
from desks import INGRID, TODAY, Bench

from infusionplanner.application.acts.checklists import answer_checklist
from infusionplanner.application.acts.supply import (
    count_stock,
    discard_doses,
    issue_prescription,
    record_dispensing,
    sign_training,
    withdraw_prescription,
)
from infusionplanner.application.errors import (
    AmountError,
    DateInFutureError,
    EmptyFieldError,
    UnknownFactError,
    UnknownPatientError,
    UnknownQuestionError,
)
from infusionplanner.application.records import FactId, PatientId
from infusionplanner.domain.patient import (
    Checklist,
    Discard,
    Dispensing,
    Hold,
    HoldKind,
    Prescription,
    StockCount,
    Training,
)

TOMORROW = d("2026-11-24")


def test_supply_is_recorded(bench: Bench) -> None:
    sign_training(bench.desk, INGRID, Training(TODAY, "A. Dahl"))
    issue_prescription(bench.desk, INGRID, Prescription(TODAY, 13))
    issue_prescription(bench.desk, INGRID, Prescription(TODAY))
    record_dispensing(bench.desk, INGRID, Dispensing(TODAY, 3))
    discard_doses(bench.desk, INGRID, Discard(TODAY, 1, "romtemperatur"))
    count_stock(bench.desk, INGRID, StockCount(TODAY, 4))
    course = bench.course()
    assert course.training == (Training(TODAY, "A. Dahl"),)
    assert course.prescriptions == (Prescription(TODAY, 13), Prescription(TODAY))
    assert course.dispensings == (Dispensing(TODAY, 3),)
    assert course.discarded == (Discard(TODAY, 1, "romtemperatur"),)
    assert course.stock_counts == (StockCount(TODAY, 4),)


def test_nothing_is_recorded_ahead_or_of_nobody(bench: Bench) -> None:
    with pytest.raises(DateInFutureError, match="sign_training: 2026-11-24 is after today"):
        sign_training(bench.desk, INGRID, Training(TOMORROW, "A. Dahl"))
    with pytest.raises(UnknownPatientError):
        count_stock(bench.desk, PatientId("nobody"), StockCount(TODAY, 4))


def test_amounts_and_names_are_told(bench: Bench) -> None:
    with pytest.raises(EmptyFieldError, match="signed_by is empty"):
        sign_training(bench.desk, INGRID, Training(TODAY))
    with pytest.raises(AmountError, match=r"issue_prescription\.doses is 0; it must be from 1 to 1000"):
        issue_prescription(bench.desk, INGRID, Prescription(TODAY, 0))
    with pytest.raises(AmountError, match=r"\.doses is -1"):
        record_dispensing(bench.desk, INGRID, Dispensing(TODAY, -1))
    with pytest.raises(AmountError, match=r"\.doses is 0"):
        discard_doses(bench.desk, INGRID, Discard(TODAY, 0))
    with pytest.raises(AmountError, match=r"count_stock\.syringes is -2"):
        count_stock(bench.desk, INGRID, StockCount(TODAY, -2))


def test_a_prescription_is_withdrawn(bench: Bench) -> None:
    issue_prescription(bench.desk, INGRID, Prescription(d("2026-06-01"), 13))
    (fact,) = bench.record().ids["prescriptions"]
    withdraw_prescription(bench.desk, INGRID, fact)
    assert bench.course().prescriptions == (Prescription(d("2026-06-01"), 13, TODAY),)
    with pytest.raises(DateInFutureError, match="withdrawn_on"):
        withdraw_prescription(bench.desk, INGRID, fact, TOMORROW)
    with pytest.raises(UnknownFactError, match="Prescription 99"):
        withdraw_prescription(bench.desk, INGRID, FactId(99))


class TestChecklist:
    """R-CHK-1."""

    def test_all_no_opens_nothing(self, bench: Bench) -> None:
        answer_checklist(bench.desk, INGRID, TODAY)
        course = bench.course()
        assert (course.checklists, course.holds) == ((Checklist(TODAY, TODAY),), ())

    @pytest.mark.parametrize(
        ("question", "holds"),
        [
            ("symptoms", (HoldKind.PML_SUSPICION,)),
            ("infection", (HoldKind.INFECTION,)),
            ("bleeding", (HoldKind.OTHER,)),
            ("reaction", ()),
        ],
    )
    def test_a_yes_opens_the_hold_of_its_question(
        self, bench: Bench, question: str, holds: tuple[HoldKind, ...]
    ) -> None:
        answer_checklist(bench.desk, INGRID, TODAY, (question,))
        assert bench.course().holds == tuple(Hold(TODAY, kind) for kind in holds)

    def test_two_questions_of_one_kind_open_one_hold(self, bench: Bench) -> None:
        answer_checklist(bench.desk, INGRID, TODAY, ("symptoms", "relatives"))
        answer_checklist(bench.desk, INGRID, TOMORROW, ("symptoms",))
        assert bench.course().holds == (Hold(TODAY, HoldKind.PML_SUSPICION),)

    def test_a_corrected_answer_leaves_the_hold_to_the_doctor(self, bench: Bench) -> None:
        answer_checklist(bench.desk, INGRID, TODAY, ("infection",))
        answer_checklist(bench.desk, INGRID, TODAY)
        course = bench.course()
        assert course.checklists == (Checklist(TODAY, TODAY),)
        assert course.holds == (Hold(TODAY, HoldKind.INFECTION),)

    def test_an_unknown_question_is_said(self, bench: Bench) -> None:
        with pytest.raises(UnknownQuestionError, match="no question 'weather'"):
            answer_checklist(bench.desk, INGRID, TODAY, ("weather",))

    def test_a_day_that_cannot_be_is_refused(self, bench: Bench) -> None:
        with pytest.raises(AmountError, match="for is 1066-10-14"):
            answer_checklist(bench.desk, INGRID, date(1066, 10, 14))

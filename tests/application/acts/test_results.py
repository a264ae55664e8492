"""Results of tests and controls, and the gate before the start."""

from dataclasses import replace

import pytest
from builders import bloods, d, jcv, result
from desks import INGRID, TODAY, Bench

from infusionplanner.application.acts.results import (
    correct_result,
    mark_seen,
    record_gate,
    register_result,
    remove_result,
)
from infusionplanner.application.entries import EdssError
from infusionplanner.application.errors import AmountError, DateInFutureError, ResultFieldError, UnknownFactError
from infusionplanner.application.records import FactId
from infusionplanner.domain.patient import Gate

NEGATIVE = jcv("2026-11-20", index=0.12)


def test_a_result_is_registered_corrected_and_taken_out(bench: Bench) -> None:
    register_result(bench.desk, INGRID, NEGATIVE)
    (fact,) = bench.record().ids["results"]
    assert bench.patient().results == (NEGATIVE,)
    correct_result(bench.desk, INGRID, fact, replace(NEGATIVE, index=0.21))
    assert bench.patient().results == (replace(NEGATIVE, index=0.21),)
    remove_result(bench.desk, INGRID, fact)
    assert bench.patient().results == ()


def test_bloods_are_seen(bench: Bench) -> None:
    register_result(bench.desk, INGRID, bloods("2026-11-20", seen=False))
    (fact,) = bench.record().ids["results"]
    mark_seen(bench.desk, INGRID, fact, d("2026-11-21"))
    assert bench.patient().results[0].seen_on == d("2026-11-21")
    mark_seen(bench.desk, INGRID, fact)
    assert bench.patient().results[0].seen_on == TODAY
    with pytest.raises(DateInFutureError, match="seen_on"):
        mark_seen(bench.desk, INGRID, fact, d("2026-11-24"))


def test_a_result_that_cannot_be_is_refused(bench: Bench) -> None:
    with pytest.raises(DateInFutureError, match="result: 2026-11-24"):
        register_result(bench.desk, INGRID, jcv("2026-11-24"))
    with pytest.raises(DateInFutureError, match="seen_on"):
        register_result(bench.desk, INGRID, replace(bloods("2026-11-20"), seen_on=d("2026-11-24")))
    for edss in (10.5, 0.5, 2.25, 1000):
        with pytest.raises(
            EdssError, match=rf"result\.value is {edss}; EDSS goes from 0 to 10 in halves, without 0\.5"
        ):
            register_result(bench.desk, INGRID, result("edss", "2026-11-20", value=edss))
    for index in (-0.1, float("nan"), float("inf")):
        with pytest.raises(AmountError, match=r"result\.index"):
            register_result(bench.desk, INGRID, jcv("2026-11-20", index=index))
    with pytest.raises(ResultFieldError, match="of kind mri has no index"):
        register_result(bench.desk, INGRID, result("mri", "2026-11-20", index=0.3))
    register_result(bench.desk, INGRID, result("edss", "2026-11-20", value=10.0))


@pytest.mark.parametrize(
    "act",
    [
        lambda b: mark_seen(b.desk, INGRID, FactId(99)),
        lambda b: correct_result(b.desk, INGRID, FactId(99), NEGATIVE),
        lambda b: remove_result(b.desk, INGRID, FactId(99)),
    ],
)
def test_an_unknown_result_is_said(bench: Bench, act: object) -> None:
    with pytest.raises(UnknownFactError, match="Result 99"):
        act(bench)  # type: ignore[operator] # one of the above


def test_the_gate_is_recorded(bench: Bench) -> None:
    record_gate(bench.desk, INGRID, Gate(reviewed=TODAY, informed=None))
    assert bench.course().gate == Gate(TODAY, None)
    with pytest.raises(DateInFutureError, match="gate"):
        record_gate(bench.desk, INGRID, Gate(informed=d("2026-11-24")))

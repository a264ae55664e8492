import pytest
from desks import INGRID, Bench

from infusionplanner.application.acts.task_claims import claim_task, claim_tasks, release_task, release_tasks
from infusionplanner.application.acts.undo import undo
from infusionplanner.application.errors import UnknownPatientError
from infusionplanner.application.records import PatientId

JCV, BLOODS = ("R-MON-3", "jcv.due"), ("R-MON-1", "bloods.due")


def claimed(bench: Bench) -> list[tuple[str, str, str]]:
    with bench.desk.store.reading() as reading:
        return sorted((claim.rule, claim.key, claim.who) for claim in reading.claims())


def test_a_task_is_taken_and_given_back(bench: Bench) -> None:
    assert claim_task(bench.desk, INGRID, *JCV).patients == {INGRID}
    assert claimed(bench) == [(*JCV, bench.desk.who)]
    release_task(bench.desk, INGRID, *JCV)
    assert claimed(bench) == []


def test_somebody_else_may_take_it_over(bench: Bench) -> None:
    claim_task(bench.desk, INGRID, *JCV)
    claim_task(bench.desk.signed("MS"), INGRID, *JCV)
    assert claimed(bench) == [(*JCV, "MS")]


def test_several_are_taken_in_one_act_and_undone_in_one(bench: Bench) -> None:
    claim_tasks(bench.desk, INGRID, [JCV, BLOODS])
    assert claimed(bench) == [(*BLOODS, bench.desk.who), (*JCV, bench.desk.who)]
    undo(bench.desk)
    assert claimed(bench) == []


def test_several_are_given_back_in_one_act(bench: Bench) -> None:
    claim_tasks(bench.desk, INGRID, [JCV, BLOODS])
    release_tasks(bench.desk, INGRID, [JCV, BLOODS])
    assert claimed(bench) == []


def test_nobody_takes_a_task_of_a_patient_who_is_not_there(bench: Bench) -> None:
    with pytest.raises(UnknownPatientError):
        claim_task(bench.desk, PatientId("nobody"), *JCV)

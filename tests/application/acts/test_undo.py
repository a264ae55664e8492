"""Undo and redo: a person's own acts of today, one after the other, and never more than one meant."""

import pytest
from builders import d
from desks import DUE_TODAY, INGRID, SIX_DOSES, TODAY, Bench

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.doses import record_dose
from infusionplanner.application.acts.patients import import_patients
from infusionplanner.application.acts.supply import count_stock
from infusionplanner.application.acts.undo import acts, redo, redoable, undo, undoable
from infusionplanner.application.errors import (
    CannotUndoError,
    NothingToRedoError,
    NothingToUndoError,
    UnknownActError,
)
from infusionplanner.application.journal import FactKind
from infusionplanner.application.records import ActId, Done
from infusionplanner.application.unit import change_setting
from infusionplanner.domain.patient import Patient, StockCount


def counted(bench: Bench) -> list[int]:
    return [count.syringes for count in bench.course().stock_counts]


def count(bench: Bench, syringes: int, who: str = "AD") -> ActId:
    return count_stock(bench.desk.signed(who), INGRID, StockCount(TODAY, syringes)).act


def test_a_wrong_dose_is_undone_with_its_visit(bench: Bench) -> None:
    visit = bench.put_visit()
    before = bench.desk.visit(visit)
    record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)
    done = undo(bench.desk)
    assert done == Done(done.act, frozenset({INGRID}), frozenset({visit}))
    assert (bench.course().doses, bench.desk.visit(visit)) == (SIX_DOSES, before)


def test_acts_are_undone_and_redone_in_turn(bench: Bench) -> None:
    for number in (2, 4, 6):
        count(bench, number)
    undo(bench.desk)
    undo(bench.desk)
    assert counted(bench) == [2]
    redo(bench.desk)
    assert counted(bench) == [2, 4]
    undo(bench.desk)
    assert counted(bench) == [2]
    redo(bench.desk)
    redo(bench.desk)
    assert counted(bench) == [2, 4, 6]
    with pytest.raises(NothingToRedoError, match="nothing to redo"):
        redo(bench.desk)


def test_after_something_new_there_is_nothing_to_redo(bench: Bench) -> None:
    count(bench, 2)
    undo(bench.desk)
    assert redoable(bench.desk) is not None
    count(bench, 4)
    assert redoable(bench.desk) is None


def test_a_person_undoes_only_own_acts(bench: Bench) -> None:
    mine = count(bench, 2)
    count(bench, 4, "MS")
    found = undoable(bench.desk)
    assert found is not None
    assert (found.id, found.kind) == (mine, "count_stock")
    undo(bench.desk)
    assert counted(bench) == [4]


def test_a_new_day_has_nothing_to_undo_or_redo(bench: Bench) -> None:
    count(bench, 2)
    count(bench, 4)
    undo(bench.desk)
    bench.on("2026-11-24")
    assert (undoable(bench.desk), redoable(bench.desk)) == (None, None)
    with pytest.raises(NothingToUndoError, match="nothing to undo"):
        undo(bench.desk)
    assert (undoable(bench.desk.signed("ZZ")), redoable(bench.desk.signed("ZZ"))) == (None, None)


def test_an_older_act_is_undone_by_name(bench: Bench) -> None:
    old = count(bench, 2)
    bench.on("2026-11-24")
    undo(bench.desk.signed("MS"), old)
    assert counted(bench) == []
    with pytest.raises(CannotUndoError, match="undone already"):
        undo(bench.desk, old)
    with pytest.raises(UnknownActError):
        undo(bench.desk, ActId(99))


def test_one_key_too_many_does_not_empty_the_unit(bench: Bench) -> None:
    count(bench, 2)
    imported = import_patients(bench.desk, [Patient("kari"), Patient("ola")]).act
    assert undoable(bench.desk) is None
    undo(bench.desk, imported)
    undo(bench.desk)
    assert counted(bench) == []


def test_what_was_handed_out_is_not_taken_back(bench: Bench) -> None:
    mine = count(bench, 2)
    with bench.desk.act(ActKind.HAND_OUT_CALENDAR, INGRID) as work:
        work.put_calendar_events(INGRID, ())
        handed = work.done().act
    found = undoable(bench.desk)
    assert found is not None
    assert found.id == mine
    with pytest.raises(CannotUndoError, match="has left the unit"):
        undo(bench.desk, handed)


def test_what_changed_since_is_told_and_kept(bench: Bench) -> None:
    change_setting(bench.desk, "theme", "dark")
    change_setting(bench.desk.signed("MS"), "theme", "light")
    with pytest.raises(CannotUndoError, match=r"changed again since\. Correct it by hand"):
        undo(bench.desk)


def test_a_patients_history_shows_before_and_after(bench: Bench) -> None:
    count(bench, 2)
    newest = acts(bench.desk, patient=INGRID, limit=1)[0]
    assert [(change.kind, change.field, change.old, change.new) for change in newest.changes] == [
        (FactKind.STOCK_COUNT, "on", None, d("2026-11-23")),
        (FactKind.STOCK_COUNT, "syringes", None, 2),
    ]

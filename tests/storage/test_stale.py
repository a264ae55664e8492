"""What somebody else has changed since a form was opened is never overwritten: one rule for every act."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.journal import Actor, FactChange, FactKind, NewAct, StaleError
from infusionplanner.application.records import ActId, FactId, PatientId, Visit, VisitId
from infusionplanner.domain.patient import Patient, StockCount
from infusionplanner.domain.unit import Unit
from infusionplanner.storage import SqliteStore, open_store
from infusionplanner.storage.writing import SqliteWriting

NOW = datetime(2026, 11, 23, 8, 0)
DAY = date(2026, 11, 23)
EX = PatientId("ex-01")

Form = Callable[[ActId], AbstractContextManager[SqliteWriting]]


@pytest.fixture
def other_pc(store: SqliteStore) -> Iterator[SqliteStore]:
    """Return the same unit as another program has it open."""
    opened = open_store(Path(store.path))
    yield opened
    opened.close()


def _act(who: str, built_on: ActId | None = None) -> NewAct:
    return NewAct(ActKind.EDIT_PATIENT, Actor(who), NOW, EX, built_on=built_on)


def _count(store: SqliteStore) -> tuple[FactId, ActId]:
    with store.writing(_act("AD")) as work:
        fact = work.add(EX, StockCount(DAY, 4))
    with store.reading() as reading:
        return fact, reading.record(EX).revision


@pytest.mark.usefixtures("stored")
def test_two_who_change_one_field_the_second_is_told_both_versions(store: SqliteStore, other_pc: SqliteStore) -> None:
    fact, shown = _count(store)
    with other_pc.writing(_act("MS", shown)) as work:
        work.replace(fact, StockCount(DAY, 6))
    said = r"^MS has changed the same meanwhile, at 08:00 \(syringes\)"
    with pytest.raises(StaleError, match=said) as refused, store.writing(_act("AD", shown)) as work:
        work.replace(fact, StockCount(DAY, 5))
    assert refused.value.theirs == (FactChange(FactKind.STOCK_COUNT, str(fact), "syringes", 4, 6),)
    assert refused.value.ours == (FactChange(FactKind.STOCK_COUNT, str(fact), "syringes", 4, 5),)
    assert refused.value.act.who == "MS"
    with store.reading() as reading:
        assert reading.record(EX).patient.course.stock_counts[-1] == StockCount(DAY, 6)
        assert len(reading.acts()) == 3


def test_a_form_that_left_a_field_alone_does_not_put_the_old_value_back(
    store: SqliteStore, other_pc: SqliteStore, ingrid: Patient, stored: PatientId
) -> None:
    with store.reading() as reading:
        shown = reading.record(stored).revision
    with other_pc.writing(_act("MS", shown)) as work:
        work.update_patient(replace(ingrid, phone="911 11 111"))
    with store.writing(_act("AD", shown)) as work:
        work.update_patient(replace(ingrid, notes="Ring før kl. 14."))
    with store.reading() as reading:
        after = reading.record(stored).patient
        assert reading.acts(limit=1)[0].built_on == shown
    assert (after.phone, after.notes) == ("911 11 111", "Ring før kl. 14.")


@pytest.mark.usefixtures("stored")
def test_both_who_change_a_field_to_the_same_are_content(store: SqliteStore, other_pc: SqliteStore) -> None:
    fact, shown = _count(store)
    for each in (other_pc, store):
        with each.writing(_act("AD", shown)) as work:
            work.replace(fact, StockCount(DAY, 6))
    with store.reading() as reading:
        assert reading.record(EX).patient.course.stock_counts[-1].syringes == 6


@pytest.mark.usefixtures("stored")
def test_what_was_corrected_meanwhile_is_not_taken_out(store: SqliteStore, other_pc: SqliteStore) -> None:
    fact, shown = _count(store)
    with other_pc.writing(_act("MS", shown)) as work:
        work.replace(fact, StockCount(DAY, 6))
    with pytest.raises(StaleError) as refused, store.writing(_act("AD", shown)) as work:
        work.remove(fact, StockCount)
    assert [(change.field, change.new) for change in refused.value.ours] == [("on", None), ("syringes", None)]


@pytest.mark.usefixtures("stored")
def test_two_who_move_one_visit(store: SqliteStore, other_pc: SqliteStore) -> None:
    with store.writing(_act("AD")) as work:
        visit = work.add_visit(Visit(VisitId(0), EX, date(2026, 12, 21), time(10)))
    with store.reading() as reading:
        known, shown = reading.visit(visit), reading.revision(EX)
    with other_pc.writing(_act("MS", shown)) as work:
        work.update_visit(replace(known, time=time(11)))
    with pytest.raises(StaleError) as refused, store.writing(_act("AD", shown)) as work:
        work.update_visit(replace(known, time=time(9)))
    assert [(change.old, change.new) for change in refused.value.theirs] == [(time(10), time(11))]


def test_two_who_close_days_of_the_unit_lose_none(store: SqliteStore, other_pc: SqliteStore) -> None:
    with store.writing(_act("AD")) as work:
        work.put_unit(Unit("A"))
    with store.reading() as reading:
        shown = reading.revision()
    with other_pc.writing(_act("MS", shown)) as work:
        work.put_unit(Unit("A", closed=frozenset({DAY})))
    with pytest.raises(StaleError, match=r"\(closed\)"), store.writing(_act("AD", shown)) as work:
        work.put_unit(Unit("A", closed=frozenset({date(2026, 12, 24)})))
    with store.writing(_act("AD", shown)) as work:
        work.put_unit(Unit("B"))
    with store.reading() as reading:
        assert reading.unit() == Unit("B", closed=frozenset({DAY}))


def test_what_both_have_made_anew_is_not_overwritten(store: SqliteStore, other_pc: SqliteStore) -> None:
    with other_pc.writing(_act("MS", ActId(0))) as work:
        work.put_setting("paper", '"full"')
    with pytest.raises(StaleError) as refused, store.writing(_act("AD", ActId(0))) as work:
        work.put_setting("paper", '"code"')
    assert [(change.old, change.new) for change in refused.value.theirs] == [(None, '"full"')]

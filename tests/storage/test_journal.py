"""The journal keeps every act with before and after; an act can be taken back, and that can be taken back too."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.errors import CannotUndoError, UnknownActError
from infusionplanner.application.journal import Actor, FactChange, FactKind, JournalAct, NewAct
from infusionplanner.application.records import (
    ActId,
    Done,
    PatientId,
    User,
    Visit,
    VisitId,
)
from infusionplanner.domain.patient import Dose, Patient, Regimen, StockCount, Stop, StopReason
from infusionplanner.domain.unit import Unit
from infusionplanner.storage import SqliteStore
from infusionplanner.storage.writing import SqliteWriting

NOW = datetime(2026, 11, 23, 8, 0)
EX = PatientId("ex-01")

Writing = Callable[[], AbstractContextManager[SqliteWriting]]


def facts(store: SqliteStore) -> Patient:
    with store.reading() as reading:
        return reading.record(EX).patient


def undo(store: SqliteStore, act: int) -> Done:
    with store.writing(NewAct(ActKind.UNDO, Actor("AD"), NOW, undoes=ActId(act))) as work:
        work.revert(ActId(act))
        return work.done()


def test_an_act_is_kept_with_who_when_what_before_and_after(store: SqliteStore, stored: PatientId) -> None:
    nurse = Actor("MS", frozenset({"nurse"}), "s-1")
    with store.writing(NewAct(ActKind.COUNT_STOCK, nurse, datetime(2026, 11, 23, 9, 30), patient=stored)) as work:
        fact = work.add(stored, StockCount(date(2026, 11, 23), 4))
        work.replace(fact, StockCount(date(2026, 11, 23), 6))
    with store.reading() as reading:
        act = reading.act(ActId(2))
    assert re.fullmatch(r"[0-9a-f]{32}", act.key)
    assert act == JournalAct(
        ActId(2),
        act.key,
        ActKind.COUNT_STOCK,
        Actor("MS", frozenset({"nurse"}), "s-1"),
        datetime(2026, 11, 23, 9, 30),
        stored,
        (
            FactChange(FactKind.STOCK_COUNT, str(fact), "on", None, date(2026, 11, 23)),
            FactChange(FactKind.STOCK_COUNT, str(fact), "syringes", None, 4),
            FactChange(FactKind.STOCK_COUNT, str(fact), "syringes", 4, 6),
        ),
    )


def test_no_two_acts_have_one_key(store: SqliteStore, stored: PatientId) -> None:
    with store.writing(NewAct(ActKind.COUNT_STOCK, Actor("MS"), NOW, patient=stored)):
        pass
    with store.reading() as reading:
        assert len({act.key for act in reading.acts()}) == 2


@pytest.mark.usefixtures("stored")
def test_a_nested_field_and_a_code_are_told_in_the_words_of_the_domain(store: SqliteStore, ingrid: Patient) -> None:
    with store.writing(NewAct(ActKind.STOP_TREATMENT, Actor("MS"), NOW)) as work:
        work.update_patient(replace(ingrid, course=replace(ingrid.course, stop=Stop(NOW.date(), StopReason.MOVED))))
    with store.reading() as reading:
        changes = reading.act(ActId(2)).changes
    told = {change.field: change.new for change in changes if change.kind is FactKind.COURSE}
    assert (told["stop.on"], told["stop.reason"]) == (date(2026, 11, 23), StopReason.MOVED)


def test_changes_of_the_unit_are_told_too(writing: Writing, store: SqliteStore) -> None:
    with writing() as work:
        work.put_unit(Unit("A"))
    with writing() as work:
        work.put_unit(Unit("B", closed=frozenset({date(2026, 12, 24)})))
    with store.reading() as reading:
        assert reading.act(ActId(2)).changes == (
            FactChange(FactKind.UNIT, "1", "name", "A", "B"),
            FactChange(FactKind.UNIT, "1", "closed", "[]", "['2026-12-24']"),
        )


def test_the_revision_of_a_patient_is_the_newest_act_on_this_patient(
    store: SqliteStore, writing: Writing, stored: PatientId
) -> None:
    with writing() as work:
        work.put_setting("theme", '"dark"')
    with store.reading() as reading:
        assert (reading.revision(stored), reading.revision(), reading.revision(PatientId("x"))) == (1, 2, 0)
        assert reading.record(stored).revision == 1
        assert reading.revisions() == {stored: 1}


@pytest.mark.usefixtures("stored")
def test_what_is_already_so_is_not_journaled(store: SqliteStore, ingrid: Patient) -> None:
    with store.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
        work.update_patient(ingrid)
        assert work.done() == Done(ActId(2))


def test_done_names_what_was_changed(writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        visit = work.add_visit(Visit(VisitId(0), stored, date(2026, 12, 21), time(10)))
        assert work.done() == Done(ActId(2), frozenset({stored}), frozenset({visit}))
    with writing() as work:
        work.put_setting("theme", '"dark"')
        assert work.done() == Done(ActId(3), unit=True)


@pytest.mark.usefixtures("stored")
def test_acts_are_listed_newest_first_and_by_person(store: SqliteStore) -> None:
    for who in ("MS", "AD", "MS"):
        with store.writing(NewAct(ActKind.PUT_USER, Actor(who), NOW)) as work:
            work.put_user(User(who, "Somebody"))
    with store.reading() as reading:
        assert [act.id for act in reading.acts()] == [4, 3, 2, 1]
        assert [act.id for act in reading.acts(who="MS", limit=1)] == [4]
        assert reading.acts()[0].changes == ()


def test_a_patients_history_holds_only_that_patients_changes(store: SqliteStore, stored: PatientId) -> None:
    with store.writing(NewAct(ActKind.IMPORT_PATIENTS, Actor("AD"), NOW)) as work:
        work.add_patient(Patient("other"))
        work.add(stored, StockCount(date(2026, 11, 23), 4))
    with store.reading() as reading:
        newest, _ = reading.acts(patient=stored)
    assert {(change.kind, change.old) for change in newest.changes} == {(FactKind.STOCK_COUNT, None)}


def test_an_unknown_act_is_said(store: SqliteStore) -> None:
    with pytest.raises(UnknownActError, match="no act 7"), store.reading() as reading:
        reading.act(ActId(7))


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("table", ["acts", "journal"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = 9", "DELETE FROM {}"])
def test_the_journal_only_grows(writing: Writing, table: str, statement: str) -> None:
    with writing() as work, pytest.raises(sqlite3.IntegrityError, match=f"{table} only grows"):
        work._db.execute(statement.format(table))


def test_undo_puts_everything_back(store: SqliteStore, writing: Writing, stored: PatientId, ingrid: Patient) -> None:
    with writing() as work:
        ids = work.record(stored).ids
        work.update_patient(replace(ingrid, phone="911 11 111"))
        work.replace(ids["doses"][1], Dose(date(2026, 3, 2)))
        work.remove(ids["regimens"][0], Regimen)
        work.add_visit(Visit(VisitId(0), stored, date(2026, 12, 21), time(12)))
    assert facts(store) != ingrid
    assert undo(store, 2) == Done(ActId(3), frozenset({stored}), frozenset({VisitId(3)}))
    assert facts(store) == ingrid
    with store.reading() as reading:
        assert reading.record(stored).ids == ids


def test_undo_can_be_undone_and_done_again(store: SqliteStore, writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        work.add(stored, StockCount(date(2026, 11, 23), 4))
    after = facts(store)
    undo(store, 2)
    before = facts(store)
    undo(store, 3)
    assert facts(store) == after
    undo(store, 2)
    assert facts(store) == before
    with store.reading() as reading:
        assert [(act.id, act.undoes, act.undone_by) for act in reading.acts(limit=4)] == [
            (5, 2, None),
            (4, 3, None),
            (3, 2, 4),
            (2, None, 5),
        ]


def test_an_act_is_undone_once(store: SqliteStore, writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        work.add(stored, StockCount(date(2026, 11, 23), 4))
    undo(store, 2)
    with pytest.raises(CannotUndoError, match="undone already"):
        undo(store, 2)


def test_what_has_changed_since_is_not_undone(store: SqliteStore, writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        fact = work.add(stored, StockCount(date(2026, 11, 23), 4))
    with writing() as work:
        work.replace(fact, StockCount(date(2026, 11, 23), 6))
    after = facts(store)
    with pytest.raises(CannotUndoError, match="changed again since"):
        undo(store, 2)
    assert facts(store) == after


def test_what_was_taken_out_since_is_not_undone(store: SqliteStore, writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        fact = work.add(stored, StockCount(date(2026, 11, 23), 4))
    with writing() as work:
        work.remove(fact, StockCount)
    with pytest.raises(CannotUndoError, match="changed again since"):
        undo(store, 2)


def test_a_patient_with_later_facts_is_not_undone(store: SqliteStore, writing: Writing, stored: PatientId) -> None:
    with writing() as work:
        work.add(stored, StockCount(date(2026, 11, 23), 4))
    with pytest.raises(CannotUndoError, match="recorded later"):
        undo(store, 1)
    assert facts(store).id == "ex-01"


@pytest.mark.usefixtures("stored")
def test_a_new_patient_is_undone(store: SqliteStore) -> None:
    undo(store, 1)
    with store.reading() as reading:
        assert reading.patient_ids() == ()


@pytest.mark.usefixtures("stored")
def test_a_column_that_came_later_does_not_hinder_undo(store: SqliteStore, writing: Writing) -> None:
    with writing() as work:
        work.put_user(User("KL", "K. Lunde"))
    with writing() as work:
        work._db.execute("ALTER TABLE users ADD COLUMN telephone TEXT NOT NULL DEFAULT ''")
    undo(store, 2)
    undo(store, 4)
    with store.reading() as reading:
        assert reading.users() == (User("KL", "K. Lunde"),)


def test_a_changed_unit_is_undone_place_by_place(store: SqliteStore, writing: Writing) -> None:
    with writing() as work:
        work.put_unit(Unit("A"))
    with writing() as work:
        work.put_unit(Unit("B", parameters={"window_days": 4}))
    undo(store, 2)
    with store.reading() as reading:
        assert reading.unit() == Unit("A")

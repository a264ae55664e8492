"""Who acts, and on what an act is built."""

import re

import pytest
from desks import INGRID, OLA, TODAY, Bench

from infusionplanner.application.acts.supply import count_stock
from infusionplanner.application.acts.undo import acts
from infusionplanner.application.acts.visits import change_note
from infusionplanner.application.journal import StaleError
from infusionplanner.domain.patient import StockCount


def test_the_journal_says_who_in_which_role_and_session(bench: Bench) -> None:
    doctor = bench.desk.signed("KL", ["doctor"])
    for desk in (doctor, doctor, bench.desk.signed("KL")):
        count_stock(desk, INGRID, StockCount(TODAY, 2))
    third, second, first = acts(bench.desk, limit=3)
    assert (first.who, first.actor.roles) == ("KL", frozenset({"doctor"}))
    assert first.actor == second.actor != third.actor
    assert re.fullmatch(r"[0-9a-f]{16}", first.actor.session)
    assert third.actor.roles == frozenset()


def test_an_act_that_is_built_on_what_was_shown_is_refused_when_somebody_else_changed_the_same(bench: Bench) -> None:
    visit = bench.put_visit()
    shown = bench.record().revision
    change_note(bench.desk.signed("MS").based_on(shown), visit, "Ring bjelle.")
    with pytest.raises(StaleError) as refused:
        change_note(bench.desk.based_on(shown), visit, "Rullestol.")
    assert [(change.field, change.new) for change in refused.value.theirs] == [("note", "Ring bjelle.")]
    assert [(change.field, change.new) for change in refused.value.ours] == [("note", "Rullestol.")]
    assert bench.desk.visit(visit).note == "Ring bjelle."
    change_note(bench.desk.based_on(bench.record().revision), visit, "Rullestol.")


def test_an_act_is_built_on_the_revision_at_which_its_patient_was_read(bench: Bench) -> None:
    visit, begin = bench.put_visit(), bench.record().revision
    change_note(bench.desk.signed("MS"), visit, "Ring bjelle.")
    read = {INGRID: bench.record().revision}
    with pytest.raises(StaleError):
        change_note(bench.desk.based_on(begin, {OLA: begin}), visit, "Rullestol.")
    change_note(bench.desk.based_on(begin, read), visit, "Rullestol.")
    assert bench.desk.visit(visit).note == "Rullestol."
    assert acts(bench.desk, limit=1)[0].built_on == read[INGRID]

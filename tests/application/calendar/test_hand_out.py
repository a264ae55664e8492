"""Handing out: what is out is known, what is chosen is remembered, and nothing that is out is taken back."""

import errno
import os
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from builders import HOME, d, dose
from desks import INGRID, TODAY, Bench
from home_patients import DUE, put_at_home

from infusionplanner.application.acts.booking import cancel_visit, move_visit
from infusionplanner.application.acts.doses import report_home_dose
from infusionplanner.application.acts.health_events import open_hold
from infusionplanner.application.acts.supply import count_stock
from infusionplanner.application.acts.undo import undo, undoable
from infusionplanner.application.calendar.hand_out import (
    THE_UNIT,
    NothingBookedError,
    NothingHandedOutError,
    choice_for,
    choice_of,
    hand_out,
    hand_out_week,
    preview_calendar,
    remembered_choice,
)
from infusionplanner.application.calendar.values import (
    CalendarChoice,
    CalendarContent,
    CalendarExport,
    CalendarOptions,
    ChangeKind,
    ContentLevel,
    EventKind,
    EventVersion,
    ExportScope,
    LeftOutReason,
)
from infusionplanner.application.calendar.wording import changes_in_words
from infusionplanner.application.errors import CannotUndoError, PlannerError, UnknownPatientError
from infusionplanner.application.records import CalendarEvent, PatientId
from infusionplanner.application.settings import change_calendar_level
from infusionplanner.application.unit import change_unit
from infusionplanner.bootstrap import calendar_press
from infusionplanner.domain.patient import HoldKind, Language, StockCount

PRESS = calendar_press()
MORNING = datetime(2026, 11, 23, 8)
MONDAY = d("2026-11-23")


def exports(bench: Bench, who: PatientId) -> tuple[CalendarExport, ...]:
    with bench.desk.store.reading() as reading:
        return reading.calendar_exports(who)


def ledger(bench: Bench, who: PatientId) -> tuple[CalendarEvent, ...]:
    with bench.desk.store.reading() as reading:
        return reading.calendar_events(who)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


class TestPatient:
    def test_what_was_handed_out_is_kept(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        out = hand_out(bench.desk, PRESS, who, tmp_path / "out")
        assert [path.name for path in out.files] == names(tmp_path / "out")
        assert out.done.patients == {who}
        assert out.left_out == ()
        assert out.events[0].on == DUE
        assert {change.what for change in out.changes} == {ChangeKind.ADDED}
        choice = CalendarChoice(content=CalendarContent(phone="22 00 00 00"))
        versions = tuple(EventVersion(event.uid, 0) for event in out.events)
        made = CalendarExport(who, MORNING, "AD", ExportScope.WHOLE, d("2027-11-15"), versions, choice)
        assert exports(bench, who) == (made,)

    def test_the_same_again_is_the_same_file(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        first = hand_out(bench.desk, PRESS, who, tmp_path)
        bench.on("2026-11-24")
        second = hand_out(bench.desk, PRESS, who, tmp_path)
        assert (second.files, second.changes) == (first.files, ())
        assert len(exports(bench, who)) == 2

    def test_what_changed_is_told_in_words(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        choice = choice_of(bench.desk, who, CalendarOptions(), ContentLevel.PLAIN, Language.NB)
        hand_out(bench.desk, PRESS, who, tmp_path, choice)
        bench.on("2026-12-15")
        report_home_dose(bench.desk, who, dose("2026-12-15", setting=HOME), yes=(), syringes_left=4)
        out = hand_out(bench.desk, PRESS, who, tmp_path)
        said = changes_in_words(out.changes, choice.content)
        moved = "fra mandag 11. januar 2027 kl. 18.00 til tirsdag 12. januar 2027 kl. 18.00"
        assert f"Flyttet: Behandling hjemme, {moved}." in said
        assert out.files[0].name.endswith("-2.ics")

    def test_one_file_for_each_event(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        out = hand_out(bench.desk, PRESS, who, tmp_path, scope=ExportScope.SINGLE)
        assert len(out.files) == len(out.events)
        assert exports(bench, who)[0].scope is ExportScope.SINGLE

    def test_the_choice_is_remembered_with_the_telephone_of_today(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        options = CalendarOptions(frozenset({EventKind.HOME_DOSE}), home_time=time(7, 30))
        choice = choice_of(bench.desk, who, options, ContentLevel.FULL, Language.EN)
        content = CalendarContent(ContentLevel.FULL, Language.EN, "22 00 00 00", "Natalizumab", "Prøveposten")
        assert choice == CalendarChoice(options, content)
        out = hand_out(bench.desk, PRESS, who, tmp_path, choice)
        assert {event.kind for event in out.events} == {"home_dose"}
        change_unit(bench.desk, replace(bench.desk.unit(), phone="22 99 99 99"))
        assert remembered_choice(bench.desk, who) == replace(choice, content=replace(content, phone="22 99 99 99"))

    def test_the_unit_decides_the_level_of_the_first_one(self, bench: Bench) -> None:
        who = put_at_home(bench)
        assert remembered_choice(bench.desk, who).content.level is ContentLevel.NEUTRAL
        change_calendar_level(bench.desk, ContentLevel.PLAIN)
        assert remembered_choice(bench.desk, who).content.level is ContentLevel.PLAIN

    def test_without_a_telephone_of_the_ward_the_chosen_one_stays(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        change_unit(bench.desk, replace(bench.desk.unit(), phone=""))
        choice = CalendarChoice(content=CalendarContent(phone="55 00 00 00"))
        hand_out(bench.desk, PRESS, who, tmp_path, choice)
        assert remembered_choice(bench.desk, who) == choice

    def test_a_look_beforehand_stores_nothing(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        seen = preview_calendar(bench.desk, who, remembered_choice(bench.desk, who))
        assert (seen.exports, ledger(bench, who)) == ((), ())
        out = hand_out(bench.desk, PRESS, who, tmp_path)
        assert [event.slot for event in out.events] == [event.slot for event in seen.events]
        again = preview_calendar(bench.desk, who, remembered_choice(bench.desk, who))
        assert (again.changes, again.exports) == ((), exports(bench, who))

    def test_a_look_at_the_withdrawal_tells_what_it_would_take_back(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        choice = remembered_choice(bench.desk, who)
        assert preview_calendar(bench.desk, who, choice, ExportScope.WITHDRAWAL).events == ()
        out = hand_out(bench.desk, PRESS, who, tmp_path)
        seen = preview_calendar(bench.desk, who, choice, ExportScope.WITHDRAWAL)
        assert len(seen.events) == len(seen.changes) == len(out.events)
        assert {change.what for change in seen.changes} == {ChangeKind.WITHDRAWN}

    def test_a_dose_that_a_stop_blocks_is_left_out_and_told(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        hand_out(bench.desk, PRESS, who, tmp_path)
        open_hold(bench.desk, who, HoldKind.INFECTION)
        out = hand_out(bench.desk, PRESS, who, tmp_path)
        assert (out.left_out[0].slot, out.left_out[0].reason) == ("dose:13", LeftOutReason.BLOCKED)
        assert ("dose:13", ChangeKind.WITHDRAWN) in {(change.slot, change.what) for change in out.changes}

    def test_everything_is_withdrawn(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        first = hand_out(bench.desk, PRESS, who, tmp_path)
        out = hand_out(bench.desk, PRESS, who, tmp_path, scope=ExportScope.WITHDRAWAL)
        assert all(event.withdrawn for event in out.events)
        assert {event.uid for event in out.events} == {event.uid for event in first.events}
        assert out.files[0].name.startswith("avlyst-")
        text = out.files[0].read_text(encoding="utf-8")
        assert text.count("STATUS:CANCELLED") == text.count("SUMMARY:Avlyst: ") == len(out.events)
        assert exports(bench, who)[-1].scope is ExportScope.WITHDRAWAL

    def test_nothing_to_withdraw_is_said(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        with pytest.raises(NothingHandedOutError, match="There is nothing to withdraw"):
            hand_out(bench.desk, PRESS, who, tmp_path, scope=ExportScope.WITHDRAWAL)
        assert exports(bench, who) == ()

    def test_who_is_not_there_gets_nothing(self, bench: Bench, tmp_path: Path) -> None:
        with pytest.raises(UnknownPatientError):
            hand_out(bench.desk, PRESS, PatientId("nobody"), tmp_path)
        assert names(tmp_path) == ["unit.db", "unit.db-shm", "unit.db-wal"]

    def test_the_patients_language_is_spoken(self, bench: Bench) -> None:
        known = replace(bench.patient(), language=Language.EN)
        unit = bench.desk.unit()
        protocol = bench.desk.protocol("natalizumab", unit)
        assert choice_for(known, unit, protocol).content.language is Language.EN
        assert choice_for(known, unit, protocol, language=Language.NB).content.language is Language.NB


class TestSafety:
    def test_when_the_disk_is_full_nothing_is_remembered(
        self, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        who = put_at_home(bench)

        def full(_handle: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(PlannerError, match="No space left on device"):
            hand_out(bench.desk, PRESS, who, tmp_path / "out")
        assert (exports(bench, who), ledger(bench, who), names(tmp_path / "out")) == ((), (), [])

    def test_when_the_database_refuses_no_file_is_left(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        with pytest.raises(Exception, match="CHECK constraint failed"):
            hand_out(bench.desk.signed(""), PRESS, who, tmp_path / "out")
        assert (exports(bench, who), names(tmp_path / "out")) == ((), [])

    def test_a_file_that_cannot_get_its_name_is_still_known(
        self, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        who = put_at_home(bench)

        def refused(_path: Path, _target: Path) -> Path:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))

        monkeypatch.setattr(Path, "replace", refused)
        with pytest.raises(PlannerError, match="Permission denied"):
            hand_out(bench.desk, PRESS, who, tmp_path / "out")
        assert names(tmp_path / "out") == []
        assert len(ledger(bench, who)) == len(exports(bench, who)[0].versions)

    def test_undo_goes_past_what_left_the_ward(self, bench: Bench, tmp_path: Path) -> None:
        who = put_at_home(bench)
        counted = count_stock(bench.desk, who, StockCount(TODAY, 18)).act
        handed = hand_out(bench.desk, PRESS, who, tmp_path).done.act
        bench.put_visit()
        week = hand_out_week(bench.desk, PRESS, MONDAY, tmp_path).done.act
        undo(bench.desk)
        found = undoable(bench.desk)
        assert found is not None
        assert found.id == counted
        for act in (handed, week):
            with pytest.raises(CannotUndoError, match="it has left the unit"):
                undo(bench.desk, act)


class TestWeek:
    def test_it_names_initials_and_places_only(self, bench: Bench, tmp_path: Path) -> None:
        bench.put_visit(at=time(9))
        bench.put_visit(at=time(10), patient=bench.add("kari"))
        out = hand_out_week(bench.desk, PRESS, MONDAY, tmp_path)
        assert [path.name for path in out.files] == ["uke-2026-48.ics"]
        assert [event.label for event in out.events] == ["IE · Stol 1", f"{out.events[1].label[:4]} · Stol 1"]
        assert (out.done.patients, {event.patient for event in out.events}) == (frozenset(), {THE_UNIT})
        text = out.files[0].read_text(encoding="utf-8")
        assert "SUMMARY:IE · Stol 1" in text
        for word in ("Ingrid", "Eksempel", "ingrid", "kari", "natalizumab", "Prøveposten", "22 00 00 00"):
            assert word not in text

    def test_a_moved_visit_moves_and_a_cancelled_one_is_shown(self, bench: Bench, tmp_path: Path) -> None:
        moved, dropped = bench.put_visit(at=time(13)), bench.put_visit(at=time(14))
        first = hand_out_week(bench.desk, PRESS, MONDAY, tmp_path)
        move_visit(bench.desk, moved, d("2026-11-25"), time(9))
        cancel_visit(bench.desk, dropped)
        second = hand_out_week(bench.desk, PRESS, MONDAY, tmp_path, language=Language.EN)
        assert [path.name for path in second.files] == ["week-2026-48.ics"]
        assert {event.uid for event in second.events} == {event.uid for event in first.events}
        assert [(change.what, change.slot) for change in second.changes] == [
            (ChangeKind.WITHDRAWN, f"visit:{dropped}"),
            (ChangeKind.MOVED, f"visit:{moved}"),
        ]
        assert "SUMMARY:Cancelled: IE · Stol 1" in second.files[0].read_text(encoding="utf-8")

    def test_a_visit_keeps_its_identity_from_week_to_week(self, bench: Bench, tmp_path: Path) -> None:
        visit = bench.put_visit(at=time(13))
        other = bench.put_visit(on=d("2026-12-02"), patient=bench.add("kari"))
        (first,) = hand_out_week(bench.desk, PRESS, MONDAY, tmp_path).events
        move_visit(bench.desk, visit, d("2026-12-01"), time(9), reason="ferie")
        next_week = hand_out_week(bench.desk, PRESS, MONDAY + timedelta(7), tmp_path)
        assert [(event.slot, event.withdrawn) for event in next_week.events] == [
            (f"visit:{visit}", False),
            (f"visit:{other}", False),
        ]
        assert (next_week.events[0].uid, next_week.events[0].sequence) == (first.uid, 1)
        with pytest.raises(NothingBookedError, match="Nobody is booked in week 48 of 2026"):
            hand_out_week(bench.desk, PRESS, MONDAY, tmp_path)
        assert [event.slot for event in ledger(bench, THE_UNIT)] == [f"visit:{visit}", f"visit:{other}"]

    def test_an_empty_week_is_said(self, bench: Bench, tmp_path: Path) -> None:
        with pytest.raises(NothingBookedError):
            hand_out_week(bench.desk, PRESS, MONDAY, tmp_path)
        assert exports(bench, INGRID) == exports(bench, THE_UNIT) == ()

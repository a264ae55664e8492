"""The list of calendars that are not true any more: what puts a patient on it, and what takes them off."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from builders import HOME, dose, jcv
from desks import INGRID, TODAY, Bench
from home_patients import DUE, put_at_home

from infusionplanner.application.acts.doses import report_home_dose
from infusionplanner.application.acts.health_events import open_hold
from infusionplanner.application.acts.results import register_result
from infusionplanner.application.acts.undo import undo
from infusionplanner.application.calendar.hand_out import choice_of, hand_out, hand_out_week
from infusionplanner.application.calendar.outdated import StaleCalendar, StaleList, stale_calendars
from infusionplanner.application.calendar.values import (
    PATIENT_KINDS,
    CalendarOptions,
    ChangeKind,
    ContentLevel,
    EventKind,
    ExportScope,
)
from infusionplanner.application.records import Done, PatientId
from infusionplanner.application.unit import change_unit
from infusionplanner.application.views.overview import Overview
from infusionplanner.bootstrap import calendar_press
from infusionplanner.domain.patient import HoldKind, Language, Result, ResultKind

PRESS = calendar_press()


@pytest.fixture
def ola(bench: Bench, tmp_path: Path) -> PatientId:
    """A patient at home who was handed a calendar this morning."""
    who = put_at_home(bench)
    hand_out(bench.desk, PRESS, who, tmp_path / "out")
    return who


def listed(bench: Bench) -> list[PatientId]:
    return [row.patient for row in stale_calendars(Overview.of(bench.desk))]


def only(rows: tuple[StaleCalendar, ...]) -> StaleCalendar:
    (row,) = rows
    return row


def test_a_true_calendar_is_not_listed(bench: Bench, ola: PatientId) -> None:
    assert listed(bench) == []
    for days_later in (1, 7, 20, 22, 24):
        bench.clock.set(datetime(2026, 11, 23, 8) + timedelta(days_later))
        assert listed(bench) == [], f"{ola} after {days_later} days"


def test_a_stop_lists_it_and_a_new_calendar_clears_it(bench: Bench, ola: PatientId, tmp_path: Path) -> None:
    bench.on("2026-11-24")
    open_hold(bench.desk, ola, HoldKind.INFECTION)
    row = only(stale_calendars(Overview.of(bench.desk)))
    assert (row.patient, row.exported_at, row.by) == (ola, datetime(2026, 11, 23, 8), "AD")
    assert (row.changes[0].slot, row.changes[0].what) == ("dose:13", ChangeKind.WITHDRAWN)
    hand_out(bench.desk, PRESS, ola, tmp_path / "out")
    assert listed(bench) == []


def test_a_dose_on_another_day_lists_it(bench: Bench, ola: PatientId) -> None:
    bench.on("2026-12-15")
    report_home_dose(bench.desk, ola, dose(DUE, setting=HOME), yes=(), syringes_left=4)
    assert listed(bench) == []
    undo(bench.desk)
    report_home_dose(bench.desk, ola, dose("2026-12-15", setting=HOME), yes=(), syringes_left=4)
    assert listed(bench) == [ola]


def test_a_result_that_moves_a_control_lists_it(bench: Bench, ola: PatientId) -> None:
    register_result(bench.desk, ola, Result(ResultKind.MRI, TODAY))
    changes = only(stale_calendars(Overview.of(bench.desk))).changes
    assert (ChangeKind.WITHDRAWN, "mri:2") in {(change.what, change.slot) for change in changes}


def test_a_control_done_on_its_day_lists_it_since_the_next_one_is_missing(bench: Bench, ola: PatientId) -> None:
    bench.clock.set(datetime(2027, 4, 5, 14))
    before = {(change.what, change.slot) for row in stale_calendars(Overview.of(bench.desk)) for change in row.changes}
    register_result(bench.desk, ola, jcv("2027-04-05"))
    changes = only(stale_calendars(Overview.of(bench.desk))).changes
    new = {(change.what, change.slot) for change in changes} - before
    assert (ChangeKind.ADDED, "jcv:3") in new
    assert (ChangeKind.WITHDRAWN, "jcv:2") not in new


def test_the_wards_new_telephone_lists_it(bench: Bench, ola: PatientId) -> None:
    change_unit(bench.desk, replace(bench.desk.unit(), phone="22 99 99 99"))
    row = only(stale_calendars(Overview.of(bench.desk)))
    assert {change.what for change in row.changes} == {ChangeKind.REWORDED}
    assert (row.patient, row.choice.content.phone) == (ola, "22 99 99 99")


def test_a_kind_that_was_not_chosen_makes_nothing_untrue(bench: Bench, tmp_path: Path) -> None:
    who = put_at_home(bench)
    options = CalendarOptions(kinds=PATIENT_KINDS - {EventKind.MRI, EventKind.EDSS})
    choice = choice_of(bench.desk, who, options, ContentLevel.PLAIN, Language.NB)
    hand_out(bench.desk, PRESS, who, tmp_path / "out", choice)
    register_result(bench.desk, who, Result(ResultKind.MRI, TODAY))
    assert listed(bench) == []


def test_a_withdrawn_calendar_is_over(bench: Bench, ola: PatientId, tmp_path: Path) -> None:
    hand_out(bench.desk, PRESS, ola, tmp_path / "out", scope=ExportScope.WITHDRAWAL)
    open_hold(bench.desk, ola, HoldKind.INFECTION)
    assert listed(bench) == []


def test_who_was_handed_nothing_is_not_listed(bench: Bench, tmp_path: Path) -> None:
    put_at_home(bench)
    bench.put_visit()
    hand_out_week(bench.desk, PRESS, TODAY, tmp_path / "out")
    assert listed(bench) == []


def test_what_comes_first_stands_first(bench: Bench, ola: PatientId, tmp_path: Path) -> None:
    kari = put_at_home(bench, "kari")
    hand_out(bench.desk, PRESS, kari, tmp_path / "out")
    register_result(bench.desk, kari, Result(ResultKind.MRI, TODAY))
    open_hold(bench.desk, ola, HoldKind.INFECTION)
    rows = stale_calendars(Overview.of(bench.desk))
    assert [(row.patient, str(row.first)) for row in rows] == [
        (ola, "2026-12-14 18:00:00"),
        (kari, "2027-10-05 10:00:00"),
    ]


class TestRefresh:
    def after(self, bench: Bench, found: StaleList, done: Done) -> StaleList:
        found = found.refresh(found.overview.refresh(done), done)
        assert found.calendars == stale_calendars(Overview.of(bench.desk))
        return found

    def test_the_list_follows_each_act(self, bench: Bench, ola: PatientId, tmp_path: Path) -> None:
        found = StaleList.of(Overview.of(bench.desk))
        found = self.after(bench, found, open_hold(bench.desk, ola, HoldKind.INFECTION))
        assert [row.patient for row in found.calendars] == [ola]
        found = self.after(bench, found, register_result(bench.desk, INGRID, Result(ResultKind.MRI, TODAY)))
        assert [row.patient for row in found.calendars] == [ola]
        found = self.after(bench, found, hand_out(bench.desk, PRESS, ola, tmp_path / "out").done)
        assert found.calendars == ()

    def test_what_concerns_the_unit_compares_all(self, bench: Bench, ola: PatientId) -> None:
        found = StaleList.of(Overview.of(bench.desk))
        done = change_unit(bench.desk, replace(bench.desk.unit(), phone="22 99 99 99"))
        assert [row.patient for row in self.after(bench, found, done).calendars] == [ola]

    def test_a_new_day_compares_all(self, bench: Bench, ola: PatientId) -> None:
        found = StaleList.of(Overview.of(bench.desk))
        done = open_hold(bench.desk, ola, HoldKind.INFECTION)
        bench.on("2026-11-24")
        tomorrow = Overview.of(bench.desk)
        assert found.refresh(tomorrow, replace(done, patients=frozenset())).calendars == stale_calendars(tomorrow)

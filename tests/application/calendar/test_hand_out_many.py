"""Many calendars at once: each handed out as it was chosen, all listed, and cancelled without losing what is out."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from builders import HOME, regimen
from desks import INGRID, Bench
from home_patients import put_at_home

from infusionplanner.application.acts.health_events import open_hold
from infusionplanner.application.acts.patients import edit_patient
from infusionplanner.application.calendar.hand_out import choice_of, hand_out
from infusionplanner.application.calendar.hand_out_many import (
    IndexRow,
    export_calendars,
    export_plan_sheets,
    home_patients,
    plan_sheets,
    save_index,
)
from infusionplanner.application.calendar.outdated import stale_calendars
from infusionplanner.application.calendar.values import CalendarOptions, ChangeKind, ContentLevel
from infusionplanner.application.records import PatientId
from infusionplanner.application.sheets.values import SheetTable
from infusionplanner.application.sheets.week import ListSheet
from infusionplanner.application.views.overview import Overview
from infusionplanner.bootstrap import calendar_press
from infusionplanner.domain.patient import HoldKind, Language, PersonName

PRESS = calendar_press()


class CancelledError(Exception):
    """What a window raises when the nurse cancels."""


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


@pytest.fixture
def people(bench: Bench) -> tuple[PatientId, ...]:
    """Two patients at home, and one who is ordered nothing."""
    nobody = bench.add("nobody", doses=(), regimens=[])
    return put_at_home(bench), put_at_home(bench, "kari"), nobody


def test_all_get_a_calendar_and_are_listed(bench: Bench, people: tuple[PatientId, ...], tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    out = export_calendars(bench.desk, PRESS, people, tmp_path / "out", lambda *step: told.append(step))
    assert out.handed == people[:2]
    assert out.done is not None
    assert out.done.patients == frozenset(people[:2])
    assert [(row.patient, row.sentence) for row in out.skipped] == [
        (people[2], "The calendar has no event from today on. Book a time or order a treatment first.")
    ]
    label = out.skipped[0].label
    assert told == [(0, 3, "OP"), (1, 3, "KP"), (2, 3, label), (3, 3, "")]
    assert sorted(path.name for path in (*out.files, *out.index)) == sorted(
        path.name for path in (tmp_path / "out").iterdir()
    )
    assert [path.name for path in out.index] == ["innhold.csv", "innhold.txt"]
    assert rows(out.index[0]) == [
        ["Pasient", "Fil", "Merknad"],
        ["OP", out.files[0].name, "27 avtaler; til 15.11.2027"],
        ["KP", out.files[1].name, "27 avtaler; til 15.11.2027"],
        [label, "", out.skipped[0].sentence],
    ]


def test_each_keeps_the_own_choice(bench: Bench, people: tuple[PatientId, ...], tmp_path: Path) -> None:
    choice = choice_of(bench.desk, people[0], CalendarOptions(), ContentLevel.PLAIN, Language.EN)
    hand_out(bench.desk, PRESS, people[0], tmp_path / "first", choice)
    out = export_calendars(bench.desk, PRESS, people[:2], tmp_path / "out", language=Language.EN)
    assert "SUMMARY:Treatment at home" in out.files[0].read_text(encoding="utf-8")
    assert "SUMMARY:Avtale" in out.files[1].read_text(encoding="utf-8")
    assert [path.name for path in out.index] == ["contents.csv", "contents.txt"]
    assert out.index[1].read_text(encoding="utf-8").splitlines()[1].endswith("27 appointments; until 15 Nov 2027")


def test_what_is_not_in_a_calendar_is_listed(bench: Bench, people: tuple[PatientId, ...], tmp_path: Path) -> None:
    hand_out(bench.desk, PRESS, people[0], tmp_path / "first")
    open_hold(bench.desk, people[0], HoldKind.INFECTION)
    stale = [row.patient for row in stale_calendars(Overview.of(bench.desk))]
    out = export_calendars(bench.desk, PRESS, stale, tmp_path / "out")
    assert rows(out.index[0])[1][2] == "6 avtaler; til 05.10.2027; 21 står ikke i kalenderen"
    assert stale_calendars(Overview.of(bench.desk)) == ()


def test_what_changed_is_told_of_who_had_a_calendar(
    bench: Bench, people: tuple[PatientId, ...], tmp_path: Path
) -> None:
    hand_out(bench.desk, PRESS, people[0], tmp_path / "first")
    same = export_calendars(bench.desk, PRESS, people, tmp_path / "same")
    assert same.changes == {}
    open_hold(bench.desk, people[0], HoldKind.INFECTION)
    out = export_calendars(bench.desk, PRESS, people, tmp_path / "out", say=lambda error: type(error).__name__)
    assert {who: {change.what for change in changes} for who, changes in out.changes.items()} == {
        people[0]: {ChangeKind.MOVED, ChangeKind.WITHDRAWN}
    }
    assert [row.sentence for row in out.skipped] == ["EmptyCalendarError"]


def test_only_withdrawn_events_have_no_last_day(bench: Bench, people: tuple[PatientId, ...], tmp_path: Path) -> None:
    kinds = frozenset(kind for kind in CalendarOptions().kinds if kind.is_dose)
    choice = choice_of(bench.desk, people[0], CalendarOptions(kinds=kinds), ContentLevel.NEUTRAL, Language.NB)
    hand_out(bench.desk, PRESS, people[0], tmp_path / "first", choice)
    open_hold(bench.desk, people[0], HoldKind.INFECTION)
    out = export_calendars(bench.desk, PRESS, people[:1], tmp_path / "out")
    assert rows(out.index[0])[1][2] == "0 avtaler; 13 står ikke i kalenderen"


def test_cancelling_keeps_and_lists_what_is_out(bench: Bench, people: tuple[PatientId, ...], tmp_path: Path) -> None:
    def cancel(number: int, _all: int, _label: str) -> None:
        if number == 1:
            raise CancelledError

    with pytest.raises(CancelledError):
        export_calendars(bench.desk, PRESS, people, tmp_path / "out", cancel)
    listed = rows(tmp_path / "out" / "innhold.csv")
    assert [row[0] for row in listed] == ["Pasient", "OP"]
    assert (tmp_path / "out" / listed[1][1]).exists()
    with bench.desk.store.reading() as reading:
        assert list(reading.handed_calendars()) == [people[0]]


def test_cancelling_at_once_leaves_nothing(bench: Bench, people: tuple[PatientId, ...], tmp_path: Path) -> None:
    def cancel(*_step: object) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        export_calendars(bench.desk, PRESS, people, tmp_path / "out", cancel)
    assert not (tmp_path / "out").exists()


def test_nobody_at_all(bench: Bench, tmp_path: Path) -> None:
    out = export_calendars(bench.desk, PRESS, (), tmp_path / "out")
    assert (out.done, out.files, out.index, out.handed, out.skipped) == (None, (), (), (), ())


def test_who_was_deleted_meanwhile_is_skipped(bench: Bench, tmp_path: Path) -> None:
    out = export_calendars(bench.desk, PRESS, [PatientId("gone")], tmp_path / "out")
    assert [row.label for row in out.skipped] == ["gone"]
    assert out.skipped[0].sentence.startswith("There is no patient 'gone'")


def test_the_patients_at_home_are_found(bench: Bench, people: tuple[PatientId, ...]) -> None:
    bench.add("plain")
    assert set(home_patients(Overview.of(bench.desk))) == set(people[:2])


def test_the_list_is_safe_in_a_spreadsheet(tmp_path: Path) -> None:
    row = IndexRow("=cmd|' /C calc'!A0", "a;b.ics", '"sitat"\nny linje, +1')
    table, text = save_index(PRESS, tmp_path, [row], Language.EN)
    assert rows(table)[1] == ["'=cmd|' /C calc'!A0", "a;b.ics", '"sitat"\nny linje, +1']
    assert text.read_text(encoding="utf-8").splitlines()[1].startswith("=cmd|' /C calc'!A0  a;b.ics")
    assert len(text.read_text(encoding="utf-8").splitlines()) == 2


class TestSheets:
    def test_each_patient_gets_the_plan_in_the_own_language(self, bench: Bench, people: tuple[PatientId, ...]) -> None:
        known = bench.patient(people[1])
        edit_patient(bench.desk, known, replace(known, language=Language.EN))
        sheets = list(plan_sheets(Overview.of(bench.desk), people[:2]))
        assert [sheet.label for sheet in sheets] == ["OP", "KP"]
        assert [sheet.sheet.heading.subtitle for sheet in sheets] == ["Prøve, Ola", "Prøve, Kari"]
        assert [sheet.sheet.heading.language for sheet in sheets] == [Language.NB, Language.EN]
        assert len({sheet.name for sheet in sheets}) == 2
        for sheet in sheets:
            assert sheet.name.startswith("plan-")
            assert sheet.name.endswith(".pdf")
            assert "Prøve" not in sheet.name

    def test_names_that_are_alike_are_told_apart(self, bench: Bench) -> None:
        twins = [bench.add(who, regimens=[regimen("2026-06-08", setting=HOME)]) for who in ("one", "two")]
        for who in twins:
            known = bench.patient(who)
            edit_patient(bench.desk, known, replace(known, name=PersonName("Ida", "Lie")))
        labels = [sheet.label for sheet in plan_sheets(Overview.of(bench.desk), twins)]
        assert len(set(labels)) == 2
        assert INGRID not in labels

    def test_six_doses_stand_on_each(self, bench: Bench, people: tuple[PatientId, ...]) -> None:
        (made,) = plan_sheets(Overview.of(bench.desk), people[:1])
        table = next(block for block in made.sheet.blocks if isinstance(block, SheetTable))
        assert len(table.rows) == 6


class TestFolderOfSheets:
    def test_each_is_a_file_and_all_are_listed(
        self, bench: Bench, people: tuple[PatientId, ...], tmp_path: Path
    ) -> None:
        told: list[tuple[int, int, str]] = []
        out = export_plan_sheets(
            Overview.of(bench.desk), PRESS, people[:2], tmp_path, subtitle, progress=lambda *step: told.append(step)
        )
        assert [path.read_bytes() for path in out.files] == ["Prøve, Ola".encode(), "Prøve, Kari".encode()]
        assert rows(out.index[0]) == [
            ["Pasient", "Fil", "Merknad"],
            *([n, p.name, ""] for n, p in zip(["OP", "KP"], out.files, strict=True)),
        ]
        assert told == [(0, 2, "OP"), (1, 2, "KP"), (2, 2, "")]

    def test_another_time_overwrites_nothing(self, bench: Bench, people: tuple[PatientId, ...], tmp_path: Path) -> None:
        overview = Overview.of(bench.desk)
        first = export_plan_sheets(overview, PRESS, people[:1], tmp_path, subtitle)
        again = export_plan_sheets(overview, PRESS, people[:1], tmp_path, lambda _: b"other")
        assert first.files[0].read_bytes() == "Prøve, Ola".encode()
        assert again.files[0].stem == f"{first.files[0].stem}-2"

    def test_cancelling_keeps_and_lists_what_is_there(
        self, bench: Bench, people: tuple[PatientId, ...], tmp_path: Path
    ) -> None:
        def cancel(number: int, _all: int, _label: str) -> None:
            if number == 1:
                raise CancelledError

        with pytest.raises(CancelledError):
            export_plan_sheets(Overview.of(bench.desk), PRESS, people[:2], tmp_path, subtitle, progress=cancel)
        assert [row[0] for row in rows(tmp_path / "innhold.csv")] == ["Pasient", "OP"]

    def test_nobody_at_all(self, bench: Bench, tmp_path: Path) -> None:
        out = export_plan_sheets(Overview.of(bench.desk), PRESS, (), tmp_path / "out", subtitle)
        assert (out.files, out.index, (tmp_path / "out").exists()) == ((), (), False)


def subtitle(sheet: ListSheet) -> bytes:
    """Stand in for the drawing of a sheet, which is the windows' own."""
    return sheet.heading.subtitle.encode()

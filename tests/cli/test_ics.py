"""Calendars by command: what was chosen last stays chosen, and what cannot be is said before anything is written."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from builders import d
from desks import WARD, Bench, open_bench
from home_patients import put_at_home
from icalendar import Calendar

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.calendar.hand_out import hand_out, remembered_choice
from infusionplanner.application.calendar.values import (
    CalendarChoice,
    CalendarContent,
    CalendarOptions,
    ContentLevel,
    EventKind,
)
from infusionplanner.application.records import PatientId
from infusionplanner.application.unit import change_unit
from infusionplanner.bootstrap import calendar_press, open_desk
from infusionplanner.domain.patient import Course, Language, Patient, Stop, StopReason

Run = Any
ON = ("--on", "2026-11-23")
OLA, KARI = PatientId("ola"), PatientId("kari")
CHOSEN = CalendarChoice(
    CalendarOptions(
        kinds=frozenset({EventKind.HOME_DOSE}), home_time=time(7, 15), collect_days_before=9, provisional=False
    ),
    CalendarContent(ContentLevel.PLAIN, Language.EN, phone="22 00 00 00"),
)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Return a unit with two patients at home, whose database tells no telephone."""
    with open_bench(tmp_path / "unit.db") as bench:
        change_unit(bench.desk, replace(WARD, phone=""))
        put_at_home(bench, OLA)
        put_at_home(bench, KARI)
        yield bench


@pytest.fixture
def chosen(bench: Bench, tmp_path: Path) -> Bench:
    """Return the unit after a calendar has been handed out with choices of its own."""
    hand_out(bench.desk, calendar_press(), OLA, tmp_path / "first", CHOSEN)
    return bench


def last_choice(tmp_path: Path, who: PatientId = OLA) -> CalendarChoice:
    with closing(open_desk(tmp_path / "unit.db", who="AD", create=False)) as desk:
        return remembered_choice(desk, who)


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ((), CHOSEN.content),
        (("--level", "neutral"), replace(CHOSEN.content, level=ContentLevel.NEUTRAL)),
        (("--language", "nb"), replace(CHOSEN.content, language=Language.NB)),
        (("--phone", "23 00 00 00"), replace(CHOSEN.content, phone="23 00 00 00")),
        (
            ("--level", "full", "--language", "nb"),
            CalendarContent(ContentLevel.FULL, Language.NB, "22 00 00 00", "Natalizumab", WARD.name),
        ),
    ],
)
@pytest.mark.usefixtures("chosen")
def test_only_what_is_told_takes_the_place_of_the_last_choice(
    run: Run, tmp_path: Path, words: tuple[str, ...], content: CalendarContent
) -> None:
    found = run("ics", "ola", "--db", tmp_path / "unit.db", "--out", tmp_path / "out", *words, *ON)
    assert found.status == 0
    assert last_choice(tmp_path) == CalendarChoice(CHOSEN.options, content)
    events = Calendar.from_ical(Path(found.out.strip()).read_bytes()).events
    assert {event.DTSTART.strftime("%H:%M") for event in events} == {"07:15"}


@pytest.mark.usefixtures("bench")
def test_a_first_calendar_has_the_usual_choice(run: Run, tmp_path: Path) -> None:
    assert run("ics", "ola", "--db", tmp_path / "unit.db", "--out", tmp_path / "out", *ON).status == 0
    assert last_choice(tmp_path) == CalendarChoice()


@pytest.mark.usefixtures("bench")
def test_nothing_is_written_when_one_is_not_there(run: Run, tmp_path: Path) -> None:
    found = run("ics", "ola", "nobody", "--db", tmp_path / "unit.db", "--out", tmp_path / "out", *ON)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("infusionplanner: Pasienten finnes ikke (lenger) i denne enheten: 'nobody'.")
    assert not (tmp_path / "out").exists()
    with closing(open_desk(tmp_path / "unit.db", who="AD", create=False)) as desk, desk.store.reading() as reading:
        assert reading.calendar_exports(OLA) == ()


@pytest.mark.usefixtures("bench")
def test_no_file_is_handed_out_when_a_patient_of_the_database_is_not_there(
    run: Run, patient_file: Path, tmp_path: Path
) -> None:
    found = run("ics", patient_file, "nobody", "--db", tmp_path / "unit.db", "--out", tmp_path / "out", *ON)
    assert (found.status, found.out) == (2, "")
    assert not (tmp_path / "out").exists()


def test_what_is_handed_out_is_told_although_the_next_fails(run: Run, bench: Bench, tmp_path: Path) -> None:
    with bench.desk.act(ActKind.ADD_PATIENT, PatientId("gone")) as work:
        work.add_patient(Patient("gone", course=Course(stop=Stop(d("2020-01-06"), StopReason.PATIENT_WISH))))
    found = run("ics", "ola", "gone", "kari", "--db", tmp_path / "unit.db", "--out", tmp_path / "out", *ON)
    sentence = "Kalenderen ville ikke inneholde noe fra i dag av. Bestill en time eller registrer en ordinasjon først."
    assert (found.status, found.err) == (2, f"infusionplanner: gone: {sentence}\n")
    assert [Path(line) for line in found.out.splitlines()] == list((tmp_path / "out").iterdir())


def test_a_telephone_that_the_database_tells_is_not_told_again(run: Run, bench: Bench, tmp_path: Path) -> None:
    change_unit(bench.desk, replace(WARD, phone="55 97 00 00"))
    words = ("ics", "ola", "--db", tmp_path / "unit.db", "--out", tmp_path / "out", *ON)
    found = run(*words, "--phone", "23 00 00 00")
    sentence = "Telefonnummeret til enheten er 55 97 00 00 der. Utelat --phone, eller endre det i innstillingene."
    assert (found.status, found.err) == (2, f"infusionplanner: {tmp_path / 'unit.db'}: {sentence}\n")
    assert not (tmp_path / "out").exists()
    assert "55 97 00 00" in Path(run(*words).out.strip()).read_text(encoding="utf-8")


@pytest.mark.usefixtures("bench")
def test_settings_of_a_unit_are_for_patient_files(run: Run, patient_file: Path, tmp_path: Path) -> None:
    unit = tmp_path / "enhet.toml"
    unit.write_text('name = "Enheten"\n', encoding="utf-8")
    words = ("--db", tmp_path / "unit.db", "--unit", unit, "--out", tmp_path / "out", *ON)
    found = run("ics", "ola", *words)
    sentence = f"--unit er for pasientfiler, {tmp_path / 'unit.db'} har enhetens egne innstillinger. Utelat --unit."
    assert (found.status, found.err) == (2, f"infusionplanner: {unit}: {sentence}\n")
    assert not (tmp_path / "out").exists()
    assert run("ics", patient_file, *words).status == 0


def test_the_level_of_a_patient_file_names_the_treatment_and_the_unit(
    run: Run, patient_file: Path, tmp_path: Path
) -> None:
    unit = tmp_path / "enhet.toml"
    unit.write_text('name = "Enheten"\nphone = "55 00 00 00"\n', encoding="utf-8")
    words = ("ics", patient_file, "--unit", unit, "--out", tmp_path / "out", *ON)
    full = Path(run(*words, "--level", "full").out.strip()).read_text(encoding="utf-8").replace("\r\n ", "")
    assert "Enheten" in full
    assert "55 00 00 00" in full
    told = Path(run(*words, "--phone", "22 00 00 00").out.strip()).read_text(encoding="utf-8").replace("\r\n ", "")
    assert "Enheten" not in told
    assert "22 00 00 00" in told
    assert json.loads(patient_file.read_bytes())["id"] not in told

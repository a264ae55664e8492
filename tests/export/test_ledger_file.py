"""Calendars from patient files: the ledger in the output folder."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from calendars import FULL, NEUTRAL, NOW, PATIENT, ledger_of, uids, wanted

from infusionplanner.application.calendar.ledger import Ledger
from infusionplanner.application.calendar.values import ChangeKind
from infusionplanner.application.records import PatientId
from infusionplanner.export.ics_errors import EmptyCalendarError, LedgerError, SaveError
from infusionplanner.export.ics_reader import read_calendar
from infusionplanner.export.ledger_file import LEDGER_NAME, CalendarFolder, LedgerFile

A = wanted("dose:12", "2026-12-14")
B = wanted("dose:13", "2027-01-11")
LATER = NOW + timedelta(hours=1)


def _events() -> Ledger:
    return ledger_of(A, replace(B, booked=True, label="x"))


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _written(folder: Path) -> dict[str, tuple[int, int]]:
    """Return when each file was written, and which file it is; reading changes neither."""
    return {path.name: (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.iterdir()}


def test_a_calendar_is_saved_with_its_ledger(tmp_path: Path) -> None:
    out = CalendarFolder(tmp_path, uids()).hand_out(PATIENT, [A, B], NEUTRAL, NOW)
    assert out.files == (tmp_path / "avtaler-00000001.ics",)
    assert [change.what for change in out.changes] == [ChangeKind.ADDED, ChangeKind.ADDED]
    assert [event.uid for event in out.events] == [
        event.uid for event in read_calendar(out.files[0].read_bytes()).events
    ]
    assert _files(tmp_path) == [LEDGER_NAME, "avtaler-00000001.ics"]


def test_the_same_again_changes_no_byte(tmp_path: Path) -> None:
    folder = CalendarFolder(tmp_path)
    first = folder.hand_out(PATIENT, [A, B], NEUTRAL, NOW)
    before = _written(tmp_path)
    again = folder.hand_out(PATIENT, [A, B], NEUTRAL, LATER)
    assert (again.files, again.changes) == (first.files, ())
    assert _written(tmp_path) == before


def test_a_changed_calendar_goes_on_from_the_last_version(tmp_path: Path) -> None:
    folder = CalendarFolder(tmp_path)
    first = folder.hand_out(PATIENT, [A, B], NEUTRAL, NOW)
    second = folder.hand_out(PATIENT, [A], NEUTRAL, LATER)
    assert second.files == (first.files[0].with_stem(f"{first.files[0].stem}-2"),)
    assert [(event.uid, event.sequence) for event in second.events] == [
        (first.events[0].uid, 0),
        (first.events[1].uid, 1),
    ]
    assert [(change.what, change.slot) for change in second.changes] == [(ChangeKind.WITHDRAWN, "dose:13")]


def test_one_file_can_be_saved_for_each_event(tmp_path: Path) -> None:
    out = CalendarFolder(tmp_path, uids()).hand_out(PATIENT, [A, B], NEUTRAL, NOW, single=True)
    assert [path.name for path in out.files] == [
        "avtaler-00000001-2026-12-14-1800.ics",
        "avtaler-00000001-2027-01-11-1800.ics",
    ]


def test_patients_of_one_folder_do_not_meet(tmp_path: Path) -> None:
    folder = CalendarFolder(tmp_path)
    other = PatientId("ex-02")
    first = folder.hand_out(PATIENT, [A], NEUTRAL, NOW)
    second = folder.hand_out(other, [replace(A, patient=other)], NEUTRAL, NOW)
    assert first.events[0].uid != second.events[0].uid
    assert folder.read().of(PATIENT) == first.events
    assert folder.read().of(other) == second.events


def test_nothing_to_hand_out_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(EmptyCalendarError, match="no event from today on"):
        CalendarFolder(tmp_path / "out").hand_out(PATIENT, [], NEUTRAL, NOW)
    assert _files(tmp_path) == []


def test_neither_ledger_nor_file_names_the_patient(tmp_path: Path) -> None:
    for patient in ("Ingrid Eksempel", "01850512345", "ex-01"):
        CalendarFolder(tmp_path).hand_out(PatientId(patient), [A], NEUTRAL, NOW)
    for path in tmp_path.iterdir():
        content = path.name + path.read_text(encoding="utf-8")
        assert not any(word in content for word in ("Ingrid", "Eksempel", "01850512345", "ex-01", "natalizumab"))


def test_a_ledger_reads_as_it_was_written(tmp_path: Path) -> None:
    folder, events = CalendarFolder(tmp_path), _events()
    folder.write(LedgerFile().having(PATIENT, events))
    assert folder.read().of(PATIENT) == events
    assert folder.read().of(PatientId("someone else")) == ()


def test_a_ledger_puts_the_newer_in_place_of_the_older() -> None:
    events = _events()
    assert LedgerFile().having(PATIENT, events).having(PATIENT, events[:1]).of(PATIENT) == events[:1]


def test_every_folder_has_a_key_of_its_own() -> None:
    first, second = (LedgerFile().having(PATIENT, ()) for _ in range(2))
    assert first.calendars.keys() != second.calendars.keys()


def test_any_id_can_be_kept() -> None:
    odd = PatientId("\ud800 \n💉")
    assert LedgerFile().having(odd, ()).of(odd) == ()


def _document(tmp_path: Path) -> dict[str, object]:
    CalendarFolder(tmp_path).write(LedgerFile().having(PATIENT, _events()))
    document: dict[str, object] = json.loads((tmp_path / LEDGER_NAME).read_bytes())
    return document


def _refused(tmp_path: Path, text: str) -> str:
    (tmp_path / LEDGER_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(LedgerError) as error:
        CalendarFolder(tmp_path).hand_out(PATIENT, [A], FULL, NOW)
    assert _files(tmp_path) == [LEDGER_NAME]
    assert (tmp_path / LEDGER_NAME).read_text(encoding="utf-8") == text
    return str(error.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"format": "infusionplanner.calendars/2"}'])
def test_a_damaged_ledger_is_refused_and_left_as_it_is(tmp_path: Path, text: str) -> None:
    said = _refused(tmp_path, text)
    assert said.startswith(f"{tmp_path / LEDGER_NAME}: is damaged or of another version of the program. It keeps")
    assert said.endswith("Put the file back from a backup, or choose another folder.")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format", "infusionplanner.calendars/2"),
        ("key", "no key"),
        ("key", 7),
        ("calendars", []),
        ("calendars", {"a": {}}),
        ("calendars", {"a": [7]}),
        ("more", 1),
    ],
)
def test_a_ledger_of_another_form_is_refused(tmp_path: Path, field: str, value: object) -> None:
    _refused(tmp_path, json.dumps({**_document(tmp_path), field: value}))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("slot", 7),
        ("uid", None),
        ("sequence", "1"),
        ("sequence", 1.5),
        ("modified_at", "2026-11-23T08:00:00"),
        ("modified_at", "yesterday"),
        ("kind", "party"),
        ("on", "2026-02-30"),
        ("time", "25:00"),
        ("minutes", None),
        ("withdrawn", 0),
        ("booked", "no"),
        ("label", None),
        ("digest", 1),
        ("more", 1),
    ],
)
def test_an_event_of_another_form_is_refused(tmp_path: Path, field: str, value: object) -> None:
    document = _document(tmp_path)
    calendars = document["calendars"]
    assert isinstance(calendars, dict)
    [[event, _]] = calendars.values()
    event[field] = value
    _refused(tmp_path, json.dumps(document))


@pytest.mark.parametrize("field", ["uid", "slot"])
def test_an_identity_or_slot_that_comes_twice_is_refused(tmp_path: Path, field: str) -> None:
    document = _document(tmp_path)
    calendars = document["calendars"]
    assert isinstance(calendars, dict)
    [[first, second]] = calendars.values()
    first[field] = second[field]
    _refused(tmp_path, json.dumps(document))


def test_a_ledger_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / LEDGER_NAME).mkdir()
    with pytest.raises(LedgerError, match=r"cannot be read \(Is a directory\)"):
        CalendarFolder(tmp_path).read()


def test_a_ledger_that_cannot_be_saved_hands_out_nothing(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises((SaveError, LedgerError)):
        CalendarFolder(tmp_path / "out").hand_out(PATIENT, [A], NEUTRAL, NOW)


def test_identities_are_random_unless_told_otherwise(tmp_path: Path) -> None:
    events = [CalendarFolder(tmp_path / name).hand_out(PATIENT, [A], NEUTRAL, NOW).events[0] for name in ("a", "b")]
    assert events[0].uid != events[1].uid
    assert all(event.modified_at == datetime.fromisoformat("2026-11-23T08:00Z") for event in events)

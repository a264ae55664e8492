"""A file that is made, is empty or is left over: whole or not at all, and nothing of another one in it."""

import os
import sqlite3
import stat
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlite_files import pragma

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.journal import Actor, NewAct
from infusionplanner.application.store_errors import (
    StoreEmptyError,
    StoreFullError,
    StoreLeftoverError,
    StoreMissingError,
    StoreUnreachableError,
)
from infusionplanner.domain.patient import Patient
from infusionplanner.storage import open_store
from infusionplanner.storage.backup import back_up
from infusionplanner.storage.copies import newest
from infusionplanner.storage.schema import APPLICATION_ID

NOW = datetime(2026, 11, 23, 8, 0)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("pages", [0, 1])
def test_an_empty_file_is_refused_and_left_as_it_is(path: Path, create: bool, pages: int) -> None:
    path.touch()
    if pages:
        pragma(path, "journal_mode", "wal")
    before = path.read_bytes()
    assert len(before) == pages * 4096
    with pytest.raises(StoreEmptyError) as caught:
        open_store(path, create=create)
    assert str(caught.value) == (
        f"{path}: the file is empty, perhaps a copy that failed, and was left alone. Choose another file."
    )
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_file_is_refused_with_the_way_to_its_newest_copy(path: Path) -> None:
    open_store(path).close()
    back_up(path, date(2026, 11, 22))
    path.write_bytes(b"")
    with pytest.raises(StoreEmptyError, match=r"copy .*unit\.2026-11-22\.db to .*unit\.db\. Or choose another file\.$"):
        open_store(path)


@pytest.mark.parametrize("end", ["-wal", "-journal"])
def test_what_is_left_of_another_database_is_never_read_into_a_new_one(path: Path, end: str) -> None:
    left = path.with_name(f"unit.db{end}")
    left.write_bytes(b"rows")
    with pytest.raises(
        StoreLeftoverError, match=rf"no such database, but unit\.db{end} of one\. Put the database back"
    ):
        open_store(path)
    with pytest.raises(StoreMissingError):
        open_store(path, create=False)
    assert (left.read_bytes(), list(path.parent.iterdir())) == (b"rows", [left])


def test_a_file_that_cannot_be_looked_at_is_said(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300) / "unit.db"
    with pytest.raises(StoreUnreachableError):
        open_store(path)
    assert newest(path) is None


def test_a_new_store_is_whole_before_it_has_its_name(path: Path) -> None:
    class Torn(sqlite3.Connection):
        def execute(self, sql: str, *bound: Any) -> sqlite3.Cursor:
            if "application_id =" in sql:
                message = "database or disk is full"
                raise sqlite3.OperationalError(message)
            return super().execute(sql, *bound)

    with pytest.raises(StoreFullError):
        open_store(path, connect=lambda file: sqlite3.connect(file, isolation_level=None, factory=Torn))
    assert list(path.parent.iterdir()) == []


def test_a_store_is_made_where_a_link_points(path: Path) -> None:
    (path.parent / "elsewhere").mkdir()
    path.symlink_to(path.parent / "elsewhere" / "real.db")
    open_store(path).close()
    assert [file.name for file in (path.parent / "elsewhere").iterdir()] == ["real.db"]


def test_a_store_is_made_on_a_disk_without_hard_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    open_store(path).close()
    assert (pragma(path, "application_id"), stat.S_IMODE(path.stat().st_mode)) == (APPLICATION_ID, 0o600)
    assert list(path.parent.iterdir()) == [path]


def test_whoever_is_second_to_make_a_store_uses_the_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = os.link

    def overtaken(new: Path, target: Path) -> None:
        monkeypatch.setattr(os, "link", link)
        first = open_store(path)
        with first.writing(NewAct(ActKind.EDIT_PATIENT, Actor("AD"), NOW)) as work:
            work.add_patient(Patient("kept"))
        first.close()
        link(new, target)

    monkeypatch.setattr(os, "link", overtaken)
    second = open_store(path)
    with second.reading() as reading:
        assert reading.patient_ids() == ("kept",)
    second.close()
    assert list(path.parent.iterdir()) == [path]

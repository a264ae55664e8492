"""Why a file is not to be had: said by what the machine tells of the file, its folder and its disk."""

import os
import shutil
import sqlite3
from pathlib import Path
from typing import NamedTuple

import pytest

from infusionplanner.application.errors import StorageError
from infusionplanner.application.store_errors import StoreFullError, StoreReadOnlyError, StoreUnreachableError
from infusionplanner.storage import open_store
from infusionplanner.storage.failures import explained, unreachable

WORDS = ["unable to open database file", "disk I/O error"]


class Usage(NamedTuple):
    """What the machine tells of a disk, in bytes."""

    total: int
    used: int
    free: int


def read_only(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    """Let a file or folder be as it is on a write-protected disk, which not even an administrator may write."""
    asked = os.access

    def answer(path: Path, mode: int) -> bool:
        return asked(path, mode) and not (mode == os.W_OK and path == place)

    monkeypatch.setattr(os, "access", answer)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("whole_folder", [True, False])
def test_a_disk_that_may_only_be_read_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, words: str, whole_folder: bool
) -> None:
    path.touch()
    read_only(monkeypatch, path.parent if whole_folder else path)
    found = explained(sqlite3.OperationalError(words), path)
    assert type(found) is StoreReadOnlyError
    assert str(found) == (
        f"{path}: the database may not be written: the file, its folder or the disk is read-only. "
        "Ask for the right to change the file and its folder, or copy the file to where it can be written."
    )


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(("free", "kind"), [((1 << 20) - 1, StoreFullError), (1 << 20, StoreUnreachableError)])
def test_a_full_disk_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, words: str, free: int, kind: type[StorageError]
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9 - free, free))
    assert type(explained(sqlite3.OperationalError(words), path)) is kind


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert type(unreachable(tmp_path / "gone" / "unit.db")) is StoreUnreachableError


def test_a_new_database_in_a_folder_that_may_only_be_read_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "touch", refused)
    read_only(monkeypatch, path.parent)
    with pytest.raises(StoreReadOnlyError):
        open_store(path)

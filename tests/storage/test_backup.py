"""Daily copies: one a day, checked, the oldest go, and a disk that says no leaves everything as it was."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from infusionplanner.application.errors import StorageError
from infusionplanner.bootstrap import back_up, last_backup, open_desk
from infusionplanner.storage.backup import KEPT
from infusionplanner.storage.copies import FOLDER, backups

TODAY = date(2026, 11, 23)


@pytest.fixture(params=["unit.db", "MS[1].db", "unit.d[b]"])
def unit(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / request.param
    open_desk(path, who="AD").close()
    return path


def test_the_copy_of_a_day_opens_as_a_unit(unit: Path) -> None:
    assert last_backup(unit) is None
    assert back_up(unit, TODAY) == TODAY
    assert last_backup(unit) == TODAY
    copy = unit.parent / FOLDER / f"{unit.stem}.2026-11-23{unit.suffix}"
    desk = open_desk(copy, who="AD", create=False)
    with closing(open_desk(unit, who="AD")) as original:
        assert desk.unit() == original.unit()
    desk.close()


def test_there_is_one_copy_a_day(unit: Path) -> None:
    back_up(unit, TODAY)
    (_, copy), *rest = backups(unit)
    before = copy.read_bytes()
    assert back_up(unit, TODAY) == TODAY
    assert (copy.read_bytes(), rest) == (before, [])


def test_the_oldest_go_and_other_files_stay(unit: Path) -> None:
    folder = unit.parent / FOLDER
    folder.mkdir()
    odd = [folder / f"{unit.stem}.{word}{unit.suffix}" for word in ("before-0002", "2026-02-30")]
    others = [*odd, folder / "notes.txt"]
    for other in others:
        other.touch()
    for days in range(KEPT + 3):
        back_up(unit, TODAY + timedelta(days=days))
    assert [day for day, _ in backups(unit)] == [TODAY + timedelta(days=3 + days) for days in range(KEPT)]
    assert all(other.exists() for other in others)


def test_a_copy_that_cannot_be_made_is_told_and_changes_nothing(unit: Path) -> None:
    (unit.parent / FOLDER).touch()
    with pytest.raises(StorageError):
        back_up(unit, TODAY)
    assert last_backup(unit) is None

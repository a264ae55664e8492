"""Files are saved whole, for good, and over nothing."""

import errno
import os
from pathlib import Path

import pytest

from infusionplanner.export import ics_files
from infusionplanner.export.ics_errors import FileExistsAlreadyError, SaveError
from infusionplanner.export.ics_files import replace_file, save, save_all, staged


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_saved_and_its_folder_made(tmp_path: Path) -> None:
    path = save(tmp_path / "a" / "b", "avtaler.ics", b"1")
    assert path == tmp_path / "a" / "b" / "avtaler.ics"
    assert path.read_bytes() == b"1"
    assert _names(path.parent) == ["avtaler.ics"]


def test_the_same_again_is_left_as_it_is(tmp_path: Path) -> None:
    first = save(tmp_path, "avtaler.ics", b"1")
    before = first.stat()
    assert save(tmp_path, "avtaler.ics", b"1") == first
    assert first.stat() == before
    assert _names(tmp_path) == ["avtaler.ics"]


def test_other_content_is_numbered_and_overwrites_nothing(tmp_path: Path) -> None:
    paths = [save(tmp_path, "avtaler.ics", data) for data in (b"1", b"2", b"3", b"2")]
    assert [path.name for path in paths] == ["avtaler.ics", "avtaler-2.ics", "avtaler-3.ics", "avtaler-2.ics"]
    assert [path.read_bytes() for path in paths] == [b"1", b"2", b"3", b"2"]


def test_other_content_is_refused_when_it_must_not_be_numbered(tmp_path: Path) -> None:
    save(tmp_path, "avtaler.ics", b"1")
    with pytest.raises(FileExistsAlreadyError, match="exists already with other content"):
        save(tmp_path, "avtaler.ics", b"2", numbered=False)
    assert (tmp_path / "avtaler.ics").read_bytes() == b"1"
    assert save(tmp_path, "avtaler.ics", b"1", numbered=False) == tmp_path / "avtaler.ics"


def test_several_files_are_saved_together(tmp_path: Path) -> None:
    save(tmp_path, "a.ics", b"0")
    paths = save_all(tmp_path, {"a.ics": b"1", "b.ics": b"2"})
    assert [path.name for path in paths] == ["a-2.ics", "b.ics"]


def test_a_folder_that_is_a_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    place = tmp_path / "calendar"
    place.write_bytes(b"")
    with pytest.raises(SaveError, match=r"cannot be saved \(File exists\)\. Choose another folder\."):
        save(place, "avtaler.ics", b"1")
    with pytest.raises(SaveError, match="cannot be saved"):
        replace_file(place / "ledger.json", b"1")


def test_a_name_that_is_a_folder_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "avtaler.ics").mkdir()
    with pytest.raises(SaveError, match="Is a directory"):
        save(tmp_path, "avtaler.ics", b"1")


def test_a_folder_full_of_the_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ics_files, "_MOST", 3)
    for data in (b"1", b"2"):
        save(tmp_path, "avtaler.ics", data)
    with pytest.raises(SaveError, match="under every number already"):
        save(tmp_path, "avtaler.ics", b"3")


def _full_disk(_handle: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _full_disk)
    with pytest.raises(SaveError, match="No space left on device"):
        save(tmp_path, "avtaler.ics", b"1")
    assert _names(tmp_path) == []


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.json"
    replace_file(path, b"1")
    replace_file(path, b"2")
    monkeypatch.setattr(os, "fsync", _full_disk)
    with pytest.raises(SaveError, match="No space left on device"):
        replace_file(path, b"3")
    assert path.read_bytes() == b"2"
    assert _names(tmp_path) == ["ledger.json"]


def test_a_folder_that_cannot_be_synced_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    genuine = os.fsync

    def only_files(handle: int) -> None:
        if os.fstat(handle).st_mode & 0o040000:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        genuine(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    assert save(tmp_path, "avtaler.ics", b"1").read_bytes() == b"1"


class TestStaged:
    def test_files_get_their_names_when_they_are_published(self, tmp_path: Path) -> None:
        save(tmp_path, "b.ics", b"2")
        with staged(tmp_path, {"a.ics": b"1", "b.ics": b"2", "c.ics": b"3"}) as ready:
            assert (tmp_path / "a.ics").read_bytes() == b""
            paths = ready.publish()
        assert [path.name for path in paths] == ["a.ics", "b.ics", "c.ics"]
        assert _names(tmp_path) == ["a.ics", "b.ics", "c.ics"]

    def test_what_is_not_published_is_taken_away(self, tmp_path: Path) -> None:
        save(tmp_path, "b.ics", b"2")
        with staged(tmp_path, {"a.ics": b"1", "b.ics": b"2"}):
            pass
        assert _names(tmp_path) == ["b.ics"]

    def test_one_that_cannot_be_written_takes_the_others_with_it(self, tmp_path: Path) -> None:
        save(tmp_path, "b.ics", b"2")
        with pytest.raises(FileExistsAlreadyError), staged(tmp_path, {"a.ics": b"1", "b.ics": b"3"}, numbered=False):
            pass
        assert _names(tmp_path) == ["b.ics"]

    def test_a_name_that_cannot_be_given_is_said(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refused(_path: Path, _target: Path) -> Path:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))

        with staged(tmp_path, {"a.ics": b"1"}) as ready:
            monkeypatch.setattr(Path, "replace", refused)
            with pytest.raises(SaveError, match=r"a\.ics: cannot be saved \(Permission denied\)"):
                ready.publish()
        assert _names(tmp_path) == []

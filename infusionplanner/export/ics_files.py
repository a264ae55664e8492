"""Saving files safely: whole or not at all, kept through a power cut, and nothing overwritten in silence."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from infusionplanner.export.ics_errors import FileExistsAlreadyError, SaveError

_MOST = 1000
"""How many files of one name a folder may get before something else must be wrong."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One file on its way: written in full to ``beside``, its name ``path`` taken; None when it is there already."""

    path: Path
    beside: Path | None


@dataclass(frozen=True, slots=True)
class StagedFiles:
    """Files that are on disk in full under hidden names, with their own names taken."""

    folder: Path
    parts: tuple[_Part, ...]

    def publish(self) -> tuple[Path, ...]:
        """Give the files their names and return where they are. Raises ``SaveError``."""
        for part in self.parts:
            if part.beside is not None:
                try:
                    part.beside.replace(part.path)
                except OSError as error:
                    raise SaveError(part.path, _why(error)) from error
        _sync_folder(self.folder)
        return tuple(part.path for part in self.parts)


@contextmanager
def staged(folder: Path, files: Mapping[str, bytes], *, numbered: bool = True) -> Iterator[StagedFiles]:
    """Write several new files so that only their names are left to be given, which hardly ever fails.

    What is not published when the context ends is taken away again. Names are given as ``save`` tells.

    Raises:
        FileExistsAlreadyError: a file with other content is there and ``numbered`` is off; nothing is left behind.
        SaveError: the folder or the disk does not allow it; nothing is left behind.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(folder, _why(error)) from error
    parts: list[_Part] = []
    try:
        for name, data in files.items():
            parts.append(_stage(folder / name, data, numbered=numbered))
        yield StagedFiles(folder, tuple(parts))
    finally:
        for part in parts:
            _take_away(part)


def save(folder: Path, name: str, data: bytes, *, numbered: bool = True) -> Path:
    """Save a new file and return where it is; the folder is made if it is missing.

    A file of this name with the same content is left as it is. Beside one with other content the new one is numbered
    (``avtaler-1a2b3c4d-2.ics``), or refused when ``numbered`` is off.

    Raises:
        FileExistsAlreadyError: a file with other content is there and ``numbered`` is off.
        SaveError: the folder or the disk does not allow it.
    """
    return save_all(folder, {name: data}, numbered=numbered)[0]


def save_all(folder: Path, files: Mapping[str, bytes], *, numbered: bool = True) -> tuple[Path, ...]:
    """Save several new files as ``save`` does, all or none.

    Raises:
        FileExistsAlreadyError: as ``save``.
        SaveError: as ``save``.
    """
    with staged(folder, files, numbered=numbered) as ready:
        return ready.publish()


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that at any moment it is there in full, as it was or as it is to be.

    Raises:
        SaveError: the folder or the disk does not allow it; the file is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _put(path, data)
    except OSError as error:
        raise SaveError(path, _why(error)) from error
    _sync_folder(path.parent)


def _stage(plain: Path, data: bytes, *, numbered: bool) -> _Part:
    try:
        for number in range(1, _MOST):
            path = plain if number == 1 else plain.with_stem(f"{plain.stem}-{number}")
            if _claim(path):
                return _Part(path, _beside(path, data))
            if path.read_bytes() == data:
                return _Part(path, None)
            if not numbered:
                raise FileExistsAlreadyError(path)
    except OSError as error:
        raise SaveError(plain, _why(error)) from error
    raise SaveError(plain, "stands there under every number already. Choose another folder.")


def _claim(path: Path) -> bool:
    """Take a name that no file has, so that two who save at once never get the same."""
    try:
        path.open("xb").close()
    except FileExistsError:
        return False
    return True


def _beside(path: Path, data: bytes) -> Path:
    """Write what is to become ``path``, whose name is taken, and give the name back when that fails."""
    beside = _hidden(path)
    try:
        _write(beside, data)
    except OSError:
        beside.unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        raise
    return beside


def _take_away(part: _Part) -> None:
    """Take away what was not published: the hidden file, and the name that was taken for it."""
    if part.beside is not None and part.beside.exists():
        part.beside.unlink()
        part.path.unlink(missing_ok=True)


def _put(path: Path, data: bytes) -> None:
    beside = _hidden(path)
    try:
        _write(beside, data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _hidden(path: Path) -> Path:
    return path.with_name(f".{uuid4().hex}.tmp")


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name last. Windows and some network drives cannot, and do not need to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _why(error: OSError) -> str:
    return f"cannot be saved ({error.strerror}). Choose another folder."

"""Saving files safely: whole or not at all, kept through a power cut, and nothing overwritten in silence."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from infusionplanner.export.ics_errors import FileExistsAlreadyError, SaveError

_MOST = 1000
"""How many files of one name a folder may get before something else must be wrong."""


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
    """Save several new files as ``save`` does, which is faster than one by one.

    Raises:
        FileExistsAlreadyError: as ``save``; the files before it are saved.
        SaveError: as ``save``; the files before it are saved.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(folder, _why(error)) from error
    paths = tuple(_save(folder / name, data, numbered=numbered) for name, data in files.items())
    _sync_folder(folder)
    return paths


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


def _save(plain: Path, data: bytes, *, numbered: bool) -> Path:
    try:
        for number in range(1, _MOST):
            path = plain if number == 1 else plain.with_stem(f"{plain.stem}-{number}")
            if _claim(path):
                _fill(path, data)
                return path
            if path.read_bytes() == data:
                return path
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


def _fill(path: Path, data: bytes) -> None:
    try:
        _put(path, data)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _put(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{uuid4().hex}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


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

"""The lock files are complete: whatever a locked library needs, extras included, is locked too and fits."""

import importlib.metadata
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Pins = dict[str, Requirement]

LOCKS = ("requirements.lock", "requirements-dev.lock")


def _pins(text: str) -> Pins:
    """Return what the text of a lock file pins: canonical name to requirement, those of other systems left out."""
    entries = text.replace("\\\n", " ").splitlines()
    pins = [Requirement(re.split(r"\s+--hash=", entry, maxsplit=1)[0]) for entry in entries if entry.strip()]
    return {canonicalize_name(pin.name): pin for pin in pins if pin.marker is None or pin.marker.evaluate()}


def _needs(name: str, extras: set[str]) -> Iterator[Requirement]:
    """Yield what an installed library requires here, with these extras."""
    for line in importlib.metadata.requires(name) or []:
        need = Requirement(line)
        if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield need


def _faults(pins: Pins) -> Iterator[str]:
    """Yield a sentence for each requirement of a locked library that the lock does not satisfy by itself."""
    for name, pin in pins.items():
        for need in _needs(name, pin.extras):
            found = pins.get(canonicalize_name(need.name))
            if found is None:
                yield f"{pin} needs {need}, which is not locked"
            elif not need.extras <= found.extras:
                yield f"{pin} needs {need}, and the lock names it without that extra: {found}"
            elif not need.specifier.contains(next(iter(found.specifier)).version, prereleases=True):
                yield f"{pin} needs {need}, and {found} is locked"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_of_a_locked_library_is_locked_and_fits(root: Path, lock: str) -> None:
    assert list(_faults(_pins((root / lock).read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locked_versions_are_the_installed_ones(root: Path, lock: str) -> None:
    pins = _pins((root / lock).read_text(encoding="utf-8"))
    installed = {name: importlib.metadata.version(name) for name in pins}
    assert {name: f"=={version}" for name, version in installed.items()} == {
        name: str(pin.specifier) for name, pin in pins.items()
    }


def test_an_extra_that_the_lock_does_not_name_is_a_fault(root: Path) -> None:
    # Without the extra, pip 23 asks the index for a newer coverage[toml] and refuses it, because it has no hash.
    text = (root / "requirements-dev.lock").read_text(encoding="utf-8").replace("coverage[toml]==", "coverage==")
    assert [re.sub(r"==[\w.]+", "", fault) for fault in _faults(_pins(text))] == [
        "pytest-cov needs coverage[toml]>=7.10.6, and the lock names it without that extra: coverage"
    ]


def test_a_library_that_is_not_locked_is_a_fault(root: Path) -> None:
    pins = _pins((root / "requirements.lock").read_text(encoding="utf-8"))
    del pins["shiboken6"]
    assert [fault.partition(" needs ")[2] for fault in _faults(pins)] == [
        f"{need}, which is not locked"
        for need in importlib.metadata.requires("pyside6-essentials") or []
        if need.startswith("shiboken6")
    ]

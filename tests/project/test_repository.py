"""What a reader of the repository relies on: locked libraries, no address or machine in it, documents that keep up."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from infusionplanner.cli.main import COMMANDS

# Hosts of package registries, and folders of somebody's machine. The brackets keep this file from finding itself.
ADDRESS = re.compile(r"py[p]i\.org|python[h]osted\.org|npm[j]s\.org|deb\.[d]ebian\.org")
MACHINE = re.compile(r"(?<![\w.}])/(wor[k]|tm[p]|roo[t]|hom[e]/\w+|Users/\w+)\b|\.\./share[d]")
BINARY = {".png", ".ttf", ".qm", ".xlsx", ".pdf", ".db", ".gz", ".ico"}


@pytest.fixture(scope="session")
def project(root: Path) -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def _name(requirement: str) -> str:
    """Return a requirement's name as lock files spell it."""
    return re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def _locked(path: Path) -> dict[str, str]:
    """Return what a lock file pins: name to the whole entry."""
    entries = path.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return {_name(entry): entry for entry in entries if entry.strip()}


def test_no_file_names_a_registry_or_a_machine(root: Path, tracked: tuple[Path, ...]) -> None:
    faults = [
        f"{path.relative_to(root)}:{number} names {found[0]!r}, which is not everybody's"
        for path in tracked
        if path.suffix not in BINARY
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := ADDRESS.search(line) or MACHINE.search(line))
    ]
    assert "\n".join(faults) == ""


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_library_has_a_version_and_hashes(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "#" not in text, "comments of the lock file tell how and where it was made"
    complete = re.compile(r"[a-z0-9-]+(\[[a-z0-9,-]+\])?==[\w.]+( ; [^#]+?)?( +--hash=sha256:[0-9a-f]{64})+ *")
    assert [entry for entry in _locked(root / name).values() if not complete.fullmatch(entry)] == []


def test_the_locks_hold_what_the_project_asks_for(root: Path, project: dict[str, Any]) -> None:
    groups = project["dependency-groups"]
    wanted = {_name(line) for line in [*project["project"]["dependencies"], *groups["build"]]}
    wanted_dev = wanted | {_name(line) for line in groups["dev"] if isinstance(line, str)}
    assert wanted - _locked(root / "requirements.lock").keys() == set(), "run packaging/lock.sh"
    assert wanted_dev - _locked(root / "requirements-dev.lock").keys() == set(), "run packaging/lock.sh"


def test_both_locks_pin_the_same(root: Path) -> None:
    # A marker may differ: what only an old Python needs to run, a tool may need everywhere.
    run, dev = (
        {name: re.sub(" ;.*?(?= --hash)", "", entry).split() for name, entry in _locked(root / lock).items()}
        for lock in ("requirements.lock", "requirements-dev.lock")
    )
    assert {name: pins for name, pins in run.items() if dev[name] != pins} == {}


def test_every_library_stands_in_the_list_of_licences(root: Path) -> None:
    text = (root / "THIRD_PARTY.md").read_text(encoding="utf-8").lower()
    libraries = _locked(root / "requirements.lock").keys()
    assert [name for name in libraries if f"| {name} |" not in text] == []


def test_the_changelog_tells_of_this_version(root: Path, project: dict[str, Any]) -> None:
    version = project["project"]["version"]
    headings = re.findall(r"^## \[?([^\]\s]+)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert version in headings


def test_the_decisions_are_numbered_and_linked(root: Path) -> None:
    files = sorted(path.name for path in (root / "docs" / "decisions").glob("[0-9]*.md"))
    assert [name[:3] for name in files] == [f"{number:03}" for number in range(1, len(files) + 1)]
    index = (root / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert [name for name in files if f"({name})" not in index] == []


def test_links_between_documents_lead_somewhere(root: Path, tracked: tuple[Path, ...]) -> None:
    faults = [
        f"{path.relative_to(root)} links to {target}, which is not there"
        for path in tracked
        if path.suffix == ".md"
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert "\n".join(faults) == ""


def test_the_scripts_can_be_started(root: Path, tracked: tuple[Path, ...]) -> None:
    faults = [
        f"{path.relative_to(root)} is a script and not executable"
        for path in tracked
        if path.suffix not in BINARY and path.read_bytes().startswith(b"#!") and not path.stat().st_mode & 0o111
    ]
    assert "\n".join(faults) == ""


def test_the_wheel_holds_the_three_packages_whole(root: Path, tracked: tuple[Path, ...], tmp_path: Path) -> None:
    hatchling = ["hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run([sys.executable, "-m", *hatchling], cwd=root, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    shipped = {path.relative_to(root).as_posix() for path in tracked}
    wanted = {
        name.removeprefix(folder)
        for folder, package in (("", "infusionplanner/"), ("ui/", "ui/"), ("resources/", "resources/"))
        for name in shipped
        if name.startswith(package)
    }
    with ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == wanted


def test_the_readme_tells_of_every_command(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if name is not None and f"`{name}" not in readme] == []

"""The repository as its own tests see it."""

import ast
import subprocess
from pathlib import Path

import pytest


def _trees(root: Path, *folders: str) -> dict[str, ast.Module]:
    paths = sorted(path for folder in folders for path in (root / folder).rglob("*.py"))
    return {path.relative_to(root).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


@pytest.fixture(scope="session")
def root() -> Path:
    return Path(__file__).parents[2]


@pytest.fixture(scope="session")
def tracked(root: Path) -> tuple[Path, ...]:
    """Return every file of the repository, those not yet added too, in the order of their paths."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")
    return tuple(path for name in sorted(set(names)) if (path := root / name).is_file())


@pytest.fixture(scope="session")
def shipped(root: Path) -> dict[str, ast.Module]:
    """Return the syntax trees of what is installed, by path."""
    return _trees(root, "infusionplanner", "ui", "resources")


@pytest.fixture(scope="session")
def all_code(root: Path) -> dict[str, ast.Module]:
    """Return the syntax trees of everything in Python, tests and tools too, by path."""
    return _trees(root, "infusionplanner", "ui", "resources", "tests", "benchmarks", "packaging")

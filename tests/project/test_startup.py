"""What is slow to load waits until it is needed."""

import subprocess
import sys

import pytest

HEAVY = {"PySide6", "shiboken6", "sqlite_utils", "sqlite3", "icalendar", "openpyxl", "segno", "numpy", "pandas"}


def _loaded(code: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter loads for ``code`` (measuring coverage loads some too)."""
    tops = "{name.partition('.')[0] for name in sys.modules}"
    ask = f"import sys; before = {tops}; {code}; print(*({tops} - before))"
    done = subprocess.run([sys.executable, "-c", ask], check=False, capture_output=True, text=True)
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    ["infusionplanner.cli", "infusionplanner.domain.plan", "infusionplanner_ui.launch", "infusionplanner_resources"],
)
def test_importing_loads_nothing_heavy(module: str) -> None:
    assert _loaded(f"import {module}") & HEAVY == set()


def test_the_planner_loads_no_qt_even_when_all_of_it_is_loaded() -> None:
    walk = (
        "import importlib, pkgutil, infusionplanner as package; "
        "[importlib.import_module(m.name) for m in pkgutil.walk_packages(package.__path__, 'infusionplanner.') "
        "if not m.name.endswith('__main__')]"
    )
    loaded = _loaded(walk)
    assert "infusionplanner" in loaded
    assert loaded & {"PySide6", "shiboken6", "infusionplanner_ui", "numpy", "pandas"} == set()

"""The shipped protocol and wording, and a protocol file small enough to be changed in a test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from infusionplanner.catalogue.protocol_file import builtin_protocols
from infusionplanner.catalogue.wording import Wording, wording
from infusionplanner.domain.protocol import Protocol

SMALL = """\
format = "infusionplanner.protocol/1"
id = "small"
version = "1"
families = ["dose", "interval", "visit"]
name = { nb = "Liten", en = "Small" }
gate = [
    { key = "reviewed", rule = "R-INT-1", nb = "Vurdert", en = "Reviewed" },
    { key = "mri", rule = "R-INT-1", nb = "MR", en = "MRI" },
]

[rules.R-INT-1]
origin = "HB"
nb = "{dose_mg} hver {interval_standard_days|n}. dag."
en = "{dose_mg} every {interval_standard_days}."
"""

VALUES = {
    "dose_mg": (100, "mg"),
    "dose_syringes": (1, "syringes"),
    "visit_minutes.sc": (20, "minutes"),
    "visit_minutes.iv": (40, "minutes"),
    "interval_standard_days": (30, "days"),
    "interval_extended_days": (40, "days"),
    "interval_minimum_days": (20, "days"),
    "window_days": (3, "days"),
    "extended_from_months": (12, "months"),
    "rebound_warn_days": (50, "days"),
    "rebound_critical_days": (60, "days"),
}

Write = Callable[[str], Path]


@pytest.fixture(scope="session")
def natalizumab() -> Protocol:
    return builtin_protocols()["natalizumab"]


@pytest.fixture(scope="session")
def nb() -> Wording:
    return wording("nb")


@pytest.fixture(scope="session")
def en() -> Wording:
    return wording("en")


@pytest.fixture(scope="session")
def small() -> str:
    """Return the text of a protocol file with nothing but what every protocol needs."""
    parameters = (
        f'[parameters."{key}"]\nvalue = {value}\nunit = "{unit}"\norigin = "OWN"\nrules = ["R-INT-1"]\n'
        f'label = {{ nb = "{key}", en = "{key}" }}\n'
        for key, (value, unit) in VALUES.items()
    )
    return "\n".join([SMALL, *parameters])


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a file and returns its path."""

    def written(text: str) -> Path:
        path = tmp_path / "written.toml"
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return written

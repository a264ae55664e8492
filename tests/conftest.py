"""What all tests share: how hard generated examples are sought, and the keys of the journeys told at the end."""

import os

import pytest
from hypothesis import HealthCheck, settings

import infusionplanner.bootstrap  # noqa: F401 - errors get their words there

# On a busy machine drawing a whole patient takes a while; that says nothing of the program.
settings.register_profile(
    "check", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("search", parent=settings.get_profile("check"), max_examples=1000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "check"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many keys each piece of a nurse's work took."""
    # Pytest files the reports of what comes after a test under no name.
    done = [report for report in terminalreporter.getreports("") if isinstance(report, pytest.TestReport)]
    counted = sorted(str(work) for report in done for name, work in report.user_properties if name == "keys")
    if counted:
        terminalreporter.section("keys of a nurse's work")
        for work in counted:
            terminalreporter.line(work)

"""The protocol and the unit that the rules are tried with."""

import pytest
from planner import Planner


@pytest.fixture
def planner() -> Planner:
    return Planner()

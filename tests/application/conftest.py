"""The desk that the use cases are tried at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desks import Bench, open_bench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with open_bench(tmp_path / "unit.db") as opened:
        yield opened

"""The longest time in which the window of 2,000 patients heard nothing, in each part of a morning."""

import json
import os
import subprocess
import sys

from benchmarks.timing import Row
from benchmarks.unit import FOLDER, large_unit

ROUNDS = 3
BLOCKED = 0.1


def _session() -> dict[str, float]:
    """Live through a morning in a program of its own; return for each part the seconds blocked at most."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPYCACHEPREFIX": str(FOLDER / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once, not at every start
    command = [sys.executable, "-m", "benchmarks.session", str(large_unit())]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    blocked: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return blocked


def measure() -> list[Row]:
    """Live through the morning some times; of each part the best counts, for the machine has other things to do too."""
    rounds = [_session() for _ in range(ROUNDS)]
    idle = min(blocked["at rest"] for blocked in rounds)
    return [
        Row(
            f"blocked: {part}",
            min(blocked[part] for blocked in rounds),
            idle,
            "the same window at rest",
            reach=BLOCKED,
            absolute=True,
            spread=tuple(blocked[part] for blocked in rounds),
        )
        for part in rounds[0]
    ]

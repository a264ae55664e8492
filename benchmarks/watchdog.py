"""The longest time in which the window of 2,000 patients heard nothing, in each part of a morning."""

import json

from benchmarks.timing import Row
from benchmarks.unit import large_unit
from benchmarks.window import run

ROUNDS = 3
BLOCKED = 0.05


def measure() -> list[Row]:
    """Live through the morning some times; of each part the best counts, for the machine has other things to do too."""
    rounds: list[dict[str, float]] = [json.loads(run("benchmarks.session", str(large_unit()))) for _ in range(ROUNDS)]
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

"""From starting the program to its first painted window with 2,000 patients, against a bare QMainWindow."""

import os
import subprocess
import sys
import time

from benchmarks.timing import Row
from benchmarks.unit import FOLDER, NOW, large_unit

ROUNDS = 5


def _start(*arguments: str) -> tuple[float, float]:
    """Start one window; return the seconds until it was painted and the megabytes it then holds."""
    command = [sys.executable, "-m", "benchmarks.first_paint", *arguments]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPYCACHEPREFIX": str(FOLDER / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once, not at every start
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - start
        assert line == "painted\n", f"the window said {line!r}"
        megabytes = int(process.stdout.readline().split()[1]) / 1024
    return seconds, megabytes


def measure() -> list[Row]:
    """Start both in turn; take the quickest and the leanest of each. The first starts compile and are not counted."""
    program = ("program", "--db", str(large_unit()), "--on", NOW.date().isoformat())
    _start(*program)
    _start("bare")
    rounds = [(_start(*program), _start("bare")) for _ in range(ROUNDS)]
    (ours, memory), (bare, bare_memory) = (
        tuple(min(values) for values in zip(*side, strict=True)) for side in zip(*rounds, strict=True)
    )
    return [
        Row("first painted window, 2,000 patients", ours, bare, "a bare QMainWindow", reach=2.0, aim=1.5),
        Row("memory of the idle window", memory, bare_memory, "a bare QMainWindow", reach=2.5, unit="MB"),
    ]

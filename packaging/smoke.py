"""Runs every command of an installed program once on a small demo unit.

    python packaging/smoke.py PROGRAM

What a program loads by name is missing only when that name is first used, so each command is used, the window too.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from infusionplanner.cli.main import COMMANDS

WINDOW_SECONDS = 5
"""A window that is still open after so long has opened."""

COMMAND_SECONDS = 300


def uses(folder: Path) -> dict[str | None, list[str]]:
    """Return the arguments of one use of each command, in an order in which each finds what it needs."""
    demo, one = folder / "demo", "demo-0001"
    patient, unit = str(demo / "patients" / f"{one}.json"), ["--db", str(demo / "demo.db")]
    return {
        "demo": ["--patients", "5", "--no-pictures", "--dir", str(demo)],
        "plan": [patient, "--json"],
        "check": [patient, "--date", "2026-01-05", "--json"],
        "import": [patient, "--db", str(folder / "new.db")],
        "export": [one, *unit],
        "ics": [one, *unit, "--out", str(folder / "calendars")],
        "week": [*unit, "--pdf", str(folder / "week.pdf")],
        "due": [*unit, "--json"],
        "screenshots": [str(folder / "pictures"), "--only", "today"],
        None: unit,
    }


def run(program: str, command: str | None, arguments: list[str]) -> str:
    """Run one command and return what is wrong with it, empty when nothing is."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    words = [program, *([] if command is None else [command]), *arguments]
    patience = WINDOW_SECONDS if command is None else COMMAND_SECONDS
    with subprocess.Popen(
        words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            _, said = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            process.kill()
            _, said = process.communicate()
            return said if command is None else f"has not ended after {patience} seconds"
    right = {0, 1} if command == "check" else {0}
    ended = command is not None and process.returncode in right and "Traceback" not in said
    return "" if ended else said or f"ended with {process.returncode}"


def main() -> int:
    """Run all commands; return 1 when one is not as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = uses(Path(folder))
        faults = dict.fromkeys(COMMANDS.keys() - wanted.keys(), "is not tried here")
        for command, arguments in wanted.items():
            if fault := run(sys.argv[1], command, arguments):
                faults[command] = fault
    for command, fault in faults.items():
        sys.stderr.write(f"{command or 'the window'}: {fault}\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())

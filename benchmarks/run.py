"""Prints how fast the program is, as multiples of the least that could be done, all measured in one run.

From the root of the repository, with nothing else running: ``.venv/bin/python -m benchmarks.run [NAME ...]``.
A ratio travels from machine to machine; seconds do not. ``reach`` is the bound, ``aim`` what we would like.
"""

import argparse
import importlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.timing import Row, share

NAMES = ("startup", "planning", "due_list", "calendars", "pages", "clicks", "watchdog")


def _measured(name: str) -> list[Row]:
    """Run one benchmark; its libraries are loaded only then."""
    rows: list[Row] = importlib.import_module(f"benchmarks.{name}").measure()
    return rows


def _spoken(value: float, unit: str) -> str:
    """Return a figure with its unit, seconds in the one that suits them."""
    if unit != "s":
        return f"{value:.0f} {unit}"
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * 1e3:.1f} ms" if value >= 1e-3 else f"{value * 1e6:.0f} us"


def _bound(row: Row) -> str:
    """Return the bound of a row in words, and whether it is missed."""
    bounds = [(name, value) for name, value in (("reach", row.reach), ("aim", row.aim)) if value is not None]
    words = [f"{name} {_spoken(value, row.unit) if row.absolute else f'{value:g}'}" for name, value in bounds]
    missed = "  MISSED" if not row.within_reach else "" if row.within_aim else "  aim missed"
    return ", ".join(words) + missed


def _spread(row: Row) -> str:
    """Return what half of the measurements, what 95 of 100 and what all of them stay under."""
    return " / ".join(_spoken(share(row.spread, part), row.unit) for part in (0.5, 0.95, 1)) if row.spread else ""


def _table(rows: list[Row]) -> str:
    """Return the rows as a table of text."""
    cells = [("", "ours", "least", "ratio", "p50 / p95 / max", "bound", "held against")]
    cells += [
        (
            row.name,
            _spoken(row.ours, row.unit),
            _spoken(row.floor, row.unit),
            f"{row.ratio:.2f}",
            _spread(row),
            _bound(row),
            row.floor_name,
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in cells
    )


def main() -> int:
    """Measure, print, and answer 1 when a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all when left out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the rows as JSON")
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    rows = [row for name in options.names or NAMES for row in _measured(name)]
    print(_table(rows))
    if options.json is not None:
        facts = [asdict(row) | {"ratio": row.ratio, "within_reach": row.within_reach} for row in rows]
        options.json.write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")
    return 0 if all(row.within_reach for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())

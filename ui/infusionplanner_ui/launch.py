"""Entry point of the program: the window at once when no command is named, else the commands with what draws for them.

Everything is loaded only when it is asked for: the window is to be there before the planner is.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infusionplanner.application.sheets.values import Footer, WeekSheet

_OPTIONS = frozenset({"--db", "--on"})
_FIRST_YEAR, _LAST_YEAR = 1901, 2199


class Windows:
    """What the commands need drawn. Each method loads Qt only when it is called."""

    def window(self, database: Path, *, on: date | None, demo: bool) -> int:
        """Open the window on a database and return the exit status when it is closed."""
        from infusionplanner_ui.shell.desktop import open_window  # noqa: PLC0415 - no command but this one needs the windows

        return open_window(database, on=on, demo=demo)

    def week_pdf(self, sheet: WeekSheet, path: Path, footer: Footer) -> None:
        """Write the printed week."""
        from infusionplanner_ui.printing.headless import write_week_pdf  # noqa: PLC0415 - loads Qt

        write_week_pdf(sheet, path, footer)

    def screenshots(self, folder: Path, only: Sequence[str] = ()) -> tuple[Path, ...]:
        """Write pictures of every page of the demo unit and return their paths; ``only`` names those wanted."""
        from infusionplanner_ui.screenshots.run import screenshots  # noqa: PLC0415 - loads Qt

        return screenshots(folder, only)


def main() -> int:
    """Run the program with the arguments of the process."""
    arguments = sys.argv[1:]
    options = window_options(arguments)
    if options is not None:
        from infusionplanner_ui.shell.desktop import open_window  # noqa: PLC0415 - a command needs no window

        database, on = options.get("--db"), options.get("--on")
        return open_window(
            None if database is None else Path(database), on=None if on is None else date.fromisoformat(on), demo=False
        )
    from infusionplanner.cli.main import main as command  # noqa: PLC0415 - the window opens without it

    return command(arguments, drawing=Windows())


def window_options(arguments: Sequence[str]) -> dict[str, str] | None:
    """Return the options of the window by name, or None when the commands are to read the arguments.

    That is so when a command is named, for help, and when an option is not right: they say what is wrong.
    """
    left, options = list(arguments), dict[str, str]()
    while left:
        option, equals, value = left.pop(0).partition("=")
        if option not in _OPTIONS or not (equals or left):
            return None
        options[option] = value if equals else left.pop(0)
    return options if _is_day(options.get("--on")) else None


def _is_day(text: str | None) -> bool:
    """Tell whether a date is left out or is one that the program plans for; the commands know the years exactly."""
    if text is None:
        return True
    try:
        return _FIRST_YEAR <= date.fromisoformat(text).year <= _LAST_YEAR and len(text) == len("2026-11-23")
    except ValueError:
        return False


if __name__ == "__main__":
    sys.exit(main())

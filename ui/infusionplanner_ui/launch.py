"""Entry point of the program: the window at once when no command is named, else the commands with what draws for them.

Everything is loaded only when it is asked for: the window is to be there before the planner is.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from infusionplanner.application.sheets_values import Footer, WeekSheet

_WITH_VALUE = frozenset({"--db", "--on"})


class Windows:
    """What the commands need drawn. Each method loads Qt only when it is called."""

    def window(self, database: Path, *, on: date | None, demo: bool) -> int:
        """Open the window on a database and return the exit status when it is closed."""
        from infusionplanner_ui.desktop import open_window  # noqa: PLC0415 - no command but this one needs the windows

        return open_window(database, on=on, demo=demo)

    def week_pdf(self, sheet: WeekSheet, path: Path, footer: Footer) -> None:
        """Write the printed week."""
        from infusionplanner_ui.printing.headless import write_week_pdf  # noqa: PLC0415 - loads Qt

        write_week_pdf(sheet, path, footer)

    def screenshots(self, folder: Path) -> tuple[Path, ...]:
        """Write pictures of every page of the demo unit and return their paths."""
        from infusionplanner_ui.screenshots import screenshots  # noqa: PLC0415 - loads Qt

        return screenshots(folder)


def main() -> int:
    """Run the program with the arguments of the process."""
    arguments = sys.argv[1:]
    if wants_window(arguments):
        return _open_window(arguments)
    from infusionplanner.cli.main import main as command  # noqa: PLC0415 - the window opens without it

    return command(arguments, drawing=Windows())


def wants_window(arguments: Sequence[str]) -> bool:
    """Tell whether nothing but options for the window is given: a database, a date."""
    left = list(arguments)
    while left:
        option, equals, _ = left.pop(0).partition("=")
        if option not in _WITH_VALUE:
            return False
        if not equals:
            del left[:1]
    return True


def _open_window(arguments: Sequence[str]) -> int:
    """Open the window without loading the commands."""
    from infusionplanner_ui.desktop import open_window  # noqa: PLC0415 - a command needs no window

    if not arguments:
        return open_window(None, on=None, demo=False)
    from infusionplanner.cli.arguments import parser  # noqa: PLC0415 - without options there is nothing to read

    options = parser().parse_args(arguments)
    return open_window(options.db, on=options.on, demo=False)


if __name__ == "__main__":
    sys.exit(main())

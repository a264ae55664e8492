"""Entry point of the program: hands the commands what draws, loaded only when asked for."""

import sys
from datetime import date
from pathlib import Path

from infusionplanner.application.sheets_values import Footer, WeekSheet
from infusionplanner.cli.main import main as command


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
    return command(sys.argv[1:], drawing=Windows())


if __name__ == "__main__":
    sys.exit(main())

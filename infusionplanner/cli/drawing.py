"""What the commands need drawn, as a protocol; the windows' package hands it in, so that no command depends on Qt."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from infusionplanner.application.sheets.values import Footer, WeekSheet


class Drawing(Protocol):
    """Opens windows and draws pages; each method loads Qt only when it is called."""

    def window(self, database: Path, *, on: date | None, demo: bool) -> int:
        """Open the window on a database and return the exit status when it is closed."""

    def week_pdf(self, sheet: WeekSheet, path: Path, footer: Footer) -> None:
        """Write the printed week."""

    def screenshots(self, folder: Path, only: Sequence[str] = ()) -> tuple[Path, ...]:
        """Write pictures of every page of the demo unit and return their paths; ``only`` names those wanted."""

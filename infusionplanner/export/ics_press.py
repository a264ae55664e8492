"""Makes and saves calendar files for the application (``application.handout.CalendarPress``)."""

from collections.abc import Mapping
from pathlib import Path

from infusionplanner.application.calendar_ledger import Ledger
from infusionplanner.application.calendar_records import CalendarContent, ExportScope
from infusionplanner.export.ics import calendar_bytes, calendar_code, file_name, new_uid, single_files
from infusionplanner.export.ics_files import save_all


class IcsPress:
    """Writes .ics files."""

    def new_uid(self) -> str:
        """Return a random identity for a new event."""
        return new_uid()

    def files(
        self, ledger: Ledger, events: Ledger, content: CalendarContent, scope: ExportScope
    ) -> Mapping[str, bytes]:
        """Return the files of ``events`` by name. Raises ``CalendarError``."""
        whole = calendar_bytes(events, content)
        code = calendar_code(ledger)
        if scope is ExportScope.SINGLE:
            return single_files(events, content, code)
        return {file_name(events, content, code): whole}

    def save(self, folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
        """Save the files and return where they are. Raises ``SaveError``."""
        return save_all(folder, files)

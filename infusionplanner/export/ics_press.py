"""Makes and saves calendar files for the application (``application.handout.CalendarPress``)."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from infusionplanner.application.calendar.ledger import Ledger
from infusionplanner.application.calendar.values import CalendarContent, ExportScope
from infusionplanner.export.ics import calendar_bytes, calendar_code, file_name, new_uid, single_files
from infusionplanner.export.ics_files import StagedFiles, staged
from infusionplanner.export.table_file import csv_bytes, text_bytes


class IcsPress:
    """Writes .ics files, and the list of what a folder holds."""

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

    def staged(self, folder: Path, files: Mapping[str, bytes]) -> AbstractContextManager[StagedFiles]:
        """Write files that are taken away again unless they are published. Raises ``SaveError``."""
        return staged(folder, files)

    def table(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping[str, bytes]:
        """Return a table as files by their endings."""
        return {".csv": csv_bytes(titles, rows), ".txt": text_bytes(titles, rows)}

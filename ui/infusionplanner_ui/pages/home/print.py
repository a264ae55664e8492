"""The call list and the renewal list on paper, as PDF files where the user wants them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from infusionplanner.application.sheets.week import Footer, Names, SheetWard, call_list_sheet, renewal_sheet
from infusionplanner.application.views.overview import LIST_MONTHS
from infusionplanner.application.views.renewal import renewal_list
from infusionplanner.domain.dates import add_months
from infusionplanner.domain.patient import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner.application.sheets.week import ListSheet
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.ward import Ward


class ListPrint(QObject):
    """Writes the lists of the page; names follow the shield. ``choose_file`` asks where to, None when cancelled."""

    def __init__(self, ward: Ward, frame: Frame) -> None:
        super().__init__(frame.page_stack)
        self._ward = ward
        self._frame = frame
        self.choose_file: Callable[[str, str], Path | None] = self._ask

    def save_calls(self) -> None:
        """Write who is to be called."""
        path = self.choose_file(self.tr("Save the call list"), self.tr("calls.pdf"))
        if path is not None:
            today = self._ward.today
            self._write(call_list_sheet(today, self._unit(), names=self._names(), language=self._language()), path)

    def save_renewals(self) -> None:
        """Write whose prescription is to be renewed, as far ahead as the plans of a list reach."""
        path = self.choose_file(self.tr("Save the renewal list"), self.tr("renewals.pdf"))
        if path is not None:
            today = self._ward.today
            until, unit = add_months(today, LIST_MONTHS), self._unit()
            renewals = self._ward.get(renewal_list)
            names, language = self._names(), self._language()
            self._write(renewal_sheet(today, until, unit, names=names, language=language, renewals=renewals), path)

    def _unit(self) -> SheetWard:
        overview = self._ward.overview
        return SheetWard(overview.unit, overview.protocols, overview.patients, overview.plans)

    def _names(self) -> Names:
        return Names.INITIALS if self._frame.shielded else Names.FULL

    def _language(self) -> Language:
        return Language(self._ward.language)

    def _write(self, sheet: ListSheet, path: Path) -> None:
        desk = self._ward.desk
        footer = Footer(self._ward.unit.name, desk.who, desk.now())

        def write() -> None:
            from infusionplanner_ui.printing.headless import write_list_pdf  # noqa: PLC0415 - only when printing

            write_list_pdf(sheet, path, footer)

        said = self.tr("Saved as {file}.").format(file=path.name)
        self._ward.operations.run(write, owner=self, done=lambda _: self._frame.toast(said))

    def _ask(self, title: str, name: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(self._frame.page_stack, title, str(Path(folder) / name), "PDF (*.pdf)")
        return Path(chosen) if chosen else None

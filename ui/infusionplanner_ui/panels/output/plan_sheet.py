"""Printing a patient's plan, or the checklist of the training: to a printer or into a PDF file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog

from infusionplanner.application.sheets.patient import patient_sheet
from infusionplanner.application.sheets.training import training_sheet
from infusionplanner.application.sheets.week import Footer, ListSheet, Names, SheetWard
from infusionplanner.domain.patient import Language
from infusionplanner_ui.look.icons import set_icon
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import ChoiceField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter

    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.panels.form.fields import Field
    from infusionplanner_ui.shell.ward import Ward

PLAN, TRAINING = "plan", "training"


class PlanSheetPanel(ActPanel):
    """Prints one of the patient's sheets; ``said_done`` says what was done.

    ``choose_file`` and ``choose_printer`` ask the person; both answer None when cancelled.
    """

    act = Act.PLAN_SHEET

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.choose_file = self._ask_for_file
        self.choose_printer = self._ask_for_printer
        self.sheet = ChoiceField([])
        self.language = ChoiceField([])
        self._set_options()
        self.language.set_value(self.patient.language or Language.NB)
        self.add(self.sheet, lambda: self.tr("Sheet"))
        self.add(self.language, lambda: self.tr("Language"))
        self._save = button()
        self._save.clicked.connect(self.save_pdf)
        self.body.addWidget(self._save)
        self.finish()

    def _set_options(self) -> None:
        self.sheet.set_options([(PLAN, self.tr("Plan")), (TRAINING, self.tr("Training"))])
        self.language.set_options(choices.coded(self.ward.wording, "language", Language))

    def first(self) -> Field:
        """Begin with the sheet."""
        return self.sheet

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        self._save.setText(self.tr("Save as PDF …"))
        set_icon(self._save, "download")
        super().retranslate()

    def consequences(self) -> Sequence[Said]:
        """Say what the paper holds."""
        if self.sheet.value() == TRAINING:
            return [Said(self.tr("The checklist of the training, to be filled in and signed by hand."))]
        return [Said(self.tr("The sheet names neither drug nor diagnosis. Give it to the patient, or shred it."))]

    def _drawn(self) -> tuple[ListSheet, Footer]:
        overview, desk = self.ward.overview, self.ward.desk
        # The plans of the overview are too short for the six doses that the sheet shows.
        unit = SheetWard(overview.unit, overview.protocols, overview.patients, {self.who: self.ward.plan(self.who)})
        make = training_sheet if self.sheet.value() == TRAINING else patient_sheet
        sheet = make(self.who, unit, names=Names.FULL, language=Language(self.language.value()))
        return sheet, Footer(overview.unit.name, desk.who, desk.now())

    def do(self) -> None:
        """Print on the printer that the person chooses."""
        printer = self.choose_printer()
        if printer is None:
            return
        from infusionplanner_ui.printing.document import PrinterNotReadyError, draw  # noqa: PLC0415 - when printing

        sheet, footer = self._drawn()
        try:
            pages = draw(sheet, printer, footer)
        except PrinterNotReadyError as error:
            self.show_error(sentence(error))
            return
        self.said_done.emit(self.tr("%n page(s) sent to the printer.", "", pages))
        self.closed.emit()

    def save_pdf(self) -> None:
        """Write the sheet into a PDF file that the person names."""
        path = self.choose_file(self.tr("plan.pdf"))
        if path is None:
            return
        sheet, footer = self._drawn()

        def write() -> Path:
            from infusionplanner_ui.printing.headless import write_list_pdf  # noqa: PLC0415 - only when printing

            write_list_pdf(sheet, path, footer)
            return path

        self.ward.operations.run(write, owner=self, done=self._saved, failed=self._not_saved)

    def _saved(self, path: Path) -> None:
        self.said_done.emit(self.tr("Saved as {file}.").format(file=path.name))
        self.closed.emit()

    def _not_saved(self, error: Exception) -> None:
        self.show_error(sentence(error))

    def _ask_for_file(self, name: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), str(Path(folder) / name), "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def _ask_for_printer(self) -> QPrinter | None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only when printing

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        return printer if dialog.exec() == QDialog.DialogCode.Accepted else None

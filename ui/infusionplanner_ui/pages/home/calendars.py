"""Calendars and plan sheets of many patients at once: a folder, progress with cancel, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QProgressDialog

from infusionplanner.application.calendar.hand_out_many import export_calendars, export_plan_sheets, plan_sheets
from infusionplanner.application.sheets.week import Footer
from infusionplanner.domain.patient import Language
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.shell.operations import Changes, Operations
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtPrintSupport import QPrinter

    from infusionplanner.application.calendar.hand_out_many import BulkExport, SheetExport
    from infusionplanner.application.records import PatientId
    from infusionplanner.application.sheets.week import ListSheet
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.operations import Progress
    from infusionplanner_ui.shell.ward import Ward

T = TypeVar("T")


class HomeExports(QObject):
    """Writes many files into a folder that is asked for. Calendars that are handed out cannot be taken back.

    They are written in a thread of their own, so that no act of a nurse waits behind five hundred of them. ``handed``
    carries what was handed out, for the page to show what changed.
    """

    handed = Signal(object)

    def __init__(self, ward: Ward, frame: Frame) -> None:
        super().__init__(frame.page_stack)
        self._ward = ward
        self._frame = frame
        self.operations: Operations | None = None
        """The thread that writes; None while nothing is written."""
        self.choose_printer: Callable[[], QPrinter | None] = self._ask_for_printer
        """Asks for a printer; None when cancelled."""
        self.progress: QProgressDialog | None = None
        """What shows how far it is; None while nothing is written."""

    # calendars

    def hand_out(self, patients: Sequence[PatientId]) -> None:
        """Ask for the folder, which is the confirmation, and hand out to it."""
        folder = self._ask(self.tr("Folder for the calendars")) if patients else None
        if folder is not None:
            self.hand_out_to(folder, patients)

    def hand_out_to(self, folder: Path, patients: Sequence[PatientId]) -> None:
        """Hand out to a folder off the GUI thread; what was handed out before a cancel stays handed out."""
        desk, language = self._ward.desk, Language(self._ward.language)

        def work(progress: Progress) -> BulkExport:
            from infusionplanner.bootstrap import calendar_press  # noqa: PLC0415 - loads the calendar library

            press = calendar_press()
            return export_calendars(desk, press, patients, folder, progress.report, language=language, say=sentence)

        progress = self._begin(work, self._calendars_done, len(patients), self.tr("Calendars are written …"))
        progress.finished.connect(lambda: self._ward.operations.changed.emit(Changes(patients=frozenset(patients))))

    def _calendars_done(self, out: BulkExport) -> None:
        said = self.tr("%n calendar(s) written.", "", len(out.handed))
        left = (
            self.tr("%n without a calendar: see the list in the folder.", "", len(out.skipped)) if out.skipped else ""
        )
        self._frame.toast(f"{said} {left}".strip(), tone=Tone.WARN if out.skipped else Tone.OK)
        self.handed.emit(out)

    # plan sheets

    def save_plans(self, patients: Sequence[PatientId]) -> None:
        """Ask for the folder, and write the plan sheets of the patients to it."""
        folder = self._ask(self.tr("Folder for the plans")) if patients else None
        if folder is not None:
            self.save_plans_to(folder, patients)

    def save_plans_to(self, folder: Path, patients: Sequence[PatientId]) -> None:
        """Write the plan sheets to a folder off the GUI thread; what was written before a cancel stays there."""
        overview, desk, language = self._ward.overview, self._ward.desk, Language(self._ward.language)
        footer = Footer(overview.unit.name, desk.who, desk.now())

        def work(progress: Progress) -> SheetExport:
            from infusionplanner.bootstrap import calendar_press  # noqa: PLC0415 - loads the calendar library
            from infusionplanner_ui.printing.headless import sheet_pdf  # noqa: PLC0415 - only when printing

            def draw(sheet: ListSheet) -> bytes:
                return sheet_pdf(sheet, footer)

            press = calendar_press()
            return export_plan_sheets(
                overview, press, patients, folder, draw, progress=progress.report, language=language
            )

        self._begin(work, self._plans_done, len(patients), self.tr("Plans are written …"))

    def print_plans(self, patients: Sequence[PatientId]) -> None:
        """Print the plan sheets of the patients off the GUI thread, each as a job of its own."""
        printer = self.choose_printer() if patients else None
        if printer is None:
            return
        overview, desk = self._ward.overview, self._ward.desk
        footer = Footer(overview.unit.name, desk.who, desk.now())

        def work(progress: Progress) -> int:
            from infusionplanner_ui.printing.document import draw  # noqa: PLC0415 - only when printing

            for number, made in enumerate(plan_sheets(overview, patients)):
                progress.report(number, len(patients), made.label)
                draw(made.sheet, printer, footer)
            return len(patients)

        self._begin(work, self._plans_printed, len(patients), self.tr("Plans are printed …"))

    def _plans_printed(self, number: int) -> None:
        self._frame.toast(self.tr("%n plan(s) sent to the printer.", "", number), tone=Tone.OK)

    def _plans_done(self, out: SheetExport) -> None:
        self._frame.toast(self.tr("%n plan(s) written.", "", len(out.files)), tone=Tone.OK)

    # what both share

    def _ask(self, title: str) -> Path | None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QFileDialog.getExistingDirectory(self._frame.page_stack, title, start)
        return Path(chosen) if chosen else None

    def _ask_for_printer(self) -> QPrinter | None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only when printing

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        chosen = QPrintDialog(printer, self._frame.page_stack).exec() == QDialog.DialogCode.Accepted
        return printer if chosen else None

    def _begin(self, work: Callable[[Progress], T], done: Callable[[T], None], number: int, words: str) -> Progress:
        """Start writing, or queue behind what is written already, and show how far it is."""
        if self.operations is None:
            self.operations = Operations()
            self.operations.failed.connect(lambda error: self._frame.toast(sentence(error), tone=Tone.STOP))
        progress = self.operations.run_long(work, owner=self, done=done)
        self._show(progress, number, words)
        return progress

    def _show(self, progress: Progress, number: int, words: str) -> None:
        dialog = QProgressDialog(words, self.tr("Cancel"), 0, number, self._frame.page_stack)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinimumDuration(400)
        dialog.setAutoReset(False)
        dialog.setMinimumWidth(space(80))
        bar = QProgressBar(dialog)
        bar.setRange(0, number)
        bar.setTextVisible(False)
        dialog.setBar(bar)
        far = self.tr("{number} of {all}")
        begun: list[int] = []
        progress.advanced.connect(lambda at, _of, _text: begun.append(at))
        progress.advanced.connect(lambda at, _of, _text: dialog.setValue(at))
        progress.advanced.connect(
            lambda at, of, _text: dialog.setLabelText(text.join(words, far.format(number=at, all=of)))
        )
        progress.finished.connect(self._finished(dialog, progress, begun))
        dialog.canceled.connect(progress.cancel)
        self.progress = dialog

    def _finished(self, dialog: QProgressDialog, progress: Progress, begun: Sequence[int]) -> Callable[[], None]:
        """Return what is done when the work has ended; a cancelled one tells what is left of it."""

        def end() -> None:
            # Closing the dialog cancels too, when nothing is left to cancel.
            self.progress, was_cancelled = None, progress.cancelled
            dialog.close()
            if was_cancelled:
                said = self.tr("Cancelled. %n of them are out; what is in the folder is listed there.", "", len(begun))
                self._frame.toast(said, tone=Tone.WARN)
            if self.operations is not None and not self.operations.busy:
                self.operations.close()
                self.operations = None

        return end

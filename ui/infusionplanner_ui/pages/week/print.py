"""Printing the week: how names stand on the paper is chosen for each print, initials unless told otherwise."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog

from infusionplanner.application.calendar.hand_out import hand_out_week
from infusionplanner.application.sheets.week import Footer, Names, SheetWard, WeekSheet, week_sheet
from infusionplanner.domain.patient import Language
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import ChoiceField
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done
    from infusionplanner_ui.shell.ward import Ward

_DAYS = 7


class _NamesField(ChoiceField):
    """How names stand on the paper, with what the choice means."""

    def __init__(self, value: Names) -> None:
        super().__init__([(name, name) for name in Names], value)

    def retranslate(self) -> None:
        """Name the choices."""
        words = {Names.INITIALS: self.tr("Initials"), Names.FULL: self.tr("In full"), Names.CODE: self.tr("Code")}
        self.set_options([(name, words[name]) for name in Names])

    def help(self) -> str:
        """Say what the choice means."""
        return {
            Names.INITIALS.value: self.tr("Two letters, more where two patients would be alike."),
            Names.FULL.value: self.tr("Full names and the notes of the visits. Keep the paper locked away."),
            Names.CODE.value: self.tr("A code that only this program can read."),
        }[self.value()]


class PrintPanel(ActPanel):
    """Names as initials, in full or as codes; then to the printer, or into a PDF file.

    ``choose_file`` and ``choose_printer`` ask the person; both answer None when cancelled.
    """

    def __init__(self, ward: Ward, monday: date) -> None:
        super().__init__(ward)
        self._monday = monday
        self.choose_file: Callable[[str], Path | None] = self._ask_for_file
        self.choose_printer: Callable[[], QPrinter | None] = self._ask_for_printer
        self.choose_folder: Callable[[], Path | None] = self._ask_for_folder
        self.names = _NamesField(Names.INITIALS)
        self._pdf = button("", icon="download")
        self._pdf.clicked.connect(self.save_pdf)
        self._shared = text_label("", "section")
        self._shared_note = text_label("", "small", wrap=True)
        self._calendar = button("", icon="calendar-days")
        self._calendar.clicked.connect(self.hand_out)
        self.add(self.names, lambda: self.tr("Names on the paper"))
        self.body.addWidget(self._pdf)
        self.body.addSpacing(space(3))
        for widget in (self._shared, self._shared_note, self._calendar):
            self.body.addWidget(widget)
        self.finish()

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Print {week}").format(week=text.week(self._monday))

    def action(self) -> str:
        """Return the words of the button."""
        return self.tr("Print…")

    def filled_in(self) -> tuple[object, ...]:
        """Return nothing: how names are printed is chosen for each print, and not kept."""
        return ()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.names.retranslate()
        self._pdf.setText(self.tr("Save as PDF…"))
        self._shared.setText(self.tr("The unit's shared calendar").upper())
        self._shared_note.setText(self.tr("A file with times, places and initials, nothing else of the patients."))
        self._calendar.setText(self.tr("Save as calendar (.ics) …"))
        super().retranslate()

    def _sheet(self, monday: date) -> tuple[WeekSheet, Footer]:
        overview, desk = self.ward.overview, self.ward.desk
        ward = SheetWard(overview.unit, overview.protocols, overview.patients, overview.plans)
        visits = self.ward.visits(monday, monday + timedelta(days=_DAYS - 1))
        names, language = Names(self.names.value()), Language(self.ward.language)
        sheet = week_sheet(monday, visits, ward, names=names, language=language)
        return sheet, Footer(overview.unit.name, desk.who, desk.now())

    def save_pdf(self) -> None:
        """Write the week into a PDF file that the person names."""
        path = self.choose_file(self.tr("week-{number}.pdf").format(number=self._monday.isocalendar().week))
        if path is None:
            return
        sheet, footer = self._sheet(self._monday)

        def write() -> Path:
            from infusionplanner_ui.printing.headless import write_week_pdf  # noqa: PLC0415 - only when printing

            write_week_pdf(sheet, path, footer)
            return path

        self.ward.operations.run(write, owner=self, done=self._saved, failed=self._failed)

    def hand_out(self) -> None:
        """Write the unit's own week for the ward's shared calendar into a folder that the person names."""
        monday, folder = self._monday, self.choose_folder()
        if folder is None:
            return
        language, files = Language(self.ward.language), list[Path]()

        def act(desk: Desk) -> Done:
            from infusionplanner.bootstrap import calendar_press  # noqa: PLC0415 - loads the calendar library

            out = hand_out_week(desk, calendar_press(), monday, folder, language=language)
            files.extend(out.files)
            return out.done

        self.ward.act(act, owner=self, done=lambda _: self._saved(files[0]), failed=self._failed)

    def _say_done(self, said: str) -> None:
        self.said_done.emit(said)
        self.closed.emit()

    def _saved(self, path: Path) -> None:
        self._say_done(self.tr("Saved as {file}.").format(file=path.name))

    def do(self) -> None:
        """Print the week on the printer that the person chooses."""
        printer = self.choose_printer()
        if printer is None:
            return
        sheet, footer = self._sheet(self._monday)

        def put_on_paper() -> int:
            from infusionplanner_ui.printing.document import draw  # noqa: PLC0415 - only when printing

            return draw(sheet, printer, footer)

        self.ward.operations.run(put_on_paper, owner=self, done=self._sent, failed=self._failed)

    def _sent(self, pages: int) -> None:
        self._say_done(self.tr("%n page(s) sent to the printer.", "", pages))

    def _ask_for_file(self, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def _ask_for_folder(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the calendar"))
        return Path(chosen) if chosen else None

    def _ask_for_printer(self) -> QPrinter | None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only when printing

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        return printer if dialog.exec() == QDialog.DialogCode.Accepted else None

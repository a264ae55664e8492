"""The day list as a PDF, where the user wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from infusionplanner.application.sheets.week import Footer, Names, SheetWard, day_sheet
from infusionplanner.domain.patient import Language

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.ward import Ward

translate = QCoreApplication.translate


def save_day(page: QWidget, ward: Ward, frame: Frame, on: date) -> None:
    """Ask where to, then write the list of a day."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = translate("TodayPrint", "day-{day}.pdf").format(day=on.isoformat())
    chosen, _ = QFileDialog.getSaveFileName(
        page,
        translate("TodayPrint", "Save the day list"),
        str(Path(folder) / name),
        translate("TodayPrint", "PDF (*.pdf)"),
    )
    if chosen:
        write_day(page, ward, frame, on, Path(chosen))


def write_day(page: QWidget, ward: Ward, frame: Frame, on: date, path: Path) -> None:
    """Write the list of a day, off the GUI thread, and say where it is; names follow the shield."""
    from infusionplanner_ui.printing.headless import write_list_pdf  # noqa: PLC0415 - loaded when a sheet is drawn

    overview = ward.overview
    unit = SheetWard(overview.unit, overview.protocols, overview.patients, overview.plans)
    names = Names.INITIALS if frame.shielded else Names.FULL
    sheet = day_sheet(on, ward.visits(on, on), unit, names=names, language=Language(ward.language))
    footer = Footer(overview.unit.name, ward.desk.who, ward.desk.now())
    ward.operations.run(
        lambda: write_list_pdf(sheet, path, footer),
        owner=page,
        done=lambda _: frame.toast(translate("TodayPrint", "The day list is in {file}").format(file=path.name)),
    )

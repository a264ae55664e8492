"""The day list as a PDF, where the user wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from infusionplanner.application.sheets.week import Footer, Names, SheetWard, day_sheet
from infusionplanner.domain.patient import Language

if TYPE_CHECKING:
    from infusionplanner_ui.pages.today.page import TodayPage

translate = QCoreApplication.translate


def save_day(page: TodayPage) -> None:
    """Ask where to, then write the list of the day that is shown; names follow the shield."""
    if page.day is None:
        return
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = translate("TodayPrint", "day-{day}.pdf").format(day=page.day.on.isoformat())
    chosen, _ = QFileDialog.getSaveFileName(
        page,
        translate("TodayPrint", "Save the day list"),
        str(Path(folder) / name),
        translate("TodayPrint", "PDF (*.pdf)"),
    )
    if chosen:
        write_day(page, Path(chosen))


def write_day(page: TodayPage, path: Path) -> None:
    """Write the list of the day that is shown, off the GUI thread, and say where it is."""
    if page.day is None:
        return
    from infusionplanner_ui.printing.headless import write_list_pdf  # noqa: PLC0415 - loaded when a sheet is drawn

    overview, on = page.ward.overview, page.day.on
    ward = SheetWard(overview.unit, overview.protocols, overview.patients, overview.plans)
    names = Names.INITIALS if page.frame.shielded else Names.FULL
    sheet = day_sheet(on, page.ward.visits(on, on), ward, names=names, language=Language(page.ward.language))
    footer = Footer(overview.unit.name, page.ward.desk.who, page.ward.desk.now())
    page.ward.operations.run(
        lambda: write_list_pdf(sheet, path, footer),
        owner=page,
        done=lambda _: page.frame.toast(translate("TodayPrint", "The day list is in {file}").format(file=path.name)),
    )

"""Sheets as PDF files, without a window: from the command line too, where no Qt application runs yet."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPdfWriter

from infusionplanner.application.errors import PlannerError
from infusionplanner.application.sheets.week import Footer, ListSheet, Sheet, WeekSheet
from infusionplanner_ui.look import fonts
from infusionplanner_ui.printing.document import draw

_DOTS_PER_INCH = 600
_owned: list[QGuiApplication] = []


class SheetNotWrittenError(PlannerError):
    """The PDF file cannot be written; ``path`` is its place."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.file, self.reason = path, path.name, reason


def ensure_application() -> None:
    """Start a Qt application without a screen when there is none, and make the program's font known."""
    if QGuiApplication.instance() is None:
        _owned.append(QGuiApplication(["infusionplanner", "-platform", "offscreen"]))
    if fonts.FAMILY not in QFontDatabase.families():
        fonts.load()


def sheet_pdf(sheet: Sheet, footer: Footer) -> bytes:
    """Return a sheet as the bytes of a PDF."""
    ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setColorModel(QPdfWriter.ColorModel.Grayscale)
    writer.setCreator("InfusionPlanner")
    writer.setTitle(sheet.heading.title)
    draw(sheet, writer, footer)
    return bytes(buffer.data().data())


def write_week_pdf(sheet: WeekSheet, path: Path, footer: Footer) -> None:
    """Write the week as a PDF file.

    Raises:
        SheetNotWrittenError: when the file cannot be written; a file that was there before is then unchanged.
    """
    _write(sheet, path, footer)


def write_list_pdf(sheet: ListSheet, path: Path, footer: Footer) -> None:
    """Write any other sheet as a PDF file.

    Raises:
        SheetNotWrittenError: when the file cannot be written; a file that was there before is then unchanged.
    """
    _write(sheet, path, footer)


def _write(sheet: Sheet, path: Path, footer: Footer) -> None:
    content = sheet_pdf(sheet, footer)
    try:
        with TemporaryDirectory(dir=path.parent, prefix=".sheet-") as folder:
            written = Path(folder, "sheet.pdf")
            with written.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            written.replace(path)
    except OSError as error:
        raise SheetNotWrittenError(path, error.strerror or str(error)) from error

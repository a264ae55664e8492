"""Sheets as files and on printers, with and without a window."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from builders import d
from pdf_text import lines
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from sheet_builders import FOOTER

from infusionplanner.application.sheets.values import Heading, Paper, Paragraph, SheetDay, VisitRow
from infusionplanner.application.sheets.week import ListSheet, WeekSheet
from infusionplanner.domain.patient import Language
from infusionplanner_ui.printing.document import PrinterNotReadyError, draw
from infusionplanner_ui.printing.headless import SheetNotWrittenError, sheet_pdf, write_list_pdf, write_week_pdf

HEADING = Heading("Ukeplan · uke 48", "", "Enheten", "1 time", "Makuleres etter uke 48.", "", Language.NB)
DAY = SheetDay(d("2026-11-23"), "ma. 23.", None, (VisitRow("08.00", "IM", "dose 4 · s.c."),))
WEEK = WeekSheet(HEADING, (DAY,), "OBS", "forts.")
LIST = ListSheet(HEADING, Paper.PORTRAIT, (Paragraph("Ring oss."),))


def test_a_week_is_written_as_a_file(tmp_path: Path) -> None:
    path = tmp_path / "uke.pdf"
    write_week_pdf(WEEK, path, FOOTER)
    assert "dose 4 · s.c." in lines(path.read_bytes())
    assert [*tmp_path.iterdir()] == [path]


def test_a_list_takes_the_place_of_the_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "liste.pdf"
    path.write_text("old")
    write_list_pdf(LIST, path, FOOTER)
    assert "Ring oss." in lines(path.read_bytes())


@pytest.mark.parametrize("name", ["missing/uke.pdf", "folder"])
def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(SheetNotWrittenError) as told:
        write_week_pdf(WEEK, tmp_path / name, FOOTER)
    assert told.value.path == tmp_path / name
    assert str(told.value).startswith(f"{tmp_path / name}: the sheet was not written (")
    assert str(told.value).endswith("). Choose a folder that you may write in.")
    assert [path.name for path in tmp_path.rglob("*")] == ["folder"]


@pytest.mark.usefixtures("qapp")
def test_a_printer_gets_the_same_pages(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert draw(WEEK, printer, FOOTER) == 1
    assert lines((tmp_path / "printed.pdf").read_bytes()) == lines(sheet_pdf(WEEK, FOOTER))


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_does_not_answer_is_told(qtlog: Any, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "busy.pdf"))
    painter = QPainter(writer)
    with qtlog.disabled(), pytest.raises(PrinterNotReadyError, match="save the sheet as a PDF"):
        draw(WEEK, writer, FOOTER)
    painter.end()


SCRIPT = """
import sys
import infusionplanner_ui.printing
assert not any(name.startswith("PySide6") for name in sys.modules)
from datetime import datetime
from pathlib import Path
from infusionplanner.application.sheets.week import Footer, WeekSheet
from infusionplanner.application.sheets.values import Heading
from infusionplanner.domain.patient import Language
from infusionplanner_ui.printing.headless import write_week_pdf
heading = Heading("Ukeplan", "", "", "", "", "", Language.NB)
write_week_pdf(WeekSheet(heading, (), "OBS", "forts."), Path(sys.argv[1]), Footer("", "", datetime(2026, 11, 22)))
assert "PySide6.QtWidgets" not in sys.modules
assert "segno" not in sys.modules
"""


def test_without_a_screen_and_without_a_window(tmp_path: Path) -> None:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    path = tmp_path / "uke.pdf"
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(path)], check=False, capture_output=True, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Ukeplan" in lines(path.read_bytes())

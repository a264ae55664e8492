"""The week on paper: names are chosen for each print; PDF files and printers are named by the person."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from infusionplanner_ui.pages.week.page import WeekPage
from infusionplanner_ui.pages.week.print import PrintPanel
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.ward import Ward


@pytest.fixture
def page(make_frame: Callable[..., MainWindow], demo_ward: Ward) -> WeekPage:
    frame = make_frame(PageSpec("week", lambda: "", lambda made: WeekPage(made, demo_ward)), initial="week")
    shown = frame.page("week")
    assert isinstance(shown, WeekPage)
    return shown


def _panel(page: WeekPage) -> PrintPanel:
    panel = page.host.panel
    assert isinstance(panel, PrintPanel)
    return panel


def test_the_week_is_saved_as_a_pdf_with_initials(page: WeekPage, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.keyClick(page.board, Qt.Key.Key_P)
    panel, target = _panel(page), tmp_path / "uke.pdf"
    asked: list[str] = []

    def choose(name: str) -> Path:
        asked.append(name)
        return target

    panel.choose_file = choose
    panel.save_pdf()
    assert page.frame.operations.wait()
    assert asked == ["uke-48.pdf"]
    words = "".join(page.extract_text() for page in PdfReader(target).pages)
    assert "uke\t48" in words
    assert "Hansen" not in words
    assert page.host.panel is None
    assert page.frame.toast_text == "Lagret som uke.pdf."


def test_full_names_are_printed_when_they_are_chosen(page: WeekPage, tmp_path: Path) -> None:
    page.open_print()
    panel = _panel(page)
    panel.names.set_value("full")
    assert "innelåst" in panel.names.help()
    panel.choose_file = lambda _: tmp_path / "uke.pdf"
    panel.save_pdf()
    assert page.frame.operations.wait()
    assert "Hansen" in "".join(page.extract_text() for page in PdfReader(tmp_path / "uke.pdf").pages)


def test_a_pdf_that_cannot_be_written_is_said_in_the_panel(page: WeekPage, tmp_path: Path) -> None:
    page.open_print()
    panel = _panel(page)
    panel.choose_file = lambda _: tmp_path / "missing" / "uke.pdf"
    panel.save_pdf()
    assert page.frame.operations.wait()
    assert "uke.pdf" in panel.error_text
    panel.choose_file = lambda _: None
    panel.save_pdf()
    assert page.host.panel is panel


def test_the_week_goes_to_the_printer_that_is_chosen(page: WeekPage, tmp_path: Path) -> None:
    page.open_print()
    panel = _panel(page)
    panel.choose_printer = lambda: None
    panel.accepted.emit()
    assert page.host.panel is panel
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    panel.choose_printer = lambda: printer
    panel.accepted.emit()
    assert page.frame.operations.wait()
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 1
    assert page.frame.toast_text == "1 side er sendt til skriveren."


def test_the_week_is_handed_out_for_the_shared_calendar(page: WeekPage, tmp_path: Path) -> None:
    page.open_print()
    panel = _panel(page)
    panel.choose_folder = lambda: None
    panel.hand_out()
    assert not page.frame.operations.busy
    panel.choose_folder = lambda: tmp_path / "felles"
    panel.hand_out()
    assert page.frame.operations.wait()
    file = tmp_path / "felles" / "uke-2026-48.ics"
    assert page.frame.toast_text == "Lagret som uke-2026-48.ics."
    text = file.read_bytes().decode()
    assert "Stol 1" in text
    assert not any(word in text for word in ("Hansen", "natalizumab", "Natalizumab", "Tysabri"))


def test_an_empty_week_is_said_in_the_panel(page: WeekPage, tmp_path: Path) -> None:
    page.open(date(2027, 11, 1))
    page.open_print()
    panel = _panel(page)
    panel.choose_folder = lambda: tmp_path
    panel.hand_out()
    assert page.frame.operations.wait()
    assert panel.error_text == "Ingen har time i uke 44 i 2027, så det er ingen kalender å utlevere."

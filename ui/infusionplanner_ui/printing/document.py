"""Draws any sheet on any paged device: a printer, a preview or a PDF."""

from PySide6.QtGui import QPagedPaintDevice, QPainter

from infusionplanner.application.errors import PlannerError
from infusionplanner.application.sheets.values import Paper
from infusionplanner.application.sheets.week import Footer, Sheet, WeekSheet
from infusionplanner_ui.printing.canvas import Ruler
from infusionplanner_ui.printing.flow import flow_pages
from infusionplanner_ui.printing.page import PageFrame, PageSpace, paint_pages, set_paper
from infusionplanner_ui.printing.week import week_pages


class PrinterNotReadyError(PlannerError):
    """The printer or the file cannot be drawn on."""


def paper_of(sheet: Sheet) -> Paper:
    """Return how the paper of a sheet is turned."""
    return Paper.LANDSCAPE if isinstance(sheet, WeekSheet) else sheet.paper


def draw(sheet: Sheet, device: QPagedPaintDevice, footer: Footer) -> int:
    """Draw all pages of a sheet on a printer or a PDF and return how many there are.

    Raises:
        PrinterNotReadyError: when the device cannot be drawn on.
    """
    space = PageSpace(paper_of(sheet))
    shrink = set_paper(device, space, paper_of(sheet))
    painter = QPainter()
    if not painter.begin(device):
        raise PrinterNotReadyError
    try:
        if shrink < 1:
            painter.scale(shrink, shrink)
        ruler = Ruler(device)
        pages = week_pages(sheet, ruler, space) if isinstance(sheet, WeekSheet) else flow_pages(sheet, ruler, space)
        paint_pages(device, painter, pages, PageFrame(sheet.heading, footer, space))
    finally:
        painter.end()
    return len(pages)

"""The frame of every printed page: paper, margins, head and foot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from infusionplanner.application.sheets.values import Heading, Paper
from infusionplanner.application.sheets.week import Footer, footer_line
from infusionplanner_ui.look.fonts import Weight
from infusionplanner_ui.printing.canvas import Canvas, Ink, Ruler, Style

MARGIN = 31.5
TOP = 62.0
"""Where a page's content begins, in points from the upper edge of the paper."""

BOTTOM = 39.0
"""How much a page keeps free below its content, in points."""

_TITLE = Style(15, Weight.BOLD)
_SUBTITLE = Style(8.25, Weight.NORMAL, Ink.GREY)
_UNIT = Style(8.25, Weight.SEMIBOLD)
_FOOT = Style(7, Weight.NORMAL, Ink.GREY)
_HEAD_BASELINE = 42.5
_RAISED_BASELINE = 31.5
_SUBTITLE_BASELINE = 46.0
_HEAD_RULE = 53.5
_FOOT_RULE = 33.0
_FOOT_BASELINE = 21.0
_GAP = 9.0
_SLACK = 0.1  # a text is never cut for a rounding error of its own width

Page = Callable[[Canvas], None]
"""Draws the content of one page."""


class PageSpace:
    """The measures of a page in points."""

    def __init__(self, paper: Paper) -> None:
        size = QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Point)
        turned = paper is Paper.LANDSCAPE
        self.paper = QSizeF(size.transposed() if turned else size)
        self.left, self.top = MARGIN, TOP
        self.width = self.paper.width() - 2 * MARGIN
        self.height = self.paper.height() - TOP - BOTTOM

    @property
    def right(self) -> float:
        """Return the right edge of the content."""
        return self.left + self.width


def set_paper(device: QPagedPaintDevice, space: PageSpace, paper: Paper) -> float:
    """Set a printer or a PDF to A4 with our own margins, and return how far a page must shrink to be whole on it.

    A printer that has no A4 keeps its own paper: the page is then drawn smaller, never cut.
    """
    turned = paper is Paper.LANDSCAPE
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)
    given = device.pageLayout().fullRect(QPageLayout.Unit.Point)
    return min(1.0, given.width() / space.paper.width(), given.height() / space.paper.height())


@dataclass(frozen=True, slots=True)
class PageFrame:
    """What surrounds the content of every page of one sheet."""

    heading: Heading
    footer: Footer
    space: PageSpace


def paint_pages(device: QPagedPaintDevice, painter: QPainter, pages: Sequence[Page], frame: PageFrame) -> None:
    """Draw every page with its head and foot."""
    canvas = Canvas(painter, Ruler(device))
    for number, page in enumerate(pages, 1):
        if number > 1:
            device.newPage()
        _head(canvas, frame.heading, frame.space)
        page(canvas)
        _foot(canvas, footer_line(frame.heading, frame.footer, number, len(pages)), frame.space)


def _head(canvas: Canvas, heading: Heading, space: PageSpace) -> None:
    """Draw the head; a subtitle too long for its place, such as a patient's name, has a line below the title."""
    ruler = canvas.ruler
    summary = ruler.width(heading.summary, _SUBTITLE)
    unit = min(ruler.width(heading.unit, _UNIT), space.width / 3)
    right = space.right - summary
    free = space.width - summary - unit - 3 * _GAP
    beside = free - ruler.width(heading.title, _TITLE)
    below = ruler.width(heading.subtitle, _SUBTITLE) > beside
    baseline = _RAISED_BASELINE if below else _HEAD_BASELINE
    canvas.text(right, baseline, heading.summary, _SUBTITLE)
    canvas.text(right - _GAP - unit, baseline, heading.unit, _UNIT, width=unit)
    title = canvas.text(space.left, baseline, heading.title, _TITLE, width=free)
    if below:
        canvas.text(space.left, _SUBTITLE_BASELINE, heading.subtitle, _SUBTITLE, width=space.width)
    else:
        canvas.text(space.left + title + _GAP, baseline, heading.subtitle, _SUBTITLE, width=beside + _SLACK)
    canvas.rule(space.left, space.right, _HEAD_RULE, 1.5)


def _foot(canvas: Canvas, texts: tuple[str, str, str], space: PageSpace) -> None:
    left, middle, right = texts
    rule, baseline = space.paper.height() - _FOOT_RULE, space.paper.height() - _FOOT_BASELINE
    canvas.rule(space.left, space.right, rule, 0.75)
    number = canvas.ruler.width(right, _FOOT)
    canvas.text(space.right - number, baseline, right, _FOOT)
    used = canvas.text(space.left, baseline, left, _FOOT, width=space.width - number - _GAP)
    free = space.width - used - number - 2 * _GAP
    wide = min(canvas.ruler.width(middle, _FOOT), free)
    centred = space.left + (space.width - wide) / 2
    start = min(max(centred, space.left + used + _GAP), space.right - number - _GAP - wide)
    canvas.text(start, baseline, middle, _FOOT, width=wide + _SLACK)

"""Lets the blocks of a list sheet flow over pages: titles stay with what they head, rows are never divided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from infusionplanner.application.sheets.values import Block, PageBreak, SideBySide
from infusionplanner.application.sheets.week import ListSheet
from infusionplanner_ui.printing.blocks import block_items
from infusionplanner_ui.printing.canvas import Canvas, Ruler
from infusionplanner_ui.printing.items import PaperItem, Strip
from infusionplanner_ui.printing.page import Page, PageSpace

_GUTTER = 22.0
_LARGE = 1.18


@dataclass(frozen=True, slots=True)
class _Field:
    """Where the content of a page stands, in points times the zoom."""

    strip: Strip
    top: float
    height: float


def flow_pages(sheet: ListSheet, ruler: Ruler, space: PageSpace) -> list[Page]:
    """Return what draws each page of a list sheet."""
    zoom = _LARGE if sheet.large_print else 1.0
    field = _Field(Strip(ruler, space.left / zoom, space.width / zoom), space.top / zoom, space.height / zoom)
    groups = [_paged(_items(part, field.strip), field.height) for part in _parts(sheet.blocks)]
    pages = [items for group in groups for items in group] or [[]]
    return [_painter(items, field.top, zoom) for items in pages]


def _parts(blocks: Sequence[Block]) -> list[list[Block]]:
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, PageBreak):
            parts.append([])
        else:
            parts[-1].append(block)
    return parts


def _items(blocks: Sequence[Block], strip: Strip) -> list[PaperItem]:
    items: list[PaperItem] = []
    for block in blocks:
        if isinstance(block, SideBySide):
            items.append(_beside(block, strip))
        elif not isinstance(block, PageBreak):
            items += block_items(block, strip)
    return items


def _beside(block: SideBySide, strip: Strip) -> PaperItem:
    width = (strip.width - _GUTTER) / 2
    sides = [
        [item for part in parts for item in block_items(part, Strip(strip.ruler, left, width))]
        for parts, left in ((block.left, strip.left), (block.right, strip.left + width + _GUTTER))
    ]

    def paint(canvas: Canvas, top: float) -> None:
        for items in sides:
            _stack(canvas, items, top)

    return PaperItem(max(sum(item.height for item in items) for items in sides), paint)


def _paged(items: Sequence[PaperItem], high: float) -> Iterator[list[PaperItem]]:
    """Yield the items of each page; a table that goes on has its titles again."""
    page: list[PaperItem] = []
    used = 0.0
    for group in _kept_together(items):
        height = sum(item.height for item in group)
        if page and used + height > high:
            yield page
            page = [] if group[0].repeat is None else [group[0].repeat]
            used = sum(item.height for item in page)
        page += group
        used += height
    if page:
        yield page


def _kept_together(items: Sequence[PaperItem]) -> Iterator[list[PaperItem]]:
    group: list[PaperItem] = []
    for item in items:
        group.append(item)
        if not item.keeps_next:
            yield group
            group = []
    if group:
        yield group


def _painter(items: Sequence[PaperItem], top: float, zoom: float) -> Page:
    def paint(canvas: Canvas) -> None:
        _stack(canvas.zoomed(zoom), items, top)

    return paint


def _stack(canvas: Canvas, items: Sequence[PaperItem], top: float) -> None:
    for item in items:
        item.paint(canvas, top)
        top += item.height

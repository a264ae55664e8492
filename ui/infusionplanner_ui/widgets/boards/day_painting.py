"""How the day board is drawn. It keeps nothing: a board makes one for each painting."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.palette import tokens
from infusionplanner_ui.widgets.boards.block_painting import (
    GLYPH,
    RADIUS,
    SIGN,
    BlockFonts,
    block_fonts,
    colours_of,
    draw_glyph,
    draw_ground,
    draw_mark,
    draw_selection,
    glyph_of,
)
from infusionplanner_ui.widgets.boards.board_data import BoardVisit, DayBoardData, Mark, minutes_of
from infusionplanner_ui.widgets.boards.board_layout import Block, DayGrid, Scale
from infusionplanner_ui.widgets.painting import (
    CENTRE,
    detail_forms,
    draw_text,
    elided,
    fitted,
    focus_ring,
    name_forms,
    rounded,
    whole,
)
from infusionplanner_ui.words import text

AXIS = 28.0
_PAD = 7.0
_LITTLE_PAD = 3.0
_LABEL_LEFT = 14.0
_SMALL = 11


def _label_font() -> QFontMetricsF:
    return QFontMetricsF(font(13, Weight.MEDIUM))


def day_grid(data: DayBoardData, width: float, height: float) -> DayGrid:
    """Return the measures of a board of this size: a label column as wide as the labels need, the rest for time."""
    metrics = _label_font()
    widest = max((metrics.horizontalAdvance(place.label) for place in data.places), default=40.0)
    labels = round(min(max(widest + _LABEL_LEFT + 10, 68), 150))
    scale = Scale.of_hours(data.opens, data.closes, labels, width - labels - 8)
    return DayGrid(labels, AXIS, width, height, len(data.places), scale)


class DayPainting:
    """One painting of one day."""

    def __init__(self, data: DayBoardData, grid: DayGrid, blocks: Sequence[Block]) -> None:
        self._data = data
        self._grid = grid
        self._blocks = blocks
        self._fonts = block_fonts(12)
        self._colours = tokens()

    def draw_under(self, painter: QPainter) -> None:
        """Draw what stays while the user goes about: grid, blocks, the line of now under the words, the words."""
        self._draw_lines(painter)
        self._draw_axis(painter)
        self._draw_labels(painter)
        self._draw_now(painter, 1.0)
        for block in self._blocks:
            draw_ground(painter, block.visit, block.box, self._watch_box(block), self._colours)
        self._draw_now(painter, 0.28)
        for number, block in enumerate(self._blocks):
            self._draw_words(painter, block, self._room_after(number))

    def draw_over(self, painter: QPainter, selected: object, *, focused: bool) -> None:
        """Draw the selection."""
        for block in self._blocks:
            if block.visit.key == selected:
                draw_selection(painter, block.box, focused=focused)
        if focused and selected is None:
            focus_ring(painter, QRectF(0, 0, self._grid.width, self._grid.height), RADIUS)

    def _draw_lines(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QColor(self._colours.border))
        for minutes in self._grid.scale.hours:
            x = int(self._grid.scale.at(minutes))
            painter.drawLine(x, 0, x, int(self._grid.height))
        for row in range(self._grid.rows):
            y = int(self._grid.row_top(row))
            painter.drawLine(0, y, int(self._grid.width), y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _draw_axis(self, painter: QPainter) -> None:
        axis_font = font(12, tabular=True)
        painter.setFont(axis_font)
        tag = self._now_tag()
        width = QFontMetricsF(axis_font).horizontalAdvance("00") + 1
        for minutes in self._grid.scale.hours:
            box = QRectF(self._grid.scale.at(minutes) + 5, 0, width, self._grid.axis)
            if not box.intersects(tag):
                draw_text(painter, box, f"{minutes // 60:02}", self._colours.muted)

    def _draw_labels(self, painter: QPainter) -> None:
        painter.setFont(font(13, Weight.MEDIUM))
        metrics = _label_font()
        for row, place in enumerate(self._data.places):
            width = self._grid.labels - _LABEL_LEFT - 4
            box = QRectF(_LABEL_LEFT, self._grid.row_top(row), width, self._grid.row_height)
            draw_text(painter, box, elided(place.label, metrics, width), self._colours.secondary)

    def _now_x(self) -> float | None:
        now, scale = self._data.now, self._grid.scale
        if now is None or not scale.first <= minutes_of(now) <= scale.last:
            return None
        return scale.at(minutes_of(now))

    def _now_tag(self) -> QRectF:
        x = self._now_x()
        if x is None:
            return QRectF()
        width = QFontMetricsF(font(11, Weight.BOLD, tabular=True)).horizontalAdvance("00.00") + 10
        return QRectF(min(max(x - width / 2, 0), self._grid.width - width), 5, width, 18)

    def _draw_now(self, painter: QPainter, opacity: float) -> None:
        x = self._now_x()
        if x is None or self._data.now is None:
            return
        tag = self._now_tag()
        line = QColor(self._colours.now)
        line.setAlphaF(opacity)
        painter.setPen(QPen(line, 2))
        painter.drawLine(QPointF(x, tag.bottom()), QPointF(x, self._grid.height))
        painter.fillPath(rounded(tag, 4), QColor(self._colours.now))
        painter.setFont(font(11, Weight.BOLD, tabular=True))
        draw_text(painter, tag, text.clock(self._data.now), self._colours.on_now, CENTRE)

    @staticmethod
    def _watch_box(block: Block) -> QRectF:
        box = block.box
        if not block.visit.watched or block.watch_from >= box.right():
            return QRectF()
        left = max(block.watch_from, box.left())
        return QRectF(left, box.top(), box.right() - left, box.height())

    def _room_after(self, number: int) -> float:
        """Return the free pixels to the right of a block, up to the next block of its row."""
        block = self._blocks[number]
        others = (
            other.box.left() for other in self._blocks if other.row == block.row and other.box.left() > block.box.left()
        )
        return max(min(others, default=self._grid.width) - block.box.right() - 10, 0)

    def _draw_words(self, painter: QPainter, block: Block, room_after: float) -> None:
        """Draw name and detail inside the block, or beside it when it is too short and there is room."""
        visit, box = block.visit, block.box
        sign = GLYPH + 5 if glyph_of(visit) else 0.0
        shortest = self._fonts.name_metrics.horizontalAdvance(name_forms(visit.name)[-1])
        two = box.height() >= 2 * self._fonts.line + 4
        room = box.adjusted(_PAD, 0, -_PAD + 1, 0)
        if shortest + sign > room.width() or not self._detail_fits(visit, room.width()):
            room = box.adjusted(_LITTLE_PAD, 0, -_LITTLE_PAD, 0)
        narrow = two and shortest <= room.width() < shortest + sign
        if not narrow and room.width() < shortest + sign <= room_after:
            room = QRectF(box.right() + 6, box.top(), room_after, box.height())
        elif two and not (narrow and self._small_detail_fits(visit, room.width() - sign)):
            room.setRight(self._end_of_words(visit, room, room_after))
            narrow = shortest <= room.width() < shortest + sign
        lead = 0.0 if narrow else sign
        top = box.center().y() - (2 if two else 1) * self._fonts.line / 2
        first = QRectF(room.left() + lead, top, room.width() - lead, self._fonts.line)
        self._draw_name(painter, block, first, lead)
        if two:
            # In a block too narrow for both, the sign of the state stands before the detail.
            below = QRectF(room.left() + sign - lead, first.bottom(), room.width() - sign + lead, self._fonts.line)
            if narrow and sign:
                mark = QRectF(room.left(), below.center().y() - GLYPH / 2, GLYPH, GLYPH)
                draw_glyph(painter, visit, mark)
            self._draw_detail(painter, block, below)

    def _end_of_words(self, visit: BoardVisit, room: QRectF, room_after: float) -> float:
        """Return where words end that must reach out of a short block, over free time, for name and number to stand."""
        lead = GLYPH + 5 if glyph_of(visit) else 0.0
        fits = room.width() >= self._fonts.name_metrics.horizontalAdvance(name_forms(visit.name)[-1]) + lead
        return room.right() if fits and self._small_detail_fits(visit, room.width()) else room.right() + room_after

    def _detail_fits(self, visit: BoardVisit, width: float) -> bool:
        return _fits(visit, width, self._fonts)

    def _small_detail_fits(self, visit: BoardVisit, width: float) -> bool:
        return _fits(visit, width, block_fonts(_SMALL))

    def _draw_name(self, painter: QPainter, block: Block, line: QRectF, lead: float) -> None:
        metrics = self._fonts.name_metrics
        name = fitted(name_forms(block.visit.name), metrics, line.width())
        self._clear_behind(painter, block, line, metrics.horizontalAdvance(name))
        if lead:
            box = QRectF(line.left() - lead, line.center().y() - GLYPH / 2, GLYPH, GLYPH)
            draw_glyph(painter, block.visit, box)
        painter.setFont(self._fonts.name)
        draw_text(painter, line, name, colours_of(block.visit, self._colours).text)

    def _draw_detail(self, painter: QPainter, block: Block, line: QRectF) -> None:
        """Draw the second line; what does not fit is left out by whole words, and small letters save the last one."""
        visit = block.visit
        sign = SIGN if visit.mark is not Mark.NONE else 0.0
        room, forms, fonts = line.width() - sign, detail_forms(visit.detail), self._fonts
        detail = whole(forms, fonts.detail_metrics, room)
        if not detail:
            fonts = block_fonts(_SMALL)
            detail = whole(forms, fonts.detail_metrics, room)
        self._clear_behind(painter, block, line, fonts.detail_metrics.horizontalAdvance(detail) + sign)
        if sign and line.width() >= GLYPH:
            draw_mark(painter, visit, QRectF(line.left(), line.center().y() - GLYPH / 2, GLYPH, GLYPH))
        painter.setFont(fonts.detail)
        draw_text(painter, line.adjusted(sign, 0, 0, 0), detail, colours_of(visit, self._colours).detail)

    def _clear_behind(self, painter: QPainter, block: Block, line: QRectF, width: float) -> None:
        """Lay plain ground under words that reach into the hatching or stand beside their block."""
        if not width:
            return
        end = line.left() + width
        watch = self._watch_box(block)
        if line.left() > block.box.right():
            painter.fillRect(
                QRectF(line.left() - 2, line.top(), width + 4, line.height()), QColor(self._colours.surface)
            )
        elif watch.isValid() and end > watch.left():
            left = max(watch.left() + 1, line.left() - 4)
            plate = QRectF(left, line.top(), min(end + 4, watch.right() - 1) - left, line.height())
            painter.fillPath(rounded(plate, 3), QColor(self._colours.hatch_ground))


def _fits(visit: BoardVisit, width: float, fonts: BlockFonts) -> bool:
    """Tell whether some form of a visit's detail stands whole in a width."""
    sign = SIGN if visit.mark is not Mark.NONE else 0.0
    return bool(whole(detail_forms(visit.detail), fonts.detail_metrics, width - sign))

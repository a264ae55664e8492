"""What a header says of its page: title, what belongs to it, and badges, never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.widgets.label import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

_Part = tuple[QWidget, QSize]

_PIXELS = 18
_AIR = 2
_BETWEEN_LINES = 1


class Titles(QWidget):
    """One line where all fits; else the title on a line of its own, and the rest below it; else the title wraps.

    ``grown`` tells that another height is needed.
    """

    grown = Signal()

    def __init__(self, badges: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._title = text_label("", "title", parent=self)
        self._rest = text_label("", "subtitle", parent=self)
        self._badges = tuple(badges)
        for badge in badges:
            badge.setParent(self)
        self._height = 0

    def set(self, title: str, rest: str) -> None:
        """Say the title and what belongs to it."""
        self._title.setText(title)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.updateGeometry()
        self._arrange()

    @property
    def texts(self) -> tuple[str, str]:
        """Title and the rest."""
        return self._title.text(), self._rest.text()

    @property
    def needed_height(self) -> int:
        """The pixels that all lines need at the width at hand."""
        return self._height

    def sizeHint(self) -> QSize:
        """Ask for nothing, and take what the buttons leave: they keep their place from title to title."""
        return QSize(0, self._height)

    @property
    def one_line(self) -> int:
        """The pixels that one line needs."""
        title = _width(self._title.text(), _PIXELS, Weight.SEMIBOLD)
        rest = [_width(self._rest.text(), _PIXELS, Weight.NORMAL)] if self._rest.text() else []
        widths = [title, *rest, *(badge.sizeHint().width() for badge in self._shown())]
        return sum(widths) + space(2) * (len(widths) - 1)

    def _shown(self) -> list[QWidget]:
        return [badge for badge in self._badges if not badge.isHidden() and badge.sizeHint().width() > 0]

    def _arrange(self) -> None:
        """Put everything where it fits, and tell when that needs another height than before."""
        lines = self._lines(together=self.one_line <= self.width())
        heights = [max(size.height() for _, size in line) for line in lines]
        whole = sum(heights) + _BETWEEN_LINES * (len(lines) - 1)
        top = max((self.height() - whole) // 2, 0)
        for line, high in zip(lines, heights, strict=True):
            left = 0
            for part, size in line:
                part.setGeometry(left, top + (high - size.height()) // 2, size.width(), size.height())
                left += size.width() + space(2)
            top += high + _BETWEEN_LINES
        if whole != self._height:
            self._height = whole
            self.grown.emit()

    def _lines(self, *, together: bool) -> list[list[_Part]]:
        """Return what stands beside each other, line by line, with its size."""
        set_kind(self._title, "title" if together else "heading")
        set_kind(self._rest, "subtitle" if together else "secondary")
        self._title.setWordWrap(not together)
        follow = [self._rest, *self._shown()] if self._rest.text() else self._shown()
        rest: list[_Part] = [(part, part.sizeHint()) for part in follow]
        if together:
            width = _width(self._title.text(), _PIXELS, Weight.SEMIBOLD)
            return [[(self._title, QSize(width, self._title.sizeHint().height())), *rest]]
        width = max(self.width(), 1)
        lines: list[list[_Part]] = [[(self._title, QSize(width, self._title.heightForWidth(width)))]]
        left = 0
        for part in rest:
            if part[1].width() > left:
                lines.append([])
                left = width
            lines[-1].append(part)
            left -= part[1].width() + space(2)
        return lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the lines anew."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Find the lines anew when a badge says something else, comes or goes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)


def _width(words: str, pixels: int, weight: Weight) -> int:
    return int(QFontMetricsF(font(pixels, weight)).horizontalAdvance(words)) + _AIR

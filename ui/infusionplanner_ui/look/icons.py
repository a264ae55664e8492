"""Line icons in the colours of the palette in force, found as ``icons:name.svg``."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from infusionplanner_resources import resource
from infusionplanner_ui.look.palette import tokens

SIZE = 16
_AIR = 5


def load() -> None:
    """Make ``icons:`` a search path; called once, by the application."""
    QDir.setSearchPaths("icons", [str(Path(str(resource("icons"))))])


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))


def draw_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw an icon into a rectangle in one colour, sharp at every scale."""
    _renderer(name, colour).render(painter, rect)


class _Engine(QIconEngine):
    """Draws an SVG in the colour of a token, asked for anew at each painting."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _colour(self, mode: QIcon.Mode) -> str:
        return tokens().disabled if mode is QIcon.Mode.Disabled else tokens().named(self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        draw_icon(painter, QRectF(rect.x(), rect.y(), side, side), self._name, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)


def icon(name: str, role: str = "secondary") -> QIcon:
    """Return an icon that follows the palette. ``role`` names a colour token, ``muted`` or ``stop.text``."""
    return QIcon(_Engine(name, role))


def set_icon(button: QAbstractButton, name: str, role: str = "secondary") -> None:
    """Give a button an icon at the program's icon size, with a little air before its text when it has one."""
    button.setIcon(icon(name, role))
    give_air(button)


def give_air(button: QAbstractButton) -> None:
    """Leave a little air between a button's icon and its text, and none without a text."""
    button.setIconSize(QSize(SIZE + _AIR if button.text() else SIZE, SIZE))

"""The people who use the program: their roles in words, as a list, and as a line with their initials in a disc."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from infusionplanner.application.records import User
from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.palette import tokens
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.painting import CENTRE, draw_text, elided
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex
ROLES = ("nurse", "doctor", "admin")
_ROOT = QModelIndex()
_HEIGHT = 44
_DISC = 28.0


def role_word(role: str) -> str:
    """Return a role as it stands inside a sentence."""
    words = {
        "nurse": QCoreApplication.translate("People", "nurse"),
        "doctor": QCoreApplication.translate("People", "doctor"),
        "admin": QCoreApplication.translate("People", "administrator"),
    }
    return words.get(role, role)


def person_label(person: User) -> str:
    """Return role and name as the rail shows them: ``Sykepleier A. Dahl``."""
    name = person.name or person.initials
    if person.role == "admin":
        return name
    return text.sentence(f"{role_word(person.role)} {name}".strip())


class PeopleModel(QAbstractListModel):
    """The people who use the program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[User, ...] = ()

    @property
    def people(self) -> tuple[User, ...]:
        """The people it holds."""
        return self._people

    def set_people(self, people: tuple[User, ...]) -> None:
        """Show other people."""
        self.beginResetModel()
        self._people = people
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the name, the person, or name and role for the screen reader."""
        if not index.isValid() or index.row() >= len(self._people):
            return None
        person = self._people[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return person.name or person.initials
        if role == Qt.ItemDataRole.UserRole:
            return person
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{person.name or person.initials}, {role_word(person.role)}"
        return None


class PersonDelegate(QStyledItemDelegate):
    """Draws a person: initials in a disc, the name, the role after it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground by the style, then the person."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        widget = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, widget)
        person = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(person, User):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, QRectF(option.rect), person)
            painter.restore()

    @staticmethod
    def _draw(painter: QPainter, box: QRectF, person: User) -> None:
        colours = tokens()
        disc = QRectF(box.left() + space(3), box.center().y() - _DISC / 2, _DISC, _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawEllipse(disc)
        painter.setFont(font(11, Weight.SEMIBOLD))
        initials = elided(person.initials, QFontMetricsF(painter.font()), _DISC - 2)
        draw_text(painter, disc, initials, colours.accent_text, CENTRE)
        room = box.adjusted(space(3) + _DISC + space(3), 0, -space(3), -1)
        painter.setFont(font(13, Weight.SEMIBOLD))
        metrics = QFontMetricsF(painter.font())
        name = elided(person.name or person.initials, metrics, room.width())
        draw_text(painter, room, name, colours.text)
        room = room.adjusted(metrics.horizontalAdvance(name) + space(2), 0, 0, 0)
        painter.setFont(font(13))
        role = elided(role_word(person.role), QFontMetricsF(painter.font()), max(room.width(), 0))
        draw_text(painter, room, role, colours.muted)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for one even height."""
        return QSize(0, _HEIGHT)

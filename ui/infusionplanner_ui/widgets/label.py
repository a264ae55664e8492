"""Labels that show what somebody typed exactly as typed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from infusionplanner_ui.look.icons import SIZE, draw_icon
from infusionplanner_ui.look.palette import tokens
from infusionplanner_ui.look.theme import set_kind
from infusionplanner_ui.widgets.painting import elided, plain_tip


def text_label(text: str = "", kind: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a label of plain text in one of the style sheet's kinds (``title``, ``muted``, ``strong``, …)."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if kind:
        set_kind(label, kind)
    return label


class ElidedLabel(QLabel):
    """One line of plain text that is shortened with an ellipsis; the tooltip then holds the whole."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if kind:
            set_kind(self, kind)
        self.setText(text)

    def shown_text(self) -> str:
        """Return what there is room for."""
        return elided(self.text(), QFontMetricsF(self.fontMetrics()), self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """Allow the label to shrink to a few letters, and to nothing when it says nothing."""
        letters = 4 if self.text() else 0
        return QSize(self.fontMetrics().averageCharWidth() * letters, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Ask for the whole text, with a pixel to spare for fractional advances."""
        hint = super().sizeHint()
        return QSize(hint.width() + 1, hint.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw as much as fits."""
        shown = self.shown_text()
        self.setToolTip("" if shown == self.text() else plain_tip(self.text()))
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)


class IconView(QWidget):
    """An icon that is only looked at, in the colour of a token."""

    def __init__(self, icon: str, size: int = SIZE, role: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._role = role
        self.setFixedSize(size, size)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the icon."""
        draw_icon(QPainter(self), QRectF(self.rect()), self._icon, tokens().named(self._role))

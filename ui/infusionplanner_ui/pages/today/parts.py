"""Small parts of the panel of a visit: headings, lines with a sign, and rows of a name and a value."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from infusionplanner_ui.look.palette import Tone, tokens
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.painting import draw_shape, shape_of

FIELD_WIDTH = 92
"""Width of the names of the fields, so that values stand below each other."""

_SIGN = 10
_CHOICE_LETTERS = 8


class Sign(QWidget):
    """The shape of a tone, beside the words that say the same."""

    def __init__(self, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a square as high as a line of text."""
        return QSize(_SIGN + 2, 18)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the shape."""
        painter = QPainter(self)
        box = QRectF(1, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
        draw_shape(painter, box, self._tone, tokens().tone(self._tone).text)


class SignLine(QWidget):
    """A sign and a line of words: ``✓ Blodprøver sett (20.11)``."""

    def __init__(self, words: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(1.5))
        row.addWidget(Sign(tone, self), 0, Qt.AlignmentFlag.AlignTop)
        label = text_label(words, "secondary", wrap=True, parent=self)
        label.setAccessibleName(f"{shape_of(tone)} {words}".strip())
        row.addWidget(label, 1)


class Section(QWidget):
    """A part of the panel under a small heading in capitals; ``head`` takes more widgets beside the heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        self.head = QHBoxLayout()
        self.head.setSpacing(space(2))
        self._heading = text_label("", "section", parent=self)
        self.head.addWidget(self._heading, 1)
        column.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setSpacing(space(1))
        column.addLayout(self.body)

    def set_heading(self, words: str) -> None:
        """Name the part."""
        self._heading.setText(words.upper())
        self._heading.setAccessibleName(words)
        self.setAccessibleName(words)

    def clear(self) -> None:
        """Take everything out of the body."""
        empty(self.body)


class FieldRow(QWidget):
    """A muted name and a value beside it; an input is called by the name."""

    def __init__(self, name: str, value: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        if isinstance(value, QComboBox):
            # The longest choice must not make the panel wider than it is.
            value.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            value.setMinimumContentsLength(_CHOICE_LETTERS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        self._label = text_label("", "muted")
        self._label.setFixedWidth(FIELD_WIDTH)
        row.addWidget(self._label)
        row.addWidget(value, 1)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Name the field."""
        self._label.setText(name)
        self._value.setAccessibleName(name)


def empty(layout: QLayout) -> None:
    """Take all widgets and layouts out of a layout and delete them."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)

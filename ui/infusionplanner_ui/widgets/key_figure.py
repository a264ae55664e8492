"""Key figures: a heading, a figure, and what it rests on."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from infusionplanner_ui.look.palette import Tone, tokens
from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.widgets.label import ElidedLabel, text_label
from infusionplanner_ui.widgets.painting import draw_shape, shape_of

_LINES = 2
_SIGN = 9
_MAY_BREAK = "\u200b"
"""Lets a span of days stand on two lines."""


class _Note(QLabel):
    """A muted note with room for two lines, whether it has been laid out at its width yet or not."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_kind(self, "small")

    def minimumSizeHint(self) -> QSize:
        """Ask for two lines."""
        self.ensurePolished()
        return QSize(0, _LINES * self.fontMetrics().lineSpacing() + 1)

    def sizeHint(self) -> QSize:
        """Ask for two lines, and for what more the width at hand needs."""
        least = self.minimumSizeHint()
        return QSize(least.width(), max(least.height(), self.heightForWidth(self.width())))

    def heightForWidth(self, width: int) -> int:
        """Ask for two lines, and for what more a width needs."""
        return max(self.minimumSizeHint().height(), super().heightForWidth(width))


class _Sign(QWidget):
    """The disc of a stop before a figure, so that its colour does not stand alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SIGN, _SIGN)
        self.setAccessibleName(shape_of(Tone.STOP))
        self.hide()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        draw_shape(QPainter(self), QRectF(self.rect()), Tone.STOP, tokens().stop.line)


class KeyFigure(QWidget):
    """One figure with its heading above and a muted note of at most two lines below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._heading = ElidedLabel("", "section")
        self._value = text_label("", "strong", wrap=True)
        self._note = _Note()
        self._sign = _Sign()
        figure = QHBoxLayout()
        figure.setSpacing(space(1.5))
        figure.addWidget(self._sign)
        figure.addWidget(self._value, 1)
        column.addWidget(self._heading)
        column.addLayout(figure)
        column.addWidget(self._note)
        column.addStretch(1)

    def set(self, heading: str, value: str, note: str = "") -> None:
        """Show a figure."""
        self._heading.setText(heading.upper())
        self._value.setText(value)
        self._note.setText(note.replace("–", f"–{_MAY_BREAK}"))
        self._note.setToolTip(note)
        self.setAccessibleName(f"{heading}: {value}")
        self.setAccessibleDescription(note)

    def set_kind(self, kind: str) -> None:
        """Draw the figure itself in another kind, ``error``, with the sign of a stop, for a figure out of bounds."""
        set_kind(self._value, kind)
        self._sign.setVisible(kind == "error")


class FigureRow(QWidget):
    """Key figures side by side."""

    def __init__(
        self, figures: Sequence[KeyFigure], stretches: Sequence[int] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(5))
        for number, figure in enumerate(figures):
            row.addWidget(figure, stretches[number] if stretches else 1)

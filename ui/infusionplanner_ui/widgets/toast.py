"""Toasts: one line at the lower edge that says what was done, with a way to undo it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.label import text_label

_MARGIN = space(10)


@dataclass(frozen=True, slots=True)
class Message:
    """What a toast says, the word of its sign in a tone, and for how many seconds."""

    text: str
    tone: Tone = Tone.NEUTRAL
    sign: str = ""
    seconds: float = 8


class Toast(QFrame):
    """One message over the lower edge of its parent, at the left. A new one takes the place of the old."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._left = self._right = _MARGIN
        set_kind(self, "toast")
        self._undo: Callable[[], None] | None = None
        self._sign = Badge("")
        self._text: QLabel = text_label("", "toast")
        self._button = button("", "toast")
        self._button.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(4), space(2), space(3), space(2))
        row.setSpacing(space(3))
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, message: Message, *, undo: Callable[[], None] | None = None, undo_word: str = "") -> None:
        """Show a message for some seconds and announce it to the screen reader."""
        self._undo = undo
        self._sign.set(message.sign, message.tone)
        self._sign.setVisible(bool(message.sign))
        self._text.setText(message.text)
        self._button.setText(undo_word)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(message.text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(round(message.seconds * 1000))
        self._announce(message.text)

    def keep_off(self, left: int, right: int) -> None:
        """Leave so many pixels free at both sides, as the width of a panel with its buttons."""
        self._left, self._right = left, right
        if not self.isHidden():
            self._place()

    def _announce(self, words: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - spares time at the start

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _place(self) -> None:
        parent = self._over
        self._text.setWordWrap(False)
        room = max(parent.width() - self._left - self._right, 0)
        wide = self.sizeHint().width() > room
        self._text.setWordWrap(wide)
        self.setMaximumWidth(room)
        self.resize(room if wide else self.sizeHint().width(), 0)
        height = self.heightForWidth(self.width()) if self.hasHeightForWidth() else self.sizeHint().height()
        self.resize(self.width(), max(height, self.minimumSizeHint().height()))
        self.move(self._left, parent.height() - self.height() - _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge when the parent is resized."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

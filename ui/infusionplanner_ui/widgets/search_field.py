"""The search field of the header and of lists."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from infusionplanner_ui.look.theme import repolish, set_kind, space
from infusionplanner_ui.widgets.badge import KeyCap
from infusionplanner_ui.widgets.label import IconView

_LEAST, _WIDTH = 132, 292


class SearchField(QFrame):
    """A line to type in, with a lens and the key that leads here.

    ``searched`` carries each change, ``moved`` -1 or +1 for Up and Down, ``accepted`` Enter, ``left`` Esc.
    """

    searched = Signal(str)
    moved = Signal(int)
    accepted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "search")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(32)
        self._hints = ("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(space(2.5), 0, space(1.5), 0)
        row.setSpacing(space(2))
        lens = IconView("search", parent=self)
        self.edit = QLineEdit(self)
        set_kind(self.edit, "bare")
        self.edit.setClearButtonEnabled(False)
        self._keys = KeyCap("", self)
        row.addWidget(lens)
        row.addWidget(self.edit, 1)
        row.addWidget(self._keys)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self.searched)

    def set_hint(self, text: str, keys: str = "", short: str = "") -> None:
        """Say what can be searched for, and which key leads here; ``short`` is shown where there is little room."""
        self._hints = text, short or text
        self._show_hint()
        self.edit.setAccessibleName(text)
        self._keys.set_keys(keys)
        self._keys.setVisible(bool(keys))

    def _show_hint(self) -> None:
        room = self.edit.width() - 6
        fits = [hint for hint in self._hints if self.edit.fontMetrics().horizontalAdvance(hint) <= room]
        self.edit.setPlaceholderText(fits[0] if fits else "")

    def sizeHint(self) -> QSize:
        """Ask for room for the whole hint."""
        return QSize(_WIDTH, 32)

    def minimumSizeHint(self) -> QSize:
        """Keep room for a word."""
        return QSize(_LEAST, 32)

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Empty the field."""
        self.edit.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that lead out of the field, and show the focus on the frame."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Down:
                    self.moved.emit(1)
                case Qt.Key.Key_Up:
                    self.moved.emit(-1)
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self.accepted.emit()
                case Qt.Key.Key_Escape:
                    self.left.emit()
                case _:
                    return False
            return True
        if event.type() is QEvent.Type.Resize:
            self._show_hint()
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.setProperty("active", event.type() is QEvent.Type.FocusIn)
            repolish(self)
        return super().eventFilter(watched, event)

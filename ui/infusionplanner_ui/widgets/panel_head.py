"""The head of a panel: whom it is about, what it is for, and the way out. It never scrolls."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.widgets.buttons import IconButton
from infusionplanner_ui.widgets.label import ElidedLabel
from infusionplanner_ui.widgets.wrapped import WrappedLabel


class PanelHead(QWidget):
    """The patient's name in full, wrapped where it must be, with the rest below; then the title of the panel.

    ``left`` goes out when the panel is to be left.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("", "heading")
        self._close = IconButton("x", kind="quiet")
        self._close.clicked.connect(self.left)
        self._name, self._rest = WrappedLabel("", "heading"), WrappedLabel("", "secondary")
        self._who = QFrame()
        set_kind(self._who, "panelwho")
        words = QVBoxLayout()
        words.setSpacing(space(0.5))
        words.addWidget(self._name)
        words.addWidget(self._rest)
        self._top = QHBoxLayout(self._who)
        self._top.setContentsMargins(space(4), space(3), space(3), space(3))
        self._top.addLayout(words, 1)
        self._below = QVBoxLayout()
        self._row = QHBoxLayout()
        self._row.setContentsMargins(space(4), space(3), space(3), space(1))
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._who)
        column.addLayout(self._below)
        column.addLayout(self._row)
        self._who.hide()
        self._name_close()

    def set_title(self, words: str) -> None:
        """Say what the panel is for."""
        self._title.setText(words)

    def show_who(self, name: str, rest: str) -> None:
        """Say whom the panel is about."""
        self._name.setText(name)
        self._rest.setText(rest)
        self._who.setAccessibleName(f"{name}, {rest}")
        if self._who.isHidden():
            self._top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
            self._who.show()

    def hide_close(self) -> None:
        """Offer no way out: the panel stands there always."""
        self._close.hide()

    @property
    def who(self) -> tuple[str, str]:
        """The name and the rest, empty when the panel is about nobody."""
        return self._name.text(), self._rest.text()

    def put_below(self, widget: QWidget) -> None:
        """Put a widget between the person and the title."""
        self._below.addWidget(widget)

    def _name_close(self) -> None:
        self._close.set_name(self.tr("Close (Esc)"))

    def changeEvent(self, event: QEvent) -> None:
        """Name the way out anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name_close()
        super().changeEvent(event)

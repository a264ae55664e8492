"""Cards: the white boxes that everything stands in."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.widgets.label import ElidedLabel, text_label

_TALL, _FLAT = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum
_ROUNDED = 4
"""So much of a card's lower edge stays free of a table, whose square corners would break the rounding."""


class Card(QFrame):
    """A box with an optional title row. Put the content into ``body``; ``flush`` leaves no margin, for tables."""

    def __init__(self, title: str = "", *, flush: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, _ROUNDED if flush else 1)
        outer.setSpacing(0)
        self._head = QFrame(self)
        set_kind(self._head, "cardtitle" if flush else "plain")
        self._title = text_label("", "cardname")
        self._note = ElidedLabel("", "small")
        self._titles = QHBoxLayout(self._head)
        self._titles.setContentsMargins(space(3.5), space(2), space(3.5), space(2) if flush else 0)
        self._titles.setSpacing(space(3))
        self._titles.addWidget(self._title)
        self._titles.addWidget(self._note, 1)
        outer.addWidget(self._head)
        content = self._content = QWidget(self)
        self.body = QVBoxLayout(content)
        margin = 0 if flush else space(3.5)
        self.body.setContentsMargins(margin, margin - (0 if flush else space(1)), margin, margin)
        self.body.setSpacing(0 if flush else space(2))
        outer.addWidget(content, 1)
        self._head.setMinimumHeight(space(9))
        self.set_title(title)

    def round_top(self, *, table_on_top: bool = True) -> None:
        """Leave the upper edge free of a table too, where no title stands above it."""
        margins = self.body.contentsMargins()
        self.body.setContentsMargins(margins.left(), _ROUNDED if table_on_top else 0, margins.right(), margins.bottom())

    @property
    def title(self) -> str:
        """The title of the box."""
        return self._title.text()

    def set_title(self, text: str, note: str = "") -> None:
        """Set the title and the muted note after it; without both there is no title row."""
        self._title.setText(text)
        self._note.setText(note)
        self.setAccessibleName(text)
        self._head.setVisible(bool(text or note) or self._titles.count() > 2)

    def set_body_shown(self, shown: bool) -> None:  # noqa: FBT001 - a setter of one state, as Qt's own
        """Show the content below the title row, or the title row alone."""
        self._content.setVisible(shown)
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), _TALL if shown else _FLAT)

    def add_title_widget(self, widget: QWidget) -> None:
        """Add a widget at the right end of the title row."""
        self._titles.addWidget(widget)
        self._head.setVisible(True)


def separator(parent: QWidget | None = None) -> QFrame:
    """Return a thin line across."""
    line = QFrame(parent)
    set_kind(line, "line")
    line.setFixedHeight(1)
    return line

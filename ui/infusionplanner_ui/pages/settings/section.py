"""What the sections of the settings share: rows of a name and a field, a line for what went wrong, and saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done
    from infusionplanner_ui.shell.ward import Ward

LABEL_WIDTH = space(40)
FIELD_WIDTH = space(80)
NARROW_FIELD = space(28)


class Section(QWidget):
    """One part of the settings. A subclass fills ``column``, and sets its texts in ``retranslate``.

    ``left`` asks for the focus to go back to the list of sections: a line that is typed in keeps Ctrl+Z for itself.
    """

    left = Signal()
    unsaved = Signal(bool)
    """Goes out with whether something is typed that is not stored."""

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ward = ward
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(space(4))
        self.error = ErrorLine()

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it; asked before the section is made, too."""
        return ""

    def show_facts(self) -> None:
        """Show what is stored now. Called when the ward is open and something changed; what is typed stays."""

    def retranslate(self) -> None:
        """Set every text anew."""

    def save(self, use_case: Callable[[Desk], Done], done: Callable[[Done], None] | None = None) -> None:
        """Do an act, built on the unit as it is shown; a refusal is shown in this section."""
        self.error.clear()
        shown = self.ward.overview.newest
        self.ward.act(lambda desk: use_case(desk.based_on(shown)), owner=self, done=done, failed=self.failed)

    def failed(self, error: Exception) -> None:
        """Show why something was refused."""
        self.error.say(sentence(error))


class ErrorLine(QFrame):
    """One sentence in the colours of a stop; nothing while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "stopbox")
        self._label = text_label("", "error", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(3), space(2), space(3), space(2))
        row.addWidget(self._label)
        self.hide()

    @property
    def sentence(self) -> str:
        """The sentence it shows."""
        return "" if self.isHidden() else self._label.text()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one takes the line away."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence) and self.parentWidget() is not None)

    def clear(self) -> None:
        """Take the sentence away."""
        self.say("")


class Form(QWidget):
    """Rows of a name and a field, with a line of help below a field where there is something to tell."""

    def __init__(self, parent: QWidget | None = None, *, label_width: int = LABEL_WIDTH) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QLabel, Callable[[], str], QWidget, QLabel, Callable[[], str] | None]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(3))
        self._grid.setVerticalSpacing(space(2))
        self._grid.setColumnMinimumWidth(0, label_width)
        # What a field does not take goes to the empty column at the right.
        self._grid.setColumnStretch(1, 1000)
        self._grid.setColumnStretch(2, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def add(
        self,
        words: Callable[[], str],
        field: QWidget,
        *,
        help_words: Callable[[], str] | None = None,
        width: int = FIELD_WIDTH,
    ) -> None:
        """Add a field; ``help_words`` tell what it is for."""
        label, helped = text_label("", "secondary"), text_label("", "small", wrap=True)
        field.setMaximumWidth(width)
        label.setBuddy(field)
        line = 2 * len(self._rows)
        self._grid.addWidget(label, line, 0)
        self._grid.addWidget(field, line, 1)
        if help_words is not None:
            self._grid.addWidget(helped, line + 1, 1)
        self._rows.append((label, words, field, helped, help_words))

    def retranslate(self) -> None:
        """Name all fields anew."""
        for label, words, field, helped, help_words in self._rows:
            label.setText(words())
            field.setAccessibleName(words())
            if help_words is not None:
                helped.setText(help_words())
                field.setAccessibleDescription(help_words())


class SaveRow(QWidget):
    """Save and discard; both rest until something was changed."""

    saved = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = button("", "primary")
        self.discard = button("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(self.save)
        row.addWidget(self.discard)
        row.addStretch(1)
        self.save.clicked.connect(self.saved)
        self.discard.clicked.connect(self.discarded)
        self.set_changed(changed=False)

    def set_changed(self, *, changed: bool, possible: bool = True) -> None:
        """Allow to save and discard what was changed; what is not possible can only be discarded."""
        self.save.setEnabled(changed and possible)
        self.discard.setEnabled(changed)

    def retranslate(self) -> None:
        """Name the buttons anew."""
        self.save.setText(self.tr("Save changes"))
        self.discard.setText(self.tr("Discard"))


class Detail(Card):
    """The fields of what is chosen in a list, with buttons below and what went wrong above them.

    Enter in a field is ``accepted``, Esc ``rejected``.
    """

    accepted = Signal()
    rejected = Signal()

    def __init__(self, width: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        if width is not None:
            self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.error = ErrorLine()
        self._foot = QHBoxLayout()
        self._foot.setSpacing(space(2))

    def close_with(self, *buttons: QPushButton, rest: Sequence[QPushButton] = ()) -> None:
        """Put the buttons below the fields; ``rest`` stands apart, at the right."""
        for made in buttons:
            self._foot.addWidget(made)
        self._foot.addStretch(1)
        for made in rest:
            self._foot.addWidget(made)
        self.body.addWidget(self.error)
        self.body.addSpacing(space(1))
        self.body.addLayout(self._foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept with Enter in a field, leave with Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(self.focusWidget(), QLineEdit):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.rejected.emit()
        else:
            super().keyPressEvent(event)


class Flow(QWidget):
    """Small buttons in rows, as many in each as there is room for."""

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._shown: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(space(2))
        self._grid.setColumnStretch(columns, 1)

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show other widgets."""
        for old in self._shown:
            old.hide()
            self._grid.removeWidget(old)
            old.deleteLater()
        self._shown = list(widgets)
        for number, widget in enumerate(widgets):
            self._grid.addWidget(widget, number // self._columns, number % self._columns)
        self.setVisible(bool(widgets) and self.parentWidget() is not None)

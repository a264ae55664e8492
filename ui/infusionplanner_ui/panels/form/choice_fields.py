"""Fields that are chosen in: one of few, one of many, yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QWidget,
)

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.panels.form.field import Field
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.widgets.wrapped import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent


class _LetteredSegments(SegmentedControl):
    """Segments that are also chosen by their first letter."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._letters: list[tuple[str, str]] = []

    def all_buttons(self) -> tuple[QWidget, ...]:
        """Return the buttons in their order."""
        return tuple(self._group.buttons())

    def chosen_button(self) -> QWidget:
        """Return the button that is down."""
        buttons = self._group.buttons()
        return next((made for made in buttons if made.isChecked()), buttons[0])

    def set_segments(self, segments: Sequence[tuple[str, str]]) -> None:
        """Set keys and texts; what was not chosen stays so."""
        unset = bool(self._letters) and not self.current
        super().set_segments(segments)
        self._letters = [(words[:1].casefold(), key) for key, words in segments]
        if unset:
            self.unset()
        self._lead_focus()

    def select(self, key: str) -> None:
        """Choose without emitting ``changed``."""
        super().select(key)
        self._lead_focus()

    def unset(self) -> None:
        """Choose nothing: somebody has to."""
        self._group.setExclusive(False)
        for made in self._group.buttons():
            made.setChecked(False)
        self._group.setExclusive(True)
        self._lead_focus()

    def _lead_focus(self) -> None:
        """Let Tab lead to the choice that is made, as in a group of radio buttons."""
        for made in self._group.buttons():
            leads = made.isChecked() or not self.current
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a letter; hand figures on."""
        typed = event.text().casefold()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier) or not typed:
            super().keyPressEvent(event)
            return
        found = [key for letter, key in self._letters if letter == typed]
        if found:
            following = found[(found.index(self.current) + 1) % len(found)] if self.current in found else found[0]
            self.select(following)
            self.chosen_button().setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.changed.emit(following)
        elif typed.isdigit():
            self.typed.emit(typed)
        else:
            super().keyPressEvent(event)


class ChoiceField(Field):
    """One of few, all in sight. A letter chooses; ``typed`` carries a figure for the field that follows."""

    typed = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = _LetteredSegments(self)
        self._hold(self.segments)
        self.segments.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_options(options)
        if value:
            self.set_value(value)
        self.segments.changed.connect(self._chosen)
        self.segments.typed.connect(self.typed)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Set the choices anew; the choice is kept when it is still there."""
        self.segments.set_segments(options)

    def _chosen(self, key: str) -> None:
        self.segments.select(key)
        self.edited.emit()

    def unset(self) -> None:
        """Leave the choice open: somebody has to make it."""
        self.segments.unset()

    def is_empty(self) -> bool:
        """Tell whether nothing is chosen."""
        return not self.value()

    def focus_target(self) -> QWidget:
        """Return the segment that is down."""
        return self.segments.chosen_button()

    def focus_chain(self) -> tuple[QWidget, ...]:
        """Return the segments, of which Tab goes to the one that is down."""
        return self.segments.all_buttons()

    def value(self) -> str:
        """Return the key of the choice."""
        return self.segments.current

    def set_value(self, value: str) -> None:
        """Make a choice."""
        self.segments.select(value)


_MOST_IN_SIGHT = 24
"""So many choices are shown at once, down to the last one."""


class ListField(Field):
    """One of many, in a drop-down list. An empty key stands for nothing chosen yet."""

    def __init__(self, options: Sequence[tuple[str, str]], value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        self.box.setMinimumContentsLength(8)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._hold(self.box)
        self.set_options(options)
        self.set_value(value)
        self.box.currentIndexChanged.connect(self.edited)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Set the choices anew; the choice is kept when it is still there."""
        kept = self.value()
        with QSignalBlocker(self.box):
            self.box.clear()
            for key, words in options:
                self.box.addItem(words, key)
        self.box.setMaxVisibleItems(min(max(len(options), 1), _MOST_IN_SIGHT))
        self.set_value(kept)

    def value(self) -> str:
        """Return the key of the choice."""
        return str(self.box.currentData() or "")

    def set_value(self, value: str) -> None:
        """Make a choice; an unknown key chooses the first entry."""
        self.box.setCurrentIndex(max(self.box.findData(value), 0))

    def is_empty(self) -> bool:
        """Tell whether nothing is chosen."""
        return not self.value()


class CheckField(Field):
    """Yes or no."""

    def __init__(self, words: str = "", *, value: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.setChecked(value)
        self._words = WrappedLabel(words, parent=self)
        self._words.setContentsMargins(0, space(0.5), 0, 0)
        self._words.clicked.connect(self.box.toggle)
        row = QHBoxLayout()
        row.setSpacing(space(1))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._column.insertLayout(0, row)
        self._inner: QWidget = self.box
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self.edited)

    def value(self) -> bool:
        """Tell whether it is ticked."""
        return self.box.isChecked()

    def set_words(self, words: str) -> None:
        """Say anew what is ticked here."""
        self._words.setText(words)

    def set_name(self, name: str) -> None:
        """Name the box by its own words, which say more than a heading."""
        self.box.setAccessibleName(name or self._words.text())

"""A form: labelled fields in a panel, the review of what is filled in, and whether anybody has touched it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from infusionplanner_ui.look.icons import set_icon
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.buttons import PRESSES, button
from infusionplanner_ui.widgets.inline_panel import InlinePanel
from infusionplanner_ui.widgets.wrapped import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from infusionplanner_ui.panels.form.field import Field


class Form(InlinePanel):
    """Fields with their names. A subclass adds them, and says what together they lack."""

    touch_changed = Signal()
    """Whether anything is filled in otherwise than it was proposed has changed."""

    edits = False
    """Whether it changes what is there: there is nothing to save before something is filled in otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[tuple[WrappedLabel, Callable[[], str], Field]] = []
        self._hidden: set[Field] = set()
        self._finished = False
        self._busy = False
        self._ready = False
        self._as_proposed: tuple[object, ...] = ()
        self._touched = False
        self._whom = ""
        self.other_way: QPushButton | None = None

    # what a subclass says

    def heading(self) -> str:
        """Return the title."""
        return ""

    def action(self) -> str:
        """Return the words of the button that does it."""
        return self.tr("Save")

    def first(self) -> Field | None:
        """Return the field that gets the focus, None for the first one."""
        return None

    def fault(self) -> str:
        """Return what the fields together lack, empty when nothing."""
        return ""

    def is_complete(self) -> bool:
        """Tell whether there is anything to do; each required field is looked at besides."""
        return True

    def arrange(self) -> None:
        """Show and hide fields by what is chosen."""

    def judged(self, *, valid: bool, sound: bool, filled: bool) -> str:
        """Show what else there is to say of what is filled in; return what is still to be answered.

        ``valid`` is what can be read, ``sound`` what lacks nothing together, ``filled`` what has all that is required.
        """
        del valid, sound, filled
        return ""

    # what a subclass uses

    def add(self, field: Field, words: Callable[[], str] = str, *, required: bool = False) -> Field:
        """Add a field below the others, with its label above it."""
        self.body.addLayout(self.labelled(field, words, required=required))
        return field

    def add_pair(
        self, left: tuple[Field, Callable[[], str]], right: tuple[Field, Callable[[], str]], *, required: bool = False
    ) -> None:
        """Add two fields side by side."""
        self.body.addLayout(self.pair(left, right, required=required))

    def pair(
        self, left: tuple[Field, Callable[[], str]], right: tuple[Field, Callable[[], str]], *, required: bool = False
    ) -> QHBoxLayout:
        """Return two fields side by side, for a layout of the panel's own."""
        row = QHBoxLayout()
        row.setSpacing(space(3))
        for field, words in (left, right):
            row.addLayout(self.labelled(field, words, required=required), 1)
        return row

    def labelled(self, field: Field, words: Callable[[], str], *, required: bool = False) -> QVBoxLayout:
        """Return a field with its label above it, for a layout of the panel's own."""
        column = QVBoxLayout()
        column.setSpacing(space(1))
        label = WrappedLabel("", "small")
        column.addWidget(label)
        column.addWidget(field)
        column.addStretch(1)
        field.required = required
        field.edited.connect(self.review)
        self._fields.append((label, words, field))
        return column

    def add_other_way(self, act: Callable[[], None]) -> None:
        """Add a button at the end for the other thing that can be done here, as taking something out."""
        self.other_way = button("", "danger")
        self.other_way.clicked.connect(lambda: act() if PRESSES.takes() else None)

    def name_other_way(self, words: str, icon: str) -> None:
        """Name the button of the other way."""
        if self.other_way is not None:
            self.other_way.setText(words)
            set_icon(self.other_way, icon, "stop.text")

    def show_field(self, field: Field, shown: bool) -> None:  # noqa: FBT001 - a setter of one state, as Qt's own
        """Show or hide a field with its label; a hidden one is not reviewed."""
        for label, _, other in self._fields:
            if other is field:
                label.setVisible(shown and bool(label.text()))
        field.setVisible(shown)
        (self._hidden.discard if shown else self._hidden.add)(field)

    def close_building(self) -> None:
        """Put everything in its place, the last thing that is done in ``__init__``."""
        self._finished = True
        self.body.addStretch(1)
        if self.other_way is not None:
            self.body.addWidget(self.other_way)
        self._as_proposed = self.filled_in()
        self.retranslate()
        self._lead_tab()
        # What the form has arranged by itself nobody has touched.
        self._as_proposed, self._touched = self.filled_in(), False

    def _lead_tab(self) -> None:
        """Let Tab go through the fields as they stand, whatever order they were made in, and then to the buttons."""
        chain = [widget for _, _, field in self._fields for widget in field.focus_chain()]
        chain += [made for made in (self.other_way, self._primary, self._secondary) if made is not None]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    @property
    def shown_fields(self) -> tuple[Field, ...]:
        """The fields that can be filled in as things stand."""
        return tuple(field for _, _, field in self._fields if field not in self._hidden)

    # whether it was touched

    def filled_in(self) -> tuple[object, ...]:
        """Return everything that is filled in."""
        return tuple(field.value() for _, _, field in self._fields)

    @property
    def touched(self) -> bool:
        """Whether something was typed, chosen or ticked."""
        return self._finished and self.filled_in() != self._as_proposed

    def say_for_whom(self, name: str) -> None:
        """Say on the button for whom it is, once another patient was meant."""
        self._whom = name
        self._name_buttons()

    def focus_again(self) -> None:
        """Put the focus where it was, else into the first field."""
        inside = self.focusWidget() or self._first_field()
        if inside is not None:
            inside.setFocus(Qt.FocusReason.OtherFocusReason)

    # review

    def review(self) -> None:
        """Look at everything that is filled in, and allow the act or not."""
        if not self._finished:
            return
        self.arrange()
        if self.touched != self._touched:
            self._touched = not self._touched
            self.touch_changed.emit()
        fields = self.shown_fields
        # Every field is looked at, so that none keeps the word of a fault that is mended.
        usable = [field.review() for field in fields]
        filled = all(usable) and self.is_complete()
        valid = not any(field.fault() for field in fields)
        fault = self.fault() if valid else ""
        left = self.judged(valid=valid, sound=valid and not fault, filled=filled)
        if self.edits and not self.touched:
            left = left or self.tr("Nothing is changed yet.")
        self.show_error(fault) if fault else self.clear_error()
        self.set_ready(filled and not fault and not left and not self._busy)
        self.show_missing(self._missing_names() or left if valid and not fault else "")

    def _missing_names(self) -> str:
        """Return which fields are still empty that must not be."""
        shown = ((words(), field) for _, words, field in self._fields if field not in self._hidden)
        names = [name for name, field in shown if name and field.required and field.is_empty()]
        return self.tr("Still missing: {fields}").format(fields=", ".join(names)) if names else ""

    @property
    def is_ready(self) -> bool:
        """Whether the act can be done now."""
        return self._ready

    def set_ready(self, ready: bool) -> None:  # noqa: FBT001 - as the panel that it extends
        """Allow or forbid the act."""
        self._ready = ready
        super().set_ready(ready)

    # keys and language

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept with Enter from any field but a note, and say what is missing when it cannot be."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._takes_enter(event):
            if self.is_ready:
                self.accepted.emit()
            elif not self.error_text and self.missing_text:
                self.show_error(self.missing_text)
            return
        super().keyPressEvent(event)

    def _takes_enter(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return True
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton):
            return focus.isCheckable()
        return isinstance(focus, QLineEdit | QComboBox)

    def retranslate(self) -> None:
        """Set every text."""
        self.set_title(self.heading())
        self._name_buttons()
        for label, words, field in self._fields:
            label.setText(words())
            label.setVisible(bool(words()) and field not in self._hidden)
            field.set_name(words())
        self.review()

    def _name_buttons(self) -> None:
        whom = self.tr("{act} for {name}").format(act=self.action(), name=self._whom)
        self.set_buttons(whom if self._whom else self.action(), self.tr("Cancel") if self.action() else "")

    def changeEvent(self, event: QEvent) -> None:
        """Set every text anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange and self._finished:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus into the first field, ready to be typed over."""
        super().showEvent(event)
        focus = self.focusWidget()
        if isinstance(focus, QLineEdit):
            focus.selectAll()

    def _first_field(self) -> QWidget | None:
        field = self.first() or next(iter(self.shown_fields), None)
        return super()._first_field() if field is None else field.focus_target()

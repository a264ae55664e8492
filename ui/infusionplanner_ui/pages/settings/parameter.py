"""One parameter: its own field, why it can or cannot be so, and the sentences of the rules that use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from infusionplanner.application.unit import override_parameter
from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.pages.settings.section import NARROW_FIELD, ErrorLine
from infusionplanner_ui.pages.settings.values import fault, parsed, typed, unit_words
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.inline_panel import scrolled
from infusionplanner_ui.widgets.label import text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from infusionplanner.application.records import Override
    from infusionplanner.domain.protocol import Parameter, Protocol
    from infusionplanner_ui.shell.ward import Ward

_HEIGHT = 196
_LEFT = 380


class ParameterDetail(QFrame):
    """``changed`` carries the use case that stores the unit's own value or goes back to the protocol's."""

    changed = Signal(object)
    left = Signal()
    unsaved = Signal(bool)

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self._protocol: Protocol | None = None
        self._parameter: Parameter | None = None
        self._own: Override | None = None
        self._by = ""
        set_kind(self, "card")
        self.setFixedHeight(_HEIGHT)
        self.title = text_label("", "heading", wrap=True)
        self._note = text_label("", "small", wrap=True)
        self.field, self.choice = QLineEdit(), QComboBox()
        self._fields = QStackedWidget()
        self._unit = text_label("", "secondary")
        self.state = text_label("", "small")
        self.store_button, self.reset_button = button("", "primary"), button("")
        self.error = ErrorLine()
        self._lines = QVBoxLayout()
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(space(4), space(3), space(2), space(3))
        row.setSpacing(space(5))
        holder = QWidget()
        holder.setFixedWidth(_LEFT)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        self._fields.addWidget(self.field)
        self._fields.addWidget(self.choice)
        self._fields.setMaximumWidth(NARROW_FIELD + space(4))
        self._fields.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout()
        line.setSpacing(space(2))
        for widget in (self._fields, self._unit, self.store_button, self.reset_button):
            line.addWidget(widget)
        line.addStretch(1)
        for part in (self.title, self._note):
            column.addWidget(part)
        column.addSpacing(space(1))
        column.addLayout(line)
        column.addWidget(self.state)
        column.addWidget(self.error)
        column.addStretch(1)
        rules = QWidget()
        self._lines.setContentsMargins(0, 0, space(2), 0)
        self._lines.setSpacing(space(2))
        rules.setLayout(self._lines)
        row.addWidget(holder)
        row.addWidget(scrolled(rules), 1)
        self.field.textChanged.connect(self._review)
        self.choice.currentIndexChanged.connect(self._review)
        self.store_button.clicked.connect(self.store)
        self.reset_button.clicked.connect(self.reset)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.store_button.setText(self.tr("Save"))
        self.reset_button.setText(self.tr("Use the protocol's"))
        for field in (self.field, self.choice):
            field.setAccessibleName(self.tr("The unit's own value"))
        self._fill()

    def show_parameter(self, protocol: Protocol, parameter: Parameter | None, own: Override | None, by: str) -> None:
        """Show a parameter of a protocol as it ships, with the unit's own value and who set it."""
        same = (parameter, own) == (self._parameter, self._own)
        self._protocol, self._parameter, self._own, self._by = protocol, parameter, own, by
        if not same or not self.store_button.isEnabled():
            self._fill()

    # what is shown

    def _fill(self) -> None:
        parameter, protocol = self._parameter, self._protocol
        if not self._ward.is_open:
            return
        shown = parameter is not None and protocol is not None
        for widget in (self._fields, self.store_button, self._unit):
            widget.setVisible(shown)
        self.reset_button.setVisible(self._own is not None)
        self._show_rules()
        if parameter is None or protocol is None:
            self.title.setText(self.tr("No parameter is chosen"))
            self._note.clear()
            self.state.clear()
            self.error.clear()
            return
        language, wording = self._ward.language, self._ward.wording
        self.title.setText(parameter.label.in_language(language))
        note = parameter.note.in_language(language) if parameter.note is not None else ""
        origin = wording.label("origin", parameter.origin)
        self._note.setText(" ".join(part for part in (f"{origin}.", note) if part))
        self._unit.setText(unit_words(parameter, wording))
        value = parameter.value if self._own is None else self._own.value
        self._write(tuple(value) if isinstance(value, list) else value)
        told = self.tr("Set by {who}. The protocol has {value}.")
        shipped = wording.quantity(parameter.value, parameter.unit)
        self.state.setText(told.format(who=self._by, value=shipped) if self._own is not None else "")
        self._review()

    def _write(self, value: object) -> None:
        if isinstance(value, str):
            self.choice.clear()
            for code, words in self._ward.wording.codes["treatment"].items():
                self.choice.addItem(words, code)
            self.choice.setCurrentIndex(max(self.choice.findData(value), 0))
            self._fields.setCurrentWidget(self.choice)
        else:
            self.field.setText(typed(value))
            self._fields.setCurrentWidget(self.field)

    def _show_rules(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if self._parameter is None or self._protocol is None:
            return
        protocol = self._ward.desk.protocol(self._protocol.id, self._ward.unit)
        for rule in self._parameter.rules:
            self._lines.addWidget(_RuleText(rule, self._ward.wording.rule(protocol, rule)))
        self._lines.addStretch(1)

    @property
    def rules(self) -> tuple[str, ...]:
        """The sentences that are shown, each with the id of its rule."""
        items = (self._lines.itemAt(number) for number in range(self._lines.count() - 1))
        rows = (item.widget() for item in items if item is not None)
        return tuple(row.accessibleName() for row in rows if row is not None)

    # the field

    @property
    def entered(self) -> str:
        """What is typed or chosen."""
        if self._fields.currentWidget() is self.choice:
            return str(self.choice.currentData() or "")
        return self.field.text()

    def _review(self) -> None:
        parameter, protocol = self._parameter, self._protocol
        if parameter is None or protocol is None:
            return
        value = parsed(parameter, self.entered)
        now = parameter.value if self._own is None else self._own.value
        same = value == (tuple(now) if isinstance(now, list) else now)
        desk = self._ward.desk
        unit = self._ward.unit
        known = desk.protocol(protocol.id, unit)
        wrong = "" if same else fault(desk, unit.parameters, known, parameter, self.entered)
        self.error.say(wrong)
        self.store_button.setEnabled(not same and not wrong)
        self.unsaved.emit(not same)

    def edit(self) -> None:
        """Put the focus into the field."""
        if self._parameter is not None:
            chosen = self.choice if self._fields.currentWidget() is self.choice else self.field
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()

    def store(self) -> None:
        """Store the unit's own value; the protocol's own one is stored as none."""
        parameter = self._parameter
        if parameter is None or not self.store_button.isEnabled():
            return
        key, value = parameter.key, parsed(parameter, self.entered)
        stored = None if value == parameter.value else list(value) if isinstance(value, tuple) else value
        self.store_button.setEnabled(False)
        self.changed.emit(lambda desk: override_parameter(desk, key, stored))
        self.left.emit()

    def reset(self) -> None:
        """Go back to the protocol's own value."""
        if self._parameter is not None and self._own is not None:
            key = self._parameter.key
            self.changed.emit(lambda desk: override_parameter(desk, key, None))
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Store with Enter, leave with Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.reset_button.hasFocus():
            self.store()
        elif event.key() == Qt.Key.Key_Escape:
            self._fill()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _RuleText(QWidget):
    """The id of a rule and its sentence, with the numbers that apply here."""

    def __init__(self, rule: str, sentence: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{rule}: {sentence}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(Badge(rule), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(sentence, "secondary", wrap=True), 1)

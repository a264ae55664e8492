"""One parameter: the form of its own value, and beside it where the number comes from and the rules that use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infusionplanner.application.unit import override_parameter
from infusionplanner.application.views.stored import overrides
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.pages.settings.section import SettingsForm
from infusionplanner_ui.pages.settings.values import fault, parsed, typed, unit_words
from infusionplanner_ui.panels.form.fields import ListField, TextField
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.inline_panel import scrolled
from infusionplanner_ui.widgets.label import text_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, Override
    from infusionplanner.domain.protocol import Parameter, Protocol
    from infusionplanner_ui.shell.ward import Ward


class ParameterForm(SettingsForm):
    """The unit's own value of a parameter; ``reset`` goes back to the protocol's."""

    def __init__(self, ward: Ward, protocol: Protocol, parameter: Parameter, reset: Callable[[], None]) -> None:
        super().__init__(ward, parameter.key)
        self._shipped, self._parameter = protocol, parameter
        self.own = next((row for row in ward.get(overrides) if row.key == parameter.key), None)
        self._now = value_of(parameter, self.own)
        self.field: TextField | ListField
        if isinstance(parameter.value, str):
            self.field = ListField(self._treatments(), str(self._now))
        else:
            self.field = TextField(typed(self._now))
        self.add(self.field, self._field_words)
        if self.own is not None:
            self.add_other_way(reset)
        self.finish(self._store)

    def _treatments(self) -> list[tuple[str, str]]:
        return list(self.ward.wording.codes["treatment"].items())

    def _field_words(self) -> str:
        unit = unit_words(self._parameter, self.ward.wording)
        return self.tr("The unit's own value, {unit}").format(unit=unit) if unit else self.tr("The unit's own value")

    def heading(self) -> str:
        """Return the parameter's name."""
        return self._parameter.label.in_language(self.ward.language)

    def retranslate(self) -> None:
        """Set every text."""
        if isinstance(self.field, ListField):
            self.field.set_options(self._treatments())
        self.name_other_way(self.tr("Use the protocol's"), "undo-2")
        super().retranslate()

    def is_complete(self) -> bool:
        """Tell whether another value is typed than the one that applies."""
        return parsed(self._parameter, self.field.value()) != self._now

    def fault(self) -> str:
        """Say why the unit cannot use what is typed."""
        if not self.is_complete():
            return ""
        known = self.ward.desk.protocol(self._shipped.id, self.unit)
        return fault(self.ward.desk, self.unit.parameters, known, self._parameter, self.field.value())

    def _store(self) -> Callable[[Desk], Done]:
        key, value = self._parameter.key, parsed(self._parameter, self.field.value())
        stored = None if value == self._parameter.value else list(value) if isinstance(value, tuple) else value
        return lambda desk: override_parameter(desk, key, stored)


class ParameterCard(Card):
    """Where a parameter comes from, who changed it, and the sentences of the rules that use it."""

    def __init__(self, ward: Ward) -> None:
        super().__init__()
        self._ward = ward
        self._origin, self.state = text_label("", "small", wrap=True), text_label("", "small", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, space(2), 0)
        self._lines.setSpacing(space(2))
        rules = QWidget()
        rules.setLayout(self._lines)
        self.body.addWidget(self._origin)
        self.body.addWidget(self.state)
        self.body.addWidget(scrolled(rules), 1)

    def show_parameter(self, protocol: Protocol, parameter: Parameter | None, own: Override | None, by: str) -> None:
        """Show a parameter of a protocol as it ships, with the unit's own value and who set it."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        language, wording = self._ward.language, self._ward.wording
        if parameter is None:
            self.set_title(self.tr("No parameter is chosen"))
            self._origin.clear()
            self.state.hide()
            return
        self.set_title("")
        note = parameter.note.in_language(language) if parameter.note is not None else ""
        origin = wording.label("origin", parameter.origin)
        self._origin.setText(" ".join(part for part in (f"{origin}.", note) if part))
        shipped = wording.quantity(parameter.value, parameter.unit)
        told = self.tr("Set by {who}. The protocol has {value}.").format(who=by, value=shipped)
        self.state.setText(told if own is not None else "")
        self.state.setVisible(own is not None)
        ours = self._ward.desk.protocol(protocol.id, self._ward.unit)
        for rule in parameter.rules:
            self._lines.addWidget(_RuleText(rule, wording.rule(ours, rule)))
        self._lines.addStretch(1)

    @property
    def rules(self) -> tuple[str, ...]:
        """The sentences that are shown, each with the id of its rule."""
        items = (self._lines.itemAt(number) for number in range(self._lines.count() - 1))
        rows = (item.widget() for item in items if item is not None)
        return tuple(row.accessibleName() for row in rows if row is not None)


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


def value_of(parameter: Parameter, own: Override | None) -> object:
    """Return the value that applies in the unit."""
    value = parameter.value if own is None else own.value
    return tuple(value) if isinstance(value, list) else value

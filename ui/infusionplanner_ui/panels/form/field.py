"""What all fields of a panel have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from infusionplanner_ui.look.theme import repolish, space
from infusionplanner_ui.widgets.wrapped import WrappedLabel


class Field(QWidget):
    """What all fields have in common: a line of help below, in red when what is typed cannot be."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.required = False
        self._help = WrappedLabel("", "small")
        self._help.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(0.5))
        self._column.addWidget(self._help)

    def _hold(self, inner: QWidget) -> None:
        self._column.insertWidget(0, inner)
        self.setFocusProxy(inner)
        self._inner = inner

    def focus_target(self) -> QWidget:
        """Return the widget that takes the focus."""
        return self._inner

    def focus_chain(self) -> tuple[QWidget, ...]:
        """Return the widgets that Tab goes through."""
        return (self._inner,)

    def set_name(self, name: str) -> None:
        """Name the field to the screen reader."""
        self._inner.setAccessibleName(name)

    def value(self) -> object:
        """Return what is filled in, to tell whether it was changed."""
        raise AssertionError  # every field says what it holds

    def is_empty(self) -> bool:
        """Tell whether nothing is filled in."""
        return False

    def fault(self) -> str:
        """Return what is wrong with what is typed, empty when nothing is."""
        return ""

    def help(self) -> str:
        """Return a muted word on what is typed, as the weekday of a date."""
        return ""

    def review(self) -> bool:
        """Show the fault or the help, and tell whether the value can be used."""
        fault = self.fault()
        shown = fault or self.help()
        self._help.setText(shown)
        self._help.setVisible(bool(shown))
        self._mark(self._help, "error" if fault else "small")
        if self._inner.property("invalid") != bool(fault):
            self._inner.setProperty("invalid", bool(fault))
            repolish(self._inner)
        self._inner.setAccessibleDescription(shown)
        return not fault and not (self.required and self.is_empty())

    @staticmethod
    def _mark(label: QWidget, kind: str) -> None:
        if label.property("kind") != kind:
            label.setProperty("kind", kind)
            repolish(label)

"""Who is in the hand, shown in the header of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from infusionplanner_ui.pages.week.move import Move


class Moving(QWidget):
    """Who is in the hand, with the window of the dose."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lead = text_label("", "secondary")
        self._name = text_label("", "strong")
        self._dose = text_label("", "secondary")
        self._window = Badge("", Tone.RUNNING)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(2), 0, 0, 0)
        row.setSpacing(space(1))
        for widget in (self._lead, self._name, self._dose):
            row.addWidget(widget)
        row.addSpacing(space(1))
        row.addWidget(self._window)

    def show_move(self, lead: str, name: str, move: Move) -> None:
        """Show who is moved."""
        dose = move.window.dose
        self._lead.setText(lead)
        self._name.setText(name)
        self._dose.setText("" if dose is None else f"· {self.tr('dose {number}').format(number=dose.number)}")
        span = "" if dose is None else text.span(dose.earliest, dose.latest)
        self._window.set(self.tr("window {span}").format(span=span) if span else "")
        self.show()

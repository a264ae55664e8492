"""The task that belongs to no single patient: handed-out calendars that are not true any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.buttons import link_button
from infusionplanner_ui.widgets.card import separator
from infusionplanner_ui.widgets.label import ElidedLabel
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from infusionplanner_ui.shell.ward import Ward


class CalendarTask(QWidget):
    """One line above the tasks, there only while a calendar is not true. ``asked`` wants the list of them."""

    asked = Signal()

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self._badge = Badge("", Tone.WARN)
        self._words = ElidedLabel("")
        self.open = link_button("", parent=self)
        self.open.clicked.connect(self.asked)
        row = QHBoxLayout()
        row.setContentsMargins(space(3), space(2), space(3), space(2))
        row.setSpacing(space(3))
        row.addWidget(self._badge)
        row.addWidget(self._words, 1)
        row.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(separator(self))
        ward.calendars.compared.connect(self.show_number)
        self.hide()

    def show_number(self) -> None:
        """Say how many there are and when the first one is wrong; nothing when there are none."""
        untrue = self._ward.calendars.untrue or ()
        self.setVisible(bool(untrue))
        if not untrue:
            return
        self._badge.set(self.tr("Calendars"), Tone.WARN)
        said = self.tr("%n handed-out calendar(s) not true any more", "", len(untrue))
        first = self.tr("the first from {day}").format(day=text.near_day(untrue[0].first.date(), self._ward.today))
        self._words.setText(text.join(said, first))
        self.open.setText(self.tr("Hand out anew"))
        self.open.setAccessibleName(text.join(self.open.text(), said))

"""The question in a panel that was begun when something else is wanted in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.panels.form.rule_line import Sign
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.wrapped import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Callable


class AskBox(QFrame):
    """Says what is not saved and what waits, with the two ways on. To stay has the focus."""

    def __init__(self, stay: Callable[[], None], discard: Callable[[], None]) -> None:
        super().__init__()
        set_kind(self, "panelask")
        self._words = "", ""
        self._unsaved, self._waits = WrappedLabel("", "watch_strong"), WrappedLabel("", "watch")
        self.stay, self.discard = button(), button()
        self.stay.clicked.connect(stay)
        self.discard.clicked.connect(discard)
        words = QVBoxLayout()
        words.setSpacing(space(0.5))
        words.addWidget(self._unsaved)
        words.addWidget(self._waits)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(Sign(Tone.WARN), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.stay)
        buttons.addWidget(self.discard)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(3), space(4), space(3))
        column.setSpacing(space(2))
        column.addLayout(row)
        column.addLayout(buttons)
        self.setFocusProxy(self.stay)

    def ask(self, unsaved: str, waits: str) -> None:
        """Ask about a form that is not saved while something else waits."""
        self._words = unsaved, waits
        self.retranslate()

    @property
    def sentences(self) -> tuple[str, str]:
        """What it says."""
        return self._unsaved.text(), self._waits.text()

    def retranslate(self) -> None:
        """Set every text."""
        unsaved, waits = self._words
        self._unsaved.setText(self.tr("{what} is not saved.").format(what=unsaved))
        self._waits.setText(self.tr("{what} opens when you have chosen.").format(what=waits))
        self.stay.setText(self.tr("Go on here"))
        self.discard.setText(self.tr("Throw away and switch"))
        self.setAccessibleName(" ".join(self.sentences))

    def changeEvent(self, event: QEvent) -> None:
        """Set every text anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

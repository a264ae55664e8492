"""Language, theme and shield: what this person likes on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.pages.settings.section import Form, Section
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from infusionplanner_ui.shell.looks import Looks
    from infusionplanner_ui.shell.ward import Ward


class LooksSection(Section):
    """Takes effect at once."""

    def __init__(self, ward: Ward, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(ward, parent)
        self._looks = looks
        self.language, self.scheme = SegmentedControl(), SegmentedControl()
        self.shield = QCheckBox()
        self._note = text_label("", "small", wrap=True)
        self._form = Form()
        self._form.add(lambda: self.tr("Language"), self.language)
        self._form.add(lambda: self.tr("Theme"), self.scheme)
        self._form.add(lambda: self.tr("Names"), self.shield)
        self._card = Card()
        self._card.body.addWidget(self._form)
        self._card.body.addWidget(self._note)
        self.column.addWidget(self._card)
        self.column.addStretch(1)
        self.language.changed.connect(looks.set_language)
        self.scheme.changed.connect(lambda key: looks.set_scheme(Scheme(key)))
        self.shield.toggled.connect(looks.set_shielded)
        looks.changed.connect(self._show)

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("LooksSection", "Language, theme")

    def retranslate(self) -> None:
        """Set every text anew."""
        self._card.set_title(self.tr("Language and theme"))
        self._form.retranslate()
        # The box is named by its own words.
        self.shield.setAccessibleName("")
        self.language.set_segments((("nb", "Bokmål"), ("en", "English")))
        self.scheme.set_segments(
            (
                (Scheme.SYSTEM, self.tr("As the PC")),
                (Scheme.LIGHT, self.tr("Light")),
                (Scheme.DARK, self.tr("Dark")),
            )
        )
        self.shield.setText(self.tr("Show initials instead of names (Ctrl+Shift+H)"))
        self._note.setText(self.tr("Remembered for you on this PC. Patients' calendars and sheets are not changed."))
        self._show()

    def _show(self) -> None:
        taste = self._looks.taste
        self.language.select(taste.language)
        self.scheme.select(taste.scheme)
        self.shield.setChecked(taste.shielded)

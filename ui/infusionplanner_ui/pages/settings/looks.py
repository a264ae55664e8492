"""Language, theme and shield: what this person likes on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.pages.settings.section import Section
from infusionplanner_ui.panels.form.fields import CheckField, ChoiceField
from infusionplanner_ui.panels.form.form import Form
from infusionplanner_ui.widgets.label import text_label

if TYPE_CHECKING:
    from infusionplanner_ui.shell.looks import Looks
    from infusionplanner_ui.shell.ward import Ward


class LooksForm(Form):
    """Takes effect at once, so there is nothing to save."""

    stays = True

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.language, self.scheme, self.shield = ChoiceField([]), ChoiceField([]), CheckField()
        self._note = text_label("", "small", wrap=True)
        self.add(self.language, lambda: self.tr("Language"))
        self.add(self.scheme, lambda: self.tr("Theme"))
        self.add(self.shield, lambda: self.tr("Names"))
        self.body.addWidget(self._note)
        self.language.edited.connect(lambda: looks.set_language(self.language.value()))
        self.scheme.edited.connect(lambda: looks.set_scheme(Scheme(self.scheme.value())))
        self.shield.edited.connect(lambda: looks.set_shielded(self.shield.value()))
        looks.changed.connect(self._show)
        self.close_building()

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Language and theme")

    def action(self) -> str:
        """Return nothing, since nothing is left to do."""
        return ""

    def retranslate(self) -> None:
        """Set every text."""
        self.language.set_options((("nb", "Bokmål"), ("en", "English")))
        self.scheme.set_options(
            (
                (Scheme.SYSTEM, self.tr("As the PC")),
                (Scheme.LIGHT, self.tr("Light")),
                (Scheme.DARK, self.tr("Dark")),
            )
        )
        self.shield.set_words(self.tr("Show initials instead of names (Ctrl+Shift+H)"))
        self._note.setText(self.tr("Remembered for you on this PC. Patients' calendars and sheets are not changed."))
        self._show()
        super().retranslate()

    def _show(self) -> None:
        taste = self._looks.taste
        self.language.set_value(taste.language)
        self.scheme.set_value(taste.scheme)
        self.shield.box.setChecked(taste.shielded)


class LooksSection(Section):
    """What this person likes."""

    def __init__(self, ward: Ward, looks: Looks) -> None:
        super().__init__(ward)
        self.form = LooksForm(looks)
        self.column.addWidget(self.form)

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("LooksSection", "Language, theme")

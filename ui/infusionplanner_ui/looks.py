"""Language, theme and shield of the person at the desk: applied at once, and remembered for the next time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from infusionplanner_ui.application import Application
    from infusionplanner_ui.main_window import MainWindow
    from infusionplanner_ui.preferences import Preferences, Taste
    from infusionplanner_ui.theme import Scheme
    from infusionplanner_ui.ward import Ward


class Looks(QObject):
    """What the windows look like for one person. ``changed`` goes out after each change and when somebody else signs."""

    changed = Signal()

    def __init__(self, application: Application, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._preferences = preferences
        self._frame: MainWindow | None = None
        self._ward: Ward | None = None
        self._apply()

    @property
    def taste(self) -> Taste:
        """What the person at the desk likes."""
        return self._preferences.taste

    def follow(self, frame: MainWindow, ward: Ward) -> None:
        """Bring frame and ward into the person's language and shield, and remember the shield from now on."""
        self._frame, self._ward = frame, ward
        self._apply()
        frame.shield_changed.connect(self._shielded)

    def sign(self, who: str) -> None:
        """Let the windows look as another person likes."""
        if who != self._preferences.who:
            self._preferences.who = who
            self._keep()

    def set_language(self, language: str) -> None:
        """Switch the language of all windows, ``nb`` or ``en``."""
        self._change(replace(self.taste, language=language))

    def set_scheme(self, scheme: Scheme) -> None:
        """Switch the palette of all windows."""
        self._change(replace(self.taste, scheme=scheme))

    def set_toured(self) -> None:
        """Remember that the guided look round has been seen or skipped."""
        self._change(replace(self.taste, toured=True))

    def set_shielded(self, shielded: bool) -> None:  # noqa: FBT001 - a setter of one state, as the frame's
        """Hide or show all names."""
        self._change(replace(self.taste, shielded=shielded))

    def _shielded(self, shielded: bool) -> None:  # noqa: FBT001 - a slot of the frame's signal
        self._change(replace(self.taste, shielded=shielded))

    def _change(self, wanted: Taste) -> None:
        if wanted != self.taste:
            self._preferences.taste = wanted
            self._keep()

    def _keep(self) -> None:
        self._apply()
        self._preferences.save()
        self.changed.emit()

    def _apply(self) -> None:
        taste = self.taste
        if self._ward is not None:
            # Pages ask the ward for its words while they take the new language.
            self._ward.language = taste.language
        self._application.set_scheme(taste.scheme)
        self._application.set_language(taste.language)
        if self._frame is not None:
            self._frame.set_shielded(taste.shielded)

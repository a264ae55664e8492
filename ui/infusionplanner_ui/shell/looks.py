"""Language, theme and shield of the person at the desk: applied at once, and remembered for the next time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

if TYPE_CHECKING:
    from infusionplanner_ui.application import Application
    from infusionplanner_ui.look.theme import Scheme
    from infusionplanner_ui.shell.main_window import MainWindow
    from infusionplanner_ui.shell.preferences import Preferences, Taste
    from infusionplanner_ui.shell.ward import Ward


class Looks(QObject):
    """What the windows look like for one person. ``changed`` goes out after each change, whoever made it.

    Make it before the frame has pages: it learns of a switch of language before they do, so that the ward has the words
    that they ask for.
    """

    changed = Signal()

    def __init__(self, application: Application, preferences: Preferences, frame: MainWindow, ward: Ward) -> None:
        super().__init__(frame)
        self._application = application
        self._preferences = preferences
        self._frame = frame
        self._ward = ward
        self._applying = False
        self._apply()
        application.scheme_changed.connect(self._keep)
        frame.shield_changed.connect(self._keep)
        frame.installEventFilter(self)

    @property
    def taste(self) -> Taste:
        """What the person at the desk likes."""
        return self._preferences.taste

    def sign(self, who: str) -> None:
        """Let the windows look as another person likes."""
        if who != self._preferences.who:
            self._preferences.who = who
            self._apply()
            self._preferences.save()
            self.changed.emit()

    def set_language(self, language: str) -> None:
        """Switch the language of all windows, ``nb`` or ``en``."""
        self._ward.language = language
        self._application.set_language(language)

    def set_scheme(self, scheme: Scheme) -> None:
        """Switch the palette of all windows."""
        self._application.set_scheme(scheme)
        self._keep()

    def set_shielded(self, shielded: bool) -> None:  # noqa: FBT001 - a setter of one state, as the frame's
        """Hide or show all names."""
        self._frame.set_shielded(shielded)

    def set_toured(self) -> None:
        """Remember that the guided look round has been seen or skipped."""
        self._store(replace(self.taste, toured=True))

    def _apply(self) -> None:
        taste, self._applying = self.taste, True
        self.set_language(taste.language)
        self._application.set_scheme(taste.scheme)
        self._frame.set_shielded(taste.shielded)
        self._applying = False

    def _keep(self) -> None:
        """Remember what the windows look like now."""
        app, frame = self._application, self._frame
        if self._applying:
            return
        self._store(replace(self.taste, language=app.language, scheme=app.scheme, shielded=frame.shielded))

    def _store(self, taste: Taste) -> None:
        if taste != self.taste:
            self._preferences.taste = taste
            self._preferences.save()
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a switch of language before the pages do."""
        if watched is self._frame and event.type() is QEvent.Type.LanguageChange:
            self._ward.language = self._application.language
            self._keep()
        return super().eventFilter(watched, event)

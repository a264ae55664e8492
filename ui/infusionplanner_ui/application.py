"""The Qt application: style, font, palette and language, the same on every system."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from infusionplanner_ui.look import fonts, icons
from infusionplanner_ui.look.palette import qpalette, tokens
from infusionplanner_ui.look.theme import Scheme, style_sheet, tokens_for
from infusionplanner_ui.words.i18n import Translators

_TURN = 0.0005
"""Seconds after which a busy worker lets the window go on. Python's own 5 ms are waited for at each call out of Qt, and
a page that is painted while the worker plans makes hundreds of them."""


class Application(QApplication):
    """QApplication with the program's looks. ``scheme`` and ``language`` can be switched while it runs."""

    scheme_changed = Signal()

    def __init__(self, arguments: Sequence[str] = (), *, scheme: Scheme = Scheme.SYSTEM, language: str = "nb") -> None:
        # The style is named on the command line: setStyle() would load all of QStyle at every start.
        super().__init__([*(arguments or ("infusionplanner",)), "-style", "Fusion"])
        sys.setswitchinterval(_TURN)
        self.setApplicationName("InfusionPlanner")
        fonts.load()
        icons.load()
        self.setFont(fonts.font())
        self._translators = Translators()
        self.set_language(language)
        self._scheme = scheme
        self._apply_scheme()
        self.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def scheme(self) -> Scheme:
        """The palette that was asked for."""
        return self._scheme

    @property
    def language(self) -> str:
        """The language of the windows, ``nb`` or ``en``."""
        return self._translators.language

    def set_scheme(self, scheme: Scheme) -> None:
        """Switch the palette of all windows."""
        self._scheme = scheme
        self._apply_scheme()

    def set_language(self, language: str) -> None:
        """Switch the language of all windows.

        Raises:
            UnknownLanguageError: when ``language`` is neither ``nb`` nor ``en``.
        """
        self._translators.install(language)

    def _follow_system(self, _: Qt.ColorScheme) -> None:
        if self._scheme is Scheme.SYSTEM:
            # Qt sets its own palette after this signal; ours must come last.
            QTimer.singleShot(0, self, self._apply_scheme)

    def _apply_scheme(self) -> None:
        wanted = tokens_for(self._scheme)
        if self.styleSheet() and wanted == tokens():
            return
        self.setPalette(qpalette(wanted))
        self.setStyleSheet(style_sheet(wanted))
        self.scheme_changed.emit()

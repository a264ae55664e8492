"""The two languages of the windows, switched while the program runs."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from infusionplanner_resources import resource

LANGUAGES = ("nb", "en")
_LOCALES = {"nb": "nb_NO", "en": "en_GB"}
_CATALOGUES = {"nb": ("qtbase_nb", "infusionplanner_nb"), "en": ("infusionplanner_en",)}


class UnspokenLanguageError(ValueError):
    """A language the windows are not written in."""

    def __init__(self, language: str) -> None:
        super().__init__(f"The windows have no language '{language}'; choose one of {', '.join(LANGUAGES)}.")


class _Catalogue(QTranslator):
    """A translator that keeps its own copy of its file: Qt would map it, and crash when an update replaces it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._content = path.read_bytes()
        self.load(self._content)


@cache
def _norwegian() -> QTranslator:
    return _Catalogue(Path(str(resource("i18n", "infusionplanner_nb.qm"))))


def in_norwegian(context: str, english: str) -> str:
    """Return the bokmål of a text of the windows, whatever language they are in; the English where there is none."""
    return _norwegian().translate(context, english) or english


_translated = QCoreApplication.translate


class Words(str):
    """A text of the windows that knows how the other language has it, so that a search finds both."""

    __slots__ = ("other",)

    other: str


def translate(context: str, english: str) -> Words:
    """Return a text in the language of the windows, with the other language beside it."""
    said = Words(_translated(context, english))
    said.other = english if said != english else in_norwegian(context, english)
    return said


def in_both(text: str) -> str:
    """Return a text and, where it is known, the same in the other language."""
    return f"{text} {text.other}" if isinstance(text, Words) else text


class Translators:
    """The translators installed in the application. They must be kept, since Qt does not own them."""

    def __init__(self) -> None:
        self.language = ""
        self._installed: list[QTranslator] = []

    def install(self, language: str) -> None:
        """Switch to a language: numbers and dates at once, texts by Qt's LanguageChange event.

        Raises:
            UnspokenLanguageError: when ``language`` is neither ``nb`` nor ``en``.
        """
        if language not in LANGUAGES:
            raise UnspokenLanguageError(language)
        if language == self.language:
            return
        self.language = language
        QLocale.setDefault(QLocale(_LOCALES[language]))
        old = self._installed
        self._installed = [self._load(name) for name in _CATALOGUES[language]]
        for translator in old:
            QCoreApplication.removeTranslator(translator)
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)

    @staticmethod
    def _load(name: str) -> QTranslator:
        return _Catalogue(Path(str(resource("i18n", f"{name}.qm"))))

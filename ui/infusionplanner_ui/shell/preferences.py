"""What each person likes on this machine: language, palette, shield; who sat here last, and the size of the window.

Kept in a small JSON file in the user's own folder. Nothing of a patient stands in it. A file that cannot be read counts
as empty and one that cannot be written is left alone: preferences never stand in the way of the work.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray

from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.words.i18n import LANGUAGES

FORMAT = "infusionplanner.preferences/1"
_MOST_BYTES = 1_000_000
_MOST_PEOPLE = 500


@dataclass(frozen=True, slots=True)
class Taste:
    """What one person likes. ``toured`` tells that the guided look round has been seen or skipped."""

    language: str = LANGUAGES[0]
    scheme: Scheme = Scheme.SYSTEM
    shielded: bool = False
    toured: bool = False


def preferences_path() -> Path:
    """Return where the preferences lie: the configuration folder of the user of this machine."""
    import platformdirs  # noqa: PLC0415 - not needed when a file is named

    return Path(platformdirs.user_config_dir("InfusionPlanner", appauthor=False)) / "preferences.json"


class Preferences:
    """The tastes of everybody who uses the program here, by initials. The attributes are those of ``who``.

    Changes are kept in memory until :meth:`save`.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or preferences_path()
        stored = _read(self._path)
        self._who = _text(stored.get("who"))
        self.geometry = QByteArray.fromBase64(_text(stored.get("geometry")).encode("ascii", "ignore"))
        people = stored.get("people")
        entries = people.items() if isinstance(people, dict) else ()
        self._people = {str(who): _taste(entry) for who, entry in entries}

    @property
    def who(self) -> str:
        """The initials of the person who sits here, or sat here last; empty before the first time."""
        return self._who

    @who.setter
    def who(self, initials: str) -> None:
        if initials != self._who:
            # A new person begins with what the machine looked like.
            self._people.setdefault(initials, replace(self.taste, toured=False))
            self._who = initials

    @property
    def taste(self) -> Taste:
        """What this person likes."""
        return self._people.get(self._who, Taste())

    @taste.setter
    def taste(self, taste: Taste) -> None:
        self._people.pop(self._who, None)
        self._people[self._who] = taste

    @property
    def language(self) -> str:
        """The language of the windows, bokmål unless another was chosen."""
        return self.taste.language

    @language.setter
    def language(self, language: str) -> None:
        self.taste = replace(self.taste, language=language)

    @property
    def scheme(self) -> Scheme:
        """The palette that was chosen; by default that of the desktop."""
        return self.taste.scheme

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self.taste = replace(self.taste, scheme=scheme)

    def save(self) -> bool:
        """Write what has changed to the file now; tell whether it could be written."""
        people = list(self._people.items())[-_MOST_PEOPLE:]
        content = {
            "format": FORMAT,
            "who": self._who,
            "geometry": bytes(self.geometry.toBase64().data()).decode("ascii"),
            "people": {
                who: {"language": one.language, "theme": one.scheme, "shield": one.shielded, "toured": one.toured}
                for who, one in people
            },
        }
        made = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(f"{json.dumps(content, ensure_ascii=False, indent=1)}\n", encoding="utf-8")
            made.replace(self._path)
        except OSError:
            with suppress(OSError):
                made.unlink()
            return False
        return True


def _read(path: Path) -> dict[str, Any]:
    """Return what the file holds; nothing when it is missing, damaged, too large or of another kind."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return {}
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) and content.get("format") == FORMAT else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _taste(entry: object) -> Taste:
    """Return what one entry holds, with the usual value for all that this version cannot read."""
    stored = entry if isinstance(entry, dict) else {}
    language, scheme = stored.get("language"), stored.get("theme")
    usual = Taste()
    return Taste(
        language=str(language) if language in LANGUAGES else usual.language,
        scheme=Scheme(scheme) if scheme in tuple(Scheme) else usual.scheme,
        shielded=stored.get("shield") is True,
        toured=stored.get("toured") is True,
    )

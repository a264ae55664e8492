"""The one search: by words of a name and by the figures of a birth date, a national id or a telephone number."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from infusionplanner.application.names import shown_name
from infusionplanner.domain.patient import Patient

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ŋ": "n", "ŧ": "t", "œ": "oe"})

_INSIDE, _FIGURES_INSIDE = 2, 5
"""So many letters, or figures, are found in the middle of a word or number too; day and month are four figures."""


@lru_cache(maxsize=4096)
def folded(words: str) -> str:
    """Return words in small letters without accents or invisible signs, ``Ødegård`` as ``odegard``, Aa like Å."""
    plain = words.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).translate(_LETTERS)
        plain = "".join(mark for mark in plain if unicodedata.category(mark) not in {"Mn", "Cf"})
    return plain.replace("aa", "a")


def figures(text: str) -> str:
    """Return the figures in a text, of whatever script, as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What somebody searches for: words of a name, and figures of a date or number."""

    words: tuple[str, ...] = ()
    figures: str = ""

    @classmethod
    def of(cls, typed: str) -> "SearchQuery":
        """Read a search as it is typed, ``berg an`` or ``14.3.88`` or ``400 00 0``."""
        parts = folded(typed).replace(",", " ").split()
        words = tuple(part for part in parts if any(mark.isalpha() for mark in part))
        return cls(words, "".join(_dated(part) for part in parts if part not in words))

    def narrows(self, before: "SearchQuery") -> bool:
        """Tell whether whoever answers to this answered to ``before`` too, so that nobody else need be asked.

        Few letters or figures are found at the beginning only, and more of them elsewhere too.
        """
        words = all(any(_longer(word, known, _INSIDE) for word in self.words) for known in before.words)
        return words and (not before.figures or _longer(self.figures, before.figures, _FIGURES_INSIDE))


@dataclass(frozen=True, slots=True)
class Searchable:
    """What a search looks at: the words of a name and the numbers, each after a blank, as ``folded`` writes them."""

    words: str
    numbers: str = ""

    @classmethod
    def of(cls, name: str, numbers: Iterable[str] = ()) -> "Searchable":
        """Return what can be searched of a name, family name first, and of numbers."""
        words = folded(name).replace(",", " ").split()
        return cls("".join(f" {word}" for word in words), "".join(f" {number}" for number in numbers if number))

    def rank(self, wanted: SearchQuery) -> int | None:
        """Return how well this answers: 0 first word, 1 another, 2 inside a word, None not at all."""
        worst = 0
        for word in wanted.words:
            found = _rank(self.words, word, _INSIDE)
            if found is None:
                return None
            worst = max(worst, found)
        if not wanted.figures:
            return worst
        found = _rank(self.numbers, wanted.figures, _FIGURES_INSIDE)
        return None if found is None else max(worst, found)


def searchable(patient: Patient) -> Searchable:
    """Return what can be searched of a patient: the name, the birth date both ways, national id and telephone."""
    born = patient.birth_date
    days = () if born is None else (f"{born:%d%m%Y}", f"{born:%d%m%y}", f"{born:%Y%m%d}")
    numbers = (figures(patient.national_id or ""), figures(patient.phone or ""))
    return Searchable.of(shown_name(patient), (*days, *numbers))


def _rank(words: str, wanted: str, inside: int) -> int | None:
    """Return 0 when the first word begins so, 1 when another does, 2 when it stands in one, None when in none."""
    place = words.find(f" {wanted}")
    if place >= 0:
        return 1 if place else 0
    return 2 if len(wanted) >= inside and wanted in words else None


def _longer(now: str, before: str, inside: int) -> bool:
    return now == before or (len(before) >= inside and now.startswith(before))


def _dated(part: str) -> str:
    """Return the figures of a part; day and month of a dated one get their leading zero."""
    pieces = [piece for piece in re.split(r"\D+", part) if piece]
    if len(pieces) > 1:
        pieces[:2] = [piece.zfill(2) for piece in pieces[:2]]
    return "".join(pieces)

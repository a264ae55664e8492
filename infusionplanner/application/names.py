"""Names of people as lists show them, and the one order that all lists, papers and commands put them in."""

import unicodedata
from functools import lru_cache

from infusionplanner.domain.patient import Patient, PersonName

_LETTERS = str.maketrans(
    {
        "æ": "{",
        "ä": "{\u0308",
        "ę": "{\u0328",
        "ø": "|",
        "ö": "|\u0308",
        "ő": "|\u030b",
        "œ": "|\u0330",
        "å": "}",
        "ü": "y\u0308",
        "ű": "y\u030b",
        "đ": "d\u0335",
        "ð": "d\u0336",
        "þ": "th\u0335",
        "ß": "ss\u0335",
        "ł": "l\u0335",
        "ŋ": "n\u0335",
        "ŧ": "t\u0335",
    }
)
"""Letters beyond z by what follows z in ASCII; others as the letter that they are sorted as, with a mark after it."""

_AA = "}\u0335"
_SIGNS = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_BEFORE_DIGITS = str.maketrans({sign: chr(number) for number, sign in enumerate(_SIGNS, start=1)})


def full_name(name: PersonName) -> str:
    """Return family and given name, ``Moen, Ingrid``, or the one that is known."""
    return ", ".join(part for part in (name.family.strip(), name.given.strip()) if part)


def shown_name(patient: Patient) -> str:
    """Return what a patient is called in lists: the name, or the id when there is none."""
    return (full_name(patient.name) if patient.name is not None else "") or patient.id


@lru_cache(maxsize=8192)
def sort_key(text: str) -> str:
    """Return the key of the Norwegian order, whatever the language: Z, Æ, Ø, Å, with Aa as Å.

    Accents decide only between words of the same letters, and small letters then come before capitals. Signs come
    before figures and figures before letters, as in Qt's own ``QCollator``, which is no part of the planner and differs
    from one system to another.
    """
    composed = unicodedata.normalize("NFC", text)
    small = composed.lower().translate(_BEFORE_DIGITS).replace("aa", _AA)
    marked = letters = small
    if not small.isascii():
        marked = unicodedata.normalize("NFD", small.translate(_LETTERS))
        letters = "".join(mark for mark in marked if not unicodedata.combining(mark))
    return f"{letters}\0{marked}\0{composed.swapcase()}"

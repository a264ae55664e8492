"""Dates, times and figures in the language of the windows, and the texts that are joined from them."""

import datetime as dt
import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QLocale

from infusionplanner.text.formats import Formats, formats

P = ParamSpec("P")
_SEPARATOR = " · "


def language_now() -> str:
    """Return the language of the windows, ``nb`` or ``en``."""
    return "en" if QLocale().language() is QLocale.Language.English else "nb"


def _in_language_now(write: Callable[Concatenate[Formats, P], str]) -> Callable[P, str]:
    """Return one way of writing, in the language of the windows."""

    @wraps(write)
    def written(*args: P.args, **kwargs: P.kwargs) -> str:
        return write(formats(language_now()), *args, **kwargs)

    return written


clock = _in_language_now(Formats.clock)
weekday = _in_language_now(Formats.weekday)
month = _in_language_now(Formats.month)
date = _in_language_now(Formats.date)
date_short = _in_language_now(Formats.date_short)
near = _in_language_now(Formats.near)
day_number = _in_language_now(Formats.day_number)
day_short = _in_language_now(Formats.day_short)
near_day = _in_language_now(Formats.near_day)
day = _in_language_now(Formats.day)
day_month = _in_language_now(Formats.day_month)
long_day = _in_language_now(Formats.long_day)
moment = _in_language_now(Formats.moment)
span = _in_language_now(Formats.span)
week = _in_language_now(Formats.week)
week_span = _in_language_now(Formats.week_span)
number = _in_language_now(Formats.number)
index = _in_language_now(Formats.index)


def countdown(seconds: float) -> str:
    """Return remaining time: ``42:10``, from an hour on ``1:02:10``; after the end ``−0:30``."""
    whole = round(abs(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    text = f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
    return f"−{text}" if seconds < 0 and whole else text


def age(birth: dt.date, today: dt.date) -> int:
    """Return completed years on ``today``."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def initials(name: str) -> str:
    """Return initials, given name first: ``Moen, Ingrid Marie`` gives ``I.M.M.``."""
    family, _, given = name.partition(",")
    letters = [word[0].upper() for word in re.split(r"[\s-]+", f"{given} {family}") if word and word[0].isalpha()]
    return "".join(f"{letter}." for letter in letters)


def join(*parts: str) -> str:
    """Join what is not empty with a middle dot."""
    return _SEPARATOR.join(part for part in parts if part)


def sentence(text: str) -> str:
    """Return a text with a capital first letter: ``Mandag 23. november``."""
    return f"{text[:1].upper()}{text[1:]}"

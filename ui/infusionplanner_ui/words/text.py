"""Dates, times, figures and names as they are written in Norway, in bokmål or English.

The language is that of the windows (``QLocale()``) unless ``language`` says otherwise, as for a patient's sheet.
"""

import re
from datetime import date, datetime, timedelta
from datetime import time as clock_time

from PySide6.QtCore import QLocale

_DAYS = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "nb": (
        "januar", "februar", "mars", "april", "mai", "juni",
        "juli", "august", "september", "oktober", "november", "desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_SEPARATOR = " · "


def language_now() -> str:
    """Return the language of the windows, ``nb`` or ``en``."""
    return "en" if QLocale().language() is QLocale.Language.English else "nb"


def clock(time: clock_time | datetime, language: str | None = None) -> str:
    """Return a time of day: ``09.15``, in English ``09:15``."""
    return f"{time.hour:02}{':' if _is_english(language) else '.'}{time.minute:02}"


def hour(hour: int) -> str:
    """Return a full hour as a board's axis shows it: ``08``."""
    return f"{hour:02}"


def weekday(day: date, language: str | None = None, *, short: bool = False) -> str:
    """Return the name of a day's weekday: ``mandag``, short ``ma.`` (``Monday``, ``Mon``)."""
    english = _is_english(language)
    name = _DAYS["en" if english else "nb"][day.weekday()]
    if not short:
        return name
    return name[:3] if english else f"{name[:2]}."


def month(day: date, language: str | None = None, *, short: bool = True) -> str:
    """Return a month's name: ``des``, in full ``desember`` (``Dec``, ``December``)."""
    name = _MONTHS["en" if _is_english(language) else "nb"][day.month - 1]
    return name[:3] if short else name


def day_number(day: date, language: str | None = None) -> str:
    """Return weekday and day: ``ma. 21.``, in English ``Mon 21``."""
    return f"{weekday(day, language, short=True)} {_ordinal(day, language)}"


def day(day: date, language: str | None = None) -> str:
    """Return a day with its month: ``ma. 21. desember``, in English ``Mon 21 December``."""
    return f"{day_number(day, language)} {month(day, language, short=False)}"


def day_short(day: date, language: str | None = None) -> str:
    """Return weekday and date: ``ma. 21.12``."""
    return f"{weekday(day, language, short=True)} {date_short(day)}"


def day_month(day: date, language: str | None = None) -> str:
    """Return day and month: ``21. desember``, in English ``21 December``."""
    return f"{_ordinal(day, language)} {month(day, language, short=False)}"


def long_day(day: date, language: str | None = None, *, year: bool = True) -> str:
    """Return a day in full: ``mandag 21. desember 2026``."""
    text = f"{weekday(day, language)} {day_month(day, language)}"
    return f"{text} {day.year}" if year else text


def date_number(day: date) -> str:
    """Return a date in figures: ``21.12.2026``."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def date_short(day: date) -> str:
    """Return a date in figures without the year: ``21.12``."""
    return f"{day.day:02}.{day.month:02}"


def moment(at: datetime, language: str | None = None) -> str:
    """Return date and time: ``21.12.2026 kl. 09.15``, in English ``21.12.2026 at 09:15``."""
    return f"{date_number(at.date())} {'at' if _is_english(language) else 'kl.'} {clock(at, language)}"


def near(day: date, today: date) -> str:
    """Return a date in figures, without the year when it is this one: ``21.12``, else ``14.06.2027``."""
    return date_short(day) if day.year == today.year else date_number(day)


def near_day(day: date, today: date) -> str:
    """Return weekday and date within this year, else the whole date: ``ma. 21.12``, ``14.06.2027``."""
    return day_short(day) if day.year == today.year else date_number(day)


def span(first: date, last: date) -> str:
    """Return a span of days in figures: ``18.12–28.12``, with years when they differ."""
    if first.year != last.year:
        return f"{date_number(first)}–{date_number(last)}"
    return f"{date_short(first)}–{date_short(last)}"


def week(day: date, language: str | None = None) -> str:
    """Return a day's ISO week: ``uke 52``."""
    return f"{'week' if _is_english(language) else 'uke'} {day.isocalendar().week}"


def week_span(day: date, language: str | None = None) -> str:
    """Return the days of a day's week: ``21.–27. desember 2026``."""
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    head = _ordinal(first, language)
    if first.month != last.month:
        head = f"{head} {month(first, language, short=False)}"
        if first.year != last.year:
            head = f"{head} {first.year}"
        head = f"{head} "
    gap = "– " if head.endswith(" ") else "–"
    return f"{head}{gap}{day_month(last, language)} {last.year}"


def decimal(value: float, places: int | None = None, language: str | None = None) -> str:
    """Return a figure with decimal comma: ``0,1``; ``places`` fixes the decimals, else as few as tell the value."""
    text = f"{value:.{places}f}" if places is not None else f"{value:.10g}"
    return text if _is_english(language) else text.replace(".", ",")


def countdown(seconds: float) -> str:
    """Return remaining time: ``42:10``, from an hour on ``1:02:10``; after the end ``−0:30``."""
    whole = round(abs(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    text = f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
    return f"−{text}" if seconds < 0 and whole else text


def age(birth: date, today: date) -> int:
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


def _ordinal(day: date, language: str | None) -> str:
    return str(day.day) if _is_english(language) else f"{day.day}."


def _is_english(language: str | None) -> bool:
    return (language or language_now()) == "en"

"""Dates and times as nurses type them. A year that was not written in full follows from what the date is for."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, time
from enum import Enum

from infusionplanner.domain.unit import FIRST_YEAR, LAST_YEAR


class DateUse(Enum):
    """What a date is for."""

    COMING = "coming"
    """An appointment, an order, a closed day: without its year, the first such day from today on."""
    PAST = "past"
    """Something that has happened: without its year, the last such day up to today."""
    BIRTH = "birth"
    """A birth date: two figures of a year are never in the future; no year is no birth date."""
    EXPIRY = "expiry"
    """How long a batch lasts: also a month with its year, to the end of the month; no year is no expiry."""


_BETWEEN = r"\s*[./ -]\s*"
_MONTHS = ("jan", "feb", "mar", "apr", "ma[iy]", "jun", "jul", "aug", "sep", "o[ck]t", "nov", "de[cs]")
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<day>\d{{1,2}}){_BETWEEN}(?P<month>\d{{1,2}})(?:{_BETWEEN}(?P<year>\d{{4}}|\d{{2}}))?\.?",
        r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})?",
        r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"(?P<day>\d{{1,2}})\.?\s*(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?(?:\s*(?P<year>\d{{4}}|\d{{2}}))?",
    )
)
_MONTH_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<month>\d{{1,2}}){_BETWEEN}(?P<year>\d{{4}}|\d{{2}})",
        r"(?P<month>\d{2})(?P<year>\d{4}|\d{2})",
        r"(?P<year>\d{4})[-./](?P<month>\d{1,2})",
    )
)


def read_date(text: str, use: DateUse, today: date) -> date | None:
    """Return the day that is typed: ``9.3.2027``, ``090327``, ``09.03``, ``2027-03-09``, ``9. mars``; None if none is.

    An expiry can also be a month: ``06.2028`` and ``0628`` are 30 June 2028.
    """
    return next(_days(text.strip(), use, today), None)


def _days(text: str, use: DateUse, today: date) -> Iterator[date]:
    """Yield each day that the text can be. At most one form yields one: what another would read is no day."""
    forms = (*_MONTH_FORMS, *_FORMS) if use is DateUse.EXPIRY else _FORMS
    for found in filter(None, (form.fullmatch(text) for form in forms)):
        parts = found.groupdict()
        month = _month(parts.get("name")) or int(parts["month"])
        day = int(parts.get("day") or 0)
        year = _year(parts["year"], (month, day), use, today)
        if year is None or not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
            continue
        last = calendar.monthrange(year, month)[1]
        if "day" not in parts:
            yield date(year, month, last)
        elif 1 <= day <= last:
            yield date(year, month, day)


def _month(name: str | None) -> int:
    """Return the number of a month by the beginning of its name, 0 when it is not named."""
    if name is None:
        return 0
    return 1 + next(number for number, stem in enumerate(_MONTHS) if re.fullmatch(stem, name, re.IGNORECASE))


def _year(written: str | None, day: tuple[int, int], use: DateUse, today: date) -> int | None:
    """Return the year of a month and day."""
    this_day = today.month, today.day
    if written is None:
        assumed = {DateUse.COMING: today.year + (day < this_day), DateUse.PAST: today.year - (day > this_day)}
        return assumed.get(use)
    if len(written) == len("2027"):
        return int(written)
    year = today.year // 100 * 100 + int(written)
    if use is DateUse.BIRTH:
        return year - 100 * ((year, day) > (today.year, this_day))
    return year + 100 * round((today.year - year) / 100)


def typed_date(day: date) -> str:
    """Return a day as it stands in a field to type in, in every language: ``21.12.2026``."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def read_clock(text: str) -> time | None:
    """Return the time of day that is typed: ``9.15``, ``09:15``, ``915``, ``9``; None when it is no time."""
    found = re.fullmatch(r"(\d{1,2})(?:[.:,](\d{2}))?", text.strip()) or re.fullmatch(r"(\d{1,2})(\d{2})", text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None

"""Dates, times and figures as each language writes them: the one formatter of windows, papers and commands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as calendar_date
from datetime import datetime, time, timedelta

_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Formats:
    """How one language writes them.

    With ``names_months`` a date has its month by name even in short: English readers take 04.05 for 5 April.
    ``dot`` follows the number of a day, ``at`` stands before a time of day.
    """

    language: str
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    months: tuple[str, ...]
    names_months: bool
    dot: str
    clock_sign: str
    decimal_sign: str
    at: str
    week_word: str

    def clock(self, at: time | datetime) -> str:
        """Return a time of day: ``09.15``, in English ``09:15``."""
        return f"{at.hour:02}{self.clock_sign}{at.minute:02}"

    def weekday(self, day: calendar_date, *, short: bool = False) -> str:
        """Return the name of a day's weekday: ``mandag``, short ``ma.`` (``Monday``, ``Mon``)."""
        return (self.weekdays_short if short else self.weekdays)[day.weekday()]

    def month(self, day: calendar_date, *, short: bool = False) -> str:
        """Return a month's name: ``desember``, short ``des`` (``December``, ``Dec``)."""
        name = self.months[day.month - 1]
        return name[:3] if short else name

    def date(self, day: calendar_date) -> str:
        """Return a date in short: ``21.12.2026``, in English ``21 Dec 2026``."""
        return f"{self.date_short(day)}{' ' if self.names_months else '.'}{day.year}"

    def date_short(self, day: calendar_date) -> str:
        """Return a date in short without its year: ``21.12``, in English ``21 Dec``."""
        return f"{day.day} {self.month(day, short=True)}" if self.names_months else f"{day.day:02}.{day.month:02}"

    def near(self, day: calendar_date, today: calendar_date) -> str:
        """Return a date in short, without the year when it is this one."""
        return self.date_short(day) if day.year == today.year else self.date(day)

    def day_number(self, day: calendar_date) -> str:
        """Return weekday and day of the month: ``ma. 21.``, in English ``Mon 21``."""
        return f"{self.weekday(day, short=True)} {self._ordinal(day)}"

    def day_short(self, day: calendar_date) -> str:
        """Return weekday and date in short: ``ma. 21.12``, in English ``Mon 21 Dec``."""
        return f"{self.weekday(day, short=True)} {self.date_short(day)}"

    def near_day(self, day: calendar_date, today: calendar_date) -> str:
        """Return weekday and date within this year, else the whole date: ``ma. 21.12``, ``14.06.2027``."""
        return self.day_short(day) if day.year == today.year else self.date(day)

    def day(self, day: calendar_date, *, year: bool = False) -> str:
        """Return a day with its month: ``ma. 21. desember``, in English ``Mon 21 December``."""
        return f"{self.weekday(day, short=True)} {self.day_month(day, year=year)}"

    def day_month(self, day: calendar_date, *, year: bool = False) -> str:
        """Return day and month: ``21. desember``, in English ``21 December``."""
        return f"{self._ordinal(day)} {self.month(day)}{f' {day.year}' if year else ''}"

    def long_day(self, day: calendar_date, *, year: bool = True) -> str:
        """Return a day in full: ``mandag 21. desember 2026``."""
        return f"{self.weekday(day)} {self.day_month(day, year=year)}"

    def moment(self, at: datetime) -> str:
        """Return date and time: ``21.12.2026 kl. 09.15``, in English ``21 Dec 2026 at 09:15``."""
        return f"{self.date(at)} {self.at} {self.clock(at)}"

    def span(self, first: calendar_date, last: calendar_date, *, years: bool = True) -> str:
        """Return a span of days in short, with years when they differ: ``18.12–28.12``, ``18–28 Dec``."""
        show = self.date if years and first.year != last.year else self.date_short
        if self.names_months and (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{show(last)}"
        return f"{show(first)}{' – ' if self.names_months else '–'}{show(last)}"

    def long_span(self, first: calendar_date, last: calendar_date) -> str:
        """Return first and last day, naming what they share only once: ``23.–29. november 2026``."""
        end = self.day_month(last, year=True)
        if (first.year, first.month) == (last.year, last.month):
            return f"{self._ordinal(first)}–{end}"
        return f"{self.day_month(first, year=first.year != last.year)} – {end}"

    def week(self, day: calendar_date) -> str:
        """Return a day's ISO week: ``uke 52``."""
        return f"{self.week_word} {day.isocalendar().week}"

    def week_span(self, day: calendar_date) -> str:
        """Return the days of a day's week: ``21.–27. desember 2026``."""
        monday = day - timedelta(days=day.weekday())
        return self.long_span(monday, monday + timedelta(days=6))

    def number(self, value: float, places: int | None = None) -> str:
        """Return a figure: ``28``, ``0,9``; ``places`` fixes the decimals, else as few as tell it, at most six."""
        figures = f"{value:.{_MOST_DECIMALS if places is None else places}f}"
        if places is None:
            figures = figures.rstrip("0").rstrip(".")
        return ("0" if figures == "-0" else figures).replace(".", self.decimal_sign)

    def index(self, value: float) -> str:
        """Return an index of JCV antibodies, always with a decimal: ``1,0``, ``0,95``."""
        return self.number(float(value), 1) if value == round(value, 1) else self.number(value)

    def _ordinal(self, day: calendar_date) -> str:
        return f"{day.day}{self.dot}"


_FORMATS: Mapping[str, Formats] = {
    "nb": Formats(
        language="nb",
        weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        weekdays_short=("ma.", "ti.", "on.", "to.", "fr.", "lø.", "sø."),
        months=(
            "januar", "februar", "mars", "april", "mai", "juni",
            "juli", "august", "september", "oktober", "november", "desember",
        ),
        names_months=False,
        dot=".",
        clock_sign=".",
        decimal_sign=",",
        at="kl.",
        week_word="uke",
    ),
    "en": Formats(
        language="en",
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        weekdays_short=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=(
            "January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December",
        ),
        names_months=True,
        dot="",
        clock_sign=":",
        decimal_sign=".",
        at="at",
        week_word="week",
    ),
}  # fmt: skip


def formats(language: str) -> Formats:
    """Return how a language writes dates, times and figures; one that is not known writes them as bokmål does."""
    return _FORMATS.get(language, _FORMATS["nb"])

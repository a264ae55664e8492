"""The words of the sheets, read from the resources, and dates and times as they are written in each language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from infusionplanner.domain.patient import Language
from infusionplanner.domain.unit import HOLIDAY_NAMES
from infusionplanner_resources import resource


@dataclass(frozen=True)
class Words:
    """The wording of one language. Keys are written ``section.name``."""

    language: Language
    sentences: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    def __call__(self, key: str, **values: object) -> str:
        """Return one sentence with its ``values`` put in."""
        return self.sentences[key].format(**values)

    def items(self, key: str, **values: object) -> tuple[str, ...]:
        """Return one list of sentences with their ``values`` put in."""
        return tuple(text.format(**values) for text in self.lists[key])

    def clock(self, at: time) -> str:
        """Return a time of day: ``09.15``, in English ``09:15``."""
        return at.strftime("%H:%M" if self.language is Language.EN else "%H.%M")

    def figures(self, day: date) -> str:
        """Return a date in figures: ``21.12.2026``, in English ``21 Dec 2026``."""
        if self.language is Language.EN:
            return f"{day.day} {self._month(day)[:3]} {day.year}"
        return f"{day:%d.%m.%Y}"

    def moment(self, at: datetime) -> str:
        """Return date and time of day."""
        return f"{self.figures(at)} {self.clock(at.time())}"

    def day(self, day: date) -> str:
        """Return weekday and date in full: ``mandag 21. desember 2026``, in English ``Monday 21 December 2026``."""
        return f"{self.items('dates.weekdays')[day.weekday()]} {self._ordinal(day)} {self._month(day)} {day.year}"

    def short_day(self, day: date) -> str:
        """Return weekday and day of the month: ``ma. 21.``, in English ``Mon 21``."""
        return f"{self.items('dates.weekdays_short')[day.weekday()]} {self._ordinal(day)}"

    def span(self, first: date, last: date) -> str:
        """Return first and last day, naming what they share only once: ``23.–29. november 2026``."""
        end = f"{self._ordinal(last)} {self._month(last)} {last.year}"
        if first.year != last.year:
            return f"{self._ordinal(first)} {self._month(first)} {first.year} – {end}"
        if first.month != last.month:
            return f"{self._ordinal(first)} {self._month(first)} – {end}"
        return f"{self._ordinal(first)}–{end}"

    def closure(self, key: str) -> str:
        """Return the name of what closes the unit, by the keys of ``Unit.closure``."""
        names = HOLIDAY_NAMES.get(key)
        return self(f"closures.{key}") if names is None else names[self.language]

    def counted(self, key: str, number: int) -> str:
        """Return a number with its word in the right form, from ``key.one`` and ``key.many``."""
        return self(f"{key}_one" if number == 1 else f"{key}_many", number=number)

    def _month(self, day: date) -> str:
        return self.items("dates.months")[day.month - 1]

    def _ordinal(self, day: date) -> str:
        return str(day.day) if self.language is Language.EN else f"{day.day}."


@lru_cache(maxsize=2)
def words(language: Language) -> Words:
    """Return the wording of the sheets in ``language``."""
    sections = tomllib.loads(resource("wording", f"sheets.{language}.toml").read_text(encoding="utf-8"))
    texts = {f"{section}.{name}": text for section, names in sections.items() for name, text in names.items()}
    return Words(
        language,
        {key: text for key, text in texts.items() if isinstance(text, str)},
        {key: tuple(text) for key, text in texts.items() if not isinstance(text, str)},
    )

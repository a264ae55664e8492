"""The infusion unit: opening days, hours, places, and Norway's public holidays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache

from dateutil.easter import easter

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years for which holidays are computed; outside them ``holiday`` answers None."""

_FIXED = {
    (1, 1): "new_year",
    (5, 1): "labour_day",
    (5, 17): "constitution_day",
    (12, 25): "christmas_day",
    (12, 26): "boxing_day",
}
_FROM_EASTER = {
    -3: "maundy_thursday",
    -2: "good_friday",
    0: "easter_sunday",
    1: "easter_monday",
    39: "ascension_day",
    49: "whit_sunday",
    50: "whit_monday",
}

HOLIDAY_NAMES: Mapping[str, Mapping[str, str]] = {
    "new_year": {"nb": "1. nyttårsdag", "en": "New Year's Day"},
    "labour_day": {"nb": "1. mai", "en": "Labour Day"},
    "constitution_day": {"nb": "17. mai", "en": "Constitution Day"},
    "christmas_day": {"nb": "1. juledag", "en": "Christmas Day"},
    "boxing_day": {"nb": "2. juledag", "en": "Boxing Day"},
    "maundy_thursday": {"nb": "Skjærtorsdag", "en": "Maundy Thursday"},
    "good_friday": {"nb": "Langfredag", "en": "Good Friday"},
    "easter_sunday": {"nb": "1. påskedag", "en": "Easter Sunday"},
    "easter_monday": {"nb": "2. påskedag", "en": "Easter Monday"},
    "ascension_day": {"nb": "Kristi himmelfartsdag", "en": "Ascension Day"},
    "whit_sunday": {"nb": "1. pinsedag", "en": "Whit Sunday"},
    "whit_monday": {"nb": "2. pinsedag", "en": "Whit Monday"},
    "christmas_eve": {"nb": "Julaften", "en": "Christmas Eve"},
    "new_years_eve": {"nb": "Nyttårsaften", "en": "New Year's Eve"},
}
"""Names of the days on which Norway is closed, by key and language."""


@lru_cache(maxsize=512)
def holidays(year: int) -> Mapping[date, str]:
    """Return Norway's public holidays of a year: day to key. Two may fall on one day; the movable one is named."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    sunday = easter(year)
    days = {date(year, month, day): name for (month, day), name in _FIXED.items()}
    return days | {sunday + timedelta(days=offset): name for offset, name in _FROM_EASTER.items()}


def holidays_on(day: date) -> tuple[str, ...]:
    """Return the keys of all public holidays that fall on a day: on 17 May 2027 two, the movable one first."""
    named = holidays(day.year).get(day)
    fixed = _FIXED.get((day.month, day.day)) if named is not None else None
    return tuple(dict.fromkeys(name for name in (named, fixed) if name is not None))


class PlaceKind(StrEnum):
    """Kind of treatment place."""

    CHAIR = "chair"
    BED = "bed"
    INJECTION = "injection"


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a dose is given."""

    name: str
    kind: PlaceKind = PlaceKind.CHAIR


@dataclass(frozen=True)
class Unit:
    """Opening days, hours, places and parameter overrides of one infusion unit.

    ``open_weekdays`` are ISO (1 Monday to 7 Sunday), ``closed_yearly`` pairs of month and day. ``closed`` and ``open``
    are single dates; ``open`` overrules everything else (R-INT-4).
    """

    name: str = ""
    open_weekdays: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    opens: time = time(8, 0)
    closes: time = time(15, 30)
    closed_yearly: frozenset[tuple[int, int]] = frozenset({(12, 24), (12, 31)})
    closed: frozenset[date] = frozenset()
    open: frozenset[date] = frozenset()
    places: tuple[Place, ...] = ()
    parameters: Mapping[str, object] = field(default_factory=dict)
    phone: str = ""
    _memo: dict[date, bool] = field(default_factory=dict, init=False, repr=False, compare=False)

    def is_open(self, day: date) -> bool:
        """Tell whether the unit gives doses on ``day``. Remembered, since a plan asks often for the same days."""
        known = self._memo.get(day)
        if known is None:
            known = self._memo[day] = self.closure(day) is None
        return known

    def closure(self, day: date) -> str | None:
        """Return why the unit is closed on ``day``, or None when it is open.

        The answer is a key of ``HOLIDAY_NAMES``, ``closed`` (the unit's own closure) or ``weekend``.
        """
        if day in self.open:
            return None
        if (name := holidays(day.year).get(day)) is not None:
            return name
        if day in self.closed:
            return "closed"
        if (day.month, day.day) in self.closed_yearly:
            return {(12, 24): "christmas_eve", (12, 31): "new_years_eve"}.get((day.month, day.day), "closed")
        return None if day.isoweekday() in self.open_weekdays else "weekend"

"""Invented people for the demo unit: names joined at random, synthetic national ids, telephone numbers of no one.

A national id of the demo has 80 added to the month, as Norwegian test persons have, so that it can be no real one; its
two check digits are right, so that it passes where a real one would.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from infusionplanner.application.identity import FIRST_WEIGHTS, SECOND_WEIGHTS, control_figure
from infusionplanner_resources import resource

_NO_DIGIT = 10
_SYNTHETIC_MONTHS = 80
_WOMEN_PERCENT = 70
_TRIES = 20
YOUNGEST, OLDEST = 19, 64
"""Ages of the invented patients, in years."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Names that occur together: what parents of one background call their children."""

    name: str
    share: int
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person."""

    given: str
    family: str
    woman: bool
    birth_date: date
    national_id: str
    phone: str


@cache
def circles() -> tuple[Circle, ...]:
    """Return the names, read once from the resources."""
    rows = tomllib.loads(resource("demo", "names.toml").read_text(encoding="utf-8"))["circles"]
    return tuple(
        Circle(row["name"], row["share"], tuple(row["women"]), tuple(row["men"]), tuple(row["families"]))
        for row in rows
    )


class People:
    """Makes people one after another, no name and no national id twice as long as there are enough of them."""

    def __init__(self, today: date) -> None:
        """Start with nobody; ages are counted on ``today``."""
        self._today = today
        self._names: set[tuple[str, str]] = set()
        self._ids: set[str] = set()

    def anyone(self, rng: Random) -> Person:
        """Return somebody with a name of any circle."""
        circle = rng.choices(circles(), [row.share for row in circles()])[0]
        woman = rng.randrange(100) < _WOMEN_PERCENT
        given, family = self._free_name(circle, rng, woman=woman)
        age = round(rng.triangular(YOUNGEST, OLDEST, 38))
        return self.known(given, family, age, rng, woman=woman)

    def known(self, given: str, family: str, age: int, rng: Random, *, woman: bool) -> Person:
        """Return the person of this name, ``age`` completed years old."""
        self._names.add((given, family))
        born = date(self._today.year - age - 1, rng.randint(1, 12), rng.randint(1, 28))
        if (born.month, born.day) <= (self._today.month, self._today.day):
            born = born.replace(year=born.year + 1)
        phone = f"400 00 {rng.randrange(1000):03d}"
        return Person(given, family, woman, born, self._free_id(born, rng, woman=woman), phone)

    def _free_name(self, circle: Circle, rng: Random, *, woman: bool) -> tuple[str, str]:
        name = "", ""
        for _ in range(_TRIES):
            name = rng.choice(circle.women if woman else circle.men), rng.choice(circle.families)
            if name not in self._names:
                break
        return name

    def _free_id(self, born: date, rng: Random, *, woman: bool) -> str:
        while True:
            number = synthetic_id(born, rng.randrange(250), woman=woman)
            if number is not None and number not in self._ids:
                self._ids.add(number)
                return number


def synthetic_id(born: date, serial: int, *, woman: bool) -> str | None:
    """Return a national id with 80 added to the month, or None where the check digits do not come out.

    The third of the individual digits is even for women; individual numbers from 500 belong to births from 2000 on.
    ``serial`` (0 to 249) picks one of the individual numbers.
    """
    first = 0 if born.year < 2000 else 500
    individual = first + 2 * serial + (0 if woman else 1)
    digits = [
        int(digit)
        for digit in f"{born.day:02d}{born.month + _SYNTHETIC_MONTHS:02d}{born.year % 100:02d}{individual:03d}"
    ]
    for weights in (FIRST_WEIGHTS, SECOND_WEIGHTS):
        digit = control_figure(digits, weights)
        if digit == _NO_DIGIT:
            return None
        digits.append(digit)
    return "".join(map(str, digits))

"""Invented people: ids that pass every check and belong to nobody."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner.demo.names import OLDEST, YOUNGEST, People, circles, synthetic_id

TODAY = date(2026, 11, 23)


def dice(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - invented people, no secret


def remainders(number: str) -> tuple[int, int]:
    """Return what is left modulo 11 by the definition of the two check digits; both are 0 in a valid number."""
    first, second = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
    digits = [int(digit) for digit in number]
    left, right = (sum(a * b for a, b in zip(digits, weights, strict=True)) for weights in (first, second))
    return left % 11, right % 11


def test_an_id_worked_out_by_hand() -> None:
    assert synthetic_id(date(2007, 1, 1), 0, woman=False) == "01810750126"


@given(st.dates(date(1940, 1, 1), date(2039, 12, 31)), st.integers(0, 249), st.booleans())
def test_ids_are_valid_and_synthetic(born: date, serial: int, woman: bool) -> None:
    number = synthetic_id(born, serial, woman=woman)
    if number is not None:
        assert remainders(number) == (0, 0)
        assert number[:6] == f"{born.day:02d}{born.month + 80:02d}{born.year % 100:02d}"
        assert int(number[8]) % 2 == (0 if woman else 1)
        assert (int(number[6:9]) >= 500) == (born.year >= 2000)


def test_some_numbers_have_no_check_digits() -> None:
    made = [synthetic_id(date(1990, 5, 4), serial, woman=True) for serial in range(250)]
    assert 0 < made.count(None) < 80


def test_ages_are_completed_years() -> None:
    people = People(TODAY)
    ages = [people.anyone(dice(seed)).birth_date for seed in range(300)]
    years = [TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day)) for born in ages]
    assert (YOUNGEST, OLDEST) == (19, 64)
    assert YOUNGEST <= min(years) < 23
    assert 60 < max(years) <= OLDEST


def test_names_repeat_only_when_they_must() -> None:
    people, rng = People(TODAY), dice(1)
    names = [(person.given, person.family) for person in (people.anyone(rng) for _ in range(300))]
    assert len(set(names)) == 300


def test_names_run_out_without_an_endless_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infusionplanner.demo.names.circles", lambda: (circles()[1],))
    people, rng = People(TODAY), dice(1)
    made = [people.anyone(rng) for _ in range(200)]
    assert len({person.national_id for person in made}) == 200
    assert len({(person.given, person.family) for person in made}) < 200


def test_the_circles_make_up_a_whole() -> None:
    assert sum(circle.share for circle in circles()) == 100
    assert [circle.name for circle in circles()] == ["norwegian", "sami", "polish", "somali", "vietnamese", "pakistani"]
    assert all(len(set(circle.women)) == len(circle.women) for circle in circles())

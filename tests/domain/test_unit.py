from datetime import date, timedelta

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner.domain.unit import HOLIDAY_NAMES, Unit, holidays, holidays_on


def test_holidays_of_2026_are_the_twelve_public_ones() -> None:
    assert sorted(holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 2),
        date(2026, 4, 3),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 5, 17),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


@given(st.integers(1900, 2200))
def test_the_movable_days_follow_easter_in_every_year(year: int) -> None:
    named = {name: day for day, name in holidays(year).items()}
    assert named["easter_monday"] == easter(year) + timedelta(1)
    assert named["ascension_day"].isoweekday() == 4
    assert named["whit_monday"] - named["good_friday"] == timedelta(52)
    assert set(named) <= set(HOLIDAY_NAMES)


def test_holidays_outside_the_known_years_are_none() -> None:
    assert holidays(1899) == {}
    assert holidays(2201) == {}


def test_every_holiday_has_a_name_in_both_languages() -> None:
    assert all(set(names) == {"nb", "en"} for names in HOLIDAY_NAMES.values())
    assert HOLIDAY_NAMES["maundy_thursday"] == {"nb": "Skjærtorsdag", "en": "Maundy Thursday"}


@pytest.mark.parametrize(
    ("day", "closure"),
    [
        (date(2026, 5, 25), "whit_monday"),
        (date(2026, 12, 24), "christmas_eve"),
        (date(2026, 12, 31), "new_years_eve"),
        (date(2026, 11, 22), "weekend"),
        (date(2026, 7, 13), "closed"),
        (date(2026, 7, 1), "closed"),
        (date(2026, 11, 23), None),
        (date(2026, 5, 14), None),
        (date(2026, 11, 28), None),
    ],
)
def test_closure_tells_why_the_unit_is_closed(day: date, closure: str | None) -> None:
    unit = Unit(
        closed_yearly=frozenset({(12, 24), (12, 31), (7, 1)}),
        closed=frozenset({date(2026, 7, 13), date(2026, 5, 14)}),
        open=frozenset({date(2026, 5, 14), date(2026, 11, 28)}),
    )
    assert unit.closure(day) == closure
    assert unit.is_open(day) is (closure is None)


def test_two_holidays_on_one_day_are_both_known() -> None:
    assert holidays_on(date(2027, 5, 17)) == ("whit_monday", "constitution_day")
    assert holidays_on(date(2026, 5, 17)) == ("constitution_day",)
    assert holidays_on(date(2026, 11, 23)) == ()
    assert holidays_on(date(1890, 5, 17)) == ()

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner.domain.dates import add_days, add_months, completed_months, days_between

DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 1, 5), 24, date(2028, 1, 5)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
    ],
)
def test_add_months_clamps_at_the_month_end(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 2, 10), date(2026, 2, 9), 23),
        (date(2024, 2, 10), date(2026, 2, 10), 24),
        (date(2025, 8, 31), date(2026, 2, 28), 6),
        (date(2025, 8, 31), date(2026, 2, 27), 5),
        (date(2026, 1, 5), date(2026, 1, 5), 0),
    ],
)
def test_completed_months_counts_whole_months(first: date, last: date, expected: int) -> None:
    assert completed_months(first, last) == expected


@given(DAYS, st.integers(0, 600))
def test_completed_months_undoes_add_months(day: date, months: int) -> None:
    assert completed_months(day, add_months(day, months)) == months


@given(DAYS, st.integers(-4000, 4000))
def test_days_between_undoes_add_days(day: date, days: int) -> None:
    assert days_between(day, add_days(day, days)) == days

"""Calendar arithmetic: calendar months with month-end clamping, completed months, spans in days."""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

DAYS_PER_WEEK = 7
MONTHS_PER_YEAR = 12


@lru_cache(maxsize=4096)
def add_months(day: date, months: int) -> date:
    """Return the day ``months`` calendar months later; 31 August + 6 months is 28 February."""
    return day + relativedelta(months=months)


def add_days(day: date, days: int) -> date:
    """Return the day ``days`` calendar days later."""
    return day + timedelta(days)


def days_between(first: date, last: date) -> int:
    """Return the calendar days from ``first`` to ``last``; the day after is 1."""
    return (last - first).days


def completed_months(first: date, last: date) -> int:
    """Return the whole calendar months from ``first`` to ``last``, month ends clamped as in ``add_months``."""
    months = (last.year - first.year) * MONTHS_PER_YEAR + last.month - first.month
    return months if add_months(first, months) <= last else months - 1

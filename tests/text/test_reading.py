"""A day typed without its year, or with two figures of it, is read by what the day is for."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner.text.reading import DateUse, read_clock, read_date

TODAY = date(2026, 12, 1)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
COMING, PAST, BIRTH, EXPIRY = DateUse.COMING, DateUse.PAST, DateUse.BIRTH, DateUse.EXPIRY


@pytest.mark.parametrize(
    ("typed", "use", "day"),
    [
        ("9.3.2027", COMING, date(2027, 3, 9)),
        ("9. 3. 2027", COMING, date(2027, 3, 9)),
        ("9/3 27", COMING, date(2027, 3, 9)),
        ("09032027", COMING, date(2027, 3, 9)),
        ("090327", COMING, date(2027, 3, 9)),
        ("2027-03-09", COMING, date(2027, 3, 9)),
        ("20270309", COMING, date(2027, 3, 9)),
        ("9. mars 2027", COMING, date(2027, 3, 9)),
        ("9 March", COMING, date(2027, 3, 9)),
        ("3. okt. 26", PAST, date(2026, 10, 3)),
        # without its year
        ("01.12", COMING, date(2026, 12, 1)),
        ("0512", COMING, date(2026, 12, 5)),
        ("5.1", COMING, date(2027, 1, 5)),
        ("30.11.", COMING, date(2027, 11, 30)),
        ("01.12", PAST, date(2026, 12, 1)),
        ("02.12", PAST, date(2025, 12, 2)),
        ("5.1", PAST, date(2026, 1, 5)),
        ("14.3", BIRTH, None),
        ("1403", BIRTH, None),
        ("31.03", EXPIRY, None),
        ("29.02", COMING, None),
        # with two figures of it
        ("05.01.27", PAST, date(2027, 1, 5)),
        ("05.01.26", COMING, date(2026, 1, 5)),
        ("140388", BIRTH, date(1988, 3, 14)),
        ("01.12.26", BIRTH, date(2026, 12, 1)),
        ("02.12.26", BIRTH, date(1926, 12, 2)),
        ("14.03.05", BIRTH, date(2005, 3, 14)),
        ("12.06.88", PAST, date(1988, 6, 12)),
        # an expiry
        ("06.2028", EXPIRY, date(2028, 6, 30)),
        ("062028", EXPIRY, date(2028, 6, 30)),
        ("0628", EXPIRY, date(2028, 6, 30)),
        ("6/28", EXPIRY, date(2028, 6, 30)),
        ("2028-06", EXPIRY, date(2028, 6, 30)),
        ("02.2028", EXPIRY, date(2028, 2, 29)),
        ("0612", EXPIRY, date(2012, 6, 30)),
        ("15.06.2028", EXPIRY, date(2028, 6, 15)),
        ("150628", EXPIRY, date(2028, 6, 15)),
        ("010228", EXPIRY, date(2028, 2, 1)),
        ("06.2028", COMING, None),
        # no day at all
        ("30.02.2027", COMING, None),
        ("0.3.2027", COMING, None),
        ("9.13.2027", COMING, None),
        ("09.03.206", COMING, None),
        ("09.03.0206", COMING, None),
        ("2027-02-30", PAST, None),
        ("i morgen", COMING, None),
        ("", COMING, None),
    ],
)
def test_a_day_is_read_by_what_it_is_for(typed: str, use: DateUse, day: date | None) -> None:
    assert read_date(typed, use, TODAY) == day


@given(DAYS, DAYS, st.sampled_from(DateUse))
def test_a_whole_date_is_that_day_whatever_it_is_for(day: date, today: date, use: DateUse) -> None:
    for form in ("{0:%d.%m.}{1}", "{0:%d%m}{1}", "{1}-{0:%m-%d}", "{1}{0:%m%d}"):
        assert read_date(form.format(day, day.year), use, today) == day


@given(DAYS, st.dates(date(1902, 1, 1), date(2198, 12, 31)))
def test_a_coming_day_is_never_before_today_and_a_past_one_never_after_it(day: date, today: date) -> None:
    coming, past = (read_date(f"{day:%d.%m}", use, today) for use in (COMING, PAST))
    assert coming is None or timedelta(0) <= coming - today < timedelta(366)
    assert past is None or timedelta(0) <= today - past < timedelta(366)
    assert (coming is None) <= (f"{day:%d.%m}" == "29.02")


@given(DAYS, st.dates(date(2001, 1, 1), date(2199, 12, 31)))
def test_a_birth_is_never_after_today(day: date, today: date) -> None:
    born = read_date(f"{day:%d.%m.%y}", BIRTH, today)
    assert born is None or (born <= today and born.year > today.year - 101)


@given(st.text(max_size=12), st.sampled_from(DateUse))
def test_nothing_that_is_typed_breaks_the_reading(typed: str, use: DateUse) -> None:
    day = read_date(typed, use, TODAY)
    assert day is None or 1900 <= day.year <= 2200
    assert read_clock(typed) is None or any(sign.isdigit() for sign in typed)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("9.15", time(9, 15)),
        ("09:15", time(9, 15)),
        ("915", time(9, 15)),
        ("0915", time(9, 15)),
        ("9", time(9)),
        ("25.00", None),
        ("9.60", None),
        ("9.1", None),
    ],
)
def test_times_are_read_as_nurses_write_them(written: str, expected: time | None) -> None:
    assert read_clock(written) == expected

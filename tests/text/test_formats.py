"""One way to write a date, a time and a figure in each language."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner.text.formats import Formats, formats
from infusionplanner.text.reading import DateUse, read_clock, read_date, typed_date

NB, EN = formats("nb"), formats("en")
BOTH = pytest.mark.parametrize("said", [NB, EN], ids=["nb", "en"])
MONDAY = date(2026, 12, 21)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def test_a_day_is_written_from_short_to_long() -> None:
    short = (Formats.date_short, Formats.date, Formats.day_short, Formats.day_number)
    assert [write(NB, MONDAY) for write in short] == ["21.12", "21.12.2026", "ma. 21.12", "ma. 21."]
    assert [write(EN, MONDAY) for write in short] == ["21 Dec", "21 Dec 2026", "Mon 21 Dec", "Mon 21"]
    assert (NB.day(MONDAY), NB.day(MONDAY, year=True)) == ("ma. 21. desember", "ma. 21. desember 2026")
    assert (EN.day(MONDAY), EN.day(MONDAY, year=True)) == ("Mon 21 December", "Mon 21 December 2026")
    assert (NB.long_day(MONDAY), EN.long_day(MONDAY)) == ("mandag 21. desember 2026", "Monday 21 December 2026")
    assert (NB.long_day(MONDAY, year=False), NB.day_month(MONDAY)) == ("mandag 21. desember", "21. desember")
    assert (NB.weekday(MONDAY), EN.weekday(MONDAY, short=True)) == ("mandag", "Mon")
    assert (NB.month(MONDAY), NB.month(MONDAY, short=True)) == ("desember", "des")
    assert (NB.week(date(2026, 12, 31)), EN.week(date(2024, 12, 30))) == ("uke 53", "week 1")


def test_a_day_of_another_year_has_its_year() -> None:
    assert (NB.near(MONDAY, date(2026, 1, 1)), NB.near(MONDAY, date(2027, 1, 1))) == ("21.12", "21.12.2026")
    assert (EN.near_day(MONDAY, date(2026, 1, 1)), EN.near_day(MONDAY, date(2027, 1, 1))) == (
        "Mon 21 Dec",
        "21 Dec 2026",
    )
    assert NB.span(date(2026, 12, 18), date(2026, 12, 28)) == "18.12–28.12"
    assert NB.span(date(2026, 12, 18), date(2027, 1, 4)) == "18.12.2026–04.01.2027"
    assert EN.span(date(2026, 12, 18), date(2026, 12, 28)) == "18–28 Dec"
    assert EN.span(date(2026, 11, 30), date(2026, 12, 6)) == "30 Nov – 6 Dec"
    assert NB.span(date(2026, 12, 30), date(2027, 1, 9), years=False) == "30.12–09.01"


@pytest.mark.parametrize(
    ("first", "last", "nb", "en"),
    [
        (date(2026, 11, 23), date(2026, 11, 29), "23.–29. november 2026", "23–29 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 6), "30. november – 6. desember 2026", "30 November – 6 December 2026"),
        (
            date(2026, 12, 28),
            date(2027, 1, 3),
            "28. desember 2026 – 3. januar 2027",
            "28 December 2026 – 3 January 2027",
        ),
    ],
)
def test_a_long_span_names_month_and_year_once_where_it_can(first: date, last: date, nb: str, en: str) -> None:
    assert (NB.long_span(first, last), EN.long_span(first, last)) == (nb, en)
    assert NB.week_span(last) == nb


def test_a_time_of_day() -> None:
    assert (NB.clock(time(9, 5)), EN.clock(time(9, 5))) == ("09.05", "09:05")
    at = datetime(2026, 12, 21, 9, 15)
    assert (NB.moment(at), EN.moment(at)) == ("21.12.2026 kl. 09.15", "21 Dec 2026 at 09:15")


@pytest.mark.parametrize(
    ("number", "norwegian"),
    [
        (28, "28"),
        (100, "100"),
        (3.0, "3"),
        (0.9, "0,9"),
        (1.51, "1,51"),
        (0.1 + 0.2, "0,3"),
        (-1e-9, "0"),
        (1e6, "1000000"),
    ],
)
def test_a_number_has_as_few_decimals_as_tell_it(number: float, norwegian: str) -> None:
    assert NB.number(number) == norwegian


def test_decimals_can_be_fixed_and_an_index_has_one_at_least() -> None:
    assert (NB.number(1.5, 2), EN.number(6, 1)) == ("1,50", "6.0")
    assert [NB.index(index) for index in (1.0, 0.95, 1.5, 2)] == ["1,0", "0,95", "1,5", "2,0"]
    assert EN.index(1.0) == "1.0"


@BOTH
@given(DAYS, st.sampled_from(DateUse))
def test_what_is_written_is_read_back(said: Formats, day: date, use: DateUse) -> None:
    for written in (typed_date(day), said.date(day), said.day_month(day, year=True)):
        assert read_date(written, use, MONDAY) == day


@BOTH
@given(st.times())
def test_a_written_time_is_read_back(said: Formats, at: time) -> None:
    assert read_clock(said.clock(at)) == at.replace(second=0, microsecond=0)

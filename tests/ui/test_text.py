from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QCollator, QLocale

from infusionplanner.application.names import sort_key
from infusionplanner_ui.application import Application
from infusionplanner_ui.words import text

MONDAY = date(2026, 12, 21)


def test_dates_are_written_as_in_norway() -> None:
    assert text.day(MONDAY) == "ma. 21. desember"
    assert text.day_short(MONDAY) == "ma. 21.12"
    assert text.day_number(MONDAY) == "ma. 21."
    assert text.day_month(MONDAY) == "21. desember"
    assert text.long_day(MONDAY) == "mandag 21. desember 2026"
    assert text.long_day(MONDAY, year=False) == "mandag 21. desember"
    assert text.date_number(MONDAY) == "21.12.2026"
    assert text.date_short(date(2026, 3, 9)) == "09.03"
    assert text.month(MONDAY) == "des"
    assert text.week(MONDAY) == "uke 52"
    assert text.moment(datetime(2026, 12, 21, 9, 15)) == "21.12.2026 kl. 09.15"
    assert text.clock(time(9, 5)) == "09.05"
    assert text.sentence("mandag") == "Mandag"


def test_english_is_written_when_it_is_the_language_or_asked_for(qapp: Application) -> None:
    assert text.day(MONDAY, "en") == "Mon 21 December"
    qapp.set_language("en")
    assert text.day(MONDAY) == "Mon 21 December"
    assert text.day(MONDAY, "nb") == "ma. 21. desember"
    assert text.long_day(MONDAY) == "Monday 21 December 2026"
    assert text.clock(time(9, 15)) == "09:15"
    assert text.week(MONDAY) == "week 52"
    assert text.moment(datetime(2026, 12, 21, 9, 15)) == "21.12.2026 at 09:15"
    assert text.decimal(0.1) == "0.1"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 12, 21), "21.–27. desember 2026"),
        (date(2026, 11, 30), "30. november – 6. desember 2026"),
        (date(2027, 1, 1), "28. desember 2026 – 3. januar 2027"),
    ],
)
def test_week_span_names_month_and_year_once_where_it_can(day: date, expected: str) -> None:
    assert text.week_span(day) == expected


def test_week_is_iso() -> None:
    assert text.week(date(2026, 12, 31)) == "uke 53"
    assert text.week(date(2024, 12, 30)) == "uke 1"


def test_span_has_years_when_they_differ() -> None:
    assert text.span(date(2026, 12, 18), date(2026, 12, 28)) == "18.12–28.12"
    assert text.span(date(2026, 12, 18), date(2027, 1, 4)) == "18.12.2026–04.01.2027"


def test_figures_have_a_decimal_comma() -> None:
    assert text.decimal(0.1) == "0,1"
    assert text.decimal(6) == "6"
    assert text.decimal(1.5, 2) == "1,50"


@pytest.mark.parametrize(
    ("seconds", "expected"), [(2530, "42:10"), (3730, "1:02:10"), (0, "0:00"), (-30, "−0:30"), (59.6, "1:00")]
)
def test_countdown(seconds: float, expected: str) -> None:
    assert text.countdown(seconds) == expected


def test_age_counts_completed_years() -> None:
    assert text.age(date(1988, 3, 14), date(2026, 3, 13)) == 37
    assert text.age(date(1988, 3, 14), date(2026, 3, 14)) == 38


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Moen, Ingrid", "I.M."),
        ("Moen, Ingrid Marie", "I.M.M."),
        ("Bø-Ås, Åse", "Å.B.Å."),
        ("Nordmann", "N."),
        ("", ""),
    ],
)
def test_initials_put_the_given_name_first(name: str, expected: str) -> None:
    assert text.initials(name) == expected


_NAMES = (
    """
Berg|berg|Bergan|Berg, Anna|Berg-Olsen|Berg Olsen|Bérg|Aas|Ås|Åse|Aase|Ærlig|Ødegård|Ödegard|Zorn|Öberg|Äng|Müller
Mylder|Muller|Moen|Łukasz|Lukasz|Đorđe|Dorde|Þór|Thor|Thomas|O'Brien|OBrien|Oberg|Šarūnas|Saarunas|Isaac|Isåk|Haakon
Håkon|Hakon|Nguyễn|Nguyen|Çelik|Celik|Strauß|Strausz|Strauss|Œuvre|Ærø|ærø|AA|Aa|A a|Kaare|Káre|Kåre|de Vries|De Vries
Devries|Moen, Ingrid|Moen, Ingrid Marie|Moen, Åge|Moen, Aage|Moen 2|Moen 10|Ŋuvva|Nuvva|Ŧuvva|Tuvva|Øst|Ost|Ø|O|É|E|e|é
Võ|Vo|Ünal|Ynal|Unal|Ýmir|Ymir|Żak|Zak|Aakre|Åkre|Åkré|Aakré|ęa|æa|Őz|Øz|Ąb|Ab|Myrvoll|Myhre|Sæther|Sather|Sätre
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


def test_the_planner_sorts_names_as_qt_does() -> None:
    collator = QCollator(QLocale("nb_NO"))
    assert sorted(_NAMES, key=sort_key) == sorted(_NAMES, key=collator.sortKey)


def test_join_leaves_out_what_is_empty() -> None:
    assert text.join("dose 4", "", "s.c.") == "dose 4 · s.c."

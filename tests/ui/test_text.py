from datetime import date, datetime

import pytest
from PySide6.QtCore import QCollator, QLocale

from infusionplanner.application.names import sort_key
from infusionplanner_ui.application import Application
from infusionplanner_ui.words import text

MONDAY = date(2026, 12, 21)


def test_dates_and_figures_are_written_in_the_language_of_the_windows(qapp: Application) -> None:
    assert (text.day(MONDAY), text.date(MONDAY), text.number(0.1)) == ("ma. 21. desember", "21.12.2026", "0,1")
    assert text.moment(datetime(2026, 12, 21, 9, 15)) == "21.12.2026 kl. 09.15"
    qapp.set_language("en")
    assert (text.day(MONDAY), text.date(MONDAY), text.number(0.1)) == ("Mon 21 December", "21 Dec 2026", "0.1")
    assert text.moment(datetime(2026, 12, 21, 9, 15)) == "21 Dec 2026 at 09:15"
    assert text.sentence("mandag") == "Mandag"


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

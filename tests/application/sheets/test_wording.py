"""The words of the sheets are whole in both languages, and dates are written as in Norway and in English."""

import string
from datetime import datetime, time

import pytest
from builders import d

from infusionplanner.application.sheets.wording import Words, words
from infusionplanner.domain.patient import Language
from infusionplanner.domain.unit import HOLIDAY_NAMES

NB, EN = words(Language.NB), words(Language.EN)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_sentences_with_the_same_places() -> None:
    assert NB.sentences.keys() == EN.sentences.keys()
    assert {key for key in NB.sentences if _places(NB.sentences[key]) != _places(EN.sentences[key])} == set()


def test_both_languages_have_the_same_lists() -> None:
    assert {key: len(items) for key, items in NB.lists.items()} == {key: len(items) for key, items in EN.lists.items()}
    assert {key for key in NB.lists if [*map(_places, NB.lists[key])] != [*map(_places, EN.lists[key])]} == set()


@pytest.mark.parametrize(("said", "expected"), [(NB, "09.05"), (EN, "09:05")])
def test_clock(said: Words, expected: str) -> None:
    assert said.clock(time(9, 5)) == expected


@pytest.mark.parametrize(("said", "expected"), [(NB, "04.05.2027"), (EN, "4 May 2027")])
def test_date_in_figures(said: Words, expected: str) -> None:
    assert said.figures(d("2027-05-04")) == expected


@pytest.mark.parametrize(("said", "expected"), [(NB, "04.05.2027 09.05"), (EN, "4 May 2027 09:05")])
def test_moment(said: Words, expected: str) -> None:
    assert said.moment(datetime(2027, 5, 4, 9, 5)) == expected


@pytest.mark.parametrize(("said", "expected"), [(NB, "mandag 21. desember 2026"), (EN, "Monday 21 December 2026")])
def test_day_in_full(said: Words, expected: str) -> None:
    assert said.day(d("2026-12-21")) == expected


@pytest.mark.parametrize(("said", "expected"), [(NB, "ma. 21."), (EN, "Mon 21")])
def test_short_day(said: Words, expected: str) -> None:
    assert said.short_day(d("2026-12-21")) == expected


@pytest.mark.parametrize(
    ("first", "last", "nb", "en"),
    [
        ("2026-11-23", "2026-11-29", "23.–29. november 2026", "23–29 November 2026"),
        ("2026-11-30", "2026-12-06", "30. november – 6. desember 2026", "30 November – 6 December 2026"),
        ("2026-12-28", "2027-01-03", "28. desember 2026 – 3. januar 2027", "28 December 2026 – 3 January 2027"),
    ],
)
def test_span(first: str, last: str, nb: str, en: str) -> None:
    assert (NB.span(d(first), d(last)), EN.span(d(first), d(last))) == (nb, en)


@pytest.mark.parametrize("key", [*HOLIDAY_NAMES, "closed", "weekend"])
def test_every_closure_has_a_name(key: str) -> None:
    assert NB.closure(key)
    assert EN.closure(key)


def test_closures_by_name() -> None:
    assert (NB.closure("maundy_thursday"), EN.closure("maundy_thursday")) == ("Skjærtorsdag", "Maundy Thursday")
    assert (NB.closure("closed"), EN.closure("weekend")) == ("Stengt", "Weekend")


def test_counted() -> None:
    assert [NB.counted("week.visits", number) for number in (0, 1, 2)] == ["0 timer", "1 time", "2 timer"]

"""The words of the sheets are whole in both languages."""

import string

import pytest

from infusionplanner.application.sheets.wording import words
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


@pytest.mark.parametrize("key", [*HOLIDAY_NAMES, "closed", "weekend"])
def test_every_closure_has_a_name(key: str) -> None:
    assert NB.closure(key)
    assert EN.closure(key)


def test_closures_by_name() -> None:
    assert (NB.closure("maundy_thursday"), EN.closure("maundy_thursday")) == ("Skjærtorsdag", "Maundy Thursday")
    assert (NB.closure("closed"), EN.closure("weekend")) == ("Stengt", "Weekend")


def test_counted() -> None:
    assert [NB.counted("week.visits", number) for number in (0, 1, 2)] == ["0 timer", "1 time", "2 timer"]

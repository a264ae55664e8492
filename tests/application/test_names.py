"""How people are called in lists, and the order and the search that all lists, papers and commands share."""

import unicodedata

import pytest

from infusionplanner.application.names import full_name, shown_name, sort_key
from infusionplanner.application.search import Searchable, SearchQuery, figures, folded, searchable
from infusionplanner.domain.patient import Patient, PersonName


@pytest.mark.parametrize(
    ("family", "given", "shown"),
    [("Moen", " Ingrid ", "Moen, Ingrid"), ("", "Ingrid", "Ingrid"), ("Moen", "", "Moen"), ("", " ", "p-1")],
)
def test_a_patient_is_called_by_what_is_known_of_the_name(family: str, given: str, shown: str) -> None:
    assert shown_name(Patient("p-1", name=PersonName(given, family))) == shown


def test_a_patient_without_a_name_goes_by_the_id() -> None:
    assert shown_name(Patient("p-1")) == "p-1"
    assert full_name(PersonName("", "")) == ""


def test_names_sort_by_norwegian_rules_however_they_are_composed() -> None:
    names = ["Berg", "Bérg", "Bårdsen", "Baardsen", "Zorn", "Ærlig", "Ødegård", "Øye", "Ås", "aas", "Aas"]
    decomposed = [unicodedata.normalize("NFD", name) for name in names]
    assert sorted(names, key=sort_key) == names
    assert sorted(decomposed, key=sort_key) == decomposed


def test_a_search_is_read_as_it_is_typed() -> None:
    assert SearchQuery.of("Berg 14.3.88") == SearchQuery(("berg",), "140388")
    assert SearchQuery.of("  ") == SearchQuery()
    assert SearchQuery.of("４００ 00") == SearchQuery((), "40000")


def test_words_are_compared_without_accents_and_invisible_signs() -> None:
    assert folded("Łukasz Ødegård-Sæther") == "lukasz odegard-saether"
    assert folded(unicodedata.normalize("NFD", "Åse\u200b")) == folded("Aase") == "ase"


def test_figures_of_any_script_are_figures() -> None:
    assert figures("０１8591-12 345") == "01859112345"


def test_the_best_answers_rank_first() -> None:
    anne = Searchable.of("Berg, Anne Sofie", ("14031988", "40000222"))
    typed = ("be", "ann", "nn", "n", "14.3", "40000", "00222", "0222")
    assert [anne.rank(SearchQuery.of(each)) for each in typed] == [0, 1, 2, None, 0, 1, 2, None]
    assert anne.rank(SearchQuery.of("berg 400")) == 1
    assert anne.rank(SearchQuery.of("moen")) is None


def test_a_patient_without_numbers_is_found_by_the_name_only() -> None:
    assert searchable(Patient("p-1", name=PersonName("Ola", "Aas"))) == Searchable(" as ola")


@pytest.mark.parametrize(
    ("before", "after", "narrows"),
    [("", "h", True), ("h", "ha", False), ("ha", "han n", True), ("12045", "120455", True), ("1204", "12045", False)],
)
def test_a_longer_search_asks_those_who_answered_to_the_shorter_one(before: str, after: str, narrows: bool) -> None:
    assert SearchQuery.of(after).narrows(SearchQuery.of(before)) is narrows

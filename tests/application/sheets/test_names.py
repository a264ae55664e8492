"""Patients are told apart on every sheet, by name, initials or code."""

import string

import pytest
from builders import d
from hypothesis import given
from hypothesis import strategies as st
from sheet_builders import person

from infusionplanner.application.sheets.names import labels
from infusionplanner.application.sheets.values import Names
from infusionplanner.domain.patient import Patient, PersonName


def called(names: Names, *people: Patient) -> list[str]:
    return [*labels(people, names).values()]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (["Moen, Ingrid"], ["IM"]),
        (["Moen, Ingrid", "Myhre, Ida"], ["IMo", "IMy"]),
        (["Moen, Ingrid", "Moen, Ida"], ["InM", "IdM"]),
        (["Moen, Ingrid", "Moen, Ida", "Myhre, Ida"], ["InMo", "IdMo", "IdMy"]),
        (["Moen, Ingrid", "Lie, Jonas"], ["IM", "JL"]),
        (["Aas, Per", "Aas, Per"], ["PA code", "PA code"]),
        (["Ås, Åse"], ["ÅÅ"]),
        (["Bjørn-Hansen, Anne-Marie", "Bjørnsen, Anne"], ["AnnemB", "AnneB"]),
        (["moen, ingrid"], ["IM"]),
        (["Moen"], ["M"]),
        (["<b>Kari</b>, =cmd()"], ["CB"]),
        (["李, 王"], ["王李"]),
    ],
)
def test_initials_grow_until_nobody_shares_them(people: list[str], expected: list[str]) -> None:
    found = called(Names.INITIALS, *(person(f"p{n}", name) for n, name in enumerate(people)))
    assert [label.split()[0] for label in found] == [label.split()[0] for label in expected]
    assert len(set(found)) == len(found)
    assert [" " in label for label in found] == [" " in label for label in expected]


def test_full_names_are_family_name_first() -> None:
    assert called(Names.FULL, person("a", "Moen, Ingrid"), person("b", "Moen")) == ["Moen, Ingrid", "Moen"]


def test_two_of_one_name_are_told_apart_by_the_year_of_birth() -> None:
    old = person("a", "Moen, Ingrid", birth_date=d("1961-05-02"))
    young = person("b", "Moen, Ingrid", birth_date=d("1991-05-02"))
    assert called(Names.FULL, old, young) == ["Moen, Ingrid (1961)", "Moen, Ingrid (1991)"]


@pytest.mark.parametrize("birth", [None, d("1961-12-24")])
def test_two_of_one_name_without_known_different_years_are_told_apart_by_code(birth: object) -> None:
    one = person("a", "Moen, Ingrid", birth_date=d("1961-05-02"))
    other = person("b", "Moen, Ingrid", birth_date=birth)
    codes = called(Names.CODE, one, other)
    assert called(Names.FULL, one, other) == [f"Moen, Ingrid {codes[0]}", f"Moen, Ingrid {codes[1]}"]


def test_codes_are_stable_and_say_nothing() -> None:
    alone = called(Names.CODE, person("ex-01", "Moen, Ingrid"))
    assert alone == ["KJE3"]
    assert called(Names.CODE, person("ex-02"), person("ex-01"))[1:] == alone


def test_codes_that_clash_on_a_sheet_grow_and_the_others_stay() -> None:
    short = {id_: called(Names.CODE, person(id_))[0] for id_ in (f"q{n}" for n in range(4000))}
    seen: dict[str, str] = {}
    first, second = next(
        (seen[code], id_) for id_, code in short.items() if code in seen or seen.setdefault(code, id_) != id_
    )
    long = called(Names.CODE, person(first), person(second), person("ex-01"))
    assert [len(code) for code in long] == [5, 5, 4]
    assert long[0][:4] == long[1][:4] == short[first]
    assert long[0] != long[1]


@pytest.mark.parametrize("names", [Names.INITIALS, Names.FULL])
def test_who_has_no_name_goes_by_the_code(names: Names) -> None:
    nameless = [person("a"), person("b", "--, ++"), Patient("c", name=PersonName("", ""))]
    codes = called(Names.CODE, *nameless)
    expected = [codes[0], "--, ++" if names is Names.FULL else codes[1], codes[2]]
    assert called(names, *nameless) == expected


def test_a_full_name_on_paper_is_plain() -> None:
    assert called(Names.FULL, Patient("i", name=PersonName("Ingrid\n\u202e", " Moen "))) == ["Moen, Ingrid"]


_WORDS = st.text(string.ascii_letters + "æøåÅ -.\n\u0301🙂李", max_size=6)


@given(st.lists(st.builds(PersonName, _WORDS, _WORDS), max_size=12), st.sampled_from(Names))
def test_no_two_patients_share_a_label(names: list[PersonName], how: Names) -> None:
    people = [Patient(f"p{n}", name=name) for n, name in enumerate(names)]
    found = labels(people, how)
    assert len(set(found.values())) == len(people)
    assert all(label.strip() for label in found.values())

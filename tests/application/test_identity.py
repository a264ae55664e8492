"""A national id is the same however it is typed, refused where it can be none, and asked about where it may not."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner.application.identity import (
    NationalId,
    NationalIdError,
    NumberKind,
    composed,
    identity_of,
    namesakes,
    national_id,
    number_marks,
    questions,
    standard_number,
)
from infusionplanner.demo.names import synthetic_id
from infusionplanner.domain.patient import Patient, PersonName

BORN = date(1991, 5, 1)
KARI = Patient("kari", name=PersonName("Kari", "Prøve"), birth_date=BORN, national_id="01859122228")


@pytest.mark.parametrize(
    "typed",
    [
        "018591 22228", "018591-22228", "01.85.91 222 28", "018591\N{NO-BREAK SPACE}22228", "018591\N{EN DASH}22228",
        "\N{ZERO WIDTH SPACE}01859122228\N{LEFT-TO-RIGHT MARK}", "０１８５９１２２２２８", "٠١٨٥٩١٢٢٢٢٨",
        "018591\N{MINUS SIGN}22228", "018591\t22228\n", "018591\N{NON-BREAKING HYPHEN}22228",
        "018591\N{SOFT HYPHEN}22228",
    ],
)  # fmt: skip
def test_a_national_id_is_the_same_however_it_is_typed(typed: str) -> None:
    assert standard_number(typed) == "01859122228"


def test_what_is_no_figure_stays_to_be_seen() -> None:
    assert standard_number("o1859122228") == "o1859122228"


@pytest.mark.parametrize(
    ("number", "kind", "synthetic", "born"),
    [
        ("01859122228", NumberKind.NATIONAL, True, (1, 5, 91)),
        ("01459100047", NumberKind.NATIONAL, True, (1, 5, 91)),
        ("41859100013", NumberKind.D_NUMBER, True, (1, 5, 91)),
        ("29820000100", NumberKind.NATIONAL, True, (29, 2, 0)),
        ("81234500090", NumberKind.HELP, False, None),
    ],
)
def test_kinds_of_numbers_are_told_apart(
    number: str, kind: NumberKind, synthetic: bool, born: tuple[int, int, int] | None
) -> None:
    assert national_id(number) == NationalId(number, kind, synthetic, born)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("0185912222", "length"), ("018591222280", "length"), ("o1859122228", "length"), ("", "length"),
        ("01859122229", "control"), ("01859122238", "control"), ("01859100062", "control"),
        ("31849100052", "day"), ("29820100040", "day"), ("01339100019", "day"), ("00819100020", "day"),
    ],
)  # fmt: skip
def test_what_can_be_no_national_id_is_refused(number: str, why: str) -> None:
    with pytest.raises(NationalIdError) as refused:
        national_id(number)
    assert (refused.value.number, refused.value.why) == (number, why)


def test_a_number_of_the_series_from_2032_is_asked_about() -> None:
    assert national_id("01859100046").later_series
    later = identity_of(Patient("kari", national_id="01859100046"))
    assert [row.key for row in questions(later, {})] == ["identity.control_figures"]


def test_a_help_number_is_asked_about() -> None:
    help_number = identity_of(Patient("kari", birth_date=BORN, national_id="81234500090"))
    assert [row.key for row in questions(help_number, {})] == ["identity.help_number"]


@pytest.mark.parametrize(("born", "asked"), [("1991-05-01", []), ("1991-01-05", ["identity.birth_date"])])
def test_a_birth_date_that_the_number_does_not_agree_with_is_asked_about(born: str, asked: list[str]) -> None:
    person = identity_of(Patient("kari", birth_date=date.fromisoformat(born), national_id="01859122228"))
    found = questions(person, {})
    assert [row.key for row in found] == asked
    assert [row.facts["born"] for row in found] == [date.fromisoformat(born)] * len(found)


def test_the_century_is_not_read_from_the_number() -> None:
    assert questions(identity_of(Patient("k", birth_date=date(1891, 5, 1), national_id="01859122228")), {}) == ()


def test_a_number_that_can_be_none_is_not_asked_about_since_it_is_refused() -> None:
    assert questions(identity_of(Patient("kari", national_id="1")), {}) == ()


def test_one_name_and_birth_date_twice_is_asked_about_however_the_name_is_written() -> None:
    known = namesakes([identity_of(KARI), identity_of(Patient("nameless", birth_date=BORN))])
    name = PersonName(unicodedata.normalize("NFD", "KARI "), "Prove")
    (found,) = questions(identity_of(Patient("other", name=name, birth_date=BORN)), known)
    assert (found.key, dict(found.facts)) == (
        "identity.same_person",
        {"born": BORN, "patient": "kari"},
    )
    assert questions(identity_of(Patient("other", name=name, birth_date=date(1991, 5, 2))), known) == ()
    assert questions(identity_of(Patient("other", name=name)), known) == ()


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 249))
def test_every_number_of_the_demo_can_be_one_and_agrees_with_the_birth(born: date, serial: int) -> None:
    number = synthetic_id(born, serial, woman=True)
    if number is not None:
        assert national_id(number).synthetic
        assert questions(identity_of(Patient("x", birth_date=born, national_id=number)), {}) == ()


@pytest.mark.parametrize(
    ("number", "marks"),
    [
        ("01859122228", ("synthetic",)), ("41859100013", ("d_number", "synthetic")), ("81234500090", ("help_number",)),
        ("12345", ()), (None, ()),
    ],
)  # fmt: skip
def test_other_numbers_than_a_persons_own_are_marked(number: str | None, marks: tuple[str, ...]) -> None:
    assert number_marks(number) == marks


def test_texts_are_composed_wherever_they_stand() -> None:
    ase = unicodedata.normalize("NFD", "Åse")
    apart = Patient(f"{ase}-1", name=PersonName(ase, "Moen"), notes=ase)
    assert composed(apart) == Patient("Åse-1", name=PersonName("Åse", "Moen"), notes="Åse")
    assert composed(KARI) is KARI

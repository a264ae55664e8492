"""Sentences with places to fill."""

from hypothesis import given
from hypothesis import strategies as st

from infusionplanner.catalogue.template import fill, is_well_formed, places


def _shown(template: str, **known: str) -> str:
    return fill(template, known.__contains__, lambda name, form: known.get(name, "?") + (f"/{form}" if form else ""))


def test_places_are_named_in_order_with_their_form() -> None:
    assert places("{last} {days|days} {visit_minutes.sc}") == (("last", ""), ("days", "days"), ("visit_minutes.sc", ""))


def test_places_are_filled_with_their_form() -> None:
    assert _shown("{days|days} since {last}.", days="18", last="01.06.2026") == "18/days since 01.06.2026."


def test_an_unknown_place_is_shown_as_such() -> None:
    assert _shown("since {last}") == "since ?"


def test_a_part_in_brackets_goes_when_one_of_its_names_is_unknown() -> None:
    template = "Due {due}[. Last {last}, {days} ago]."
    assert _shown(template, due="1", last="2", days="3") == "Due 1. Last 2, 3 ago."
    assert _shown(template, due="1", last="2") == "Due 1."


def test_what_is_filled_in_is_never_read_as_a_template() -> None:
    assert _shown("[{a} ]{b}", a="{b} [x]", b="{a}") == "{b} [x] {a}"


def test_a_brace_or_bracket_that_does_not_close_is_seen() -> None:
    assert [is_well_formed(text) for text in ("{a} [{b}]", "{a", "a}", "[a", "a]", "{A}")] == [True, *[False] * 5]


@given(st.text(), st.text())
def test_any_template_can_be_filled(template: str, value: str) -> None:
    assert isinstance(fill(template, lambda _: True, lambda _name, _form: value), str)

"""What a person typed becomes one plain line on paper."""

import pytest

from infusionplanner.application.sheets.values import Paper, Ready, plain


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Kari", "Kari"),
        ("  Kari \t Nordmann ", "Kari Nordmann"),
        ("Kari\nNordmann\x07", "Kari Nordmann"),
        ("Kari\u2028Nordmann", "Kari Nordmann"),
        ("\u202eirak\u202c", "irak"),
        ("\u2067Kari\u2069", "Kari"),
        ("<b>Kari</b>", "<b>Kari</b>"),
        ("=cmd()", "=cmd()"),
        ("مريم", "مريم"),
        ("🙂", "🙂"),
        ("\ud800", ""),
        ("", ""),
    ],
)
def test_plain_keeps_the_letters_and_drops_what_would_move_them(typed: str, printed: str) -> None:
    assert plain(typed) == printed


def test_what_must_be_ready_is_printed_in_a_fixed_order() -> None:
    assert [str(item) for item in Ready] == [
        "clearance", "bloods", "jcv", "nab", "mri", "edss", "training", "prescription",
    ]  # fmt: skip


def test_paper_is_a4_in_two_ways() -> None:
    assert [*Paper] == ["portrait", "landscape"]

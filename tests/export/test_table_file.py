"""Tables as files: every text comes through, and nothing in it is run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner.export.table_file import csv_bytes, text_bytes

NASTY = [
    "komma, semikolon; \"sitat\" og 'apostrof'",
    "to\nlinjer\r\nog en til",
    "æøå 📅 👩‍⚕️",
    "\u202eomvendt\u202c שלום مرحبا",
    "<b>fet</b>",
    "x" * 500,
    "",
]


def back(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_texts_come_through_unharmed() -> None:
    rows = [[text, "rest"] for text in NASTY]
    assert back(csv_bytes(["a", "b"], rows)) == [["a", "b"], *rows]


@pytest.mark.parametrize("text", ["=cmd()", "=1+1", "+47 22", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_formula_becomes_a_text(text: str) -> None:
    assert back(csv_bytes(["a"], [[text]]))[1] == [f"'{text}"]


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2), max_size=4))
def test_no_cell_starts_a_formula(rows: list[list[str]]) -> None:
    read = back(csv_bytes(["a", "b"], rows))
    assert len(read) == len(rows) + 1
    for cells, given_ in zip(read[1:], rows, strict=True):
        assert [cell.removeprefix("'") for cell in cells] == [cell.removeprefix("'") for cell in given_]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_plain_text_stands_in_columns_on_one_line_each() -> None:
    text = text_bytes(["Pasient", "Fil"], [["IE", "a.ics"], ["to\nlinjer", ""]]).decode()
    assert text.split("\r\n") == ["Pasient    Fil", "IE         a.ics", "to linjer", ""]

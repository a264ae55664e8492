"""Small tables as files: CSV that a spreadsheet opens without running anything in it, and plain text to read."""

import csv
import io
from collections.abc import Iterable, Sequence

DELIMITER = ";"
"""What a spreadsheet expects where the comma is the decimal sign, as in Norway."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
_BYTE_ORDER_MARK = "\ufeff"


def csv_bytes(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV in UTF-8 with the mark by which spreadsheets know it.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, which it shows as text.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=DELIMITER, lineterminator="\r\n")
    writer.writerows([_harmless(text) for text in row] for row in (titles, *rows))
    return (_BYTE_ORDER_MARK + written.getvalue()).encode()


def text_bytes(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as lines of text in columns; every text is one line."""
    table = [[" ".join(text.split()) for text in row] for row in (titles, *rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = ("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in table)
    return ("\r\n".join(lines) + "\r\n").encode()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text

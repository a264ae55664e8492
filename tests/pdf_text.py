"""Reads back what a PDF says."""

from io import BytesIO

from pypdf import PdfReader


def pages(pdf: bytes) -> list[str]:
    """Return the text of every page, one line for each string drawn; Qt writes a space as a tabulator."""
    return [page.extract_text().replace("\t", " ") for page in PdfReader(BytesIO(pdf)).pages]


def lines(pdf: bytes) -> list[str]:
    """Return the lines of all pages."""
    return [line for page in pages(pdf) for line in page.splitlines()]

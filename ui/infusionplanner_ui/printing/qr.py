"""The code that a phone's camera reads, as the dark squares of its pattern."""

from PySide6.QtCore import QRectF

QUIET = 4
"""Width of the white border that a reader needs, in squares."""


def telephone_link(number: str) -> str:
    """Return the link of a telephone number: digits and a leading plus, nothing else; empty when it has no digit."""
    digits = "".join(mark for mark in number if mark in "0123456789")
    if not digits:
        return ""
    return f"tel:+{digits}" if number.lstrip().startswith("+") else f"tel:{digits}"


def squares(content: str, place: QRectF) -> list[QRectF]:
    """Return the dark parts of a code that fills the square ``place``, its white border included; one run, one part."""
    import segno  # noqa: PLC0415 - only the patient's sheet has a code, and start-up does not wait for it

    matrix = segno.make(content, error="m", micro=False).matrix
    unit = place.width() / (len(matrix) + 2 * QUIET)
    found: list[QRectF] = []
    for y, row in enumerate(matrix, QUIET):
        start = None
        for x, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                found.append(
                    QRectF(place.left() + (start + QUIET) * unit, place.top() + y * unit, (x - start) * unit, unit)
                )
                start = None
    return found

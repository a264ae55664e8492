"""How wide days and columns of the week are: as alike as can be while every word stands whole."""

from collections.abc import Sequence

_HALVINGS = 14
"""How often the level is halved in on: to a hundredth of a pixel."""


def shares(needs: Sequence[float], total: float, weights: Sequence[float] = ()) -> list[float]:
    """Return widths that fill ``total`` pixels.

    Where the needs leave room, the least are raised to one level (times their weight) so that all are as alike as can
    be; where they are more than there is, the greatest are brought down to one level, so that the longest words lose
    first.
    """
    if sum(needs) <= total:
        return _raised(needs, total, weights or [1.0] * len(needs))
    return _lowered(needs, total)


def between(least: Sequence[float], wished: Sequence[float], total: float) -> list[float]:
    """Return widths from ``least`` to ``wished`` that fill ``total`` pixels, where that lies between their sums.

    The smallest wishes are met first, since so the most of them are.
    """
    low, high = 0.0, max(wished)
    for _ in range(_HALVINGS):
        level = (low + high) / 2
        too_wide = sum(_clamped(least, wished, level)) > total
        low, high = (low, level) if too_wide else (level, high)
    return _clamped(least, wished, low)


def _clamped(least: Sequence[float], wished: Sequence[float], level: float) -> list[float]:
    return [max(low, min(high, level)) for low, high in zip(least, wished, strict=True)]


def _raised(needs: Sequence[float], total: float, weights: Sequence[float]) -> list[float]:
    widths = list(needs)
    order = sorted(range(len(needs)), key=lambda index: needs[index] / weights[index])
    room, weight = total, sum(weights)
    while order and needs[order[-1]] / weights[order[-1]] > room / weight:
        greatest = order.pop()
        room -= needs[greatest]
        weight -= weights[greatest]
    for index in order:
        widths[index] = room / weight * weights[index]
    return widths


def _lowered(needs: Sequence[float], total: float) -> list[float]:
    widths = list(needs)
    order = sorted(range(len(needs)), key=lambda index: -needs[index])
    room = max(total, 0.0)
    while order and needs[order[-1]] <= room / len(order):
        room -= needs[order.pop()]
    for index in order:
        widths[index] = room / len(order)
    return widths

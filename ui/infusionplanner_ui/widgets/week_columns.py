"""How wide days and columns of the week are: as alike as can be while every word stands whole."""

from collections.abc import Sequence


def shares(needs: Sequence[float], total: float, weights: Sequence[float] = ()) -> list[float]:
    """Return widths that fill ``total`` pixels.

    Where the needs leave room, the least are raised to one level (times their weight) so that all are as alike as can
    be; where they are more than there is, the greatest are brought down to one level, so that the longest words lose
    first.
    """
    if sum(needs) <= total:
        return _raised(needs, total, weights or [1.0] * len(needs))
    return _lowered(needs, total)


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

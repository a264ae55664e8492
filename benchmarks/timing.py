"""How the benchmarks measure: the best of several runs, ours and what it is held against in turn."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, ours and the least possible in ``unit``, and how far it may be away.

    ``reach`` and ``aim`` bound the ratio, or where ``absolute`` is set ours itself.
    """

    name: str
    ours: float
    floor: float
    floor_name: str
    reach: float | None = None
    aim: float | None = None
    absolute: bool = False
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """Return ours as a multiple of the least possible."""
        return self.ours / self.floor

    @property
    def within_reach(self) -> bool:
        """Tell whether the bound holds; without a bound it does."""
        return self.reach is None or (self.ours if self.absolute else self.ratio) <= self.reach


def seconds(action: Callable[[], object], times: int = 1) -> float:
    """Return the seconds that ``times`` calls take, for one call."""
    start = time.perf_counter()
    for _ in range(times):
        action()
    return (time.perf_counter() - start) / times


def side_by_side(
    ours: Callable[[], object], floor: Callable[[], object], *, rounds: int, times: int = 1
) -> tuple[float, float]:
    """Return the best seconds of both, run in turn so that what else the machine does meets both alike."""
    pairs = [(seconds(ours, times), seconds(floor, times)) for _ in range(rounds)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)

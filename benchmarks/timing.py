"""How the benchmarks measure: the best of several runs, ours and what it is held against in turn."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, ours and the least possible in ``unit``, and how far it may be away.

    ``reach`` and ``aim`` bound the ratio, or where ``absolute`` is set ours itself. ``spread`` holds each single
    measurement where a person would notice the slow ones; ours is then what 95 of 100 stay under.
    """

    name: str
    ours: float
    floor: float
    floor_name: str
    reach: float | None = None
    aim: float | None = None
    absolute: bool = False
    unit: str = "s"
    spread: tuple[float, ...] = ()

    @classmethod
    def of_many(
        cls, name: str, ours: Sequence[float], floor: Sequence[float], floor_name: str, *, within: float
    ) -> "Row":
        """Return the line of something that must not take longer than so many seconds, whatever it is held against."""
        slow, slow_floor = share(ours, 0.95), share(floor, 0.95)
        return cls(name, slow, slow_floor, floor_name, reach=within, absolute=True, spread=tuple(ours))

    @property
    def ratio(self) -> float:
        """Return ours as a multiple of the least possible."""
        return self.ours / self.floor

    @property
    def within_reach(self) -> bool:
        """Tell whether the bound holds; without a bound it does."""
        return self._is_within(self.reach)

    @property
    def within_aim(self) -> bool:
        """Tell whether it is as good as we would like; without an aim it is."""
        return self._is_within(self.aim)

    def _is_within(self, bound: float | None) -> bool:
        return bound is None or (self.ours if self.absolute else self.ratio) <= bound


def share(values: Sequence[float], part: float) -> float:
    """Return the value that this part of the values does not exceed: 0.5 the middle one, 1 the greatest."""
    ordered = sorted(values)
    return ordered[min(int(part * len(ordered)), len(ordered) - 1)]


def seconds(action: Callable[[], object], times: int = 1) -> float:
    """Return the seconds that ``times`` calls take, for one call.

    What the last call made is let go of after the clock has stopped: in the program it stays.
    """
    made: object = None
    start = time.perf_counter()
    for _ in range(times):
        made = action()
    taken = time.perf_counter() - start
    del made
    return taken / times


def side_by_side(
    ours: Callable[[], object], floor: Callable[[], object], *, rounds: int, times: int = 1
) -> tuple[float, float]:
    """Return the best seconds of both, run in turn so that what else the machine does meets both alike."""
    pairs = [(seconds(ours, times), seconds(floor, times)) for _ in range(rounds)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)

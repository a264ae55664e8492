"""What the benchmarks tell: the shares of what was measured, the bounds, and the table. Nothing is measured here."""

import pytest

from benchmarks.run import _table
from benchmarks.timing import Row, share


@pytest.mark.parametrize(("part", "value"), [(0.0, 1), (0.5, 3), (0.95, 5), (1.0, 5)])
def test_a_share_is_the_value_that_so_many_stay_under(part: float, value: int) -> None:
    assert share([5, 3, 1, 4, 2], part) == value


def test_a_ratio_is_held_to_its_reach_and_aim() -> None:
    row = Row("start", 1.8, 1.0, "a bare window", reach=2.0, aim=1.5)
    assert (row.ratio, row.within_reach, row.within_aim) == (1.8, True, False)
    free = Row("plan", 9.0, 1.0, "dates")
    assert (free.within_reach, free.within_aim) == (True, True)


def test_what_a_person_waits_for_is_held_by_its_slow_ones() -> None:
    waits = [0.01] * 18 + [0.06, 0.07]
    row = Row.of_many("page", waits, [0.02] * 20, "a bare table", within=0.05)
    assert (row.ours, row.floor, row.within_reach) == (0.07, 0.02, False)


def test_the_table_says_what_is_missed() -> None:
    rows = [
        Row.of_many("page", [0.01, 0.02, 0.08], [0.01], "a bare table", within=0.05),
        Row("start", 1.8, 1.0, "a bare window", reach=2.0, aim=1.5),
        Row("memory", 130, 60, "a bare window", reach=2.5, unit="MB"),
    ]
    lines = _table(rows).splitlines()
    assert lines[1].split("  ")[0] == "page"
    assert "20.0 ms / 80.0 ms / 80.0 ms" in lines[1]
    assert "reach 50.0 ms  MISSED" in lines[1]
    assert "reach 2, aim 1.5  aim missed" in lines[2]
    assert "130 MB" in lines[3]
    assert "missed" not in lines[3].casefold()

"""How wide days and columns of the week are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner_ui.widgets.week_columns import shares

NEEDS = st.lists(st.floats(1, 200), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("needs", "total", "weights", "widths"),
    [
        ((10.0, 20.0, 30.0), 120.0, (), [40.0, 40.0, 40.0]),
        ((10.0, 20.0, 60.0), 120.0, (), [30.0, 30.0, 60.0]),
        ((10.0, 10.0), 80.0, (1.0, 0.6), [50.0, 30.0]),
        ((10.0, 20.0, 30.0), 60.0, (), [10.0, 20.0, 30.0]),
        ((10.0, 40.0, 50.0), 70.0, (), [10.0, 30.0, 30.0]),
        ((40.0, 50.0), 20.0, (), [10.0, 10.0]),
        ((), 100.0, (), []),
    ],
)
def test_widths_are_as_alike_as_the_needs_allow(
    needs: tuple[float, ...], total: float, weights: tuple[float, ...], widths: list[float]
) -> None:
    assert shares(needs, total, weights) == widths


@given(needs=NEEDS, total=st.floats(1, 3000))
def test_widths_fill_what_there_is_and_nobody_gets_less_than_needed_while_there_is_enough(
    needs: list[float], total: float
) -> None:
    widths = shares(needs, total)
    assert sum(widths) == pytest.approx(total)
    if sum(needs) <= total:
        assert all(width >= need - 1e-6 for width, need in zip(widths, needs, strict=True))
    else:
        assert all(width <= need + 1e-6 for width, need in zip(widths, needs, strict=True))

"""How wide days and columns of the week are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner_ui.widgets.boards.week_columns import between, shares

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


def test_the_smallest_wishes_are_met_first() -> None:
    assert between((10.0, 10.0, 20.0), (20.0, 60.0, 25.0), 75.0) == pytest.approx([20, 30, 25], abs=0.02)
    assert between((10.0, 40.0), (20.0, 60.0), 52.0) == pytest.approx([12, 40], abs=0.02)


@given(needs=NEEDS, share=st.floats(0, 1))
def test_between_need_and_wish_the_room_is_filled_and_never_overrun(needs: list[float], share: float) -> None:
    wished = [need * 1.5 for need in needs]
    total = sum(needs) * (1 + share / 2)
    widths = between(needs, wished, total)
    assert sum(widths) <= total + 1e-6
    assert sum(widths) == pytest.approx(total, abs=0.02 * len(needs))
    assert all(need <= width <= wish for need, width, wish in zip(needs, widths, wished, strict=True))

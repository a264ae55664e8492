"""What the tests of the boards share."""

from collections.abc import Callable

import pytest
from week_boards import WEEK

from infusionplanner_ui.widgets.boards.week_board import WeekBoard


@pytest.fixture
def board(show: Callable[..., None]) -> WeekBoard:
    board = WeekBoard()
    board.set_data(WEEK)
    show(board, 1100, 620)
    return board

"""Rows and values: what was read before is remembered, and forgotten when there is too much of it."""

from datetime import date

import pytest

from infusionplanner.domain.patient import StockCount
from infusionplanner.storage import mapping
from infusionplanner.storage.mapping import RowShape

SHAPE = RowShape(StockCount)
COUNTS = [StockCount(date(2026, 11, day), 6) for day in (2, 9, 16)]


def _stored() -> list[tuple[object, ...]]:
    rows = [SHAPE.row(count) for count in COUNTS]
    return [tuple(row[column] for row in rows) for column in SHAPE.columns]


def test_values_come_back_a_column_at_a_time() -> None:
    assert SHAPE.values(_stored()) == COUNTS


def test_a_day_is_decoded_once() -> None:
    first, second = SHAPE.values(_stored()), SHAPE.values(_stored())
    assert all(one.on is other.on for one, other in zip(first, second, strict=True))


def test_too_many_different_values_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapping, "_MOST_REMEMBERED", 2)
    first, second = SHAPE.values(_stored()), SHAPE.values(_stored())
    assert first == second == COUNTS
    assert not any(one.on is other.on for one, other in zip(first, second, strict=True))

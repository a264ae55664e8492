"""What the painted widgets share."""

import pytest

from infusionplanner_ui.widgets.painting import detail_forms


@pytest.mark.parametrize(
    ("detail", "forms"),
    [
        ("dose 18 · i.v.", ("dose 18 · i.v.", "dose 18 …", "18 · i.v.", "18")),
        ("18 · i.v.", ("18 · i.v.", "18 …", "18 · i.v.", "18")),
        ("opplæring", ("opplæring",)),
    ],
)
def test_a_detail_is_shortened_by_whole_parts_and_at_last_to_the_number(detail: str, forms: tuple[str, ...]) -> None:
    assert detail_forms(detail) == forms

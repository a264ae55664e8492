"""What the painted widgets share."""

import pytest

from infusionplanner_ui.widgets.painting import detail_forms


@pytest.mark.parametrize(
    ("detail", "forms"),
    [
        ("dose 18 · i.v.", ("dose 18 · i.v.", "18 · i.v.", "dose 18", "18")),
        ("18 · i.v.", ("18 · i.v.", "18")),
        ("opplæring", ("opplæring",)),
        ("15 timer · 9 observeres", ("15 timer · 9 observeres", "15 timer")),
    ],
)
def test_a_detail_is_shortened_by_whole_words(detail: str, forms: tuple[str, ...]) -> None:
    assert detail_forms(detail) == forms

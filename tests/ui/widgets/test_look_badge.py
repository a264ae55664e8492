"""The legend of the boards."""

import pytest
from PySide6.QtCore import QRectF

from infusionplanner_ui.application import Application
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.widgets import look_badge
from infusionplanner_ui.widgets.boards.board_data import Look
from infusionplanner_ui.widgets.look_badge import LookBadge


@pytest.mark.parametrize(
    ("look", "tone"),
    [
        (Look.ARRIVED, Tone.INFO),
        (Look.RUNNING, Tone.RUNNING),
        (Look.OBSERVING, Tone.WATCH),
        (Look.DONE, Tone.DONE),
        (Look.PLANNED, Tone.NEUTRAL),
    ],
)
def test_a_state_is_shown_by_word_colour_and_sign(
    qapp: Application, monkeypatch: pytest.MonkeyPatch, look: Look, tone: Tone
) -> None:
    del qapp
    signs: list[tuple[Look, QRectF]] = []
    monkeypatch.setattr(look_badge, "draw_look", lambda _painter, drawn, box: signs.append((drawn, box)))
    badge = LookBadge(look)
    badge.grab()
    assert signs == []
    badge.set("Ferdig")
    badge.resize(badge.sizeHint())
    badge.grab()
    assert (badge.tone, signs) == (tone, [(look, QRectF(8, 6, 8, 8))])

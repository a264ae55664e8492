import pytest
from PySide6.QtGui import QColor, QPalette

from infusionplanner_ui.application import Application
from infusionplanner_ui.look.palette import (
    DARK,
    LIGHT,
    SHAPE_PAIRS,
    TEXT_PAIRS,
    Tokens,
    Tone,
    colour,
    qpalette,
    tokens,
)
from infusionplanner_ui.look.theme import Scheme, contrast


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS, ids=lambda name: name)
def test_text_is_legible_on_its_ground(palette: Tokens, text: str, ground: str) -> None:
    assert contrast(palette.named(text), palette.named(ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS, ids=lambda name: name)
def test_shapes_stand_out(palette: Tokens, shape: str, ground: str) -> None:
    assert contrast(palette.named(shape), palette.named(ground)) >= 3


def test_tokens_are_those_of_the_palette_in_force(qapp: Application) -> None:
    assert tokens() == LIGHT
    qapp.set_scheme(Scheme.DARK)
    assert tokens() == DARK
    assert colour("stop.text") == QColor(DARK.stop.text)


def test_a_tone_has_ground_text_and_line() -> None:
    assert LIGHT.tone(Tone.WATCH) == LIGHT.watch
    assert LIGHT.named("accent") == "#0b6e69"


def test_disabled_text_is_paler() -> None:
    palette = qpalette(LIGHT)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(LIGHT.disabled)
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(LIGHT.accent)

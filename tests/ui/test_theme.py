import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from infusionplanner_ui.application import Application
from infusionplanner_ui.look.palette import DARK, LIGHT
from infusionplanner_ui.look.theme import Scheme, contrast, set_kind, space, style_sheet, tokens_for


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_distances_are_steps_of_four_pixels() -> None:
    assert [space(1), space(2), space(2.5), space(4)] == [4, 8, 10, 16]


def test_style_sheet_has_the_colours_of_its_tokens() -> None:
    assert LIGHT.accent in style_sheet(LIGHT)
    assert DARK.accent in style_sheet(DARK)
    assert "$" not in style_sheet(LIGHT)
    assert "check-dark.svg" in style_sheet(DARK)


def test_system_scheme_is_light_where_the_desktop_says_nothing(qapp: Application) -> None:
    assert tokens_for(Scheme.SYSTEM) == LIGHT
    assert tokens_for(Scheme.DARK) == DARK
    assert tokens_for(Scheme.LIGHT) == LIGHT
    assert qapp.scheme is Scheme.LIGHT


def test_kind_changes_a_shown_button(qtbot: QtBot) -> None:
    button = QPushButton("Lagre")
    qtbot.addWidget(button)
    set_kind(button, "ghost")
    button.show()
    plain = button.grab().toImage()
    set_kind(button, "primary")
    assert button.property("kind") == "primary"
    assert button.grab().toImage() != plain

"""The program's own font, Inter, in four real weights, so that it looks alike on every ward PC."""

from enum import IntEnum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from infusionplanner_resources import resource

FAMILY = "Inter"
BASE_PIXELS = 13


class Weight(IntEnum):
    """The weights that ship with the program."""

    NORMAL = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700


def load() -> None:
    """Register the font files; called once, by the application."""
    folder = Path(str(resource("fonts")))
    for weight in Weight:
        QFontDatabase.addApplicationFont(str(folder / f"Inter-{weight.value}.ttf"))


def font(pixels: float = BASE_PIXELS, weight: Weight = Weight.NORMAL, *, tabular: bool = False) -> QFont:
    """Return the program's font. ``tabular`` gives all figures one width, for times and columns of numbers."""
    wanted = QFont(FAMILY)
    wanted.setPixelSize(round(pixels))
    wanted.setWeight(QFont.Weight(weight.value))
    wanted.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        wanted.setFeature(QFont.Tag("tnum"), 1)
    return wanted


def wants_tabular(words: str) -> bool:
    """Tell whether words are figures of a column; Inter's tabular hyphen would stand apart in ``H-resept``."""
    return "-" not in words

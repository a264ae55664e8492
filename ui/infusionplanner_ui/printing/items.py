"""What the blocks of a list sheet are laid out as, and the styles they share."""

from collections.abc import Callable
from dataclasses import dataclass

from infusionplanner_ui.look.fonts import Weight
from infusionplanner_ui.printing.canvas import Canvas, Ink, Ruler, Style

TEXT = Style(8.5)
STRONG = Style(8.5, Weight.SEMIBOLD)
QUIET = Style(8.5, Weight.NORMAL, Ink.GREY)


@dataclass(frozen=True, slots=True)
class PaperItem:
    """A piece of a page. ``keeps_next`` holds it to the one after it; ``repeat`` is drawn first on a new page."""

    height: float
    paint: Callable[[Canvas, float], None]
    keeps_next: bool = False
    repeat: "PaperItem | None" = None


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of a page's width that a block may use, in points, and what measures its text."""

    ruler: Ruler
    left: float
    width: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.left + self.width

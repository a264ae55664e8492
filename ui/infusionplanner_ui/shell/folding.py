"""How the window folds where there is little room: decided once from its size, followed by every part of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Width(IntEnum):
    """What the window's width allows, each with the pixels it begins at."""

    COLUMN = 0
    """One column, a narrow panel over it."""
    NARROW = 1000
    """The rail shows icons, all acts but one are in a menu, the panel lies over the board."""
    MEDIUM = 1280
    """The search shows an icon, some acts are in a menu."""
    FULL = 1366
    """All is there."""
    WIDE = 1600
    """All is there, with longer names and a wider panel."""


class Height(IntEnum):
    """What the window's height allows, each with the pixels it begins at."""

    BAR = 0
    """Lists below a board become a bar that counts them."""
    LOW = 560
    """The header is lower, legends are gone, what stands above a table scrolls away."""
    FULL = 640
    """All is there."""


LEAST = 960, 540
"""The least size of the window."""

_PANELS = {Width.COLUMN: 320, Width.NARROW: 356, Width.MEDIUM: 364, Width.FULL: 364, Width.WIDE: 404}


@dataclass(frozen=True, slots=True)
class Fold:
    """One way to fold; pixels are those of the window inside its frame, before scaling."""

    width: Width = Width.FULL
    height: Height = Height.FULL

    @classmethod
    def of(cls, width: int, height: int) -> Fold:
        """Return how a window of a size folds."""
        return cls(
            max(step for step in Width if step <= max(width, 0)),
            max(step for step in Height if step <= max(height, 0)),
        )

    @property
    def rail_is_icons(self) -> bool:
        """Whether the rail shows icons alone."""
        return self.width < Width.MEDIUM

    @property
    def search_is_icon(self) -> bool:
        """Whether the header shows an icon in the place of the search field."""
        return self.width < Width.FULL

    @property
    def panel_is_over(self) -> bool:
        """Whether a panel lies over a board instead of beside it."""
        return self.width < Width.MEDIUM

    @property
    def panel(self) -> int:
        """The width of a panel."""
        return _PANELS[self.width]

    @property
    def edge(self) -> int:
        """The pixels around what stands on a page."""
        return 14 if self.rail_is_icons else 20

    @property
    def gap(self) -> int:
        """The pixels between two things on a page, and above and below them."""
        return 12 if self.rail_is_icons or self.is_low else 16

    @property
    def cards(self) -> int:
        """The width of a column of cards beside the work."""
        return 300 if self.rail_is_icons else 340

    @property
    def is_low(self) -> bool:
        """Whether there is so little height that a page gives up what is not needed to act."""
        return self.height < Height.FULL

    @property
    def header(self) -> int:
        """The height of the header over a title of one or two lines."""
        return 52 if self.is_low else 56

    @property
    def has_legend(self) -> bool:
        """Whether a board explains its signs above it; the signs themselves always stay."""
        return self.width >= Width.FULL and not self.is_low

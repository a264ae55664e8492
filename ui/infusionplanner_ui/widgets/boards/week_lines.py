"""Which words of a visit stand in a narrow block of the week, line by line: whole words, never a cut number."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from infusionplanner_ui.widgets.boards.block_painting import SIGN, BlockFonts, block_fonts, signs_of
from infusionplanner_ui.widgets.boards.board_data import BoardVisit
from infusionplanner_ui.widgets.painting import ELLIPSIS, elided, in_lines, name_forms, name_parts, whole

GAP = 1.0
"""Pixels between two columns."""
_WIDE_LINE = 110.0
_LONGEST_WORD = 76.0
_LONGEST_WISH = 100.0
_LEAST_WORD = 22.0
_LEAST_LETTERS = 4
_SMALL = 11
_REMEMBERED = 4000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block; ``signs`` tells that the signs of need and state stand before its words."""

    words: str
    is_name: bool = False
    signs: bool = False


@lru_cache(maxsize=8)
def week_lines(pixels: int, *, roomy: bool = False) -> "WeekLines":
    """Return the words of blocks at one size; kept, since they remember what each name needs."""
    return WeekLines(pixels, roomy=roomy)


class WeekLines:
    """The words of blocks at one size of letters, always level."""

    def __init__(self, pixels: int, *, roomy: bool = False) -> None:
        self.fonts: BlockFonts = block_fonts(pixels)
        self._roomy = roomy
        self._needs: dict[tuple[str, str, int], float] = {}
        self.left, self.right = (4.0, 3.0) if pixels > _SMALL else (3.0, 2.0)

    def need(self, visit: BoardVisit) -> float:
        """Return the pixels of a column in which a visit's words stand well.

        That is each part of the family name and each word of the detail; with ``roomy`` also the whole family name,
        the given name, and number and route on one line with the signs.
        """
        known = visit.name, visit.detail, len(signs_of(visit))
        need = self._needs.get(known)
        if need is None:
            if len(self._needs) > _REMEMBERED:
                self._needs.clear()
            need = self._needs[known] = self._need(visit)
        return need

    def _need(self, visit: BoardVisit) -> float:
        around = self.left + self.right + GAP
        family, _, given = visit.name.partition(", ")
        name, detail = self.fonts.name_metrics.horizontalAdvance, self.fonts.detail_metrics.horizontalAdvance
        parts, signs = visit.detail.split(" · "), SIGN * len(signs_of(visit))
        least = max(_LEAST_WORD, *map(name, name_parts(family)))
        widths = [signs, *map(detail, parts)]
        if not self._roomy:
            return max(least, min(max(widths), _LONGEST_WORD)) + around
        widths += [name(family), name(given), signs + detail(" · ".join(parts[:2]))]
        return max(least, min(max(widths), _LONGEST_WISH)) + around

    def width(self, box_width: float) -> float:
        """Return the pixels for words in a block."""
        return box_width - self.left - self.right

    def lines(self, visit: BoardVisit, width: float, room: int, extra: str = "") -> list[Line]:
        """Return at most ``room`` lines, each at most ``width`` pixels wide.

        Family and given name stand on lines of their own, a long family name on several; where there is room for two
        lines only, or a wide line, they share one. ``extra`` follows the name, as the time of what is carried. The
        signs lead the line below.
        """
        signed = bool(signs_of(visit))
        if room < 2:
            lead = SIGN * len(signs_of(visit))
            return [Line(self._one_line(visit.name, width - lead), is_name=True, signs=signed)]
        names = [Line(words, is_name=True) for words in self._names(visit.name, width, room)]
        more = [Line(extra)] if extra else []
        return [*names, *more, *self._details(visit, width)][:room]

    def _names(self, name: str, width: float, room: int) -> list[str]:
        family, _, given = name.partition(", ")
        metrics = self.fonts.name_metrics
        line = whole(name_forms(name), metrics, width)
        if line and (room < 3 or width >= _WIDE_LINE):
            return [line]
        families = in_lines(family, metrics, width, room - 1)
        second = whole((given, *_shorter(given)), metrics, width) if len(families) + 1 < room else ""
        return [*families, *([second] if second else [])]

    def _one_line(self, name: str, width: float) -> str:
        metrics = self.fonts.name_metrics
        return whole(name_forms(name), metrics, width) or elided(_family(name), metrics, width)

    def _details(self, visit: BoardVisit, width: float) -> Iterable[Line]:
        """Yield the parts of the detail on as few lines as they fit on; a word that is too long is shortened."""
        metrics = self.fonts.detail_metrics
        signs = len(signs_of(visit))
        line, left = "", width - SIGN * signs
        for part in visit.detail.split(" · "):
            longer = f"{line} · {part}" if line else part
            if metrics.horizontalAdvance(longer) <= left:
                line = longer
                continue
            if line or signs:
                yield Line(line, signs=bool(signs))
                signs, left = 0, width
            line = part if metrics.horizontalAdvance(part) <= width else _cut(elided(part, metrics, width))
        if line or signs:
            yield Line(line, signs=bool(signs))


def _family(name: str) -> str:
    return name.partition(",")[0]


def _shorter(given: str) -> tuple[str, ...]:
    """Return the first given name, and its initial: ``Thi Mai Anh`` gives ``Thi`` and ``T.``."""
    return given.split(" ", maxsplit=1)[0], f"{given[:1]}."


def _cut(shortened: str) -> str:
    """Return a shortened word, nothing when what is left tells nobody anything."""
    return shortened if len(shortened.removesuffix(ELLIPSIS)) >= _LEAST_LETTERS else ""

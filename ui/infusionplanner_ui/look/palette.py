"""The colours of the windows: one set of tokens for light, one for dark, and the QPalette made of each.

A widget asks :func:`tokens` when it paints, so it follows a switch of the palette without being told. Every pair of
text and background that is used stands in :data:`TEXT_PAIRS`, and a test holds each at 4.5:1 or more.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Tone(StrEnum):
    """What a coloured sign means. The colour never stands alone: a word or a shape goes with it."""

    NEUTRAL = "neutral"
    INFO = "info"
    RUNNING = "running"
    WATCH = "watch"
    DONE = "done"
    OK = "ok"
    WARN = "warn"
    STOP = "stop"
    VIOLET = "violet"


@dataclass(frozen=True, slots=True)
class ToneColours:
    """The soft ground, the text on it and the line or solid shape of one tone."""

    ground: str
    text: str
    line: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """All colours of one palette, as ``#rrggbb``."""

    dark: bool
    window: str
    surface: str
    sunken: str
    hover: str
    pressed: str
    border: str
    border_strong: str
    text: str
    secondary: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_text: str
    focus: str
    selection: str
    disabled: str
    tooltip: str
    on_tooltip: str
    now: str
    on_now: str
    hatch_ground: str
    hatch_line: str
    closed_ground: str
    closed_line: str
    best: str
    allowed: str
    neutral: ToneColours
    info: ToneColours
    running: ToneColours
    watch: ToneColours
    done: ToneColours
    ok: ToneColours
    warn: ToneColours
    stop: ToneColours
    violet: ToneColours

    def tone(self, tone: Tone) -> ToneColours:
        """Return the colours of a tone."""
        colours = getattr(self, tone.value)
        assert isinstance(colours, ToneColours)  # noqa: S101 - every Tone has a field of its name
        return colours

    def named(self, name: str) -> str:
        """Return a colour by its name, a tone's by ``stop.text``."""
        head, _, tail = name.partition(".")
        value = getattr(self, head)
        return str(getattr(value, tail) if tail else value)


LIGHT = Tokens(
    dark=False,
    window="#f4f6f8",
    surface="#ffffff",
    sunken="#f3f5f7",
    hover="#edf1f4",
    pressed="#e2e8ec",
    border="#e2e6ea",
    border_strong="#c6ced6",
    text="#111c26",
    secondary="#3d4b58",
    muted="#5b6874",
    accent="#0b6e69",
    accent_hover="#095b57",
    on_accent="#ffffff",
    accent_soft="#def2f0",
    accent_text="#0a625d",
    focus="#0b6e69",
    selection="#d5eeeb",
    disabled="#98a3ad",
    tooltip="#1c2833",
    on_tooltip="#f4f6f8",
    now="#b3201c",
    on_now="#ffffff",
    hatch_ground="#fff8e6",
    hatch_line="#f0dcab",
    closed_ground="#f7f8fa",
    closed_line="#eaedf0",
    best="#e0f4f1",
    allowed="#f2faf9",
    neutral=ToneColours("#eceff2", "#3d4b58", "#a9b4be"),
    info=ToneColours("#e3edfc", "#1a54b5", "#1b5fc4"),
    running=ToneColours("#def2f0", "#0a625d", "#0b6e69"),
    watch=ToneColours("#fdefcf", "#7a4d00", "#c4880e"),
    done=ToneColours("#f0f2f4", "#5a6671", "#cdd4da"),
    ok=ToneColours("#e0f3e5", "#1a6638", "#1f7a43"),
    warn=ToneColours("#fdefcf", "#7a4d00", "#c4880e"),
    stop=ToneColours("#fde5e3", "#a51c18", "#b3201c"),
    violet=ToneColours("#eee7fa", "#5b34a0", "#6a3db3"),
)

DARK = Tokens(
    dark=True,
    window="#10171d",
    surface="#182129",
    sunken="#141c23",
    hover="#212c36",
    pressed="#2a3742",
    border="#2a3641",
    border_strong="#465563",
    text="#e8edf2",
    secondary="#c0cad3",
    muted="#9fadb8",
    accent="#46b9b0",
    accent_hover="#5fcac1",
    on_accent="#04211f",
    accent_soft="#143a39",
    accent_text="#72d6cd",
    focus="#5fcac1",
    selection="#1b4745",
    disabled="#66737f",
    tooltip="#e8edf2",
    on_tooltip="#10171d",
    now="#ff7a70",
    on_now="#2b0503",
    hatch_ground="#2c2718",
    hatch_line="#463b1e",
    closed_ground="#151d24",
    closed_line="#222d37",
    best="#153836",
    allowed="#16282c",
    neutral=ToneColours("#26313b", "#c0cad3", "#5b6976"),
    info=ToneColours("#172f52", "#9cc2fb", "#6ea6f5"),
    running=ToneColours("#143a39", "#72d6cd", "#46b9b0"),
    watch=ToneColours("#3d2f10", "#f2c56b", "#dba437"),
    done=ToneColours("#202a33", "#a2aeb9", "#3a4753"),
    ok=ToneColours("#153522", "#83d6a1", "#58bd80"),
    warn=ToneColours("#3d2f10", "#f2c56b", "#dba437"),
    stop=ToneColours("#3d1f20", "#ffb0a9", "#ff7a70"),
    violet=ToneColours("#30234b", "#ccb4f7", "#a98ae8"),
)

_GROUNDS = ("window", "surface", "sunken", "hover")
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "secondary", "muted", "accent_text") for ground in _GROUNDS),
    *((text, ground) for text in ("text", "secondary") for ground in ("pressed", "selection", "accent_soft")),
    *((text, ground) for text in ("text", "muted") for ground in ("best", "allowed", "closed_ground", "closed_line")),
    *((text, ground) for text in ("text", "watch.text") for ground in ("hatch_ground", "hatch_line")),
    *(("text", f"{tone}.ground") for tone in Tone),
    *(("secondary", f"{tone}.ground") for tone in ("info", "running", "watch", "stop", "done", "neutral")),
    *((f"{tone}.text", f"{tone}.ground") for tone in Tone),
    *((f"{tone}.text", "surface") for tone in Tone),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("accent_text", "accent_soft"),
    ("accent_text", "selection"),
    ("on_now", "now"),
    ("on_tooltip", "tooltip"),
)
"""Every text colour on every ground it is drawn on."""

SHAPE_PAIRS: tuple[tuple[str, str], ...] = (
    *(("focus", ground) for ground in (*_GROUNDS, "selection", "accent_soft", "hatch_ground")),
    ("now", "surface"),
    *((f"{tone}.line", "surface") for tone in ("info", "running", "ok", "stop", "violet")),
)
"""Shapes that carry meaning, held at 3:1 or more."""


def tokens() -> Tokens:
    """Return the tokens of the palette in force."""
    return _tokens_of(QGuiApplication.palette().cacheKey())


@lru_cache(maxsize=4)
def _tokens_of(key: int) -> Tokens:
    """Return the tokens of the palette in force, whose key this is: painting asks hundreds of times."""
    del key
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def colour(name: str) -> QColor:
    """Return one colour of the palette in force, ``muted`` or ``stop.text``."""
    return QColor(tokens().named(name))


def qpalette(tokens: Tokens) -> QPalette:
    """Return the QPalette that Fusion draws with."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for colour_role, value in (
        (role.Window, tokens.window),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.sunken),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.on_now),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent_text),
        (role.LinkVisited, tokens.accent_text),
        (role.ToolTipBase, tokens.tooltip),
        (role.ToolTipText, tokens.on_tooltip),
        (role.Light, tokens.hover),
        (role.Midlight, tokens.border),
        (role.Mid, tokens.border_strong),
        (role.Dark, tokens.border_strong),
        (role.Shadow, tokens.border_strong),
    ):
        palette.setColor(colour_role, QColor(value))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, colour_role, QColor(tokens.disabled))
    return palette

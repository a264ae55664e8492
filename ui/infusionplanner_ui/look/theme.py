"""Form shared by all windows: spacing, radii, contrast, and the style sheet made from the colour tokens."""

from dataclasses import fields
from enum import StrEnum
from functools import lru_cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QWidget

from infusionplanner_resources import resource
from infusionplanner_ui.look.palette import DARK, LIGHT, Tokens, ToneColours

STEP = 4
"""All distances are multiples of this many pixels."""

RADIUS_SMALL = 6
RADIUS = 8
RADIUS_LARGE = 10


class Scheme(StrEnum):
    """Which palette the user wants; ``system`` follows the desktop where Qt reports it, else light."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def space(steps: float) -> int:
    """Return a distance of ``steps`` times four pixels."""
    return round(STEP * steps)


def tokens_for(scheme: Scheme) -> Tokens:
    """Return the tokens that a wish leads to on this desktop."""
    if scheme is Scheme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    value = QColor(colour)
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value.redF(), value.greenF(), value.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=2)
def style_sheet(tokens: Tokens) -> str:
    """Return the application's style sheet in the colours of ``tokens``."""
    names = {"scheme": "dark" if tokens.dark else "light"}
    for field in fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, ToneColours):
            names |= {f"{field.name}_{part.name}": getattr(value, part.name) for part in fields(value)}
        else:
            names[field.name] = str(value)
    return Template(resource("style", "application.qss").read_text(encoding="utf-8")).substitute(names)


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget one of the kinds of the style sheet, as ``primary``, ``ghost``, ``title`` or ``muted``."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again; one that is not shown yet is looked at then."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)

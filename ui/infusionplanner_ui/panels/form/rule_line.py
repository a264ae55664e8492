"""What a rule says, with the way to its text and origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.palette import Tone, tokens
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.buttons import IconButton
from infusionplanner_ui.widgets.painting import draw_shape, draw_text, shape_of
from infusionplanner_ui.widgets.why_popover import WhyPopover
from infusionplanner_ui.widgets.wrapped import WrappedLabel

if TYPE_CHECKING:
    from infusionplanner.catalogue.wording import Wording
    from infusionplanner.domain.protocol import Protocol

_SHAPE = 10
_WHY_WIDTH, _WHY_HEIGHT = 22, 18


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says: the sentence, its tone, the rule behind it, and the kind of the text."""

    sentence: str
    tone: Tone = Tone.NEUTRAL
    rule: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """Where the texts of rules come from: a protocol with the unit's numbers, and the words of a language."""

    protocol: Protocol
    wording: Wording

    def text(self, rule: str) -> str:
        """Return the sentence of a rule."""
        return self.wording.rule(self.protocol, rule)

    def origin(self, rule: str) -> str:
        """Return where a rule comes from, in words."""
        found = self.protocol.rules.get(rule)
        return self.wording.label("origin", found.origin) if found is not None else ""


class Sign(QWidget):
    """The shape of a tone, a ring for a tone without one, or a question mark for what is unknown."""

    def __init__(self, tone: Tone, *, question: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._question = question
        self.setFixedSize(_SHAPE + 4, 18)
        self.setAccessibleName(shape_of(tone))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the shape, or a small ring for a tone without one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._question:
            painter.setFont(font(13, Weight.BOLD))
            draw_text(painter, QRectF(self.rect()), "?", tokens().muted, Qt.AlignmentFlag.AlignHCenter)
            return
        colours = tokens().tone(self._tone)
        box = QRectF(1, (self.height() - _SHAPE) / 2, _SHAPE, _SHAPE)
        if shape_of(self._tone):
            draw_shape(painter, box, self._tone, colours.line if self._tone is not Tone.OK else colours.text)
            return
        painter.setPen(QPen(QColor(tokens().muted), 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5))


class RuleLine(QWidget):
    """A sentence with its sign in front and a question mark after it, which shows the rule's text and origin.

    ``foot`` is the row below the sentence, for what can be done about it.
    """

    def __init__(self, rules: Rules, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self.said = said
        label = WrappedLabel(said.sentence, said.kind)
        self.why = why_button(said.rule)
        self.why.clicked.connect(self.explain)
        words = QVBoxLayout()
        words.setSpacing(space(0.5))
        words.addWidget(label)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(space(2))
        # An empty row would allow the sentence no width.
        self.foot.addStretch(1)
        words.addLayout(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(1.5))
        row.addWidget(Sign(said.tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        self.why.setVisible(bool(said.rule))

    def add_to_foot(self, widget: QWidget) -> None:
        """Put a widget below the sentence, after those that are there."""
        self.foot.insertWidget(self.foot.count() - 1, widget)

    def explain(self) -> None:
        """Show the rule's text and origin."""
        explain(self._rules, self.said.rule, self.why)

    def changeEvent(self, event: QEvent) -> None:
        """Name the question mark anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self.why.set_name(_why_words(self.said.rule))
        super().changeEvent(event)


def why_button(rule: str) -> IconButton:
    """Return the question mark that stands for *why?* after a line."""
    made = IconButton("circle-help", _why_words(rule), kind="why")
    made.set_icon("circle-help", "muted")
    made.setFixedSize(_WHY_WIDTH, _WHY_HEIGHT)
    return made


def _why_words(rule: str) -> str:
    return QCoreApplication.translate("RuleLine", "Why? ({rule})").format(rule=rule)


def explain(rules: Rules, rule: str, anchor: QWidget) -> WhyPopover:
    """Show the text and origin of a rule below a widget."""
    return WhyPopover.show_at(anchor, rule, rules.text(rule), rules.origin(rule))

"""The first start: an empty unit, and three ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.patient_import import ImportCard
from infusionplanner_ui.shell.main_window import SETTINGS
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.buttons import button, link_button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.inline_panel import scrolled
from infusionplanner_ui.widgets.label import IconView, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from infusionplanner_ui.shell.main_window import MainWindow
    from infusionplanner_ui.shell.ward import Ward

_CARD_WIDTH = 268
_WIDTH = 3 * _CARD_WIDTH + 2 * 16


class _Way(Card):
    """One way on: an icon, what it is, what it means, and its button."""

    def __init__(self, icon: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(_CARD_WIDTH)
        self.body.setContentsMargins(space(5), space(5), space(5), space(5))
        self.body.setSpacing(space(2))
        self._name = text_label("", "strong")
        self._text = text_label("", "muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.go: QPushButton = button("", kind)
        self.body.addWidget(IconView(icon, 22, "accent_text"))
        for part in (self._name, self._text, self.go):
            self.body.addWidget(part)

    def say(self, name: str, text: str, act: str) -> None:
        """Set the texts."""
        self._name.setText(name)
        self._text.setText(text)
        self.go.setText(act)
        self.go.setAccessibleDescription(text)


class FirstStartPage(Page):
    """Offers the demo unit, the import of a list, and the first patient."""

    demo_asked = Signal()

    def __init__(self, frame: MainWindow, ward: Ward) -> None:
        super().__init__(frame)
        self._ward = ward
        self._heading: QLabel = text_label("", "title")
        self._said = text_label("", "muted", wrap=True)
        self.demo = _Way("eye", "primary")
        self.load = _Way("upload", "secondary")
        self.first = _Way("user-plus", "secondary")
        self.preview = ImportCard(ward)
        self.unit = link_button()
        self.demo.go.clicked.connect(self.demo_asked)
        self.load.go.clicked.connect(self.preview.choose)
        self.first.go.clicked.connect(self._add_first)
        self.preview.imported.connect(self._imported)
        self.unit.clicked.connect(lambda: self.frame.show_page(SETTINGS, "unit"))
        self._lay_out()
        self.setFocusProxy(self.demo.go)
        self.retranslate()

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(space(4))
        for way in (self.demo, self.load, self.first):
            ways.addWidget(way)
        middle = QWidget()
        middle.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(space(3))
        inside.addWidget(self._heading)
        inside.addWidget(self._said)
        inside.addSpacing(space(2))
        inside.addLayout(ways)
        inside.addWidget(self.preview)
        inside.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addStretch(2)
        column.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(holder))

    def title(self) -> str:
        """Return the greeting."""
        return self.tr("Welcome")

    def retranslate(self) -> None:
        """Set every text anew."""
        self._heading.setText(self.tr("There are no patients here yet"))
        self._said.setText(self.tr("Look round in an invented unit first, or begin with your own patients."))
        self.demo.say(
            self.tr("Look at the demo unit"),
            self.tr("120 invented patients in a file of their own, and a look round of two minutes. Try everything."),
            self.tr("Open the demo unit"),
        )
        self.load.say(
            self.tr("Import a list"),
            self.tr("Reads patient files. All patients are taken in, or none; what is wrong is named with its field."),
            self.tr("Choose files …"),
        )
        self.first.say(
            self.tr("Add the first patient"),
            self.tr("Name, birth date, treatment and the doses so far. The plan is there at once."),
            self.tr("New patient"),
        )
        self.unit.setText(self.tr("Set the unit up first: opening hours, places, users"))
        self.preview.forget()

    # the three ways

    def _add_first(self) -> None:
        page = self.frame.show_page("patients")
        add = getattr(page, "add_patient", None)
        if callable(add):
            add()

    def _imported(self, number: int) -> None:
        self.frame.toast(self.tr("%n patient(s) imported", "", number), tone=Tone.OK)

"""The first start: an empty unit, and three ways on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from infusionplanner_ui.page import Page
from infusionplanner_ui.palette import Tone
from infusionplanner_ui.sentences import sentence
from infusionplanner_ui.theme import set_kind, space
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.label import IconView, text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from infusionplanner.application.records import Done
    from infusionplanner_ui.main_window import MainWindow
    from infusionplanner_ui.ward import Ward

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


class WelcomePage(Page):
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
        self._problem = text_label("", "error", wrap=True)
        self._problem.hide()
        self.demo.go.clicked.connect(self.demo_asked)
        self.load.go.clicked.connect(self._choose_files)
        self.first.go.clicked.connect(self._add_first)
        self._lay_out()
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
        inside.addWidget(self._problem)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        set_kind(self, "page")

    def title(self) -> str:
        """Return the greeting."""
        return self.tr("Welcome")

    def _add_first(self) -> None:
        page = self.frame.show_page("patients")
        add = getattr(page, "add_patient", None)
        if callable(add):
            add()

    def _choose_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Choose patient files"), "", self.tr("Patient files (*.json *.jsonl)")
        )
        if files:
            self.import_files([Path(file) for file in files])

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import patient files, all of them or none."""
        from infusionplanner.application.people import import_patients  # noqa: PLC0415 - at an import only
        from infusionplanner.bootstrap import read_patient_files  # noqa: PLC0415 - at an import only

        today = self._ward.today
        self._problem.hide()
        self._ward.act(
            lambda desk: import_patients(desk, read_patient_files(paths, today=today)),
            owner=self,
            done=self._imported,
            failed=self._failed,
        )

    def _imported(self, done: Done) -> None:
        said = self.tr("%n patient(s) imported", "", len(done.patients))
        self.frame.toast(said, tone=Tone.OK)

    def _failed(self, error: Exception) -> None:
        self._problem.setText(sentence(error))
        self._problem.show()

    def retranslate(self) -> None:
        """Set every text anew."""
        self._heading.setText(self.tr("There are no patients here yet"))
        self._said.setText(self.tr("Look round in an invented unit first, or begin with your own patients."))
        self.demo.say(
            self.tr("Look at the demo unit"),
            self.tr("120 invented patients in a file of their own. Try everything; nothing of it is kept as yours."),
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

"""The first start: an empty unit, and three ways on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from infusionplanner_ui.main_window import SETTINGS
from infusionplanner_ui.page import Page
from infusionplanner_ui.palette import Tone
from infusionplanner_ui.sentences import sentence
from infusionplanner_ui.theme import space
from infusionplanner_ui.widgets.buttons import button, link_button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.inline_panel import scrolled
from infusionplanner_ui.widgets.label import IconView, text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from infusionplanner.application.errors import Problem
    from infusionplanner.application.records import Done
    from infusionplanner.domain.patient import Patient
    from infusionplanner_ui.main_window import MainWindow
    from infusionplanner_ui.ward import Ward

_CARD_WIDTH = 268
_WIDTH = 3 * _CARD_WIDTH + 2 * 16
_MOST_PROBLEMS = 6


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


class _Preview(Card):
    """What was read of the chosen files: how many patients, or what is wrong with them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._said = text_label("", "strong", wrap=True)
        self._problems = text_label("", "error", wrap=True)
        self.take, self.cancel = button("", "primary"), button("")
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.take)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.body.setContentsMargins(space(5), space(4), space(5), space(4))
        self.body.addWidget(self._said)
        self.body.addWidget(self._problems)
        self.body.addLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return "" if self.isHidden() else "\n".join(filter(None, (self._said.text(), self._problems.text())))

    def show_result(self, said: str, problems: str, take: str, cancel: str) -> None:
        """Show what was read; without words to take them in, only the way back is offered."""
        self._said.setText(said)
        self._problems.setText(problems)
        self._problems.setVisible(bool(problems))
        self.take.setText(take)
        self.take.setVisible(bool(take))
        self.cancel.setText(cancel)
        self.show()
        (self.take if take else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)


class FirstStartPage(Page):
    """Offers the demo unit, the import of a list, and the first patient. ``choose_files`` asks for the files."""

    demo_asked = Signal()

    def __init__(self, frame: MainWindow, ward: Ward) -> None:
        super().__init__(frame)
        self._ward = ward
        self.choose_files = self._ask_for_files
        self._read: tuple[Patient, ...] = ()
        self._heading: QLabel = text_label("", "title")
        self._said = text_label("", "muted", wrap=True)
        self.demo = _Way("eye", "primary")
        self.load = _Way("upload", "secondary")
        self.first = _Way("user-plus", "secondary")
        self.preview = _Preview()
        self.unit = link_button()
        self.demo.go.clicked.connect(self.demo_asked)
        self.load.go.clicked.connect(self.choose)
        self.first.go.clicked.connect(self._add_first)
        self.preview.take.clicked.connect(self.take_in)
        self.preview.cancel.clicked.connect(self._forget)
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
        self._forget()

    # the three ways

    def _add_first(self) -> None:
        page = self.frame.show_page("patients")
        add = getattr(page, "add_patient", None)
        if callable(add):
            add()

    def choose(self) -> None:
        """Ask for files, and say what they hold."""
        paths = self.choose_files()
        if paths:
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Read patient files and say what they hold; nothing is stored yet."""
        desk, today = self._ward.desk, self._ward.today

        def work() -> tuple[tuple[Patient, ...], tuple[Problem, ...]]:
            from infusionplanner.application.people import preview_import  # noqa: PLC0415 - at an import only
            from infusionplanner.bootstrap import read_patient_files  # noqa: PLC0415 - at an import only

            patients = read_patient_files(paths, today=today)
            return patients, preview_import(desk, patients)

        self._ward.operations.run(work, owner=self, done=self._show_read, failed=self._failed)

    def _show_read(self, result: tuple[tuple[Patient, ...], tuple[Problem, ...]]) -> None:
        patients, problems = result
        if problems or not patients:
            self._refuse([str(problem) for problem in problems] or [self.tr("The files hold no patients.")])
            return
        self._read = patients
        said = self.tr("%n patient(s) can be taken in.", "", len(patients))
        take = self.tr("Take in %n patient(s)", "", len(patients))
        self.preview.show_result(said, "", take, self.tr("Cancel"))

    def _failed(self, error: Exception) -> None:
        self._refuse(sentence(error).splitlines())

    def _refuse(self, problems: Sequence[str]) -> None:
        self._read = ()
        shown = list(problems[:_MOST_PROBLEMS])
        if len(problems) > len(shown):
            shown.append(self.tr("… and %n more", "", len(problems) - len(shown)))
        said = self.tr("Nothing was taken in. Correct this in the files, then choose them again.")
        self.preview.show_result(said, "\n".join(shown), "", self.tr("Close"))

    def take_in(self) -> None:
        """Store the patients that were read, all of them or none."""
        from infusionplanner.application.people import import_patients  # noqa: PLC0415 - at an import only

        patients = self._read
        if patients:
            self.preview.take.setEnabled(False)
            self._ward.act(
                lambda desk: import_patients(desk, patients), owner=self, done=self._imported, failed=self._failed
            )

    def _imported(self, done: Done) -> None:
        self._forget()
        self.frame.toast(self.tr("%n patient(s) imported", "", len(done.patients)), tone=Tone.OK)

    def _forget(self) -> None:
        self._read = ()
        self.preview.take.setEnabled(True)
        self.preview.hide()

    def _ask_for_files(self) -> list[Path]:
        files, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Choose patient files"), "", self.tr("Patient files (*.json *.jsonl)")
        )
        return [Path(file) for file in files]

"""Importing patient files: choosing them, saying what they hold, and taking all patients in, or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infusionplanner.application.errors import ImportProblem
    from infusionplanner.application.records import Done
    from infusionplanner.domain.patient import Patient
    from infusionplanner_ui.shell.ward import Ward

_MOST_PROBLEMS = 6


class ImportCard(Card):
    """What was read of the chosen files: how many patients, or what is wrong with them. Hidden until files are chosen.

    ``imported`` carries how many patients were taken in, ``closed`` goes out when the card is left. ``choose_files``
    asks for the files.
    """

    imported = Signal(int)
    closed = Signal()

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._ward = ward
        self._read: tuple[Patient, ...] = ()
        self.choose_files = self._ask_for_files
        self._said = text_label("", "strong", wrap=True)
        self._problems = text_label("", "error", wrap=True)
        self.take, self.cancel = button("", "primary"), button("")
        self.take.clicked.connect(self.take_in)
        self.cancel.clicked.connect(self.forget)
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

    def choose(self) -> None:
        """Ask for files, and say what they hold."""
        paths = self.choose_files()
        if paths:
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Read patient files and say what they hold; nothing is stored yet."""
        desk, today = self._ward.desk, self._ward.today

        def work() -> tuple[tuple[Patient, ...], tuple[ImportProblem, ...]]:
            from infusionplanner.application.acts.patients import preview_import  # noqa: PLC0415 - at an import only
            from infusionplanner.bootstrap import read_patient_files  # noqa: PLC0415 - at an import only

            patients = read_patient_files(paths, today=today)
            return patients, preview_import(desk, patients)

        self._ward.operations.run(work, owner=self, done=self._show_read, failed=self._failed)

    def _show_read(self, result: tuple[tuple[Patient, ...], tuple[ImportProblem, ...]]) -> None:
        patients, problems = result
        in_words = self._ward.wording.problem
        wrong = [in_words(problem) for problem in problems if not problem.is_question]
        if wrong or not patients:
            self._refuse(wrong or [self.tr("The files hold no patients.")])
            return
        self._read = patients
        said = self.tr("%n patient(s) can be taken in.", "", len(patients))
        take = self.tr("Take in %n patient(s)", "", len(patients))
        if problems:
            said = self.tr(
                "Look at this first. If it is right as it is, %n patient(s) can be taken in.", "", len(patients)
            )
            take = self.tr("It is right: take in %n patient(s)", "", len(patients))
        self._show(
            said, self._listed([self._ward.wording.problem(problem) for problem in problems]), take, self.tr("Cancel")
        )

    def _listed(self, problems: Sequence[str]) -> str:
        shown = list(problems[:_MOST_PROBLEMS])
        if len(problems) > len(shown):
            shown.append(self.tr("… and %n more", "", len(problems) - len(shown)))
        return "\n".join(shown)

    def _failed(self, error: Exception) -> None:
        self._refuse(sentence(error).splitlines())

    def _refuse(self, problems: Sequence[str]) -> None:
        self._read = ()
        said = self.tr("Nothing was taken in. Correct this in the files, then choose them again.")
        self._show(said, self._listed(problems), "", self.tr("Close"))

    def _show(self, said: str, problems: str, take: str, cancel: str) -> None:
        """Show what was read; without words to take them in, only the way back is offered."""
        self._said.setText(said)
        self._problems.setText(problems)
        self._problems.setVisible(bool(problems))
        self.take.setText(take)
        self.take.setVisible(bool(take))
        self.cancel.setText(cancel)
        self.show()
        (self.take if take else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_in(self) -> None:
        """Store the patients that were read, all of them or none."""
        from infusionplanner.application.acts.patients import import_patients  # noqa: PLC0415 - at an import only

        patients = self._read
        if patients:
            self.take.setEnabled(False)
            self._ward.act(
                lambda desk: import_patients(desk, patients, confirmed=True),
                owner=self,
                done=self._imported,
                failed=self._failed,
            )

    def _imported(self, done: Done) -> None:
        self.forget()
        self.imported.emit(len(done.patients))

    def forget(self) -> None:
        """Leave what was read alone."""
        self._read = ()
        self.take.setEnabled(True)
        self.hide()
        self.closed.emit()

    def _ask_for_files(self) -> list[Path]:
        files, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Choose patient files"), "", self.tr("Patient files (*.json *.jsonl)")
        )
        return [Path(file) for file in files]

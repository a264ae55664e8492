"""Panels that open beside the board: a reaction to the dose, a dose that is not given, a patient who leaves early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from infusionplanner.domain.patient import Reaction
from infusionplanner.domain.reaction import SERIOUS
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.pages.today.data import name_of
from infusionplanner_ui.pages.today.findings import why_button
from infusionplanner_ui.widgets.inline_panel import InlinePanel
from infusionplanner_ui.widgets.label import text_label

if TYPE_CHECKING:
    from infusionplanner_ui.pages.today.case import VisitCase
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.ward import Ward

_OTHER = "other"
_NOTE_HEIGHT = 72


class TodayReactionPanel(InlinePanel):
    """What kind of reaction, what was done, and which doctor knows: ``chosen`` carries them in this order."""

    chosen = Signal(object, str, str)

    def __init__(self, frame: Frame, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._frame, self._ward = frame, ward
        self._who = text_label("", "strong", wrap=True)
        self._kinds = QButtonGroup(self)
        self.body.addWidget(self._who)
        self._options = {}
        for number, code in enumerate(kind for kind in Reaction if kind is not Reaction.NONE):
            made = QRadioButton()
            self._options[code] = made
            self._kinds.addButton(made, number)
            self.body.addWidget(made)
        self._meaning = text_label("", "secondary", wrap=True)
        self.body.addWidget(self._meaning)
        self._why: QWidget | None = None
        self._measures = QPlainTextEdit()
        self._measures.setTabChangesFocus(True)
        self._measures.setFixedHeight(_NOTE_HEIGHT)
        self._measures_name = text_label("", "muted")
        self.body.addWidget(self._measures_name)
        self.body.addWidget(self._measures)
        self._doctor_name = text_label("", "muted")
        self._doctor = QComboBox()
        self._doctor.setEditable(True)
        self._doctor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.body.addWidget(self._doctor_name)
        self.body.addWidget(self._doctor)
        self.body.addStretch(1)
        self._kinds.idToggled.connect(lambda *_: self._kind_changed())
        self.accepted.connect(self._submit)

    def open_for(self, case: VisitCase, doctors: tuple[str, ...]) -> None:
        """Begin for a visit."""
        self.set_title(self.tr("Reaction"))
        self.set_buttons(self.tr("Record the reaction"), self.tr("Cancel"))
        self._who.setText(self._frame.shown_name(name_of(case.row.patient)))
        for code, made in self._options.items():
            made.setText(self._ward.wording.label("reaction", code))
        self._measures_name.setText(self.tr("What was done"))
        self._measures.setAccessibleName(self.tr("What was done"))
        self._measures.setPlaceholderText(self.tr("dose stopped, medicines given, blood pressure …"))
        self._measures.clear()
        self._doctor_name.setText(self.tr("Doctor who was told"))
        self._doctor.setAccessibleName(self.tr("Doctor who was told"))
        self._doctor.clear()
        self._doctor.addItems(list(doctors))
        self._doctor.setCurrentIndex(-1)
        self._kinds.setExclusive(False)
        for made in self._options.values():
            made.setChecked(False)
        self._kinds.setExclusive(True)
        self.clear_error()
        if self._why is not None:
            self._why.deleteLater()
        self._why = why_button(self._ward, case.protocol, "R-OBS-3", self.tr("why?"))
        self.body.insertWidget(self.body.indexOf(self._meaning) + 1, self._why)
        self._kind_changed()

    @property
    def _kind(self) -> Reaction | None:
        return next((code for code, made in self._options.items() if made.isChecked()), None)

    def _kind_changed(self) -> None:
        """Say what the rules make of the reaction that is chosen."""
        kind = self._kind
        if kind is None:
            said = ""
        elif kind in SERIOUS:
            said = self.tr("Stop: no further dose until a doctor has cleared it.")
        elif kind is Reaction.LOCAL:
            said = self.tr("A local reaction changes nothing in the observation.")
        else:
            said = self.tr("Full observation now and after all coming doses, until a doctor lifts it.")
        self._meaning.setText(said)
        self._meaning.setVisible(bool(said))
        if self._why is not None:
            self._why.setVisible(bool(said))
        self.set_ready(kind is not None)

    def _submit(self) -> None:
        kind, doctor = self._kind, self._doctor.currentText().strip()
        if kind is None:
            return
        if kind in SERIOUS and not doctor:
            self.show_error(self.tr("Name the doctor who was told of the serious reaction."))
            self._doctor.setFocus()
            return
        self.chosen.emit(kind, self._measures.toPlainText().strip(), doctor)


class NotGivenPanel(InlinePanel):
    """Why nothing is given, from the protocol's list. ``chosen`` carries the reason."""

    chosen = Signal(str)

    def __init__(self, frame: Frame, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._frame, self._ward = frame, ward
        self._who = text_label("", "strong", wrap=True)
        self._list = QWidget()
        self.body.addWidget(self._who)
        self._reasons: list[tuple[str, QRadioButton]] = []
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(lambda *_: self._changed())
        self._other = QLineEdit()
        self.body.addWidget(self._other)
        self.body.addStretch(1)
        self.accepted.connect(self._submit)

    def open_for(self, case: VisitCase) -> None:
        """Begin for a visit."""
        self.set_title(self.tr("Not given"))
        self.set_buttons(self.tr("Record as not given"), self.tr("Cancel"))
        self._who.setText(self._frame.shown_name(name_of(case.row.patient)))
        for _, old in self._reasons:
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._reasons = []
        for number, item in enumerate(case.protocol.reasons.get("not_given", ())):
            made = QRadioButton(item.text.in_language(self._ward.language))
            self._group.addButton(made, number)
            self.body.insertWidget(1 + number, made)
            self._reasons.append((item.key, made))
        self._other.clear()
        self._other.setPlaceholderText(self.tr("Write the reason"))
        self._other.setAccessibleName(self.tr("Write the reason"))
        self.clear_error()
        self._changed()

    def _changed(self) -> None:
        key = next((key for key, made in self._reasons if made.isChecked()), None)
        self._other.setVisible(key == _OTHER)
        self.set_ready(key is not None)

    def _submit(self) -> None:
        key = next((key for key, made in self._reasons if made.isChecked()), None)
        reason = self._other.text().strip() if key == _OTHER else key
        if not reason:
            self.show_error(self.tr("Write the reason."))
            self._other.setFocus()
            return
        self.chosen.emit(reason)


class LeavePanel(InlinePanel):
    """A patient who leaves while the observation runs: why. ``chosen`` carries the reason."""

    chosen = Signal(str)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._frame = frame
        self._said = text_label("", "secondary", wrap=True)
        self._sure = QCheckBox()
        self._reason = QLineEdit()
        self._reason_field: QWidget | None = None
        self.body.addWidget(self._said)
        self.body.addWidget(self._reason)
        self.body.addWidget(self._sure)
        self.body.setSpacing(space(3))
        self.body.addStretch(1)
        self._sure.toggled.connect(self.set_ready)
        self.accepted.connect(self._submit)

    def open_for(self, case: VisitCase, left: str) -> None:
        """Begin for a visit with so much observation left."""
        self.set_title(self.tr("Leaves before the observation is over"))
        self.set_buttons(self.tr("End the observation now"), self.tr("Go on observing"))
        said = self.tr("{name} is to be observed for another {time}.")
        self._said.setText(said.format(name=self._frame.shown_name(name_of(case.row.patient)), time=left))
        self._reason.setPlaceholderText(self.tr("Why the patient leaves now"))
        self._reason.setAccessibleName(self.tr("Why the patient leaves now"))
        self._reason.clear()
        self._sure.setText(self.tr("The patient knows what to look out for"))
        self._sure.setChecked(False)
        self.set_ready(False)
        self.clear_error()

    def _submit(self) -> None:
        reason = self._reason.text().strip()
        if not reason:
            self.show_error(self.tr("Write why the patient leaves now."))
            self._reason.setFocus()
            return
        self.chosen.emit(reason)

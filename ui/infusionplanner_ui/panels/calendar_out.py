"""Handing out a patient's calendar: how much it tells, in which language, and where the file goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from infusionplanner.application.calendar_records import CalendarChoice, ContentLevel, ExportScope
from infusionplanner.application.handout import hand_out, preview_calendar, remembered_choice, up_to_date
from infusionplanner.domain.patient import Language
from infusionplanner_ui import text
from infusionplanner_ui.icons import set_icon
from infusionplanner_ui.palette import Tone
from infusionplanner_ui.panels import choices
from infusionplanner_ui.panels.base import ActPanel
from infusionplanner_ui.panels.fields import ChoiceField, ListField
from infusionplanner_ui.panels.rule_line import Said
from infusionplanner_ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.handout import HandOut
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.panels.fields import Field
    from infusionplanner_ui.ward import Ward


class CalendarPanel(ActPanel):
    """Hands out a calendar as chosen; ``saved`` says where the file is. Handing out cannot be undone."""

    saved = Signal(str)

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self._remembered = remembered_choice(ward.desk, patient)
        content = self._remembered.content
        self.folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
        self._handed: list[HandOut] = []
        self.level = ChoiceField([])
        self.language = ChoiceField([])
        self.scope = ListField([])
        self._set_options()
        self.level.set_value(content.level)
        self.language.set_value(content.language)
        self.add(self.level, lambda: self.tr("How much it tells"))
        self.add(self.language, lambda: self.tr("Language"))
        self.add(self.scope, lambda: self.tr("Files"))
        self._choose = button()
        self._choose.clicked.connect(self._ask_folder)
        self.body.addWidget(self._choose)
        self.finish(self._record)

    def _set_options(self) -> None:
        self.level.set_options(
            [
                (ContentLevel.NEUTRAL, self.tr("Appointment")),
                (ContentLevel.PLAIN, self.tr("Plain words")),
                (ContentLevel.FULL, self.tr("Everything")),
            ]
        )
        self.language.set_options(choices.coded(self.ward.wording, "language", Language))
        self.scope.set_options(
            [
                (ExportScope.WHOLE, self.tr("One file")),
                (ExportScope.SINGLE, self.tr("One file for each event")),
                (ExportScope.WITHDRAWAL, self.tr("Withdraw what was handed out")),
            ]
        )

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Export calendar")

    def action(self) -> str:
        """Return the words of the button."""
        return self.tr("Hand out calendar")

    def first(self) -> Field:
        """Begin with how much it tells."""
        return self.level

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    def arrange(self) -> None:
        """Name the folder."""
        self._choose.setText(self.tr("Folder: {name}").format(name=self.folder.name))
        set_icon(self._choose, "folder-open")
        self._choose.setToolTip(str(self.folder))

    def consequences(self) -> Sequence[Said]:
        """Return what the file holds, what it tells, what changed since the last one, and what is left out."""
        found = preview_calendar(self.ward.desk, self.who, self._choice())
        said = [Said(self.tr("%n event(s) ahead", "", len(found.events)), kind="strong")]
        said.append(Said(self._tells()))
        if found.exports:
            last = found.exports[-1]
            words = self.tr("Last handed out {day} by {who}")
            said.append(Said(words.format(day=text.moment(last.at), who=last.by)))
            said.append(Said(self.tr("%n change(s) since then", "", len(found.changes))))
        if found.left_out:
            said.append(Said(self.tr("%n thing(s) of the plan have no day yet", "", len(found.left_out)), Tone.WARN))
        said.append(Said(self.tr("What has been handed out cannot be taken back, only handed out anew.")))
        return said

    def _tells(self) -> str:
        return {
            ContentLevel.NEUTRAL: self.tr("Tells no more than “Appointment” and the ward's telephone."),
            ContentLevel.PLAIN: self.tr("Says what each event is for, without drug and diagnosis."),
            ContentLevel.FULL: self.tr("Names the treatment, the dose and the place. Only when the patient wants it."),
        }[ContentLevel(self.level.value())]

    def _choice(self) -> CalendarChoice:
        content = replace(
            self._remembered.content, level=ContentLevel(self.level.value()), language=Language(self.language.value())
        )
        return up_to_date(CalendarChoice(self._remembered.options, content), self.ward.unit, self.protocol)

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the calendar"), str(self.folder))
        if chosen:
            self.folder = Path(chosen)
            self.review()

    def _record(self) -> Callable[[Desk], Done]:
        patient, choice, folder = self.who, self._choice(), self.folder
        scope, handed = ExportScope(self.scope.value()), self._handed

        def act(desk: Desk) -> Done:
            from infusionplanner.bootstrap import calendar_press  # noqa: PLC0415 - loads the calendar library

            handed.append(hand_out(desk, calendar_press(), patient, folder, choice, scope=scope))
            return handed[-1].done

        return act

    def _done(self, done: Done) -> None:
        files = self._handed[-1].files
        self.saved.emit(self.tr("%n file(s) in {folder}", "", len(files)).format(folder=self.folder.name))
        super()._done(done)

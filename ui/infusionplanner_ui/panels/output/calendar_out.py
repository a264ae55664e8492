"""Handing out a patient's calendar: what it holds, how much it tells, in which language, and where the file goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout

from infusionplanner.application.calendar.hand_out import hand_out, preview_calendar, remembered_choice, up_to_date
from infusionplanner.application.calendar.values import CalendarChoice, ChangeKind, ContentLevel, ExportScope
from infusionplanner.domain.patient import Language
from infusionplanner_ui.look.icons import set_icon
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import CheckField, ChoiceField, ClockField, ListField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.widgets.buttons import button, link_button
from infusionplanner_ui.words import text
from infusionplanner_ui.words.calendar_words import SWITCHES, change_sentences, kind_words, left_out_words, level_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from infusionplanner.application.calendar.hand_out import CalendarPreview, HandOut
    from infusionplanner.application.calendar.values import CalendarChange, EventKind, LeftOut
    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.panels.form.fields import Field
    from infusionplanner_ui.shell.ward import Ward

_MOST_SENTENCES = 8
"""So many changes are written out; a calendar in which more has changed is as good as new."""


class CalendarPanel(ActPanel):
    """Hands out a calendar as chosen; ``said_done`` says where the file is. Handing out cannot be undone.

    When the patient held a calendar that is different now, the panel stays and says what has changed, for the nurse
    to tell the patient.
    """

    act = Act.CALENDAR

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self._remembered = ward.at_desk(remembered_choice, patient)
        content = self._remembered.content
        self.folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
        self.handed: HandOut | None = None
        self.level, self.language, self.scope = ChoiceField([]), ChoiceField([]), ListField([])
        self._set_options()
        self.level.set_value(content.level)
        self.language.set_value(content.language)
        self.home_time = ClockField(self._remembered.options.home_time)
        self.kinds: dict[tuple[EventKind, ...], CheckField] = {}
        self.add(self.level, lambda: self.tr("What the calendar shows"))
        self.add(self.language, lambda: self.tr("Language"))
        self._holds, self._opened = link_button(), False
        self._holds.clicked.connect(self._open_kinds)
        self._add_kinds()
        self.add(self.home_time, lambda: self.tr("Time of the home doses"), required=True)
        self.add(self.scope, lambda: self.tr("Files"))
        self._choose = button()
        self._choose.clicked.connect(self._ask_folder)
        self.body.addWidget(self._choose)
        self.finish(self._record)

    def _add_kinds(self) -> None:
        """Offer a switch for each kind of event, in two columns."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(0.5))
        for number, kinds in enumerate(SWITCHES):
            switch = CheckField(value=kinds[0] in self._remembered.options.kinds)
            self.kinds[kinds] = switch
            column = self.labelled(switch, str)
            grid.addLayout(column, number // 2, number % 2)
        self.body.addWidget(self._holds, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(grid)

    def _open_kinds(self) -> None:
        """Show what can be switched on and off, or hide it again."""
        self._opened = not self._opened
        self.review()

    def _set_options(self) -> None:
        self.level.set_options([(level, level_words(level)) for level in ContentLevel])
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
        return super().heading() if self.handed is None else self.tr("Calendar handed out")

    def action(self) -> str:
        """Return the words of the button."""
        if self.handed is not None:
            return self.tr("Close")
        return self.tr("Withdraw calendar") if self._scope is ExportScope.WITHDRAWAL else super().action()

    def first(self) -> Field:
        """Begin with how much it tells."""
        return self.level

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        for kinds, switch in self.kinds.items():
            switch.set_words(kind_words(kinds[0]))
        super().retranslate()

    def arrange(self) -> None:
        """Name the folder; leave only what a withdrawal asks for, and nothing once it is handed out."""
        asks, whole = self.handed is None, self._scope is not ExportScope.WITHDRAWAL
        always: tuple[Field, ...] = (self.scope, self.level, self.language)
        for field in always:
            self.show_field(field, asks)
        for field in (self.home_time, *self.kinds.values()):
            self.show_field(field, asks and whole and self._opened)
        self._holds.setVisible(asks and whole)
        chosen = sum(switch.value() for switch in self.kinds.values())
        held = self.tr("{number} of {all} kinds of event · home doses at {time}")
        time = text.clock(self.home_time.time() or self._remembered.options.home_time)
        self._holds.setText(held.format(number=chosen, all=len(self.kinds), time=time))
        self._choose.setVisible(asks)
        self._choose.setText(self.tr("Folder: {name}").format(name=self.folder.name))
        set_icon(self._choose, "folder-open")
        self._choose.setToolTip(str(self.folder))
        self.set_buttons(self.action(), self.tr("Cancel") if asks else "")

    def fault(self) -> str:
        """Refuse a calendar that would hold nothing."""
        if self._scope is not ExportScope.WITHDRAWAL and not any(switch.value() for switch in self.kinds.values()):
            return self.tr("Choose at least one kind of event.")
        return ""

    def consequences(self) -> Sequence[Said]:
        """Return what the file holds, what it tells, what changed since the last one, and what is left out."""
        if self.handed is not None:
            return self._result(self.handed)
        found = self.ward.at_desk(preview_calendar, self.who, self._choice(), self._scope)
        if self._scope is ExportScope.WITHDRAWAL:
            return self._of_withdrawal(found)
        said = [Said(self.tr("%n event(s) ahead", "", len(found.events)), kind="strong"), Said(self._tells())]
        if found.exports:
            last = found.exports[-1]
            words = self.tr("Last handed out {day} by {who}")
            said.append(Said(words.format(day=text.moment(last.at), who=last.by)))
            said.append(Said(self.tr("%n change(s) since then", "", len(found.changes)), kind="strong"))
            said += self._of_those(found)
            said += self._changes(found.changes)
        said += self._left_out(found.left_out)
        said.append(Said(self.tr("What has been handed out cannot be taken back, only handed out anew.")))
        return said

    def _of_those(self, found: CalendarPreview) -> list[Said]:
        """Tell how many of the changes are about what the patient holds, which is what the list of calendars counts."""
        row = next((row for row in self.ward.calendars.untrue or () if row.patient == self.who), None)
        number = 0 if row is None else len(row.changes)
        if not 0 < number < len(found.changes):
            return []
        words = self.tr("{number} of {all} concern what was handed out; the others are new since then.")
        return [Said(words.format(number=number, all=len(found.changes)))]

    def _of_withdrawal(self, found: CalendarPreview) -> list[Said]:
        if not found.events:
            return [Said(self.tr("Nothing that lies ahead was handed out: there is nothing to withdraw."), Tone.WARN)]
        number = sum(change.what is ChangeKind.WITHDRAWN for change in found.changes)
        told = self.tr("%n event(s) ahead will be shown as cancelled on the patient's telephone.", "", number)
        return [Said(told, Tone.WARN), Said(self.tr("The patient must open the file for that."))]

    def _result(self, out: HandOut) -> list[Said]:
        """Return where the files are, and what the nurse tells the patient."""
        files = self.tr("%n file(s) in {folder}", "", len(out.files)).format(folder=self.folder.name)
        said = [Said(files, Tone.OK, kind="strong"), Said(", ".join(path.name for path in out.files[:3]))]
        said.append(Said(self.tr("%n change(s) for the patient", "", len(out.changes)), kind="strong"))
        return [*said, *self._changes(out.changes), *self._left_out(out.left_out)]

    def _changes(self, changes: Sequence[CalendarChange]) -> list[Said]:
        return self._first([Said(sentence) for sentence in change_sentences(changes, self.ward.language)])

    def _left_out(self, rows: Iterable[LeftOut]) -> list[Said]:
        return self._first([Said(left_out_words(row), Tone.WARN) for row in rows])

    def _first(self, said: list[Said]) -> list[Said]:
        """Return the first of many lines, and how many more there are."""
        shown = said[:_MOST_SENTENCES]
        if len(said) > len(shown):
            shown.append(Said(self.tr("and %n more", "", len(said) - len(shown)), kind="muted"))
        return shown

    def _tells(self) -> str:
        return {
            ContentLevel.NEUTRAL: self.tr("Tells no more than “Appointment” and the unit's telephone."),
            ContentLevel.PLAIN: self.tr("Says what each event is for, without drug and diagnosis."),
            ContentLevel.FULL: self.tr("Names the treatment, the dose and the place. Only when the patient wants it."),
        }[ContentLevel(self.level.value())]

    @property
    def _scope(self) -> ExportScope:
        return ExportScope(self.scope.value())

    def _choice(self) -> CalendarChoice:
        content = replace(
            self._remembered.content, level=ContentLevel(self.level.value()), language=Language(self.language.value())
        )
        kept = self._remembered.options
        kinds = frozenset(kind for kinds, switch in self.kinds.items() if switch.value() for kind in kinds)
        options = replace(kept, kinds=kinds, home_time=self.home_time.time() or kept.home_time)
        return up_to_date(CalendarChoice(options, content), self.ward.unit, self.protocol)

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the calendar"), str(self.folder))
        if chosen:
            self.folder = Path(chosen)
            self.review()

    def do(self) -> None:
        """Hand out, or close once that is done."""
        if self.handed is None:
            super().do()
        else:
            self.closed.emit()

    def _record(self) -> Callable[[Desk], Done]:
        patient, choice, folder, scope = self.who, self._choice(), self.folder, self._scope
        handed: list[HandOut] = []
        self._handing = handed

        def act(desk: Desk) -> Done:
            from infusionplanner.bootstrap import calendar_press  # noqa: PLC0415 - loads the calendar library

            handed.append(hand_out(desk, calendar_press(), patient, folder, choice, scope=scope))
            return handed[0].done

        return act

    def _done(self, done: Done) -> None:
        out = self._handing[0]
        self.said_done.emit(self.tr("%n file(s) in {folder}", "", len(out.files)).format(folder=self.folder.name))
        if not out.left_out and not (out.again and out.changes):
            super()._done(done)
            return
        self._busy = False
        self.handed = out
        self.acted.emit(done)
        self.retranslate()
        self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

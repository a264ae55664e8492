"""How much a calendar or a printed sheet tells unless somebody chooses otherwise for one patient or one print."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from infusionplanner.application.calendar.values import CalendarContent, ContentLevel
from infusionplanner.application.calendar.wording import text_of
from infusionplanner.application.records import CalendarEvent, PatientId
from infusionplanner.application.settings import (
    change_calendar_level,
    change_paper_names,
)
from infusionplanner.application.sheets.values import Names
from infusionplanner.domain.patient import Language
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.pages.settings.section import Section
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.label import text_label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done
    from infusionplanner_ui.shell.ward import Ward

_INDENT = 27


class Choices(QWidget):
    """One of few, each with a line that shows what it means. ``chosen`` carries the key that the user chose."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        self._group = QButtonGroup(self)
        self.buttons = {key: QRadioButton() for key in keys}
        self._notes = {key: text_label("", "small", wrap=True) for key in keys}
        for key, made in self.buttons.items():
            self._group.addButton(made)
            column.addWidget(made)
            column.addWidget(self._notes[key])
            column.addSpacing(space(1.5))
            self._notes[key].setContentsMargins(_INDENT, 0, 0, 0)
            made.toggled.connect(partial(self._toggled, key))

    def say(self, words: Mapping[str, tuple[str, str]]) -> None:
        """Set the name and the note of each choice."""
        for key, (name, note) in words.items():
            self.buttons[key].setText(name)
            self.buttons[key].setAccessibleDescription(note)
            self._notes[key].setText(note)

    def select(self, key: str) -> None:
        """Choose without emitting ``chosen``."""
        with QSignalBlocker(self.buttons[key]):
            self.buttons[key].setChecked(True)

    def _toggled(self, key: str, checked: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        if checked:
            self.chosen.emit(key)


class PrivacySection(Section):
    """Takes effect at once, for calendars and sheets that are made from now on."""

    def __init__(self, ward: Ward) -> None:
        super().__init__(ward)
        self.calendars, self.paper = Choices(tuple(ContentLevel)), Choices(tuple(Names))
        self._calendar_card, self._paper_card = Card(), Card()
        self._calendar_card.body.addWidget(self.calendars)
        self._paper_card.body.addWidget(self.paper)
        self.column.addWidget(self._calendar_card)
        self.column.addWidget(self._paper_card)
        self.column.addStretch(1)
        self.calendars.chosen.connect(self._choose_level)
        self.paper.chosen.connect(self._choose_names)

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("PrivacySection", "Privacy")

    def retranslate(self) -> None:
        """Set every text anew."""
        self._calendar_card.set_title(
            self.tr("Calendars for patients"), self.tr("chosen for each patient; this is where the choice begins")
        )
        self._paper_card.set_title(
            self.tr("Names on paper"), self.tr("chosen for each print; this is where the choice begins")
        )
        shown = self.tr("On the telephone: {words}")
        level = ContentLevel
        names = {
            level.NEUTRAL: self.tr("Neutral (recommended)"),
            level.PLAIN: self.tr("Plain words, without drug and diagnosis"),
            level.FULL: self.tr("Everything"),
        }
        self.calendars.say({key: (name, shown.format(words=self._sample(key))) for key, name in names.items()})
        self.paper.say(
            {
                Names.INITIALS: (
                    self.tr("Initials (recommended)"),
                    self.tr("Two letters, more where two patients would be alike."),
                ),
                Names.FULL: (
                    self.tr("In full"),
                    self.tr("Full names and the notes of the visits. Keep the paper locked away."),
                ),
                Names.CODE: (self.tr("Code"), self.tr("A code that only this program can read.")),
            }
        )

    def _sample(self, level: ContentLevel) -> str:
        """Return what a dose in the unit says in a patient's calendar at a level."""
        moment = datetime(2026, 12, 21, 9, 15)  # noqa: DTZ001 - the ward's local time, as everywhere
        event = CalendarEvent(
            PatientId(""), "dose:12", "", 0, moment, "dose", moment.date(), time(9, 15), 30, booked=True
        )
        unit = self.ward.unit if self.ward.is_open else None
        language = Language(self.ward.language)
        full = level is ContentLevel.FULL and unit is not None
        protocol = self.ward.desk.protocol("natalizumab", unit) if unit is not None else None
        treatment = protocol.name.in_language(language) if full and protocol is not None else ""
        place, phone = (unit.name if full and unit is not None else ""), (unit.phone if unit is not None else "")
        words = text_of(event, CalendarContent(level, language, phone, treatment, place))
        parts = (words.title, *words.description.splitlines(), words.location)
        return " · ".join(part for part in parts if part)

    def show_facts(self) -> None:
        """Show what is stored."""
        self.calendars.select(self.ward.state.calendar_level)
        self.paper.select(self.ward.state.paper_names)
        self.retranslate()

    def _choose_level(self, key: str) -> None:
        self._store(lambda desk: change_calendar_level(desk, ContentLevel(key)))

    def _choose_names(self, key: str) -> None:
        self._store(lambda desk: change_paper_names(desk, Names(key)))

    def _store(self, use_case: Callable[[Desk], Done]) -> None:
        self.ward.act(use_case, owner=self, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        """Show what is stored again, and why it was refused."""
        self.show_facts()
        self.ward.operations.failed.emit(error)

"""Calendars in words: what they hold, how much they tell, what changed, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.calendar.values import (
    CalendarContent,
    ContentLevel,
    EventKind,
    LeftOutReason,
)
from infusionplanner.application.calendar.wording import changes_in_words
from infusionplanner.domain.patient import Language
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from infusionplanner.application.calendar.values import CalendarChange, LeftOut

translate = QCoreApplication.translate

SWITCHES = (
    (EventKind.DOSE,),
    (EventKind.HOME_DOSE,),
    (EventKind.TRAINING,),
    (EventKind.BLOODS,),
    (EventKind.JCV,),
    (EventKind.NAB,),
    (EventKind.MRI,),
    (EventKind.EDSS, EventKind.CONTROL),
    (EventKind.ORDER,),
    (EventKind.COLLECT,),
    (EventKind.RENEWAL,),
)
"""The kinds of events that are switched together, in the order in which they are offered."""


def change_sentences(changes: Iterable[CalendarChange], language: str) -> tuple[str, ...]:
    """Return what changed, for the nurse: in plain words, whatever level the patient has chosen."""
    return changes_in_words(changes, CalendarContent(ContentLevel.PLAIN, Language(language)))


def level_words(level: ContentLevel) -> str:
    """Return how much a calendar tells."""
    return {
        ContentLevel.NEUTRAL: translate("CalendarWords", "Neutral"),
        ContentLevel.PLAIN: translate("CalendarWords", "Plain words"),
        ContentLevel.FULL: translate("CalendarWords", "Everything"),
    }[level]


def kind_words(kind: EventKind) -> str:
    """Return what an event is for, as a nurse calls it."""
    return {
        EventKind.DOSE: translate("CalendarWords", "Doses in the unit"),
        EventKind.HOME_DOSE: translate("CalendarWords", "Doses at home"),
        EventKind.TRAINING: translate("CalendarWords", "Training"),
        EventKind.BLOODS: translate("CalendarWords", "Blood tests"),
        EventKind.JCV: translate("CalendarWords", "JCV"),
        EventKind.NAB: translate("CalendarWords", "Antibodies (NAb)"),
        EventKind.MRI: translate("CalendarWords", "MRI"),
        EventKind.EDSS: translate("CalendarWords", "Controls (EDSS)"),
        EventKind.CONTROL: translate("CalendarWords", "Controls (EDSS)"),
        EventKind.ORDER: translate("CalendarWords", "Order at the pharmacy"),
        EventKind.COLLECT: translate("CalendarWords", "Collect"),
        EventKind.RENEWAL: translate("CalendarWords", "Renew prescription"),
        EventKind.VISIT: translate("CalendarWords", "Visits"),
    }[kind]


def left_out_words(left: LeftOut) -> str:
    """Return what is not in the calendar, and why: ``Doser hjemme 14.12: stoppet``."""
    why = {
        LeftOutReason.BLOCKED: translate("CalendarWords", "held by a stop"),
        LeftOutReason.OVERDUE: translate("CalendarWords", "its day has passed without a report"),
        LeftOutReason.NOT_BOOKED: translate("CalendarWords", "not booked yet"),
        LeftOutReason.AWAITING_RESULT: translate("CalendarWords", "the result is awaited"),
    }[left.reason]
    said = translate("CalendarWords", "Not in the calendar: {what}, {day} ({why})")
    return said.format(what=kind_words(left.kind), day=text.date(left.due), why=why)

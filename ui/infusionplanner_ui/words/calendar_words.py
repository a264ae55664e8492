"""Calendars in words: what they hold, how much they tell, what changed, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.calendar.values import (
    CalendarContent,
    ContentLevel,
    EventKind,
)
from infusionplanner.application.calendar.wording import changes_in_words, kind_in_words, left_out_in_words
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
    return kind_in_words(kind, text.language_now())


def left_out_words(left: LeftOut) -> str:
    """Return what is not in the calendar, and why."""
    return left_out_in_words(left, text.language_now())

"""How much a calendar or a printed sheet tells unless somebody chooses otherwise: settings of the unit."""

from enum import StrEnum
from typing import TypeVar

from infusionplanner.application.calendar.values import ContentLevel
from infusionplanner.application.desk import Desk
from infusionplanner.application.records import Done
from infusionplanner.application.sheets.values import Names
from infusionplanner.application.unit import change_setting, setting

CALENDAR_LEVEL, PAPER_NAMES = "calendar_level", "paper_names"
"""The keys of the settings."""

Code = TypeVar("Code", bound=StrEnum)


def calendar_level(desk: Desk) -> ContentLevel:
    """Return the level of content that a calendar has unless another is chosen: neutral until the unit says so."""
    return _stored(desk, CALENDAR_LEVEL, ContentLevel.NEUTRAL)


def paper_names(desk: Desk) -> Names:
    """Return how patients are named on paper unless another way is chosen: initials until the unit says so."""
    return _stored(desk, PAPER_NAMES, Names.INITIALS)


def change_calendar_level(desk: Desk, level: ContentLevel) -> Done:
    """Store the level that calendars have from now on."""
    return change_setting(desk, CALENDAR_LEVEL, level)


def change_paper_names(desk: Desk, names: Names) -> Done:
    """Store how patients are named on paper from now on."""
    return change_setting(desk, PAPER_NAMES, names)


def _stored(desk: Desk, key: str, usual: Code) -> Code:
    """Return a stored code; one that this version does not know counts as not set, which tells least."""
    kind = type(usual)
    found = setting(desk, key)
    return next((code for code in kind if code == found), usual)

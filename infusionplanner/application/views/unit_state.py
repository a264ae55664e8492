"""What is always at hand of a unit, since every page needs some of it: people, settings, the visits of today."""

from collections.abc import Mapping
from dataclasses import dataclass

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.calendar.values import ContentLevel
from infusionplanner.application.journal import JournalAct
from infusionplanner.application.ports import Reading
from infusionplanner.application.records import User, Visit
from infusionplanner.application.settings import calendar_level, paper_names
from infusionplanner.application.sheets.values import Names
from infusionplanner.application.views.overview import Overview

DOCTOR = "doctor"


@dataclass(frozen=True, slots=True)
class UnitState:
    """The unit's people and settings, the visits of today, and the newest act.

    ``undone`` is the kind of the act that the newest one took back or did again, None when it is neither.
    """

    users: tuple[User, ...]
    calendar_level: ContentLevel
    paper_names: Names
    visits_today: tuple[Visit, ...]
    newest: JournalAct | None
    undone: ActKind | None = None

    @property
    def names(self) -> Mapping[str, str]:
        """Return the names of the people by their initials."""
        return {user.initials: user.name for user in self.users}

    @property
    def doctors(self) -> tuple[str, ...]:
        """Return the names of the doctors who use the program."""
        return tuple(user.name for user in self.users if user.role == DOCTOR and user.active)


def unit_state(overview: Overview) -> UnitState:
    """Return what is always at hand, as it is now."""
    desk, today = overview.desk, overview.as_of
    level, names = calendar_level(desk), paper_names(desk)
    with desk.store.reading() as reading:
        newest = next(iter(reading.acts(limit=1)), None)
        undone = None if newest is None else _undone(reading, newest)
        return UnitState(reading.users(), level, names, reading.visits(today, today), newest, undone)


def _undone(reading: Reading, act: JournalAct) -> ActKind | None:
    """Return the kind of the act at the end of a chain of undoing and doing again, None when it is no such act."""
    back = act
    while back.undoes is not None:
        back = reading.act(back.undoes)
    return None if back is act else back.kind

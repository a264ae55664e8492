"""The journal: who did what and when, and what it changed, in the words of the domain whatever keeps it."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time
from enum import StrEnum

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.errors import InvalidActError
from infusionplanner.application.records import ActId, PatientId
from infusionplanner.domain.patient import GestationalAge


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the initials of a person, the roles that the person has, and the session in which it is done."""

    person: str
    roles: frozenset[str] = frozenset()
    session: str = ""

    @classmethod
    def signed_in(cls, person: str, roles: Iterable[str] = ()) -> "Actor":
        """Return a person in a session that begins now."""
        return cls(person, frozenset(roles), secrets.token_hex(8))


@dataclass(frozen=True, slots=True)
class NewAct:
    """An act as it begins.

    ``patient`` is whom it is about, ``undoes`` the act that it takes back. ``built_on`` is the newest act that was
    known when the person saw what this one is built on: what others have changed since is never overwritten.
    """

    kind: ActKind
    actor: Actor
    at: datetime
    patient: PatientId | None = None
    undoes: ActId | None = None
    built_on: ActId | None = None


class FactKind(StrEnum):
    """What a change is a change of."""

    PERSON = "person"
    COURSE = "course"
    REGIMEN = "regimen"
    DOSE = "dose"
    DOSE_DETAIL = "dose_detail"
    REACTION_LIFT = "reaction_lift"
    HOLD = "hold"
    CHECKLIST = "checklist"
    TRAINING = "training"
    PRESCRIPTION = "prescription"
    DISPENSING = "dispensing"
    DISCARD = "discard"
    STOCK_COUNT = "stock_count"
    RESULT = "result"
    EXPOSURE = "exposure"
    PREGNANCY = "pregnancy"
    EVENT = "event"
    DECISION = "decision"
    EARLIER_COURSE = "earlier_course"
    CLEARANCE = "clearance"
    ACKNOWLEDGEMENT = "acknowledgement"
    VISIT = "visit"
    CALENDAR_EVENT = "calendar_event"
    CALENDAR_EXPORT = "calendar_export"
    RENEWAL_STEP = "renewal_step"
    HOME_NOTE = "home_note"
    CLAIM = "claim"
    UNIT = "unit"
    PLACE = "place"
    PARAMETER = "parameter"
    SETTING = "setting"
    USER = "user"


Value = str | int | float | bool | date | datetime | clock_time | GestationalAge | tuple[object, ...] | None
"""A value of a field: a day, a code of the domain, a figure, a text. None: unknown, or the fact is not there."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """One field that an act changed: of what, which one of them, the field as the domain names it, before and after.

    A nested field has a dot in it: ``stop.reason``. Two stores that keep the same facts tell the same changes.
    """

    kind: FactKind
    fact: str
    field: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class JournalAct:
    """One act as the journal keeps it. ``key`` is random and its own; ``undoes`` names the act that it took back."""

    id: ActId
    key: str
    kind: ActKind
    actor: Actor
    at: datetime
    patient: PatientId | None
    changes: tuple[FactChange, ...] = ()
    undoes: ActId | None = None
    undone_by: ActId | None = None
    built_on: ActId | None = None

    @property
    def who(self) -> str:
        """The initials of the person."""
        return self.actor.person


class StaleError(InvalidActError):
    """Somebody else has changed what this act changes, since it was shown; nothing was stored.

    ``act`` is the other person's newest act on it, ``theirs`` what was changed meanwhile, ``ours`` what this act would
    have changed, both from the value that the act was built on.
    """

    def __init__(self, act: JournalAct, theirs: tuple[FactChange, ...], ours: tuple[FactChange, ...]) -> None:
        self.act, self.theirs, self.ours = act, theirs, ours
        self.who, self.time, self.fields = act.who, act.at, tuple(change.field for change in theirs)

"""The values of a handed-out calendar: what it should hold, what changed, and what was handed out when."""

from dataclasses import dataclass, field
from datetime import date, datetime
from datetime import time as clock_time
from enum import StrEnum

from infusionplanner.application.records import CalendarEvent, PatientId
from infusionplanner.domain.patient import Language

EVENT_MINUTES = 30
"""Minutes that an event takes in the patient's calendar; how long a visit takes is not told there."""


class EventKind(StrEnum):
    """What an event stands for. Events of one day and time follow each other in this order."""

    DOSE = "dose"
    HOME_DOSE = "home_dose"
    TRAINING = "training"
    BLOODS = "bloods"
    JCV = "jcv"
    NAB = "nab"
    MRI = "mri"
    EDSS = "edss"
    CONTROL = "control"
    ORDER = "order"
    COLLECT = "collect"
    RENEWAL = "renewal"
    VISIT = "visit"

    @property
    def is_dose(self) -> bool:
        """Tell whether a dose is given or taken then."""
        return self in _DOSES

    @property
    def is_control(self) -> bool:
        """Tell whether it is a test or a control."""
        return self in _CONTROLS


_DOSES = frozenset({EventKind.DOSE, EventKind.HOME_DOSE})
_CONTROLS = frozenset(
    {EventKind.BLOODS, EventKind.JCV, EventKind.NAB, EventKind.MRI, EventKind.EDSS, EventKind.CONTROL}
)

PATIENT_KINDS = frozenset(EventKind) - {EventKind.VISIT}
"""The kinds of events that a patient's calendar may hold."""


class ContentLevel(StrEnum):
    """How much an event tells whoever looks at the telephone.

    ``NEUTRAL``: an appointment and the ward's telephone. ``PLAIN``: plain words without drug and diagnosis.
    ``FULL``: treatment, dose number, kind of control and place.
    """

    NEUTRAL = "neutral"
    PLAIN = "plain"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class CalendarContent:
    """What decides the words of a calendar.

    ``phone`` is the ward's telephone, ``treatment`` the name of the treatment and ``place`` the unit's name; the last
    two are written at the full level only.
    """

    level: ContentLevel = ContentLevel.NEUTRAL
    language: Language = Language.NB
    phone: str = ""
    treatment: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    """Which events a patient's calendar holds, and at what local times those without a booked time stand.

    ``visit_time`` is for doses in the unit that are not booked yet, which are shown as provisional while
    ``provisional`` is on. ``collect_days_before`` is how many days before the dose that needs it medicine is fetched.
    """

    kinds: frozenset[EventKind] = PATIENT_KINDS
    home_time: clock_time = clock_time(18)
    reminder_time: clock_time = clock_time(10)
    visit_time: clock_time = clock_time(10)
    collect_days_before: int = 3
    provisional: bool = True


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """What is chosen for one patient's calendar and remembered for the next time it is handed out."""

    options: CalendarOptions = field(default_factory=CalendarOptions)
    content: CalendarContent = field(default_factory=CalendarContent)


@dataclass(frozen=True, slots=True)
class WantedEvent:
    """One event that a calendar should hold. ``slot`` keeps its identity when it moves.

    Times are local (Europe/Oslo). ``booked`` tells that the time is agreed. ``soon`` marks a reminder that is late
    already: its day is only the next one that fits, and it does not move on from day to day.
    """

    patient: PatientId
    slot: str
    kind: EventKind
    on: date
    time: clock_time
    minutes: int = EVENT_MINUTES
    booked: bool = False
    soon: bool = False
    label: str = ""


class LeftOutReason(StrEnum):
    """Why something is not in the calendar although the plan speaks of it."""

    BLOCKED = "blocked"
    OVERDUE = "overdue"
    NOT_BOOKED = "not_booked"
    AWAITING_RESULT = "awaiting_result"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not in the calendar, since telling it would be wrong: the nurse agrees it with the patient instead."""

    slot: str
    kind: EventKind
    due: date
    reason: LeftOutReason


class ChangeKind(StrEnum):
    """What became of an event between two versions of a calendar."""

    ADDED = "added"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """One difference between two versions of a calendar. Times are local; None where there was or is no event."""

    what: ChangeKind
    slot: str
    kind: EventKind
    before: datetime | None
    after: datetime | None
    booked: bool = False
    label: str = ""

    @property
    def number(self) -> str:
        """Return the number in the slot: the lifetime number of a dose."""
        return self.slot.partition(":")[2]


class ExportScope(StrEnum):
    """What was handed out: the whole calendar, one file per event, or the withdrawal of everything."""

    WHOLE = "whole"
    SINGLE = "single"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class EventVersion:
    """One event as it was handed out."""

    uid: str
    sequence: int


@dataclass(frozen=True, slots=True)
class CalendarExport:
    """One handing out of a calendar: what, when (local time), by whom, and which events in which versions.

    ``until`` is the last day that it reached; an event that the plan adds after it does not make it untrue.
    """

    patient: PatientId
    at: datetime
    by: str
    scope: ExportScope
    until: date
    versions: tuple[EventVersion, ...]
    choice: CalendarChoice = field(default_factory=CalendarChoice)


@dataclass(frozen=True, slots=True)
class HandedCalendar:
    """All that was handed out to one patient: the ledger of events, and each handing out, oldest first."""

    events: tuple[CalendarEvent, ...]
    exports: tuple[CalendarExport, ...]

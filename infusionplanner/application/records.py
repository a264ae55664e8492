"""What the unit keeps beside the patients' facts: visits, users, the journal, calendar events, clearances."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from datetime import time as clock_time
from enum import StrEnum
from typing import NewType

from infusionplanner.domain.patient import (
    AppointmentKind,
    AppointmentStatus,
    Checklist,
    Course,
    Decision,
    Discard,
    Dispensing,
    Dose,
    Event,
    Exposure,
    Hold,
    Patient,
    PersonName,
    Pregnancy,
    Prescription,
    Product,
    ReactionLift,
    Regimen,
    Result,
    StockCount,
    Training,
)

PatientId = NewType("PatientId", str)
FactId = NewType("FactId", int)
VisitId = NewType("VisitId", int)
ActId = NewType("ActId", int)

Fact = (
    Regimen
    | Dose
    | ReactionLift
    | Training
    | Prescription
    | Dispensing
    | Discard
    | StockCount
    | Hold
    | Checklist
    | Event
    | Decision
    | Result
    | Exposure
    | Pregnancy
    | Course
)
"""A recorded fact of a patient that lives in a list of its own."""


class VisitState(StrEnum):
    """What has become of a visit today."""

    PLANNED = "planned"
    ARRIVED = "arrived"
    STARTED = "started"
    OBSERVING = "observing"
    DONE = "done"
    NOT_GIVEN = "not_given"


@dataclass(frozen=True, slots=True)
class Visit:
    """A booked time as the unit knows it: an appointment with its place, its length and how far it has come.

    ``minutes`` is the time the place is taken, observation included. The state follows from the stamps.
    ``dose`` is the recorded dose, once there is one. Stamps are naive local times.
    """

    id: VisitId
    patient: PatientId
    on: date
    time: clock_time | None
    kind: AppointmentKind = AppointmentKind.DOSE
    status: AppointmentStatus = AppointmentStatus.BOOKED
    place: str | None = None
    minutes: int | None = None
    observation_minutes: int = 0
    arrived_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    left_at: datetime | None = None
    not_given: str | None = None
    dose: FactId | None = None
    note: str = ""

    @property
    def state(self) -> VisitState:
        """Return how far the visit has come."""
        if self.not_given is not None:
            return VisitState.NOT_GIVEN
        if self.left_at is not None:
            return VisitState.DONE
        if self.ended_at is not None:
            return VisitState.OBSERVING
        if self.started_at is not None:
            return VisitState.STARTED
        return VisitState.ARRIVED if self.arrived_at is not None else VisitState.PLANNED


@dataclass(frozen=True, slots=True)
class Clearance:
    """A doctor's clearance of one stop: which rule, by whom, when and why."""

    patient: PatientId
    rule: str
    key: str
    for_date: date
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A nurse's acknowledgement of one warning."""

    patient: PatientId
    rule: str
    key: str
    for_date: date
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PatientIdentity:
    """Who a patient is, as far as it tells two patients apart."""

    patient: PatientId
    name: PersonName | None = None
    birth_date: date | None = None
    national_id: str | None = None


@dataclass(frozen=True, slots=True)
class User:
    """A person who uses the program. ``role`` is nurse, doctor or admin."""

    initials: str
    name: str
    role: str = "nurse"
    active: bool = True


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event of a patient's calendar as last handed out. ``slot`` names what it stands for, ``dose:12``.

    ``uid`` is random and kept for life; ``sequence`` and ``modified_at`` (UTC) rise together with each change.
    ``booked`` tells that the time is agreed, ``label`` is what the title of a visit in the unit's own week says, and
    ``digest`` stands for the words that were handed out, so that other words raise ``sequence`` too.
    """

    patient: PatientId
    slot: str
    uid: str
    sequence: int
    modified_at: datetime
    kind: str
    on: date
    time: clock_time
    minutes: int
    withdrawn: bool = False
    booked: bool = False
    label: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class PatientRecord:
    """One patient with the ids of the recorded facts, in the order of the lists they belong to.

    ``ids["doses"][3]`` is the id of ``patient.course.doses[3]``; lists are named as in the patient file.
    ``added_at`` is when the patient was entered, ``revision`` the newest act that touched the patient.
    """

    patient: Patient
    ids: Mapping[str, tuple[FactId, ...]] = field(default_factory=dict)
    added_at: datetime | None = None
    revision: ActId = ActId(0)


@dataclass(frozen=True, slots=True)
class DoseDetail:
    """What the unit keeps of a dose beside the patient file: the site, the batch's expiry date, and a note.

    ``told`` is the doctor who was told of a serious reaction. A dose of another hospital has the ``hospital`` where it
    was given and the ``source`` it is known from. ``dose`` is not read when a dose is recorded: it has no id yet.
    """

    dose: FactId = FactId(0)
    site: str = ""
    expires_on: date | None = None
    note: str = ""
    told: str = ""
    hospital: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as last used in the unit, proposed for the next dose of the same product."""

    product: Product
    number: str
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """A parameter of the protocol that the unit has changed: to what, by whom and when."""

    key: str
    value: object
    who: str
    at: datetime


class RenewalState(StrEnum):
    """How far the renewal of a prescription has come; that one is needed is computed (R-RX-5)."""

    ASKED = "asked"
    SIGNED = "signed"
    AT_PHARMACY = "at_pharmacy"
    COLLECTED = "collected"


@dataclass(frozen=True, slots=True)
class RenewalStep:
    """One step of a renewal: which, when, and who did it."""

    step: RenewalState
    on: date
    who: str


class HomeStep(StrEnum):
    """A step towards treatment at home that no rule asks for and the ward wants to know of."""

    SHOWN = "shown"
    OWN_INJECTION = "own_injection"
    PHARMACY_AGREED = "pharmacy_agreed"


@dataclass(frozen=True, slots=True)
class HomeNote:
    """One step towards treatment at home as noted: when, by whom, and what was shown or which pharmacy it is."""

    step: HomeStep
    on: date
    who: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A task of the work list that somebody has taken on."""

    patient: PatientId
    rule: str
    key: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Done:
    """What an act changed, so that windows compute no more than that again.

    ``unit`` tells that the unit, its places, parameters or settings changed: then everything may be different.
    """

    act: ActId
    patients: frozenset[PatientId] = frozenset()
    visits: frozenset[VisitId] = frozenset()
    unit: bool = False

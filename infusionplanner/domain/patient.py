"""What is known of one patient: the recorded facts, as frozen values.

The shapes follow the patient file ``infusionplanner.patient/1``. ``None`` always means unknown, and an unknown value
never gives a less careful answer than a known one. What follows from the facts (due dates, eligibility, supply) is
computed by :func:`infusionplanner.domain.plan.plan` and is not kept here.
"""

from dataclasses import dataclass, field
from datetime import date
from datetime import time as clock_time

from infusionplanner.domain.away.facts import Discard, Dispensing, Prescription, StockCount
from infusionplanner.domain.codes import (
    AWAY,
    Answer,
    AppointmentKind,
    AppointmentStatus,
    Assay,
    DecisionKind,
    DoseStatus,
    EventKind,
    ExposureKind,
    HoldKind,
    IntervalReason,
    Language,
    Product,
    Reaction,
    Reporter,
    ResultKind,
    Route,
    Setting,
    StopReason,
)

__all__ = [
    "AWAY",
    "NO_EARLIER_DOSES",
    "Answer",
    "Appointment",
    "AppointmentKind",
    "AppointmentStatus",
    "Assay",
    "Bridging",
    "Carer",
    "Checklist",
    "Course",
    "Decision",
    "DecisionKind",
    "Discard",
    "Dispensing",
    "Dose",
    "DoseStatus",
    "EarlierDoses",
    "Event",
    "EventKind",
    "Exposure",
    "ExposureKind",
    "Gate",
    "GestationalAge",
    "Hold",
    "HoldKind",
    "IntervalReason",
    "Language",
    "NextTreatment",
    "Patient",
    "PersonName",
    "Pregnancy",
    "PregnancyPlan",
    "Prescription",
    "Product",
    "Reaction",
    "ReactionLift",
    "Regimen",
    "Reporter",
    "Result",
    "ResultKind",
    "Route",
    "Setting",
    "StockCount",
    "Stop",
    "StopReason",
    "Training",
]


@dataclass(frozen=True, slots=True)
class PersonName:
    """Name of a person."""

    given: str
    family: str


@dataclass(frozen=True, slots=True)
class Bridging:
    """A planned short course before another treatment (R-INT-12). ``from_`` is the first day of the bridge.

    ``next_treatment`` is a code of the protocol; ``other`` has its name in ``next_text``.
    """

    planned_doses: int
    next_treatment: str | None = None
    next_on: date | None = None
    from_: date | None = None
    next_text: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierDoses:
    """Doses given elsewhere before this record; they count only with a ``source`` (R-OBS-1).

    ``total`` is a count whose routes need not be known; beside ``sc`` and ``iv`` it is their sum.
    """

    sc: int | None = None
    iv: int | None = None
    first_on: date | None = None
    last_on: date | None = None
    source: str | None = None
    total: int | None = None

    @property
    def number(self) -> int:
        """Return how many doses are known to have been given."""
        known = (self.sc or 0) + (self.iv or 0)
        return known if self.total is None else max(self.total, known)

    @property
    def number_iv(self) -> int:
        """Return how many are known to have been given i.v.; doses of unknown route are none of them."""
        if self.iv is None and self.sc is not None and self.total is not None:
            return self.total - self.sc
        return self.iv or 0

    @property
    def number_sc(self) -> int:
        """Return how many are known to have been given s.c."""
        if self.sc is None and self.iv is not None and self.total is not None:
            return self.total - self.iv
        return self.sc or 0


NO_EARLIER_DOSES = EarlierDoses(sc=0, iv=0)
"""No dose was given elsewhere, as the patient file says it by leaving the field out. Unknown is None."""


@dataclass(frozen=True, slots=True)
class Regimen:
    """What is ordered from a day on. ``interval_days`` None is the standard interval (R-INT-8)."""

    from_: date
    route: Route | None = None
    interval_days: int | None = None
    setting: Setting | None = None
    reason: IntervalReason | None = None
    ordered_by: str | None = None
    ordered_on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Dose:
    """One dose that was given, begun or missed. ``mg`` in milligrams, times local."""

    on: date
    time: clock_time | None = None
    ended: clock_time | None = None
    route: Route | None = None
    setting: Setting | None = None
    product: Product | None = None
    status: DoseStatus | None = None
    mg: int | None = None
    reaction: Reaction | None = None
    batches: tuple[str, ...] = ()
    reported_by: Reporter | None = None


@dataclass(frozen=True, slots=True)
class ReactionLift:
    """A doctor's decision that earlier reactions no longer keep the full observation (R-OBS-3)."""

    on: date
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """The two items of the start gate that are not test results (R-START-1), each with the day it was done."""

    reviewed: date | None = None
    informed: date | None = None


@dataclass(frozen=True, slots=True)
class Training:
    """Training in self-injection; it counts when signed (R-HOME-1)."""

    on: date
    signed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked time. ``time`` is local, or None when only the day is agreed."""

    on: date
    time: clock_time | None = None
    kind: AppointmentKind = AppointmentKind.DOSE
    status: AppointmentStatus = AppointmentStatus.BOOKED


@dataclass(frozen=True, slots=True)
class Hold:
    """A stop on all coming doses from a day until a named doctor lifts it."""

    from_: date
    kind: HoldKind
    lifted_on: date | None = None
    lifted_by: str | None = None


@dataclass(frozen=True, slots=True)
class NextTreatment:
    """The disease-modifying treatment that follows; ``started_on`` ends the rebound clock (R-INT-9).

    ``treatment`` is a code of the protocol, or ``other`` with its name in ``text`` (R-STOP-2).
    """

    treatment: str
    started_on: date | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """The end of the treatment (R-STOP-1). ``high_risk`` is the doctor's flag for surveillance (R-STOP-4)."""

    on: date
    reason: StopReason | None = None
    next: NextTreatment | None = None
    high_risk: bool | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The questions of R-CHK-1 answered before the dose of ``for_``; ``yes`` holds the keys answered yes."""

    for_: date
    answered_on: date
    yes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carer:
    """Who gives the doses outside the specialist service (R-HOME-9)."""

    name: str | None = None
    place: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A relapse, a suspicion of failing effect, a side effect or an infection (R-MON-2, R-MON-5)."""

    kind: EventKind
    on: date
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a doctor has decided; it counts with the doctor's name (R-MON-2)."""

    kind: DecisionKind
    on: date
    by: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """One course of treatment. Every list keeps the order in which it was written; doses are in date order."""

    protocol: str = "natalizumab"
    product: Product | None = None
    prior_immunosuppression: bool | None = None
    bridging: Bridging | None = None
    earlier_doses: EarlierDoses | None = NO_EARLIER_DOSES
    regimens: tuple[Regimen, ...] = ()
    doses: tuple[Dose, ...] = ()
    reactions_lifted: tuple[ReactionLift, ...] = ()
    gate: Gate = field(default_factory=Gate)
    training: tuple[Training, ...] = ()
    prescriptions: tuple[Prescription, ...] = ()
    dispensings: tuple[Dispensing, ...] = ()
    discarded: tuple[Discard, ...] = ()
    stock_counts: tuple[StockCount, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    holds: tuple[Hold, ...] = ()
    stop: Stop | None = None
    checklists: tuple[Checklist, ...] = ()
    given_by: Carer | None = None
    events: tuple[Event, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """One test or control. Only the fields of its ``kind`` are set.

    ``seen_on`` is the day a nurse or doctor saw the answer (bloods); ``assay`` and ``index`` belong to JCV; ``value``
    and ``unit`` to EDSS and serum concentration (R-MON-4 normalises it to mg/L when shown). The clinical control with
    EDSS holds the number of relapses, the side effects and the infections since the last one; None was not asked
    (R-MON-5).
    """

    kind: ResultKind
    on: date
    seen_on: date | None = None
    assay: Assay | None = None
    answer: Answer | None = None
    index: float | None = None
    value: float | None = None
    unit: str | None = None
    relapses: int | None = None
    side_effects: tuple[str, ...] | None = None
    infections: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """Plasma exchange or immunoglobulins, which block a JCV test for a while (R-MON-3)."""

    kind: ExposureKind
    on: date


@dataclass(frozen=True, slots=True)
class PregnancyPlan:
    """The doctor's plan for treatment during a pregnancy (R-PREG-1)."""

    interval_days: int | None = None
    by: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class GestationalAge:
    """Completed weeks and days on the day it was recorded: ``5+0``."""

    weeks: int
    days: int

    def __str__(self) -> str:
        """Return the usual form, weeks plus days."""
        return f"{self.weeks}+{self.days}"


@dataclass(frozen=True, slots=True)
class Pregnancy:
    """A pregnancy, with the gestational age as recorded on ``recorded_on`` (R-PREG-2).

    It ends by birth, or otherwise on ``ended_on`` (R-PREG-5).
    """

    recorded_on: date
    gestational_age: GestationalAge | None = None
    plan: PregnancyPlan | None = None
    birth_on: date | None = None
    breastfeeding: bool | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Patient:
    """One patient and one course: everything the planner needs to know. ``earlier_courses`` are ended, oldest first."""

    id: str
    course: Course = field(default_factory=Course)
    name: PersonName | None = None
    birth_date: date | None = None
    national_id: str | None = None
    phone: str | None = None
    language: Language | None = None
    notes: str = ""
    results: tuple[Result, ...] = ()
    exposures: tuple[Exposure, ...] = ()
    pregnancies: tuple[Pregnancy, ...] = ()
    earlier_courses: tuple[Course, ...] = ()

"""What is known of one patient: the recorded facts, as frozen values.

The shapes follow the patient file ``infusionplanner.patient/1``. ``None`` always means unknown, and an unknown value
never gives a less careful answer than a known one. What follows from the facts (due dates, eligibility, supply) is
computed by :func:`infusionplanner.domain.plan.plan` and is not kept here.
"""

from dataclasses import dataclass, field
from datetime import date
from datetime import time as clock_time

from infusionplanner.domain.codes import (
    Answer,
    AppointmentKind,
    AppointmentStatus,
    Assay,
    DoseStatus,
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
    "Answer",
    "Appointment",
    "AppointmentKind",
    "AppointmentStatus",
    "Assay",
    "Bridging",
    "Checklist",
    "Course",
    "Discard",
    "Dispensing",
    "Dose",
    "DoseStatus",
    "EarlierDoses",
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
    """A planned short course before another treatment (R-INT-12)."""

    planned_doses: int
    next_treatment: str | None = None
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class EarlierDoses:
    """Doses given elsewhere before this record; they count only with a ``source`` (R-OBS-1)."""

    sc: int = 0
    iv: int = 0
    first_on: date | None = None
    last_on: date | None = None
    source: str | None = None


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
class Prescription:
    """One H-prescription. ``doses`` is the number of doses authorised (R-RX-3)."""

    issued_on: date
    doses: int | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class Dispensing:
    """Doses (pairs of syringes) handed out by the pharmacy."""

    on: date
    doses: int


@dataclass(frozen=True, slots=True)
class Discard:
    """Doses at home that had to be thrown away (R-HOME-8)."""

    on: date
    doses: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class StockCount:
    """Syringes counted at home; one dose is two syringes (R-RX-7)."""

    on: date
    syringes: int


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
    """The disease-modifying treatment that follows; ``started_on`` ends the rebound clock (R-INT-9)."""

    treatment: str
    started_on: date | None = None


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
class Course:
    """One course of treatment. Every list keeps the order in which it was written; doses are in date order."""

    protocol: str = "natalizumab"
    product: Product | None = None
    prior_immunosuppression: bool | None = None
    bridging: Bridging | None = None
    earlier_doses: EarlierDoses | None = None
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


@dataclass(frozen=True, slots=True)
class Result:
    """One test or control. Only the fields of its ``kind`` are set.

    ``seen_on`` is the day a nurse or doctor saw the answer (bloods); ``assay`` and ``index`` belong to JCV; ``value``
    and ``unit`` to EDSS and serum concentration (R-MON-4 normalises it to mg/L when shown).
    """

    kind: ResultKind
    on: date
    seen_on: date | None = None
    assay: Assay | None = None
    answer: Answer | None = None
    index: float | None = None
    value: float | None = None
    unit: str | None = None


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
    """A pregnancy, with the gestational age as recorded on ``recorded_on`` (R-PREG-2)."""

    recorded_on: date
    gestational_age: GestationalAge | None = None
    plan: PregnancyPlan | None = None
    birth_on: date | None = None
    breastfeeding: bool | None = None


@dataclass(frozen=True, slots=True)
class Patient:
    """One patient and one course: everything the planner needs to know."""

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

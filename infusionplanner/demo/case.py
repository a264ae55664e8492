"""What an invented patient is made from: a case, and the chart that is filled in from it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from infusionplanner.application.records import VisitState
from infusionplanner.demo.names import Person
from infusionplanner.domain.patient import (
    NO_EARLIER_DOSES,
    AppointmentKind,
    Assay,
    Bridging,
    Checklist,
    Discard,
    Dispensing,
    Dose,
    EarlierDoses,
    Exposure,
    Gate,
    Hold,
    IntervalReason,
    Language,
    Pregnancy,
    Prescription,
    Product,
    ReactionLift,
    Regimen,
    Result,
    Route,
    StockCount,
    Stop,
    Training,
)
from infusionplanner.domain.unit import Unit


@dataclass(frozen=True, slots=True)
class Seat:
    """A fixed time on the board: so many open days ahead of today's board, where, when, and how far it has come.

    ``started`` and ``took`` (minutes) are set where the dose of today did not take the usual course.
    """

    at: time
    place: str | None = None
    state: VisitState = VisitState.PLANNED
    ahead: int = 0
    kind: AppointmentKind = AppointmentKind.DOSE
    started: time | None = None
    took: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Name and age of a patient of the showcase."""

    family: str
    given: str
    age: int
    woman: bool


@dataclass(frozen=True, kw_only=True)
class DemoCase:
    """One kind of course, as numbers of doses.

    ``number`` is the dose that was given ``last`` days ago, or has the ``seat``, or else is to come on a free day of
    the coming weeks (0: nothing is planned yet). ``extended_from`` is the dose after which six weeks hold, the other
    ``*_from`` numbers name the first dose of which something holds (0: none). ``steps`` are the newest intervals where
    they are not the ordered ones.
    """

    who: Known | None = None
    route: Route = Route.IV
    number: int = 12
    seat: Seat | None = None
    last: int | None = None
    extended_from: int = 0
    home_from: int = 0
    sc_from: int = 1
    tyruko_from: int = 0
    restarted_at: int = 0
    steps: tuple[int, ...] = ()
    reason: IntervalReason | None = None
    elsewhere: int = 0
    documented: bool = True
    jcv: tuple[float, ...] = ()
    assay: Assay = Assay.STRATIFY
    prior: bool | None = False
    booked: bool = True
    language: Language = Language.NB
    note: str = ""
    twists: tuple[Callable[["Chart"], None], ...] = ()


Twist = Callable[["Chart"], None]
"""Something out of the ordinary that happens to a chart once its regular history stands."""


@dataclass(eq=False)
class Chart:
    """One patient in the making. ``days`` are all completed doses ever, ``doses`` those recorded here.

    ``coming`` is the day of the next dose; ``observed`` tells that every dose is observed in full.
    """

    id: str
    case: DemoCase
    person: Person
    today: date
    unit: Unit
    rng: Random
    product: Product = Product.TYSABRI
    days: list[date] = field(default_factory=list)
    first: date = date.max
    coming: date | None = None
    doses: list[Dose] = field(default_factory=list)
    earlier: EarlierDoses | None = NO_EARLIER_DOSES
    regimens: list[Regimen] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    gate: Gate = field(default_factory=Gate)
    lifts: list[ReactionLift] = field(default_factory=list)
    training: list[Training] = field(default_factory=list)
    prescriptions: list[Prescription] = field(default_factory=list)
    dispensings: list[Dispensing] = field(default_factory=list)
    discarded: list[Discard] = field(default_factory=list)
    counts: list[StockCount] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)
    checklists: list[Checklist] = field(default_factory=list)
    exposures: list[Exposure] = field(default_factory=list)
    pregnancies: list[Pregnancy] = field(default_factory=list)
    observed: bool = False
    bridging: Bridging | None = None
    stop: Stop | None = None

    @property
    def yesterday(self) -> date:
        """Return the last day of which all is known."""
        return self.today - timedelta(1)

    def is_home(self, number: int) -> bool:
        """Tell whether the dose of this number is taken at home."""
        return 0 < self.case.home_from <= number

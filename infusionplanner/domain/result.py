"""The plan of one patient: what ``plan()`` and ``check()`` answer, as frozen values in the shapes of the plan file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from infusionplanner.domain.finding import Finding
from infusionplanner.domain.patient import Route, Setting


class ObservationStatus(StrEnum):
    """Whether the full observation is required or may be shortened to the unit's reduced time."""

    REQUIRED = "required"
    REDUCIBLE = "reducible"


class ConditionState(StrEnum):
    """State of one condition for home treatment."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class MonitoringStatus(StrEnum):
    """How near a control is."""

    OK = "ok"
    DUE = "due"
    OVERDUE = "overdue"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


class Tier(StrEnum):
    """PML risk tier, which sets the MRI interval (R-MON-6)."""

    LOW = "low"
    MID = "mid"
    HIGH = "high"
    UNKNOWN = "unknown"


class ReboundLevel(StrEnum):
    """Level of the rebound clock (R-INT-9)."""

    NONE = "none"
    WARN = "warn"
    CRITICAL = "critical"


class Verdict(StrEnum):
    """Answer of ``check``: may a dose be given on that date."""

    OK = "ok"
    WARN = "warn"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Observation:
    """Observation after one dose: ``minutes`` after the dose ends, ``counted`` of ``of`` completed doses before it."""

    status: ObservationStatus
    minutes: int
    counted: int
    of: int
    rule: str


@dataclass(frozen=True, slots=True)
class PlannedDose:
    """One coming dose. ``due`` is the computed day, ``proposed`` the day to book, inside ``earliest`` to ``latest``.

    Nothing is proposed while an earlier home dose may have been taken (R-HOME-7), or when no day before 34+0 is open
    (R-PREG-2).
    """

    number: int
    due: date
    proposed: date | None
    earliest: date
    latest: date
    alternatives: tuple[date, ...]
    route: Route | None
    setting: Setting
    interval_days: int
    blocked: bool
    observation: Observation | None
    rule: str
    booked: bool = False

    @property
    def day(self) -> date:
        """Return the proposed day, or the due day while none is proposed."""
        return self.proposed or self.due

    def block(self) -> "PlannedDose":
        """Return the same dose as blocked by a stop; written out, since it is done for every coming dose."""
        return PlannedDose(
            self.number,
            self.due,
            self.proposed,
            self.earliest,
            self.latest,
            self.alternatives,
            self.route,
            self.setting,
            self.interval_days,
            True,  # noqa: FBT003 - the very field that this method sets
            self.observation,
            self.rule,
            self.booked,
        )


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition for home treatment with its figure (R-HOME-5)."""

    rule: str
    key: str
    state: ConditionState
    have: int | None = None
    need: int | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """Home treatment: eligible by the conditions, ready when supply is at hand and the checklist is answered."""

    eligible: bool
    ready: bool
    eligible_from: date | None
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Supply:
    """Doses at home and what the prescription still covers. Doses are pairs of syringes."""

    doses_at_home: int
    doses_per_dispensing: int
    covers_through: date | None
    next_dispensing_by: date | None
    order_by: date | None
    earliest_dispensing: date | None
    last_safe_day: date | None
    doses_authorised_left: int
    renew_by: date | None
    first_dose_without_authorisation: date | None


@dataclass(frozen=True, slots=True)
class Monitoring:
    """The next control of one kind. ``window_from`` opens a span that ``due`` ends (R-MON-6)."""

    kind: str
    due: date
    status: MonitoringStatus
    last: date | None
    window_from: date | None
    not_before: date | None
    before_dose: int | None
    on_visit: date | None
    rule: str


@dataclass(frozen=True, slots=True)
class Pml:
    """The PML estimate per 1000 (R-PML-1); None with a finding where the table has no number."""

    per_1000: float | None
    row: str | None
    column: str | None
    month: int | None
    borderline: bool
    tier: Tier
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Rebound:
    """Days since the last dose, and the first days of warning and of critical (R-INT-9)."""

    last_dose: date
    days: int
    level: ReboundLevel
    warn_on: date
    critical_on: date


@dataclass(frozen=True, slots=True)
class Transition:
    """The first dose of the treatment that follows (R-STOP-2)."""

    treatment: str
    dose_mg: int | None
    due: date | None
    proposed: date | None
    rule: str


@dataclass(frozen=True, slots=True)
class Surveillance:
    """Follow-up after stopping at high PML risk (R-STOP-4)."""

    until: date
    mri: tuple[date, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the rules say of one patient as of one day.

    ``unreported`` are the due days of home doses that may have been taken (R-HOME-7): calendars and the supply go on as
    if they had been.
    """

    patient: str
    as_of: date
    protocol: str
    doses_completed: int
    next_dose: PlannedDose | None
    doses: tuple[PlannedDose, ...]
    home: Home | None
    supply: Supply | None
    monitoring: tuple[Monitoring, ...]
    pml: Pml | None
    rebound: Rebound | None
    transition: Transition | None
    surveillance: Surveillance | None
    findings: tuple[Finding, ...]
    unreported: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """May a dose be given on ``date``: the strictest level of the findings that bear on it."""

    verdict: Verdict
    date: date
    days_since_last: int | None
    findings: tuple[Finding, ...]


LEVELS: Mapping[Verdict, int] = {Verdict.OK: 0, Verdict.WARN: 1, Verdict.STOP: 2}
"""Order of the verdicts, strictest last."""

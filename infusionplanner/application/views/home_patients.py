"""All patients at home, who is to be called, whose supply or prescription runs out, and who may go home soon. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from infusionplanner.application.records import PatientId
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.per_patient import ByPatient
from infusionplanner.application.views.renewal import Renewal, first_needed, renewal_in
from infusionplanner.domain.dates import add_days
from infusionplanner.domain.finding import Finding
from infusionplanner.domain.patient import AWAY, Dose, DoseStatus, Patient
from infusionplanner.domain.result import Condition, ConditionState, MonitoringStatus, Plan, PlannedDose, Supply

SOON_WEEKS = 8
"""So far ahead are those listed who become eligible."""

_DAYS_PER_WEEK = 7
_UNREPORTED = "home.unreported"
_SUPPLY = frozenset(
    {"supply.order", "supply.missing", "prescription.renew", "prescription.missing", "prescription.too_few"}
)
_WORST = (MonitoringStatus.OVERDUE, MonitoringStatus.UNKNOWN, MonitoringStatus.BLOCKED, MonitoringStatus.DUE)


@dataclass(frozen=True, slots=True)
class HomeRow:
    """One patient at home. ``last`` is the newest home dose; ``call`` the finding that the next was not reported.

    ``not_taken`` is the day of the report that the next dose was not taken when it was due (R-HOME-7).
    """

    patient: PatientId
    dose: PlannedDose
    last: Dose | None
    supply: Supply | None
    call: Finding | None
    wanting: tuple[Finding, ...]
    control: str | None
    control_status: MonitoringStatus
    as_of: date
    not_taken: date | None = None

    @property
    def waiting(self) -> bool:
        """Tell whether the due day has come and nothing is reported yet."""
        return self.dose.due <= self.as_of and self.not_taken is None

    @property
    def days_late(self) -> int:
        """Return the days since the dose was due, 0 while it is not."""
        return max((self.as_of - self.dose.due).days, 0)

    @property
    def urgent_by(self) -> date:
        """Return the first day on which the supply or the prescription asks for something; far ahead when none."""
        supply = self.supply
        days = [] if supply is None else [supply.order_by, supply.renew_by]
        return min((day for day in days if day is not None), default=date.max)


def at_home(patients: Mapping[PatientId, Patient], plans: Mapping[PatientId, Plan]) -> tuple[HomeRow, ...]:
    """Return the patients whose next dose is a home dose, the first to be due on top."""
    return in_order(home_row(who, patients[who], plan) for who, plan in plans.items())


def in_order(rows: Iterable[HomeRow | None]) -> tuple[HomeRow, ...]:
    """Return the rows that there are, the first to be due on top."""
    return tuple(sorted((row for row in rows if row is not None), key=lambda row: (row.dose.due, row.patient)))


def home_row(who: PatientId, patient: Patient, plan: Plan) -> HomeRow | None:
    """Return the row of a patient whose next dose is a home dose, None for others."""
    dose = plan.next_dose
    if dose is None or dose.setting not in AWAY:
        return None
    home = [row for row in patient.course.doses if row.setting in AWAY and row.on <= plan.as_of]
    given = [row for row in home if row.status is not DoseStatus.MISSED]
    controls = {row.status: row.kind for row in reversed(plan.monitoring)}
    worst = next((status for status in _WORST if status in controls), MonitoringStatus.OK)
    return HomeRow(
        patient=who,
        dose=dose,
        last=max(given, key=lambda row: row.on, default=None),
        supply=plan.supply,
        call=next((row for row in plan.findings if row.key == _UNREPORTED), None),
        wanting=tuple(row for row in plan.findings if row.key in _SUPPLY),
        control=controls.get(worst) if worst is not MonitoringStatus.OK else None,
        control_status=worst,
        as_of=plan.as_of,
        not_taken=max((row.on for row in home if row.status is DoseStatus.MISSED and row.on >= dose.due), default=None),
    )


def call_list(rows: Iterable[HomeRow]) -> tuple[HomeRow, ...]:
    """R-HOME-7 Return those whose home dose is not reported by due + 2 days, longest overdue first."""
    return tuple(sorted((row for row in rows if row.call is not None), key=lambda row: (row.dose.due, row.patient)))


def running_out(rows: Iterable[HomeRow]) -> tuple[HomeRow, ...]:
    """R-RX-3 to R-RX-5 Return those who must order or renew now, the first day on top."""
    wanting = (row for row in rows if row.wanting)
    return tuple(sorted(wanting, key=lambda row: (row.urgent_by, row.patient)))


PRESCRIPTION = "prescription"
"""What is missing beside the conditions of the plan: an H-prescription with doses left (R-HOME-6)."""


@dataclass(frozen=True, slots=True)
class SoonRow:
    """A patient who may go home soon. ``on`` is the day the doses suffice, None when they do already."""

    patient: PatientId
    on: date | None
    doses: Condition
    missing: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Tell whether nothing but the doses is missing."""
        return not self.missing


def soon(plans: Mapping[PatientId, Plan], weeks: int = SOON_WEEKS) -> tuple[SoonRow, ...]:
    """R-HOME-5 Return who becomes eligible within some weeks if the plan is followed, with what is still missing.

    Listed are patients treated in the unit with a product that can be injected at home (or an unknown one) who

    - are given the sixth dose that counts within these weeks, or
    - have enough doses and signed training, and wait for something else.

    Soonest first; those with enough doses on top.
    """
    return soonest(soon_row(who, plan, weeks) for who, plan in plans.items())


def soonest(rows: Iterable[SoonRow | None]) -> tuple[SoonRow, ...]:
    """Return the rows that there are, soonest first; those with enough doses on top."""
    found = (row for row in rows if row is not None)
    return tuple(sorted(found, key=lambda row: (row.on or date.min, len(row.missing), row.patient)))


def soon_row(who: PatientId, plan: Plan, weeks: int = SOON_WEEKS) -> SoonRow | None:
    """Return the row of a patient who becomes eligible within some weeks (see ``soon``), None for others."""
    coming = plan.next_dose
    if plan.home is None or coming is None or coming.setting in AWAY:
        return None
    states = {row.key: row for row in plan.home.conditions}
    doses = states["doses"]
    missing = [row.key for row in plan.home.conditions if row.state is not ConditionState.MET and row.key != "doses"]
    if states["product"].state is ConditionState.NOT_MET:
        return None
    on = _enough_on(doses, plan)
    if doses.state is not ConditionState.MET:
        if on is None or on > add_days(plan.as_of, weeks * _DAYS_PER_WEEK):
            return None
    elif states["training"].state is not ConditionState.MET:
        return None
    if plan.supply is None or not (plan.supply.doses_at_home or plan.supply.doses_authorised_left):
        missing.append(PRESCRIPTION)
    return SoonRow(who, on, doses, tuple(missing))


def _enough_on(doses: Condition, plan: Plan) -> date | None:
    """Return the proposed day of the dose that completes the count, None when it is complete or beyond the plan."""
    lacking = (doses.need or 0) - (doses.have or 0)
    return plan.doses[lacking - 1].day if 0 < lacking <= len(plan.doses) else None


@dataclass(frozen=True, slots=True)
class HomeLists:
    """Who is at home, who is to be called, who must order or renew, who may go home soon, and every open renewal."""

    at_home: tuple[HomeRow, ...]
    calls: tuple[HomeRow, ...]
    supply: tuple[HomeRow, ...]
    soon: tuple[SoonRow, ...]
    renewals: Mapping[PatientId, Renewal]


class HomeReader:
    """Reads the lists of an overview, and keeps the rows of each patient for the next reading."""

    def __init__(self) -> None:
        self._home: ByPatient[HomeRow | None] = ByPatient()
        self._soon: ByPatient[SoonRow | None] = ByPatient()
        self._renewals: ByPatient[Renewal | None] = ByPatient()

    def read(self, overview: Overview) -> HomeLists:
        """Return the lists as of an overview."""
        patients, plans = overview.patients, overview.plans
        with overview.desk.store.reading() as reading:
            steps = reading.all_renewal_steps()
        home = in_order(self._home.of(overview, lambda who: home_row(who, patients[who], plans[who])).values())
        renewals = self._renewals.of(overview, lambda who: renewal_in(overview, who, steps.get(who, ())))
        return HomeLists(
            at_home=home,
            calls=call_list(home),
            supply=running_out(home),
            soon=soonest(self._soon.of(overview, lambda who: soon_row(who, plans[who])).values()),
            renewals={row.patient: row for row in first_needed(renewals.values(), overview)},
        )

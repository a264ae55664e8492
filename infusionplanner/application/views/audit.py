"""How well the unit keeps its controls: the share of each done inside its interval over the last 12 months. Pure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from infusionplanner.domain.controls import monitoring
from infusionplanner.domain.controls.bloods import has_bloods
from infusionplanner.domain.dates import add_months
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Patient, ResultKind
from infusionplanner.domain.protocol import MonitoringRules, Protocol
from infusionplanner.domain.result import Monitoring, MonitoringStatus
from infusionplanner.domain.unit import Unit

AUDIT_MONTHS = 12
KINDS = ("bloods", "nab", "jcv", "edss", "mri")
"""The controls in the order in which they are shown."""

_Control = Callable[[View, MonitoringRules], Monitoring | None]
_CONTROLS: dict[str, _Control] = {
    "bloods": lambda view, rules: monitoring.bloods(view, (), rules),
    "nab": monitoring.nab,
    "jcv": lambda view, rules: monitoring.jcv(view, (), rules),
    "edss": monitoring.edss,
    "mri": monitoring.mri,
}


@dataclass(frozen=True, slots=True)
class Kept:
    """Of one kind of control: how many were done inside their interval, of how many."""

    kind: str
    inside: int = 0
    of: int = 0

    @property
    def share(self) -> float | None:
        """Return the share, 0 to 1, or None when there were none."""
        return self.inside / self.of if self.of else None


def audit(patients: Iterable[tuple[Kept, ...]]) -> tuple[Kept, ...]:
    """Return the figures of the unit from those of its patients (``kept``), one for each kind."""
    sums = {kind: [0, 0] for kind in KINDS}
    for rows in patients:
        for row in rows:
            sums[row.kind][0] += row.inside
            sums[row.kind][1] += row.of
    return tuple(Kept(kind, inside, of) for kind, (inside, of) in sums.items())


def kept(patient: Patient, protocol: Protocol, unit: Unit, as_of: date) -> tuple[Kept, ...]:
    """Return how one patient's controls were kept in the 12 calendar months up to and including ``as_of``.

    Counted is each time that a control was owed in these months, by the rules R-MON-1, 2, 3, 5 and 6 as they stood
    with the facts of that day:

    - It is *inside* when its result is dated on or before the day it was due (where the rule gives a span, its last
      day; after plasma exchange or IVIg, the first reliable day if that is later).
    - It is not inside when the result is later, or when the due day is before ``as_of`` and there is none yet. A
      control that was overdue when the months began counts once.
    - A control that is not yet due and not yet done is not counted, nor one that was due on the day the treatment
      stopped or later. A result that moves no due day (another assay, a test on suspicion) is not counted.
    - Bloods before doses 1, 2, 3 and 6 are counted by the dose: inside when a sample at most 14 days old had been
      seen on the day of the dose.
    """
    rules = protocol.monitoring
    if rules is None:
        return ()
    months = _Months(patient, protocol, unit, as_of)
    rows = []
    for kind, control in _CONTROLS.items():
        outcomes = list(_rounds(months, ResultKind(kind), control, rules))
        if kind == ResultKind.BLOODS:
            outcomes += _before_doses(months, rules)
        rows.append(Kept(kind, sum(outcomes), len(outcomes)))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Months:
    """The patient and the months that are looked at."""

    patient: Patient
    protocol: Protocol
    unit: Unit
    as_of: date
    _views: dict[date, View] = field(default_factory=dict)

    @property
    def start(self) -> date:
        return add_months(self.as_of, -AUDIT_MONTHS)

    def view(self, day: date) -> View:
        """Return the facts as they stood on a day, made once for all controls."""
        if day not in self._views:
            self._views[day] = View(self.patient, self.protocol, self.unit, day)
        return self._views[day]

    def stopped_by(self, day: date) -> bool:
        stop = self.patient.course.stop
        return stop is not None and stop.on <= day

    def next_dose(self, after: date) -> date | None:
        """Return the first day after ``after`` on which a dose changes what is owed."""
        return min((dose.on for dose in self.patient.course.doses if after < dose.on <= self.as_of), default=None)


def _rounds(months: _Months, kind: ResultKind, control: _Control, rules: MonitoringRules) -> Iterator[bool]:
    """Yield for each time that a control was owed whether it was done in time."""
    day: date | None = months.start
    known = months.view(months.as_of)
    rows = known.jcv.valid if kind is ResultKind.JCV else known.results(kind)
    results = sorted({row.on for row in rows})
    owed = control(months.view(months.start), rules)
    while day is not None:
        if owed is None:
            day = months.next_dose(day)
            owed = None if day is None else control(months.view(day), rules)
            continue
        done = next((on for on in results if day < on <= months.as_of), None)
        due = _waited(months, control, rules, owed) if done is None or done > _due(owed) else _due(owed)
        if months.stopped_by(min(due, done or due)):
            return
        if done is None:
            if due < months.as_of:
                yield False
            return
        after = control(months.view(done), rules)
        if after is None or _due(after) != due:
            yield done <= due
        day, owed = done, after


def _waited(months: _Months, control: _Control, rules: MonitoringRules, owed: Monitoring) -> date:
    """Return the day by which a control was owed, with what was known on the day it was due: it may be blocked then."""
    due = _due(owed)
    then = control(months.view(due), rules) if due < months.as_of else None
    return due if then is None or then.status is not MonitoringStatus.BLOCKED else max(due, _due(then))


def _due(owed: Monitoring) -> date:
    return owed.not_before if owed.status is MonitoringStatus.BLOCKED and owed.not_before is not None else owed.due


def _before_doses(months: _Months, rules: MonitoringRules) -> Iterator[bool]:
    """R-MON-1 Yield for each dose that needs bloods before it whether they were there and seen."""
    view = months.view(months.as_of)
    elsewhere = view.doses_completed - len(view.completed)
    for number, dose in enumerate(view.completed, elsewhere + 1):
        if number in rules.bloods_before_doses and dose.on > months.start:
            yield has_bloods(months.view(dose.on), dose.on, rules)

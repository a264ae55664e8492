"""The task list as it is worked through: by band, tests gathered onto one visit, with who has taken what. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from infusionplanner.application.records import Claim, PatientId
from infusionplanner.application.views.work_items import Band, WorkItem, deadline
from infusionplanner.domain.result import Plan

SAMPLES = ("bloods", "jcv", "nab")
"""Tests that are taken in the unit, so that one visit serves several (R-MON-8)."""

BANDS = (Band.OVERDUE, Band.THIS_WEEK, Band.MONTH)
"""What the list shows; what is later waits."""

_ORDER = {band: number for number, band in enumerate(Band)}
_TEST_STATES = frozenset({"due", "overdue", "unknown"})


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the list: one thing to do for one patient, or several tests that one visit serves.

    ``on_visit`` is the visit on which they are taken, ``booked`` whether the patient has that time already. ``who`` has
    taken it.
    """

    patient: PatientId
    items: tuple[WorkItem, ...]
    on_visit: date | None = None
    booked: bool = False
    who: str | None = None

    @property
    def first(self) -> WorkItem:
        """Return the most urgent of the things to do."""
        return self.items[0]

    @property
    def band(self) -> Band:
        """Return how near the most urgent one is."""
        return min((item.band for item in self.items), key=_ORDER.__getitem__)

    @property
    def due(self) -> date | None:
        """Return the first day on which one of them is due, None when none has a day."""
        days = (deadline(item.finding) for item in self.items)
        return min((day for day in days if day is not None), default=None)

    @property
    def topics(self) -> tuple[str, ...]:
        """Return what they are about, each once: ``bloods``, ``jcv``."""
        return tuple(dict.fromkeys(topic_of(item) for item in self.items))

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return rule and key of each, as they are claimed."""
        return tuple((item.finding.rule, item.finding.key) for item in self.items)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; None is everything. ``who`` is initials, ``""`` for what nobody has taken."""

    band: Band | None = None
    topic: str | None = None
    who: str | None = None

    def takes(self, task: Task) -> bool:
        """Tell whether a task is wanted."""
        return (
            (self.band is None or task.band is self.band)
            and (self.topic is None or self.topic in task.topics)
            and (self.who is None or (task.who or "") == self.who)
        )


def topic_of(item: WorkItem) -> str:
    """Return what a thing to do is about, the first part of its key."""
    return item.finding.key.partition(".")[0]


def tasks(work: Iterable[WorkItem], plans: Mapping[PatientId, Plan], claims: Iterable[Claim]) -> tuple[Task, ...]:
    """Return the tasks of the work list, in its order; tests of one patient that one visit serves are one task."""
    taken = {(claim.patient, claim.rule, claim.key): claim.who for claim in claims}
    rows: dict[object, tuple[date | None, list[WorkItem]]] = {}
    for item in work:
        if item.band in BANDS:
            visit = visit_for(item, plans)
            finding = item.finding
            together = (item.patient, finding.rule, finding.key) if visit is None else (item.patient, visit)
            rows.setdefault(together, (visit, []))[1].append(item)
    return tuple(_task(tuple(items), visit, plans, taken) for visit, items in rows.values())


def visit_for(item: WorkItem, plans: Mapping[PatientId, Plan]) -> date | None:
    """R-MON-8 Return the visit on which a test is taken, None for other things and where no visit falls in its time."""
    topic, _, state = item.finding.key.partition(".")
    if topic not in SAMPLES or state not in _TEST_STATES:
        return None
    return next((row.on_visit for row in plans[item.patient].monitoring if row.kind == topic), None)


def _task(
    items: tuple[WorkItem, ...],
    visit: date | None,
    plans: Mapping[PatientId, Plan],
    taken: Mapping[tuple[PatientId, str, str], str],
) -> Task:
    patient = items[0].patient
    booked = visit is not None and any(dose.booked and dose.day == visit for dose in plans[patient].doses)
    owners = (taken.get((patient, item.finding.rule, item.finding.key)) for item in items) if taken else ()
    return Task(patient, items, visit, booked, next((who for who in owners if who), None))


def counts(rows: Iterable[Task]) -> Mapping[Band, int]:
    """Return how many tasks each band has."""
    return Counter(task.band for task in rows)

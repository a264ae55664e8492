"""One value for each patient of a unit, made again only for those whom an act has changed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from infusionplanner.application.records import PatientId
from infusionplanner.application.views.overview import Overview
from infusionplanner.domain.patient import Patient
from infusionplanner.domain.result import Plan

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[T]):
    """A value with what it was worked out of."""

    patient: Patient
    plan: Plan
    value: T


class ByPatient(Generic[T]):
    """What is worked out of a patient and the plan, kept while both are the very objects that it was worked out of.

    An overview gives whom an act has changed another patient and another plan, even where only something beside them
    was recorded. May be asked in any thread: a whole answer takes the place of the one before.
    """

    def __init__(self) -> None:
        self._kept: dict[PatientId, _Kept[T]] = {}

    def of(self, overview: Overview, make: Callable[[PatientId], T]) -> dict[PatientId, T]:
        """Return the value of each patient of an overview in its order, from ``make`` where none is kept."""
        before, now = self._kept, {}
        for who, patient in overview.patients.items():
            plan, known = overview.plans[who], before.get(who)
            if known is None or known.patient is not patient or known.plan is not plan:
                known = _Kept(patient, plan, make(who))
            now[who] = known
        self._kept = now
        return {who: known.value for who, known in now.items()}

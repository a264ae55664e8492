"""What becomes of the visits that an act makes wrong: cancelled or moved in the same unit of work, or kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from infusionplanner.application.acts.booking import NewTime, put_cancelled, put_moved
from infusionplanner.application.desk import Desk
from infusionplanner.application.errors import VisitMismatchError
from infusionplanner.application.ports import Writing
from infusionplanner.application.records import PatientId, VisitId


@dataclass(frozen=True, slots=True)
class VisitChange:
    """A visit that is cancelled, or moved to the day ``to``, at its time and for as long as it now takes."""

    visit: VisitId
    to: date | None = None


def change_visits(desk: Desk, work: Writing, patient: PatientId, changes: Iterable[VisitChange]) -> None:
    """Cancel or move visits of a patient, as they stand after the act that makes them wrong.

    Raises:
        InvalidActError: A visit is another patient's or has begun, or there is no place for it on the new day.
    """
    for change in changes:
        before = work.visit(change.visit)
        if before.patient != patient:
            raise VisitMismatchError(change.visit, patient)
        if change.to is None:
            put_cancelled(work, before)
        else:
            put_moved(desk, work, replace(before, minutes=None), NewTime(change.to, before.time))

"""What the recorded facts amount to on a day: doses completed, the last dose, the results so far."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from infusionplanner.domain.counting import Counted, count
from infusionplanner.domain.patient import (
    Course,
    Dose,
    DoseStatus,
    EarlierDoses,
    Patient,
    Pregnancy,
    Result,
    ResultKind,
)
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.reaction import unlifted_reaction
from infusionplanner.domain.unit import Unit


@dataclass(frozen=True)
class View:
    """One patient's facts as they stand on ``as_of``, with the protocol and the unit they are judged by.

    ``before`` leaves out what was recorded for ``as_of`` itself, for the question whether a dose may be given that day.
    Facts dated later than ``as_of`` are never seen: a plan of an earlier day is what was known then.
    """

    patient: Patient
    protocol: Protocol
    unit: Unit
    as_of: date
    before: bool = False

    @property
    def course(self) -> Course:
        """Return the course of treatment."""
        return self.patient.course

    @cached_property
    def administered(self) -> tuple[Dose, ...]:
        """Return the doses of which something was given, complete or not, oldest first."""
        limit = self.as_of
        doses = (dose for dose in self.course.doses if dose.status is not DoseStatus.MISSED)
        if self.before:
            return tuple(dose for dose in doses if dose.on < limit)
        return tuple(dose for dose in doses if dose.on <= limit)

    @cached_property
    def completed(self) -> tuple[Dose, ...]:
        """Return the completed doses recorded here, oldest first (R-INT-11: a partial dose does not count)."""
        full = self.protocol.dose.mg
        return tuple(dose for dose in self.administered if is_completed(dose, full))

    @cached_property
    def earlier(self) -> EarlierDoses | None:
        """Return the doses given elsewhere when they are documented and were all given by now, else None (R-OBS-1)."""
        earlier = self.course.earlier_doses
        if earlier is None or not earlier.source or (earlier.last_on is not None and earlier.last_on > self.as_of):
            return None
        return earlier

    @cached_property
    def doses_completed(self) -> int:
        """Return the number of completed doses ever, documented ones elsewhere included."""
        elsewhere = self.earlier.sc + self.earlier.iv if self.earlier else 0
        return len(self.completed) + elsewhere

    @cached_property
    def counted(self) -> Counted:
        """Return the completed doses that observation and home treatment count (R-OBS-1, R-GAP-1)."""
        return count(self.completed, self.earlier, self.protocol.gap)

    @cached_property
    def first_documented(self) -> date | None:
        """Return the day of the first dose ever, as far as documented."""
        if self.earlier and self.earlier.sc + self.earlier.iv:
            return self.earlier.first_on
        return self.completed[0].on if self.completed else None

    @cached_property
    def first_known(self) -> date | None:
        """Return the earliest day on which natalizumab is known to have been given, documented or not."""
        days = [self.administered[0].on] if self.administered else []
        elsewhere = self.course.earlier_doses
        if elsewhere is not None and elsewhere.first_on is not None and elsewhere.first_on <= self.as_of:
            days.append(elsewhere.first_on)
        return min(days, default=None)

    @cached_property
    def last_completed(self) -> date | None:
        """Return the day of the last completed dose, the anchor of the next one (R-INT-2)."""
        return self.completed[-1].on if self.completed else self._elsewhere_last

    @cached_property
    def last_administered(self) -> date | None:
        """Return the day of the last dose, complete or not: the rebound clock's anchor (R-INT-9, R-INT-11)."""
        return self.administered[-1].on if self.administered else self._elsewhere_last

    @property
    def _elsewhere_last(self) -> date | None:
        # The date of an undocumented dose is used although the dose does not count: forgetting it could give too soon.
        earlier = self.course.earlier_doses
        return earlier.last_on if earlier is not None and earlier.last_on and earlier.last_on <= self.as_of else None

    @cached_property
    def incomplete(self) -> Dose | None:
        """Return the partial dose that waits for the doctor's date (R-INT-11), or None."""
        last = self.administered[-1] if self.administered else None
        return last if last is not None and not is_completed(last, self.protocol.dose.mg) else None

    @cached_property
    def _by_kind(self) -> dict[ResultKind, list[Result]]:
        by_kind: dict[ResultKind, list[Result]] = {}
        for result in self.patient.results:
            if result.on <= self.as_of:
                by_kind.setdefault(result.kind, []).append(result)
        for rows in by_kind.values():
            rows.sort(key=_result_day)
        return by_kind

    def results(self, kind: ResultKind) -> list[Result]:
        """Return the results of one kind up to ``as_of``, oldest first."""
        return self._by_kind.get(kind, [])

    def latest(self, kind: ResultKind) -> Result | None:
        """Return the newest result of one kind, or None."""
        rows = self.results(kind)
        return rows[-1] if rows else None

    @cached_property
    def pregnancy(self) -> Pregnancy | None:
        """Return the pregnancy that is under way, or None.

        Only the newest one can be: an earlier one of which no birth is recorded ended before it began.
        """
        recorded = [row for row in self.patient.pregnancies if row.recorded_on <= self.as_of]
        newest = max((row.recorded_on for row in recorded), default=None)
        for row in recorded:
            if row.recorded_on == newest and (row.birth_on is None or row.birth_on > self.as_of):
                return row
        return None

    @cached_property
    def reaction(self) -> Dose | None:
        """Return the dose whose reaction still binds (R-OBS-3), or None."""
        return unlifted_reaction(self.administered, self.course.reactions_lifted, self.as_of)

    @property
    def stopped(self) -> bool:
        """Tell whether the treatment has ended."""
        return self.course.stop is not None and self.course.stop.on <= self.as_of


def is_completed(dose: Dose, full_mg: int) -> bool:
    """R-INT-11 A dose counts when it was given whole; an unknown status is not counted."""
    return dose.status is DoseStatus.GIVEN and (dose.mg is None or dose.mg >= full_mg)


def _result_day(result: Result) -> date:
    return result.on

"""What the recorded facts amount to on a day: doses completed, the last dose, the results so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from infusionplanner.domain.controls.jcv import JcvSeries, jcv_series
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
from infusionplanner.domain.reaction import unlifted_reaction, worst_serious
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
    def courses(self) -> tuple[Course, ...]:
        """Return the courses of this drug, oldest first; the last is the one that is planned."""
        earlier = self.patient.earlier_courses
        return (
            (*(row for row in earlier if row.protocol == self.course.protocol), self.course)
            if earlier
            else (self.course,)
        )

    @cached_property
    def administered(self) -> tuple[Dose, ...]:
        """Return the doses of which something was or may have been given, complete or not, oldest first."""
        limit, before = self.as_of, self.before
        return tuple(
            dose
            for course in self.courses
            for dose in course.doses
            if dose.status is not DoseStatus.MISSED and (dose.on < limit or (dose.on == limit and not before))
        )

    @cached_property
    def completed(self) -> tuple[Dose, ...]:
        """Return the completed doses recorded here, oldest first (R-INT-11: a partial dose does not count)."""
        return tuple(dose for dose in self.administered if is_completed(dose))

    @cached_property
    def earlier(self) -> EarlierDoses | None:
        """Return the doses given elsewhere when they are documented and were all given by now, else None (R-OBS-1)."""
        documented = [
            row for row in self._elsewhere if row.source and (row.last_on is None or row.last_on <= self.as_of)
        ]
        return documented[0] if len(documented) == 1 else _together(documented)

    @cached_property
    def _elsewhere(self) -> list[EarlierDoses]:
        return [row.earlier_doses for row in self.courses if row.earlier_doses is not None]

    @cached_property
    def doses_completed(self) -> int:
        """Return the number of completed doses ever, documented ones elsewhere included."""
        return len(self.completed) + (self.earlier.number if self.earlier else 0)

    @cached_property
    def counted(self) -> Counted:
        """Return the completed doses that observation and home treatment count (R-OBS-1, R-GAP-1)."""
        return count(self.completed, self.earlier, self.protocol.gap)

    @cached_property
    def first_unknown(self) -> bool:
        """R-PML-3 Tell whether a dose may have been given before the first one whose day is known."""
        return len(self._elsewhere) < len(self.courses) or any(
            row.first_on is None and (row.number or row.last_on is not None) for row in self._elsewhere
        )

    @cached_property
    def first_known(self) -> date | None:
        """Return the earliest day on which the drug is known to have been given, documented or not."""
        days = [self.administered[0].on] if self.administered else []
        days += [row.first_on for row in self._elsewhere if row.first_on is not None and row.first_on <= self.as_of]
        return min(days, default=None)

    @cached_property
    def first_counted(self) -> date | None:
        """R-INT-6 Return the day of the first dose ever, as far as documented, else of the first that is recorded."""
        documented = self.earlier.first_on if self.earlier is not None and self.earlier.number else None
        return documented or (self.completed[0].on if self.completed else self.first_known)

    @cached_property
    def treated_since(self) -> date | None:
        """Return the day from which the controls are counted; None when it is unknown or there was no dose yet."""
        return None if self.first_unknown else self.first_known

    @cached_property
    def may_be_treated(self) -> bool:
        """Tell whether a dose was or may have been given."""
        return self.first_unknown or self.first_known is not None

    @cached_property
    def may_be_more(self) -> bool:
        """Tell whether more doses may have been given than are counted: elsewhere, unknown or not documented."""
        return len(self._elsewhere) < len(self.courses) or any(
            not row.source and (row.number or row.first_on or row.last_on) for row in self._elsewhere
        )

    @cached_property
    def anchor(self) -> date | None:
        """R-INT-2 Return the day of the last dose that was, or may have been, given whole: the next counts from it."""
        days = [dose.on for dose in self.administered if dose.status is not DoseStatus.INCOMPLETE]
        return days[-1] if days else self._elsewhere_last

    @cached_property
    def last_administered(self) -> date | None:
        """Return the day of the last dose, complete or not: the rebound clock's anchor (R-INT-9, R-INT-11)."""
        return self.administered[-1].on if self.administered else self._elsewhere_last

    @property
    def _elsewhere_last(self) -> date | None:
        # The date of an undocumented dose is used although the dose does not count: forgetting it could give too soon.
        days = (row.last_on for row in self._elsewhere if row.last_on is not None and row.last_on <= self.as_of)
        return max(days, default=None)

    @cached_property
    def last_unknown(self) -> bool:
        """R-GAP-1 Tell whether the last dose may have been given elsewhere on a day that nobody has entered."""
        earlier = self.course.earlier_doses
        if any(dose.on <= self.as_of and dose.status is not DoseStatus.MISSED for dose in self.course.doses):
            return False
        return earlier is None or bool(earlier.last_on is None and (earlier.number or earlier.first_on))

    @cached_property
    def incomplete(self) -> Dose | None:
        """Return the last dose when it waits for the doctor's date: partial, or of unknown status (R-INT-11)."""
        last = self.administered[-1] if self.administered else None
        return None if last is None or last.status is DoseStatus.GIVEN else last

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
    def jcv(self) -> JcvSeries:
        """Return the JCV tests that are valid up to ``as_of``, and where the patient stands by them (R-MON-3)."""
        return jcv_series(
            self.results(ResultKind.JCV), self.patient.exposures, self.protocol.monitoring, self.protocol.pml
        )

    @cached_property
    def pregnancy(self) -> Pregnancy | None:
        """Return the pregnancy that is under way, or None.

        Only the newest one can be: an earlier one of which no birth is recorded ended before it began.
        """
        recorded = [row for row in self.patient.pregnancies if row.recorded_on <= self.as_of]
        newest = max((row.recorded_on for row in recorded), default=None)
        for row in recorded:
            end = row.birth_on or row.ended_on
            if row.recorded_on == newest and (end is None or end > self.as_of):
                return row
        return None

    @cached_property
    def reaction(self) -> Dose | None:
        """Return the dose whose reaction still binds (R-OBS-3), or None."""
        lifted = [lift for course in self.courses for lift in course.reactions_lifted]
        return unlifted_reaction(self.administered, lifted, self.as_of)

    @cached_property
    def serious(self) -> Dose | None:
        """Return the gravest dose after which home treatment and a short observation are over for good (R-OBS-3)."""
        return worst_serious(self.administered)

    @property
    def stopped(self) -> bool:
        """Tell whether the treatment has ended."""
        return self.course.stop is not None and self.course.stop.on <= self.as_of


def is_completed(dose: Dose) -> bool:
    """R-INT-11, R-INT-14 A dose counts when it was given, whatever its amount; an unknown status is not counted."""
    return dose.status is DoseStatus.GIVEN


def _together(rows: Sequence[EarlierDoses]) -> EarlierDoses | None:
    """Return what is documented of doses elsewhere in several courses as one; None when there is nothing."""
    if not rows:
        return None
    first = [row.first_on for row in rows if row.number]
    last = [row.last_on for row in rows if row.number]
    return EarlierDoses(
        sum(row.number_sc for row in rows),
        sum(row.number_iv for row in rows),
        None if None in first else min((day for day in first if day is not None), default=None),
        None if None in last else max((day for day in last if day is not None), default=None),
        rows[0].source,
        sum(row.number for row in rows),
    )


def _result_day(result: Result) -> date:
    return result.on

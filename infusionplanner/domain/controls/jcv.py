"""R-MON-3: which JCV tests are valid, and where a patient stands by them. Every rule that asks for JCV asks here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from infusionplanner.domain.dates import add_days, add_months
from infusionplanner.domain.patient import Answer, Assay, Exposure, ExposureKind, Result
from infusionplanner.domain.protocol import MonitoringRules, PmlRules


@dataclass(frozen=True, slots=True)
class JcvTest:
    """One valid test, with the answer and the index that count.

    ``contradicts`` tells that answer and index were recorded against each other, ``index_dropped`` that the index was
    taken too soon after plasma exchange to count.
    """

    on: date
    assay: Assay | None
    answer: Answer | None
    index: float | None
    contradicts: bool = False
    index_dropped: bool = False


@dataclass(frozen=True, slots=True)
class InvalidTest:
    """A test that counts for nothing, since it was taken too soon after an exposure; ``until`` a new one is due."""

    on: date
    assay: Assay | None
    exposure: Exposure
    until: date


@dataclass(frozen=True, slots=True)
class JcvSeries:
    """The tests up to a day, oldest first. ``standing`` is the test that counts for each assay (never joined)."""

    valid: tuple[JcvTest, ...] = ()
    invalid: tuple[InvalidTest, ...] = ()
    standing: Mapping[Assay | None, JcvTest] = field(default_factory=dict)
    newest: Mapping[Assay | None, JcvTest] = field(default_factory=dict)

    def answered(self, assay: Assay | None) -> JcvTest | None:
        """Return the newest valid test of an assay that has an answer, or None."""
        return next((row for row in reversed(self.valid) if row.assay is assay and row.answer is not None), None)

    @property
    def positive(self) -> JcvTest | None:
        """R-START-2 Return the newest test that makes the patient JCV positive, of whichever assay, or None."""
        rows = [row for row in self.standing.values() if row.answer is Answer.POSITIVE]
        return max(rows, key=_day, default=None)

    def told_by(self, table: Assay | None) -> JcvTest | None:
        """R-PML-1, R-PML-5 Return the test that the estimate is read for: a positive of the table's assay goes first.

        A positive of unknown assay may be of the table's, so it goes before a newer negative.
        """
        for assay in (table, None):
            found = self.standing.get(assay)
            if found is not None and found.answer is Answer.POSITIVE:
                return found
        return self.valid[-1] if self.valid else None


def jcv_series(
    rows: Iterable[Result], exposures: Sequence[Exposure], rules: MonitoringRules | None, pml: PmlRules | None
) -> JcvSeries:
    """R-MON-3 Return what a patient's tests amount to: what is valid, and what stands after a positive one."""
    valid, invalid = [], []
    for row in rows:
        test = _as_read(row, pml)
        block = _blocked(row.on, exposures, rules) if exposures and rules is not None else None
        if block is not None and not _counts_anyway(test, block.exposure):
            invalid.append(InvalidTest(row.on, row.assay, block.exposure, block.until))
        else:
            valid.append(test if block is None else _without_low_index(test, pml))
    if not valid:
        return JcvSeries(invalid=tuple(invalid))
    months = rules.jcv_negative_again_months if rules is not None else 0
    assays = dict.fromkeys(row.assay for row in valid)
    series = {assay: [row for row in valid if row.assay is assay] for assay in assays}
    return JcvSeries(
        tuple(valid),
        tuple(invalid),
        {assay: _standing(tests, months) for assay, tests in series.items()},
        {assay: tests[-1] for assay, tests in series.items()},
    )


def reliable_from(exposure: Exposure, rules: MonitoringRules) -> date:
    """R-MON-3 Return the first day on which a test counts again: 14 days after plasma exchange, 6 months after IVIg."""
    if exposure.kind is ExposureKind.PLASMA_EXCHANGE:
        return add_days(exposure.on, rules.jcv_blocked_plasma_exchange_days)
    return add_months(exposure.on, rules.jcv_blocked_ivig_months)


def _day(row: JcvTest) -> date:
    return row.on


@dataclass(frozen=True, slots=True)
class _Block:
    exposure: Exposure
    until: date


def _blocked(on: date, exposures: Iterable[Exposure], rules: MonitoringRules) -> _Block | None:
    """Return the exposure that a sample of a day was taken too soon after; of several, IVIg, then the longest."""
    found = [
        _Block(exposure, until)
        for exposure in exposures
        if exposure.on <= on < (until := reliable_from(exposure, rules))
    ]
    return max(found, key=lambda row: (row.exposure.kind is ExposureKind.IVIG, row.until), default=None)


def _as_read(row: Result, pml: PmlRules | None) -> JcvTest:
    """R-MON-3 Read answer and index together; of two that contradict each other the more careful one counts."""
    raised = pml is not None and row.index is not None and row.index >= pml.index_low
    if raised and row.answer is not Answer.POSITIVE:
        return JcvTest(row.on, row.assay, Answer.POSITIVE, row.index, contradicts=row.answer is Answer.NEGATIVE)
    return JcvTest(row.on, row.assay, row.answer, row.index)


def _counts_anyway(test: JcvTest, exposure: Exposure) -> bool:
    """R-MON-3 Plasma exchange takes antibodies away, so what is positive, or may be, counts all the same."""
    return exposure.kind is ExposureKind.PLASMA_EXCHANGE and test.answer is not Answer.NEGATIVE


def _without_low_index(test: JcvTest, pml: PmlRules | None) -> JcvTest:
    """R-MON-3 After plasma exchange an index counts only where it reads higher than no index does."""
    if test.index is None or (pml is not None and test.index > pml.index_high):
        return test
    return JcvTest(test.on, test.assay, test.answer, None, test.contradicts, index_dropped=True)


def _standing(tests: Sequence[JcvTest], months: int) -> JcvTest:
    """R-MON-3 After a positive it stays until two negatives with a low index, ``months`` apart, without a positive."""
    positive: JcvTest | None = None
    negative: JcvTest | None = None
    for test in tests:
        if test.answer is Answer.POSITIVE:
            positive, negative = test, None
        elif positive is not None and test.answer is Answer.NEGATIVE and test.index is not None:
            if negative is None:
                negative = test
            elif add_months(negative.on, months) <= test.on:
                positive, negative = None, None
    return positive or tests[-1]

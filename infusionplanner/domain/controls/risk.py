"""R-PML: the risk estimate, the tier, and what follows from the JCV index."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from infusionplanner.domain.controls.jcv import JcvTest
from infusionplanner.domain.dates import completed_months
from infusionplanner.domain.finding import Facts, Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Answer
from infusionplanner.domain.protocol import PmlRow, PmlRules
from infusionplanner.domain.result import Pml, Tier


@dataclass(frozen=True, slots=True)
class Estimate:
    """One reading of the table, and the finding that explains it or its absence."""

    per_1000: float | None = None
    column: str | None = None
    finding: Finding | None = None
    row: PmlRow | None = None


def exposure_month(first: date, as_of: date) -> int:
    """R-PML-3 Return the month of exposure: completed calendar months since the first dose, plus one."""
    return completed_months(first, as_of) + 1


def tier(view: View, rules: PmlRules) -> Tier:
    """R-MON-6, R-PML-5 Return the most careful tier of what stands of each assay; without any test it is unknown.

    Series of different assays are never joined, so a newer negative of one does not take back what another has shown.
    """
    standing = view.jcv.standing.values()
    return max((tier_of(view, row, rules) for row in standing), key=_CARE.index, default=Tier.UNKNOWN)


_CARE = (Tier.LOW, Tier.MID, Tier.UNKNOWN, Tier.HIGH)
"""The tiers by the care that they ask for; an unknown one is followed like the high one."""


def tier_of(view: View, jcv: JcvTest, rules: PmlRules) -> Tier:
    """R-MON-6 Return the tier of one test: low when negative, mid when positive up to 1.5 or without index, high above.

    Positive with earlier immunosuppression is high, and so is positive when that is unknown (R-PML-4).
    """
    if jcv.answer in (None, Answer.INDETERMINATE):
        return Tier.UNKNOWN
    if jcv.answer is Answer.NEGATIVE:
        return Tier.LOW
    above = jcv.index is not None and jcv.index > rules.index_high
    return Tier.HIGH if above or view.course.prior_immunosuppression is not False else Tier.MID


def pml(view: View) -> Pml | None:
    """R-PML-1 to R-PML-5 Return the estimate per 1000 for the JCV test that counts and the months of exposure."""
    rules = view.protocol.pml
    if rules is None:
        return None
    first = view.first_known
    month = exposure_month(first, view.as_of) if first is not None else None
    jcv = told_by(view)
    found = estimate(view, jcv, month, rules)
    index = jcv.index if jcv is not None and found.per_1000 is not None else None
    return Pml(
        per_1000=found.per_1000,
        row=found.row.label if found.row is not None else None,
        column=found.column,
        month=month,
        borderline=found.column not in (None, "negative") and index in (rules.index_low, rules.index_high),
        tier=tier(view, rules),
        finding=first_dose_asked(view) or found.finding,
    )


def told_by(view: View) -> JcvTest | None:
    """R-PML-1, R-PML-5 Return the JCV test that the estimate is read for."""
    return view.jcv.told_by(view.protocol.pml_assay)


def first_dose_asked(view: View) -> Finding | None:
    """R-PML-3 Ask for the day of the first dose while it is unknown: the estimate is the highest that it can be."""
    if not view.first_unknown:
        return None
    return Finding("R-PML-3", Level.TASK, "pml.first_dose_unknown", view.as_of, {"recorded": view.first_known})


def rows_of(view: View, month: int | None) -> list[PmlRow]:
    """R-PML-3 Return the row of a month; every row from it on when the day of the first dose is unknown.

    Past the table there is none; with the first dose unknown it is then the whole table.
    """
    table = view.protocol.pml_table
    if not view.first_unknown:
        here = row_of(table, month)
        return [] if here is None else [here]
    return [row for row in table if row.last_month >= (month or 1)] or list(table)


def row_of(table: Iterable[PmlRow], month: int | None) -> PmlRow | None:
    """Return the row that a month of exposure stands in, or None."""
    return next((row for row in table if month is not None and row.first_month <= month <= row.last_month), None)


def estimate(view: View, jcv: JcvTest | None, month: int | None, rules: PmlRules) -> Estimate:
    """Return the table's number for one JCV test, or the finding that tells why there is none."""
    if jcv is None or jcv.answer is not Answer.POSITIVE or jcv.assay is not view.protocol.pml_assay:
        return replace(without_table(view, jcv, rules), row=row_of(view.protocol.pml_table, month))
    rows = rows_of(view, month)
    if not rows:
        return Estimate(finding=Finding("R-PML-3", Level.WARN, "pml.outside_table", facts={"month": month}))
    without = column(jcv.index, rules)
    read = [by_immunosuppression(view.course.prior_immunosuppression, without, row) for row in rows]
    return max(read, key=_number)


def _number(read: Estimate) -> float:
    return read.per_1000 or 0


def without_table(view: View, jcv: JcvTest | None, rules: PmlRules) -> Estimate:
    """R-PML-1, R-PML-5 Return the estimate for a test the table does not speak of: none, unsure, other, negative."""
    if jcv is None or jcv.answer is None:
        return Estimate(finding=Finding("R-PML-1", Level.WARN, "pml.jcv_unknown"))
    if jcv.assay is not view.protocol.pml_assay:
        facts: Facts = {"assay": jcv.assay.value if jcv.assay else None, "on": jcv.on}
        return Estimate(finding=Finding("R-PML-5", Level.WARN, "pml.other_assay", facts=facts))
    if jcv.answer is Answer.INDETERMINATE:
        return Estimate(finding=Finding("R-PML-1", Level.WARN, "pml.indeterminate", facts={"on": jcv.on}))
    return Estimate(rules.negative_per_1000, "negative")


def column(index: float | None, rules: PmlRules) -> str:
    """R-PML-2 Return the table's column for an index; exactly 0.9 reads the lower one, exactly 1.5 the middle one."""
    if index is None:
        return "no_index"
    if index <= rules.index_low:
        return "low"
    return "mid" if index <= rules.index_high else "high"


def by_immunosuppression(prior: bool | None, without: str, row: PmlRow) -> Estimate:  # noqa: FBT001 - three-state fact
    """R-PML-4 Read the column of earlier immunosuppression; when it is unknown, the higher number of the two."""
    per_1000: float = getattr(row, without)
    if prior is True:
        return Estimate(row.prior_immunosuppression, "prior_immunosuppression", row=row)
    if prior is False:
        return Estimate(per_1000, without, row=row)
    facts: Facts = {"without": per_1000, "with": row.prior_immunosuppression}
    unknown = Finding("R-PML-4", Level.WARN, "pml.prior_unknown", facts=facts)
    if row.prior_immunosuppression > per_1000:
        return Estimate(row.prior_immunosuppression, "prior_immunosuppression", unknown, row)
    return Estimate(per_1000, without, unknown, row)


def findings(view: View, state: Pml | None) -> list[Finding]:
    """R-PML-1 to R-PML-7: why there is no number, a borderline index, and the tasks of a raised index."""
    rules = view.protocol.pml
    if rules is None or state is None or view.stopped or not (view.may_be_treated or view.last_administered):
        return []
    jcv = told_by(view)
    index = jcv.index if jcv is not None and jcv.answer is Answer.POSITIVE else None
    why = estimate(view, jcv, state.month, rules).finding
    found = [row for row in (first_dose_asked(view), why) if row is not None]
    if index is None:
        return found
    if state.borderline:
        found.append(Finding("R-PML-2", Level.INFO, "pml.borderline", facts={"index": index}))
    if index > rules.index_high:
        found.append(Finding("R-PML-7", Level.TASK, "pml.plan_change", facts={"index": index}))
    elif index >= rules.index_low:
        found.append(Finding("R-PML-7", Level.TASK, "pml.consider_interval", facts={"index": index}))
    return found

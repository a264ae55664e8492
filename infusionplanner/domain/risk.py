"""R-PML: the risk estimate, the tier, and what follows from the JCV index."""

from dataclasses import dataclass
from datetime import date

from infusionplanner.domain.dates import completed_months
from infusionplanner.domain.finding import Facts, Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Answer, Result, ResultKind
from infusionplanner.domain.protocol import PmlRow, PmlRules
from infusionplanner.domain.result import Pml, Tier


@dataclass(frozen=True, slots=True)
class Estimate:
    """One reading of the table, and the finding that explains it or its absence."""

    per_1000: float | None = None
    column: str | None = None
    finding: Finding | None = None


def exposure_month(first: date, as_of: date) -> int:
    """R-PML-3 Return the month of exposure: completed calendar months since the first dose, plus one."""
    return completed_months(first, as_of) + 1


def tier(view: View, rules: PmlRules) -> Tier:
    """R-MON-6, R-PML-5 Return the most careful tier of the newest test of each assay; without any it is unknown.

    Series of different assays are never joined, so a newer negative of one does not take back what another has shown.
    """
    newest = {row.assay: row for row in view.results(ResultKind.JCV)}
    return max((tier_of(view, row, rules) for row in newest.values()), key=_CARE.index, default=Tier.UNKNOWN)


_CARE = (Tier.LOW, Tier.MID, Tier.UNKNOWN, Tier.HIGH)
"""The tiers by the care that they ask for; an unknown one is followed like the high one."""


def tier_of(view: View, jcv: Result, rules: PmlRules) -> Tier:
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
    """R-PML-1 to R-PML-5 Return the estimate per 1000 for the newest JCV test and the months of exposure."""
    rules = view.protocol.pml
    if rules is None:
        return None
    first = _exposed_since(view)
    month = exposure_month(first, view.as_of) if first is not None else None
    row = next((row for row in view.protocol.pml_table if month and row.first_month <= month <= row.last_month), None)
    jcv = view.latest(ResultKind.JCV)
    found = estimate(view, jcv, row, month, rules)
    index = jcv.index if jcv is not None and found.per_1000 is not None else None
    return Pml(
        per_1000=found.per_1000,
        row=row.label if row is not None else None,
        column=found.column,
        month=month,
        borderline=found.column not in (None, "negative") and index in (rules.index_low, rules.index_high),
        tier=tier(view, rules),
        finding=found.finding,
    )


def _exposed_since(view: View) -> date | None:
    """Return the first known dose; None when doses elsewhere have no date, for then the exposure is unknown."""
    earlier = view.course.earlier_doses
    if earlier is not None and earlier.sc + earlier.iv and earlier.first_on is None:
        return None
    return view.first_known


def estimate(view: View, jcv: Result | None, row: PmlRow | None, month: int | None, rules: PmlRules) -> Estimate:
    """Return the table's number for one JCV test, or the finding that tells why there is none."""
    if jcv is None or jcv.answer is not Answer.POSITIVE or jcv.assay is not view.protocol.pml_assay:
        return without_table(view, jcv, rules)
    if row is not None:
        return by_immunosuppression(view.course.prior_immunosuppression, column(jcv.index, rules), row)
    if month is None:
        return Estimate(finding=Finding("R-PML-3", Level.WARN, "pml.exposure_unknown"))
    return Estimate(finding=Finding("R-PML-3", Level.WARN, "pml.outside_table", facts={"month": month}))


def without_table(view: View, jcv: Result | None, rules: PmlRules) -> Estimate:
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
        return Estimate(row.prior_immunosuppression, "prior_immunosuppression")
    if prior is False:
        return Estimate(per_1000, without)
    facts: Facts = {"without": per_1000, "with": row.prior_immunosuppression}
    unknown = Finding("R-PML-4", Level.WARN, "pml.prior_unknown", facts=facts)
    if row.prior_immunosuppression > per_1000:
        return Estimate(row.prior_immunosuppression, "prior_immunosuppression", unknown)
    return Estimate(per_1000, without, unknown)


def findings(view: View, state: Pml | None) -> list[Finding]:
    """R-PML-1 to R-PML-7: why there is no number, a borderline index, and the tasks of a raised index."""
    rules = view.protocol.pml
    if rules is None or state is None or view.stopped or (view.first_known or view.last_administered) is None:
        return []
    jcv = view.latest(ResultKind.JCV)
    index = jcv.index if jcv is not None and jcv.answer is Answer.POSITIVE else None
    found = [] if state.finding is None else [state.finding]
    if index is None:
        return found
    if state.borderline:
        found.append(Finding("R-PML-2", Level.INFO, "pml.borderline", facts={"index": index}))
    if index > rules.index_high:
        found.append(Finding("R-PML-7", Level.TASK, "pml.plan_change", facts={"index": index}))
    elif index >= rules.index_low:
        found.append(Finding("R-PML-7", Level.TASK, "pml.consider_interval", facts={"index": index}))
    return found

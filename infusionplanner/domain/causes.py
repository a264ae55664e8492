"""R-LIST-1: the cause of each finding, and the rows that a list makes of the findings of one patient."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from infusionplanner.domain.dates import add_days
from infusionplanner.domain.finding import Finding, urgency
from infusionplanner.domain.protocol import ListRules


class Cause(StrEnum):
    """Why a patient stands on a list: a dose that is late, else the family of the rule."""

    LATE = "late"
    INTERVAL = "interval"
    BRIDGING = "bridging"
    BOOKING = "booking"
    RECORD = "record"
    GAP = "gap"
    OBSERVATION = "observation"
    HOME = "home"
    SUPPLY = "supply"
    START = "start"
    CONTROLS = "controls"
    PML = "pml"
    PREGNANCY = "pregnancy"
    STOP = "stop"
    BRAND = "brand"
    HOLD = "hold"


_KEYS: Mapping[Cause, str] = {
    Cause.LATE: """interval.late rebound.warn rebound.critical dose.late visit.unrecorded gap.short_exposure
        gap.checklist""",
    Cause.INTERVAL: """interval.too_soon interval.outside_window interval.no_order interval.order_incomplete
        interval.beyond_extended interval.review_due interval.before_limit interval.consider interval.reason_missing
        interval.fell_back interval.shorter interval.under_minimum unit.closed""",
    Cause.BRIDGING: """bridging.next_date_missing bridging.course bridging.complete bridging.more_than_planned
        bridging.after_next bridging.not_started bridging.not_started_critical""",
    Cause.BOOKING: "booking.unused",
    Cause.RECORD: """recorded.in_future dose.incomplete dose.unknown dose.other_amount dose.after_stop dose.same_day
        dose.before_recorded""",
    Cause.GAP: "gap.unknown gap.restart",
    Cause.OBSERVATION: """earlier_doses.undocumented earlier_doses.unknown reaction.serious reaction.unlifted
        reaction.unknown reaction.for_good""",
    Cause.HOME: """home.not_eligible home.not_sc home.first_sc_in_unit home.checklist_missing home.checklist_yes
        home.unreported home.not_yet_reported home.ask_first home.may_be_taken home.second_syringe_late home.discarded
        home.who_injects product.no_route""",
    Cause.SUPPLY: """prescription.too_few prescription.count_unknown prescription.renew prescription.missing
        prescription.withdraw supply.order supply.missing dispensing.early stock.odd stock.mismatch""",
    Cause.START: """gate.open gate.positive gate.indeterminate start.not_ordered start.jcv_positive
        start.pml_suspicion start.prior_unknown""",
    Cause.CONTROLS: """bloods.missing bloods.due bloods.overdue bloods.unknown bloods.blocked nab.due nab.overdue
        nab.unknown nab.blocked nab.confirmed nab.repeat nab.unsure nab.unanswered jcv.due jcv.overdue jcv.unknown
        jcv.blocked jcv.negative_age jcv.not_valid jcv.index_not_valid jcv.contradiction jcv.positive_stays edss.due
        edss.overdue edss.unknown edss.blocked edss.incomplete mri.due mri.overdue mri.unknown mri.blocked
        mri.window_open serum.unit serum.shown""",
    Cause.PML: """pml.jcv_unknown pml.indeterminate pml.borderline pml.outside_table pml.first_dose_unknown
        pml.prior_unknown pml.other_assay pml.suspicion pml.consider_interval pml.plan_change checklist.symptoms
        checklist.relatives""",
    Cause.PREGNANCY: """pregnancy.no_plan pregnancy.age_missing pregnancy.last_dose pregnancy.after_limit
        pregnancy.birth_unrecorded pregnancy.resume pregnancy.third_trimester pregnancy.breastfeeding
        pregnancy.no_day pregnancy.day_by_doctor hold.pregnancy checklist.pregnancy""",
    Cause.STOP: """treatment.stopped stop.reason_missing stop.no_next stop.nothing_follows switch.due
        surveillance.mri surveillance.running""",
    Cause.BRAND: "batch.missing batch.unread batch.expired batch.other_product brand.changed",
    Cause.HOLD: """hold.infection hold.malignancy hold.other checklist.infection checklist.reaction
        checklist.medicines checklist.bleeding checklist.eyes checklist.vaccine checklist.card""",
}

CAUSES: Mapping[str, Cause] = {key: cause for cause, keys in _KEYS.items() for key in keys.split()}
"""The cause of every finding key."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: the cause, the finding that it shows, the earliest due day, and what is folded under it."""

    cause: Cause
    finding: Finding
    due: date | None
    folded: tuple[Finding, ...] = ()


def rows(findings: Iterable[Finding]) -> tuple[Row, ...]:
    """R-LIST-1 Fold one patient's findings into rows, one a cause: the most urgent level first, then the earliest."""
    by_cause: dict[Cause, list[Finding]] = {}
    for finding in findings:
        by_cause.setdefault(CAUSES[finding.key], []).append(finding)
    return tuple(sorted((_row(cause, found) for cause, found in by_cause.items()), key=_order))


def _row(cause: Cause, found: list[Finding]) -> Row:
    first, *rest = sorted(found, key=lambda row: (urgency(row), row.due or date.max))
    dues = [row.due for row in found if row.due is not None]
    return Row(cause, first, min(dues, default=None), tuple(rest))


def _order(row: Row) -> tuple[int, date]:
    return urgency(row.finding), row.due or date.max


def latest_put_off(finding: Finding, as_of: date, next_dose: date | None, rules: ListRules | None) -> date | None:
    """R-LIST-2 Return the last day until which a finding may be put off: never past the next dose; None for a stop."""
    if rules is None or finding.stops:
        return None
    latest = add_days(as_of, rules.put_off_days)
    return latest if next_dose is None else max(as_of, min(latest, next_dose))

"""What is to be taken at a visit: the one answer that boards, panels and prints show. Pure."""

from datetime import date

from infusionplanner.domain.result import Monitoring, MonitoringStatus, Plan


def sampled_at(plan: Plan, on: date, number: int | None = None) -> tuple[Monitoring, ...]:
    """R-MON-8 Return what must be sampled before a dose on a day, and every test that is due by then.

    ``number`` is that of the dose, None for a visit that the plan has no dose for. A test that has another visit before
    this one is taken there; one that cannot be taken yet (R-MON-3) is not due.
    """
    return tuple(row for row in plan.monitoring if _is_taken(row, on, number))


def _is_taken(row: Monitoring, on: date, number: int | None) -> bool:
    if row.status is MonitoringStatus.BLOCKED and (row.not_before is None or row.not_before > on):
        return False
    if row.on_visit == on or (number is not None and row.before_dose == number):
        return True
    return row.due <= on and (row.on_visit is None or row.on_visit >= on)

"""The reminders of a home patient's supply: order at the pharmacy, collect there, ask for a new prescription."""

from collections.abc import Iterator
from datetime import date

from infusionplanner.application.calendar.basis import Basis, Entry
from infusionplanner.application.calendar.values import EventKind, LeftOut, LeftOutReason
from infusionplanner.domain.away.supply import ask_by, collect_by, order_day
from infusionplanner.domain.dates import add_days
from infusionplanner.domain.patient import AWAY
from infusionplanner.domain.protocol import SupplyRules
from infusionplanner.domain.result import PlannedDose, Supply


def supply_events(basis: Basis) -> Iterator[Entry]:
    """Yield the reminders of supply for as far as doses are planned; none without a supply (R-RX-4, R-RX-5)."""
    rules, supply = basis.protocol.supply, basis.plan.supply
    if rules is None or supply is None:
        return
    yield from _dispensings(basis, supply, rules)
    if supply.renew_by is not None:
        number = len(basis.patient.course.prescriptions) + 1
        day = ask_by(supply, basis.plan.as_of, rules) or basis.plan.as_of
        yield basis.reminder(f"renewal:{number}", EventKind.RENEWAL, day)


def _dispensings(basis: Basis, supply: Supply, rules: SupplyRules) -> Iterator[Entry]:
    """R-RX-4 Order 7 days before the first home dose without supply, and again for each dispensing after it.

    What serves a dose that a stop blocks is left out like that dose.
    """
    number = len(basis.patient.course.dispensings)
    for dose in _doses_without_supply(basis, supply):
        number += 1
        needed_by = dose.due
        order_by = order_day(needed_by, rules, basis.unit)
        if dose.blocked:
            yield LeftOut(f"order:{number}", EventKind.ORDER, order_by, LeftOutReason.BLOCKED)
            yield LeftOut(f"collect:{number}", EventKind.COLLECT, needed_by, LeftOutReason.BLOCKED)
            continue
        yield basis.reminder(f"order:{number}", EventKind.ORDER, order_by)
        yield _collection(basis, f"collect:{number}", needed_by, order_by)


def _collection(basis: Basis, slot: str, needed_by: date, order_by: date) -> Entry:
    """R-RX-9 Collect so many days before as was chosen, and by the last weekday before the dose at the latest."""
    day = add_days(needed_by, -basis.options.collect_days_before)
    day = min(day, collect_by(needed_by, basis.plan.as_of) or day)
    return basis.reminder(slot, EventKind.COLLECT, day, not_before=order_by)


def _doses_without_supply(basis: Basis, supply: Supply) -> Iterator[PlannedDose]:
    """Yield the first dose of each coming dispensing (R-RX-2)."""
    at_home = [dose for dose in basis.doses if dose.setting in AWAY]
    first = next((n for n, dose in enumerate(at_home) if dose.due == supply.next_dispensing_by), len(at_home))
    yield from at_home[first :: max(1, supply.doses_per_dispensing)]

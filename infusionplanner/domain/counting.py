"""R-GAP-1 and R-OBS-1: how many completed doses count, since the start or since a restart."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from infusionplanner.domain.dates import add_months
from infusionplanner.domain.patient import Dose, EarlierDoses, Route
from infusionplanner.domain.protocol import GapRules


class Counted(NamedTuple):
    """Completed doses since the start or the last restart: all, those given i.v., and the day of the last one.

    ``last_unknown`` says that doses elsewhere are documented without the day of the last one.
    """

    total: int = 0
    iv: int = 0
    last_on: date | None = None
    last_unknown: bool = False

    def add(self, on: date, route: Route | None) -> "Counted":
        """Return the count after one more completed dose."""
        return Counted(self.total + 1, self.iv + (route is Route.IV), on)


def restarts(last: date | None, on: date, rules: GapRules | None) -> bool:
    """R-GAP-1 Two consecutive doses at least ``restart_after_months`` apart start the counts again at the later one."""
    return rules is not None and last is not None and add_months(last, rules.restart_after_months) <= on


def count(doses: Iterable[Dose], earlier: EarlierDoses | None, rules: GapRules | None) -> Counted:
    """Return the completed doses that count: documented ones elsewhere, then ``doses``, from the last restart on."""
    total, iv, last, unknown = 0, 0, None, False
    if earlier is not None and earlier.number:
        total, iv, last = earlier.number, earlier.number_iv, earlier.last_on
        unknown = last is None
    for dose in doses:
        if unknown or restarts(last, dose.on, rules):
            total, iv, unknown = 0, 0, False
        total, iv, last = total + 1, iv + (dose.route is Route.IV), dose.on
    return Counted(total, iv, last, unknown)


def before(counted: Counted, on: date, rules: GapRules | None) -> Counted:
    """Return the count as it stands before a dose on ``on``: zero when that dose is a restart (R-GAP-1).

    Documented doses without the day of the last one may lie behind such a gap, so they count as before a restart.
    """
    if counted.last_unknown or restarts(counted.last_on, on, rules):
        return Counted(last_on=counted.last_on)
    return counted

"""The dose that the rules are asked about: the coming one of a plan, or one on a day that somebody names."""

from dataclasses import dataclass
from datetime import date

from infusionplanner.domain.interval import Order
from infusionplanner.domain.pack import Pack
from infusionplanner.domain.patient import Route, Setting
from infusionplanner.domain.result import Condition, PlannedDose


@dataclass(frozen=True, slots=True)
class Asked:
    """A dose on a day, by a route, in a setting, due on a day by the order in force.

    ``planned`` is the coming dose of a plan, the first of its ``doses``; otherwise somebody wants to give one on
    ``on``. ``unreported`` are the due days of home doses that may have been taken, ``conditions`` those of a dose away
    from the unit, ``taken`` the pack that the dose is taken from.
    """

    on: date
    due: date
    route: Route | None
    setting: Setting
    order: Order | None
    planned: bool
    unreported: tuple[date, ...] = ()
    conditions: tuple[Condition, ...] = ()
    doses: tuple[PlannedDose, ...] = ()
    taken: Pack | None = None

"""The figures that are always visible: visits of today, observations to be ended, and overdue tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infusionplanner.application.views.seats import is_over
from infusionplanner.application.views.work_items import Band
from infusionplanner.domain.patient import AppointmentKind, AppointmentStatus

if TYPE_CHECKING:
    from infusionplanner_ui.shell.ward import Ward

_IN_UNIT = frozenset({AppointmentKind.DOSE, AppointmentKind.TRAINING})


def visits_today(ward: Ward) -> int:
    """Return how many visits the unit has today."""
    places = {place.name for place in ward.unit.places}
    booked = (row for row in ward.state.visits_today if row.status is AppointmentStatus.BOOKED)
    return sum(visit.kind in _IN_UNIT or visit.place in places for visit in booked)


def observed_out(ward: Ward) -> int:
    """Return how many patients still sit there whose observation is over; the rail shows them before all else."""
    now = ward.desk.now()
    return sum(is_over(visit, now) for visit in ward.state.visits_today)


def overdue(ward: Ward) -> int:
    """Return how many things should have been done already."""
    return sum(item.band is Band.OVERDUE for item in ward.work_list())

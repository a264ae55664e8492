"""The figures that are always visible: visits of today, overdue tasks, and what was saved last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.history import acts
from infusionplanner.application.worklist import Band
from infusionplanner.domain.patient import AppointmentKind, AppointmentStatus
from infusionplanner_ui import text

if TYPE_CHECKING:
    from infusionplanner_ui.ward import Ward

translate = QCoreApplication.translate

_IN_UNIT = frozenset({AppointmentKind.DOSE, AppointmentKind.TRAINING})


def visits_today(ward: Ward) -> int:
    """Return how many visits the unit has today."""
    places = {place.name for place in ward.unit.places}
    booked = (row for row in ward.visits(ward.today, ward.today) if row.status is AppointmentStatus.BOOKED)
    return sum(visit.kind in _IN_UNIT or visit.place in places for visit in booked)


def overdue(ward: Ward) -> int:
    """Return how many things should have been done already."""
    return sum(item.band is Band.OVERDUE for item in ward.work_list())


def last_saved(ward: Ward, *, demo: bool) -> str:
    """Return when something was saved last, and by whom."""
    newest = next(iter(acts(ward.desk, limit=1)), None)
    demonstration = translate("Desktop", "Demo unit: all patients are invented") if demo else ""
    if newest is None:
        return demonstration
    today = newest.at.date() == ward.today
    when = text.clock(newest.at) if today else text.moment(newest.at)
    said = translate("Desktop", "last change {time} by {who}").format(time=when, who=newest.who)
    return text.join(demonstration, said)

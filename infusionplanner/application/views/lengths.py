"""How long a visit takes: the dose by its route, and the observation after it."""

from datetime import date

from infusionplanner.application.desk import Desk
from infusionplanner.application.records import PatientId
from infusionplanner.domain.counting import before
from infusionplanner.domain.history import View
from infusionplanner.domain.interval import next_order, regimens_in_order
from infusionplanner.domain.observation import observe
from infusionplanner.domain.patient import AppointmentKind, Patient, Route
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.unit import Unit

OTHER_VISIT_MINUTES = 30
"""Length of a visit without a dose, when none is given (OWN)."""


def observation_minutes(patient: Patient, protocol: Protocol, unit: Unit, on: date, route: Route | None) -> int:
    """R-OBS: return the minutes of observation after a dose on ``on`` by ``route``; unknown is the stricter one."""
    view = View(patient, protocol, unit, on, before=True)
    observation = observe(view, before(view.counted, on, protocol.gap), route)
    return 0 if observation is None else observation.minutes


def ordered_route(patient: Patient, protocol: Protocol, unit: Unit, on: date) -> Route | None:
    """Return the route that is ordered for the dose on ``on``."""
    view = View(patient, protocol, unit, on, before=True)
    found = next_order(view, regimens_in_order(view), view.anchor)
    return None if found is None else found[0].route


def visit_minutes(
    patient: Patient, protocol: Protocol, unit: Unit, on: date, kind: AppointmentKind = AppointmentKind.DOSE
) -> tuple[int, int]:
    """Return how long a visit takes its place, observation included, and the observation alone, in minutes."""
    if kind is not AppointmentKind.DOSE:
        return OTHER_VISIT_MINUTES, 0
    route = ordered_route(patient, protocol, unit, on)
    observation = observation_minutes(patient, protocol, unit, on, route)
    rules = protocol.visit
    dose = rules.minutes_sc if route is Route.SC else max(rules.minutes_sc, rules.minutes_iv)
    return dose + observation, observation


def minutes_needed(desk: Desk, patient: PatientId, on: date, kind: AppointmentKind = AppointmentKind.DOSE) -> int:
    """Return how many minutes a visit of a patient on a day takes its place."""
    with desk.store.reading() as reading:
        known, unit = reading.record(patient).patient, reading.unit()
    return visit_minutes(known, desk.protocol(known.course.protocol, unit), unit, on, kind)[0]

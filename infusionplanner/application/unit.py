"""The unit itself: hours, closures, places, its own parameters, its users and settings."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.bounds import LAST_DAY
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import entered, filled
from infusionplanner.application.errors import InvalidActError, UnitSettingError
from infusionplanner.application.ports import Reading
from infusionplanner.application.records import Done, User
from infusionplanner.domain.patient import AppointmentStatus
from infusionplanner.domain.unit import Unit

WEEK = frozenset(range(1, 8))
ROLES = ("nurse", "doctor", "admin")


class PlaceInUseError(InvalidActError):
    """A place that is to be taken away has coming visits."""

    def __init__(self, place: str, on: date) -> None:
        self.place, self.on = place, on


def change_unit(desk: Desk, unit: Unit) -> Done:
    """Store the unit as it is to be from now on. Visits that are booked stay where they are.

    Raises:
        UnitSettingError: A field cannot be so.
        PlaceInUseError: A place that is taken away has coming visits.
        ParameterRefusedError: A parameter is unknown or cannot have its value.
    """
    _possible(unit)
    for protocol in desk.protocols.values():
        desk.overriding(protocol, unit.parameters)
    with desk.act(_kind(desk.unit(), unit)) as work:
        _no_visits_at_dropped_places(desk, work, unit)
        work.put_unit(unit)
        return work.done()


def override_parameter(desk: Desk, key: str, value: object | None) -> Done:
    """Change one parameter of the protocols for this unit; None goes back to the protocol's own value."""
    with desk.act(ActKind.OVERRIDE_PARAMETER) as work:
        unit = work.unit()
        parameters = {name: own for name, own in unit.parameters.items() if name != key}
        if value is not None:
            parameters[key] = value
        for protocol in desk.protocols.values():
            desk.overriding(protocol, parameters)
        work.put_unit(replace(unit, parameters=parameters))
        return work.done()


def put_user(desk: Desk, user: User) -> Done:
    """Store a person who uses the program, new or changed. Nobody is deleted: the journal names them."""
    entered(user, "user")
    filled(user.initials, "initials")
    if user.role not in ROLES:
        raise UnitSettingError(field="role", why=f"{user.role!r} is none of {', '.join(ROLES)}")
    with desk.act(ActKind.PUT_USER) as work:
        work.put_user(user)
        return work.done()


def change_setting(desk: Desk, key: str, value: object) -> Done:
    """Store a setting of the unit: any value that JSON can hold."""
    with desk.act(ActKind.CHANGE_SETTING) as work:
        work.put_setting(filled(key, "key"), json.dumps(value, ensure_ascii=False))
        return work.done()


def setting(desk: Desk, key: str, default: object = None) -> object:
    """Return a setting of the unit, or ``default`` when it was never set."""
    with desk.store.reading() as reading:
        stored = reading.setting(key)
    return default if stored is None else json.loads(stored)


def _kind(before: Unit, after: Unit) -> ActKind:
    """Return what a change of the unit is, as the history and an undo name it."""
    if before.places != after.places:
        return ActKind.CHANGE_PLACES
    if after.closed - before.closed or before.open - after.open:
        return ActKind.CLOSE_DAYS
    if before.closed - after.closed or after.open - before.open:
        return ActKind.OPEN_DAYS
    return ActKind.CHANGE_UNIT


def _possible(unit: Unit) -> None:
    entered(unit.name, "name")
    entered(unit.phone, "phone")
    entered((tuple(unit.closed), tuple(unit.open)), "closed")
    if unit.opens >= unit.closes:
        raise UnitSettingError(field="hours", why=f"opening {unit.opens:%H:%M} is not before {unit.closes:%H:%M}")
    if not unit.open_weekdays or not unit.open_weekdays <= WEEK:
        raise UnitSettingError(field="open_weekdays", why="at least one day is open, 1 (Monday) to 7 (Sunday)")
    for place in unit.places:
        filled(place.name, "places")
    twice = [name for name, times in Counter(place.name for place in unit.places).items() if times > 1]
    if twice:
        raise UnitSettingError(field="places", why=f"{twice[0]!r} stands there twice")


def _no_visits_at_dropped_places(desk: Desk, reading: Reading, unit: Unit) -> None:
    dropped = {place.name for place in reading.unit().places} - {place.name for place in unit.places}
    if not dropped:
        return
    for visit in reading.visits(desk.today(), LAST_DAY):
        if visit.place in dropped and visit.status is AppointmentStatus.BOOKED and visit.dose is None:
            raise PlaceInUseError(str(visit.place), visit.on)

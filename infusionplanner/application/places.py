"""The unit's places under another name: the visits of today and later follow."""

from dataclasses import replace

from infusionplanner.application.bounds import LAST_DAY
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import filled
from infusionplanner.application.errors import UnitSettingError, UnknownPlaceError
from infusionplanner.application.records import Done


def rename_place(desk: Desk, old: str, new: str) -> Done:
    """Call a place by another name, in the unit and on its visits from today on; what has been keeps the old name.

    Raises:
        EmptyFieldError: There is no new name.
        UnknownPlaceError: The unit has no such place.
        UnitSettingError: Another place has that name.
    """
    name = filled(new, "places")
    with desk.act("rename_place") as work:
        unit = work.unit()
        names = [place.name for place in unit.places]
        if old not in names:
            raise UnknownPlaceError(old, tuple(names))
        if name != old and name in names:
            raise UnitSettingError(field="places", why=f"{name!r} stands there twice")
        places = tuple(replace(place, name=name) if place.name == old else place for place in unit.places)
        work.put_unit(replace(unit, places=places))
        for visit in work.visits(desk.today(), LAST_DAY):
            if visit.place == old:
                work.update_visit(replace(visit, place=name))
        return work.done()

"""A place of the unit under another name or of another kind: the visits of today and later follow."""

from dataclasses import replace

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.bounds import LAST_DAY
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import filled
from infusionplanner.application.errors import UnitSettingError, UnknownPlaceError
from infusionplanner.application.records import Done
from infusionplanner.domain.unit import Place


def change_place(desk: Desk, name: str, place: Place) -> Done:
    """Give a place another name or kind, with its visits from today on; what has been keeps the old name.

    Raises:
        EmptyFieldError: There is no new name.
        UnknownPlaceError: The unit has no such place.
        UnitSettingError: Another place has that name.
    """
    changed = replace(place, name=filled(place.name, "places"))
    with desk.act(ActKind.CHANGE_PLACE) as work:
        unit = work.unit()
        names = [known.name for known in unit.places]
        if name not in names:
            raise UnknownPlaceError(name, names)
        if changed.name != name and changed.name in names:
            raise UnitSettingError(field="places", why=f"{changed.name!r} stands there twice")
        work.put_unit(replace(unit, places=tuple(changed if known.name == name else known for known in unit.places)))
        for visit in work.visits(desk.today(), LAST_DAY):
            if visit.place == name:
                work.update_visit(replace(visit, place=changed.name))
        return work.done()

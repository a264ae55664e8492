"""A visit that is picked up on the week board, and the keys that carry it."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from infusionplanner_ui.widgets.boards.board_data import BoardSlot, BoardVisit, WeekBoardData, minutes_of, time_of


class Edge(Enum):
    """The week ends here: what is carried wants to go on into another week."""

    BEFORE = auto()
    AFTER = auto()


@dataclass(frozen=True, slots=True)
class Carried:
    """What is carried: the visit, the slot it came from (None for one that is booked anew) and the slot it is over."""

    visit: BoardVisit
    origin: BoardSlot | None
    target: BoardSlot

    def over(self, target: BoardSlot) -> "Carried":
        """Return the same visit over another slot."""
        return replace(self, target=target)

    @property
    def shown(self) -> BoardVisit:
        """The visit as it would stand at its target."""
        return replace(self.visit, start=self.target.start, place=self.target.place)

    @property
    def moved(self) -> bool:
        """Whether a drop would change anything."""
        return self.target != self.origin


def by_minutes(carried: Carried, data: WeekBoardData, minutes: int) -> BoardSlot:
    """Return the slot that lies earlier or later the same day, kept inside the opening hours."""
    opens, closes = minutes_of(data.opens), minutes_of(data.closes)
    latest = max(closes - carried.visit.minutes, opens)
    begins = min(max(minutes_of(carried.target.start) + minutes, opens), latest)
    return replace(carried.target, start=time_of(begins))


def by_days(carried: Carried, data: WeekBoardData, step: int) -> BoardSlot | Edge:
    """Return the same time and place on the next or previous open day, or the edge of the week."""
    days = [day.on for day in data.days if not day.closed]
    later = [day for day in days if (day - carried.target.on).days * step > 0]
    if not later:
        return Edge.AFTER if step > 0 else Edge.BEFORE
    return replace(carried.target, on=min(later) if step > 0 else max(later))


def by_places(carried: Carried, data: WeekBoardData, step: int) -> BoardSlot | Edge:
    """Return the next or previous place, going on to the neighbouring open day after the last one."""
    places = [place.key for place in data.places]
    index = places.index(carried.target.place) + step if carried.target.place in places else 0
    if 0 <= index < len(places):
        return replace(carried.target, place=places[index])
    other = by_days(carried, data, step)
    return other if isinstance(other, Edge) else replace(other, place=places[0 if step > 0 else -1])


def into_week(carried: Carried, data: WeekBoardData, edge: Edge | None) -> BoardSlot:
    """Return the slot after the page showed another week: the open day nearest to the edge it came over."""
    days = [day.on for day in data.days if not day.closed]
    if not days or edge is None or carried.target.on in days:
        return carried.target
    return replace(carried.target, on=days[0] if edge is Edge.AFTER else days[-1])

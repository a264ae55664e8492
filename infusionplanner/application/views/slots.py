"""Free places and times of a day, best first. Pure: from the unit's hours and the visits as ``seats`` gives them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from datetime import time as clock_time

from infusionplanner.application.records import Visit
from infusionplanner.domain.patient import AppointmentStatus, Route
from infusionplanner.domain.unit import Place, PlaceKind, Unit

STEP_MINUTES = 15
"""Minutes between the times that are tried, from opening."""

_SUITED = {
    Route.SC: (PlaceKind.INJECTION, PlaceKind.CHAIR, PlaceKind.BED),
    Route.IV: (PlaceKind.CHAIR, PlaceKind.BED),
    None: (PlaceKind.CHAIR, PlaceKind.BED, PlaceKind.INJECTION),
}
"""Kinds of places for a route, best first: an infusion is not given where there is no chair or bed."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A free time. ``place`` is None in a unit that has named no places."""

    on: date
    time: clock_time
    place: str | None
    minutes: int


@dataclass(frozen=True, slots=True)
class SlotWish:
    """What a patient is used to, and where a dose by that route can be given."""

    route: Route | None = None
    time: clock_time | None = None
    place: str | None = None


def free_slots(
    unit: Unit, visits: Iterable[Visit], on: date, minutes: int, wish: SlotWish | None = None
) -> tuple[Slot, ...]:
    """Return the free times of a day, best first: nearest the wished time (else earliest), then the wished place.

    Args:
        unit: Its hours and places; a closed day has no free times.
        visits: The visits, each for as long as its place is taken (``seated``); those of other days are passed over.
        on: The day.
        minutes: How long the place is taken, observation included.
        wish: Route, time and place wished.
    """
    wish = wish or SlotWish()
    if not unit.is_open(on):
        return ()
    taken = [visit for visit in visits if visit.on == on]
    starts = tuple(_starts(unit, minutes, wish.time))
    found = [
        (rank, start, place)
        for rank, place in enumerate(_places(unit, wish))
        for start in starts
        if is_free(taken, place, start, minutes)
    ]
    target = minute_of_day(wish.time) if wish.time is not None else 0
    found.sort(key=lambda row: (abs(row[1] - target), row[0]))
    return tuple(Slot(on, _clock(start), place, minutes) for _, start, place in found)


def first_free(slots: Iterable[Slot], not_before: clock_time | None = None) -> Slot | None:
    """Return the best free time, not before a time of the day, or None."""
    return next((slot for slot in slots if not_before is None or slot.time >= not_before), None)


def free_spans(
    unit: Unit, visits: Iterable[Visit], on: date, minutes: int, route: Route | None = None
) -> tuple[tuple[clock_time, clock_time], ...]:
    """Return the stretches of a day in which a visit can start at some place that suits, on the grid of 15 minutes.

    A stretch ends with its last start, so a visit may begin there too. A unit without places is free all day.
    """
    if not unit.is_open(on):
        return ()
    booked = [visit for visit in visits if visit.on == on]
    spans = [
        [span for visit in booked if visit.place == place and (span := _span(visit)) is not None]
        for place in _places(unit, SlotWish(route))
    ]
    found: list[list[int]] = []
    for start in _starts(unit, minutes, None):
        if not any(all(end <= start or start + minutes <= begin for begin, end in row) for row in spans):
            continue
        if found and found[-1][1] == start - STEP_MINUTES:
            found[-1][1] = start
        else:
            found.append([start, start])
    return tuple((_clock(first), _clock(last)) for first, last in found)


def suits(unit: Unit, place: str, route: Route | None) -> bool:
    """Tell whether a dose by a route can be given at a place; a place that the unit does not name is not judged."""
    known = next((row for row in unit.places if row.name == place), None)
    return known is None or known.kind in _SUITED[route]


def is_free(visits: Iterable[Visit], place: str | None, start: int, minutes: int) -> bool:
    """Tell whether no booked visit has the place from minute ``start`` of the day."""
    if place is None:
        return True
    spans = (_span(visit) for visit in visits if visit.place == place)
    return not any(span is not None and span[0] < start + minutes and start < span[1] for span in spans)


def _span(visit: Visit) -> tuple[int, int] | None:
    """Return the minutes of the day in which a visit takes its place."""
    if visit.status is AppointmentStatus.CANCELLED or visit.not_given is not None:
        return None
    if visit.time is None or visit.minutes is None:
        return None
    start = minute_of_day(visit.time)
    return (start, start + visit.minutes) if visit.minutes else None


def _places(unit: Unit, wish: SlotWish) -> list[str | None]:
    """Return the places that suit, the wished one first, then by kind."""
    if not unit.places:
        return [None]
    kinds = _SUITED[wish.route]

    def rank(place: Place) -> tuple[bool, int]:
        return (place.name != wish.place, kinds.index(place.kind))

    return [place.name for place in sorted((row for row in unit.places if row.kind in kinds), key=rank)]


def _starts(unit: Unit, minutes: int, wished: clock_time | None) -> Iterator[int]:
    """Yield the minutes of the day at which a visit can start and still end before closing."""
    opens, last = minute_of_day(unit.opens), minute_of_day(unit.closes) - minutes
    grid = range(opens, last + 1, STEP_MINUTES)
    yield from grid
    if wished is not None and opens <= minute_of_day(wished) <= last and minute_of_day(wished) not in grid:
        yield minute_of_day(wished)


def minute_of_day(at: clock_time) -> int:
    """Return a time as minutes after midnight."""
    return at.hour * 60 + at.minute


def _clock(minute: int) -> clock_time:
    return clock_time(*divmod(minute, 60))

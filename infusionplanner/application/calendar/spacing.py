"""Keeping the events of one calendar apart, since readers draw overlapping ones on top of each other.

Booked times are never moved; everything else gives way. All within a day: no event reaches past midnight.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import TypeVar

from infusionplanner.application.calendar.values import WantedEvent
from infusionplanner.application.records import CalendarEvent

Event = TypeVar("Event", WantedEvent, CalendarEvent)
Spans = dict[date, list[tuple[int, int]]]

_DAY = 24 * 60
_BRIEF = 5
"""Minutes of a booked event that shares its start with another one of the same visit."""


def start_of(event: WantedEvent | CalendarEvent) -> int:
    """Return the local start in minutes after midnight."""
    return event.time.hour * 60 + event.time.minute


def taken_by(events: Iterable[WantedEvent | CalendarEvent]) -> Spans:
    """Return the minutes of each day that the events take, in the form that ``around`` continues."""
    taken: Spans = defaultdict(list)
    for event in events:
        start = start_of(event)
        taken[event.on].append((start, start + event.minutes))
    return taken


def apart(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events in their order, none overlapping another.

    Booked ones keep their start, shortened where the next booked one begins. Of several booked for the same minute,
    which are one visit, the first keeps it and the others follow five minutes later. All others take the next free
    time at or after their own, or the nearest before it late in the evening.
    """
    exact = _exact(events)
    taken = taken_by(exact.values())
    return tuple(exact.get(at) or _placed(event, taken) for at, event in enumerate(events))


def around(events: Iterable[Event], taken: Spans) -> tuple[Event, ...]:
    """Return the events moved to where nothing is taken; ``taken`` grows by them."""
    return tuple(_placed(event, taken) for event in events)


def _exact(events: Sequence[Event]) -> dict[int, Event]:
    """Return the booked events that keep their start, by their place in the sequence."""
    days: dict[date, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, event in enumerate(events):
        if event.booked:
            days[event.on][start_of(event)].append(at)
    exact: dict[int, Event] = {}
    for starts in days.values():
        ordered: list[int] = sorted(starts)
        for start, following in zip(ordered, [*ordered[1:], _DAY], strict=True):
            at, shared = starts[start][0], len(starts[start]) > 1
            room = min(following - start, _BRIEF) if shared else following - start
            exact[at] = _lasting(events[at], min(events[at].minutes, room))
    return exact


def _lasting(event: Event, minutes: int) -> Event:
    return event if event.minutes == minutes else replace(event, minutes=minutes)


def _placed(event: Event, taken: Spans) -> Event:
    spans = taken[event.on]
    start = start_of(event)
    found = _free(start, event.minutes, spans)
    spans.append((found, found + event.minutes))
    return event if found == start else replace(event, time=time(*divmod(found, 60)))


def _free(start: int, minutes: int, spans: Sequence[tuple[int, int]]) -> int:
    at = start
    while (clash := _clash(at, minutes, spans)) is not None:
        at = clash[1]
    if at + minutes <= _DAY:
        return at
    at = min(start, _DAY - minutes)
    while (clash := _clash(at, minutes, spans)) is not None:
        at = clash[0] - minutes
    return max(at, 0)


def _clash(at: int, minutes: int, spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    return next((span for span in spans if span[0] < at + minutes and at < span[1]), None)

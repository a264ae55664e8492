"""Reading back the calendar files that this program writes, strictly: whatever is not of their form is refused.

It stands apart from the writing and from ``icalendar``, so that a fault in either shows, and it reads 26 events in a
millisecond, so that every file is read before it is handed out. It is no reader for other people's calendars.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NoReturn

from infusionplanner.export.ics_errors import UntrueCalendarError

ZONE = "Europe/Oslo"
"""The one zone in which times are written."""

MAX_OCTETS = 75
"""Longest physical line (RFC 5545 3.1)."""

_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f]")
_ESCAPED = re.compile(r"\\(.)")
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_LOCAL, _UTC = len("20261214T180000"), len("20261214T180000Z")
_START, _FINISH = f"DTSTART;TZID={ZONE}", f"DTEND;TZID={ZONE}"
_NEEDED = frozenset(
    {"UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", _START, _FINISH, "SUMMARY", "CLASS", "STATUS", "TRANSP"}
)
_POSSIBLE = _NEEDED | {"DESCRIPTION", "LOCATION"}


@dataclass(frozen=True, slots=True)
class ReadAlarm:
    """One alarm: ``trigger`` counts from the start."""

    action: str
    trigger: timedelta
    text: str


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """One event as a file has it. ``start`` and ``end`` are local times of ``ZONE``, the stamps are UTC."""

    uid: str
    sequence: int
    stamped: datetime
    modified: datetime
    start: datetime
    end: datetime
    title: str
    description: str
    location: str
    access: str
    status: str
    busy: str
    alarms: tuple[ReadAlarm, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """One calendar file: its own properties and its events."""

    properties: Mapping[str, str]
    events: tuple[ReadEvent, ...]


@dataclass(slots=True)
class _Component:
    name: str
    properties: dict[str, str] = field(default_factory=dict)
    parts: list["_Component"] = field(default_factory=list)

    def part(self, name: str) -> list["_Component"]:
        return [part for part in self.parts if part.name == name]


def read_calendar(data: bytes) -> ReadCalendar:
    """Return what a calendar file holds.

    Raises:
        UntrueCalendarError: the bytes break RFC 5545, hold an event twice, or are not of the form written here.
    """
    lines = iter(_lines(data))
    if next(lines) != "BEGIN:VCALENDAR":
        refuse("it does not begin as a calendar")
    calendar = _component("VCALENDAR", lines)
    if next(lines, None) is not None:
        refuse("it goes on after its end")
    if any(part.name not in {"VTIMEZONE", "VEVENT"} for part in calendar.parts):
        refuse("it holds something else than events")
    events = tuple(_event(part) for part in calendar.part("VEVENT"))
    if len({event.uid for event in events}) < len(events):
        refuse("an event occurs twice")
    return ReadCalendar({head: _unescaped(value) for head, value in calendar.properties.items()}, events)


def refuse(what: str) -> NoReturn:
    """Say what is wrong with a file.

    Raises:
        UntrueCalendarError: always.
    """
    raise UntrueCalendarError(what)


def _lines(data: bytes) -> list[str]:
    """Return the unfolded lines. A fold inside a character breaks UTF-8 and so shows as well."""
    if not data.endswith(b"\r\n"):
        refuse("it does not end with a line end")
    if max(map(len, data.split(b"\r\n"))) > MAX_OCTETS:
        refuse(f"a line is longer than {MAX_OCTETS} octets")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        refuse("a line is cut inside a character")
    if _CONTROL.search(text.replace("\r\n", "")) is not None:
        refuse("it holds a control character")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def _component(name: str, lines: Iterator[str]) -> _Component:
    found = _Component(name)
    for line in lines:
        head, colon, value = line.partition(":")
        if head == "BEGIN":
            found.parts.append(_component(value, lines))
        elif head == "END":
            if value != name:
                refuse(f"{name} ends as {value}")
            return found
        elif not colon or head in found.properties:
            refuse(f"{name} has {head!r} without a value or twice")
        else:
            found.properties[head] = value
    refuse(f"{name} does not end")


def _event(part: _Component) -> ReadEvent:
    has = part.properties
    if not _NEEDED <= has.keys() <= _POSSIBLE:
        refuse(f"an event has other properties than expected: {', '.join(sorted(has))}")
    return ReadEvent(
        uid=has["UID"],
        sequence=_number(has["SEQUENCE"]),
        stamped=_moment(has["DTSTAMP"], _UTC),
        modified=_moment(has["LAST-MODIFIED"], _UTC),
        start=_moment(has[_START], _LOCAL),
        end=_moment(has[_FINISH], _LOCAL),
        title=_unescaped(has["SUMMARY"]),
        description=_unescaped(has.get("DESCRIPTION", "")),
        location=_unescaped(has.get("LOCATION", "")),
        access=has["CLASS"],
        status=has["STATUS"],
        busy=has["TRANSP"],
        alarms=tuple(_alarm(alarm) for alarm in part.parts),
    )


def _alarm(part: _Component) -> ReadAlarm:
    has = part.properties
    if part.name != "VALARM" or has.keys() != {"ACTION", "TRIGGER", "DESCRIPTION"}:
        refuse("an alarm has no action, trigger or text")
    return ReadAlarm(has["ACTION"], _duration(has["TRIGGER"]), _unescaped(has["DESCRIPTION"]))


def _number(value: str) -> int:
    if not value.isdecimal():
        refuse(f"{value!r} is no number")
    return int(value)


def _moment(value: str, length: int) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        refuse(f"{value!r} is no time")
    if len(value) != length or value[8] != "T" or value.endswith("Z") != (length == _UTC):
        refuse(f"{value!r} is no time of the form expected")
    return moment


def _duration(value: str) -> timedelta:
    found = _DURATION.fullmatch(value)
    if found is None or not any(found.groups()[1:]):
        refuse(f"{value!r} is no span of time")
    days, hours, minutes = (int(part or 0) for part in found.groups()[1:])
    span = timedelta(days=days, hours=hours, minutes=minutes)
    return -span if found[1] else span


def _unescaped(value: str) -> str:
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)

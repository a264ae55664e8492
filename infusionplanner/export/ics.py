"""Calendar files (.ics, RFC 5545) of merged events. Whatever is written is read back and compared before it leaves.

``icalendar`` writes everything that needs escaping, folding or knowledge of the format: once for each text, since the
events of a ward share a few dozen texts. The six lines that differ from event to event (identity, version, times) are
plain ASCII of fixed form and are put in front. Written whole by ``icalendar``, 500 calendars of 26 events take 6 s, and
reading them back another 10 s; this way writing and reading back take a tenth of that (``benchmarks/calendars.py``).

Read back by ``ics_reader``, which shares no code with the writing. The tests read the same files with two libraries.

What readers get wrong decides the form: one VTIMEZONE by yearly rules (by lists of dates, summer is an hour off in
Outlook and Thunderbird), timed events with both ends, no METHOD and nobody invited (a file is not an invitation), one
event per identity, cancelled ones with another title and no alarm. The neutral level hides from whoever looks; CLASS
hides nothing and makes some readers drop the event, so neutral events are public.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from uuid import uuid4

from icalendar import CLASS, STATUS, TRANSP, Alarm, Calendar, Component, Event, vText

from infusionplanner.application.calendar.ledger import OSLO, start_of
from infusionplanner.application.calendar.values import CalendarContent
from infusionplanner.application.calendar.wording import EventText, calendar_name, clean, text_of, words
from infusionplanner.application.records import CalendarEvent
from infusionplanner.export.ics_errors import ClockChangeError, EmptyCalendarError, UnmergedEventError
from infusionplanner.export.ics_reader import ReadAlarm, ReadEvent, read_calendar, refuse

UID_DOMAIN = "avtale.invalid"
"""What identities end with: says nothing of ward or program, and belongs to nobody (RFC 2606)."""

PRODID = "-//avtale.invalid//Calendar 1//EN"
"""Maker of the file. Neutral, and the same in every version of the program, so that files do not differ by it."""

TIMEZONE = b"\r\n".join(
    (
        b"BEGIN:VTIMEZONE",
        b"TZID:Europe/Oslo",
        b"BEGIN:DAYLIGHT",
        b"DTSTART:19810329T020000",
        b"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        b"TZNAME:CEST",
        b"TZOFFSETFROM:+0100",
        b"TZOFFSETTO:+0200",
        b"END:DAYLIGHT",
        b"BEGIN:STANDARD",
        b"DTSTART:19961027T030000",
        b"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        b"TZNAME:CET",
        b"TZOFFSETFROM:+0200",
        b"TZOFFSETTO:+0100",
        b"END:STANDARD",
        b"END:VTIMEZONE",
        b"",
    )
)
"""Europe/Oslo by the rules of today, which hold from the autumn of 1996 on."""

_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n"


def new_uid() -> str:
    """Return a random identity for a new event."""
    return f"{uuid4()}@{UID_DOMAIN}"


def calendar_bytes(events: Iterable[CalendarEvent], content: CalendarContent, *, name: str | None = None) -> bytes:
    """Return one calendar file of ``events`` in the order of time, read back and compared.

    ``name`` is the calendar's own name; a neutral word in the language of ``content`` unless another is given.

    Raises:
        EmptyCalendarError: there is no event.
        ClockChangeError: a time does not exist or comes twice.
        UnmergedEventError: an event was merged with other words than ``content`` makes.
        UntrueCalendarError: the file does not read as it was meant; it must not be handed out.
    """
    ordered = sorted(events, key=_by_time)
    if not ordered:
        raise EmptyCalendarError
    name = clean(name or "") or calendar_name(content)
    pieces = [_event_bytes(event, _merged_text(event, content)) for event in ordered]
    data = b"".join((_head(name), *pieces, _END))
    verify(data, ordered, content, name=name)
    return data


def verify(data: bytes, events: Sequence[CalendarEvent], content: CalendarContent, *, name: str) -> None:
    """Read a file and compare every instant, text, identity and version with what it was written from.

    Local times and the zone's own definition are compared, which decide the instants: readers work them out from these.

    Raises:
        UntrueCalendarError: anything differs.
    """
    read = read_calendar(data)
    frame = {"VERSION": "2.0", "PRODID": PRODID, "X-WR-CALNAME": name}
    if read.properties != frame or data.count(TIMEZONE) != 1 or data.count(b"BEGIN:VTIMEZONE") != 1:
        refuse("its frame is another one")
    meant = tuple(_meant(event, text_of(event, content)) for event in events)
    if len(meant) != len(read.events):
        refuse(f"it has {len(read.events)} events for {len(meant)}")
    for wanted, got in zip(meant, read.events, strict=True):
        if wanted != got:
            refuse(f"{got} should be {wanted}")


def single_files(events: Iterable[CalendarEvent], content: CalendarContent, code: str) -> Mapping[str, bytes]:
    """Return one file for each event, by its file name, for telephones that open only the first event of a file."""
    word = words(content.language)["calendar"]["file"]
    files: dict[str, bytes] = {}
    at_once = Counter[str]()
    for event in sorted(events, key=_by_time):
        name = f"{word}-{code}-{event.on}-{event.time:%H%M}"
        at_once[name] += 1
        number = f"-{at_once[name]}" if at_once[name] > 1 else ""
        files[f"{name}{number}.ics"] = calendar_bytes((event,), content)
    return files


def file_name(events: Sequence[CalendarEvent], content: CalendarContent, code: str) -> str:
    """Return a neutral file name: a word in the patient's language and the calendar's code."""
    only_withdrawn = all(event.withdrawn for event in events)
    word = words(content.language)["calendar"]["withdrawn_file" if only_withdrawn else "file"]
    return f"{word}-{code}.ics"


def calendar_code(ledger: Sequence[CalendarEvent]) -> str:
    """Return the code of a patient's calendar for file names: random, and the same for life (``ledger`` not empty)."""
    return ledger[0].uid[:8]


class _Text(vText):
    """Text escaped as RFC 5545 3.3.11 says; ``vText`` turns a backslash before an N into a line end."""

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


def _by_time(event: CalendarEvent) -> tuple[datetime, str]:
    return start_of(event), event.uid


def _end_of(event: CalendarEvent) -> datetime:
    return start_of(event) + timedelta(minutes=event.minutes)


def _merged_text(event: CalendarEvent, content: CalendarContent) -> EventText:
    text = text_of(event, content)
    if text.digest != event.digest:
        raise UnmergedEventError(event.slot)
    return text


@lru_cache(maxsize=32)
def _head(name: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _Text(name))
    return _written(calendar).removesuffix(_END) + TIMEZONE


@lru_cache(maxsize=4096)
def _text_bytes(text: EventText) -> bytes:
    """Return an event's lines from its text on, to its end."""
    event = Event()
    event.add("summary", _Text(text.title))
    if text.description:
        event.add("description", _Text(text.description))
    if text.location:
        event.add("location", _Text(text.location))
    event.add("class", CLASS.PRIVATE if text.private else CLASS.PUBLIC)
    event.add("status", STATUS(text.standing.value))
    event.add("transp", TRANSP.TRANSPARENT)
    for trigger in text.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", trigger)
        alarm.add("description", _Text(text.title))
        event.add_component(alarm)
    return _written(event).removeprefix(_BEGIN)


def _written(component: Component) -> bytes:
    data: bytes = component.to_ical()
    return data


def _event_bytes(event: CalendarEvent, text: EventText) -> bytes:
    stamp = f"{event.modified_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = (
        f"UID:{event.uid}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"DTSTART;TZID=Europe/Oslo:{_local(start_of(event))}",
        f"DTEND;TZID=Europe/Oslo:{_local(_end_of(event))}",
        "",
    )
    return _BEGIN + "\r\n".join(lines).encode() + _text_bytes(text)


def _local(moment: datetime) -> str:
    """Return a local time that exists once; which of two was meant, a file cannot say."""
    if moment.replace(tzinfo=OSLO).utcoffset() != moment.replace(tzinfo=OSLO, fold=1).utcoffset():
        raise ClockChangeError(moment.date(), moment.time())
    return f"{moment:%Y%m%dT%H%M%S}"


def _meant(event: CalendarEvent, text: EventText) -> ReadEvent:
    return ReadEvent(
        uid=event.uid,
        sequence=event.sequence,
        stamped=event.modified_at,
        modified=event.modified_at,
        start=start_of(event),
        end=_end_of(event),
        title=text.title,
        description=text.description,
        location=text.location,
        access="PRIVATE" if text.private else "PUBLIC",
        status=text.standing.value,
        busy="TRANSPARENT",
        alarms=tuple(ReadAlarm("DISPLAY", trigger, text.title) for trigger in text.alarms),
    )

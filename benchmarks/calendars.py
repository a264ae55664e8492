"""500 calendars of 26 events, from the plan to the checked file, against icalendar's own to_ical on ready events."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from benchmarks.planning import AS_OF, patient
from benchmarks.timing import Row, side_by_side
from infusionplanner.application.calendar import wanted_events
from infusionplanner.application.calendar_ledger import merge, upcoming
from infusionplanner.application.calendar_records import CalendarContent, WantedEvent
from infusionplanner.catalogue.protocol_file import builtin_protocols
from infusionplanner.domain.patient import Patient
from infusionplanner.domain.plan import plan
from infusionplanner.domain.unit import Unit
from infusionplanner.export.ics import calendar_bytes, new_uid

CALENDARS = 500
EVENTS = 26
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
OSLO = ZoneInfo("Europe/Oslo")


def _wanted(person: Patient) -> tuple[WantedEvent, ...]:
    """Plan the patient and return the first 26 events of the calendar."""
    protocol, unit = builtin_protocols()["natalizumab"], Unit()
    found = wanted_events(plan(person, protocol, unit, AS_OF, months=18), unit, protocol, person)
    if len(found) < EVENTS:
        message = f"the patient of the benchmark has {len(found)} events only"
        raise ValueError(message)
    return found[:EVENTS]


def _whole_act(person: Patient) -> bytes:
    """Make one calendar: plan, merge with nothing handed out before, write, read back and compare."""
    content = CalendarContent(phone="55 00 00 00")
    return calendar_bytes(upcoming(merge((), _wanted(person), NOW, new_uid, content), NOW), content)


def _ready(person: Patient) -> Calendar:
    """Return a calendar of icalendar's own with the same events, so that nothing is left but to_ical."""
    calendar = Calendar.new(prodid="-//benchmark//EN", uid="benchmark")
    for number, wanted in enumerate(_wanted(person)):
        start = datetime.combine(wanted.on, wanted.time, OSLO)
        event = Event.new(
            uid=f"{number}@benchmark",
            summary="Avtale",
            start=start,
            end=start + timedelta(minutes=wanted.minutes),
            stamp=NOW,
            last_modified=NOW,
            sequence=0,
            description="Spørsmål? Ring 55 00 00 00.",
        )
        alarm = Alarm()
        alarm.ACTION, alarm.TRIGGER = "DISPLAY", timedelta(days=-1)
        event.add_component(alarm)
        calendar.add_component(event)
    return calendar


def measure() -> list[Row]:
    """Measure the whole act for 500 patients; the plan's protocol is loaded once before."""
    person = patient(at_home=True)
    ready = _ready(person)
    assert _whole_act(person).count(b"BEGIN:VEVENT") == ready.to_ical().count(b"BEGIN:VEVENT") == EVENTS

    def ours() -> None:
        for _ in range(CALENDARS):
            _whole_act(person)

    def floor() -> None:
        for _ in range(CALENDARS):
            ready.to_ical()

    found = side_by_side(ours, floor, rounds=2)
    return [Row("500 calendars of 26 events, whole act", *found, "icalendar's to_ical on ready events", reach=1.3)]

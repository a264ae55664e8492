"""500 calendars of 26 events, from the plan to checked files on disk, against icalendar writing ready events."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar

from benchmarks.planning import AS_OF, patient
from benchmarks.timing import Row, side_by_side
from infusionplanner.application.acts.patients import import_patients
from infusionplanner.application.calendar.hand_out_many import export_calendars
from infusionplanner.application.calendar.ledger import merge, upcoming
from infusionplanner.application.calendar.values import CalendarContent, ContentLevel
from infusionplanner.application.calendar.wanted import wanted_events
from infusionplanner.application.desk import Desk
from infusionplanner.application.records import CalendarEvent, PatientId
from infusionplanner.bootstrap import calendar_press, open_desk
from infusionplanner.catalogue.protocol_file import builtin_protocols
from infusionplanner.clock import FixedClock
from infusionplanner.domain.patient import Answer, Assay, Patient, Result, ResultKind
from infusionplanner.domain.plan import plan
from infusionplanner.domain.unit import Unit
from infusionplanner.export.ics import calendar_bytes, calendar_code, file_name, new_uid
from infusionplanner.export.ics_files import save_all

CALENDARS = 500
EVENTS = 26
NOW = datetime(AS_OF.year, AS_OF.month, AS_OF.day, 8, tzinfo=UTC)
CONTENT = CalendarContent(ContentLevel.FULL, phone="00 00 00 00", treatment="natalizumab", place="Enheten")
PROTOCOL = builtin_protocols()["natalizumab"]
UNIT = Unit()


def at_home(number: int) -> Patient:
    """Return a patient at home whose controls are all done, so that nothing holds the doses back."""
    done = AS_OF - timedelta(60)
    jcv = Result(ResultKind.JCV, done, assay=Assay.STRATIFY, answer=Answer.NEGATIVE)
    kinds = (ResultKind.BLOODS, ResultKind.NAB, ResultKind.MRI, ResultKind.EDSS)
    rest = (Result(kind, done, seen_on=done) for kind in kinds)
    return replace(patient(at_home=True), id=f"benchmark-{number}", results=(jcv, *rest))


def events_of(person: Patient) -> tuple[CalendarEvent, ...]:
    """Plan, choose and merge a patient's events."""
    wanted = wanted_events(plan(person, PROTOCOL, UNIT, AS_OF), UNIT, PROTOCOL, person)[:EVENTS]
    events = upcoming(merge((), wanted, NOW, new_uid, CONTENT), NOW)
    assert len(events) == EVENTS
    return events


def hand_out(people: list[Patient], folder: Path) -> None:
    """Hand out a calendar to each: plan, choose, merge, write, read back, compare, save."""
    files = {}
    for person in people:
        events = events_of(person)
        files[file_name(events, CONTENT, calendar_code(events))] = calendar_bytes(events, CONTENT)
    save_all(folder, files)


def kept(people: list[Patient], folder: Path) -> Desk:
    """Return a desk at a database with these patients."""
    desk = open_desk(folder / "unit.db", who="AD", clock=FixedClock(datetime.combine(AS_OF, time(8))))
    import_patients(desk, people)
    return desk


def measure() -> list[Row]:
    """Measure the whole act, without a database and with it, and what of it is writing and reading back.

    icalendar writes the very same events.
    """
    people = [at_home(number) for number in range(CALENDARS)]
    events = events_of(people[0])
    ready = Calendar.from_ical(calendar_bytes(events, CONTENT))

    def theirs() -> None:
        for _ in range(CALENDARS):
            ready.to_ical()

    def written() -> None:
        for _ in range(CALENDARS):
            calendar_bytes(events, CONTENT)

    def whole() -> None:
        with tempfile.TemporaryDirectory() as folder:
            hand_out(people, Path(folder))

    def in_bulk(desk: Desk, folder: Path) -> None:
        out = export_calendars(desk, calendar_press(), [PatientId(person.id) for person in people], folder)
        assert len(out.handed) == CALENDARS

    floor = "icalendar's to_ical on ready events"
    act, written_only = side_by_side(whole, theirs, rounds=2), side_by_side(written, theirs, rounds=2)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        desk = kept(people, folder)
        bulk = side_by_side(lambda: in_bulk(desk, folder / "out"), theirs, rounds=2)
        desk.close()
    return [
        Row("500 calendars of 26 events, whole act", *act, floor, reach=1.3, aim=0.5),
        Row("500 calendars handed out and kept in the database", *bulk, floor, reach=1.3),
        Row("500 calendars, written and read back", *written_only, floor),
    ]

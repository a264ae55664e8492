"""Calendar files: what two other parsers read from them, what bytes they are, and what they keep to themselves."""

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import vobject
from calendars import FULL, NEUTRAL, NOW, PLAIN, everything, ledger_of, wanted
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from infusionplanner.application.calendar.ledger import merge, withdraw_all
from infusionplanner.application.calendar.values import CalendarContent, ContentLevel, EventKind
from infusionplanner.application.calendar.wording import clean, text_of
from infusionplanner.application.records import CalendarEvent
from infusionplanner.domain.patient import Language
from infusionplanner.export.ics import (
    TIMEZONE,
    calendar_bytes,
    calendar_code,
    file_name,
    new_uid,
    single_files,
    verify,
)
from infusionplanner.export.ics_errors import (
    ClockChangeError,
    EmptyCalendarError,
    UnmergedEventError,
    UntrueCalendarError,
)

OSLO = ZoneInfo("Europe/Oslo")
A = wanted("dose:12", "2026-12-14")
B = wanted("dose:13", "2027-01-11")

NASTY = (
    "Avd. A; B, C",
    "linje 1\nlinje 2\r\nlinje 3",
    'sitat "a" og \\ og \\n og \\N og \\, slutt',
    "💉🏥 ÆØÅ æøå – «sitat»",
    "שלום عالم \u202eabc\u202c",
    "x" * 500,
    "å" * 500,
    "💉" * 300,
    "<b>fet</b> &amp; =cmd() ${HOME} {phone}",
    "BEGIN:VEVENT\r\nEND:VCALENDAR",
    "\x00\x07\x1b[31m\x7f\x9f",
    "TZID=\"CET\":20260101;X='1'",
    " begynner og slutter med mellomrom ",
    "",
)


def _instants(events: Sequence[CalendarEvent]) -> dict[str, tuple[datetime, datetime]]:
    """Return start and end of each event by the IANA zone."""
    found = {}
    for event in events:
        start = datetime.combine(event.on, event.time)
        end = start + timedelta(minutes=event.minutes)
        found[event.uid] = (start.replace(tzinfo=OSLO).astimezone(UTC), end.replace(tzinfo=OSLO).astimezone(UTC))
    return found


def _by_icalendar(data: bytes) -> dict[str, tuple[datetime, datetime]]:
    events = Calendar.from_ical(data).walk("VEVENT")
    return {str(e["UID"]): (e["DTSTART"].dt.astimezone(UTC), e["DTEND"].dt.astimezone(UTC)) for e in events}


def _by_vobject(data: bytes) -> dict[str, tuple[datetime, datetime]]:
    """Read with vobject, which takes the hours from the file's own VTIMEZONE."""
    events = vobject.readOne(data.decode()).vevent_list
    return {e.uid.value: (e.dtstart.value.astimezone(UTC), e.dtend.value.astimezone(UTC)) for e in events}


def _assert_bytes_are_right(data: bytes) -> None:
    """Check RFC 5545 3.1 independently: line ends, lengths, UTF-8 on every line, no control characters."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r") == data.count(b"\n") == data.count(b"\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        assert re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", line.decode("utf-8")) is None


CLOCK_CHANGES = [
    date(year, month, max(day for day in range(25, 32) if date(year, month, day).weekday() == 6))
    for year in range(2026, 2061)
    for month in (3, 10)
]
DAYS = st.one_of(st.dates(date(2026, 1, 1), date(2060, 12, 31)), st.sampled_from(CLOCK_CHANGES))
TIMES = st.builds(time, st.integers(4, 23), st.integers(0, 59))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(DAYS, TIMES), min_size=1, max_size=5))
def test_two_other_parsers_read_the_same_instants(moments: list[tuple[date, time]]) -> None:
    rows = [wanted(f"dose:{number}", day, f"{at:%H:%M}", booked=True) for number, (day, at) in enumerate(moments)]
    events = ledger_of(*rows, now=datetime(2026, 1, 1, tzinfo=UTC))
    data = calendar_bytes(events, NEUTRAL)
    assert _by_icalendar(data) == _instants(events)
    assert _by_vobject(data) == _instants(events)


@pytest.mark.parametrize(
    ("day", "at", "utc"),
    [
        ("2026-01-16", "09:15", "2026-01-16T08:15Z"),
        ("2026-07-16", "09:15", "2026-07-16T07:15Z"),
        ("2026-03-28", "18:00", "2026-03-28T17:00Z"),
        ("2026-03-29", "18:00", "2026-03-29T16:00Z"),
        ("2026-10-24", "18:00", "2026-10-24T16:00Z"),
        ("2026-10-25", "18:00", "2026-10-25T17:00Z"),
        ("2040-01-16", "09:15", "2040-01-16T08:15Z"),
        ("2040-07-16", "09:15", "2040-07-16T07:15Z"),
        ("2059-07-16", "09:15", "2059-07-16T07:15Z"),
    ],
)
def test_summer_winter_and_years_far_ahead_have_the_right_hour(day: str, at: str, utc: str) -> None:
    data = calendar_bytes(ledger_of(wanted("dose:1", day, at), now=datetime(2026, 1, 1, tzinfo=UTC)), NEUTRAL)
    for [(start, _)] in (_by_icalendar(data).values(), _by_vobject(data).values()):
        assert start == datetime.fromisoformat(utc)


@pytest.mark.parametrize(
    ("day", "at"), [("2026-03-29", "02:30"), ("2026-10-25", "02:00"), ("2040-10-28", "02:59"), ("2026-03-29", "01:45")]
)
def test_a_time_that_is_lost_or_doubled_by_the_clock_change_is_refused(day: str, at: str) -> None:
    events = ledger_of(wanted("dose:1", day, at), now=datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(ClockChangeError, match=r"since the clocks change that night\. Book another time\."):
        calendar_bytes(events, NEUTRAL)


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("level", ContentLevel)
def test_nasty_texts_come_through_unharmed(text: str, level: ContentLevel) -> None:
    content = CalendarContent(level, phone=text, treatment=text, place=text)
    events = ledger_of(replace(A, kind=EventKind.DOSE, booked=True), content=content)
    data = calendar_bytes(events, content, name=text)
    _assert_bytes_are_right(data)
    meant = text_of(events[0], content)
    [read] = Calendar.from_ical(data).walk("VEVENT")
    parsed = vobject.readOne(data.decode())
    assert str(read["SUMMARY"]) == parsed.vevent.summary.value == meant.title
    assert str(read.get("DESCRIPTION", "")) == meant.description
    assert str(read.get("LOCATION", "")) == meant.location
    assert getattr(parsed.vevent, "description", parsed.vevent.summary).value in {meant.description, meant.title}
    assert not text or clean(text) in meant.description


@settings(max_examples=80, deadline=None)
@given(st.text(), st.sampled_from(ContentLevel))
def test_any_text_comes_through(text: str, level: ContentLevel) -> None:
    content = CalendarContent(level, phone=text, treatment=text, place=text)
    data = calendar_bytes(ledger_of(A, content=content), content, name=text)
    _assert_bytes_are_right(data)
    verify(data, ledger_of(A, content=content), content, name=clean(text) or "Avtaler")


def test_the_whole_file_is_known() -> None:
    moved = merge(ledger_of(A, B), [replace(B, on=date(2027, 1, 12))], NOW + timedelta(hours=1), new_uid, NEUTRAL)
    assert calendar_bytes(moved, NEUTRAL).decode().replace(TIMEZONE.decode(), "").split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//avtale.invalid//Calendar 1//EN",
        "X-WR-CALNAME:Avtaler",
        "BEGIN:VEVENT",
        "UID:00000001-0000-4000-8000-000000000000@avtale.invalid",
        "SEQUENCE:1",
        "DTSTAMP:20261123T090000Z",
        "LAST-MODIFIED:20261123T090000Z",
        "DTSTART;TZID=Europe/Oslo:20261214T180000",
        "DTEND;TZID=Europe/Oslo:20261214T183000",
        "SUMMARY:Avlyst: Avtale",
        "CLASS:PUBLIC",
        "DESCRIPTION:Gjelder ikke lenger.\\nTelefon: 55 00 00 00",
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:00000002-0000-4000-8000-000000000000@avtale.invalid",
        "SEQUENCE:1",
        "DTSTAMP:20261123T090000Z",
        "LAST-MODIFIED:20261123T090000Z",
        "DTSTART;TZID=Europe/Oslo:20270112T180000",
        "DTEND;TZID=Europe/Oslo:20270112T183000",
        "SUMMARY:Avtale",
        "CLASS:PUBLIC",
        "DESCRIPTION:Telefon: 55 00 00 00",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Avtale",
        "TRIGGER:-P1D",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Avtale",
        "TRIGGER:-PT2H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_there_is_no_method_and_nobody_is_invited() -> None:
    data = calendar_bytes(everything(FULL), FULL)
    assert not re.search(rb"METHOD|ATTENDEE|ORGANIZER|REFRESH-INTERVAL|RDATE", data)
    assert data.count(b"RRULE:") == 2


def test_an_errand_rings_at_its_time() -> None:
    data = calendar_bytes(ledger_of(wanted("order:3", "2026-12-14", "10:00")), NEUTRAL)
    [event] = Calendar.from_ical(data).walk("VEVENT")
    assert [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] == [timedelta(0)]


def test_a_provisional_dose_is_tentative_and_private_at_the_plain_level() -> None:
    events = ledger_of(replace(A, kind=EventKind.DOSE), content=PLAIN)
    [event] = Calendar.from_ical(calendar_bytes(events, PLAIN)).walk("VEVENT")
    assert (event["STATUS"], event["CLASS"], event["TRANSP"]) == ("TENTATIVE", "PRIVATE", "TRANSPARENT")
    assert event.walk("VALARM") == []


def test_the_same_events_are_the_same_bytes_in_any_order() -> None:
    events = ledger_of(A, B)
    later = merge(events, [B, A], NOW + timedelta(days=1), new_uid, NEUTRAL)
    assert calendar_bytes(later[::-1], NEUTRAL) == calendar_bytes(events, NEUTRAL)


def test_files_are_the_same_in_every_process() -> None:
    """Nothing in a file depends on the clock, on hash seeds or on what was written before it."""
    code = (
        f"import sys; sys.path.append({str(Path(__file__).parents[1])!r});"
        "from calendars import NEUTRAL, ledger_of, wanted; from infusionplanner.export.ics import calendar_bytes;"
        "sys.stdout.buffer.write(calendar_bytes(ledger_of(wanted('dose:12', '2026-12-14')), NEUTRAL))"
    )
    made = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout
    assert made == calendar_bytes(ledger_of(A), NEUTRAL)


def test_every_event_can_have_a_file_of_its_own() -> None:
    events = ledger_of(B, A)
    files = single_files(events, NEUTRAL, calendar_code(events))
    assert list(files) == ["avtaler-00000001-2026-12-14-1800.ics", "avtaler-00000001-2027-01-11-1800.ics"]
    assert [list(_by_icalendar(data)) for data in files.values()] == [[events[1].uid], [events[0].uid]]


def test_events_that_begin_together_have_files_of_their_own_too() -> None:
    events = ledger_of(A, replace(B, on=A.on, time=A.time))
    files = single_files(events, NEUTRAL, calendar_code(events))
    assert list(files) == ["avtaler-00000001-2026-12-14-1800.ics", "avtaler-00000001-2026-12-14-1800-2.ics"]
    assert sorted(uid for data in files.values() for uid in _by_icalendar(data)) == sorted(row.uid for row in events)


def test_file_names_are_neutral_in_both_languages() -> None:
    events = ledger_of(A, B)
    withdrawn = withdraw_all(events, NOW, FULL)
    english = replace(FULL, language=Language.EN)
    code = calendar_code(withdrawn)
    assert file_name(events, FULL, code) == "avtaler-00000001.ics"
    assert file_name(withdrawn, FULL, code) == "avlyst-00000001.ics"
    assert file_name(events, english, code) == "appointments-00000001.ics"
    assert file_name(withdrawn, english, code) == "cancelled-00000001.ics"


def test_a_calendar_may_have_another_name() -> None:
    data = calendar_bytes(ledger_of(A), NEUTRAL, name="Uken på enheten")
    assert Calendar.from_ical(data)["X-WR-CALNAME"] == "Uken på enheten"


def test_identities_are_random_and_say_nothing() -> None:
    uid = new_uid()
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}@avtale\.invalid", uid)
    assert uid != new_uid()


def test_no_events_are_no_calendar() -> None:
    with pytest.raises(EmptyCalendarError, match="has no event from today on"):
        calendar_bytes([], NEUTRAL)


def test_words_that_were_not_merged_are_refused() -> None:
    with pytest.raises(UnmergedEventError, match="The words of dose:12 have changed, but its version has not"):
        calendar_bytes(ledger_of(A), PLAIN)


def test_an_identity_twice_is_refused() -> None:
    events = ledger_of(A, B)
    with pytest.raises(UntrueCalendarError, match="occurs twice"):
        calendar_bytes([events[0], replace(events[1], uid=events[0].uid)], NEUTRAL)


FILE = calendar_bytes(ledger_of(A), NEUTRAL)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"20261214T180000", b"20261214T170000", "should be"),
        (b"20261214T183000", b"20261214T190000", "should be"),
        (b"SUMMARY:Avtale", b"SUMMARY:Avtale!", "should be"),
        (b"55 00 00 00", b"55 00 00 01", "should be"),
        (b"00000001-", b"00000002-", "should be"),
        (b"SEQUENCE:0", b"SEQUENCE:1", "should be"),
        (b"LAST-MODIFIED:20261123T080000Z", b"LAST-MODIFIED:20261123T080001Z", "should be"),
        (b"STATUS:CONFIRMED", b"STATUS:CANCELLED", "should be"),
        (b"CLASS:PUBLIC", b"CLASS:PRIVATE", "should be"),
        (b"TRANSPARENT", b"OPAQUE", "should be"),
        (b"-PT2H", b"-PT3H", "should be"),
        (b"X-WR-CALNAME:Avtaler", b"X-WR-CALNAME:Infusjoner", "its frame is another one"),
        (b"VERSION:2.0", b"VERSION:1.0", "its frame is another one"),
        (b"BYMONTH=3;BYDAY=-1SU", b"BYMONTH=4;BYDAY=1SU", "its frame is another one"),
        (TIMEZONE, TIMEZONE * 2, "its frame is another one"),
    ],
)
def test_a_file_that_differs_anywhere_is_found_out(old: bytes, new: bytes, said: str) -> None:
    assert old in FILE
    with pytest.raises(UntrueCalendarError, match=said):
        verify(FILE.replace(old, new), ledger_of(A), NEUTRAL, name="Avtaler")


def test_a_file_with_an_event_too_few_is_found_out() -> None:
    with pytest.raises(UntrueCalendarError, match="it has 1 events for 2"):
        verify(FILE, ledger_of(A, B), NEUTRAL, name="Avtaler")

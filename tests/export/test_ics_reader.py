"""The strict reading back of calendar files."""

from datetime import UTC, datetime, timedelta

import pytest
from calendars import NEUTRAL, ledger_of, wanted

from infusionplanner.export.ics import calendar_bytes
from infusionplanner.export.ics_errors import UntrueCalendarError
from infusionplanner.export.ics_reader import ReadAlarm, ReadEvent, read_calendar

FILE = calendar_bytes(ledger_of(wanted("dose:12", "2026-12-14")), NEUTRAL)


def test_a_file_is_read_as_it_is() -> None:
    read = read_calendar(FILE)
    assert read.properties == {
        "VERSION": "2.0",
        "PRODID": "-//avtale.invalid//Calendar 1//EN",
        "X-WR-CALNAME": "Avtaler",
    }
    assert read.events == (
        ReadEvent(
            uid="00000001-0000-4000-8000-000000000000@avtale.invalid",
            sequence=0,
            stamped=datetime(2026, 11, 23, 8, tzinfo=UTC),
            modified=datetime(2026, 11, 23, 8, tzinfo=UTC),
            start=datetime.fromisoformat("2026-12-14T18:00"),
            end=datetime.fromisoformat("2026-12-14T18:30"),
            title="Avtale",
            description="Telefon: 55 00 00 00",
            location="",
            access="PUBLIC",
            status="CONFIRMED",
            busy="TRANSPARENT",
            alarms=(
                ReadAlarm("DISPLAY", timedelta(days=-1), "Avtale"),
                ReadAlarm("DISPLAY", timedelta(hours=-2), "Avtale"),
            ),
        ),
    )


EVENT = FILE[FILE.index(b"BEGIN:VEVENT") : FILE.index(b"END:VCALENDAR")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"END:VCALENDAR\r\n", b"END:VCALENDAR", "line end"),
        (b"SUMMARY:Avtale", b"SUMMARY:" + b"A" * 70, "longer than 75 octets"),
        (b"SUMMARY:Avtale", "SUMMARY:Bl\u00e5".encode()[:-1] + b"\r\n " + "\u00e5".encode()[1:], "inside a character"),
        (b"SUMMARY:Avtale", b"SUMMARY:Av\x07tale", "control character"),
        (b"SUMMARY:Avtale", b"SUMMARY:Av\ntale", "control character"),
        (b"BEGIN:VCALENDAR", b"BEGIN:VCARD", "does not begin as a calendar"),
        (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nBEGIN:VCALENDAR\r\n", "goes on after its end"),
        (b"VEVENT", b"VTODO", "something else than events"),
        (EVENT, EVENT * 2, "occurs twice"),
        (b"END:VEVENT", b"END:VALARM", "VEVENT ends as VALARM"),
        (b"END:VCALENDAR\r\n", b"", "VCALENDAR does not end"),
        (b"SUMMARY:Avtale", b"SUMMARY Avtale", "'SUMMARY Avtale' without a value or twice"),
        (b"SUMMARY:Avtale", b"SUMMARY:Avtale\r\nSUMMARY:Avtale", "'SUMMARY' without a value or twice"),
        (b"SUMMARY:Avtale\r\n", b"", "other properties than expected"),
        (b"SUMMARY:", b"ATTENDEE:mailto:a@b.invalid\r\nSUMMARY:", "other properties than expected"),
        (b"TZID=Europe/Oslo:20261214T180000", b"TZID=CET:20261214T180000", "other properties than expected"),
        (b"ACTION:DISPLAY\r\n", b"", "alarm has no action"),
        (b"VALARM", b"VPROBLEM", "alarm has no action"),
        (b"SEQUENCE:0", b"SEQUENCE:-1", "'-1' is no number"),
        (b":20261214T180000", b":20261314T180000", "'20261314T180000' is no time"),
        (b":20261214T180000", b":20261214", "'20261214' is no time of the form"),
        (b":20261214T180000", b":20261214T180000Z", "'20261214T180000Z' is no time of the form"),
        (b"DTSTAMP:20261123T080000Z", b"DTSTAMP:20261123T080000", "is no time of the form"),
        (b"DTSTAMP:20261123T080000Z", b"DTSTAMP:2026-11-23T08:00", "is no time of the form"),
        (b"-P1D", b"-P", "'-P' is no span of time"),
        (b"-P1D", b"-1D", "'-1D' is no span of time"),
    ],
)
def test_what_is_not_of_the_form_is_refused(old: bytes, new: bytes, said: str) -> None:
    assert old in FILE
    with pytest.raises(UntrueCalendarError, match=said) as error:
        read_calendar(FILE.replace(old, new))
    assert str(error.value).startswith("The calendar was not handed out, since reading it again gave another answer: ")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("P0D", timedelta()),
        ("PT0S", None),
        ("-PT2H30M", timedelta(hours=-2, minutes=-30)),
        ("P1DT1M", timedelta(days=1, minutes=1)),
    ],
)
def test_spans_of_time_are_read(written: str, meant: timedelta | None) -> None:
    data = FILE.replace(b"-P1D", written.encode())
    if meant is None:
        with pytest.raises(UntrueCalendarError):
            read_calendar(data)
    else:
        assert read_calendar(data).events[0].alarms[0].trigger == meant


def test_escaped_text_is_read() -> None:
    data = FILE.replace(b"SUMMARY:Avtale", rb"SUMMARY:a\, b\; c\\n \n d\Ne \\\, f")
    assert read_calendar(data).events[0].title == "a, b; c\\n \n d\ne \\, f"


def test_folded_lines_are_joined() -> None:
    data = FILE.replace(b"SUMMARY:Avtale", b"SUMMARY:Av\r\n ta\r\n  le")
    assert read_calendar(data).events[0].title == "Avta le"

"""A patient gets a calendar for the phone, and a new one when the plan has moved."""

from pathlib import Path

from icalendar import Calendar
from nurses import Nurse

from infusionplanner_ui.pages.patient.page import PatientPage
from infusionplanner_ui.panels.output.calendar_out import CalendarPanel


def test_a_calendar_is_handed_out_and_keeps_what_it_should(nurse: Nurse, tmp_path: Path) -> None:
    nurse.press("Ctrl+3")
    nurse.write("berg")
    nurse.press("Enter")
    with nurse.counting("hand out a calendar", most=3):
        nurse.press("Ctrl+E")
        page = nurse.page
        assert isinstance(page, PatientPage)
        panel = page.host.panel
        assert isinstance(panel, CalendarPanel)
        panel.folder = tmp_path
        nurse.press("Enter")
    (file,) = tmp_path.glob("*.ics")
    words = file.read_bytes()
    assert not any(secret in words for secret in (b"Berg", b"Anne", b"Tysabri", b"natalizumab", b"MS-"))
    events = Calendar.from_ical(words).walk("VEVENT")
    assert {str(event["SUMMARY"]) for event in events} == {"Appointment", "Reminder"}
    nurse.press("Ctrl+Z")
    assert file.exists()

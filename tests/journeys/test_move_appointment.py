"""An appointment is moved on the week, by keyboard only."""

from datetime import date, time

from nurses import Nurse

from infusionplanner.application.records import Visit
from infusionplanner.domain.patient import AppointmentStatus
from infusionplanner_ui.pages.week.page import WeekPage


def _week(nurse: Nurse) -> WeekPage:
    page = nurse.page
    assert isinstance(page, WeekPage)
    return page


def _coming(nurse: Nurse, family: str) -> list[Visit]:
    booked = [visit for visit in nurse.visits(family) if visit.status is AppointmentStatus.BOOKED]
    return [visit for visit in booked if visit.on >= nurse.clock.today() and visit.dose is None]


def test_an_appointment_is_moved_to_the_next_day(nurse: Nurse) -> None:
    nurse.press("Ctrl+2")
    assert _week(nurse).hint.bar.accessibleName().startswith("Hansen, Ola ma. 23.11 · 10.00 · Stol 4")
    with nurse.counting("move an appointment", most=4):
        nurse.press("M", "Ctrl+Right")
        assert _week(nurse).hint.words.startswith(
            "Slipp for å flytte til ti. 24.11 kl. 10.00, stol 4 · 29 dager etter dose 21 · observasjon til 12.00"
            " i vinduet Følger med: dose 23 21.12 → 22.12, dose 24 18.01 → 19.01"
        )
        nurse.press("Enter")
    (moved,) = _coming(nurse, "Hansen")
    assert (moved.on, moved.time, moved.place) == (date(2026, 11, 24), time(10), "Stol 4")


def test_the_move_is_undone_and_done_again(nurse: Nurse) -> None:
    nurse.press("Ctrl+2", "M", "Ctrl+Right", "Enter", "Ctrl+Z")
    assert [visit.on for visit in _coming(nurse, "Hansen")] == [date(2026, 11, 23)]
    nurse.press("Ctrl+Y")
    assert [visit.on for visit in _coming(nurse, "Hansen")] == [date(2026, 11, 24)]


def test_a_visit_is_put_back_with_escape(nurse: Nurse) -> None:
    nurse.press("Ctrl+2", "M", "Ctrl+Right", "Down", "Esc")
    assert [(visit.on, visit.time) for visit in _coming(nurse, "Hansen")] == [(date(2026, 11, 23), time(10))]
    assert _week(nurse).board.carried is None


def test_a_day_outside_the_window_says_so_before_the_drop(nurse: Nurse) -> None:
    nurse.press("Ctrl+2", "M", *["Ctrl+Right"] * 5)
    words = _week(nurse).hint.words
    assert "35 dager etter dose 21" in words
    assert "etter vinduet" in words
    assert "7 dager etter forfall" in words


def test_the_next_dose_is_booked_where_the_planner_proposes_it(nurse: Nurse) -> None:
    nurse.press("Ctrl+2")
    with nurse.counting("book the next dose of a patient from the week", most=7):
        nurse.press("N")
        nurse.write("moen")
        nurse.press("Enter")
        assert _week(nurse).title() == "Uke 52"
        assert _week(nurse).hint.words.startswith(
            "Slipp for å bestille ma. 21.12 kl. 09.15, stol 3 · 28 dager etter dose 4 · observasjon til 10.45 beste dag"
        )
        nurse.press("Enter")
    (booked,) = _coming(nurse, "Moen")
    assert (booked.on, booked.time, booked.place) == (date(2026, 12, 21), time(9, 15), "Stol 3")
    assert _week(nurse).board.selected_key == booked.id

"""A treatment is stopped, with a switch to rituximab: what falls away is shown first, and one undo brings it back."""

from datetime import date

from nurses import Nurse

from infusionplanner.domain.patient import AppointmentStatus, StopReason
from infusionplanner_ui.pages.patient.page import PatientPage
from infusionplanner_ui.panels.stop import StopPanel


def test_a_stop_withdraws_what_it_lists_and_plans_the_switch(nurse: Nurse) -> None:
    nurse.press("Ctrl+3")
    nurse.write("holm")
    nurse.press("Enter")
    page = nurse.page
    assert isinstance(page, PatientPage)
    booked = [row for row in nurse.visits("Holm") if row.on >= date(2026, 11, 23)]
    planned = [row for row in booked if row.arrived_at is None and row.status is AppointmentStatus.BOOKED]
    nurse.choose("Alt+E", "Seponer behandlingen …")
    panel = page.host.panel
    assert isinstance(panel, StopPanel)
    nurse.settle()
    assert sum(sentence.startswith("Avlyses: ") for sentence in panel.said) == len(planned)
    nurse.press("J")
    assert not panel.is_ready
    nurse.press("Tab", "Tab", "R")
    nurse.settle()
    assert any(sentence.startswith("Rituksimab 1000 mg: ") for sentence in panel.said)
    nurse.press("Enter")
    stop = nurse.patient("Holm").course.stop
    assert stop is not None
    assert (stop.on, stop.reason) == (date(2026, 11, 23), StopReason.JCV_POSITIVE)
    assert stop.next is not None
    assert stop.next.treatment == "rituximab"
    changed = {row.id: row.status for row in nurse.visits("Holm")}
    assert all(changed[row.id] is AppointmentStatus.CANCELLED for row in planned)
    change = nurse.desktop.ward.plan(nurse.id_of("Holm")).transition
    assert change is not None
    last = nurse.patient("Holm").course.doses[-1].on
    assert change.due is not None
    assert (change.due - last).days == 28
    assert page.badge.text == "Seponert"
    nurse.press("Ctrl+Z")
    assert nurse.patient("Holm").course.stop is None
    again = {row.id: row.status for row in nurse.visits("Holm")}
    assert all(again[row.id] is AppointmentStatus.BOOKED for row in planned)

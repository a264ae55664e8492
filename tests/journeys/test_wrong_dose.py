"""A dose recorded on the wrong patient: undone at once, or found later and taken out."""

from datetime import date

from nurses import Nurse

from infusionplanner.domain.patient import DoseStatus
from infusionplanner_ui.pages.patient.page import PatientPage


def _page(nurse: Nurse) -> PatientPage:
    page = nurse.page
    assert isinstance(page, PatientPage)
    return page


def test_a_patient_is_found_by_three_keys_and_enter(nurse: Nurse) -> None:
    with nurse.counting("find a patient", most=4):
        nurse.press("Ctrl+3")
        nurse.write("ga")
        nurse.press("Enter")
    assert _page(nurse).title() == "Gaup, Elle Márjá"


def test_a_wrong_dose_is_undone_and_the_plan_is_as_before(nurse: Nurse) -> None:
    nurse.press("Ctrl+3")
    nurse.write("hau")
    nurse.press("Enter")
    before = nurse.desktop.ward.plan(nurse.id_of("Hauge"))
    with nurse.counting("record a dose that is due and undo it", most=3):
        nurse.press("Ctrl+D", "Enter")
        assert nurse.patient("Hauge").course.doses[-1].on == date(2026, 11, 23)
        assert nurse.toast == "Dose registrert · Hauge, Nina"
        nurse.press("Ctrl+Z")
    assert nurse.toast == "Angret: Dose registrert · Hauge, Nina"
    assert nurse.desktop.ward.plan(nurse.id_of("Hauge")) == before
    nurse.press("Ctrl+Y")
    assert nurse.patient("Hauge").course.doses[-1].status is DoseStatus.GIVEN


def test_an_older_wrong_dose_is_taken_out_from_the_list_of_doses(nurse: Nurse) -> None:
    nurse.press("Ctrl+3")
    nurse.write("vik,")
    nurse.press("Enter")
    doses = nurse.patient("Vik").course.doses
    page = _page(nurse)
    nurse.press("Shift+Tab", "Right", "Tab")
    assert page.tabs.bar.tabText(page.tabs.bar.currentIndex()) == "Doser"
    nurse.press("Enter")
    panel = page.host.panel
    assert panel is not None
    assert panel.accessibleName() == f"Rett dose · {doses[-1].on:%d.%m.%Y}"
    assert panel.other_way is not None
    panel.other_way.setFocus()
    nurse.press("Space")
    assert nurse.patient("Vik").course.doses == doses[:-1]
    assert nurse.toast == "Dose fjernet · Vik, Tor"

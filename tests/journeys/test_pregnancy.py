"""A pregnancy: registered, stopped until the doctor's plan, planned, and ended by the birth."""

from datetime import date, timedelta

from nurses import Nurse

from infusionplanner.domain.patient import GestationalAge
from infusionplanner_ui.pages.patient.page import PatientPage


def _page(nurse: Nurse) -> PatientPage:
    page = nurse.page
    assert isinstance(page, PatientPage)
    return page


def test_a_pregnancy_stops_doses_until_the_doctor_has_planned(nurse: Nurse) -> None:
    nurse.press("Ctrl+3")
    nurse.write("eide, su")
    nurse.press("Enter")
    last = nurse.patient("Eide").course.doses[-1].on
    nurse.choose("Alt+E", "Registrer svangerskap …")
    nurse.write("8")
    nurse.press("Tab")
    nurse.write("2")
    panel = _page(nurse).host.panel
    assert panel is not None
    assert any("uten plan fra lege" in sentence for sentence in panel.said)
    nurse.press("Enter")
    known = nurse.patient("Eide").pregnancies[-1]
    assert (known.recorded_on, known.gestational_age) == (date(2026, 11, 23), GestationalAge(8, 2))
    assert _page(nurse).flag.text == "Stopp"
    nurse.choose("Alt+E", "Plan for svangerskapet …")
    nurse.press("Tab")
    nurse.write("T. Ahmed")
    nurse.press("Enter")
    coming = nurse.desktop.ward.plan(nurse.id_of("Eide")).next_dose
    assert coming is not None
    assert not coming.blocked
    assert coming.interval_days == 42
    assert coming.due == last + timedelta(days=42)
    assert _page(nurse).flag.text == "Gravid"


def test_a_birth_tells_when_the_treatment_is_to_be_resumed(nurse: Nurse) -> None:
    nurse.press("Ctrl+3")
    nurse.write("gaup")
    nurse.press("Enter")
    nurse.choose("Alt+E", "Registrer fødsel …")
    panel = _page(nurse).host.panel
    assert panel is not None
    assert any("Gjenoppta behandlingen" in sentence for sentence in panel.said)
    nurse.press("Tab", "J", "Enter")
    born = nurse.patient("Gaup").pregnancies[-1]
    assert (born.birth_on, born.breastfeeding) == (date(2026, 11, 23), True)
    keys = {finding.key for finding in nurse.desktop.ward.plan(nurse.id_of("Gaup")).findings}
    assert {"pregnancy.resume", "pregnancy.breastfeeding"} <= keys

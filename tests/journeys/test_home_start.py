"""A patient is sent home: training signed, prescription issued, doses dispensed, and the order given."""

from datetime import date

from nurses import Nurse

from infusionplanner.domain.patient import Setting
from infusionplanner_ui.pages.patient.page import PatientPage


def _page(nurse: Nurse) -> PatientPage:
    page = nurse.page
    assert isinstance(page, PatientPage)
    return page


def test_training_prescription_dispensing_and_order_lead_home(nurse: Nurse) -> None:
    nurse.press("Ctrl+3")
    nurse.write("warsame")
    nurse.press("Enter")
    who = nurse.id_of("Warsame")
    home = nurse.desktop.ward.plan(who).home
    assert home is not None
    missing = {row.key for row in home.conditions if row.state != "met"}
    if "training" in missing:
        nurse.choose("Alt+R", "Godkjenn opplæring …")
        nurse.press("Enter")
        trained = nurse.patient("Warsame").course.training[-1]
        assert (trained.on, trained.signed_by) == (date(2026, 11, 23), "A. Dahl")
    nurse.choose("Alt+R", "H-resept …")
    panel = _page(nurse).host.panel
    assert panel is not None
    assert "Siste trygge dag 22.11.2027" in panel.said
    assert "3 doser om gangen: 5 uttak" in panel.said
    nurse.press("Tab")
    nurse.write("12")
    assert "Det trengs 14 doser til og med 22.11.2027; denne resepten gir 12." in panel.said
    nurse.press("Backspace")
    nurse.write("3")
    nurse.press("Enter")
    assert nurse.patient("Warsame").course.prescriptions[-1].doses == 13
    nurse.choose("Alt+R", "Registrer uttak …")
    nurse.press("Enter")
    assert nurse.patient("Warsame").course.dispensings[-1].doses == 3
    nurse.press("Ctrl+T", "S", "Tab", "Tab", "H", "Tab", "Tab")
    nurse.write("K. Lunde")
    nurse.press("Enter")
    assert nurse.patient("Warsame").course.regimens[-1].setting is Setting.HOME
    plan = nurse.desktop.ward.plan(who)
    assert plan.next_dose is not None
    assert plan.next_dose.setting is Setting.HOME
    assert plan.supply is not None
    assert plan.supply.doses_at_home == 3
    assert _page(nurse).badge.text == "Hjemmebehandling"

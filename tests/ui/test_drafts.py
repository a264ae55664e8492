"""Nothing half-written is lost: page, patient, person and window change, and the form that was begun is still there."""

from nurses import Nurse
from PySide6.QtCore import QCoreApplication

from infusionplanner_ui.pages.patient.page import PatientPage
from infusionplanner_ui.pages.patients.page import PatientsPage
from infusionplanner_ui.panels.home.prescription import PrescriptionPanel
from infusionplanner_ui.panels.new_patient import NewPatientPanel


def _prescription(nurse: Nurse) -> PrescriptionPanel:
    """Begin a prescription for Anne Berg: fourteen doses."""
    page = nurse.desktop.frame.show_page("patient", nurse.id_of("Berg"))
    nurse.settle()
    assert isinstance(page, PatientPage)
    nurse.choose("Alt+R", "H-resept …")
    panel = page.host.panel
    assert isinstance(panel, PrescriptionPanel)
    nurse.press("Tab")
    nurse.write("14")
    return panel


def test_ctrl_z_gives_a_form_back_that_was_left_with_esc_and_then_undoes_acts_again(nurse: Nurse) -> None:
    panel = _prescription(nurse)
    nurse.press("Escape")
    page = nurse.page
    assert isinstance(page, PatientPage)
    assert page.host.panel is None
    assert nurse.toast == "Forkastet: H-resept for Berg, Anne"
    nurse.press("Ctrl+Z")
    assert page.host.panel is panel
    assert panel.filled_in()[1] == "14"
    nurse.press("Enter")
    assert nurse.toast == "Resept registrert · Berg, Anne"
    nurse.press("Ctrl+Z")
    assert nurse.toast == "Angret: Resept registrert · Berg, Anne"
    assert page.host.panel is None


def test_a_form_waits_for_its_patient_while_another_one_is_looked_at(nurse: Nurse) -> None:
    panel = _prescription(nurse)
    nurse.press("Ctrl+K")
    nurse.write("moen ing")
    nurse.press("Enter")
    page = nurse.page
    assert isinstance(page, PatientPage)
    assert (page.title(), page.host.panel) == ("Moen, Ingrid", None)
    nurse.press("Alt+Left")
    assert (page.title(), page.host.panel) == ("Berg, Anne", panel)


def test_a_new_patient_who_was_begun_is_there_again(nurse: Nurse) -> None:
    nurse.press("Ctrl+3", "Alt+N")
    nurse.write("Testesen")
    page = nurse.page
    assert isinstance(page, PatientsPage)
    panel = page.host.panel
    assert isinstance(panel, NewPatientPanel)
    nurse.press("Ctrl+1", "Ctrl+3", "Alt+N")
    assert page.host.panel is panel
    assert panel.person.family.value() == "Testesen"


def test_whoever_unlocks_finds_only_the_own_forms(nurse: Nurse) -> None:
    panel = _prescription(nurse)
    page = nurse.page
    assert isinstance(page, PatientPage)
    nurse.press("Ctrl+L", "Down", "Enter")
    assert nurse.desktop.ward.desk.who != "AD"
    assert page.host.panel is None
    nurse.press("Ctrl+L", "Up", "Enter")
    assert nurse.desktop.ward.desk.who == "AD"
    assert page.host.panel is panel


def test_the_program_asks_once_before_it_is_closed_with_a_form_begun(nurse: Nurse) -> None:
    frame = nurse.desktop.frame
    _prescription(nurse)
    assert not frame.close()
    assert nurse.toast == "Ikke lagret: H-resept for Berg, Anne"
    assert frame.isVisible()
    assert frame.close()
    frame.show()
    QCoreApplication.processEvents()


def test_the_program_closes_at_once_when_nothing_was_begun(nurse: Nurse) -> None:
    assert nurse.desktop.frame.close()


def test_another_unit_knows_nothing_of_the_forms_of_this_one(nurse: Nurse) -> None:
    _prescription(nurse)
    assert nurse.desktop.frame.drafts.begun() == ("H-resept for Berg, Anne",)
    database, clock = nurse.desktop._database or (None, None)
    assert database is not None
    nurse.desktop.open(database, clock)
    assert nurse.desktop.frame.drafts.begun() == ()
    nurse.settle()

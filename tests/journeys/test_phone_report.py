"""The patient on the call list is phoned, and what is told goes into one form, by keyboard only."""

from datetime import date, time

from nurses import Nurse

from infusionplanner.domain.patient import DoseStatus, HoldKind, Reaction, Reporter, Setting
from infusionplanner_ui.pages.home.page import HomePage
from infusionplanner_ui.pages.home.words import HomeList
from infusionplanner_ui.panels.home.report import HomeReportPanel


def _home(nurse: Nurse) -> HomePage:
    page = nurse.page
    assert isinstance(page, HomePage)
    return page


def _report(nurse: Nurse, *, between: str = "25") -> None:
    """Fill in the form: time, both syringes, minutes between, stock, site, batch and reaction."""
    nurse.press("Tab")
    nurse.write("0930")
    nurse.press("Tab", "B", "Tab")
    nurse.write(between)
    nurse.press("Tab")
    nurse.write("4")
    nurse.press("Tab")
    nurse.write("Lår")
    nurse.press("Tab")
    nurse.write("FR1")
    nurse.press("Tab")
    nurse.write("I")
    nurse.press("Tab")


def test_the_call_list_leads_to_the_form_and_the_report_takes_the_patient_off_it(nurse: Nurse) -> None:
    with nurse.counting("open the telephone form of the patient to call", most=3):
        nurse.press("Ctrl+4", "2", "Enter")
    page = _home(nurse)
    panel = page.host.panel
    assert isinstance(panel, HomeReportPanel)
    assert panel.accessibleName() == "Registrer hjemmedose · dose 17, ventet to. 19.11 · 400 00 138"
    assert panel.who_text == ("Søvik, Kristian", "f. 18.11.1992 · 34 år · fødselsnr. … 964")
    with nurse.counting("take a report of a home dose with the checklist", most=40):
        _report(nurse)
        while panel.questions.left:
            nurse.press("Shift+N")
        nurse.press("Ctrl+Enter")
    dose = nurse.patient("Søvik").course.doses[-1]
    assert (dose.on, dose.time, dose.ended) == (date(2026, 11, 19), time(9, 30), time(9, 55))
    assert (dose.setting, dose.reported_by, dose.status) == (Setting.HOME, Reporter.PATIENT, DoseStatus.GIVEN)
    assert (dose.mg, dose.reaction, dose.batches) == (300, Reaction.NONE, ("FR1",))
    checklist = nurse.patient("Søvik").course.checklists[-1]
    assert (checklist.for_, checklist.yes) == (date(2026, 11, 19), ())
    assert nurse.patient("Søvik").course.stock_counts[-1].syringes == 4
    assert page.host.panel is None
    page.show_view(HomeList.CALLS)
    assert page.model.values == ()


def test_a_yes_on_the_telephone_stops_the_coming_doses_at_once(nurse: Nurse) -> None:
    nurse.press("Ctrl+4", "2", "Enter")
    _report(nurse)
    panel = _home(nurse).host.panel
    assert panel is not None
    nurse.press("J")
    said = " ".join(panel.said)
    assert "alle kommende doser stoppes" in said
    assert not panel.is_ready
    nurse.press("N", "N", "N", "N", "N", "N", "N", "N", "N", "Ctrl+Enter")
    assert [hold.kind for hold in nurse.patient("Søvik").course.holds] == [HoldKind.PML_SUSPICION]
    stopped = nurse.desktop.ward.plan(nurse.id_of("Søvik")).doses
    assert all(dose.blocked for dose in stopped)


def test_a_late_second_syringe_is_a_deviation(nurse: Nurse) -> None:
    nurse.press("Ctrl+4", "2", "Enter")
    _report(nurse, between="45")
    panel = _home(nurse).host.panel
    assert panel is not None
    assert any(sentence == "45 minutter mellom sprøytene, høyst 30 minutter: avvik." for sentence in panel.said)

"""A patient comes from another hospital with nine documented doses."""

from datetime import date, timedelta

from nurses import Nurse

from infusionplanner.text.reading import typed_date
from infusionplanner_ui.pages.patient.page import PatientPage

FIRST = date(2026, 3, 16)
DAYS = [FIRST + timedelta(days=28 * n) for n in range(9)]


def test_nine_documented_doses_count_and_their_source_is_kept(nurse: Nurse) -> None:
    nurse.press("Ctrl+3")
    nurse.write("tran")
    nurse.press("Enter")
    page = nurse.page
    assert isinstance(page, PatientPage)
    assert nurse.desktop.ward.plan(nurse.id_of("Tran")).doses_completed == 0
    nurse.choose("Alt+R", "Doser gitt andre steder …")
    nurse.settle()
    panel = page.host.panel
    assert panel is not None
    nurse.write("Epikrise Haukeland 20.11.2026")
    nurse.press("Tab")
    nurse.write(" ".join(typed_date(day) for day in DAYS))
    # The route is s.c.; no reactions are documented.
    nurse.press("Tab", "Tab", "S")
    assert "Fullførte doser: 9" in panel.said
    nurse.press("Tab", "I", "Ctrl+Enter")
    course = nurse.patient("Tran").course
    assert [dose.on for dose in course.doses] == DAYS
    assert course.earlier_doses is not None
    assert course.earlier_doses.source == "Epikrise Haukeland 20.11.2026"
    plan = nurse.desktop.ward.plan(nurse.id_of("Tran"))
    assert plan.doses_completed == 9
    assert plan.next_dose is not None
    assert plan.next_dose.number == 10
    assert plan.next_dose.observation is not None
    assert (plan.next_dose.observation.counted, plan.next_dose.observation.of) == (9, 6)
    assert plan.home is not None
    assert [row.key for row in plan.home.conditions if row.state != "met"][:1] == ["training"]
    assert page.figures[1].accessibleName() == "Doser gitt: 9"

"""A new patient: added, every item of the start list closed, and the first dose no longer stopped."""

from datetime import date

from nurses import Nurse

from infusionplanner.domain.patient import Product, ResultKind, Route
from infusionplanner_ui.pages.patient.page import PatientPage
from infusionplanner_ui.pages.patients.page import PatientsPage
from infusionplanner_ui.panels.new_patient import NewPatientPanel
from infusionplanner_ui.panels.result import ResultPanel


def _page(nurse: Nurse) -> PatientPage:
    page = nurse.page
    assert isinstance(page, PatientPage)
    return page


def _stops(nurse: Nurse) -> list[str]:
    plan = nurse.desktop.ward.plan(nurse.id_of("Nilsen-Prøve"))
    return [finding.key for finding in plan.findings if finding.stops]


def _add(nurse: Nurse) -> None:
    nurse.press("Ctrl+3")
    page = nurse.page
    assert isinstance(page, PatientsPage)
    nurse.press("Alt+N")
    for value in ("Nilsen-Prøve", "Åse Marie", "090390", "09839022481", "400 00 123"):
        nurse.write(value)
        nurse.press("Tab")
    # The language stays as it is; Tysabri; the first dose on 1 December, s.c.
    nurse.press("Tab", "T", "Tab")
    nurse.write("01.12.2026")
    nurse.press("Tab", "S", "Tab")
    nurse.write("K. Lunde")
    # No earlier immunosuppression.
    nurse.press("Tab", "N", "Enter")


def test_a_new_patient_is_added_and_the_gate_is_closed(nurse: Nurse) -> None:
    _add(nurse)
    known = nurse.patient("Nilsen-Prøve")
    assert (known.birth_date, known.national_id, known.phone) == (date(1990, 3, 9), "09839022481", "400 00 123")
    order = known.course.regimens[-1]
    assert (known.course.product, order.route, order.from_) == (Product.TYSABRI, Route.SC, date(2026, 12, 1))
    assert _page(nurse).title() == "Nilsen-Prøve, Åse Marie"
    assert _page(nurse).badge.text == "Før oppstart"
    assert _stops(nurse) == ["gate.open"]
    nurse.choose("Alt+E", "Før første dose …")
    nurse.settle()
    nurse.write("23.11.2026")
    nurse.press("Tab")
    nurse.write("23.11.2026")
    nurse.press("Enter")
    asked = []
    for _ in range(8):
        nurse.press("Ctrl+R")
        panel = _page(nurse).host.panel
        assert isinstance(panel, ResultPanel)
        asked.append(ResultKind(panel.kind.value()))
        if asked[-1] is ResultKind.EDSS:
            nurse.write("2,0")
        elif panel.answer.isVisible():
            nurse.press("N")
        nurse.press("Enter")
    assert set(asked) == set(ResultKind) - {ResultKind.NAB, ResultKind.SERUM}
    assert _stops(nurse) == []
    assert _page(nurse).flag.text == ""


def test_a_number_that_the_unit_knows_is_refused_as_it_is_typed(nurse: Nurse) -> None:
    nurse.press("Ctrl+3")
    page = nurse.page
    assert isinstance(page, PatientsPage)
    nurse.press("Alt+N")
    nurse.write("Berg")
    nurse.press("Tab", "Tab", "Tab")
    nurse.write(nurse.patient("Berg").national_id or "")
    panel = page.host.panel
    assert panel is not None
    assert panel.error_text == "Enheten har allerede en pasient med dette fødselsnummeret."
    nurse.press("Enter")
    assert len(nurse.desktop.ward.overview.patients) == 120
    nurse.press("Escape")
    assert page.host.panel is None


def test_somebody_of_the_same_name_and_birth_date_is_asked_about_before_a_second_one_is_added(nurse: Nurse) -> None:
    known = nurse.patient("Berg")
    assert known.name is not None
    assert known.birth_date is not None
    nurse.press("Ctrl+3")
    page = nurse.page
    assert isinstance(page, PatientsPage)
    nurse.press("Alt+N")
    for value in (known.name.family, known.name.given, f"{known.birth_date:%d%m%Y}", "41859100013"):
        nurse.write(value)
        nurse.press("Tab")
    panel = page.host.panel
    assert isinstance(panel, NewPatientPanel)
    asked = [row.key for row in panel.findings._warnings]
    assert asked == ["identity.birth_date", "identity.same_person"]
    assert panel.said[0] == "D-nummer · syntetisk"
    panel.product.set_value(Product.TYSABRI)
    nurse.press("Ctrl+Return")
    assert len(nurse.desktop.ward.overview.patients) == 120
    for box in panel.findings._seen.values():
        box.setChecked(True)
    nurse.press("Ctrl+Return")
    assert len(nurse.desktop.ward.overview.patients) == 121

"""An order of six weeks: refused without a reason, then given one, ordered by a doctor and acknowledged."""

from datetime import date

from nurses import Nurse

from infusionplanner.domain.patient import IntervalReason, Route
from infusionplanner_ui.pages.patient.page import PatientPage
from infusionplanner_ui.panels.treatment import TreatmentPanel


def _panel(nurse: Nurse) -> TreatmentPanel:
    page = nurse.page
    assert isinstance(page, PatientPage)
    assert isinstance(page.host.panel, TreatmentPanel)
    return page.host.panel


def test_six_weeks_is_refused_and_then_given_a_reason(nurse: Nurse) -> None:
    nurse.press("Ctrl+3")
    nurse.write("moen")
    nurse.press("Enter")
    before = nurse.patient("Moen").course.regimens
    nurse.press("Ctrl+T", "Tab", "Right")
    panel = _panel(nurse)
    assert panel.interval.value() == "42"
    assert panel.said[0] == "Utvidet intervall tidligst fra 01.09.2028"
    assert not panel.is_ready
    stops, warnings = panel.judge()
    assert [(row.rule, row.key) for row in stops] == [("R-INT-7", "interval.reason_missing")]
    assert ("R-INT-6", "interval.before_limit") in {(row.rule, row.key) for row in warnings}
    nurse.press("Enter")
    assert nurse.patient("Moen").course.regimens == before
    # Where, then the reason: high serum concentration; from, and the doctor.
    nurse.press("Tab", "Tab", "H", "Tab", "Tab")
    nurse.write("K. Lunde")
    assert panel.judge()[0] == []
    assert panel.findings.missing() == "Kryss av for advarslene du har sett."
    for box in panel.findings._seen.values():
        box.setFocus()
        nurse.press("Space")
    nurse.press("Enter")
    order = nurse.patient("Moen").course.regimens[-1]
    assert (order.interval_days, order.route, order.reason) == (42, Route.SC, IntervalReason.HIGH_SERUM)
    assert (order.ordered_by, order.ordered_on) == ("K. Lunde", date(2026, 11, 23))
    coming = nurse.desktop.ward.plan(nurse.id_of("Moen")).next_dose
    assert coming is not None
    assert (coming.interval_days, coming.due) == (42, date(2027, 1, 4))
    assert nurse.toast == "Behandling ordinert · Moen, Ingrid"

"""The panels of the order, the brand and a bridging course: what falls back is shown."""

from datetime import date

from panel_acts import TODAY, OpenPanel, do, keep_visits, keys

from infusionplanner.domain.patient import Bridging, IntervalReason, Product, Route
from infusionplanner_ui.panels.product import ProductPanel
from infusionplanner_ui.panels.start import BridgingPanel
from infusionplanner_ui.panels.treatment import RestartPanel, TreatmentPanel
from infusionplanner_ui.shell.ward import Ward


def test_another_route_falls_back_to_the_standard_interval(open_panel: OpenPanel) -> None:
    panel = open_panel(TreatmentPanel, "Gaup")
    assert isinstance(panel, TreatmentPanel)
    assert panel.interval.value() == "42"
    panel.route.set_value(Route.SC)
    panel.review()
    assert any("faller den tilbake til hver 4. uke" in sentence for sentence in panel.said)


def test_an_interval_of_its_own(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(TreatmentPanel, "Hauge")
    assert isinstance(panel, TreatmentPanel)
    panel.interval.set_value("other")
    panel.review()
    assert panel.days.isVisible()
    panel.days.set_value("35")
    panel.reason.set_value(IntervalReason.COMORBIDITY)
    panel.by.set_value("S. Brox")
    panel.review_on.set_value("01.06.2027")
    keep_visits(panel)
    for tick in panel.findings._seen.values():
        tick.setChecked(True)
    do(panel)
    order = demo_ward.patient(panel.who).course.regimens[-1]
    assert (order.interval_days, order.reason, order.review_on) == (
        35, IntervalReason.COMORBIDITY, date(2027, 6, 1),
    )  # fmt: skip


def test_a_stopped_treatment_is_taken_up_again(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(RestartPanel, "Mæland")
    assert panel.heading() == "Gjenoppta behandlingen"
    do(panel)
    course = demo_ward.patient(panel.who).course
    assert course.stop is None
    assert course.regimens[-1].from_ == TODAY


def test_a_restart_is_bound_by_the_rules_of_an_order(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(RestartPanel, "Mæland")
    assert isinstance(panel, TreatmentPanel)
    panel.interval.set_value("other")
    panel.days.set_value("35")
    panel.by.set_value("S. Brox")
    panel.review()
    assert keys(panel) == ([], ["interval.before_limit"])
    assert not panel.is_ready
    for tick in panel.findings._seen.values():
        tick.setChecked(True)
    do(panel)
    course = demo_ward.patient(panel.who).course
    assert (course.stop, course.regimens[-1].interval_days) == (None, 35)


def test_a_change_of_brand_shows_what_falls_back(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(ProductPanel, "Berg")
    assert isinstance(panel, ProductPanel)
    assert (panel.product.value(), panel.is_ready) == ("", False)
    panel.product.set_value(Product.TYRUKO)
    panel.review()
    assert panel.said[:3] == (
        "Dosetellingen fortsetter.", "En ny JCV-serie starter (Immunowell).", "Preparatet finnes som: i.v.",
    )  # fmt: skip
    panel.product.set_value(Product.TYSABRI)
    panel.review()
    assert panel.error_text == "Pasienten har allerede dette preparatet."
    panel.product.set_value(Product.TYRUKO)
    panel.review()
    do(panel)
    assert demo_ward.patient(panel.who).course.product is Product.TYRUKO


def test_a_bridging_course_needs_its_end(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(BridgingPanel, "Moen")
    assert isinstance(panel, BridgingPanel)
    panel.planned.set_value("4")
    assert panel.error_text == "En brobehandling må ha dato for neste behandling."
    panel.on.set_value("01.02.2027")
    panel.next.set_value("rituximab")
    assert panel.said[0] == "Ikke utvidet intervall, ikke hjemmebehandling, full observasjonstid hver gang."
    do(panel)
    assert demo_ward.patient(panel.who).course.bridging == Bridging(4, "rituximab", date(2027, 2, 1))

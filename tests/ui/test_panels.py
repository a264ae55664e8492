"""All panels: each has a name, opens from the findings it answers, and can be left."""

import pytest
from panel_acts import OpenPanel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from infusionplanner.domain.patient import Setting
from infusionplanner_ui.application import Application
from infusionplanner_ui.panels import registry
from infusionplanner_ui.panels.dose import DosePanel
from infusionplanner_ui.panels.form.host import PanelHost
from infusionplanner_ui.panels.registry import Act, Wish
from infusionplanner_ui.shell.ward import Ward


def test_every_finding_of_the_unit_leads_to_a_panel_that_opens(demo_ward: Ward, place: QStackedWidget) -> None:
    opened = set()
    host = PanelHost()
    place.addWidget(host)
    for patient, plan in demo_ward.overview.plans.items():
        known = demo_ward.patient(patient)
        for finding in plan.findings:
            wish = registry.wish_of(finding)
            if wish is None or wish in opened or not registry.offered(wish.act, known, plan):
                continue
            opened.add(wish)
            panel = registry.panel(demo_ward, patient, wish)
            host.open(panel)
            assert panel.heading() == panel.accessibleName()
    assert {wish.act for wish in opened} >= {Act.RESULT, Act.TREATMENT, Act.BOOK, Act.RENEWAL, Act.GATE}


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.DOSE_CORRECTION])
def test_every_act_has_a_name_and_a_panel_in_both_languages(
    act: Act, demo_ward: Ward, place: QStackedWidget, qapp: Application, qtbot: QtBot
) -> None:
    patients = demo_ward.overview.patients
    able = (who for who in patients if registry.offered(act, patients[who], demo_ward.plan(who)))
    patient = next(able)
    panel = registry.panel(demo_ward, patient, Wish(act))
    place.addWidget(panel)
    place.setCurrentWidget(panel)
    norwegian = registry.label(act), panel.heading()
    unnamed = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert unnamed == []
    qapp.set_language("en")
    demo_ward.language = "en"
    qtbot.waitUntil(lambda: panel.accessibleName() == panel.heading() != norwegian[1])
    assert registry.label(act) != norwegian[0] or act is Act.DOSE


def test_enter_before_all_is_answered_says_what_is_missing(open_panel: OpenPanel, qtbot: QtBot) -> None:
    panel = open_panel(DosePanel, "Berg")
    assert isinstance(panel, DosePanel)
    panel.where.set_value(Setting.UNIT)
    qtbot.keyClick(panel.site.edit, Qt.Key.Key_Return)
    assert panel.error_text == "Hver stopp må ha legens navn, klokkeslett og begrunnelse."
    closed: list[bool] = []
    panel.closed.connect(lambda: closed.append(True))
    qtbot.keyClick(panel.site.edit, Qt.Key.Key_Escape)
    assert closed == [True]

"""All panels: each has a name, opens from the findings it answers, and can be left."""

import pytest
from panel_acts import OpenPanel, who
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from infusionplanner.catalogue.wording import wording
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.patient import Setting
from infusionplanner_ui.application import Application
from infusionplanner_ui.panels.acts.spec import Act, ActSpec, Wish
from infusionplanner_ui.panels.acts.table import ACTS, next_step, offered, wish_of
from infusionplanner_ui.panels.dose import DosePanel
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.opening import panel as panel_of
from infusionplanner_ui.shell.ward import Ward


def test_the_button_of_every_finding_of_the_unit_says_which_panel_it_opens(
    demo_ward: Ward, place: QStackedWidget
) -> None:
    opened = set()
    for patient, plan in demo_ward.overview.plans.items():
        known = demo_ward.patient(patient)
        for finding in plan.findings:
            wish = wish_of(finding)
            if wish is None or wish in opened or not offered(wish.act, known, plan):
                continue
            opened.add(wish)
            panel = panel_of(demo_ward, patient, wish)
            place.addWidget(panel)
            place.setCurrentWidget(panel)
            assert panel.accessibleName().startswith(next_step(finding).removesuffix(" …"))
    assert {wish.act for wish in opened} >= {Act.RESULT, Act.TREATMENT, Act.BOOK, Act.RENEWAL, Act.GATE}


def test_a_finding_that_no_panel_answers_opens_the_patient() -> None:
    assert next_step(Finding("R-OBS-1", Level.INFO, "first.home")) == "Åpne pasient"
    assert next_step(Finding("R-MON-5", Level.TASK, "mri.due")) == "Registrer svar …"
    assert next_step(Finding("R-GAP-3", Level.TASK, "gap.checklist")) == "Registrer svar …"


def test_no_two_acts_have_one_name_one_key_or_answer_one_finding() -> None:
    for values in (
        [spec.title for spec in ACTS],
        [spec.key for spec in ACTS if spec.key],
        [key for spec in ACTS for key in spec.answers],
    ):
        assert len(set(values)) == len(values)
    assert {key for spec in ACTS for key in spec.answers} <= set(wording("nb").findings)
    assert [spec.act for spec in ACTS] == list(Act)


def _opens_with(ward: Ward, spec: ActSpec) -> Wish:
    """Return a wish for an act; those that mend something need what they mend."""
    berg = ward.desk.record(who(ward, "Berg"))
    facts = {Act.DOSE_CORRECTION: berg.ids["doses"][-1], Act.RESULT_CORRECTION: berg.ids["results"][-1]}
    return Wish(spec.act, fact=facts.get(spec.act))


@pytest.mark.parametrize("spec", ACTS, ids=lambda spec: spec.act)
def test_every_act_opens_a_panel_of_its_name_in_both_languages(
    spec: ActSpec, demo_ward: Ward, place: QStackedWidget, qapp: Application, qtbot: QtBot
) -> None:
    patients = demo_ward.overview.patients
    able = (person for person in patients if spec.offered(patients[person], demo_ward.plan(person)))
    wish = _opens_with(demo_ward, spec)
    panel = panel_of(demo_ward, who(demo_ward, "Berg") if wish.fact else next(able), wish)
    place.addWidget(panel)
    place.setCurrentWidget(panel)
    norwegian, heading = spec.title, panel.heading()
    assert heading.startswith(norwegian)
    assert panel.accessibleName() == heading
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
    qtbot.waitUntil(lambda: panel.accessibleName() == panel.heading() != heading)
    assert panel.heading().startswith(spec.title)
    assert spec.title != norwegian


def _texts(panel: QWidget, *, hidden: bool = False) -> set[str]:
    """Return the texts of a panel that are not typed: those that are shown, or all."""
    parts = (*panel.findChildren(QLabel), *panel.findChildren(QAbstractButton))
    shown = {part.text() for part in parts if hidden or part.isVisible()}
    return shown | {box.itemText(row) for box in panel.findChildren(QComboBox) for row in range(box.count())}


@pytest.mark.parametrize("spec", ACTS, ids=lambda spec: spec.act)
def test_an_open_panel_says_all_of_it_in_the_other_language(
    spec: ActSpec, demo_ward: Ward, place: QStackedWidget, qapp: Application
) -> None:
    patients = demo_ward.overview.patients
    able = (person for person in patients if spec.offered(patients[person], demo_ward.plan(person)))
    wish = _opens_with(demo_ward, spec)
    person = who(demo_ward, "Berg") if wish.fact else next(able)

    def made() -> ActPanel:
        panel = panel_of(demo_ward, person, wish)
        place.addWidget(panel)
        place.setCurrentWidget(panel)
        return panel

    switched = made()
    qapp.set_language("en")
    demo_ward.language = "en"
    QCoreApplication.processEvents()
    said = _texts(switched)
    assert said - _texts(made(), hidden=True) == set()


def test_enter_before_all_is_answered_says_what_is_missing(open_panel: OpenPanel, qtbot: QtBot) -> None:
    panel = open_panel(DosePanel, "Berg")
    assert isinstance(panel, DosePanel)
    panel.where.set_value(Setting.UNIT)
    qtbot.keyClick(panel.site.edit, Qt.Key.Key_Return)
    assert panel.error_text == "Hver stopp må ha legens navn, klokkeslett og begrunnelse."
    closed: list[bool] = []
    panel.rejected.connect(lambda: closed.append(True))
    qtbot.keyClick(panel.site.edit, Qt.Key.Key_Escape)
    assert closed == [True]

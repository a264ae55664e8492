"""The panels of holds, reactions, the checklist and the stop."""

from dataclasses import replace

from panel_acts import TODAY, OpenPanel, do, fill, keep_visits, who

from infusionplanner.application.acts.health_events import record_pregnancy
from infusionplanner.domain.patient import (
    ExposureKind,
    GestationalAge,
    HoldKind,
    NextTreatment,
    Pregnancy,
    Reaction,
)
from infusionplanner_ui.panels.checklist import ChecklistPanel
from infusionplanner_ui.panels.clearance import ClearancePanel
from infusionplanner_ui.panels.exposure import ExposurePanel
from infusionplanner_ui.panels.pause import LiftPanel, PausePanel
from infusionplanner_ui.panels.pregnancy import BirthPanel
from infusionplanner_ui.panels.reaction import ReactionPanel
from infusionplanner_ui.panels.stop import NextTreatmentPanel, StopPanel
from infusionplanner_ui.shell.ward import Ward


def test_a_hold_is_opened_and_lifted_by_a_doctor(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(PausePanel, "Hauge")
    assert isinstance(panel, PausePanel)
    panel.kind.set_value(HoldKind.INFECTION)
    assert any("venter på legeavklaring" in sentence for sentence in panel.said)
    keep_visits(panel)
    do(panel)
    lift = open_panel(LiftPanel, "Hauge")
    assert isinstance(lift, LiftPanel)
    assert not lift.is_ready
    lift.by.set_value("K. Lunde")
    do(lift)
    hold = demo_ward.patient(lift.who).course.holds[-1]
    assert (hold.kind, hold.lifted_by, hold.lifted_on) == (HoldKind.INFECTION, "K. Lunde", TODAY)


def test_a_reaction_is_recorded_and_lifted(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(ReactionPanel, "Hauge")
    assert isinstance(panel, ReactionPanel)
    panel.kind.set_value(Reaction.INFUSION)
    panel.note.edit.setPlainText("Utslett")
    assert any("Full observasjonstid" in sentence for sentence in panel.said)
    do(panel)
    assert demo_ward.patient(panel.who).course.doses[-1].reaction is Reaction.INFUSION
    lift = open_panel(LiftPanel, "Hauge")
    assert isinstance(lift, LiftPanel)
    assert lift.which.value() == "reactions"
    lift.by.set_value("T. Ahmed")
    do(lift)
    assert demo_ward.patient(lift.who).course.reactions_lifted[-1].by == "T. Ahmed"


def test_a_yes_on_the_checklist_opens_its_hold(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(ChecklistPanel, "Berg")
    assert isinstance(panel, ChecklistPanel)
    panel.questions.rows["infection"].set_answer(answer=True)
    assert not panel.is_ready
    assert panel.missing_text == "Mangler: Still alle spørsmålene."
    panel.questions.set_answers({key: key == "infection" for key in panel.questions.rows})
    assert panel.said == ("Infeksjon · Stopp – krever legeavklaring",)
    do(panel)
    course = demo_ward.patient(panel.who).course
    assert course.checklists[-1].yes == ("infection",)
    assert course.holds[-1].kind is HoldKind.INFECTION


def test_a_birth_is_not_before_the_pregnancy(demo_ward: Ward, open_panel: OpenPanel) -> None:
    patient = who(demo_ward, "Hauge")
    pregnancy = Pregnancy(TODAY, GestationalAge(38, 0))
    demo_ward.act(lambda desk: record_pregnancy(desk, patient, pregnancy))
    assert demo_ward.operations.wait()
    panel = open_panel(BirthPanel, "Hauge")
    assert isinstance(panel, BirthPanel)
    panel.on.set_value("23.11.2016")
    assert (panel.on.fault(), panel.is_ready) == ("Dette er før 23.11.2026.", False)
    panel.on.set_value("23.11.2026")
    do(panel)
    assert demo_ward.patient(patient).pregnancies == (replace(pregnancy, birth_on=TODAY),)


def test_immunoglobulins_block_a_test(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(ExposurePanel, "Berg")
    assert isinstance(panel, ExposurePanel)
    panel.kind.set_value(ExposureKind.IVIG)
    do(panel)
    assert demo_ward.patient(panel.who).exposures[-1].kind is ExposureKind.IVIG


def test_a_stop_without_follow_on_warns(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(StopPanel, "Berg")
    assert isinstance(panel, StopPanel)
    assert "Trekkes tilbake: H-resepten fra 12.12.2025" in panel.said
    panel.reason.set_value("moved")
    panel.next.which.set_value("none")
    assert any("Rebound-klokken går" in sentence for sentence in panel.said)
    panel.high_risk.box.setChecked(True)
    do(panel)
    stop = demo_ward.patient(panel.who).course.stop
    assert stop is not None
    assert (stop.next, stop.high_risk) == (None, True)
    following = open_panel(NextTreatmentPanel, "Berg")
    assert isinstance(following, NextTreatmentPanel)
    following.next.which.set_value("other")
    assert not following.is_ready
    following.next.other.set_value("dimetylfumarat")
    assert following.said == ("Rebound-klokken går til behandlingen er startet.",)
    following.started.set_value("23.11.2026")
    assert following.said == ("Rebound-klokken stanser.",)
    do(following)
    stop = demo_ward.patient(panel.who).course.stop
    assert stop is not None
    assert stop.next == NextTreatment("dimetylfumarat", TODAY)
    following.next.which.set_value("none")
    assert following.error_text == "Velg behandlingen som følger."


def test_a_doctor_clears_a_dose_days_before_it_is_given(demo_ward: Ward, open_panel: OpenPanel) -> None:
    plans = demo_ward.overview.plans.items()
    blocked = next(found for found, plan in plans if plan.next_dose is not None and plan.next_dose.blocked)
    name = demo_ward.patient(blocked).name
    assert name is not None
    panel = open_panel(ClearancePanel, name.family)
    assert isinstance(panel, ClearancePanel)
    on, stops = panel.on.day(), [row.key for row in panel.judge()[0]]
    assert on is not None
    assert stops
    assert not panel.is_ready
    fill(panel)
    do(panel)
    with demo_ward.desk.store.reading() as reading:
        cleared = [(row.key, row.for_date, row.by) for row in reading.clearances(blocked)]
    assert [(key, on, "S. Brox") for key in stops] == cleared[-len(stops) :]
    again = open_panel(ClearancePanel, name.family)
    assert isinstance(again, ClearancePanel)
    again.on.set_day(on)
    assert again.said == ("Ingenting stopper en dose denne dagen, eller alt er avklart.",)
    assert not again.is_ready
    again.on.set_value("")
    assert again.judge() == ((), ())

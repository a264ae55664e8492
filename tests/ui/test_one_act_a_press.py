"""One press is one act in the journal, and one undo takes it back: every panel, and every step of a visit."""

import pytest
from mornings import Morning
from panel_acts import fill, ready_panel
from PySide6.QtWidgets import QStackedWidget

from infusionplanner.application.acts.undo import undo
from infusionplanner.domain.patient import Setting
from infusionplanner_ui.panels.acts.spec import Act, ActSpec, Wish
from infusionplanner_ui.panels.acts.table import ACTS
from infusionplanner_ui.panels.dose import DosePanel
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.opening import panel as panel_of
from infusionplanner_ui.shell.ward import Ward

PRESSED_ELSEWHERE = {Act.CALENDAR, Act.PLAN_SHEET, Act.LEAVE_EARLY}
"""They write files, print, or end an observation that is running, and are pressed where that is tested."""


def kept(ward: Ward) -> int:
    """Return how many acts the journal has."""
    with ward.desk.store.reading() as reading:
        return len(reading.acts(limit=10_000))


def press(panel: ActPanel) -> None:
    panel.accepted.emit()
    assert panel.ward.operations.wait()
    assert panel.error_text == ""


@pytest.mark.parametrize(
    "spec", [spec for spec in ACTS if spec.act not in PRESSED_ELSEWHERE], ids=lambda spec: spec.act
)
def test_a_panel_makes_one_act_and_one_undo_takes_it_back(
    spec: ActSpec, demo_ward: Ward, place: QStackedWidget
) -> None:
    panel = ready_panel(spec, demo_ward, place)
    patient = panel.who
    before, known = kept(demo_ward), demo_ward.desk.record(patient)
    press(panel)
    assert kept(demo_ward) == before + 1
    demo_ward.act(undo, owner=place)
    assert demo_ward.operations.wait()
    assert kept(demo_ward) == before + 2
    assert demo_ward.desk.record(patient).patient == known.patient


def test_a_late_dose_with_its_reason_is_one_act(demo_ward: Ward, place: QStackedWidget) -> None:
    late = next(
        found
        for found, plan in demo_ward.overview.plans.items()
        if plan.next_dose is not None
        and plan.next_dose.setting is Setting.UNIT
        and plan.next_dose.latest < demo_ward.today
    )
    panel = panel_of(demo_ward, late, Wish(Act.DOSE))
    assert isinstance(panel, DosePanel)
    place.addWidget(panel)
    place.setCurrentWidget(panel)
    fill(panel)
    assert panel.late.isVisible()
    before = kept(demo_ward)
    press(panel)
    assert kept(demo_ward) == before + 1
    with demo_ward.desk.store.reading() as reading:
        seen = [(row.key, bool(row.reason)) for row in reading.acknowledgements(late)]
    assert ("interval.late", True) in seen
    demo_ward.act(undo, owner=place)
    assert demo_ward.operations.wait()
    with demo_ward.desk.store.reading() as reading:
        assert reading.acknowledgements(late) == ()


def test_each_step_of_a_visit_is_one_act(morning: Morning) -> None:
    morning.select("Myhre")
    steps = []
    for _ in range(3):
        before, step = kept(morning.ward), morning.step
        morning.enter()
        if (made := kept(morning.ward) - before) or step is not morning.step:
            steps.append((step.name, made))
    assert steps[0] == ("GIVE", 1)
    assert {made for _, made in steps} <= {0, 1}
